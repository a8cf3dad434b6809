#include <criterion/criterion.h>

#include "tests/example.h"

enum { GRID = 16 };

enum feature {
    PLAIN = 0,
    QUADRATIC = 1,
    LINES = 2,
    HAZARD = 4,
    STAKEHOLDER = 8,
    RISK = 16,
    AUDIENCE = 32,
    DISCRETE = 64,
    LINKED = 128,
    FEATURES = 256,
    DEFERRED = 512,
    SMOOTH = 1024
};

/* A loss and, lane by lane, its shape. */
static void zone_shape(struct example *example, struct position *position, unsigned *state)
{
    const int loss[] = { LOSS_POWER, LOSS_CRRA, LOSS_CARA, LOSS_LINEAR };
    position->loss = loss[(*state >> 16) % 4];
    position->exponent = position->elasticity = position->curvature = example_number(example, 0);
    for (int lane = 0; lane < LANES; lane++)
        example->values[position->exponent.row][lane] = position->loss == LOSS_CRRA
                                                            ? example_uniform(state, 0.3, 1)
                                                            : example_uniform(state, 1, 5);
}

/* Leaves all issues but the second to a later text, each counted in part. */
static void zone_defer(struct example *example, unsigned *state)
{
    example->issue[1].core = true;
    example->bargain.share = example->by_issue[EXAMPLE_SHARE][0];
    for (int lane = 0; lane < LANES; lane++) {
        example->by_issue[EXAMPLE_SHARE][0][lane] = example_uniform(state, 0, 1);
        example->by_issue[EXAMPLE_SHARE][1][lane] = NAN;
        example->by_issue[EXAMPLE_SHARE][2][lane] = example_uniform(state, 0, 1);
    }
}

/* A random game of three issues on which two or three parties differ; each lane has numbers of its
 * own. */
static struct example *zone_game(unsigned seed, int features)
{
    unsigned state = seed;
    int actors = features & STAKEHOLDER ? 3 : 2;
    struct example *example = example_new(3, actors);
    for (int k = 0; k < 3; k++)
        for (int m = 0; m < 4; m++)
            example_level(example, k, m / 4.0 + 0.125);
    for (int i = 0; i < actors; i++) {
        for (int k = 0; k < 3; k++) {
            struct position *position = example_position(
                example, i, k, 0, 1, features & QUADRATIC && k != 1 ? LOSS_QUADRATIC : LOSS_LINEAR);
            for (int lane = 0; lane < LANES; lane++) {
                example->values[position->ideal.row][lane] = example_uniform(&state, 0, 1);
                example->values[position->salience.row][lane] = example_uniform(&state, 0.1, 1);
            }
            if (features & SMOOTH)
                zone_shape(example, position, &state);
            if (features & LINES && k != i)
                example_line(example, position, 0.5, k < 2 ? 1 : -1, 0.3);
        }
        example->actor[i].risk_aversion = example_number(example, features & RISK ? 2 - 3 * i : 0);
    }
    example->issue[0].guarantees = features & HAZARD;
    example->issue[1].discrete = features & DISCRETE;
    if (features & LINKED) {
        example->actor[1].linkages = 1;
        example->linkage[1][0] = (struct linkage){ { 1, 2 }, example_number(example, 0.4) };
    }
    if (features & STAKEHOLDER) {
        example->actor[2].role = ROLE_STAKEHOLDER;
        example->consent[2][0] = 2;
        example->actor[2].consent.count = 1;
    }
    example_draw(example);
    for (int i = 0; i < actors; i++)
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.95;
            example->by_actor[EXAMPLE_FALLBACK][i][lane] = 0.3;
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(&state, 0.2, 0.7);
            example->by_actor[EXAMPLE_AUDIENCE][i][lane] = features & AUDIENCE ? 0.3 : 0;
            example->by_actor[EXAMPLE_DEMAND][i][lane] = 0.7;
            example->by_actor[EXAMPLE_BONUS][i][lane] = features & HAZARD ? 0.05 + 0.1 * i : 0;
        }
    block_fill(example->single[EXAMPLE_HAZARD], features & HAZARD ? 0.1 : 0, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    for (int k = 0; k < 3; k++)
        block_fill(example->by_issue[EXAMPLE_STATUS_QUO][k], 0.125 + 0.25 * k, LANES);
    if (features & DEFERRED)
        zone_defer(example, &state);
    return example;
}

