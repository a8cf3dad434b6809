#include "tests/frontiers.h"

extern const struct solver solver_raiffa_continuous;

/* An independent program: Runge and Kutta's classical method with steps of 1e-4. */
Test(solver_raiffa_continuous, polygon)
{
    struct example *example = frontiers_polygon();
    frontiers_expect(example, &solver_raiffa_continuous, NULL, 2,
                     (double[]){ 0.716269154, 0.683730846 }, 1e-7);
    free(example);
}

/* The path runs straight to (.5, .5), where nobody can gain at the other's cost: the package that
 * gives it is taken, with what it gives beyond. */
Test(solver_raiffa_continuous, lists)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0, 0.5 }, { 0, 1, 0.6 } };
    struct example *example = frontiers_list(2, 3, list);
    frontiers_expect(example, &solver_raiffa_continuous, NULL, 2, (double[]){ 0.5, 0.6 }, 1e-9);
    free(example);
}
