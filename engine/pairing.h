/* Two runs of the same trials: how many end otherwise.
 *
 * Scenarios that share seed and trial numbers share their noise (models/random.h): what differs
 * between trial k of the one and of the other is the scenario's doing, so that a difference of
 * shares is known far better than from independent runs. */
#ifndef ENGINE_PAIRING_H
#define ENGINE_PAIRING_H

#include "engine/history.h"
#include "engine/interval.h"
#include "engine/summary.h"

/* Trials by the replicate they belong to and by how they end: [replicate][outcome in the first
 * run][outcome in the second] (enum outcome). Zeroed, it is empty. */
struct pairing {
    uint64_t flip[SUMMARY_REPLICATES][OUTCOMES][OUTCOMES];
};

/* Whether trials of the same number are the same trials: drawn by the same random numbers. */
bool pairing_holds(const struct scenario *first, const struct scenario *second);

/* Counts the trials from `trial` on, whose outcomes are given. */
void pairing_add(struct pairing *pairing, const struct scenario *scenario, uint64_t trial,
                 const unsigned char *first, const unsigned char *second, uint64_t count);
void pairing_merge(struct pairing *into, const struct pairing *from);

/* Trials that end so in the first run and so in the second. */
uint64_t pairing_flips(const struct pairing *pairing, int first, int second);
uint64_t pairing_trials(const struct pairing *pairing);
/* Trials that end in another outcome. */
uint64_t pairing_changed(const struct pairing *pairing);
/* Trials that have the outcome in the second run only, and in the first only. */
uint64_t pairing_gained(const struct pairing *pairing, int outcome);
uint64_t pairing_lost(const struct pairing *pairing, int outcome);
/* (gained - lost) / trials; NAN without trials. */
double pairing_difference(const struct pairing *pairing, int outcome);
/* Its 95% interval; both runs are by that design. */
struct interval pairing_interval(const struct pairing *pairing, int outcome,
                                 const struct design *design);

#endif
