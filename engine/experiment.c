#include "engine/experiment.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/negotiation.h"
#include "engine/parallel.h"
#include "engine/stopwatch.h"

/* What each thread has to itself: where it plays the arm of its last chunk. */
struct seat {
    int arm; /* -1: none yet */
    struct table *table;
    struct history *history;
};

/* What came of a chunk that awaits its turn. */
struct slot {
    struct summary *summary; /* NULL: the arm has no such chunk */
    unsigned char outcome[EXPERIMENT_CHUNK];
    struct text text; /* its rows */
    struct text kept; /* its trials, packed for the store */
    double seconds;
};

/* The outcomes of the last chunk that an arm has delivered. */
struct echo {
    uint64_t trial, count;
    unsigned char outcome[EXPERIMENT_CHUNK];
};

struct hall {
    struct experiment *experiment;
    struct seat *seat;  /* [worker] */
    struct slot *slot;  /* [slot] */
    struct echo **echo; /* [arm]; NULL where no arm is paired with it */
    atomic_uint_least64_t trials;
};

uint64_t experiment_trials(const struct experiment *experiment)
{
    uint64_t trials = 0;
    for (int arm = 0; arm < experiment->arms; arm++)
        trials += (uint64_t)experiment->arm[arm].scenario->run.trials;
    return trials;
}

/* How many chunks the arm with the most trials has. */
static uint64_t experiment_chunks(const struct experiment *experiment)
{
    uint64_t most = 0;
    for (int arm = 0; arm < experiment->arms; arm++) {
        uint64_t trials = (uint64_t)experiment->arm[arm].scenario->run.trials;
        most = trials > most ? trials : most;
    }
    return (most + EXPERIMENT_CHUNK - 1) / EXPERIMENT_CHUNK;
}

static void seat_leave(struct seat *seat)
{
    if (seat->arm < 0)
        return;
    negotiation_free(seat->table);
    history_free(seat->history);
}

static void seat_take(struct seat *seat, int arm, const struct scenario *scenario)
{
    if (seat->arm == arm)
        return;
    seat_leave(seat);
    *seat = (struct seat){ arm, negotiation_new(scenario), history_new(scenario) };
}

static void experiment_block(const struct arm *arm, struct seat *seat, struct slot *slot,
                             uint64_t first, int lanes)
{
    negotiation_play(seat->table, first, lanes, seat->history);
    assert(seat->history->trial == first && seat->history->lanes == lanes);
    summary_add(slot->summary, seat->history);
    if (arm->rows != NULL)
        rows_add(arm->rows, seat->history, &slot->text);
    if (arm->kept != NULL)
        store_trials_add(arm->kept, seat->history, &slot->kept);
    for (int lane = 0; lane < lanes; lane++)
        slot->outcome[(first + (uint64_t)lane) % EXPERIMENT_CHUNK] =
            (unsigned char)seat->history->outcome[lane];
}

static void experiment_chunk(void *context, int worker, int place, uint64_t piece)
{
    const struct hall *hall = context;
    const struct experiment *experiment = hall->experiment;
    int number = (int)(piece % (uint64_t)experiment->arms);
    const struct arm *arm = &experiment->arm[number];
    uint64_t trial = piece / (uint64_t)experiment->arms * EXPERIMENT_CHUNK;
    uint64_t end = trial + EXPERIMENT_CHUNK, trials = (uint64_t)arm->scenario->run.trials;
    struct slot *slot = &hall->slot[place];
    double start = stopwatch_now();
    slot->summary = NULL;
    if (trial >= trials)
        return;
    seat_take(&hall->seat[worker], number, arm->scenario);
    slot->summary = arm->lean ? summary_new_lean(arm->scenario) : summary_new(arm->scenario);
    for (end = end < trials ? end : trials; trial < end;) {
        uint64_t left = end - trial;
        int lanes = left < (uint64_t)experiment->block ? (int)left : experiment->block;
        experiment_block(arm, &hall->seat[worker], slot, trial, lanes);
        trial += (uint64_t)lanes;
    }
    slot->seconds = stopwatch_now() - start;
}

