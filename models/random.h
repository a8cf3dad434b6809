/* Random numbers as a pure function of (seed, trial, round, purpose, who).
 *
 * Nothing is stored between draws, so results do not depend on threads, blocks or order, and two
 * scenarios share their noise wherever they share a purpose. The generator is Threefry-4x64-20
 * (Salmon, Moraes, Dror, Shaw 2011), keyed by the seed; counter words: trial / 4, round, purpose,
 * who; trial % 4 picks the output word. Uniforms have 52 bits and lie strictly inside (0, 1). */
#ifndef MODELS_RANDOM_H
#define MODELS_RANDOM_H

#include <stdint.h>

#include "models/block.h"

/* What a draw is for. The numbers are part of the results: never renumber, only append. */
enum purpose {
    PURPOSE_PARAMETER = 1, /* who: hash of the parameter's path; round 0 */
    PURPOSE_FRONT = 2,
    PURPOSE_ENDING = 3, /* collapse, fade or neither */
    PURPOSE_LOTTERY = 4,
    PURPOSE_TEXT = 5,
    PURPOSE_MOOD = 6, /* who: hash of the actor's name */
    PURPOSE_LEAK = 7,
    PURPOSE_CEASEFIRE = 8,
    PURPOSE_FLARE_UP = 9,
    PURPOSE_VIOLATION = 10,
    PURPOSE_RATIFICATION = 11, /* who: hash of the actor's name */
    PURPOSE_STALL = 12,
    PURPOSE_WALK_AWAY = 13,  /* who: hash of the actor's name */
    PURPOSE_SHOCK = 14,      /* who: hash of the shock's name */
    PURPOSE_DESIGN = 15,     /* who: hash of the parameter's path; round: the replicate */
    PURPOSE_PREPARED = 20,   /* whether working groups let a text come */
    PURPOSE_SUMMIT = 21,     /* whether a signed text falls apart */
    PURPOSE_OTHER_TEXT = 25, /* of another mediator than the lead; who: hash of its name */
    PURPOSE_PRINCIPLES = 26, /* who: hash of the actor's name; round 0 */
    PURPOSE_CALL = 27,
    PURPOSE_DEADLINE = 28,
    PURPOSE_REPLY = 29, /* who: hash of the actor's name */
    PURPOSE_LEVER = 30, /* whether its owner pulls it; who: hash of the lever's name; round 0 */
    PURPOSE_INTELLIGENCE = 31, /* who: hash of the actor's name */
    PURPOSE_BREACH = 32,       /* who it was that violated */
    PURPOSE_STEP = 50,         /* a step of an agreement is done */
    PURPOSE_INCIDENT = 51,
    PURPOSE_ATTACK = 52 /* of spoilers */
};

/* Where a block stands in the run. */
struct random {
    uint64_t seed;
    uint64_t trial; /* of lane 0; lane k plays trial + k */
    uint32_t round; /* 0: before play; the rounds of play count from 1 here */
    int lanes;
};

/* 64-bit FNV-1a of a name; the `who` of a draw. */
uint64_t random_hash(const char *name);

/* One uniform, or one standard normal (by inversion), per lane. */
void random_uniform(const struct random *random, enum purpose purpose, uint64_t who, double *out);
void random_normal(const struct random *random, enum purpose purpose, uint64_t who, double *out);

/* The generator itself: out = Threefry4x64-20(counter, key). */
void random_threefry(const uint64_t counter[4], const uint64_t key[4], uint64_t out[4]);

#endif
