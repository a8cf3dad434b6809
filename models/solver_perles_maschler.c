#include <math.h>

#include "models/curve.h"
#include "models/solver.h"

/* How near the best for both must be to a package that gives both their most. */
static const double PERLES_MASCHLER_NEAR = 1e-9;

/* A piece in which one changes by less is upright or level: no more than rounding. */
static const double PERLES_MASCHLER_LEAST = 1e-14;

/* Of a piece of the frontier: the root of what one gives up times what the other gains. */
static double perles_maschler_between(const double *from, const double *to)
{
    double given = from[0] - to[0], gained = to[1] - from[1];
    return given > PERLES_MASCHLER_LEAST && gained > PERLES_MASCHLER_LEAST ? sqrt(given * gained)
                                                                           : 0;
}

static bool perles_maschler_lane(struct solution *solution)
{
    struct curve curve;
    double miss = 0;
    if (!curve_open(&curve, solution))
        return false;
    if (curve_at(&curve, 0.5).gain[0] > 1 - PERLES_MASCHLER_NEAR)
        return curve_take(&curve, 0.5, miss);
    double at = curve_halve(&curve, perles_maschler_between, &miss);
    return at == at && curve_take(&curve, at, miss);
}

static void perles_maschler_solve(const void *settings, const double *values,
                                  const struct bargain *bargain, double *package, bool *found,
                                  double *gap)
{
    solution_solve(perles_maschler_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_perles_maschler = {
    .about = { .name = "perles_maschler",
               .summary = "Between two: both start from their best and concede at rates that "
                          "balance, until they meet (super-additive).",
               .formula =
                   "x on the frontier such that int sqrt(-dU_1 dU_2) is the same on both sides, "
                   "from x to the best for the first and to the best for the second, each where "
                   "the other has its claim; parts along which only one changes count nothing; by "
                   "Romberg's method along the frontier, without lotteries; then made Pareto "
                   "efficient; no package where the zone of possible agreement is empty, where "
                   "more than two parties can consent, or where no part of the frontier counts "
                   "(single packages), unless one gives both their most; the gap is that of the "
                   "ray plus what the integrals' errors can shift",
               .source = "Perles and Maschler, The Super-Additive Solution for the Nash Bargaining "
                         "Game, International Journal of Game Theory 10 (1981); Romberg, "
                         "Vereinfachte numerische Integration (1955)" },
    .parties = 2,
    .solve = perles_maschler_solve,
};
