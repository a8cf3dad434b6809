#include "engine/experiment.h"

#include <assert.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "engine/negotiation.h"
#include "engine/parallel.h"

/* What each thread has to itself. */
struct seat {
    struct table *table;
    struct history *history;
    struct summary *summary;
    struct text text; /* the rows of a chunk */
    struct text kept; /* its trials, packed for the store */
};

struct hall {
    const struct experiment *experiment;
    struct seat *seat; /* [worker] */
};

static uint64_t experiment_trials(const struct experiment *experiment)
{
    return (uint64_t)experiment->scenario->run.trials;
}

static void experiment_block(const struct experiment *experiment, struct seat *seat, uint64_t first,
                             int lanes)
{
    negotiation_play(seat->table, first, lanes, seat->history);
    assert(seat->history->trial == first && seat->history->lanes == lanes);
    summary_add(seat->summary, seat->history);
    if (experiment->rows != NULL)
        rows_add(experiment->rows, seat->history, &seat->text);
    if (experiment->kept != NULL)
        store_trials_add(experiment->kept, seat->history, &seat->kept);
    for (int lane = 0; experiment->outcome != NULL && lane < lanes; lane++)
        experiment->outcome[first + (uint64_t)lane] = (unsigned char)seat->history->outcome[lane];
}

static void experiment_chunk(void *context, int worker, uint64_t chunk)
{
    const struct hall *hall = context;
    const struct experiment *experiment = hall->experiment;
    uint64_t trial = chunk * EXPERIMENT_CHUNK, end = trial + EXPERIMENT_CHUNK;
    if (end > experiment_trials(experiment))
        end = experiment_trials(experiment);
    while (trial < end) {
        uint64_t left = end - trial;
        int lanes = left < (uint64_t)experiment->block ? (int)left : experiment->block;
        experiment_block(experiment, &hall->seat[worker], trial, lanes);
        trial += (uint64_t)lanes;
    }
}

static bool experiment_deliver(void *context, int worker, uint64_t chunk)
{
    const struct hall *hall = context;
    const struct experiment *experiment = hall->experiment;
    struct text *text = &hall->seat[worker].text, *kept = &hall->seat[worker].kept;
    bool good =
        experiment->rows == NULL || output_write(experiment->out, text->bytes, text->length);
    if (experiment->kept != NULL)
        good = store_trials_take(experiment->kept, kept->bytes, kept->length) && good;
    (void)chunk;
    text->length = kept->length = 0;
    return good;
}

static void experiment_progress(void *context, uint64_t chunks)
{
    const struct hall *hall = context;
    uint64_t trials = chunks * EXPERIMENT_CHUNK, all = experiment_trials(hall->experiment);
    if (hall->experiment->progress != NULL)
        hall->experiment->progress(hall->experiment->context, trials < all ? trials : all);
}

static struct seat experiment_sit(const struct scenario *scenario)
{
    return (struct seat){ .table = negotiation_new(scenario),
                          .history = history_new(scenario),
                          .summary = summary_new(scenario) };
}

/* Leaves the summary to the caller. */
static struct summary *experiment_leave(struct seat *seat)
{
    negotiation_free(seat->table);
    history_free(seat->history);
    free(seat->kept.bytes);
    free(seat->text.bytes);
    return seat->summary;
}

/* Closes all seats; their summaries, merged, are the caller's. */
static struct summary *experiment_gather(struct hall *hall, int threads)
{
    struct summary *summary = experiment_leave(&hall->seat[0]);
    for (int k = 1; k < threads; k++) {
        struct summary *other = experiment_leave(&hall->seat[k]);
        summary_merge(summary, other);
        summary_free(other);
    }
    free(hall->seat);
    return summary;
}

struct summary *experiment_run(const struct experiment *experiment)
{
    assert(experiment->threads >= 1 && experiment->block >= 1 && experiment->block <= LANES);
    uint64_t chunks = (experiment_trials(experiment) + EXPERIMENT_CHUNK - 1) / EXPERIMENT_CHUNK;
    int threads = chunks < (uint64_t)experiment->threads ? (int)chunks : experiment->threads;
    struct hall hall = { experiment, memory_new((size_t)threads, sizeof *hall.seat) };
    for (int k = 0; k < threads; k++)
        hall.seat[k] = experiment_sit(experiment->scenario);
    struct parallel parallel = {
        .threads = threads,
        .pieces = chunks,
        .work = experiment_chunk,
        .deliver = experiment->rows == NULL && experiment->kept == NULL ? NULL : experiment_deliver,
        .progress = experiment_progress,
        .context = &hall,
        .stop = experiment->stop,
    };
    parallel_run(&parallel);
    return experiment_gather(&hall, threads);
}
