/* Confidence intervals of proportions: what chance alone can do to a share of so many trials. */
#ifndef ENGINE_INTERVAL_H
#define ENGINE_INTERVAL_H

#include <stdint.h>

/* The 0.975 quantile of the standard normal distribution, for intervals of 95%. */
#define INTERVAL_Z 1.959963984540054

struct interval {
    double low, high;
};

/* Wilson's score interval (Wilson 1927, JASA 22:209) of `hits` among `trials`, 95%. Exact at the
 * ends: no hits give a low of 0, nothing but hits a high of 1. NAN without trials. */
struct interval interval_wilson(uint64_t hits, uint64_t trials);
/* The same of a share among so many trials, which need not be whole numbers. */
struct interval interval_wilson_share(double share, double trials);

/* The standard error sqrt(p (1 - p) / trials) of p = hits / trials. NAN without trials. */
double interval_error(uint64_t hits, uint64_t trials);

/* 95% interval of the difference of two shares that were counted on the same trials: `gained` have
 * only the second property, `lost` only the first. Tango's score interval (1998, Statistics in
 * Medicine 17:891), the counterpart of Wilson's: it has a width even where nothing changed, and
 * covers where few trials changed, all of them one way, as the intervals built on a standard error
 * do not. NAN without trials. */
struct interval interval_paired(uint64_t gained, uint64_t lost, uint64_t trials);
struct interval interval_paired_shares(double gained, double lost, double trials);

/* 95% interval of the difference `share` - `other` of two shares that were counted on independent
 * trials, each of which has an interval of its own. With Wilson's it is Newcombe's hybrid score
 * interval (1998, Statistics in Medicine 17:873, method 10); for intervals of another design it
 * takes the place of those the same way (MOVER: Donner and Zou 2012, Statistical Methods in Medical
 * Research 21:347). NAN where one is. */
struct interval interval_independent(double share, struct interval at, double other,
                                     struct interval other_at);

#endif