/* Position number `point` of an issue: of the grid, or of its levels and the status quo. */
static double zone_position(const struct example *example, int issue, int point)
{
    bool whole = example->issue[issue].discrete || example->issue[issue].guarantees;
    if (point == GRID)
        return example->by_issue[EXAMPLE_STATUS_QUO][issue][0];
    return whole ? point % 4 / 4.0 + 0.125 : point / (GRID - 1.0);
}

/* The largest least surplus on a grid, for every lane at once. */
static void zone_grid(struct example *example, double *best)
{
    block_fill(best, -HUGE_VAL, LANES);
    for (int point = 0; point < (GRID + 1) * (GRID + 1) * (GRID + 1); point++) {
        double least[LANES], worth[LANES];
        bool needed[LANES];
        block_fill(least, HUGE_VAL, LANES);
        block_fill(example->package[0], zone_position(example, 0, point % (GRID + 1)), LANES);
        block_fill(example->package[1], zone_position(example, 1, point / (GRID + 1) % (GRID + 1)),
                   LANES);
        block_fill(example->package[2], zone_position(example, 2, point / (GRID + 1) / (GRID + 1)),
                   LANES);
        for (int i = 0; i < example->game.actors; i++) {
            bargain_worth(&example->bargain, i, example->package[0], worth);
            bargain_consent(&example->bargain, i, example->package[0], needed);
            for (int lane = 0; lane < LANES; lane++) {
                double surplus = worth[lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
                least[lane] = needed[lane] && surplus < least[lane] ? surplus : least[lane];
            }
        }
        for (int lane = 0; lane < LANES; lane++)
            best[lane] = least[lane] > best[lane] ? least[lane] : best[lane];
    }
}

/* No grid point beats the zone, the zone is not far above the best of them, and its package gives
 * what it says. */
static void zone_check(int features, double shortfall)
{
    double width[LANES], grid[LANES];
    struct example *example = zone_game(11 + (unsigned)features, features);
    zone_grid(example, grid);
    bargain_zone(&example->bargain, width, example->package[0], NULL);
    for (int lane = 0; lane < LANES; lane++) {
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
    for (int features = 0; features < DISCRETE; features++)
        zone_check(features, 2e-9);
}

/* With links or discrete issues that search is local, as below. */
Test(zone, beats_every_grid_point_with_smooth_losses)
{
    for (int features = 0; features < DISCRETE; features++)
        if (!(features & QUADRATIC))
            zone_check(features | SMOOTH | (features & LINES ? DEFERRED : 0), 2e-9);
    for (int features = DISCRETE; features < FEATURES; features += 6)
        zone_check(features | SMOOTH, features & LINKED ? 0.08 : 0.02);
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
    for (int features = 0; features < DISCRETE; features++)
        zone_check(features | DEFERRED, 2e-9);
    for (int features = DISCRETE; features < FEATURES; features += 7)
        zone_check(features | DEFERRED, 0.05);
}

/* Local search: not always the best, but never much below it on games of this size. */
Test(zone, local_search_is_near_the_grid)
{
    for (int features = DISCRETE; features < FEATURES; features += 3)
        zone_check(features, 0.05);
}

/* A trace changes nothing but the time: widths agree with those of fresh calls as claims move. */
Test(zone, trace_changes_nothing)
{
    const int features = QUADRATIC | LINES | HAZARD | STAKEHOLDER | AUDIENCE;
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
    const int features = QUADRATIC | HAZARD | STAKEHOLDER | RISK;
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
    struct example *example = zone_game(5, PLAIN);
    double width[LANES];
    example->by_issue[EXAMPLE_LOW][1][3] = 0.8;
    example->by_issue[EXAMPLE_HIGH][1][3] = 0.2;
    bargain_zone(&example->bargain, width, NULL, NULL);
    cr_assert_eq(width[3], -1);
    cr_assert_neq(width[4], -1);
    free(example);
}
