/* Where values of war live: fronts at equal distances over the axis, and how a round of war moves
 * between them.
 *
 * A round is one or more three-point steps (up one node, stay, down one) that match the mean and
 * the variance of the front's move, so that the expectation of a quadratic is exact: chances (v +
 * m^2 +- m) / 2, m and v the step's mean and variance in nodes and squared nodes (Lax and Wendroff
 * 1960; stable while v + m^2 <= 1, which the number of steps sees to). The front is looked at once
 * a round, and so passes an absorbing end by some way before it is found there: the lattice's ends
 * stand .5826 volatilities outside the axis (Broadie, Glasserman and Kou 1997). A reflecting end
 * mirrors. */
#ifndef MODELS_LATTICE_H
#define MODELS_LATTICE_H

#include "models/continuation.h"

enum { LATTICE_CELLS = 32, LATTICE_NODES = LATTICE_CELLS + 1 };

/* Rows of a block's memory. One round more than is read: the recursion's end. */
struct lattice {
    double *origin;  /* one row: the lowest node */
    double *spacing; /* one row */
    double *annuity; /* [actor][round] what a utility point a round from then on is worth */
    double
        *reach; /* [actor][round] how far the front's worth moves per unit of drift from then on */
    double *value; /* [actor][round][node] */
    size_t rounds;
};

/* Doubles of memory, and the lattice laid out in it (64-byte aligned, owned by the caller). */
size_t lattice_size(const struct outlook *outlook);
struct lattice lattice_place(const struct outlook *outlook, double *memory);

/* Sets origin and spacing. */
void lattice_span(const struct lattice *lattice, const struct outlook *outlook);

/* Rows of one actor and round. */
double *lattice_value(const struct lattice *lattice, int actor, int round, int node);
double *lattice_annuity(const struct lattice *lattice, int actor, int round);
double *lattice_reach(const struct lattice *lattice, int actor, int round);

/* front[lane] of a node. */
void lattice_front(const struct lattice *lattice, int node, double *front, int lanes);

/* Replaces value by its expectation after a round with mean move `drift`[lane]; where the ends
 * absorb they keep their values. */
void lattice_expect(const struct lattice *lattice, const struct outlook *outlook,
                    const double *drift, double value[LATTICE_NODES][LANES]);

/* value[lane] at a front, by the parabola through the nearest node and its neighbours. */
void lattice_read(const struct lattice *lattice, int actor, int round, const double *front,
                  double *value, int lanes);

#endif
