/* How far along a ray the packages of one region reach: the largest t at which every party that
 * counts is given U_i >= floor_i + share_i t.
 *
 * Given t, that is a matrix game between weights of the parties and packages: column generation
 * (Dantzig and Wolfe 1960) at the least t that no weights exclude. What weights w exclude is exact
 * for every shape of U, kinked or curved: sum_i w_i b_i(t) > max over packages of sum_i w_i raw_i,
 * b_i(t) the raw worth that gives floor_i + share_i t. */
#ifndef MODELS_REACH_H
#define MODELS_REACH_H

#include "models/mixture.h"

struct reach {
    double share[FRONTIER_PARTIES], floor[FRONTIER_PARTIES];
    bool counts[FRONTIER_PARTIES];
};

struct reach_result {
    double bound;   /* no package of the region reaches further; -HUGE_VAL: none keeps the floors
                       of the parties with share 0 */
    double reached; /* by the average of the mixture's worths, raw */
    double raw[FRONTIER_PARTIES];
    double package[FRONTIER_ISSUES]; /* mixture_average() of that mixture */
    double weight[FRONTIER_PARTIES]; /* of raw worth: what proves the bound */
};

/* Which parties count in a branch: those whose consent is needed and that have a share or a floor;
 * where no needed party has a share, all that have one. */
void reach_open(struct reach *reach, const struct branch *branch, const double *share,
                const double *floor);

/* t of a package, given raw worths: the least (U_i - floor_i) / share_i; -HUGE_VAL where a party
 * with share 0 has less than its floor by more than `slack`. */
double reach_of(const struct reach *reach, const struct branch *branch, const double *raw,
                double slack);

/* What weights of raw worth prove of a region. */
double reach_bound(const struct reach *reach, const struct region *region, const double *weight);

/* Stops once the bound is at most `enough`, or within `gap` of what is reached, or that share of
 * the bound is reached. The mixture holds packages of the region, or none. */
struct reach_result reach_solve(const struct reach *reach, const struct region *region,
                                double enough, double gap, double share, struct mixture *mixture);

#endif
