#include "tests/frontiers.h"

extern const struct solver solver_equal_area;

/* Triangles of .25, .21 and .3 from the claims to the sides: (5/7, 24/35). */
Test(solver_equal_area, polygon)
{
    struct example *example = frontiers_polygon();
    frontiers_expect(example, &solver_equal_area, NULL, 2, (double[]){ 5.0 / 7, 24.0 / 35 }, 1e-9);
    free(example);
}

/* With claims .5 and 0 what remains is a triangle and a trapezoid; the area above and below the ray
 * by hand: corners seen from (.5, 0): (.5, 0), (.4, .5), (.1, .8), (0, .8333..); triangles .125,
 * .135 and .0416666.., of which half is .1508333. */
Test(solver_equal_area, claims)
{
    struct example *example = frontiers_polygon();
    double half = (0.25 / 2 + (0.4 * 0.8 - 0.1 * 0.5) / 2 + 0.1 * (0.8 + 0.1 / 3) / 2) / 2;
    double f = (half - 0.125) / 0.135;
    example_claim(example, 0, 0.5);
    frontiers_expect(example, &solver_equal_area, NULL, 2,
                     (double[]){ 0.9 - 0.3 * f, 0.5 + 0.3 * f }, 1e-9);
    free(example);
}

/* A staircase: the rectangles under (.9, .4), (.62, .56) and (.35, .8) make .5432; the ray that
 * halves it has slope .8304 (by bisection in an independent program) and leaves through the right
 * side of the second. */
Test(solver_equal_area, list)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.62, 0.35, 0 }, { 0, 0.4, 0.56, 0.8, 1 } };
    struct example *example = frontiers_list(2, 5, list);
    frontiers_expect(example, &solver_equal_area, NULL, 2, (double[]){ 0.62, 0.56 }, 1e-9);
    free(example);
}

Test(solver_equal_area, serves_two)
{
    struct example *example = frontiers_three();
    cr_assert_eq(solver_equal_area.parties, 2);
    example_solve(example, &solver_equal_area, NULL);
    cr_assert_not(example->found[0]);
    free(example);
}
