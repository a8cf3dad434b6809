#include <criterion/criterion.h>

#include "models/frontier.h"
#include "models/matrix_game.h"
#include "tests/example.h"

/* Weighted sums of raw worth at random weights: no random package beats the one found. */
Test(frontier, support_is_the_maximum)
{
    unsigned state = 21;
    struct example *example = example_new(4, 3);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 4; k++) {
            struct position *position = example_position(
                example, i, k, example_uniform(&state, 0, 1), example_uniform(&state, 0.1, 1),
                (i + k) % 2 ? LOSS_LINEAR : LOSS_QUADRATIC);
            if (k == 2)
                example_line(example, position, example_uniform(&state, 0, 1), i ? 1 : -1, 0.2);
        }
    example_draw(example);
    double *memory = malloc(frontier_size(&example->game, 3) * sizeof *memory);
    struct frontier frontier = { .parties = 3, .actor = { 0, 1, 2 } };
    cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
    frontier_settle(&frontier);
    for (int trial = 0; trial < 200; trial++) {
        double weight[3], package[4], raw[3], again[3], best = 0;
        for (int i = 0; i < 3; i++)
            weight[i] = example_uniform(&state, 0, 1);
        frontier_support(&frontier, weight, package, raw);
        frontier_raw(&frontier, package, again);
        for (int i = 0; i < 3; i++) {
            cr_assert_float_eq(raw[i], again[i], 1e-14);
            best += weight[i] * raw[i];
        }
        for (int other = 0; other < 200; other++) {
            double moved[4];
            memcpy(moved, package, sizeof moved);
            moved[other % 4] = example_uniform(&state, 0, 1);
            frontier_raw(&frontier, moved, again);
            cr_assert(weight[0] * again[0] + weight[1] * again[1] + weight[2] * again[2] <=
                      best + 1e-12);
        }
    }
    free(memory);
    free(example);
}

/* Values and mixtures by hand: matching pennies, and a 2 x 3 game solved graphically. */
Test(frontier, matrix_games)
{
    struct matrix_game game = { .rows = 2, .columns = 2, .payoff = { { 1, -1 }, { -1, 1 } } };
    cr_assert_float_eq(matrix_game_solve(&game), 0, 1e-15);
    cr_assert_float_eq(game.weight[0], 0.5, 1e-15);
    cr_assert_float_eq(game.mixture[1], 0.5, 1e-15);
    struct matrix_game other = { .rows = 2,
                                 .columns = 3,
                                 .payoff = { { 3, 0 }, { 1, 2 }, { 0, 3 } } };
    /* The lines 3w, 2 - w and 3 - 3w: their upper envelope is lowest where all meet, at w = 1/2. */
    cr_assert_float_eq(matrix_game_solve(&other), 1.5, 1e-14);
    cr_assert_float_eq(other.weight[0], 0.5, 1e-14);
}
