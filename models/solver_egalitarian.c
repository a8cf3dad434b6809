#include "models/solution.h"
#include "models/solver.h"

static bool egalitarian_lane(struct solution *solution)
{
    double share[FRONTIER_PARTIES];
    for (int i = 0; i < solution->parties; i++)
        share[i] = 1;
    return solution_share(solution, solution->claim, share);
}

static void egalitarian_solve(const void *settings, const double *values,
                              const struct bargain *bargain, double *package, bool *found,
                              double *gap)
{
    solution_solve(egalitarian_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_egalitarian = {
    .about = { .name = "egalitarian",
               .summary = "The same surplus for all, as large as it can be.",
               .formula =
                   "max t such that U_i(x) - claim_i >= t, i over all whose consent x needs; then, "
                   "again and again, those who can be given more while nobody loses get the same "
                   "more (lexicographic), so that x is Pareto efficient among packages that "
                   "ask the same; no package where t <= 0; the gap is of t",
               .source = "Kalai, Proportional Solutions to Bargaining Situations: Interpersonal "
                         "Utility Comparisons, Econometrica 45 (1977); lexicographic: Imai, "
                         "Individual Monotonicity and Lexicographic Maxmin Solution, Econometrica "
                         "51 (1983)" },
    .solve = egalitarian_solve,
};
