#include <criterion/criterion.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/experiment.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/results.h"
#include "tests/player.h"
#include "tests/solo.h"

enum { TRIALS = 10 * EXPERIMENT_CHUNK + 77 };

/* The results of an experiment with one arm. */
static char *experiment_text(struct experiment *experiment)
{
    char *bytes;
    size_t size;
    struct json json = json_start(open_memstream(&bytes, &size));
    experiment_run(experiment);
    results_write(&json, experiment->arm->summary, NULL, &(struct results_wall){ 1, 1 });
    summary_free(experiment->arm->summary);
    fclose(json.out);
    return bytes;
}

Test(experiment, threads_and_blocks_change_nothing)
{
    static const int threads[] = { 1, 2, 3, 7, 64 }, blocks[] = { 1, 5, LANES };
    struct scenario scenario = sample_scenario(TRIALS);
    struct arm arm = { .scenario = &scenario, .base = -1 };
    struct experiment experiment = { .arm = &arm, .arms = 1, .threads = 1, .block = LANES };
    char *expected = experiment_text(&experiment);
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++)
        for (size_t j = 0; j < sizeof blocks / sizeof *blocks; j++) {
            experiment.threads = threads[k];
            experiment.block = blocks[j];
            char *found = experiment_text(&experiment);
            cr_expect(strcmp(found, expected) == 0, "-j %d --block %d", threads[k], blocks[j]);
            free(found);
        }
    free(expected);
}

/* Shard k of n begins at chunk floor(k C / n) of C, so that parts differ by a chunk at most; the
 * product would not fit where the trials are many: 1e12 of them are 976562500 chunks. */
Test(experiment, shards_are_even)
{
    static const struct {
        long trials;
        int shards, shard;
        uint64_t first, trials_of;
    } known[] = {
        { 1, 0, 0, 0, 1 },
        { 2500, 0, 0, 0, 2500 },
        { 2500, 3, 0, 0, 1024 },
        { 2500, 3, 2, 2, 452 },
        { 2500, 2, 1, 1, 1476 },
        { 2500, 5, 1, 0, 1024 },
        { 2500, 5, 4, 2, 452 },
        { 10240, 4, 1, 2, 3072 },
        { 1000000000000, 1000000000, 999999999, 976562499, 1024 },
        { 1000000000000, 3, 2, 651041666, 333333334016 },
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        struct scenario scenario = { .run.trials = known[k].trials };
        struct arm arm = { .scenario = &scenario };
        struct experiment experiment = {
            .arm = &arm, .arms = 1, .shard = known[k].shard, .shards = known[k].shards
        };
        cr_expect(experiment_shard(&experiment, known[k].shard) == known[k].first, "%zu", k);
        cr_expect(experiment_trials(&experiment) == known[k].trials_of, "%zu: %llu", k,
                  (unsigned long long)experiment_trials(&experiment));
    }
}

/* Arms of different lengths: each is what it is alone, and is paired with the trials that its base
 * has as well. */
Test(experiment, arms_take_turns)
{
    static const int threads[] = { 1, 2, 7 };
    struct scenario longer = sample_scenario(TRIALS), shorter = sample_scenario(TRIALS / 3);
    struct arm arm[] = { { .scenario = &longer, .base = -1 },
                         { .scenario = &shorter, .base = -1, .lean = true },
                         { .scenario = &longer, .base = 1 },
                         { .scenario = &shorter, .base = 0 } };
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        struct experiment experiment = {
            .arm = arm, .arms = 4, .threads = threads[k], .block = 50
        };
        uint64_t trials = experiment_trials(&experiment);
        cr_expect(trials == 2 * TRIALS + 2 * (TRIALS / 3));
        experiment_run(&experiment);
        cr_expect(arm[0].summary->trials == TRIALS && arm[1].summary->trials == TRIALS / 3);
        for (int outcome = 0; outcome < OUTCOMES; outcome++) {
            uint64_t all = 0, some = 0;
            for (uint64_t trial = 0; trial < TRIALS; trial++) {
                bool hit = history_detail_outcome(sample_detail(trial)) == outcome;
                all += hit;
                some += hit && trial < TRIALS / 3;
            }
            cr_expect(summary_outcome(arm[0].summary, outcome) == all);
            cr_expect(summary_outcome(arm[1].summary, outcome) == some);
            cr_expect(pairing_flips(&arm[2].pairing, outcome, outcome) == some);
            cr_expect(pairing_flips(&arm[3].pairing, outcome, outcome) == some);
        }
        cr_expect(pairing_changed(&arm[2].pairing) == 0);
        cr_expect(isnan(spread_quantile(&arm[1].summary->actor[0].utility, 50)), "lean");
        for (int number = 0; number < 4; number++)
            summary_free(arm[number].summary);
    }
}

