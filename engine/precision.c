#include "engine/precision.h"

#include <math.h>

static uint64_t precision_sum(const struct summary_outcomes *outcomes, int outcome)
{
    uint64_t sum = 0;
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        sum += outcomes->trials[outcome][k];
    return sum;
}

static double precision_half(struct interval interval)
{
    return (interval.high - interval.low) / 2;
}

static bool precision_reached_by(const struct precision *precision, const struct design *design,
                                 const struct summary_outcomes *outcomes, int outcome,
                                 uint64_t trials)
{
    uint64_t hits = precision_sum(outcomes, outcome);
    double half = fmax(precision_half(estimate_outcome(design, outcomes, outcome).interval),
                       precision_half(interval_wilson(hits, trials)));
    if (!precision->relative)
        return half <= precision->width;
    double share = (double)hits / (double)trials;
    return hits == 0 || (hits >= PRECISION_EVENTS && half <= precision->width * share);
}

bool precision_reached(const struct precision *precision, const struct design *design,
                       const struct summary_outcomes *outcomes)
{
    uint64_t trials = 0;
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        trials += precision_sum(outcomes, outcome);
    if (trials < PRECISION_TRIALS)
        return false;
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        if (!precision_reached_by(precision, design, outcomes, outcome, trials))
            return false;
    return true;
}
