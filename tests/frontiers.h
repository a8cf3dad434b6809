/* Games whose frontiers are known, and what a solver makes of them. */
#ifndef TESTS_FRONTIERS_H
#define TESTS_FRONTIERS_H

#include "tests/example.h"

/* F1 of the design's table: one issue, u_0 = x, u_1 = 1 - x^2, claims 0. */
static inline struct example *frontiers_parabola(void)
{
    struct example *example = example_new(1, 2);
    example_position(example, 0, 0, 1, 1, LOSS_LINEAR);
    example_position(example, 1, 0, 0, 1, LOSS_QUADRATIC);
    example_draw(example);
    return example;
}

/* The same with the parties in the other order: u_0 = 1 - x^2, u_1 = x, so that u_1 = sqrt(1 -
 * u_0).
 */
static inline struct example *frontiers_root(void)
{
    struct example *example = example_new(1, 2);
    example_position(example, 0, 0, 0, 1, LOSS_QUADRATIC);
    example_position(example, 1, 0, 1, 1, LOSS_LINEAR);
    example_draw(example);
    return example;
}

/* A list of outcomes: one discrete issue whose levels are worth utility[actor][level]; an actor's
 * utilities must span [0, 1], as scenarios' do. */
static inline struct example *frontiers_list(int actors, int levels,
                                             double utility[][EXAMPLE_LEVELS])
{
    struct example *example = example_new(1, actors);
    for (int m = 0; m < levels; m++)
        example_level(example, 0, m / (levels - 1.0));
    example->issue[0].discrete = true;
    for (int i = 0; i < actors; i++) {
        example_position(example, i, 0, 0, 1, LOSS_TABLE);
        for (int m = 0; m < levels; m++)
            example->worth[i][0][m] = example_number(example, utility[i][m]);
    }
    example_draw(example);
    return example;
}

/* Three linear issues, (.6, .3, .1) against (.2, .3, .5): the frontier's corners are (1, 0),
 * (.9, .5), (.6, .8) and (0, 1), by sorting the issues by their ratio (closed_forms.md 1.3). */
static inline struct example *frontiers_polygon(void)
{
    const double first[3] = { 0.6, 0.3, 0.1 }, second[3] = { 0.2, 0.3, 0.5 };
    return example_pies(3, first, second);
}

/* Two games that differ in the order of their three issues only: issue k of the first is issue k +
 * 1 of the second. */
static inline void frontiers_reorder(struct example *both[2])
{
    const double first[3] = { 0.5, 0.3, 0.2 }, second[3] = { 0.25, 0.3, 0.45 };
    const double first_turned[3] = { 0.2, 0.5, 0.3 }, second_turned[3] = { 0.45, 0.25, 0.3 };
    both[0] = example_pies(3, first, second);
    both[1] = example_pies(3, first_turned, second_turned);
    for (int m = 0; m < 2; m++) {
        example_claim(both[m], 0, 0.41);
        example_claim(both[m], 1, 0.33);
    }
}

/* Three who share 1: v_0 + v_1 + v_2 = 1, where v = (u_0 / 2, u_1, u_2 / 2), v_0 and v_2 at most a
 * half: the first divides one pie with the second, the third another. */
static inline struct example *frontiers_three(void)
{
    struct example *example = example_new(2, 3);
    example_position(example, 0, 0, 1, 1, LOSS_LINEAR);
    example_position(example, 1, 0, 0, 1, LOSS_LINEAR);
    example_position(example, 1, 1, 0, 1, LOSS_LINEAR);
    example_position(example, 2, 1, 1, 1, LOSS_LINEAR);
    example_draw(example);
    return example;
}

/* Makes an actor's worth twice as large and 1 smaller: U = 2 u - 1, by an audience cost of 1. */
static inline void frontiers_stretch(struct example *example, int actor)
{
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][actor], 1, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][actor], 1, LANES);
}

/* Three who share 1, whatever the shares, where the third's claim is at least 0: U = (x, y, 1 - x -
 * y). */
static inline struct example *frontiers_simplex(void)
{
    struct example *example = example_new(2, 3);
    for (int k = 0; k < 2; k++) {
        example_position(example, k, k, 1, 1, LOSS_LINEAR);
        example_position(example, 2, k, 0, 1, LOSS_LINEAR);
    }
    example_draw(example);
    frontiers_stretch(example, 2);
    return example;
}

static inline void frontiers_discount(struct example *example, double first, double second)
{
    block_fill(example->by_actor[EXAMPLE_DISCOUNT][0], first, LANES);
    block_fill(example->by_actor[EXAMPLE_DISCOUNT][1], second, LANES);
}

/* What the package found is worth to an actor, in lane 0. */
static inline double frontiers_worth(struct example *example, int actor)
{
    double worth[LANES];
    bargain_worth(&example->bargain, actor, example->package[0], worth);
    return worth[0];
}

/* Solves, and expects worths of the first actors. */
static inline void frontiers_expect(struct example *example, const struct solver *solver,
                                    const void *settings, int actors, const double *worth,
                                    double tolerance)
{
    double gap[LANES];
    solver->solve(settings, example->values[0], &example->bargain, example->package[0],
                  example->found, gap);
    cr_assert(example->found[0], "%s found nothing", solver->about.name);
    for (int i = 0; i < actors; i++) {
        double found = frontiers_worth(example, i);
        cr_assert_float_eq(found, worth[i], tolerance, "%s: U_%d = %.12f, expected %.12f",
                           solver->about.name, i, found, worth[i]);
    }
    cr_assert(gap[0] >= -1e-9 && gap[0] <= 10 * tolerance + 1e-8, "%s: a gap of %g at %.12g",
              solver->about.name, gap[0], worth[0]);
}

#endif
