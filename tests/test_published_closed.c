/* Closed forms of the design's solvers.md, section 4, and validation.md, Continuous frontiers. */
#include "models/catalogue.h"
#include "tests/example.h"

/* solvers.md 4.1: u_1 = 1 - u_0^2, asymmetric Nash: u_0 = sqrt(a / (2 - a)). */
Test(published_closed, powers_on_the_parabola)
{
    const double power[2] = { .3, .7 }, want[2] = { .420084025208, .733799385705 };
    for (int m = 0; m < 2; m++) {
        struct example *example = example_new(1, 2);
        example_position(example, 0, 0, 1, 1, LOSS_LINEAR);
        example_position(example, 1, 0, 0, 1, LOSS_QUADRATIC);
        example_draw(example);
        example_power(example, power[m], 1 - power[m]);
        example_solve(example, &solver_nash, NULL);
        example_expect(example, 0, want[m], 1e-9);
        free(example);
    }
}

Test(published_closed, setter_and_pivot)
{
    /* solvers.md 4.10: a setter at .9, a pivot at .4: status quo .1 -> .7, .35 -> .45, .5 -> .5. */
    const double quo[3] = { .1, .35, .5 }, want[3] = { .7, .45, .5 };
    for (int m = 0; m < 3; m++) {
        struct example *example = example_new(1, 2);
        example_position(example, 0, 0, .9, 1, LOSS_LINEAR);
        example_position(example, 1, 0, .4, 1, LOSS_LINEAR);
        example_draw(example)->proposer = 0;
        /* u = 1 - |x - ideal|, put on [0, 1] by its range: .1 at x = 0 for the setter, .4 at 1. */
        example_claim(example, 0, (1 - fabs(quo[m] - .9) - .1) / .9);
        example_claim(example, 1, (1 - fabs(quo[m] - .4) - .4) / .6);
        example_solve(example, &solver_agenda_setter, NULL);
        if (m < 2)
            example_expect(example, 0, want[m], 1e-8);
        else if (example->found[0]) /* gridlock: nothing better for the setter */
            example_expect(example, 0, want[m], 1e-6);
        free(example);
    }
}

/* u_0 = x^g, u_1 = (1 - x)^h, claims 0. */
static struct example *published_roots(double first, double second)
{
    struct example *example = example_new(1, 2);
    example_smooth(example, 0, 0, 1, 1, LOSS_CRRA, first);
    example_smooth(example, 1, 0, 0, 1, LOSS_CRRA, second);
    example_draw(example);
    return example;
}

static void published_expect(struct example *example, const struct solver *solver, double at,
                             double tolerance)
{
    example_solve(example, solver, NULL);
    example_expect(example, 0, at, tolerance);
    free(example);
}

/* solvers.md 4.1, 4.2 and validation.md, Continuous frontiers: Nash x = 1/3 on (sqrt x, 1 - x),
 * where the same point is (.5773502692, .6666666667), Kalai-Smorodinsky and egalitarian
 * (3 - sqrt 5) / 2; a quarter disc, where the powers are the shares: (sqrt .3, sqrt .7). */
Test(published_closed, roots)
{
    published_expect(published_roots(0.5, 1), &solver_nash, 1.0 / 3, 1e-9);
    published_expect(published_roots(0.5, 1), &solver_kalai_smorodinsky, .381966011250, 1e-9);
    published_expect(published_roots(0.5, 1), &solver_egalitarian, .381966011250, 1e-9);
    struct example *example = published_roots(0.5, 0.5);
    double worth[LANES];
    example_power(example, .3, .7);
    example_solve(example, &solver_nash, NULL);
    bargain_worth(&example->bargain, 0, example->package[0], worth);
    cr_assert_float_eq(worth[0], .547722557505, 1e-9);
    bargain_worth(&example->bargain, 1, example->package[0], worth);
    cr_assert_float_eq(worth[0], .836660026534, 1e-9);
    free(example);
    /* CRRA: x = a1 g1 / (a1 g1 + a2 g2). */
    example = published_roots(0.5, 0.8);
    example_power(example, .6, .4);
    published_expect(example, &solver_nash, .483870967742, 1e-9);
}

/* validation.md: u_1 = 2 (1 - u_0): Nash and Kalai-Smorodinsky (.5, 1), equal gains (2/3, 2/3); a
 * pie with d = (.2, 0): Nash (.6, .4). The engine's utilities run to 1, so that equal gains are in
 * proportion to (1, 1/2). */
Test(published_closed, straight_frontiers)
{
    const double one[1] = { 1 };
    published_expect(example_pies(1, one, one), &solver_nash, 0.5, 1e-9);
    published_expect(example_pies(1, one, one), &solver_kalai_smorodinsky, 0.5, 1e-9);
    struct example *example = example_pies(1, one, one);
    example_power(example, 1, 0.5);
    published_expect(example, &solver_proportional, 1.0 / 3, 1e-9);
    example = example_pies(1, one, one);
    example_claim(example, 0, 0.2);
    published_expect(example, &solver_nash, 0.4, 1e-9);
}
