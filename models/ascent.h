/* The package that maximises a sum over the parties of increasing, concave functions of their
 * worth, in one branch (models/branch.h).
 *
 *   max over packages x of  sum_i value_i(U_i(x))
 *
 * by conditional gradients (Frank and Wolfe 1956) towards the package that maximises the linearised
 * sum, each followed by a sweep of exact searches along single issues; the step towards that
 * package bounds what is left to be gained. Where kinks of several parties meet, such a climb can
 * stop short: then, if all that is free mixes, it is finished by the program of models/summit.h,
 * which needs no slopes. */
#ifndef MODELS_ASCENT_H
#define MODELS_ASCENT_H

#include "models/branch.h"

#define ASCENT_GAP 1e-9

struct criterion {
    /* Of a party's worth; 0 for parties that do not count in the branch. */
    double (*value)(const struct criterion *criterion, const struct branch *branch, int party,
                    double worth);
    double (*slope)(const struct criterion *criterion, const struct branch *branch, int party,
                    double worth);
    const void *about;
};

/* The criterion at raw worths. */
double ascent_value(const struct criterion *criterion, const struct branch *branch,
                    const double *raw);

/* Climbs from `package`, whose pinned issues are set first, and returns the value reached. Gives
 * up, with -HUGE_VAL, as soon as nothing above `floor` can be reached. */
double ascent_climb(const struct criterion *criterion, const struct branch *branch, double floor,
                    double *package);

/* Improves a package where a climb has stopped; returns the value. (models/ascent_mend.c) */
double ascent_mend(const struct criterion *criterion, const struct branch *branch, double *package);

/* What a package is worth to the parties, and what the criterion pays for a little more: prices
 * that hold in every branch of the cell. */
struct ascent_prices {
    double value, worth[FRONTIER_PARTIES], price[FRONTIER_PARTIES];
};

struct ascent_prices ascent_price(const struct criterion *criterion, const struct branch *branch,
                                  const double *package);

/* Whether the prices prove that no package of the branch reaches more than `floor`: the criterion
 * lies below its tangent, and the tangent's maximum is a weighted sum's. */
bool ascent_excludes(const struct ascent_prices *prices, const struct branch *branch, double floor);

#endif
