/* Correlations between uncertain numbers: a Gaussian copula (Nelsen, An Introduction to Copulas,
 * 2006, section 2.3), given by pairs. Pairs that are not given are uncorrelated. */
#ifndef ENGINE_COPULA_H
#define ENGINE_COPULA_H

#include <stdint.h>

#include "engine/allocations.h"
#include "engine/scenario.h"

struct copula_pair {
    int first, second; /* variables, from 0 */
    double rho;        /* in (-1, 1), of the normal scores */
};

/* The groups of variables that hang together, with the Cholesky factor of each; members stand in
 * the order of their hash, so that nothing depends on the order of the scenario's text. Memory
 * belongs to *owned. NULL with *groups = -1 where a matrix is not positive definite. */
struct correlation *copula_groups(const struct copula_pair *pairs, int count, const uint64_t *hash,
                                  int variables, int *groups, struct allocations **owned);

#endif
