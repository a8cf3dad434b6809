#include "tests/frontiers.h"

extern const struct solver solver_kalai_smorodinsky;

/* Claims (.2, .1, .1) are v = (.1, .1, .05); alone they could have v = (.5, .85, .5), as far as
 * pies go: t (.4 + .75 + .45) = .75, where the second leaves .05 and .1 to the others. */
Test(solver_kalai_smorodinsky, three)
{
    struct example *example = frontiers_three();
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_claim(example, 2, 0.1);
    double t = 0.75 / (0.4 + 0.75 + 0.45);
    frontiers_expect(example, &solver_kalai_smorodinsky, NULL, 3,
                     (double[]){ 0.2 + t * 0.8, 0.1 + t * 0.75, 0.1 + t * 0.9 }, 1e-9);
    free(example);
}

/* More for both, and the same ideals: nobody gets less (individual monotonicity, Kalai and
 * Smorodinsky 1975): a list to which an outcome is added. */
Test(solver_kalai_smorodinsky, monotone)
{
    double few[2][EXAMPLE_LEVELS] = { { 1, 0, 0.5 }, { 0, 1, 0.6 } };
    double more[2][EXAMPLE_LEVELS] = { { 1, 0, 0.5, 0.7 }, { 0, 1, 0.6, 0.65 } };
    struct example *example = frontiers_list(2, 3, few), *grown = frontiers_list(2, 4, more);
    frontiers_expect(example, &solver_kalai_smorodinsky, NULL, 2, (double[]){ 0.5, 0.6 }, 1e-9);
    frontiers_expect(grown, &solver_kalai_smorodinsky, NULL, 2, (double[]){ 0.7, 0.65 }, 1e-9);
    free(example);
    free(grown);
}

/* The same of curved frontiers: u_1 = 1 - x, then 1 - x^2, which is more at every x. */
Test(solver_kalai_smorodinsky, monotone_on_a_growing_frontier)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one), *grown = frontiers_parabola();
    example_claim(example, 0, 0.2);
    example_claim(grown, 0, 0.2);
    example_solve(example, &solver_kalai_smorodinsky, NULL);
    example_solve(grown, &solver_kalai_smorodinsky, NULL);
    for (int i = 0; i < 2; i++)
        cr_assert(frontiers_worth(grown, i) > frontiers_worth(example, i) + 1e-3);
    free(example);
    free(grown);
}
