/* Finds a trial worth telling. */
#ifndef ENGINE_PICK_H
#define ENGINE_PICK_H

#include <stdatomic.h>

#include "engine/history.h"
#include "engine/progress.h"

/* The words of --pick, in this order: "deal frozen war typical". */
enum pick { PICK_DEAL, PICK_FROZEN, PICK_WAR, PICK_TYPICAL };

#define PICK_WORDS "deal frozen war typical"

/* Among how many trials, from the first on, the typical one is sought. */
enum { PICK_SAMPLE = 1024 };

/* PICK_DEAL, _FROZEN, _WAR: the first of the run's trials with that outcome. PICK_TYPICAL: of the
 * first PICK_SAMPLE trials those that end in the most frequent way (enum detail), and of them the
 * one in the middle: whose ranks by the round in which it ended, by each actor's utility and, in a
 * deal, by each position lie nearest to the median, all added up; the first where several do. False
 * where the run has no such trial, or it was stopped: *trial then is how many were looked at. How
 * far it has come is told to `progress`, which may be NULL. */
bool pick_trial(const struct scenario *scenario, enum pick pick, const atomic_bool *stop,
                struct progress *progress, uint64_t *trial);

#endif
