#include <string.h>

#include "models/solution.h"
#include "models/solver.h"

enum { RAIFFA_STEPS = 100 };

/* Steps end where nobody can gain more than this, utility points; who can gain nothing may seem to
 * lose as much. */
static const double RAIFFA_END = 1e-9;

/* One step from `point`, if there is a package at its end, and one beyond it. */
static bool raiffa_step(struct solution *solution, double *point, double *most)
{
    double next[FRONTIER_PARTIES], further[FRONTIER_PARTIES], gain = 0;
    struct optimum optimum;
    for (int i = 0; i < solution->parties; i++)
        next[i] = point[i] + (most[i] - point[i]) / solution->parties;
    for (int i = 0; i < solution->parties; i++) {
        further[i] = solution_most(solution, i, next, &optimum);
        if (further[i] < next[i] - RAIFFA_END)
            return false;
        further[i] = further[i] > next[i] ? further[i] : next[i];
        gain = further[i] - next[i] > gain ? further[i] - next[i] : gain;
    }
    if (gain <= RAIFFA_END)
        return false;
    memcpy(point, next, sizeof next);
    memcpy(most, further, sizeof further);
    return true;
}

static bool raiffa_lane(struct solution *solution)
{
    double point[FRONTIER_PARTIES], most[FRONTIER_PARTIES];
    memcpy(point, solution->claim, sizeof point);
    if (!solution_ideals(solution, point, most))
        return false;
    for (int step = 0; step < RAIFFA_STEPS && raiffa_step(solution, point, most); step++)
        ;
    for (int i = 0; i < solution->parties; i++)
        most[i] -= point[i];
    return solution_onward(solution, point, most);
}

static void raiffa_solve(const void *settings, const double *values, const struct bargain *bargain,
                         double *package, bool *found, double *gap)
{
    solution_solve(raiffa_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_raiffa = {
    .about = { .name = "raiffa",
               .summary = "Agreement by steps: each time all get their share of the most that each "
                          "could still gain alone.",
               .formula =
                   "d(0) = claims; d(k + 1) = d(k) + (b(d(k)) - d(k)) / n, b_i(d) = max U_i(y) "
                   "over packages y that give all others whose consent y needs what d gives them, "
                   "n the parties that can consent; when nobody has more than 1e-9 to gain, or the "
                   "next step needs a lottery, the package that goes furthest in the direction of "
                   "b(d) - d, made Pareto efficient as by kalai_smorodinsky; the gap is that of "
                   "this last step",
               .source =
                   "Raiffa, Arbitration Schemes for Generalized Two-Person Games, "
                   "Contributions to the Theory of Games II (1953); Luce and Raiffa, Games and "
                   "Decisions (1957), 6.7" },
    .solve = raiffa_solve,
};
