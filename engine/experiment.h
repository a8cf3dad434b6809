/* Plays the trials of scenarios and sums them up.
 *
 * Trials are played in chunks of 1024, chunks in blocks of up to LANES lanes. Several scenarios,
 * the arms of an experiment, take turns: a chunk of each, then the next chunk of each, so that one
 * that is stopped has played about as many trials of them all. What comes of the chunks is gathered
 * in that order: each summary is at any time that of the first so many trials.
 *
 * What a trial does is a function of its number alone (models/random.h) and summaries merge
 * exactly, so that block size and threads change nothing but the time it takes. */
#ifndef ENGINE_EXPERIMENT_H
#define ENGINE_EXPERIMENT_H

#include <stdatomic.h>

#include "engine/journal.h"
#include "engine/output.h"
#include "engine/pairing.h"
#include "engine/precision.h"
#include "engine/rows.h"
#include "engine/store.h"
#include "engine/summary.h"

enum { EXPERIMENT_CHUNK = 1024 };

/* One scenario of an experiment. */
struct arm {
    const struct scenario *scenario; /* plays run.trials trials */
    int base;          /* an arm before this one, with whose trials its own are paired; -1: none */
    bool lean;         /* its summary knows no quantiles, and takes little memory */
    struct rows *rows; /* how each trial is written, in their order, to `out`; may be NULL */
    struct store_trials *kept; /* gathers its trials for the store; may be NULL */
    /* The results. */
    struct summary *summary; /* the caller frees it */
    struct pairing pairing;  /* of the trials that both it and its base have played */
    double seconds;          /* that threads were busy with it */
};

struct experiment {
    struct arm *arm;
    int arms;
    int threads;             /* at least 1 */
    int block;               /* lanes of a block, 1 .. LANES */
    const atomic_bool *stop; /* once true, it ends with the chunks under way; may be NULL */
    /* Called now and then, by the calling thread, with the trials played so far; may be NULL. */
    void (*progress)(void *context, uint64_t trials);
    void *context;
    struct output *out; /* once it cannot be written to, the run ends; NULL: no arm has rows */
    int shard, shards;  /* plays the part `shard`, from 0, of so many; 0 shards: the whole */
    /* Once all arms are known so well, it ends; asked after each turn of all; NULL: never. */
    const struct precision *precision;
    double until; /* on the stopwatch: when it is to end; 0: never */
    /* What it goes on behind, which has been read, and writes to; NULL: none is kept. */
    struct journal *journal;
    /* The results. */
    bool precise;     /* it ended because all arms are known so well */
    bool late;        /* it ended because the time was up */
    bool broken;      /* the journal could not be written; a message has been printed */
    uint64_t resumed; /* trials that the journal held */
};

/* Fills the results of all arms. Where it was stopped, a summary is that of the first so many
 * trials (summary->trials): a shorter run of the same numbers. A shard has the trials of a row of
 * chunks: those of all shards together are the whole. */
void experiment_run(struct experiment *experiment);

/* The first chunk of a shard of so many; that of the shard behind the last one is the end: even
 * parts, which differ by a chunk at most. (engine/experiment_shard.c, like the next) */
uint64_t experiment_shard(const struct experiment *experiment, int shard);
/* The trials that there are to play, of all arms together. */
uint64_t experiment_trials(const struct experiment *experiment);

#endif
