#include "tests/frontiers.h"

extern const struct solver solver_proportional, solver_egalitarian;

/* 1 - x^2 = 2 x: sqrt 2 - 1 (solvers.md section 4, item 3). */
Test(solver_proportional, parabola)
{
    struct example *example = frontiers_parabola();
    example_power(example, 1, 2);
    frontiers_expect(example, &solver_proportional, NULL, 1, (double[]){ 0.414213562373 }, 1e-9);
    free(example);
}

/* d = (.1, .1, .05), surplus split equally in v: (.35, .35, .3) (solvers.md section 4, item 2: the
 * simplex); powers 2, 1, 2 undo what v halves. */
Test(solver_proportional, three)
{
    struct example *example = frontiers_three();
    example_power(example, 2, 1);
    block_fill(example->values[example->actor[2].power.row], 2, LANES);
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_claim(example, 2, 0.1);
    frontiers_expect(example, &solver_proportional, NULL, 3, (double[]){ 0.7, 0.35, 0.6 }, 1e-9);
    free(example);
}

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
