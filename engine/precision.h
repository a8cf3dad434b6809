/* When a run knows enough: stopping once every outcome's share is known to a given precision.
 *
 * Asked at the ends of blocks of an in-order prefix of the trials, so that neither threads nor
 * parts decide when it ends. A half-width comes from the very trials that it judges, so that a run
 * may stop because it looks too narrow: at least a thousand trials, and Wilson's shape near 0 and
 * 1, keep the intervals of a run that was stopped so at what they say (docs/statistics.md). */
#ifndef ENGINE_PRECISION_H
#define ENGINE_PRECISION_H

#include "engine/estimate.h"

enum { PRECISION_TRIALS = 1000, PRECISION_EVENTS = 50 };

struct precision {
    double width;  /* the half-width that is wanted, of intervals of 95%; > 0 */
    bool relative; /* as a part of each outcome's share */
};

/* Whether the trials so far will do: at least PRECISION_TRIALS of them and, absolute, half of every
 * outcome's interval is at most `width`; relative, every outcome that has come about at all has
 * done so PRECISION_EVENTS times, and half its interval is at most `width` times its share. Where a
 * design's interval is the narrower one, that of independent trials counts: an error that is known
 * from sixteen replicates comes out too small now and then, and a run would stop just then. */
bool precision_reached(const struct precision *precision, const struct design *design,
                       const struct summary_outcomes *outcomes);

#endif
