#include <criterion/criterion.h>

#include "tests/optimum_game.h"

/* No grid point has more than the bound, in any kind of concave game and by any measure; found
 * packages are worth what is said by the definitions of models/bargain.h. */
Test(optimum, bounds_every_grid_point)
{
    static double grid[MEASURES][LANES], own[MEASURES][LANES];
    for (int features = 0; features < GAME_CONCAVE; features += 5) {
        struct example *example = game_random(1 + (unsigned)features, features);
        game_grid(example, grid);
        for (int lane = 0; lane < 4; lane++)
            for (int measure = 0; measure < MEASURES; measure++) {
                struct game_zone *opened = game_open(example, lane);
                struct optimum optimum;
                game_find(&opened->zone, measure, &optimum);
                game_close(opened);
                cr_assert(optimum.bound >= grid[measure][lane] - 1e-12,
                          "features %d lane %d measure %d: %.12f below the grid's %.12f", features,
                          lane, measure, optimum.bound, grid[measure][lane]);
                if (!optimum.found)
                    continue;
                for (int k = 0; k < GAME_ISSUES; k++)
                    block_fill(example->package[k], optimum.package[k], LANES);
                game_scores(example, own);
                cr_assert_float_eq(own[measure][lane], optimum.value, 1e-9);
            }
        free(example);
    }
}
