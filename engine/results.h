/* A summary for machines: the JSON of schema "zopa.summary/1". */
#ifndef ENGINE_RESULTS_H
#define ENGINE_RESULTS_H

#include "engine/estimate.h"
#include "engine/json.h"
#include "engine/precision.h"
#include "engine/summary.h"

/* What playing took: the only figures that differ from run to run. */
struct results_wall {
    double seconds;
    int threads;
};

/* Writes one object. `missed`: the precision that the run was to reach and has not, NULL: none; a
 * run that has reached it is that of so many trials, and says no more. Every figure comes from the
 * trials; one that does not exist (terms without deals, a neutral actor's utility) is null. Rounds
 * are counted from 0, as in a scenario's `when`; "timing" is where trials stand at a round's end,
 * "zopa" the zone at its start over the trials still at war, "time_to" the rounds before the final
 * state began. Quantiles are the smallest value whose share of the trials reaches the probability,
 * to within "quantile_error" (spread.h). */
void results_write(struct json *json, const struct summary *summary, const struct precision *missed,
                   const struct results_wall *wall);

/* The members of a share of trials: p, se, ci95, n; one row. */
void results_share(struct json *json, const char *name, const struct estimate *share,
                   uint64_t hits);

#endif
