/* The published three-party domain: facts of the design's validation.md, from the source named
 * there, matched by brute force over its outcomes, which is written here, and by the solvers. */
#include "tests/published.h"

/* The three-party domain of GENIUS's mediator test (validation.md): 6 issues, 3,072 outcomes. */
static const struct published PARTY = {
    .parties = 3,
    .issues = 6,
    .size = { 4, 4, 4, 4, 3, 4 },
    .weight = { { .19, .28, .19, .05, .19, .10 },
                { 0.09524603680686539, .2283401143767259, .10901786485921511, .21419760121831746,
                  .10811172572057104, .24508665701830707 },
                { .26406799635023226, .1897622085535712, .22270065828817484, .05801671655793907,
                  .16832340046936656, .09712901978071596 } },
    .worth = { { { 1, 2. / 3, 2. / 3, 1. / 3 },
                 { 1. / 3, 1, 2. / 3, 1. / 3 },
                 { .5, .25, 1, .75 },
                 { .25, .75, 1, .5 },
                 { 2. / 3, 1, 1. / 3 },
                 { 2. / 3, 1, 1. / 3, 1. / 3 } },
               { { .25, .5, .75, 1 },
                 { 3. / 12, 2. / 12, 1, 1. / 12 },
                 { 3. / 10, 2. / 10, 1, 1. / 10 },
                 { 12. / 13, 2. / 13, 1. / 13, 1 },
                 { 1, 1. / 3, 2. / 3 },
                 { 1, 3. / 10, 1. / 10, 2. / 10 } },
               { { 1, .75, .6, .5 },
                 { 1, .2, .75, .25 },
                 { 1, .8, .4, .92 },
                 { 1, 2. / 3, 8. / 15, .8 },
                 { .9, .75, 1 },
                 { .25, .5, .75, 1 } } },
};

/* u of every outcome, and which of them no other is at least as good as for all and better for
 * one; as published, to the last digit: three of the 102 differ from others by rounding alone. */
struct published_analysis {
    int count, efficient, nash, sum;
    double u[3072][PUBLISHED_PARTIES];
    bool best[3072];
};

static double published_product(const double *u)
{
    return u[0] * u[1] * u[2];
}

static void published_analyse(struct published_analysis *all)
{
    int level[EXAMPLE_ISSUES];
    memset(all, 0, sizeof *all);
    all->count = published_count(&PARTY);
    for (int o = 0; o < all->count; o++) {
        published_levels(&PARTY, o, level);
        for (int i = 0; i < 3; i++)
            all->u[o][i] = published_worth(&PARTY, i, level);
        if (published_product(all->u[o]) > published_product(all->u[all->nash]))
            all->nash = o;
        const double *sum = all->u[all->sum], *u = all->u[o];
        if (u[0] + u[1] + u[2] > sum[0] + sum[1] + sum[2])
            all->sum = o;
    }
    for (int o = 0; o < all->count; o++) {
        bool beaten = false;
        for (int p = 0; p < all->count && !beaten; p++) {
            bool least = true, more = false;
            for (int i = 0; i < 3; i++) {
                least = least && all->u[p][i] >= all->u[o][i];
                more = more || all->u[p][i] > all->u[o][i];
            }
            beaten = least && more;
        }
        all->best[o] = !beaten;
        all->efficient += !beaten;
    }
}

/* Euclidean, the first party counted `times`. */
static double published_apart(const double *u, const double *v, int times)
{
    double sum = times * (u[0] - v[0]) * (u[0] - v[0]);
    for (int i = 1; i < 3; i++)
        sum += (u[i] - v[i]) * (u[i] - v[i]);
    return sqrt(sum);
}

static double published_to_pareto(const struct published_analysis *all, const double *u, int times)
{
    double least = HUGE_VAL;
    for (int o = 0; o < all->count; o++)
        if (all->best[o])
            least = fmin(least, published_apart(u, all->u[o], times));
    return least;
}

static struct published_analysis analysis;

Test(published, three_party_domain)
{
    published_analyse(&analysis);
    cr_assert_eq(analysis.count, 3072);
    cr_assert_eq(analysis.efficient, 102, "%d", analysis.efficient);
    const double *nash = analysis.u[analysis.nash];
    cr_assert_float_eq(published_product(nash), 0.5231170481621176, 1e-14);
    cr_assert_float_eq(nash[0], 0.785, 1e-9);
    cr_assert_float_eq(nash[1], 0.928565472, 1e-9);
    cr_assert_float_eq(nash[2], 0.717656605, 1e-9);
    cr_assert_eq(analysis.sum, analysis.nash);
    cr_assert_float_eq(nash[0] + nash[1] + nash[2], 2.4312220771, 1e-10);
    /* Published three-party deals: to the Pareto set, to Nash. */
    const double deal[3][3] = { { .975, .494646900021052, .612321134864951 },
                                { .658333333333333, 1, .585622606519525 },
                                { .4875, .4324145751341, 1 } };
    const double apart[3] = { .48526, .19642, .64373 };
    for (int m = 0; m < 3; m++) {
        cr_expect_leq(published_to_pareto(&analysis, deal[m], 1), 1e-9);
        cr_expect_float_eq(published_apart(deal[m], nash, 1), apart[m], 5e-6);
    }
}

