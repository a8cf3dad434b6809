/* The zone of possible agreement of one lane, and what solvers share: a lane's problem opened with
 * all that is needed to search its branches. */
#ifndef MODELS_ZONE_H
#define MODELS_ZONE_H

#include "models/maximin.h"

/* A lane's problem. After zone_open(), `branch` and `frontier` belong to it and must not be moved.
 */
struct zone {
    struct frontier frontier;
    struct branch branch;
    double *memory; /* hints, then the frontier's tables, then a maximin memory per cell */
    bool open;      /* the bounds leave a package */
};

/* Where a package lies. */
struct zone_place {
    int cell, combination;
};

/* Doubles of memory that a lane wants when `parties` actors take part. */
size_t zone_size(const struct game *game, int parties);

/* How many actors can consent. */
int zone_parties(const struct game *game);

/* Opens a lane. The parties are the actors that can consent and, last, `other` (an actor, which may
 * be one of them; -1: none). `memory`: zone_size() doubles, the first zeroed whenever utilities
 * change. */
void zone_open(struct zone *zone, const struct bargain *bargain, int lane, int other,
               double *memory);

/* The package last remembered of this lane and where it lay; false where there is none. */
bool zone_recall(const struct zone *zone, double *package, struct zone_place *place);
void zone_remember(const struct zone *zone, const double *package, struct zone_place place);

/* The party that an actor is, or -1. */
int zone_party(const struct zone *zone, int actor);

/* The largest surplus that the least satisfied needed party can be given over all branches, and a
 * package that gives it; -1 where there is no package. zone->branch.claim may have been changed
 * since zone_open(). Where an issue is discrete, convex or linked the package is improved by local
 * search, and the surplus is what was found: a lower bound. */
double zone_widest(struct zone *zone, double *package, struct zone_place *place);

/* The same within the branch at hand, which is in `cell`. */
double zone_within(struct zone *zone, int cell, double *package);

/* Puts the zone's branch at a place; false where that cell has no package. */
bool zone_enter(struct zone *zone, struct zone_place place);

#endif
