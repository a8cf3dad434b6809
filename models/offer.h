/* One party's best take-it-or-leave-it offer in a lane, when what the others will accept is known
 * or has a distribution of any shape.
 *
 * For a chance level, every other party must be given what it accepts with that chance; the
 * proposer's best package under those constraints is found exactly. The levels are searched
 * globally: a coarse grid, all quantiles around its best, then the best point between two of them,
 * where the chance and, with linear losses, the gain are linear. With several others the same level
 * is asked of all. */
#ifndef MODELS_OFFER_H
#define MODELS_OFFER_H

#include "models/belief.h"
#include "models/proposal.h"

struct offer {
    struct zone *zone;
    int proposer; /* its party; -1: the chance alone counts */
    double claim; /* what it has without agreement, resolve included */
    bool sure;    /* every other party's answer is known */
    bool normal;  /* every belief is normal, none sure */
    struct belief belief[FRONTIER_PARTIES];
    double score; /* of the best, by offer_best() */
};

/* Of an open zone; proposer: an actor, -1: none. */
void offer_open(struct offer *offer, struct zone *zone, int proposer);

/* P (U_p - claim_p) of a package at its place; with no proposer P. */
double offer_score(struct offer *offer, const double *package, struct zone_place place);

/* The package with the largest score; false where none is above 0. There must be a proposer. */
bool offer_best(struct offer *offer, double *package);

#endif
