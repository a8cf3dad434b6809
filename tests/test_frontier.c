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
            struct position *position =
                example_any(example, &state, i, k, 0.1, (i + k) % 2 ? LOSS_LINEAR : LOSS_QUADRATIC);
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

static const int LOSSES[] = { LOSS_LINEAR, LOSS_QUADRATIC, LOSS_TABLE,
                              LOSS_POWER,  LOSS_CRRA,      LOSS_CARA };

static double frontier_shape(unsigned *state, int loss)
{
    return loss == LOSS_POWER  ? example_uniform(state, 1, 5)
           : loss == LOSS_CRRA ? example_uniform(state, 0.1, 1)
                               : example_uniform(state, 0, 12);
}

/* One issue and three parties with any losses, lines and ideals; a table's worths rise and fall as
 * they like, or by equal steps, which is concave. */
static struct example *frontier_game(unsigned *state, bool tables)
{
    struct example *example = example_new(1, 3);
    for (int m = 0; m < 4; m++)
        example_level(example, 0, m / 3.0);
    for (int i = 0; i < 3; i++) {
        int loss = LOSSES[(*state >> 16) % 6];
        loss = loss == LOSS_TABLE && !tables ? LOSS_CRRA : i == 0 ? LOSS_CRRA : loss;
        double ideal = example_uniform(state, -0.5, 1.5);
        struct position *position =
            example_smooth(example, i, 0, fmin(fmax(ideal, 0), 1), example_uniform(state, 0.2, 1),
                           loss, frontier_shape(state, loss));
        for (int m = 0; m < 4; m++)
            example->worth[i][0][m] = example_number(example, example_uniform(state, 0, 1));
        if (*state >> 20 & 1)
            example_line(example, position, example_uniform(state, 0, 1), i ? 1 : -1, 0.4);
    }
    example_draw(example);
    return example;
}

/* Half way between points and anywhere else, a frontier's worth is the utility's own. */
Test(frontier, smooth_losses_are_exact_between_points)
{
    unsigned state = 31;
    for (int trial = 0; trial < 300; trial++) {
        struct example *example = frontier_game(&state, trial % 2);
        double *memory = malloc(frontier_size(&example->game, 3) * sizeof *memory);
        struct frontier frontier = { .parties = 3, .actor = { 0, 1, 2 } };
        cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
        frontier_settle(&frontier);
        for (int point = 0; point < 50; point++) {
            double at = example_uniform(&state, 0, 1), to = example_uniform(&state, 0, 1), worth[3],
                   change[3];
            frontier_part(&frontier, 0, at, worth);
            frontier_change(&frontier, &at, 0, to, change);
            for (int i = 0; i < 3; i++) {
                double here = utility_part(&example->utility, i, 0, 0, at),
                       there = utility_part(&example->utility, i, 0, 0, to);
                cr_assert_float_eq(worth[i], here, 1e-15);
                cr_assert_float_eq(change[i], there - here, 2e-15);
            }
        }
        free(memory);
        free(example);
    }
}

/* The same after the box of a case has taken the outer points away. */
Test(frontier, smooth_losses_are_exact_inside_a_box)
{
    unsigned state = 35;
    for (int trial = 0; trial < 200; trial++) {
        struct example *example = frontier_game(&state, trial % 2);
        double *memory = malloc(frontier_size(&example->game, 3) * sizeof *memory);
        struct frontier frontier = { .parties = 3, .actor = { 0, 1, 2 } };
        cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
        const struct frontier_issue *issue = &frontier.issue[0];
        double low = issue->point[issue->count > 3 ? 4 : 0], high = 1;
        cr_assert(frontier_confine(&frontier, &example->bargain, 0, 0, &low, &high));
        for (int point = 0; point < 20; point++) {
            double at = example_uniform(&state, low, high), worth[3];
            frontier_part(&frontier, 0, at, worth);
            for (int i = 0; i < 3; i++)
                cr_assert_float_eq(worth[i], utility_part(&example->utility, i, 0, 0, at), 1e-15);
        }
        free(memory);
        free(example);
    }
}

