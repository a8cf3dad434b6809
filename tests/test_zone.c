#include <criterion/criterion.h>

#include "tests/optimum_game.h"

/* Where one party minds risk the other seeks it. */
static struct example *zone_game(unsigned seed, int features)
{
    return game_random(seed, features | (features & GAME_RISK ? GAME_SEEKING : 0));
}

enum { ZONE_FEATURES = GAME_TABLE };

/* No grid point beats the zone, the zone is not far above the best of them, and its package gives
 * what it says. */
static void zone_check(int features, double shortfall)
{
    double width[LANES], best[1][LANES], *grid = best[0];
    struct example *example = zone_game(11 + (unsigned)features, features);
    example->bargain.lanes = 24;
    game_grid(example, 1, best);
    bargain_zone(&example->bargain, width, example->package[0], NULL);
    for (int lane = 0; lane < example->bargain.lanes; lane++) {
        cr_assert(width[lane] >= grid[lane] - shortfall,
                  "features %d lane %d: %g below the grid's %g", features, lane, width[lane],
                  grid[lane]);
        cr_assert(width[lane] <= grid[lane] + 0.12, "features %d lane %d: %g above the grid's %g",
                  features, lane, width[lane], grid[lane]);
        cr_assert_float_eq(width[lane], example_least(example, lane), 1e-12);
    }
    free(example);
}

Test(zone, beats_every_grid_point)
{
    for (int features = 0; features < GAME_DISCRETE; features++)
        zone_check(features, 2e-9);
}

/* With links or discrete issues that search is local, as below. */
Test(zone, beats_every_grid_point_with_smooth_losses)
{
    for (int features = 0; features < GAME_DISCRETE; features++)
        if (!(features & GAME_QUADRATIC))
            zone_check(features | GAME_SMOOTH | (features & GAME_LINES ? GAME_DEFERRED : 0), 2e-9);
    for (int features = GAME_DISCRETE; features < ZONE_FEATURES; features += 6)
        zone_check(features | GAME_SMOOTH, features & GAME_LINKED ? 0.08 : 0.02);
}

/* Closed form: sqrt x = 1 - x where x = (3 - sqrt 5) / 2; the width is the golden section. What
 * can be agreed with claims (c, d) runs from c^2 to 1 - d. */
Test(zone, square_root)
{
    double width[LANES], low[LANES], high[LANES];
    struct example *example = example_new(1, 2);
    example_smooth(example, 0, 0, 1, 1, LOSS_CRRA, 0.5);
    example_position(example, 1, 0, 0, 1, LOSS_LINEAR);
    example_draw(example);
    bargain_zone(&example->bargain, width, example->package[0], NULL);
    cr_assert_float_eq(width[0], (sqrt(5) - 1) / 2, 1e-9);
    cr_assert_float_eq(example->package[0][0], (3 - sqrt(5)) / 2, 1e-9);
    example_claim(example, 0, 0.3);
    example_claim(example, 1, 0.25);
    bargain_interval(&example->bargain, low, high);
    cr_assert_float_eq(low[0], 0.09, 1e-12);
    cr_assert_float_eq(high[0], 0.75, 1e-12);
    free(example);
}

Test(zone, beats_every_grid_point_where_issues_wait)
{
    for (int features = 0; features < GAME_DISCRETE; features++)
        zone_check(features | GAME_DEFERRED, 2e-9);
    for (int features = GAME_DISCRETE; features < ZONE_FEATURES; features += 7)
        zone_check(features | GAME_DEFERRED, features & GAME_LINKED ? 0.08 : 0.05);
}

/* Local search: not always the best, but never much below it on games of this size. */
Test(zone, local_search_is_near_the_grid)
{
    for (int features = GAME_DISCRETE; features < ZONE_FEATURES; features += 3)
        zone_check(features, features & GAME_LINKED ? 0.08 : 0.05);
}

/* A trace changes nothing but the time: widths agree with those of fresh calls as claims move. */
Test(zone, trace_changes_nothing)
{
    const int features =
        GAME_QUADRATIC | GAME_LINES | GAME_HAZARD | GAME_STAKEHOLDER | GAME_AUDIENCE;
    struct example *example = zone_game(3, features);
    size_t rows = bargain_zone_rows(&example->game);
    double *trace = calloc(rows * LANES, sizeof *trace), warm[LANES], fresh[LANES];
    unsigned state = 9;
    for (int round = 0; round < 30; round++) {
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_CLAIM][round % 3][lane] +=
                example_uniform(&state, -0.05, 0.05);
            example->by_issue[EXAMPLE_STATUS_QUO][2][lane] = example_uniform(&state, 0, 1);
            example->single[EXAMPLE_CREDIBILITY][lane] = example_uniform(&state, 0, 1);
            example->by_issue[EXAMPLE_HIGH][1][lane] = round < 15 ? 1 : 0.75;
        }
        bargain_zone(&example->bargain, warm, example->package[0], trace);
        for (int lane = 0; lane < LANES; lane++)
            cr_assert_float_eq(warm[lane], example_least(example, lane), 1e-12);
        bargain_zone(&example->bargain, fresh, NULL, NULL);
        for (int lane = 0; lane < LANES; lane++)
            cr_assert_float_eq(warm[lane], fresh[lane], 2e-9, "round %d lane %d", round, lane);
    }
    free(trace);
    free(example);
}

/* Blocks of one lane give the bits of a block of 64, and lanes not asked are left alone. */
Test(zone, lanes_are_independent)
{
    const int features = GAME_QUADRATIC | GAME_HAZARD | GAME_STAKEHOLDER | GAME_RISK;
    struct example *example = zone_game(4, features);
    double together[LANES], alone[LANES];
    bargain_zone(&example->bargain, together, NULL, NULL);
    for (int lane = 0; lane < LANES; lane++) {
        for (int other = 0; other < LANES; other++)
            example->asked[other] = other == lane;
        block_fill(alone, -7, LANES);
        bargain_zone(&example->bargain, alone, NULL, NULL);
        for (int other = 0; other < LANES; other++)
            cr_assert_eq(alone[other], other == lane ? together[lane] : -7);
    }
    free(example);
}

Test(zone, bounds_that_exclude_each_other_leave_nothing)
{
    struct example *example = zone_game(5, 0);
    double width[LANES];
    example->by_issue[EXAMPLE_LOW][1][3] = 0.8;
    example->by_issue[EXAMPLE_HIGH][1][3] = 0.2;
    bargain_zone(&example->bargain, width, NULL, NULL);
    cr_assert_eq(width[3], -1);
    cr_assert_neq(width[4], -1);
    free(example);
}
