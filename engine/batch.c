#include "engine/batch.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"
#include "engine/progress.h"
#include "engine/report.h"
#include "engine/results.h"

void batch_take(struct batch *batch, struct scenarios *scenarios)
{
    size_t count = (size_t)(batch->count + scenarios->count);
    batch->scenario = memory_grow(batch->scenario, count, sizeof *batch->scenario);
    batch->variant = memory_grow(batch->variant, count, sizeof *batch->variant);
    for (int k = 0; k < scenarios->count; k++) {
        batch->variant[batch->count] = k > 0;
        batch->scenario[batch->count++] = scenarios->scenario[k];
    }
    free(scenarios->scenario);
}

static void batch_warn(const struct options *options, const char *file,
                       const struct scenarios *scenarios)
{
    struct faults warnings = { 0 };
    command_scenarios_look(options, file, scenarios, &warnings);
    if (!options->quiet)
        faults_warn(&warnings, stderr);
    faults_free(&warnings);
}

int batch_read(struct batch *batch, const struct options *options, const struct files *files)
{
    int worst = EX_OK;
    for (int k = 0; k < files->count; k++) {
        int status = EX_OK;
        struct scenarios scenarios;
        if (command_scenarios(options, files->path[k], &scenarios, &status)) {
            batch_warn(options, files->path[k], &scenarios);
            batch_take(batch, &scenarios);
        }
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* What the rows call a scenario: its name, numbered where others before it have the same. The
 * caller frees it. */
static char *batch_name(const struct batch *batch, int index)
{
    const char *name = batch->scenario[index]->name;
    int same = 1;
    for (int k = 0; k < index; k++)
        same += strcmp(batch->scenario[k]->name, name) == 0;
    return same == 1 ? memory_text(name) : memory_format("%s (%d)", name, same);
}

void batch_arms(struct batch *batch, bool rows)
{
    struct arm *arm = memory_new((size_t)batch->count, sizeof *arm);
    for (int k = 0; k < batch->count; k++)
        rows_columns_add(&batch->columns, batch->scenario[k]);
    for (int k = 0; k < batch->count; k++) {
        const struct scenario *scenario = batch->scenario[k], *first = batch->scenario[0];
        arm[k] = (struct arm){ .scenario = scenario, .base = -1 };
        if (k > 0 && pairing_holds(first, scenario))
            arm[k].base = 0;
        char *name = batch_name(batch, k);
        if (rows)
            arm[k].rows = rows_new(&batch->columns, scenario, name);
        free(name);
    }
    batch->experiment.arm = arm;
    batch->experiment.arms = batch->count;
}

void batch_gather(struct batch *batch, struct store *store)
{
    for (int k = 0; k < batch->count; k++)
        batch->experiment.arm[k].kept = store_trials_new(store, batch->scenario[k]);
}

void batch_free(struct batch *batch)
{
    for (int k = 0; k < batch->experiment.arms; k++) {
        summary_free(batch->experiment.arm[k].summary);
        rows_free(batch->experiment.arm[k].rows);
        store_trials_free(batch->experiment.arm[k].kept);
    }
    for (int k = 0; k < batch->count; k++)
        scenario_free(batch->scenario[k]);
    rows_columns_free(&batch->columns);
    free(batch->experiment.arm);
    free(batch->variant);
    free(batch->scenario);
    *batch = (struct batch){ 0 };
}

struct text batch_head(const struct batch *batch)
{
    struct text head = { 0 };
    rows_head(&batch->columns, &head);
    return head;
}

uint64_t batch_trials(const struct batch *batch)
{
    uint64_t trials = 0;
    for (int k = 0; k < batch->count; k++)
        trials += batch->experiment.arm[k].summary->trials;
    return trials;
}

/* The arms share the seconds as they kept threads busy; those of a run that was resumed, which took
 * more of them, by their trials. */
static void batch_share(struct batch *batch, double seconds)
{
    struct experiment *experiment = &batch->experiment;
    double busy = 0, trials = (double)batch_trials(batch);
    bool resumed = experiment->resumed > 0;
    for (int k = 0; k < experiment->arms; k++)
        busy += experiment->arm[k].seconds;
    for (int k = 0; k < experiment->arms; k++) {
        struct arm *arm = &experiment->arm[k];
        if (resumed)
            arm->seconds =
                experiment->journal->mark.seconds * (double)arm->summary->trials / trials;
        else if (busy > 0)
            arm->seconds *= seconds / busy;
    }
}

void batch_play(struct batch *batch, bool quiet)
{
    struct experiment *experiment = &batch->experiment;
    uint64_t trials = experiment->precision != NULL ? 0 : experiment_trials(experiment);
    struct progress progress = progress_start(trials, quiet);
    for (int k = 0; experiment->journal != NULL && k < batch->count; k++)
        progress.before += experiment->journal->past[k].summary->trials;
    experiment->progress = progress_tell;
    experiment->context = &progress;
    experiment_run(experiment);
    batch_share(batch, progress_end(&progress));
    for (int k = 0; k < batch->count; k++) {
        const struct arm *arm = &experiment->arm[k];
        progress_note(&progress, arm->scenario->name, arm->summary->trials, arm->seconds);
    }
}

bool batch_complete(const struct batch *batch)
{
    for (int k = 0; k < batch->count; k++)
        if (!summary_complete(batch->experiment.arm[k].summary))
            return false;
    return true;
}

/* What it was to reach and has not. */
static const struct precision *batch_missed(const struct batch *batch)
{
    return batch->experiment.precise ? NULL : batch->experiment.precision;
}

bool batch_keep(const struct batch *batch, struct store *store)
{
    const struct journal *journal = batch->experiment.journal;
    bool good = true;
    for (int k = 0; k < batch->count && store != NULL; k++) {
        const struct arm *arm = &batch->experiment.arm[k];
        const struct store_run run = {
            .summary = arm->summary,
            .missed = batch_missed(batch),
            .wall = { arm->seconds, batch->experiment.threads },
            .trials = arm->kept,
            .folder = journal != NULL ? journal->id : NULL,
            .place = k,
        };
        good = (arm->summary->trials == 0 || store_keep(store, &run)) && good;
    }
    return good;
}

void batch_write(const struct batch *batch, struct json *json)
{
    const struct experiment *experiment = &batch->experiment;
    if (batch->count > 1)
        json_array(json, NULL);
    for (int k = 0; k < batch->count; k++)
        results_write(json, experiment->arm[k].summary, batch_missed(batch),
                      &(struct results_wall){ experiment->arm[k].seconds, experiment->threads });
    if (batch->count > 1)
        json_end(json);
}

static void batch_compare(const struct batch *batch, struct page *page)
{
    struct report_line *line = memory_new((size_t)batch->count, sizeof *line);
    for (int k = 0; k < batch->count; k++) {
        const struct scenario *scenario = batch->scenario[k];
        const struct arm *arm = &batch->experiment.arm[k];
        line[k] = (struct report_line){ .name = scenario->name,
                                        .file = scenario->file,
                                        .sha256 = scenario->sha256,
                                        .run = scenario->run,
                                        .variant = batch->variant[k],
                                        .trials = arm->summary->trials,
                                        .failed = arm->summary->failed,
                                        .complete = summary_complete(arm->summary),
                                        .against = arm->pairing };
        line[k].outcomes = summary_outcomes(arm->summary);
    }
    report_comparison(page, line, batch->count);
    free(line);
}

void batch_report(const struct batch *batch, struct page *page)
{
    if (batch->count == 1)
        report_print(page, batch->experiment.arm[0].summary);
    else
        batch_compare(batch, page);
}
