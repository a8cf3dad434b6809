/* What a belief's chance can be at most, for proofs: a function that is nowhere below the chance,
 * and whose logarithm is concave where the chance is above 0. Of a table the least concave function
 * above it; normal chances are log-concave themselves. */
#ifndef MODELS_BELIEF_CAP_H
#define MODELS_BELIEF_CAP_H

#include "models/belief.h"

struct belief_cap {
    struct belief belief;
    int knots; /* of a table */
    double z[SHAPE_STEPS + 1], chance[SHAPE_STEPS + 1];
};

void belief_cap_make(struct belief_cap *cap, const struct belief *belief);

/* The worth below which the chance is 0; -HUGE_VAL: none. */
double belief_cap_floor(const struct belief_cap *cap);

/* The logarithm, and its derivative, from that worth on; a table's with BELIEF_TAIL added, so that
 * they are finite. Where nothing is in doubt: 0. */
double belief_cap_log(const struct belief_cap *cap, double worth);
double belief_cap_log_slope(const struct belief_cap *cap, double worth);

#endif
