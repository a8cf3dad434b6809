/* Solutions by multipliers: closed forms, axioms, certificates, and the same bits in every form. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "models/dual.h"

/* A plain sequence of numbers in [0, 1) (Knuth's 64-bit linear congruence, its high bits). */
static double uniform(unsigned long long *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Family A of the measurements: weights sum to 1, ideals in [-.2, 1.2]; claims that a package drawn
 * before beats by .02 .. .32, or (torn) that it misses by up to .21 or beats by up to .09. */
static struct dual_problem draw(unsigned long long *state, int parties, int issues, bool torn)
{
    struct dual_problem problem = { .parties = parties, .issues = issues, .alpha = 1.0 };
    double total = 0.0, x[DUAL_ISSUES];
    for (int k = 0; k < issues; k++) {
        problem.high[k] = 1.0;
        x[k] = uniform(state);
    }
    for (int i = 0; i < parties; i++) {
        double sum = 0.0;
        for (int k = 0; k < issues; k++)
            sum += problem.weight[i][k] = 0.05 + uniform(state);
        for (int k = 0; k < issues; k++) {
            problem.weight[i][k] /= sum;
            problem.ideal[i][k] = 1.4 * uniform(state) - 0.2;
            double off = x[k] - problem.ideal[i][k];
            problem.claim[i] += problem.weight[i][k] * (1.0 - off * off);
        }
        double u = uniform(state);
        problem.claim[i] += torn ? 0.3 * (u - 0.3) : -0.02 - 0.3 * u;
        problem.share[i] = 1.0;
        total += problem.power[i] = 0.2 + uniform(state);
    }
    for (int i = 0; i < parties; i++)
        problem.power[i] /= total;
    return problem;
}

static struct dual_problem pie(double first)
{
    return (struct dual_problem){ .parties = 2,
                                  .issues = 1,
                                  .alpha = 1.0,
                                  .weight = { { 1.0 }, { 1.0 } },
                                  .ideal = { { 0.0 }, { 1.0 } },
                                  .high = { 1.0 },
                                  .power = { first, 1.0 - first },
                                  .share = { 1.0, 1.0 } };
}

static struct dual_answer solve(const struct dual_problem *problem)
{
    struct dual_answer answer;
    dual_solve(problem, &answer);
    return answer;
}

static void expect(double found, double wanted, double tolerance)
{
    cr_expect(fabs(found - wanted) <= tolerance, "%.15g, expected %.15g", found, wanted);
}

/* One quadratic issue, powers .7 and .3: the root of
 * .7 x / (1 - x^2) = .3 (1 - x) / (1 - (1 - x)^2), found by bisection. */
Test(dual, one_quadratic_issue)
{
    struct dual_problem problem = pie(0.7);
    struct dual_answer answer = solve(&problem);
    cr_expect_eq(answer.status, DUAL_SOLVED);
    expect(answer.package[0], 0.376015746599, 1e-11);
    for (int aim = DUAL_NASH; aim <= DUAL_ALPHA_FAIR; aim++) { /* by symmetry */
        problem = pie(0.5);
        problem.aim = (enum dual_aim)aim;
        problem.alpha = 3.0;
        expect(solve(&problem).package[0], 0.5, 1e-9);
    }
}

/* Utilitarian: the weighted mean of the ideals. Agenda setter with claim .84 against it: 1 - x' =
 * .4, where the other just accepts; with no claim that binds, its own ideal. */
Test(dual, ends_of_the_pie)
{
    struct dual_problem problem = pie(0.7);
    problem.aim = DUAL_UTILITARIAN;
    expect(solve(&problem).package[0], 0.3, 1e-15);
    problem.aim = DUAL_RAY;
    problem.share[1] = 0.0;
    problem.claim[1] = 0.84;
    struct dual_answer answer = solve(&problem);
    cr_expect_eq(answer.status, DUAL_SOLVED);
    expect(answer.package[0], 0.6, 1e-8);
    expect(answer.value, 0.64, 1e-8);
    problem.claim[1] = -5.0;
    expect(solve(&problem).value, 1.0, 1e-9);
}

/* Two issues: the largest least surplus per share on a grid of 801 x 801 packages. */
Test(dual, ray_against_grid)
{
    unsigned long long state = 3;
    for (int trial = 0; trial < 12; trial++) {
        struct dual_problem problem = draw(&state, 2 + trial % 3, 2, trial % 2 == 1);
        problem.aim = DUAL_RAY;
        problem.share[0] = 1.7;
        double best = -HUGE_VAL;
        for (int m = 0; m < 801 * 801; m++) {
            double least = HUGE_VAL;
            for (int i = 0; i < problem.parties; i++) {
                double a = m % 801 / 800.0 - problem.ideal[i][0];
                double b = m / 801 / 800.0 - problem.ideal[i][1];
                double u = problem.weight[i][0] * (1 - a * a) + problem.weight[i][1] * (1 - b * b);
                least = fmin(least, (u - problem.claim[i]) / problem.share[i]);
            }
            best = fmax(best, least);
        }
        struct dual_answer answer = solve(&problem);
        cr_expect_eq(answer.status, DUAL_SOLVED);
        cr_expect(answer.value >= best - 1e-10 && answer.value <= best + 3e-3);
    }
}

/* Where no agreement is proved, no package of a grid is worth more at the multipliers; where a
 * package is found, the conditions of the optimum hold. */
Test(dual, proofs_and_conditions)
{
    unsigned long long state = 8;
    int none = 0;
    for (int trial = 0; trial < 200; trial++) {
        struct dual_problem problem = draw(&state, 2 + trial % 3, 2, true);
        struct dual_answer answer = solve(&problem);
        cr_expect_neq(answer.status, DUAL_UNDECIDED);
        none += answer.status == DUAL_NONE;
        for (int i = 0; i < problem.parties && answer.status == DUAL_SOLVED; i++)
            expect(answer.multiplier[i] * (answer.utility[i] - problem.claim[i]), problem.power[i],
                   1e-7);
        for (int m = 0; m < 101 * 101 && answer.status == DUAL_NONE; m++) {
            double worth = 0.0;
            for (int i = 0; i < problem.parties; i++) {
                double a = m % 101 / 100.0 - problem.ideal[i][0];
                double b = m / 101 / 100.0 - problem.ideal[i][1];
                double u = problem.weight[i][0] * (1 - a * a) + problem.weight[i][1] * (1 - b * b);
                worth += answer.multiplier[i] * (u - problem.claim[i]);
            }
            cr_expect(worth < 0.0 && worth <= answer.bound + 1e-12);
        }
    }
    cr_expect(none > 20 && none < 180, "%d", none);
}

/* Utility scales, the order of parties and that of issues change nothing. */
Test(dual, axioms)
{
    unsigned long long state = 5;
    for (int trial = 0; trial < 50; trial++) {
        struct dual_problem problem = draw(&state, 4, 6, false), other = problem;
        for (int i = 0; i < 4; i++) {
            double scale = i == 1 ? 7.0 : 1.0;
            for (int k = 0; k < 6; k++) {
                other.weight[3 - i][5 - k] = scale * problem.weight[i][k];
                other.ideal[3 - i][5 - k] = problem.ideal[i][k];
            }
            other.claim[3 - i] = scale * problem.claim[i];
            other.power[3 - i] = problem.power[i];
        }
        struct dual_answer a = solve(&problem), b = solve(&other);
        for (int k = 0; k < 6; k++)
            expect(b.package[5 - k], a.package[k], 1e-8);
    }
}

/* alpha near 0, 1 and large: utilitarian, Nash, egalitarian. */
Test(dual, fair_family)
{
    unsigned long long state = 6;
    for (int trial = 0; trial < 20; trial++) {
        struct dual_problem fair = draw(&state, 3, 4, false), limit = fair;
        const double alpha[] = { 1e-6, 1.000001, 60.0 }, close[] = { 1e-4, 1e-5 };
        const enum dual_aim aim[] = { DUAL_UTILITARIAN, DUAL_NASH, DUAL_RAY };
        for (int c = trial % 2; c < 3; c++) { /* the utilitarian package may miss a claim */
            if (c == 0)
                for (int i = 0; i < 3; i++)
                    fair.claim[i] = limit.claim[i] = -3.0;
            fair.aim = DUAL_ALPHA_FAIR;
            fair.alpha = alpha[c];
            limit.aim = aim[c];
            struct dual_answer a = solve(&fair), b = solve(&limit);
            double least = HUGE_VAL;
            for (int i = 0; i < 3; i++)
                least = fmin(least, a.utility[i] - fair.claim[i]);
            for (int i = 0; i < 3 && c < 2; i++)
                expect(a.utility[i], b.utility[i], close[c]);
            /* (sum a) t^-59 / min a bounds s^-59: s >= (min a)^(1/59) t, min a > .07 */
            if (c == 2)
                cr_expect(least <= b.value + 1e-9 && least >= 0.95 * b.value);
        }
    }
}

/* Scalar, side by side and without special instructions: the same bits; near starts: the same
 * package. */
Test(dual, every_form_the_same)
{
    static struct dual_problem problems[23];
    static struct dual_answer plain[23], wide[23], warm[23];
    static double start[23][DUAL_PARTIES];
    unsigned long long state = 7;
    for (int parties = 2; parties <= DUAL_PARTIES; parties++)
        for (int aim = DUAL_NASH; aim <= DUAL_RAY; aim++) {
            for (int p = 0; p < 23; p++) {
                problems[p] = draw(&state, parties, 1 + 4 * parties - 4, p % 5 == 4);
                problems[p].aim = (enum dual_aim)aim;
            }
            dual_solve_batch_plain(problems, 23, NULL, plain);
            dual_solve_batch(problems, 23, NULL, wide);
            for (int p = 0; p < 23; p++) {
                struct dual_answer one = solve(&problems[p]);
                size_t size = (size_t)problems[p].issues * sizeof(double);
                size_t few = (size_t)parties * sizeof(double);
                const struct dual_answer *others[] = { &plain[p], &wide[p] };
                for (int o = 0; o < 2; o++) {
                    cr_expect_eq(one.status, others[o]->status);
                    cr_expect_eq(one.iterations, others[o]->iterations);
                    cr_expect_eq(memcmp(one.package, others[o]->package, size), 0);
                    cr_expect_eq(memcmp(one.multiplier, others[o]->multiplier, few), 0);
                    cr_expect_eq(memcmp(&one.value, &others[o]->value, sizeof one.value), 0);
                    cr_expect_eq(memcmp(&one.gap, &others[o]->gap, sizeof one.gap), 0);
                }
                for (int i = 0; i < parties; i++)
                    start[p][i] = one.multiplier[i] * (i % 2 ? 1.05 : 0.96);
            }
            dual_solve_batch(problems, 23, (const double(*)[DUAL_PARTIES])start, warm);
            for (int p = 0; p < 23; p++)
                if (plain[p].status == DUAL_SOLVED)
                    expect(warm[p].value, plain[p].value, 1e-12);
        }
}

/* A zone of one point or none, equal ideals, issues of no weight or width, tiny powers. */
Test(dual, corners)
{
    struct dual_problem problem = pie(0.5);
    problem.claim[0] = problem.claim[1] = 0.75; /* only x = 1/2 gives both their claims */
    cr_expect_neq(solve(&problem).status, DUAL_SOLVED);
    problem.claim[0] = problem.claim[1] = 0.75 - 1e-7;
    cr_expect_eq(solve(&problem).status, DUAL_SOLVED);
    problem.claim[0] = problem.claim[1] = 0.75 + 1e-7;
    cr_expect_eq(solve(&problem).status, DUAL_NONE);

    problem = pie(1e-6);
    problem.issues = 3;
    problem.weight[0][1] = problem.weight[1][1] = 1.0;
    problem.ideal[0][1] = problem.ideal[1][1] = 0.4;
    problem.high[1] = 1.0;
    problem.low[2] = problem.high[2] = 0.2;
    struct dual_answer answer = solve(&problem);
    cr_expect_eq(answer.status, DUAL_SOLVED);
    expect(answer.package[1], 0.4, 1e-12);
    cr_expect(answer.package[0] > 0.999 && answer.package[2] == 0.2);
}
