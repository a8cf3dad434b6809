/* generate FIRST COUNT: makes the scenarios of COUNT seeds from FIRST on, and holds each against
 * tests/generate/laws.h; then those of later seeds that use a key of the tables or a model of the
 * catalogue that was not used yet, until all have been, and any while no trial came to some kind of
 * end. All must be good; 80 or more must come to every kind of end.
 * generate SEED: prints the scenario of a seed. */
#include <stdio.h>
#include <stdlib.h>

#include "engine/experiment.h"
#include "tests/generate/coverage.h"
#include "tests/generate/generate.h"
#include "tests/generate/laws.h"

enum {
    BATCH_WHOLE = 80,  /* scenarios that must come to every end between them */
    BATCH_LATER = 3000 /* seeds that are looked through for what was never used */
};

struct batch {
    struct coverage coverage;
    int refused, broken;
    uint64_t detail[DETAIL_VICTORY + 1]; /* trials; all victories together */
};

/* Threads share the work by chunks: now and then there are three. */
static void batch_enlarge(struct scenario *scenario, uint64_t seed)
{
    if (seed % 25 != 0)
        return;
    scenario_override(scenario, "trials", 2 * EXPERIMENT_CHUNK + 23);
    scenario_override(scenario, "horizon", 2);
}

/* The scenario of a seed; where `fresh`, it is played only if it uses something for the first time.
 */
static void batch_scenario(struct batch *batch, uint64_t seed, bool fresh)
{
    struct faults faults = { 0 };
    char *text = generate_scenario(seed);
    struct scenario *scenario = scenario_from_text(text, "generated", &faults);
    if (scenario == NULL) {
        fprintf(stderr, "seed %llu is refused:\n", (unsigned long long)seed);
        faults_print(&faults, stderr);
        batch->refused++;
    } else if (coverage_mark(&batch->coverage, scenario->tree, scenario_parameters) > 0 || !fresh) {
        batch_enlarge(scenario, seed);
        bool good = laws_show(scenario);
        good &= laws_hold(scenario, batch->detail);
        if (!good)
            fprintf(stderr, "by seed %llu\n", (unsigned long long)seed);
        batch->broken += !good;
    }
    scenario_free(scenario);
    faults_free(&faults);
    free(text);
}

/* A batch in which something never happens would prove little. */
static int batch_absent(const struct batch *batch)
{
    int absent = 0;
    for (int detail = 0; detail <= DETAIL_VICTORY; detail++)
        absent += batch->detail[detail] == 0;
    return absent;
}

/* Seeds after the first ones: what was never used, or never came, until all was or they end. */
static uint64_t batch_later(struct batch *batch, uint64_t first, bool whole)
{
    uint64_t later = first;
    bool wanting = true;
    while (wanting && later < first + BATCH_LATER) {
        bool absent = whole && batch_absent(batch) > 0;
        wanting = absent || coverage_unused(&batch->coverage) > 0;
        if (wanting)
            batch_scenario(batch, later++, !absent);
    }
    return later - first;
}

static int batch_run(uint64_t first, uint64_t count)
{
    struct batch batch = { 0 };
    coverage_start(&batch.coverage, scenario_parameters);
    for (uint64_t seed = first; seed < first + count; seed++)
        batch_scenario(&batch, seed, false);
    bool whole = count >= BATCH_WHOLE;
    uint64_t later = batch_later(&batch, first + count, whole);
    int missing = coverage_missing(&batch.coverage), absent = whole ? batch_absent(&batch) : 0;
    for (int detail = 0; detail <= DETAIL_VICTORY; detail++)
        printf("detail %d: %llu trials\n", detail, (unsigned long long)batch.detail[detail]);
    printf(
        "%llu scenarios and the fresh of %llu later: %d refused, %d break laws; %d of %d keys and "
        "forms never used\n",
        (unsigned long long)count, (unsigned long long)later, batch.refused, batch.broken, missing,
        batch.coverage.count);
    coverage_free(&batch.coverage);
    return absent + batch.refused + batch.broken + missing == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **words)
{
    if (count == 2) {
        char *text = generate_scenario(strtoull(words[1], NULL, 10));
        fputs(text, stdout);
        free(text);
        return EXIT_SUCCESS;
    }
    if (count == 3)
        return batch_run(strtoull(words[1], NULL, 10), strtoull(words[2], NULL, 10));
    fputs("usage: generate FIRST COUNT, or generate SEED\n", stderr);
    return EXIT_FAILURE;
}
