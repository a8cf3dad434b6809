#include "models/curve.h"
#include "models/solver.h"

/* Of the triangle between the claims and a piece of the frontier, twice. */
static double equal_area_between(const double *from, const double *to)
{
    return from[0] * to[1] - from[1] * to[0];
}

static bool equal_area_lane(struct solution *solution)
{
    struct curve curve;
    double miss;
    if (!curve_open(&curve, solution))
        return false;
    double at = curve_halve(&curve, equal_area_between, &miss);
    return at == at && curve_take(&curve, at, miss);
}

static void equal_area_solve(const void *settings, const double *values,
                             const struct bargain *bargain, double *package, bool *found,
                             double *gap)
{
    solution_solve(equal_area_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_equal_area = {
    .about = { .name = "equal_area",
               .summary = "Between two: the package on the line that halves the area of what both "
                          "could gain.",
               .formula =
                   "x on the ray from the claims that halves the area of { u : claim <= u <= U(y) "
                   "for some package y }, without lotteries: areas by Romberg's method along the "
                   "frontier; then made Pareto efficient; no package where the zone of possible "
                   "agreement is empty, or where more than two parties can consent; the gap is "
                   "that of the ray plus what the areas' errors can shift",
               .source = "Anbarci, Noncooperative Foundations of the Area Monotonic Solution, "
                         "Quarterly Journal of Economics 108 (1993); Anbarci and Bigelow, The Area "
                         "Monotonic Solution to the Cooperative Bargaining Problem, Mathematical "
                         "Social Sciences 28 (1994); Romberg, Vereinfachte numerische Integration "
                         "(1955)" },
    .parties = 2,
    .solve = equal_area_solve,
};
