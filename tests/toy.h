/* A run whose truth is known: trials whose property, or value, depends on two numbers that a design
 * draws, and on luck of their own. */
#ifndef TESTS_TOY_H
#define TESTS_TOY_H

#include <math.h>

#include "models/catalogue.h"

enum { TOY_MOST = 4096 };

struct toy {
    const struct design *design;
    double first[TOY_MOST], second[TOY_MOST]; /* drawn by the design */
    double luck[TOY_MOST], whose[TOY_MOST];   /* each trial's own */
};

/* How the drawn numbers decide: an end of the one's range; both together, so that neither alone
 * matters; the middle of the one's range, on which both of an antithetic pair agree. */
enum toy_shape { TOY_END, TOY_BOTH, TOY_MIDDLE, TOY_SHAPES };

static inline void toy_play(struct toy *toy, uint64_t seed, int trials)
{
    for (int trial = 0; trial < trials; trial += LANES) {
        struct design_axis axis = { .random = { .seed = seed,
                                                .trial = (uint64_t)trial,
                                                .lanes = trials - trial < LANES ? trials - trial
                                                                                : LANES },
                                    .trials = (uint64_t)trials,
                                    .who = 41,
                                    .dimension = 7 };
        toy->design->uniform(&axis, toy->first + trial);
        axis.who = 42;
        axis.dimension = 19;
        toy->design->uniform(&axis, toy->second + trial);
        axis.random.round = 1;
        random_uniform(&axis.random, PURPOSE_TEXT, 1, toy->luck + trial);
        random_uniform(&axis.random, PURPOSE_TEXT, 2, toy->whose + trial);
    }
}

/* Whether a trial has the property, whose probability is `chance`: by what was drawn with
 * probability `drawn`, else by luck. */
static inline bool toy_has(const struct toy *toy, int trial, enum toy_shape shape, double drawn,
                           double chance)
{
    double u = toy->first[trial], both = u + toy->second[trial];
    if (toy->whose[trial] >= drawn)
        return toy->luck[trial] < chance;
    if (shape == TOY_BOTH)
        return both - floor(both) < chance;
    return shape == TOY_END ? u < chance : fabs(u - 0.5) < chance / 2;
}

#endif
