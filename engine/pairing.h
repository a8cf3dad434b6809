/* Two runs of the same trials: how many end otherwise.
 *
 * Scenarios that share seed and trial numbers share their noise (models/random.h): what differs
 * between trial k of the one and of the other is the scenario's doing, so that a difference of
 * shares is known far better than from independent runs. */
#ifndef ENGINE_PAIRING_H
#define ENGINE_PAIRING_H

#include "engine/interval.h"

struct pairing {
    uint64_t trials;
    uint64_t gained; /* trials that have the outcome in the second run only */
    uint64_t lost;   /* in the first only */
};

/* Compares the first `trials` outcomes of two runs with respect to `outcome` (enum outcome). */
struct pairing pairing_count(const unsigned char *first, const unsigned char *second,
                             uint64_t trials, int outcome);
/* (gained - lost) / trials; NAN without trials. Its interval: interval_paired. */
double pairing_difference(const struct pairing *pairing);

#endif
