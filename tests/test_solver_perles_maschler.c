#include "tests/frontiers.h"

extern const struct solver solver_perles_maschler;

/* Sides of sqrt(.1 .5), sqrt(.3 .3) and sqrt(.6 .2). */
Test(solver_perles_maschler, polygon)
{
    struct example *example = frontiers_polygon();
    double f = ((sqrt(0.05) + 0.3 + sqrt(0.12)) / 2 - sqrt(0.05)) / 0.3;
    frontiers_expect(example, &solver_perles_maschler, NULL, 2,
                     (double[]){ 0.9 - 0.3 * f, 0.5 + 0.3 * f }, 1e-9);
    free(example);
}

/* Claim .65 of the second: the frontier begins with a vertical part, from (.75, 0) in surplus of
 * the second; it counts nothing. What counts are sqrt(.15 .15) and sqrt(.6 .2). */
Test(solver_perles_maschler, vertical_part)
{
    struct example *example = frontiers_polygon();
    double total = 0.15 + sqrt(0.12), f = (total / 2 - 0.15) / sqrt(0.12);
    example_claim(example, 1, 0.65);
    frontiers_expect(example, &solver_perles_maschler, NULL, 2,
                     (double[]){ 0.6 - 0.6 * f, 0.8 + 0.2 * f }, 1e-9);
    free(example);
}

/* Both want the first issue high, and quarrel about the second: the vertical and the level part are
 * real: u_0 = .5 + .5 x, u_1 = .5 + .5 (1 - x). */
Test(solver_perles_maschler, common_ground)
{
    struct example *example = example_new(2, 2);
    for (int i = 0; i < 2; i++) {
        example_position(example, i, 0, 1, 1, LOSS_LINEAR);
        example_position(example, i, 1, i, 1, LOSS_LINEAR);
    }
    example_draw(example);
    frontiers_expect(example, &solver_perles_maschler, NULL, 2, (double[]){ 0.75, 0.75 }, 1e-9);
    free(example);
}

/* Single packages: nothing counts, so that nothing is singled out, unless one package is the best
 * for both. */
Test(solver_perles_maschler, lists)
{
    double several[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.35, 0 }, { 0, 0.4, 0.8, 1 } };
    double one[2][EXAMPLE_LEVELS] = { { 1, 0, 0.5 }, { 1, 0, 0.6 } };
    struct example *example = frontiers_list(2, 4, several), *another = frontiers_list(2, 3, one);
    example_solve(example, &solver_perles_maschler, NULL);
    cr_assert_not(example->found[0]);
    frontiers_expect(another, &solver_perles_maschler, NULL, 2, (double[]){ 1, 1 }, 1e-9);
    free(example);
    free(another);
}

/* Super-additive (Perles and Maschler 1981): what a solution gives in the sum of two problems is
 * not less than the sum of what it gives in each. Two problems side by side are two issues. */
Test(solver_perles_maschler, super_additive)
{
    double sum[2] = { 0, 0 };
    for (int m = 0; m < 2; m++) {
        struct example *example = m == 0 ? frontiers_parabola() : frontiers_root();
        example_solve(example, &solver_perles_maschler, NULL);
        for (int i = 0; i < 2; i++)
            sum[i] += frontiers_worth(example, i) / 2;
        free(example);
    }
    struct example *both = example_new(2, 2);
    example_position(both, 0, 0, 1, 1, LOSS_LINEAR);
    example_position(both, 1, 0, 0, 1, LOSS_QUADRATIC);
    example_position(both, 0, 1, 0, 1, LOSS_QUADRATIC);
    example_position(both, 1, 1, 1, 1, LOSS_LINEAR);
    example_draw(both);
    example_solve(both, &solver_perles_maschler, NULL);
    for (int i = 0; i < 2; i++)
        cr_assert(frontiers_worth(both, i) >= sum[i] + 1e-3);
    free(both);
}
