#include "tests/frontiers.h"

extern const struct solver solver_proportional, solver_egalitarian;

/* Equal powers, however large: the egalitarian solution. */
Test(solver_proportional, equal_powers)
{
    struct example *example = frontiers_polygon();
    example_claim(example, 0, 0.3);
    example_power(example, 3, 3);
    example_solve(example, &solver_egalitarian, NULL);
    double worth[2] = { frontiers_worth(example, 0), frontiers_worth(example, 1) };
    frontiers_expect(example, &solver_proportional, NULL, 2, worth, 1e-9);
    free(example);
}

/* Who has no power gets its claim. */
Test(solver_proportional, no_power)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one);
    example_claim(example, 0, 0.3);
    example_power(example, 0, 1);
    frontiers_expect(example, &solver_proportional, NULL, 2, (double[]){ 0.3, 0.7 }, 1e-8);
    free(example);
}
