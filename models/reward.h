/* What one party makes of a raw worth, once the hazard of violation is known: the surplus scale of
 * models/bargain.h as an increasing function of one number.
 *
 *   U(raw) = keep (g - audience max(0, demand - g) - narrative max(0, story - g)) + fixed,
 *   g = g_i((raw - offset) scale),  keep = 1 - eta,  fixed = keep bonus + eta B */
#ifndef MODELS_REWARD_H
#define MODELS_REWARD_H

#include "models/bargain.h"

struct reward {
    double offset, scale, risk;       /* models/utility.h */
    double discount, fallback, bonus; /* models/bargain.h */
    double audience, demand, narrative, story;
    double keep, fixed; /* of the branch at hand */
};

/* Of an actor in one lane; reward_expect() fills keep and fixed for what a package faces. */
struct reward reward_make(const struct bargain *bargain, int actor, int lane);
void reward_expect(struct reward *reward, const struct peril *peril);

/* U, its derivative (the one towards higher worth at the kink), and the raw worth that gives U:
 * HUGE_VAL or -HUGE_VAL where none does. */
double reward_of(const struct reward *reward, double raw);
double reward_slope(const struct reward *reward, double raw);
double reward_inverse(const struct reward *reward, double worth);

#endif
