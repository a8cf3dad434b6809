/* The largest sum of concave functions of the parties' worths over one region, as far as packages
 * of it can be averaged, with weights that prove it.
 *
 *   max over mixtures of packages of  sum_i h_i(raw_i),  h_i(raw) = value_i(U_i(raw)),
 *   raw_i >= what gives floor_i
 *
 * Both the packages and each h_i are replaced by what has been found of them, from inside (Dantzig
 * and Wolfe 1960): a linear program, whose prices w of the parties' raw worth bring the package
 * that maximises sum w raw, and for every party the raw worth that maximises h_i(raw) - w_i raw.
 * The two maxima together are a bound, whatever the w; a kink of h_i is one such raw worth, and no
 * slope is ever needed there. */
#ifndef MODELS_SUMMIT_H
#define MODELS_SUMMIT_H

#include "models/ascent.h"
#include "models/mixture.h"

struct summit {
    const struct criterion *criterion;
    double floor[FRONTIER_PARTIES]; /* of U_i; -HUGE_VAL where it has none or is not needed */
};

struct summit_result {
    double bound, reached;           /* by the average of the mixture's worths */
    double package[FRONTIER_ISSUES]; /* mixture_average() of that mixture */
    double weight[FRONTIER_PARTIES]; /* of raw worth: what proves the bound */
};

/* What weights of raw worth prove of a region. */
double summit_bound(const struct summit *summit, const struct region *region, const double *weight);

/* From raw worths that some mixture of the region's packages has and that keep the floors, and such
 * a package or one near it. Stops once the bound is at most `enough`, or within `gap` of what is
 * reached; fills mixture. */
struct summit_result summit_solve(const struct summit *summit, const struct region *region,
                                  const double *package, const double *raw, double enough,
                                  double gap, struct mixture *mixture);

#endif