/* Pairs a chunk with the same one of its base, and keeps it for those whose base it is. */
static void experiment_pair(const struct hall *hall, int number, uint64_t trial,
                            const struct slot *slot)
{
    struct arm *arm = &hall->experiment->arm[number];
    uint64_t count = slot->summary == NULL ? 0 : slot->summary->trials;
    if (arm->base >= 0) {
        const struct echo *base = hall->echo[arm->base];
        uint64_t shared = count < base->count ? count : base->count;
        assert(base->trial == trial);
        pairing_add(&arm->pairing, arm->scenario, trial, base->outcome, slot->outcome, shared);
    }
    if (hall->echo[number] == NULL)
        return;
    hall->echo[number]->trial = trial;
    hall->echo[number]->count = count;
    memcpy(hall->echo[number]->outcome, slot->outcome, count);
}

static bool experiment_deliver(void *context, int place, uint64_t piece)
{
    struct hall *hall = context;
    struct experiment *experiment = hall->experiment;
    int number = (int)(piece % (uint64_t)experiment->arms);
    struct arm *arm = &experiment->arm[number];
    struct slot *slot = &hall->slot[place];
    bool good = true;
    experiment_pair(hall, number, piece / (uint64_t)experiment->arms * EXPERIMENT_CHUNK, slot);
    if (slot->summary == NULL)
        return true;
    if (arm->rows != NULL)
        good = output_write(experiment->out, slot->text.bytes, slot->text.length);
    if (arm->kept != NULL) /* where that fails it is told, and the run goes on */
        store_trials_take(arm->kept, slot->kept.bytes, slot->kept.length);
    slot->text.length = slot->kept.length = 0;
    summary_merge(arm->summary, slot->summary);
    arm->seconds += slot->seconds;
    atomic_fetch_add(&hall->trials, slot->summary->trials);
    summary_free(slot->summary);
    slot->summary = NULL;
    return good;
}

static bool experiment_halted(void *context)
{
    const struct hall *hall = context;
    const atomic_bool *stop = hall->experiment->stop;
    return stop != NULL && atomic_load_explicit(stop, memory_order_relaxed);
}

static void experiment_progress(void *context)
{
    const struct hall *hall = context;
    if (hall->experiment->progress != NULL)
        hall->experiment->progress(hall->experiment->context, atomic_load(&hall->trials));
}

static void hall_open(struct hall *hall, struct experiment *experiment, int threads)
{
    *hall = (struct hall){ .experiment = experiment };
    hall->seat = memory_new((size_t)threads, sizeof *hall->seat);
    hall->slot = memory_new((size_t)threads * PARALLEL_WAITING, sizeof *hall->slot);
    hall->echo = memory_new((size_t)experiment->arms, sizeof *hall->echo);
    for (int worker = 0; worker < threads; worker++)
        hall->seat[worker].arm = -1;
    for (int number = 0; number < experiment->arms; number++) {
        struct arm *arm = &experiment->arm[number];
        assert(arm->base < number);
        arm->summary = arm->lean ? summary_new_lean(arm->scenario) : summary_new(arm->scenario);
        arm->pairing = (struct pairing){ 0 };
        arm->seconds = 0;
        if (arm->base >= 0 && hall->echo[arm->base] == NULL)
            hall->echo[arm->base] = memory_new(1, sizeof **hall->echo);
    }
}

static void hall_close(struct hall *hall, int threads)
{
    for (int worker = 0; worker < threads; worker++)
        seat_leave(&hall->seat[worker]);
    for (int slot = 0; slot < threads * PARALLEL_WAITING; slot++) {
        summary_free(hall->slot[slot].summary);
        free(hall->slot[slot].text.bytes);
        free(hall->slot[slot].kept.bytes);
    }
    for (int arm = 0; arm < hall->experiment->arms; arm++)
        free(hall->echo[arm]);
    free(hall->echo);
    free(hall->slot);
    free(hall->seat);
}

void experiment_run(struct experiment *experiment)
{
    assert(experiment->threads >= 1 && experiment->block >= 1 && experiment->block <= LANES);
    assert(experiment->arms >= 1);
    uint64_t pieces = experiment_chunks(experiment) * (uint64_t)experiment->arms;
    int threads = pieces < (uint64_t)experiment->threads ? (int)pieces : experiment->threads;
    struct hall hall;
    hall_open(&hall, experiment, threads);
    struct parallel parallel = {
        .threads = threads,
        .end = pieces,
        .work = experiment_chunk,
        .deliver = experiment_deliver,
        .halted = experiment_halted,
        .progress = experiment_progress,
        .context = &hall,
    };
    parallel_run(&parallel);
    hall_close(&hall, threads);
}
