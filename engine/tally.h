/* Exact sums: mean and standard deviation of values that come in any order, in any portions.
 *
 * Floating-point addition depends on the order of its terms. Here each value is rounded once, to a
 * multiple of 2^-36 (1.5e-11), and whole numbers are added, so that any block size, any number of
 * threads and any order of merging give the same bits. Values beyond +-128 count as +-128 in the
 * mean and the standard deviation. 10^12 values cannot overflow the sums. */
#ifndef ENGINE_TALLY_H
#define ENGINE_TALLY_H

#include <stdint.h>

__extension__ typedef __int128 tally_sum;

/* Zero-initialised, it is empty. */
struct tally {
    uint64_t count;
    tally_sum total, squares; /* in units of 2^-36 and of its square */
    double least, greatest;   /* where count > 0 */
};

/* Adds a finite value. */
void tally_add(struct tally *tally, double value);
void tally_merge(struct tally *into, const struct tally *from);

/* NAN where it is empty. Where all values are the same, that value itself. */
double tally_mean(const struct tally *tally);

/* The sample standard deviation (divisor count - 1): NAN below two values, 0 where all values are
 * the same. */
double tally_sd(const struct tally *tally);

/* The rank, from 1, of the `percent` quantile among `count` > 0 sorted values: the smallest rank
 * whose share of the values reaches it (the inverse of the distribution function, definition 1 of
 * Hyndman and Fan 1996). */
uint64_t tally_rank(int percent, uint64_t count);

#endif
