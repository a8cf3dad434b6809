/* What the proposer believes of the others' private thresholds before anyone has answered.
 *
 * The threshold is y = zeta - G (c - E c): the resolve, less the private part of the war cost, G
 * being what a point of war cost at the start is worth in the value of war. Its prior is the
 * scenario's own distribution of zeta and c. */
#ifndef ENGINE_PRIOR_H
#define ENGINE_PRIOR_H

#include "engine/table.h"

/* Fills prior_mean, prior_sd and, where the protocol reckons with the exact prior, shape. */
void prior_open(struct table *table);

#endif
