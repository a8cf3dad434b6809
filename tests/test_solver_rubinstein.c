#include "tests/frontiers.h"

extern const struct solver solver_rubinstein;

struct rubinstein_only {
    struct quantity breakdown;
};
static const struct rubinstein_only NO_BREAKDOWN = { { .row = -1 } };
static const double ONE[1] = { 1 };

/* The first proposer of a pie has (1 - d_1) / (1 - d_0 d_1) (solvers.md section 4, item 8;
 * validation.md; closed_forms.md 1.1). */
Test(solver_rubinstein, pies)
{
    const struct {
        double first, second, share;
    } row[] = { { .9, .9, .5263157894736843 },
                { .95, .95, .5128205128205131 },
                { .9, .8, .7142857142857143 },
                { .8, .9, .35714285714285715 },
                { .99, .99, .5025125628140701 },
                { .95, .9, .6896551724137928 },
                { .75, .95, .17391304347826098 },
                { .99, .97, .755667506297 },
                { 0, .5, .5 },
                { .5, 0, 1 } };
    struct example *example = example_pies(1, ONE, ONE);
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        frontiers_discount(example, row[m].first, row[m].second);
        frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 2,
                         (double[]){ row[m].share, 1 - row[m].share }, 1e-9);
    }
    free(example);
}

/* Rates of .05 and .02: the shorter the rounds the nearer to .02 / .07 (solvers.md section 4, item
 * 8). What is left at rounds of .02 and .01 is in proportion to their length, to 1e-8. */
Test(solver_rubinstein, rates)
{
    struct example *example = example_pies(1, ONE, ONE);
    double share[2];
    for (int m = 0; m < 2; m++) {
        double length = 0.02 / (1 + m);
        frontiers_discount(example, exp(-0.05 * length), exp(-0.02 * length));
        example_solve(example, &solver_rubinstein, &NO_BREAKDOWN);
        share[m] = frontiers_worth(example, 0);
    }
    cr_assert_float_eq(2 * share[1] - share[0], 2.0 / 7, 1e-6, "%.12f", 2 * share[1] - share[0]);
    free(example);
}

/* Fighting goes on while talks do, so that a claim is what a party has meanwhile, and what is
 * divided is what is left above it: with .6 the other has .4 / 1.9, not the .4 that an outside
 * option of .6 would leave it (solvers.md section 4, item 8), which only ends talks. */
Test(solver_rubinstein, claims_are_no_outside_options)
{
    struct example *example = example_pies(1, ONE, ONE);
    frontiers_discount(example, 0.9, 0.9);
    example_claim(example, 1, 0.6);
    frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 2,
                     (double[]){ 0.4 / 1.9, 1 - 0.4 / 1.9 }, 1e-9);
    free(example);
}

/* F1: u_0 = sqrt((1 - d) / (1 - d^3)), towards Nash's 1 / sqrt 3; unequal factors (solvers.md). */
Test(solver_rubinstein, parabola)
{
    const struct {
        double first, second, worth;
    } row[] = { { .9, .9, .607456739231 },
                { .99, .99, .580249084765 },
                { .999, .999, .577639064642 },
                { .9, .8, .753778361444 } };
    struct example *example = frontiers_parabola();
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        frontiers_discount(example, row[m].first, row[m].second);
        frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 1, (double[]){ row[m].worth },
                         m == 2 ? 1e-6 : 1e-9);
    }
    free(example);
}

/* When the second proposes, it has the first-mover's advantage: x is between both offers. */
Test(solver_rubinstein, the_proposer_offers)
{
    struct example *example = example_pies(1, ONE, ONE);
    frontiers_discount(example, 0.9, 0.8);
    example->bargain.proposer = 1;
    frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 2,
                     (double[]){ 1 - 0.1 / 0.28, 0.1 / 0.28 }, 1e-9);
    free(example);
}

/* Talks may break down, patient parties then have (.2, .1): .2 + .7 / (2 - p), towards Nash's .55
 * (validation.md; closed_forms.md 1.2). */
Test(solver_rubinstein, breakdown)
{
    const struct {
        double chance, share;
    } row[] = {
        { .1, .5684210526 }, { .05, .558974359 }, { .01, .5517587940 }, { .001, .5501750875 }
    };
    struct example *example = example_pies(1, ONE, ONE);
    struct rubinstein_only settings = { example_number(example, 0) };
    frontiers_discount(example, 1 - 1e-12, 1 - 1e-12);
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        block_fill(example->values[settings.breakdown.row], row[m].chance, LANES);
        frontiers_expect(example, &solver_rubinstein, &settings, 1, (double[]){ row[m].share },
                         m == 3 ? 1e-6 : 1e-9);
    }
    block_fill(example->values[settings.breakdown.row], 0, LANES);
    frontiers_expect(example, &solver_rubinstein, &settings, 1, (double[]){ 0.55 }, 1e-4);
    block_fill(example->values[settings.breakdown.row], 1, LANES);
    frontiers_expect(example, &solver_rubinstein, &settings, 1, (double[]){ 0.9 }, 1e-9);
    free(example);
}

/* Three who propose in turn and must all agree: (1, d, d^2) (1 - d) / (1 - d^3) of v (solvers.md
 * section 4, item 8). */
Test(solver_rubinstein, three)
{
    struct example *example = frontiers_three();
    for (int i = 0; i < 3; i++)
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.9, LANES);
    frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 3,
                     (double[]){ 2 * 0.369003690037, 0.332103321033, 2 * 0.298892988930 }, 2e-9);
    example->bargain.proposer = 1;
    frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 3,
                     (double[]){ 2 * 0.298892988930, 0.369003690037, 2 * 0.332103321033 }, 2e-9);
    for (int i = 0; i < 3; i++)
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.99, LANES);
    double last = 0.01 / (1 - 0.970299);
    frontiers_expect(example, &solver_rubinstein, &NO_BREAKDOWN, 3,
                     (double[]){ 2 * last * 0.9801, last, 2 * last * 0.99 }, 1e-7);
    free(example);
}

/* A list has equilibria, too, several: the outcome found is one. By the definition, over all
 * outcomes: what it gives the second is what the second can get by waiting, at least, and nothing
 * that does so is better for the first. */
Test(solver_rubinstein, list)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.62, 0.35, 0 }, { 0, 0.4, 0.56, 0.8, 1 } };
    struct example *example = frontiers_list(2, 5, list);
    double gap[LANES], counter = 0, best = 0;
    frontiers_discount(example, 0.9, 0.9);
    solver_rubinstein.solve(&NO_BREAKDOWN, example->values[0], &example->bargain,
                            example->package[0], example->found, gap);
    cr_assert(example->found[0] && gap[0] < 1e-9, "gap %g", gap[0]);
    double first = frontiers_worth(example, 0), second = frontiers_worth(example, 1);
    for (int m = 0; m < 5; m++)
        counter = list[0][m] >= 0.9 * first ? fmax(counter, list[1][m]) : counter;
    for (int m = 0; m < 5; m++)
        best = list[1][m] >= 0.9 * counter ? fmax(best, list[0][m]) : best;
    cr_assert_float_eq(first, best, 1e-12);
    cr_assert(second >= 0.9 * counter);
    free(example);
}
