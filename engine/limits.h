/* What bounds a run, as the command line has it. */
#ifndef ENGINE_LIMITS_H
#define ENGINE_LIMITS_H

#include <stdbool.h>

#include "engine/precision.h"

/* Reads a time as seconds: numbers with h, m or s, each at most once and in that order, "1h30m";
 * a number alone is seconds. False where it is none, or not above 0. */
bool limits_time(const char *text, double *seconds);

/* Reads a half-width: "0.005", absolute, below 1/2; or "10%", relative, below 100%. */
bool limits_precision(const char *text, struct precision *precision);

/* Reads "I/N": part I, from 0, of N parts, 1 to 1,000,000. */
bool limits_shard(const char *text, int *shard, int *shards);

#endif
