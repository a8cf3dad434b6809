/* 10^5 random games by multipliers: every one is solved or proved to have no agreement. */
#include <criterion/criterion.h>
#include <math.h>

#include "models/dual.h"

/* Knuth's 64-bit linear congruence, its high bits: in [0, 1). */
static double uniform(unsigned long long *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Ideals in [-.2, 1.2]; claims around what a package drawn before gives; powers from 1e-6 to 1. */
static struct dual_problem draw(unsigned long long *state, int parties, int issues, double mean)
{
    struct dual_problem problem = { .parties = parties, .issues = issues };
    double total = 0.0, x[DUAL_ISSUES];
    for (int k = 0; k < issues; k++) {
        problem.high[k] = 1.0;
        x[k] = uniform(state);
    }
    for (int i = 0; i < parties; i++) {
        for (int k = 0; k < issues; k++) {
            double weight = problem.weight[i][k] = (0.05 + uniform(state)) / issues;
            double ideal = problem.ideal[i][k] = 1.4 * uniform(state) - 0.2;
            problem.claim[i] += weight * (1.0 - (x[k] - ideal) * (x[k] - ideal));
        }
        problem.claim[i] += 0.2 * (uniform(state) - mean);
        problem.share[i] = i == 0 || parties % 2 ? 1.0 : 0.0;
        total += problem.power[i] = uniform(state) < 0.2 ? 1e-6 : uniform(state) + 1e-6;
    }
    for (int i = 0; i < parties; i++)
        problem.power[i] /= total;
    return problem;
}

Test(dual_statistical, no_failures)
{
    unsigned long long state = 1;
    int none = 0;
    for (int trial = 0; trial < 100000; trial++) {
        double mean = trial % 2 ? 1.05 : 0.4; /* feasible, or mostly not */
        struct dual_problem problem = draw(&state, 2 + trial % 7, 1 + trial / 7 % 32, mean);
        problem.aim = trial / 2 % 2 ? DUAL_RAY : DUAL_NASH;
        struct dual_answer answer;
        dual_solve(&problem, &answer);
        none += answer.status == DUAL_NONE;
        cr_assert_neq(answer.status, DUAL_UNDECIDED, "trial %d: gap %g", trial, answer.gap);
        cr_assert(answer.status == DUAL_NONE ? answer.bound < 0.0 && trial % 2 == 0
                                             : answer.gap >= -1e-12 && answer.gap < 1e-9,
                  "trial %d: gap %g", trial, answer.gap);
    }
    cr_expect(none > 1000, "%d", none);
}
