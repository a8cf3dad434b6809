#include "tests/frontiers.h"

extern const struct solver solver_alpha_fair, solver_nash, solver_egalitarian;

struct alpha_fair_only {
    struct quantity alpha;
};

static void expect(struct example *example, struct alpha_fair_only *settings, double alpha,
                   double first, double tolerance)
{
    block_fill(example->values[settings->alpha.row], alpha, LANES);
    frontiers_expect(example, &solver_alpha_fair, settings, 1, &first, tolerance);
}

/* F1: 0 utilitarian .5, 1 Nash 1 / sqrt 3 (solvers.md section 4); between and beyond, the root of
 * x^-a = 2 x (1 - x^2)^-a by bisection in an independent program; towards the egalitarian .618. */
Test(solver_alpha_fair, parabola)
{
    struct example *example = frontiers_parabola();
    struct alpha_fair_only settings = { example_number(example, 0) };
    expect(example, &settings, 0, 0.5, 1e-9);
    expect(example, &settings, 0.5, 0.5566930950324056, 1e-8);
    expect(example, &settings, 1, 0.577350269190, 1e-8);
    expect(example, &settings, 2, 0.5939047915077491, 1e-8);
    expect(example, &settings, 5, 0.6072220155143377, 1e-8);
    expect(example, &settings, 20, 0.6151642251797811, 1e-8);
    expect(example, &settings, 50, 0.618033988750, 2e-3);
    free(example);
}

/* Nothing jumps at 1. */
Test(solver_alpha_fair, continuous_at_one)
{
    struct example *example = frontiers_parabola();
    struct alpha_fair_only settings = { example_number(example, 0) };
    for (int m = -1; m <= 1; m++)
        expect(example, &settings, 1 + m * 1e-8, 0.577350269190, 2e-8);
    free(example);
}

/* A pie: s_0 / s_1 = (a_0 / a_1)^(1 / alpha). */
Test(solver_alpha_fair, powers)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one);
    struct alpha_fair_only settings = { example_number(example, 0) };
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_power(example, 1, 4);
    expect(example, &settings, 0.5, 0.2 + 0.7 / 17, 1e-8);
    expect(example, &settings, 1, 0.2 + 0.7 / 5, 1e-8);
    expect(example, &settings, 2, 0.2 + 0.7 / 3, 1e-8);
    expect(example, &settings, 0, 0.2, 1e-8);
    free(example);
}

/* At 0 the sum is what counts, but nobody gets less than its claim: all to the second where it
 * cares more, but for the first's claim. */
Test(solver_alpha_fair, sum_within_claims)
{
    struct example *example = frontiers_polygon();
    struct alpha_fair_only settings = { example_number(example, 0) };
    example_claim(example, 0, 0.3);
    example_power(example, 1, 4);
    expect(example, &settings, 0, 0.3, 1e-8);
    example_power(example, 1, 1.5);
    expect(example, &settings, 0, 0.6, 1e-8);
    free(example);
}

/* validation.md, defects that peers have, 1: products .36, .3472 and .28. */
Test(solver_alpha_fair, list)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.62, 0.35, 0 }, { 0, 0.4, 0.56, 0.8, 1 } };
    struct example *example = frontiers_list(2, 5, list);
    struct alpha_fair_only settings = { example_number(example, 0) };
    expect(example, &settings, 1, 0.9, 1e-9);
    expect(example, &settings, 3, 0.62, 1e-9);
    free(example);
}
