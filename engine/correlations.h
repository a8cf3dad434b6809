/* The list `correlations` of a scenario: pairs of uncertain numbers whose draws move together. */
#ifndef ENGINE_CORRELATIONS_H
#define ENGINE_CORRELATIONS_H

#include "engine/allocations.h"
#include "engine/scenario.h"

/* Adds every fault of the list: paths that are no uncertain numbers, pairs named twice,
 * correlations that contradict each other. Faults of form (engine/check.h) are not repeated. */
void correlations_check(const struct node *root, struct faults *faults);

/* Fills the correlations of the quantities from a list without faults, once every uncertain number
 * has been compiled. */
void correlations_compile(const struct node *root, struct quantities *quantities,
                          struct allocations **owned);

#endif
