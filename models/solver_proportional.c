#include "models/solution.h"
#include "models/solver.h"

static bool proportional_lane(struct solution *solution)
{
    return solution_share(solution, solution->claim, solution->power);
}

static void proportional_solve(const void *settings, const double *values,
                               const struct bargain *bargain, double *package, bool *found,
                               double *gap)
{
    solution_solve(proportional_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_proportional = {
    .about = { .name = "proportional",
               .summary = "Surpluses in proportion to bargaining power, as large as they can be.",
               .formula =
                   "max t such that U_i(x) - claim_i >= power_i t, i over all whose consent x "
                   "needs; then, again and again, those who can be given more while nobody loses "
                   "get more in the same proportions (lexicographic), so that x is Pareto "
                   "efficient among packages that ask the same; no package where t <= 0; the gap "
                   "is that of the largest surplus",
               .source = "Kalai, Proportional Solutions to Bargaining Situations: Interpersonal "
                         "Utility Comparisons, Econometrica 45 (1977); Roth, Axiomatic Models of "
                         "Bargaining (1979); lexicographic: Imai, Individual Monotonicity and "
                         "Lexicographic Maxmin Solution, Econometrica 51 (1983)" },
    .solve = proportional_solve,
};
