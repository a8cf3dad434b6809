/* Branch and bound in one branch (models/branch.h): it is split into parts until no part can hold
 * anything better than the best so far, or too many have been looked at. */
#ifndef MODELS_SEARCH_H
#define MODELS_SEARCH_H

#include "models/mixture.h"
#include "models/optimum.h"
#include "models/reach.h"
#include "models/summit.h"

enum { SEARCH_PARTS = 20000 /* over all branches */, SEARCH_DEPTH = 256 };

/* A part of a branch that is still to be searched. */
struct search_part {
    double low[FRONTIER_ISSUES], high[FRONTIER_ISSUES], bound;
};

struct search {
    struct zone *zone;
    const struct objective *objective;
    struct optimum *best;                /* over the branches that are compared with each other */
    double raw_weight[FRONTIER_PARTIES]; /* what proves the bound of the best's part */
    bool weighed;
    double excluded; /* a sum's: where no package keeps the floors, how near they come at most */
    double excluding[FRONTIER_PARTIES];
    struct zone_place nearest;
    struct zone_place place; /* the branch at hand, and what is asked there */
    struct reach reach;      /* of a sum: its floors */
    struct summit summit;
    bool guarded; /* a sum has floors there */
    struct mixture mixture;
    int depth, parts; /* parts: how many may be looked at */
    struct search_part part[SEARCH_DEPTH];
};

/* What is asked for in the zone's branch at hand. */
void search_ask(struct search *search);

/* Searches that branch, which is taken: improves search->best, and raises its bound to what the
 * branch may hold. */
void search_branch(struct search *search, int cell, int combination);

#endif
