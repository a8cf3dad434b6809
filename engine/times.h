/* How long things took, in whole rounds: counted by round, so that mean and quantiles are exact. */
#ifndef ENGINE_TIMES_H
#define ENGINE_TIMES_H

#include <stdint.h>

struct times {
    int longest;     /* rounds; longer ones cannot occur */
    uint64_t *count; /* [0 .. longest] */
    uint64_t total;  /* how many were counted */
};

/* Fills an empty one; times_free releases its inside. */
void times_start(struct times *times, int longest);
void times_free(struct times *times);

void times_add(struct times *times, int rounds);
void times_merge(struct times *into, const struct times *from);

/* In rounds; NAN where nothing was counted. Quantiles as tally_rank. */
double times_mean(const struct times *times);
double times_quantile(const struct times *times, int percent);

#endif
