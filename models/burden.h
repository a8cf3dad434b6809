/* Vocabulary: what war costs an actor, kind by kind, and how long it can bear it.
 *
 * A kind of cost in round t of the calendar, all of it foreseen in the value of fighting on:
 *
 *   cost (1 + growth)^t (1 + season w_t) (1 + convexity e_t^2) (1 + permanent d / (1 - d))
 *
 * w_t: the share of the round that lies in winter (models/calendar.h); e_t: exhaustion; d:
 * discount. A share `permanent` of what a round costs goes on for ever, war or peace: counted in
 * the round that causes it, at the worth d / (1 - d) of a point a round from the next round on. */
#ifndef MODELS_BURDEN_H
#define MODELS_BURDEN_H

#include "models/parameter.h"

struct burden_kind {
    const char *name, *title;
    struct quantity cost, growth, season, convexity, permanent;
    bool strikes; /* it is damage by strikes, which air defence keeps off */
};

/* Past a horizon that may be uncertain a war is borne less and less: `hazard` more for each round
 * fought beyond `rounds`, those before the run (war.age) counted, is added to the hazard of
 * collapse. */
struct endurance {
    struct quantity rounds, hazard;
};

/* The numbers of a kind in one lane. */
struct burden {
    double cost, season, convexity, permanent;
};

extern const struct parameter burden_kind_parameters[];
extern const struct parameter endurance_parameters[];

/* What a kind costs in a round; grown: (1 + growth)^t. */
double burden_cost(const struct burden *burden, double grown, double winter, double exhaustion,
                   double discount);

/* What endurance adds to the hazard of collapse once so many rounds have been fought. */
double burden_endurance(double rounds, double hazard, double fought);

/* What ground gained costs: price times how far a front that is expected to drift so far moves the
 * actor's way; toward: +1 on the high side, -1 on the low side. */
double burden_casualties(double price, double toward, double drift);

#endif