static double frontier_sum(const struct frontier *frontier, const double *weight, double slope,
                           double at)
{
    double worth[FRONTIER_PARTIES], sum = slope * at;
    frontier_part(frontier, 0, at, worth);
    for (int i = 0; i < frontier->parties; i++)
        sum += weight[i] * worth[i];
    return sum;
}

/* The largest sum on a grid, each of its best cells searched by golden sections. */
static double frontier_golden(const struct frontier *frontier, const double *weight, double slope)
{
    enum { CELLS = 400 };
    const double golden = 0.61803398874989484820;
    double best = -HUGE_VAL;
    for (int cell = 0; cell < CELLS; cell++) {
        double left = cell / (double)CELLS, right = (cell + 1) / (double)CELLS;
        if (fmax(frontier_sum(frontier, weight, slope, left),
                 frontier_sum(frontier, weight, slope, right)) < best - 0.05)
            continue;
        for (int step = 0; step < 60; step++) {
            double low = right - golden * (right - left), high = left + golden * (right - left);
            if (frontier_sum(frontier, weight, slope, low) >
                frontier_sum(frontier, weight, slope, high))
                right = high;
            else
                left = low;
        }
        best = fmax(best, frontier_sum(frontier, weight, slope, 0.5 * (left + right)));
        best = fmax(best, frontier_sum(frontier, weight, slope, cell / (double)CELLS));
    }
    return fmax(best, frontier_sum(frontier, weight, slope, 1));
}

/* The position chosen is worth the maximum to 1e-12, links (slope) and tables included. */
Test(frontier, choice_is_the_maximum_with_smooth_losses)
{
    unsigned state = 32;
    int inside = 0;
    for (int trial = 0; trial < 300; trial++) {
        struct example *example = frontier_game(&state, trial % 2);
        double *memory = malloc(frontier_size(&example->game, 3) * sizeof *memory);
        struct frontier frontier = { .parties = 3, .actor = { 0, 1, 2 } };
        cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
        frontier_settle(&frontier);
        double weight[3], worth[3], slope = trial % 3 ? example_uniform(&state, -1, 1) : 0;
        for (int i = 0; i < 3; i++)
            weight[i] = trial % 7 == i ? 0 : example_uniform(&state, 0, 1);
        double at = frontier_choice(&frontier, 0, weight, slope, worth), sum = slope * at;
        bool point = false;
        for (int m = 0; m < frontier.issue[0].count; m++)
            point = point || frontier.issue[0].point[m * 4] == at;
        inside += !point;
        for (int i = 0; i < 3; i++)
            sum += weight[i] * worth[i];
        cr_assert_float_eq(sum, frontier_sum(&frontier, weight, slope, at), 1e-15);
        double best = frontier_golden(&frontier, weight, slope);
        cr_assert_float_eq(sum, best, 1e-12, "trial %d: %.15f at %.15f, searched %.15f", trial, sum,
                           at, best);
        free(memory);
        free(example);
    }
    cr_assert(inside > 100, "%d", inside);
}

/* w sqrt(x) + 1 - x has its top at x = (w / 2)^2, however near 0: to the last digits. */
Test(frontier, choice_in_closed_form)
{
    struct example *example = example_new(1, 2);
    example_smooth(example, 0, 0, 1, 1, LOSS_CRRA, 0.5);
    example_position(example, 1, 0, 0, 1, LOSS_LINEAR);
    example_draw(example);
    double *memory = malloc(frontier_size(&example->game, 2) * sizeof *memory);
    struct frontier frontier = { .parties = 2, .actor = { 0, 1 } };
    cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
    frontier_settle(&frontier);
    for (double power = 1.9; power > 1e-5; power *= 0.83) {
        double weight[2] = { power, 1 }, worth[2];
        double at = frontier_choice(&frontier, 0, weight, 0, worth);
        cr_assert_float_eq(at, power * power / 4, 1e-14 * at);
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
