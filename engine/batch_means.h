/* The error of a mean, told from the means of batches that are alike: independent of each other, or
 * nearly so because they are long.
 *
 * With the variance between b batches known to b - 1 degrees of freedom, intervals are Student's.
 * 10 to 30 batches do (Schmeiser, Operations Research 30, 1982): more make them hardly narrower. */
#ifndef ENGINE_BATCH_MEANS_H
#define ENGINE_BATCH_MEANS_H

#include "engine/interval.h"

struct batch_means {
    double mean;  /* the total of all batches over their count; NAN where that is 0 */
    double error; /* its standard error; NAN with fewer than two batches */
    int freedom;  /* batches that count, less one */
};

/* Of `batches` batches with these totals over so many values. Batches may differ in their counts:
 * the mean is then a ratio, and its error that of the linearised ratio (Cochran, Sampling
 * Techniques, 1977, section 6.4). Those without values are left out. */
struct batch_means batch_means_of(const double *total, const double *count, int batches);

/* mean +- t error, 95%; NAN where the error is. */
struct interval batch_means_interval(const struct batch_means *means);

/* The 0.975 quantile of Student's t distribution with `freedom` >= 1 degrees of freedom, to 1e-5
 * (Cornish and Fisher's expansion: Abramowitz and Stegun 26.7.5; a table for the first nine). */
double batch_means_quantile(int freedom);

#endif