/* java.util.Random, seed 0: the mediator's single text. */
static int64_t published_next(uint64_t *state, int bits)
{
    *state = (*state * 0x5DEECE66Du + 0xB) & ((1ull << 48) - 1);
    return (int64_t)(*state >> (48 - bits));
}

static int published_draw(uint64_t *state, int n)
{
    if ((n & (n - 1)) == 0)
        return (int)((n * published_next(state, 31)) >> 31);
    int64_t u, v;
    do {
        u = published_next(state, 31);
        v = u % n;
    } while (u - v + n - 1 >= 1ll << 31);
    return (int)v;
}

Test(published, single_text_of_a_mediator)
{
    uint64_t state = 0x5DEECE66Du;
    int text[6], accepted[6] = { 0 }, rounds[30], count = 0;
    double last[3] = { 0 };
    for (int round = 1; round <= 30; round++) {
        bool all = true;
        double u[3];
        memcpy(text, accepted, sizeof text);
        for (int k = 0; k < 6 && round == 1; k++)
            text[k] = published_draw(&state, PARTY.size[k]);
        if (round > 1) {
            int k = published_draw(&state, 6), v;
            do
                v = published_draw(&state, PARTY.size[k]);
            while (v == accepted[k]);
            text[k] = v;
        }
        for (int i = 0; i < 3; i++) {
            u[i] = published_worth(&PARTY, i, text);
            all = all && u[i] >= last[i];
        }
        if (all) {
            memcpy(accepted, text, sizeof text);
            memcpy(last, u, sizeof last);
            rounds[count++] = round;
        }
        if (round == 1) {
            const int first[6] = { 2, 3, 0, 2, 2, 1 };
            cr_assert_arr_eq(text, first, sizeof first);
        }
    }
    const int deal[6] = { 2, 2, 0, 2, 2, 1 };
    cr_assert_arr_eq(accepted, deal, sizeof deal);
    cr_assert_eq(count, 2);
    cr_assert_eq(rounds[0], 1);
    cr_assert_eq(rounds[1], 26);
    cr_assert_float_eq(last[0], 0.6216666666666666, 1e-14);
    cr_assert_float_eq(last[1], 0.4945572209141002, 1e-14);
    cr_assert_float_eq(last[2], 0.771293271704118, 1e-14);
    published_analyse(&analysis);
    const double *nash = analysis.u[analysis.nash];
    cr_assert_float_eq(published_to_pareto(&analysis, last, 1), .17911, 5e-6);
    cr_assert_float_eq(published_apart(last, nash, 1), .46682, 5e-6);
}

/* With the mediator as a fourth party that holds the first's utilities: the published distances of
 * its deal from the Pareto set and from Nash. 2.50918, which is published as welfare, is that of
 * the deal, not the largest: the sum is largest where each issue by itself has the largest weighted
 * sum of worths, .8483333333 twice, .8564909886 and .6924080946, at [0,2,2,3,1,0]: 3.2455657499.
 * That is Nash of the four, too. */
