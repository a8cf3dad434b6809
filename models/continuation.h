/* A continuation says what actors expect of fighting on: the value of war W_i(t, front). */
#ifndef MODELS_CONTINUATION_H
#define MODELS_CONTINUATION_H

#include "models/utility.h"
#include "models/war.h"

/* What is expected of the war, for a block. Paths run over rounds 0 .. rounds - 1 (the horizon and
 * the tail behind it). Rows of LANES. */
struct outlook {
    const struct utility *utility;
    int lanes, rounds;
    const struct war *war;
    int boundary;             /* enum boundary */
    const double *start;      /* where the front starts */
    const double *status_quo; /* [issue]; the front issue's row is ignored */
    const double *drift; /* [round] mean move of the front; at_once: [0] the high side's chance */
    const double *volatility; /* one row */
    const double *optimism;   /* [actor] added to the drift in the actor's own favour */
    const double *cost;       /* [round][actor] of a round of war */
    const double *collapse;   /* [round][actor] hazard */
    const double *fade;       /* hazard, one row */
    const double *victory;    /* [side 1..2][actor]: worth to the actor of that side's victory */
    const double *discount;   /* [actor] */
};

/* Where values are kept between solve and read; memory owned by the engine. */
struct continuation {
    struct model about;
    /* Doubles of memory that values of a block need. */
    size_t (*size)(const struct outlook *outlook);
    void (*solve)(const void *settings, const double *values, const struct outlook *outlook,
                  double *memory);
    /* value[lane] = W_actor(round, at), 0 <= round <= outlook->rounds, at in [0, 1]. */
    void (*read)(const struct outlook *outlook, double *memory, int actor, int round,
                 const double *at, double *value);
    /* What the recursion did not foresee, from `round` on for as long as the war lasts: a utility
     * point a round is worth annuity[lane]; a unit of drift a round is worth as much as a front
     * that stands reach[lane] farther on. 1 and 0 where the war is decided at once. */
    void (*weigh)(const struct outlook *outlook, double *memory, int actor, int round,
                  double *annuity, double *reach);
};

#endif
