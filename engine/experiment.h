/* Plays a scenario's trials and sums them up.
 *
 * Trials are played in chunks of 1024, chunks in blocks of up to LANES lanes. What a trial does is
 * a function of its number alone (models/random.h) and summaries merge exactly, so that block size
 * and threads change nothing but the time it takes. */
#ifndef ENGINE_EXPERIMENT_H
#define ENGINE_EXPERIMENT_H

#include <stdatomic.h>

#include "engine/output.h"
#include "engine/rows.h"
#include "engine/store.h"
#include "engine/summary.h"

enum { EXPERIMENT_CHUNK = 1024 };

struct experiment {
    const struct scenario *scenario; /* plays run.trials trials */
    int threads;                     /* at least 1 */
    int block;                       /* lanes of a block, 1 .. LANES */
    const atomic_bool *stop;         /* once true, it ends with the chunks under way; may be NULL */
    /* Called now and then, by the calling thread, with the trials played so far; may be NULL. */
    void (*progress)(void *context, uint64_t trials);
    void *context;
    unsigned char *outcome; /* [trials] enum outcome of each, for paired comparisons; may be NULL */
    const struct rows *rows; /* how each trial is written, in their order, to `out`; may be NULL */
    struct store_trials *kept; /* takes the trials, in their order; may be NULL */
    struct output *out; /* once it cannot be written to, the run ends as where it is stopped */
};

/* The caller frees the summary. Where it was stopped, the summary is that of the first so many
 * trials (summary->trials): a shorter run of the same numbers. */
struct summary *experiment_run(const struct experiment *experiment);

#endif
