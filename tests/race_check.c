/* Plays a small scenario on one thread and on several, for the thread sanitizer to watch, and
 * compares what came of every trial. A plain program, because Criterion does not start under that
 * sanitizer.
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
    assert(trials >= *seen && trials <= TRIALS);
    *seen = trials;
}

/* The outcome of each trial; the caller frees them. */
static unsigned char *race_outcomes(const struct scenario *scenario, int threads)
{
    atomic_bool stop = false;
    uint64_t seen = 0;
    unsigned char *outcome = memory_new(TRIALS, 1);
    struct experiment experiment = {
        .scenario = scenario,
        .threads = threads,
        .block = LANES,
        .stop = &stop,
        .progress = race_progress,
        .context = &seen,
        .outcome = outcome,
    };
    struct summary *summary = experiment_run(&experiment);
    assert(summary->trials == TRIALS);
    summary_free(summary);
    return outcome;
}

int main(int argc, char **argv)
{
    struct scenario *scenario = argc == 2 ? race_scenario(argv[1]) : NULL;
    if (scenario == NULL) {
        fputs("usage: race_check SCENARIO\n", stderr);
        return EXIT_FAILURE;
    }
    unsigned char *alone = race_outcomes(scenario, 1);
    unsigned char *together = race_outcomes(scenario, THREADS);
    bool same = memcmp(alone, together, TRIALS) == 0;
    free(together);
    free(alone);
    scenario_free(scenario);
    puts(same ? "same outcomes" : "outcomes depend on the number of threads");
    return same ? EXIT_SUCCESS : EXIT_FAILURE;
}