struct watch {
    atomic_bool stop;
    uint64_t told, limit;
};

static void watch_tell(void *context, uint64_t trials)
{
    struct watch *watch = context;
    cr_expect(trials >= watch->told);
    watch->told = trials;
    if (trials >= watch->limit)
        atomic_store(&watch->stop, true);
}

Test(experiment, progress_is_told)
{
    struct watch watch = { .limit = TRIALS + 1 };
    struct scenario scenario = sample_scenario(TRIALS);
    struct arm arm = { .scenario = &scenario, .base = -1 };
    experiment_run(&(struct experiment){ .arm = &arm,
                                         .arms = 1,
                                         .threads = 1,
                                         .block = 9,
                                         .progress = watch_tell,
                                         .context = &watch });
    summary_free(arm.summary);
    cr_expect(watch.told == TRIALS);
}

/* A run that is stopped is a shorter run: the first so many trials, none missing, of all arms. */
Test(experiment, stopped_early)
{
    static const int threads[] = { 1, 3 };
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        struct watch watch = { .limit = 4 * EXPERIMENT_CHUNK };
        struct scenario scenario = sample_scenario(1000 * EXPERIMENT_CHUNK);
        struct arm arm[] = { { .scenario = &scenario, .base = -1 }, { .scenario = &scenario } };
        experiment_run(&(struct experiment){ .arm = arm,
                                             .arms = 2,
                                             .threads = threads[k],
                                             .block = LANES,
                                             .stop = &watch.stop,
                                             .progress = watch_tell,
                                             .context = &watch });
        uint64_t trials = arm[0].summary->trials, second = arm[1].summary->trials;
        cr_assert(trials >= 2 * EXPERIMENT_CHUNK && !summary_complete(arm[0].summary));
        cr_expect(trials == second || trials == second + EXPERIMENT_CHUNK);
        cr_expect(pairing_trials(&arm[1].pairing) == second);
        scenario.run.trials = (long)trials;
        struct summary *shorter = solo_run(&scenario, 2, LANES);
        for (int detail = 0; detail < summary_details(&scenario); detail++)
            cr_expect(arm[0].summary->detail[detail] == shorter->detail[detail]);
        summary_free(shorter);
        summary_free(arm[0].summary);
        summary_free(arm[1].summary);
    }
}

/* Where it ends depends on nothing but the trials: alike for any threads, and at the end of a turn.
 */
