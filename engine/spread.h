/* How values are spread: an exact tally, and bins for quantiles.
 *
 * Bins are 1/1024 wide on a fixed range, so that spreads of different portions can be merged and
 * the result depends on the values alone. Each bin keeps the least and the greatest of its values:
 * a quantile is off by less than a bin's width, and exact where its bin holds one value only (a
 * constant, a named level). Values outside the range share the first or the last bin, where the
 * error is at most the distance between the outermost of them. Pages of bins are allocated when
 * first used. A spread without bins keeps the tally alone and knows no quantiles. */
#ifndef ENGINE_SPREAD_H
#define ENGINE_SPREAD_H

#include "engine/tally.h"
#include "models/design.h"

enum { SPREAD_STEPS = 1024, SPREAD_PAGE = 64 };

struct spread_bin {
    uint64_t count;
    double least, greatest; /* where count > 0 */
};

struct spread {
    struct tally tally;
    double low; /* of the range */
    int bins;   /* from `low` upwards, the last one for its upper end and all beyond; 0: none */
    struct spread_bin **page; /* NULL where nothing fell */
    struct spread *replicate; /* [DESIGN_REPLICATES] the values of each alone; NULL: not kept */
};

/* Fills an empty spread over [low, high]; spread_free releases its inside. Zeroed, it is one
 * without bins. */
void spread_start(struct spread *spread, double low, double high);
void spread_free(struct spread *spread);
/* Keeps the replicates' values apart as well, from the first on. */
void spread_divide(struct spread *spread);

/* Adds a finite value; where replicates are kept, to that one as well. */
void spread_add(struct spread *spread, double value, int replicate);
/* Both must have been started alike. */
void spread_merge(struct spread *into, const struct spread *from);

/* The bins one by one: the first behind `index` (-1: the first of all) that holds something, `bins`
 * where none does; and a bin, which is allocated where there is none yet. */
int spread_next(const struct spread *spread, int index);
struct spread_bin *spread_bin(struct spread *spread, int index);

/* The value of rank tally_rank(percent, count), to less than a bin's width; NAN where empty, and
 * without bins. */
double spread_quantile(const struct spread *spread, int percent);
/* The value of a rank, from 1, to less than a bin's width; NAN where there is none. */
double spread_value(const struct spread *spread, uint64_t rank);
/* How many values lie in a value's bin or below it. */
uint64_t spread_below(const struct spread *spread, double value);

#endif
