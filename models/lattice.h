/* Where values of war live: a lattice of fronts per actor and round that moves with the front's
 * expected drift, so that a round is a fixed three-point step: chances p, 1 - 2p, p of one node up,
 * none or down, p = volatility^2 / (2 spacing^2), matching the mean and the variance of the front's
 * move. The expectation of a quadratic is therefore exact. */
#ifndef MODELS_LATTICE_H
#define MODELS_LATTICE_H

#include "models/continuation.h"

enum { LATTICE_SIDE = 16, LATTICE_NODES = 2 * LATTICE_SIDE + 1 };

/* Rows of a block's memory: per actor the lattice's centre and the annuity by round and its
 * spacing, then the values themselves by round and node. One round more than is read: the
 * recursion's end. */
struct lattice {
    double *centre;  /* [actor][round] */
    double *annuity; /* [actor][round] */
    double *spacing; /* [actor] */
    double *value;   /* [actor][round][node] */
    size_t rounds;
};

/* Doubles of memory, and the lattice laid out in it (64-byte aligned, owned by the caller). */
size_t lattice_size(const struct outlook *outlook);
struct lattice lattice_place(const struct outlook *outlook, double *memory);

/* Rows of one actor and round. */
double *lattice_value(const struct lattice *lattice, int actor, int round, int node);
double *lattice_centre(const struct lattice *lattice, int actor, int round);
double *lattice_annuity(const struct lattice *lattice, int actor, int round);

/* Sets centres, where the actor expects the front round by round, and a spacing that covers where
 * it may go: four and a half standard deviations and, since a ceasefire can hold it back, the whole
 * drift; but no farther than the ends of the axis. */
void lattice_centres(const struct lattice *lattice, const struct outlook *outlook, int actor);

#endif
