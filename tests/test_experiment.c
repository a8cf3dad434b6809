/* The player is replaced by tests/sample.h: the linker takes these functions instead of the
 * library's. */
#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/experiment.h"
#include "engine/memory.h"
#include "engine/negotiation.h"
#include "engine/parallel.h"
#include "engine/results.h"
#include "sample.h"

enum { TRIALS = 10 * EXPERIMENT_CHUNK + 77 };

struct table {
    int plays;
};

struct table *negotiation_new(const struct scenario *scenario)
{
    (void)scenario;
    return memory_new(1, sizeof(struct table));
}

void negotiation_free(struct table *table)
{
    free(table);
}

void negotiation_play(struct table *table, uint64_t first, int lanes, struct history *history)
{
    table->plays++;
    sample_fill(history, first, lanes);
}

static char *experiment_text(const struct experiment *experiment)
{
    char *bytes;
    size_t size;
    struct json json = json_start(open_memstream(&bytes, &size));
    struct summary *summary = experiment_run(experiment);
    results_write(&json, summary, &(struct results_wall){ 1, 1 });
    summary_free(summary);
    fclose(json.out);
    return bytes;
}

Test(experiment, threads_and_blocks_change_nothing)
{
    static const int threads[] = { 1, 2, 3, 7, 64 }, blocks[] = { 1, 5, LANES };
    struct scenario scenario = sample_scenario(TRIALS);
    struct experiment experiment = { .scenario = &scenario, .threads = 1, .block = LANES };
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

Test(experiment, outcomes_of_each_trial)
{
    static unsigned char outcome[TRIALS];
    struct scenario scenario = sample_scenario(TRIALS);
    struct experiment experiment = {
        .scenario = &scenario, .threads = 2, .block = 50, .outcome = outcome
    };
    memset(outcome, 255, sizeof outcome);
    summary_free(experiment_run(&experiment));
    for (uint64_t trial = 0; trial < TRIALS; trial++)
        cr_assert(outcome[trial] == history_detail_outcome(sample_detail(trial)));
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
    summary_free(experiment_run(&(struct experiment){ .scenario = &scenario,
                                                      .threads = 1,
                                                      .block = 9,
                                                      .progress = watch_tell,
                                                      .context = &watch }));
    cr_expect(watch.told == TRIALS);
}

/* A run that is stopped is a shorter run: the first so many trials, none missing. */
Test(experiment, stopped_early)
{
    static const int threads[] = { 1, 3 };
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        struct watch watch = { .limit = 2 * EXPERIMENT_CHUNK };
        struct scenario scenario = sample_scenario(1000 * EXPERIMENT_CHUNK);
        unsigned char *outcome = memory_new(1000 * EXPERIMENT_CHUNK, 1);
        memset(outcome, 255, 1000 * EXPERIMENT_CHUNK);
        struct summary *summary = experiment_run(&(struct experiment){ .scenario = &scenario,
                                                                       .threads = threads[k],
                                                                       .block = LANES,
                                                                       .stop = &watch.stop,
                                                                       .progress = watch_tell,
                                                                       .context = &watch,
                                                                       .outcome = outcome });
        cr_assert(summary->trials >= 2 * EXPERIMENT_CHUNK && !summary_complete(summary));
        cr_assert(summary->trials % EXPERIMENT_CHUNK == 0);
        for (uint64_t trial = 0; trial < summary->trials; trial++)
            cr_assert(outcome[trial] == history_detail_outcome(sample_detail(trial)));
        cr_expect(outcome[summary->trials] == 255);
        summary_free(summary);
        free(outcome);
    }
}

/* The rows of a run, all of them and in order, whatever played them. */
static char *experiment_rows(struct experiment *experiment, uint64_t *trials)
{
    char *bytes;
    size_t size;
    struct rows_columns columns = { 0 };
    rows_columns_add(&columns, experiment->scenario);
    struct rows *rows = rows_new(&columns, experiment->scenario);
    experiment->rows = rows;
    struct output out = { .stream = open_memstream(&bytes, &size) };
    experiment->out = &out;
    struct summary *summary = experiment_run(experiment);
    *trials = summary->trials;
    summary_free(summary);
    fclose(out.stream);
    rows_free(rows);
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
    struct experiment experiment = { .scenario = &scenario, .threads = 1, .block = LANES };
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
    struct experiment experiment = { .scenario = &scenario,
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
    struct rows *rows = rows_new(&columns, &scenario);
    struct output out = { .stream = fopen("/dev/full", "w") };
    struct summary *summary = experiment_run(&(struct experiment){
        .scenario = &scenario, .threads = 3, .block = LANES, .rows = rows, .out = &out });
    cr_expect(summary->trials < 10 * EXPERIMENT_CHUNK && !summary_complete(summary));
    summary_free(summary);
    fclose(out.stream);
    cr_expect(out.reason == ENOSPC);
    rows_free(rows);
    rows_columns_free(&columns);
}

Test(experiment, stopped_before_it_began)
{
    atomic_bool stop = true;
    struct scenario scenario = sample_scenario(TRIALS);
    struct experiment experiment = {
        .scenario = &scenario, .threads = 2, .block = LANES, .stop = &stop
    };
    char *text = experiment_text(&experiment);
    cr_expect(strstr(text, "\"complete\": false") != NULL);
    cr_expect(strstr(text, "\"p\": null") != NULL && strstr(text, "nan") == NULL);
    free(text);
}

static void parallel_mark(void *context, int worker, uint64_t piece)
{
    atomic_uchar *mark = context;
    cr_assert(worker >= 0 && worker < 5);
    atomic_fetch_add(&mark[piece], 1);
}

Test(parallel, each_piece_once)
{
    static atomic_uchar mark[1000];
    cr_expect(parallel_processors() >= 1);
    cr_expect(parallel_run(&(struct parallel){
                  .threads = 5, .pieces = 1000, .work = parallel_mark, .context = mark }) == 1000);
    for (int piece = 0; piece < 1000; piece++)
        cr_assert(mark[piece] == 1);
    cr_expect(parallel_run(
                  &(struct parallel){ .threads = 2, .work = parallel_mark, .context = mark }) == 0);
}

/* What deliveries are checked against; they may use it without a lock, since they take turns. */
struct order {
    uint64_t next, refuse;
    int marks[1000];
};

static void parallel_linger(void *context, int worker, uint64_t piece)
{
    struct order *order = context;
    (void)worker;
    for (volatile int k = 0; k < (int)(piece * 7919 % 13) * 1000; k++)
        ;
    order->marks[piece]++;
}

static bool parallel_expect(void *context, int worker, uint64_t piece)
{
    struct order *order = context;
    cr_assert(worker >= 0 && worker < 5 && piece == order->next && order->marks[piece] == 1);
    order->next++;
    return piece != order->refuse;
}

Test(parallel, pieces_are_delivered_in_order)
{
    static struct order order = { .refuse = 5000 }, refused = { .refuse = 300 };
    struct parallel parallel = { .threads = 5,
                                 .pieces = 1000,
                                 .work = parallel_linger,
                                 .deliver = parallel_expect,
                                 .context = &order };
    cr_expect(parallel_run(&parallel) == 1000 && order.next == 1000);
    parallel.context = &refused;
    uint64_t done = parallel_run(&parallel);
    cr_expect(done > 300 && done < 320 && refused.next == done, "%d", (int)done);
}
