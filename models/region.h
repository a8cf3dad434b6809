/* A part of a branch (models/branch.h): every issue confined to an interval, and what weights of
 * the parties can have there at most, exactly but for linked issues.
 *
 * A product of two free, linked issues is replaced, for each party, by the mean of the two straight
 * lines that bound it from above over the intervals (McCormick 1976): a party's worth is then a sum
 * over issues again, never below the truth, and above it by at most |m| (length x length) / 2. */
#ifndef MODELS_REGION_H
#define MODELS_REGION_H

#include "models/branch.h"

struct region {
    const struct branch *branch;
    const struct frontier *frontier;
    double low[FRONTIER_ISSUES], high[FRONTIER_ISSUES];
    /* By region_settle(): */
    double base[FRONTIER_PARTIES];                   /* raw worth of what is pinned */
    double slope[FRONTIER_ISSUES][FRONTIER_PARTIES]; /* what links add per unit of an issue */
    bool mixes[FRONTIER_ISSUES]; /* free, continuous, and concave over the interval */
    double least[FRONTIER_PARTIES], most[FRONTIER_PARTIES]; /* raw worth lies in between */
    struct reward reward[FRONTIER_PARTIES]; /* the branch's; of a party that seeks risk, whose worth
                                               is convex, the chord between the two above it */
};

/* The whole branch at hand. */
void region_open(struct region *region, const struct branch *branch);

/* After intervals have changed. False where one is empty of positions. */
bool region_settle(struct region *region);

/* The package that maximises sum_party weight raw, weight >= 0, and its raw worths, those of linked
 * issues as above; returns the maximum. */
double region_support(const struct region *region, const double *weight, double *package,
                      double *raw);

/* Weights that give everybody's range of raw worth alike: 1 / (most - least). */
void region_even(const struct region *region, double *weight);

/* Raw worths of a package, those of linked issues as above. */
void region_raw(const struct region *region, const double *package, double *raw);

/* By how much a party's worth of the package's products is overstated. */
double region_excess(const struct region *region, int link, int party, const double *package);

#endif