Test(experiment, ends_when_it_is_precise)
{
    static const int threads[] = { 1, 2, 7 };
    const struct precision precision = { .width = 0.01 };
    struct scenario scenario = sample_scenario(1000 * EXPERIMENT_CHUNK);
    uint64_t trials = 0;
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        struct arm arm[] = { { .scenario = &scenario, .base = -1 }, { .scenario = &scenario } };
        struct experiment experiment = {
            .arm = arm, .arms = 2, .threads = threads[k], .block = LANES, .precision = &precision
        };
        experiment_run(&experiment);
        cr_expect(experiment.precise && arm[0].summary->trials == arm[1].summary->trials);
        cr_expect(k == 0 || arm[0].summary->trials == trials);
        trials = arm[0].summary->trials;
        for (int number = 0; number < 2; number++)
            summary_free(arm[number].summary);
    }
    /* A half-width of .01 at p near .5 takes 9,600 trials; the largest share
     * here is 0.3 to 0.4: between 8,067 and 9,220 by Wilson's formula, in whole chunks. */
    cr_expect(trials % EXPERIMENT_CHUNK == 0 && trials >= 8 * EXPERIMENT_CHUNK &&
                  trials <= 10 * EXPERIMENT_CHUNK,
              "%d", (int)trials);
}

/* The rows of a run, all of them and in order, whatever played them. */
static char *experiment_rows(struct experiment *experiment, uint64_t *trials)
{
    char *bytes;
    size_t size;
    struct rows_columns columns = { 0 };
    struct arm *arm = experiment->arm;
    rows_columns_add(&columns, arm->scenario);
    arm->rows = rows_new(&columns, arm->scenario, arm->scenario->name);
    struct output out = { .stream = open_memstream(&bytes, &size) };
    experiment->out = &out;
    experiment_run(experiment);
    *trials = arm->summary->trials;
    summary_free(arm->summary);
    fclose(out.stream);
    rows_free(arm->rows);
    rows_columns_free(&columns);
    return bytes;
}

static void experiment_expect_order(const char *text, uint64_t trials)
{
    uint64_t trial = 0;
    for (; *text != '\0'; text = strchr(text, '\n') + 1)
        cr_assert(strncmp(text, "sample,", 7) == 0 && strtoull(text + 7, NULL, 10) == trial++);
    cr_expect(trial == trials);
}

Test(experiment, rows_are_in_order)
{
    static const int threads[] = { 2, 3, 7, 64 }, blocks[] = { 1, 13, LANES };
    struct scenario scenario = sample_scenario(TRIALS);
    struct arm arm = { .scenario = &scenario, .base = -1 };
    struct experiment experiment = { .arm = &arm, .arms = 1, .threads = 1, .block = LANES };
    uint64_t trials;
    char *expected = experiment_rows(&experiment, &trials);
    experiment_expect_order(expected, TRIALS);
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++)
        for (size_t j = 0; j < sizeof blocks / sizeof *blocks; j++) {
            experiment.threads = threads[k];
            experiment.block = blocks[j];
            char *found = experiment_rows(&experiment, &trials);
            cr_expect(strcmp(found, expected) == 0, "-j %d --block %d", threads[k], blocks[j]);
            free(found);
        }
    free(expected);
}

Test(experiment, rows_are_those_of_the_trials_that_were_played)
{
    struct watch watch = { .limit = 2 * EXPERIMENT_CHUNK };
    struct scenario scenario = sample_scenario(1000 * EXPERIMENT_CHUNK);
    struct arm arm = { .scenario = &scenario, .base = -1 };
    struct experiment experiment = { .arm = &arm,
                                     .arms = 1,
                                     .threads = 3,
                                     .block = LANES,
                                     .stop = &watch.stop,
                                     .progress = watch_tell,
                                     .context = &watch };
    uint64_t trials;
    char *text = experiment_rows(&experiment, &trials);
    cr_expect(trials >= 2 * EXPERIMENT_CHUNK && trials < 1000 * EXPERIMENT_CHUNK);
    experiment_expect_order(text, trials);
    free(text);
}

