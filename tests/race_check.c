/* Plays a small scenario on one thread and on several, for the thread sanitizer to watch, and
 * compares what came of every trial, and the rows that were written. A plain program, because
 * Criterion does not start under that sanitizer.
 *
 * usage: race_check SCENARIO */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/experiment.h"
#include "engine/memory.h"

/* Several chunks, so that every thread has work to fetch; few rounds, since watching takes time. */
enum { TRIALS = 3 * EXPERIMENT_CHUNK + 100, ROUNDS = 3, THREADS = 3 };

static struct scenario *race_scenario(const char *file)
{
    struct faults faults = { 0 };
    enum scenario_status status;
    struct scenario *scenario = scenario_read(file, NULL, 0, &faults, &status);
    faults_print(&faults, stderr);
    faults_free(&faults);
    if (scenario != NULL) {
        scenario_override(scenario, "trials", TRIALS);
        scenario_override(scenario, "horizon", ROUNDS);
    }
    return scenario;
}

static void race_progress(void *context, uint64_t trials)
{
    uint64_t *seen = context;
    assert(trials >= *seen && trials <= UINT64_C(2) * TRIALS);
    *seen = trials;
}

/* What came of the trials; the caller frees it. */
struct race {
    struct pairing pairing; /* of the run with itself */
    char *text;             /* the rows of all trials, twice */
    size_t length;
};

static struct race race_run(const struct scenario *scenario, int threads)
{
    struct race race = { 0 };
    struct rows_columns columns = { 0 };
    rows_columns_add(&columns, scenario);
    struct rows *rows = rows_new(&columns, scenario, scenario->name);
    struct output out = { .stream = open_memstream(&race.text, &race.length) };
    atomic_bool stop = false;
    uint64_t seen = 0;
    struct arm arm[2] = { { .scenario = scenario, .base = -1, .rows = rows },
                          { .scenario = scenario, .rows = rows } };
    struct experiment experiment = {
        .arm = arm,
        .arms = 2,
        .threads = threads,
        .block = LANES,
        .stop = &stop,
        .progress = race_progress,
        .context = &seen,
        .out = &out,
    };
    experiment_run(&experiment);
    race.pairing = arm[1].pairing;
    assert(arm[0].summary->trials == TRIALS && pairing_changed(&race.pairing) == 0);
    summary_free(arm[0].summary);
    summary_free(arm[1].summary);
    fclose(out.stream);
    rows_free(rows);
    rows_columns_free(&columns);
    return race;
}

static bool race_same(const struct race *one, const struct race *other)
{
    return memcmp(&one->pairing, &other->pairing, sizeof one->pairing) == 0 &&
           one->length == other->length && memcmp(one->text, other->text, one->length) == 0;
}

static void race_free(struct race *race)
{
    free(race->text);
}

int main(int argc, char **argv)
{
    struct scenario *scenario = argc == 2 ? race_scenario(argv[1]) : NULL;
    if (scenario == NULL) {
        fputs("usage: race_check SCENARIO\n", stderr);
        return EXIT_FAILURE;
    }
    struct race alone = race_run(scenario, 1), together = race_run(scenario, THREADS);
    bool same = race_same(&alone, &together);
    race_free(&together);
    race_free(&alone);
    scenario_free(scenario);
    puts(same ? "same outcomes and rows" : "outcomes or rows depend on the number of threads");
    return same ? EXIT_SUCCESS : EXIT_FAILURE;
}
