/* Vocabulary: shocks, events from outside that strike one actor and last for a while. */
#ifndef MODELS_SHOCK_H
#define MODELS_SHOCK_H

#include <stdint.h>

#include "models/parameter.h"

enum shock_on {
    SHOCK_COST,
    SHOCK_CAPABILITY,
    SHOCK_AUDIENCE,
    SHOCK_LEGITIMACY,
    SHOCK_TRUST,
    SHOCK_COHESION,
    SHOCK_FRONT,
    SHOCK_PATIENCE,
    SHOCK_TEXTS
};

struct shock {
    const char *name, *title;
    uint64_t hash;          /* random_hash(name) */
    int target;             /* actor */
    int on;                 /* enum shock_on */
    struct quantity hazard; /* per round, while it is not under way */
    long at;                /* or the round in which it comes; -1: by hazard alone */
    struct quantity size;   /* utility points, a share or a position: see its table */
    long duration;          /* rounds */
};

extern const struct parameter shock_parameters[];

#endif
