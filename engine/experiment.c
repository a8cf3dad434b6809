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
    struct pairing pairing;
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
    slot->summary = summary_start(arm->scenario, arm->lean);
    for (end = end < trials ? end : trials; trial < end;) {
        uint64_t left = end - trial;
        int lanes = left < (uint64_t)experiment->block ? (int)left : experiment->block;
        experiment_block(arm, &hall->seat[worker], slot, trial, lanes);
        trial += (uint64_t)lanes;
    }
    slot->seconds = stopwatch_now() - start;
}

/* Pairs a chunk with the same one of its base, and keeps it for those whose base it is. */
static void experiment_pair(const struct hall *hall, int number, uint64_t trial, struct slot *slot)
{
    const struct arm *arm = &hall->experiment->arm[number];
    uint64_t count = slot->summary == NULL ? 0 : slot->summary->trials;
    slot->pairing = (struct pairing){ 0 };
    if (arm->base >= 0) {
        const struct echo *base = hall->echo[arm->base];
        uint64_t shared = count < base->count ? count : base->count;
        assert(base->trial == trial);
        pairing_add(&slot->pairing, arm->scenario, trial, base->outcome, slot->outcome, shared);
    }
    if (hall->echo[number] == NULL)
        return;
    hall->echo[number]->trial = trial;
    hall->echo[number]->count = count;
    memcpy(hall->echo[number]->outcome, slot->outcome, count);
}

/* Adds what came of a chunk to what its arm has come to. */
static void experiment_add(struct hall *hall, int number, const struct slot *slot)
{
    struct arm *arm = &hall->experiment->arm[number];
    summary_merge(arm->summary, slot->summary);
    pairing_merge(&arm->pairing, &slot->pairing);
    arm->seconds += slot->seconds;
    atomic_fetch_add(&hall->trials, slot->summary->trials);
    if (hall->experiment->journal != NULL)
        journal_add(hall->experiment->journal, number, slot->summary, &slot->pairing);
}

static bool experiment_journal(struct hall *hall, uint64_t piece, bool now, bool done)
{
    struct experiment *experiment = hall->experiment;
    bool rows = experiment->arm->rows != NULL;
    if (experiment->journal == NULL || experiment->broken)
        return !experiment->broken;
    experiment->broken =
        !journal_keep(experiment->journal, piece, now, done, rows ? experiment->out : NULL);
    return !experiment->broken;
}

/* Whether all arms are known well enough: asked at the end of a turn, so that it depends on nothing
 * but the trials so far. */
static bool experiment_precise(struct experiment *experiment)
{
    if (experiment->precision == NULL)
        return false;
    for (int number = 0; number < experiment->arms; number++) {
        const struct arm *arm = &experiment->arm[number];
        struct summary_outcomes outcomes = summary_outcomes(arm->summary);
        if (!precision_reached(experiment->precision, scenario_design(arm->scenario), &outcomes))
            return false;
    }
    return true;
}

/* Takes over what came of a chunk. */
static bool experiment_take(struct hall *hall, int number, struct slot *slot, uint64_t piece)
{
    const struct experiment *experiment = hall->experiment;
    bool good = true;
    if (experiment->arm[number].rows != NULL)
        good = output_write(experiment->out, slot->text.bytes, slot->text.length);
    if (experiment->arm[number].kept != NULL) /* where that fails it is told, and the run goes on */
        store_trials_take(experiment->arm[number].kept, slot->kept.bytes, slot->kept.length);
    experiment_add(hall, number, slot);
    slot->text.length = slot->kept.length = 0;
    summary_free(slot->summary);
    slot->summary = NULL;
    return good && experiment_journal(hall, piece + 1, false, false);
}

static bool experiment_deliver(void *context, int place, uint64_t piece)
{
    struct hall *hall = context;
    struct experiment *experiment = hall->experiment;
    int number = (int)(piece % (uint64_t)experiment->arms);
    struct slot *slot = &hall->slot[place];
    experiment_pair(hall, number, piece / (uint64_t)experiment->arms * EXPERIMENT_CHUNK, slot);
    if (slot->summary != NULL && !experiment_take(hall, number, slot, piece))
        return false;
    if (number == experiment->arms - 1)
        experiment->precise = experiment_precise(experiment);
    return !experiment->precise;
}

static bool experiment_halted(void *context)
{
    struct experiment *experiment = ((struct hall *)context)->experiment;
    experiment->late = experiment->until > 0 && stopwatch_now() >= experiment->until;
    return experiment->late || (experiment->stop != NULL &&
                                atomic_load_explicit(experiment->stop, memory_order_relaxed));
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
        arm->summary = summary_start(arm->scenario, arm->lean);
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

/* Takes over what the journal held. Returns the piece to go on with. */
static uint64_t experiment_restore(struct hall *hall, uint64_t first)
{
    struct experiment *experiment = hall->experiment;
    const struct journal *journal = experiment->journal;
    experiment->precise = experiment->late = experiment->broken = false;
    experiment->resumed = 0;
    for (int number = 0; journal != NULL && number < experiment->arms; number++) {
        struct arm *arm = &experiment->arm[number];
        summary_merge(arm->summary, journal->past[number].summary);
        arm->pairing = journal->past[number].pairing;
        experiment->resumed += arm->summary->trials;
    }
    atomic_store(&hall->trials, experiment->resumed);
    return journal != NULL && journal->mark.piece > first ? journal->mark.piece : first;
}

/* In the middle of a turn, the arms that have had theirs are played once more for those that are
 * paired with them. */
static void experiment_recall(struct hall *hall, uint64_t piece)
{
    uint64_t arms = (uint64_t)hall->experiment->arms, begin = piece / arms * arms;
    struct slot *slot = &hall->slot[0];
    for (uint64_t past = begin; past < piece; past++) {
        if (hall->echo[past - begin] == NULL)
            continue;
        experiment_chunk(hall, 0, 0, past);
        experiment_pair(hall, (int)(past - begin), begin / arms * EXPERIMENT_CHUNK, slot);
        summary_free(slot->summary);
        slot->summary = NULL;
        slot->text.length = 0;
    }
}

/* No more threads than pieces. */
static int experiment_threads(const struct experiment *experiment, uint64_t pieces)
{
    uint64_t most = pieces > 0 ? pieces : 1;
    return most < (uint64_t)experiment->threads ? (int)most : experiment->threads;
}

void experiment_run(struct experiment *experiment)
{
    assert(experiment->threads >= 1 && experiment->block >= 1 && experiment->block <= LANES);
    assert(experiment->arms >= 1);
    uint64_t arms = (uint64_t)experiment->arms;
    uint64_t first = experiment_shard(experiment, experiment->shard) * arms;
    uint64_t end = experiment_shard(experiment, experiment->shard + 1) * arms;
    int threads = experiment_threads(experiment, end - first);
    struct hall hall;
    hall_open(&hall, experiment, threads);
    struct parallel parallel = {
        .threads = threads,
        .first = experiment_restore(&hall, first),
        .end = end,
        .work = experiment_chunk,
        .deliver = experiment_deliver,
        .halted = experiment_halted,
        .progress = experiment_progress,
        .context = &hall,
    };
    bool done = experiment->journal != NULL && experiment->journal->mark.done;
    experiment->precise = done && experiment_precise(experiment);
    if (!done) {
        experiment_recall(&hall, parallel.first);
        uint64_t last = parallel_run(&parallel);
        experiment->late = experiment->late && last < end;
        experiment_journal(&hall, last, true, last == end || experiment->precise);
    }
    hall_close(&hall, threads);
}
