#include "models/solution.h"
#include "models/solver.h"

static bool kalai_smorodinsky_lane(struct solution *solution)
{
    double share[FRONTIER_PARTIES];
    if (!solution_ideals(solution, solution->claim, share))
        return false;
    for (int i = 0; i < solution->parties; i++)
        share[i] -= solution->claim[i];
    return solution_share(solution, solution->claim, share);
}

static void kalai_smorodinsky_solve(const void *settings, const double *values,
                                    const struct bargain *bargain, double *package, bool *found,
                                    double *gap)
{
    solution_solve(kalai_smorodinsky_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_kalai_smorodinsky = {
    .about = { .name = "kalai_smorodinsky",
               .summary = "The same share for all of the most that each could gain alone.",
               .formula =
                   "max t such that U_i(x) - claim_i >= t (b_i - claim_i), i over all whose "
                   "consent x needs; b_i = max U_i(y) over packages y that give all others whose "
                   "consent y needs their claims; then, again and again, those who can be given "
                   "more while nobody loses get more in the same proportions (lexicographic), so "
                   "that x is Pareto efficient among packages that ask the same; no package where "
                   "t "
                   "<= 0; the gap is that of the largest surplus, b as found",
               .source = "Kalai and Smorodinsky, Other Solutions to Nash's Bargaining Problem, "
                         "Econometrica 43 (1975); lexicographic, for more than two: Imai, "
                         "Individual Monotonicity and Lexicographic Maxmin Solution, Econometrica "
                         "51 (1983)" },
    .solve = kalai_smorodinsky_solve,
};
