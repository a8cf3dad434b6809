/* What a run's figures estimate, and how far they may be off: one place for every standard error
 * and interval of 95%.
 *
 * Where a design draws trials independently, shares have Wilson's interval, paired differences
 * Tango's, means Student's and quantiles binomial ranks. Under any other design those would
 * not hold. What the design's replicates (models/design.h) came to then shows how much a figure
 * varies between runs of a sixteenth each, and so how many independent trials it is worth; the same
 * intervals are taken as of that many, with z replaced by Student's t of 15 degrees of freedom.
 * They thereby keep their shape near 0 and 1, where a figure plus or minus its error would not
 * cover. Where replicates differ by less than one trial, they say nothing, and the trials count as
 * independent. */
#ifndef ENGINE_ESTIMATE_H
#define ENGINE_ESTIMATE_H

#include "engine/interval.h"
#include "engine/summary.h"

struct estimate {
    double value, error; /* NAN: none */
    struct interval interval;
};

/* The share of trials with a property: `hits` of the `trials` of each replicate. */
struct estimate estimate_share(const struct design *design, const uint64_t hits[DESIGN_REPLICATES],
                               const uint64_t trials[DESIGN_REPLICATES]);

/* The share of an outcome, by the replicates' counts. */
struct estimate estimate_outcome(const struct design *design,
                                 const struct summary_outcomes *outcomes, int outcome);
/* The same of a detail of a summary. */
struct estimate estimate_detail(const struct summary *summary, int detail);

/* The difference of two shares of the same trials, by the same design: of the `trials` of each
 * replicate, `gained` have only the second property, `lost` only the first. */
struct estimate estimate_difference(const struct design *design,
                                    const uint64_t gained[DESIGN_REPLICATES],
                                    const uint64_t lost[DESIGN_REPLICATES],
                                    const uint64_t trials[DESIGN_REPLICATES]);

/* The mean of values; the spread keeps its replicates apart (spread_divide) where the design is not
 * one of independent trials. */
struct estimate estimate_mean(const struct spread *spread);

/* The mean of chances, of trials each of which has its own: as a share, of as many independent
 * trials as its error makes it worth. */
struct estimate estimate_chance(const struct spread *spread);

/* The bounds of a quantile; NAN where too few values are there to bound it. Under a design its
 * ranks are those of Woodruff (1952, Journal of the American Statistical Association 47:635): by
 * the error of the share that lies below it. */
struct interval estimate_quantile(const struct spread *spread, int percent);

#endif
