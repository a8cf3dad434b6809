#include "tests/frontiers.h"

extern const struct solver solver_raiffa, solver_agenda_setter;

/* What the first and the second could have alone, on the claims at hand. */
static void raiffa_alone(struct example *example, double *most)
{
    for (int i = 0; i < 2; i++) {
        example->bargain.proposer = i;
        example_solve(example, &solver_agenda_setter, NULL);
        cr_assert(example->found[0]);
        most[i] = frontiers_worth(example, i);
    }
}

/* F1: (0, 0), (.5, .5), (.603553390593, .625), (.607962913145, .630361652352), half way to what
 * each could have alone each time; and from each of them on to the same end (solvers.md section 4,
 * item 6). */
Test(solver_raiffa, steps_on_the_parabola)
{
    const double step[4][2] = { { 0, 0 },
                                { .5, .5 },
                                { .603553390593, .625 },
                                { .607962913145, .630361652352 } },
                 end[2] = { .607970908574, .630371374328 };
    struct example *example = frontiers_parabola();
    example->bargain.lanes = 1;
    for (int m = 0; m < 4; m++) {
        double most[2];
        for (int i = 0; i < 2; i++)
            example_claim(example, i, step[m][i]);
        frontiers_expect(example, &solver_raiffa, NULL, 2, end, 1e-9);
        raiffa_alone(example, most);
        for (int i = 0; i < 2 && m < 3; i++)
            cr_assert_float_eq((step[m][i] + most[i]) / 2, step[m + 1][i], 1e-9, "%.12f",
                               (step[m][i] + most[i]) / 2);
    }
    free(example);
}

/* From (0, 0) to (.5, .5), (.7, 2/3) and (43/60, 41/60), which is on the frontier: by hand. */
Test(solver_raiffa, polygon)
{
    struct example *example = frontiers_polygon();
    frontiers_expect(example, &solver_raiffa, NULL, 2, (double[]){ 43.0 / 60, 41.0 / 60 }, 1e-9);
    free(example);
}

/* Three: claims v = (.1, .1, .05), ideals v = (.5, .85, .5): d(1) = claims + gains / 3 =
 * (.2333.., .35, .2), 0.7833 in all; gains then (.2167, .2167, .2167): a third of each is on the
 * frontier: v = (.30556, .42222, .27222). */
Test(solver_raiffa, three)
{
    struct example *example = frontiers_three();
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_claim(example, 2, 0.1);
    double v[3] = { 0.1 + 0.4 / 3, 0.1 + 0.75 / 3, 0.05 + 0.45 / 3 };
    double left = (1 - v[0] - v[1] - v[2]) / 3;
    frontiers_expect(example, &solver_raiffa, NULL, 3,
                     (double[]){ 2 * (v[0] + left), v[1] + left, 2 * (v[2] + left) }, 1e-9);
    free(example);
}

/* From (0, 0) to (.5, .5), which a package gives, and whence nobody can gain. Where none gives it,
 * the step would need a lottery: the first ray is the last. */
Test(solver_raiffa, lists)
{
    double given[2][EXAMPLE_LEVELS] = { { 1, 0, 0.5 }, { 0, 1, 0.6 } };
    double missing[2][EXAMPLE_LEVELS] = { { 1, 0, 0.4 }, { 0, 1, 0.7 } };
    struct example *example = frontiers_list(2, 3, given), *another = frontiers_list(2, 3, missing);
    frontiers_expect(example, &solver_raiffa, NULL, 2, (double[]){ 0.5, 0.6 }, 1e-9);
    frontiers_expect(another, &solver_raiffa, NULL, 2, (double[]){ 0.4, 0.7 }, 1e-9);
    free(example);
    free(another);
}
