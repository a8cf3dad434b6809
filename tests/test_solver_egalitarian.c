#include "tests/frontiers.h"

extern const struct solver solver_egalitarian;

/* Claims u = (.2, .1, .1), v = (.1, .1, .05): t (1/2 + 1 + 1/2) = .75. */
Test(solver_egalitarian, three)
{
    struct example *example = frontiers_three();
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_claim(example, 2, 0.1);
    frontiers_expect(example, &solver_egalitarian, NULL, 3, (double[]){ 0.575, 0.475, 0.475 },
                     1e-9);
    free(example);
}

/* A pie between two and something that only the third cares about: nobody can have more than half
 * with the least, but the third can be given all (Imai 1983). */
Test(solver_egalitarian, raises_those_who_can_be_raised)
{
    struct example *example = example_new(2, 3);
    example_position(example, 0, 0, 0, 1, LOSS_LINEAR);
    example_position(example, 1, 0, 1, 1, LOSS_LINEAR);
    example_position(example, 2, 1, 1, 1, LOSS_LINEAR);
    example_draw(example);
    frontiers_expect(example, &solver_egalitarian, NULL, 3, (double[]){ 0.5, 0.5, 1 }, 1e-9);
    free(example);
}

/* Three levels: a pie between two, .5 each; what only the third cares about, .75 above its claim of
 * .25; what only the fourth cares about. */
Test(solver_egalitarian, raises_again_and_again)
{
    struct example *example = example_new(3, 4);
    example_position(example, 0, 0, 0, 1, LOSS_LINEAR);
    example_position(example, 1, 0, 1, 1, LOSS_LINEAR);
    example_position(example, 2, 1, 0, 1, LOSS_QUADRATIC);
    example_position(example, 3, 2, 0, 1, LOSS_LINEAR);
    example_draw(example);
    example_claim(example, 2, 0.25);
    frontiers_expect(example, &solver_egalitarian, NULL, 4, (double[]){ 0.5, 0.5, 1, 1 }, 1e-9);
    free(example);
}

/* Lists of outcomes: (4, 1), (1, 4), (2, 2) with claims (1, 1) gives (2, 2), in thirds of u
 * (validation.md, NegMAS's test); with (2, 3) beside it, that, though the least surplus is the same
 * (lexicographic), wherever it stands in the list. */
Test(solver_egalitarian, lists)
{
    double plain[2][EXAMPLE_LEVELS] = { { 1, 0, 1.0 / 3 }, { 0, 1, 1.0 / 3 } };
    struct example *example = frontiers_list(2, 3, plain);
    frontiers_expect(example, &solver_egalitarian, NULL, 2, (double[]){ 1.0 / 3, 1.0 / 3 }, 1e-9);
    free(example);
    for (int m = 0; m < 3; m++) {
        double more[2][EXAMPLE_LEVELS] = { { 1, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0 },
                                           { 0, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1 } };
        more[1][1 + m] = 2.0 / 3;
        example = frontiers_list(2, 5, more);
        frontiers_expect(example, &solver_egalitarian, NULL, 2, (double[]){ 1.0 / 3, 2.0 / 3 },
                         1e-9);
        free(example);
    }
}