Test(published, a_mediator_that_counts_as_a_party)
{
    const double deal[3] = { 0.6216666666666666, 0.4945572209141002, 0.771293271704118 };
    const int want[6] = { 0, 2, 2, 3, 1, 0 };
    int level[EXAMPLE_ISSUES], best = 0;
    double most = 0, largest = 0, apart = 0;
    published_analyse(&analysis);
    cr_assert_float_eq(published_to_pareto(&analysis, deal, 2), .18578, 5e-6);
    for (int o = 0; o < analysis.count; o++) {
        const double *u = analysis.u[o];
        best = published_product(u) * u[0] > most ? o : best;
        most = fmax(most, published_product(u) * u[0]);
        largest = fmax(largest, 2 * u[0] + u[1] + u[2]);
    }
    published_levels(&PARTY, best, level);
    cr_assert_arr_eq(level, want, sizeof want);
    cr_assert_float_eq(published_apart(deal, analysis.u[best], 2), .48987, 5e-6);
    cr_assert_float_eq(2 * deal[0] + deal[1] + deal[2], 2.50918, 5e-6);
    cr_assert_float_eq(largest, 3.245565749872, 1e-12);
    for (int k = 0; k < 6; k++) {
        double top = 0;
        for (int m = 0; m < PARTY.size[k]; m++)
            top = fmax(top, 2 * PARTY.weight[0][k] * PARTY.worth[0][k][m] +
                                PARTY.weight[1][k] * PARTY.worth[1][k][m] +
                                PARTY.weight[2][k] * PARTY.worth[2][k][m]);
        apart += top;
    }
    cr_assert_float_eq(largest, apart, 1e-12);
    /* The solver, the first counted twice. */
    const double power[3] = { 2, 1, 1 };
    memset(level, 0, sizeof level);
    cr_assert_leq(published_solve(&PARTY, &solver_utilitarian, power, level), 1e-9);
    cr_assert_arr_eq(level, want, sizeof want);
    memset(level, 0, sizeof level);
    cr_assert_leq(published_solve(&PARTY, &solver_nash, power, level), 1e-9);
    cr_assert_arr_eq(level, want, sizeof want);
}

/* The outcome in which the party whose gain is the least of its share has most of that; it is the
 * only one. */
static int published_fairest(const double *claim, const double *share)
{
    double most = 0, next = 0;
    int best = 0;
    for (int o = 0; o < analysis.count; o++) {
        double least = HUGE_VAL;
        for (int i = 0; i < 3; i++)
            least = fmin(least, (analysis.u[o][i] - claim[i]) / share[i]);
        next = fmax(next, fmin(least, most));
        best = least > most ? o : best;
        most = fmax(most, least);
    }
    cr_assert_gt(most - next, 1e-3);
    return best;
}

/* What each could gain where the others have their claims. */
static void published_ideals(const double *claim, double *gain)
{
    for (int i = 0; i < 3; i++)
        gain[i] = 0;
    for (int o = 0; o < analysis.count; o++) {
        const double *u = analysis.u[o];
        for (int i = 0; i < 3; i++) {
            int next = (i + 1) % 3, last = (i + 2) % 3;
            if (u[next] >= claim[next] && u[last] >= claim[last])
                gain[i] = fmax(gain[i], u[i] - claim[i]);
        }
    }
}

static void published_expect(const struct published *party, const struct solver *solver,
                             const double *power, int outcome)
{
    int level[EXAMPLE_ISSUES], want[EXAMPLE_ISSUES];
    published_levels(party, outcome, want);
    cr_expect_leq(published_solve(party, solver, power, level), 1e-9, "%s", solver->about.name);
    cr_expect_arr_eq(level, want, 6 * sizeof *want, "%s", solver->about.name);
}

/* The solvers' search gives what brute force gives, on the list itself. No published source has
 * Kalai's solutions of this domain: they are those of the enumeration. */
Test(published, solvers_on_the_three_party_domain)
{
    const double even[3] = { 1, 1, 1 }, uneven[3] = { 1, 2, 0.8 }, *none = PARTY.claim;
    double ideal[3];
    published_analyse(&analysis);
    published_ideals(none, ideal);
    for (int i = 0; i < 3; i++)
        cr_assert_float_eq(ideal[i], 1, 1e-12);
    published_expect(&PARTY, &solver_nash, NULL, analysis.nash);
    published_expect(&PARTY, &solver_utilitarian, NULL, analysis.sum);
    published_expect(&PARTY, &solver_kalai_smorodinsky, NULL, published_fairest(none, ideal));
    published_expect(&PARTY, &solver_egalitarian, NULL, published_fairest(none, even));
    published_expect(&PARTY, &solver_proportional, uneven, published_fairest(none, uneven));
    const double *fair = analysis.u[published_fairest(none, even)];
    cr_expect_float_eq(fair[0], 0.8008333333, 1e-9);
    cr_expect_float_eq(fair[1], 0.7583749102, 1e-9);
    cr_expect_float_eq(fair[2], 0.8082124369, 1e-9);
}

/* With claims 0 all could have 1, so that equal gains are equal shares of the ideals. Here not. */
Test(published, solvers_with_claims)
{
    const double even[3] = { 1, 1, 1 };
    struct published party = PARTY;
    double ideal[3];
    published_analyse(&analysis);
    party.claim[0] = 0.5;
    party.claim[2] = 0.6;
    published_ideals(party.claim, ideal);
    int equal = published_fairest(party.claim, even), share = published_fairest(party.claim, ideal);
    cr_assert_neq(equal, share);
    published_expect(&party, &solver_egalitarian, NULL, equal);
    published_expect(&party, &solver_kalai_smorodinsky, NULL, share);
}
