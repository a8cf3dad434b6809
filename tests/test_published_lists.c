/* Lists of outcomes: published cases and defects of other programs (the design's validation.md),
 * each held against brute force over the list. */
#include "tests/published.h"

/* Defect 1: a disagreement point worse than every deal counts. Products .36, .3472, .28. */
Test(published_lists, a_disagreement_point_worse_than_every_deal_counts)
{
    const double u[3][2] = { { .9, .4 }, { .62, .56 }, { .35, .8 } };
    struct published list = published_pairs(3, u);
    int level[1];
    published_solve(&list, &solver_nash, NULL, level);
    cr_assert_eq(level[0], 0);
    list.claim[0] = .35; /* what replacing it by the worst outcomes would give */
    list.claim[1] = .4;
    published_solve(&list, &solver_nash, NULL, level);
    cr_assert_eq(level[0], 1);
}

/* NegMAS (validation.md): discrete, d = (1, 1): Nash and equal gains are (2, 2), since the program
 * knows no lotteries: what is signed is one package (docs/solvers.md, Which solver when).
 * The published (2.5, 2.5) is that of a lottery between (4, 1) and (1, 4): of a thing that can be
 * divided, x to the first, u = (1 + 3 x, 4 - 3 x). (2.5, 2.6) is 0.1 / sqrt 2 beyond its frontier,
 * on which the largest sum is 5. */
Test(published_lists, are_not_made_convex)
{
    const double u[3][2] = { { 4, 1 }, { 1, 4 }, { 2, 2 } }, one[1] = { 1 };
    const struct solver *const solvers[2] = { &solver_nash, &solver_egalitarian };
    struct published list = published_pairs(3, u);
    int level[1];
    list.claim[0] = list.claim[1] = 1;
    for (int m = 0; m < 2; m++) {
        published_solve(&list, solvers[m], NULL, level);
        cr_assert_eq(level[0], 2);
        struct example *example = example_pies(1, one, one);
        example_solve(example, solvers[m], NULL);
        double first = 4 - 3 * example->package[0][0], second = 1 + 3 * example->package[0][0];
        cr_assert_float_eq(first, 2.5, 1e-9);
        cr_assert_float_eq(second, 2.5, 1e-9);
        cr_assert_float_eq((2.5 + 2.6 - first - second) / sqrt(2), 0.1 / sqrt(2), 1e-9);
        free(example);
    }
}

/* The outcomes that gains in proportions of all kinds from the claims lead to, one bit each. */
static unsigned lists_reached(const struct published *list)
{
    unsigned reached = 0;
    int level[1];
    for (int m = 1; m < 60; m++) {
        double angle = m * acos(-1) / 120;
        const double power[2] = { sin(angle), cos(angle) };
        cr_assert_leq(published_solve(list, &solver_proportional, power, level), 1e-9);
        reached |= 1u << level[0];
    }
    return reached;
}

/* By the definition. */
static unsigned lists_efficient(const struct published *list)
{
    unsigned efficient = 0;
    for (int o = 0; o < list->size[0]; o++) {
        bool beaten = false;
        for (int p = 0; p < list->size[0]; p++) {
            double first = list->worth[0][0][p] - list->worth[0][0][o],
                   second = list->worth[1][0][p] - list->worth[1][0][o];
            beaten = beaten || (first >= 0 && second >= 0 && first + second > 0);
        }
        efficient |= (unsigned)!beaten << o;
    }
    return efficient;
}

/* validation.md: (0, 1), (.6, .3), (1, 0): all three are efficient, though a lottery between the
 * others is better than the second; and of ten outcomes numbers 3 and 6. */
Test(published_lists, frontiers)
{
    const double mixture[3][2] = { { 0, 1 }, { .6, .3 }, { 1, 0 } };
    const double ten[10][2] = { { .5337723805661662, 0 }, { .8532272031479199, 0 },
                                { .4781281413197942, 1 }, { .7242899747791032, 1 },
                                { .3461879818432919, 1 }, { .2608677043479706, 1 },
                                { .9419131964655383, 0 }, { .29368079952747694, 0 },
                                { .6093201983562316, 0 }, { .7066918086398718, 0 } };
    struct published list = published_pairs(3, mixture);
    list.claim[0] = list.claim[1] = -0.1;
    cr_expect_eq(lists_efficient(&list), 7);
    cr_expect_eq(lists_reached(&list), 7);
    list = published_pairs(10, ten);
    list.claim[1] = -0.1;
    cr_expect_eq(lists_efficient(&list), 1u << 3 | 1u << 6);
    cr_expect_eq(lists_reached(&list), 1u << 3 | 1u << 6);
}

/* Defect 3: nothing is cut off. 279,936 outcomes; what is best is found wherever it stands, here
 * behind the first 100,000, and proved. */
Test(published_lists, are_not_cut)
{
    struct published list = { .parties = 2, .issues = 7 };
    unsigned state = 5;
    int level[EXAMPLE_ISSUES], want = 0;
    double most = -HUGE_VAL;
    for (int k = 0; k < 7; k++) {
        list.size[k] = 6;
        for (int i = 0; i < 2; i++) {
            list.weight[i][k] = example_uniform(&state, 0.1, 1);
            for (int m = 0; m < 6; m++)
                list.worth[i][k][m] = example_uniform(&state, 0, 1);
        }
    }
    for (int i = 0; i < 2; i++) { /* levels 3 and up of the first issue are the better ones */
        double sum = 0;
        for (int m = 0; m < 3; m++)
            list.worth[i][0][m] *= 0.2;
        for (int k = 0; k < 7; k++)
            sum += list.weight[i][k];
        for (int k = 0; k < 7; k++)
            list.weight[i][k] /= sum;
    }
    for (int o = 0; o < published_count(&list); o++) {
        published_levels(&list, o, level);
        double product = published_worth(&list, 0, level) * published_worth(&list, 1, level);
        want = product > most ? o : want;
        most = fmax(most, product);
    }
    cr_assert_gt(want, 100000);
    cr_assert_leq(published_solve(&list, &solver_nash, NULL, level), 1e-9);
    double found = published_worth(&list, 0, level) * published_worth(&list, 1, level);
    cr_assert_float_eq(found, most, 1e-12);
}
