/* Vocabulary: trust between the parties, a stock in [0, 1] that the events of the talks move.
 *
 *   t <- t + (r (b - t) + A (1 - t) - B t) / max(1, r + A + B)
 *
 * r is its pull back to the base b; A and B are what the round's events add up to for and against
 * it. Each step is a mean of t, b, 1 and 0, and computed as one, so that t stays in [0, 1] whatever
 * the events. Where every round brings the same and r + A + B <= 1, t nears
 * (r b + A) / (r + A + B), and its distance shrinks by the factor 1 - (r + A + B) a round. An
 * event's share a is what it takes of the way to full trust, or to none. (Linear reinforcement:
 * Bush and Mosteller, Stochastic Models for Learning, 1955.) */
#ifndef MODELS_TRUST_H
#define MODELS_TRUST_H

#include "models/block.h"
#include "models/parameter.h"

/* The first three speak for trust, the others against it. */
enum trust_event {
    TRUST_MEETING,   /* a working group meets, all in one room */
    TRUST_STEP,      /* a text is signed or ratified, a ceasefire agreed */
    TRUST_PROMISE,   /* a round in which what was agreed is kept */
    TRUST_LEAK,      /* a text leaks */
    TRUST_VIOLATION, /* an agreement is violated, a ceasefire broken */
    TRUST_WALK_OUT,  /* an actor leaves */
    TRUST_REFUSAL,   /* a text fails: refused, voted down, or fallen apart at the summit */
    TRUST_EVENTS
};

/* No trust is kept where `start` says nothing (row -1): it then counts as full and never moves. */
struct trust {
    struct quantity start, base; /* base: row -1: where it starts */
    struct quantity reversion;   /* r, per round */
    struct quantity event[TRUST_EVENTS];
};

extern const struct parameter trust_parameters[];

/* One round, lane by lane; gain and loss are A and B. */
void trust_step(double *level, const double *base, const double *reversion, const double *gain,
                const double *loss, int lanes);

#endif
