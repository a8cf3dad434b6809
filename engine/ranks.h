/* Which of many sorted values bound a quantile: order statistics and the binomial distribution. */
#ifndef ENGINE_RANKS_H
#define ENGINE_RANKS_H

#include <stdint.h>

struct ranks {
    uint64_t low, high; /* from 1; low 0, high count + 1: no value is sure enough to be beyond */
};

/* The ranks that bound the `percent` quantile, 0 < percent < 100, of what `count` independent
 * values were drawn from: it lies below the low one, or above the high one, with a chance of 2.5%
 * each at most, whatever the distribution (Conover, Practical Nonparametric Statistics, 1999,
 * section 3.2). */
struct ranks ranks_of(uint64_t count, int percent);

#endif
