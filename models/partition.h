/* Where a region (models/region.h) is best cut in two when averages of its packages are no packages
 * of it. */
#ifndef MODELS_PARTITION_H
#define MODELS_PARTITION_H

#include "models/mixture.h"

/* What is known of a region once it is solved. */
struct partition {
    double bound, weight[FRONTIER_PARTIES]; /* of raw worth: what proves the bound */
    double package[FRONTIER_ISSUES];        /* mixture_average() of the best mixture */
};

/* The issue to cut: that in which the mixture's packages differ and must not, or whose products
 * with others are overstated, at the highest stake; -1 where there is none. */
int partition_choose(const struct partition *partition, const struct region *region,
                     const struct mixture *mixture);

/* Where: the end of the lower part, and the start of the upper. */
void partition_cut(const struct region *region, const struct mixture *mixture, int issue,
                   double *below, double *above);

#endif