/* A device that is always full ends the run. */
Test(experiment, ends_where_rows_cannot_be_written)
{
    struct scenario scenario = sample_scenario(1000 * EXPERIMENT_CHUNK);
    struct rows_columns columns = { 0 };
    rows_columns_add(&columns, &scenario);
    struct arm arm = { .scenario = &scenario,
                       .base = -1,
                       .rows = rows_new(&columns, &scenario, scenario.name) };
    struct output out = { .stream = fopen("/dev/full", "w") };
    experiment_run(
        &(struct experiment){ .arm = &arm, .arms = 1, .threads = 3, .block = LANES, .out = &out });
    cr_expect(arm.summary->trials < 10 * EXPERIMENT_CHUNK && !summary_complete(arm.summary));
    summary_free(arm.summary);
    fclose(out.stream);
    cr_expect(out.reason == ENOSPC);
    rows_free(arm.rows);
    rows_columns_free(&columns);
}

Test(experiment, stopped_before_it_began)
{
    atomic_bool stop = true;
    struct scenario scenario = sample_scenario(TRIALS);
    struct arm arm = { .scenario = &scenario, .base = -1 };
    struct experiment experiment = {
        .arm = &arm, .arms = 1, .threads = 2, .block = LANES, .stop = &stop
    };
    char *text = experiment_text(&experiment);
    cr_expect(strstr(text, "\"complete\": false") != NULL);
    cr_expect(strstr(text, "\"p\": null") != NULL && strstr(text, "nan") == NULL);
    free(text);
}

/* What pieces and deliveries are checked against; deliveries may use it without a lock, since they
 * take turns. */
struct order {
    uint64_t next, refuse, halt;
    int slot[1000]; /* 1 + where a piece lies */
    atomic_int marks[1000];
};

static void parallel_linger(void *context, int worker, int slot, uint64_t piece)
{
    struct order *order = context;
    cr_assert(worker >= 0 && worker < 5 && slot >= 0 && slot < 5 * PARALLEL_WAITING);
    for (volatile int k = 0; k < (int)(piece * 7919 % 13) * 1000; k++)
        ;
    order->slot[piece] = 1 + slot;
    atomic_fetch_add(&order->marks[piece], 1);
}

static bool parallel_expect(void *context, int slot, uint64_t piece)
{
    struct order *order = context;
    cr_assert(piece == order->next && atomic_load(&order->marks[piece]) == 1);
    cr_assert(order->slot[piece] == 1 + slot);
    order->next++;
    return piece != order->refuse;
}

static bool parallel_halt(void *context)
{
    struct order *order = context;
    return order->halt-- == 0;
}

Test(parallel, pieces_are_delivered_in_order)
{
    static struct order order = { .refuse = 5000 };
    cr_expect(parallel_processors() >= 1);
    struct parallel parallel = { .threads = 5,
                                 .end = 1000,
                                 .work = parallel_linger,
                                 .deliver = parallel_expect,
                                 .context = &order };
    cr_expect(parallel_run(&parallel) == 1000 && order.next == 1000);
    parallel.first = parallel.end = 7;
    cr_expect(parallel_run(&parallel) == 7 && order.next == 1000);
}

/* Nothing is delivered after one that was refused, though pieces behind it were under way. */
Test(parallel, ends_with_a_refusal)
{
    static struct order order = { .next = 100, .refuse = 300 };
    struct parallel parallel = { .threads = 5,
                                 .first = 100,
                                 .end = 1000,
                                 .work = parallel_linger,
                                 .deliver = parallel_expect,
                                 .context = &order };
    cr_expect(parallel_run(&parallel) == 301 && order.next == 301);
    cr_expect(atomic_load(&order.marks[320]) == 0);
}

/* What has been handed out is delivered. */
Test(parallel, ends_where_it_is_halted)
{
    static struct order order = { .refuse = 5000, .halt = 200 };
    struct parallel parallel = { .threads = 5,
                                 .end = 1000,
                                 .work = parallel_linger,
                                 .deliver = parallel_expect,
                                 .halted = parallel_halt,
                                 .context = &order };
    uint64_t end = parallel_run(&parallel);
    cr_expect(end >= 200 && end < 205 && order.next == end, "%d", (int)end);
    cr_expect(atomic_load(&order.marks[end - 1]) == 1 && atomic_load(&order.marks[end]) == 0);
}
