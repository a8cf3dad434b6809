#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/experiment.h"
#include "engine/interrupt.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/progress.h"
#include "engine/report.h"
#include "engine/results.h"

enum { EXIT_SIGNAL = 128 }; /* and the number of the signal, as a shell has it */

/* One call of `zopa run`. */
struct job {
    const struct options *options;
    int count;
    struct scenario **scenario; /* [count] */
    bool *variant;              /* [count] its file's own scenario stands before it */
    struct experiment experiment;
    struct rows_columns columns;
    struct output trials; /* where they are written; its stream is NULL: nowhere */
    struct store *store;  /* where the runs are kept; NULL: nowhere */
    struct page page;
};

/* Takes the scenarios of one file over. */
static void run_take(struct job *job, struct scenarios *scenarios)
{
    size_t count = (size_t)(job->count + scenarios->count);
    job->scenario = memory_grow(job->scenario, count, sizeof *job->scenario);
    job->variant = memory_grow(job->variant, count, sizeof *job->variant);
    for (int k = 0; k < scenarios->count; k++) {
        job->variant[job->count] = k > 0;
        job->scenario[job->count++] = scenarios->scenario[k];
    }
    free(scenarios->scenario);
}

/* Reads all scenarios before any is played, so that every fault is told at once. */
static int run_read(struct job *job, const struct files *files)
{
    int worst = EX_OK;
    for (int k = 0; k < files->count; k++) {
        int status = EX_OK;
        struct scenarios scenarios;
        if (command_scenarios(job->options, files->path[k], &scenarios, &status))
            run_take(job, &scenarios);
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* A text of the tree that stands in the file; NULL: none does. */
static const char *run_source(const struct node *node, const char *file)
{
    const char *source = output_is_same(node->file, file) ? node->file : NULL;
    for (const struct node *member = node->first; member != NULL && source == NULL;
         member = member->next)
        if (member->first != NULL || strcmp(member->file, node->file) != 0)
            source = run_source(member, file);
    return source;
}

/* Whether the trials may be written there: not into a report, nor over a scenario. */
static int run_check_trials(const struct job *job)
{
    const char *file = job->options->trials_out;
    if (output_is_standard(file) && (job->options->json || !job->options->quiet))
        return command_misuse("--trials-out: found '%s', which is standard output, where the %s "
                              "goes; %s, or write to a file",
                              file, job->options->json ? "JSON" : "report",
                              job->options->json ? "add -q and leave --json out" : "add -q");
    for (int k = 0; k < job->count; k++) {
        const char *source = run_source(job->scenario[k]->tree, file);
        if (source != NULL)
            return command_misuse("--trials-out: found '%s', which is the scenario %s, expected "
                                  "another file",
                                  file, source);
    }
    return EX_OK;
}

/* Opens the file of the trials before any is played. */
static int run_open(struct job *job)
{
    if (job->options->trials_out == NULL)
        return EX_OK;
    int status = run_check_trials(job);
    if (status != EX_OK)
        return status;
    if (!output_open(&job->trials, job->options->trials_out, false))
        return EX_CANTCREAT;
    struct text head = { 0 };
    for (int k = 0; k < job->count; k++)
        rows_columns_add(&job->columns, job->scenario[k]);
    rows_head(&job->columns, &head);
    output_write(&job->trials, head.bytes, head.length);
    free(head.bytes);
    return EX_OK;
}

/* Every scenario is an arm; those with the seed of the first are paired with it. */
static void run_arms(struct job *job)
{
    struct arm *arm = memory_new((size_t)job->count, sizeof *arm);
    for (int k = 0; k < job->count; k++) {
        const struct scenario *scenario = job->scenario[k], *first = job->scenario[0];
        arm[k] = (struct arm){ .scenario = scenario, .base = -1 };
        if (k > 0 && scenario->run.seed == first->run.seed)
            arm[k].base = 0;
        if (job->trials.stream != NULL)
            arm[k].rows = rows_new(&job->columns, scenario);
        if (job->options->store_trials)
            arm[k].kept = store_trials_new(job->store, scenario);
    }
    job->experiment.arm = arm;
    job->experiment.arms = job->count;
}

/* The seconds that each scenario took go where its arm has those that it kept threads busy: the
 * scenarios share the time in that proportion. */
static void run_share(struct arm *arm, int arms, double seconds)
{
    double busy = 0;
    for (int k = 0; k < arms; k++)
        busy += arm[k].seconds;
    for (int k = 0; k < arms && busy > 0; k++)
        arm[k].seconds *= seconds / busy;
}

static void run_play(struct job *job)
{
    struct experiment *experiment = &job->experiment;
    struct progress progress = progress_start(experiment_trials(experiment), job->options->quiet);
    experiment->progress = progress_tell;
    experiment->context = &progress;
    experiment_run(experiment);
    run_share(experiment->arm, experiment->arms, progress_end(&progress));
    for (int k = 0; k < job->count; k++) {
        const struct arm *arm = &experiment->arm[k];
        progress_note(&progress, arm->scenario->name, arm->summary->trials, arm->seconds);
    }
}

/* False where one of the runs could not be kept. */
static bool run_keep(const struct job *job)
{
    bool good = true;
    for (int k = 0; k < job->count && job->store != NULL; k++) {
        const struct arm *arm = &job->experiment.arm[k];
        const struct store_run run = {
            .summary = arm->summary,
            .variant = job->variant[k] ? arm->scenario->name : NULL,
            .wall = { arm->seconds, job->experiment.threads },
            .trials = arm->kept,
        };
        good = (arm->summary->trials == 0 || store_keep(job->store, &run)) && good;
    }
    return good;
}

static void run_write(const struct job *job)
{
    const struct experiment *experiment = &job->experiment;
    struct json json = json_start(stdout);
    if (job->count > 1)
        json_array(&json, NULL);
    for (int k = 0; k < job->count; k++)
        results_write(&json, experiment->arm[k].summary,
                      &(struct results_wall){ experiment->arm[k].seconds, experiment->threads });
    if (job->count > 1)
        json_end(&json);
}

static void run_compare(struct job *job)
{
    struct report_line *line = memory_new((size_t)job->count, sizeof *line);
    for (int k = 0; k < job->count; k++) {
        const struct scenario *scenario = job->scenario[k];
        const struct arm *arm = &job->experiment.arm[k];
        line[k] = (struct report_line){ .name = scenario->name,
                                        .file = scenario->file,
                                        .sha256 = scenario->sha256,
                                        .run = scenario->run,
                                        .variant = job->variant[k],
                                        .trials = arm->summary->trials,
                                        .complete = summary_complete(arm->summary),
                                        .against = arm->pairing };
        for (int outcome = 0; outcome < OUTCOMES; outcome++)
            line[k].outcome[outcome] = summary_outcome(arm->summary, outcome);
    }
    report_comparison(&job->page, line, job->count);
    free(line);
}

static int run_all(struct job *job)
{
    run_arms(job);
    run_play(job);
    if (job->options->json)
        run_write(job);
    else if (!job->options->quiet && job->count == 1)
        report_print(&job->page, job->experiment.arm[0].summary);
    else if (!job->options->quiet)
        run_compare(job);
    if (!run_keep(job))
        return EX_IOERR;
    return atomic_load(job->experiment.stop) ? EXIT_SIGNAL + interrupt_signal() : EX_OK;
}

static void run_free(struct job *job)
{
    for (int k = 0; k < job->experiment.arms; k++) {
        summary_free(job->experiment.arm[k].summary);
        rows_free(job->experiment.arm[k].rows);
        store_trials_free(job->experiment.arm[k].kept);
    }
    store_close(job->store);
    rows_columns_free(&job->columns);
    for (int k = 0; k < job->count; k++)
        scenario_free(job->scenario[k]);
    free(job->experiment.arm);
    free(job->variant);
    free(job->scenario);
}

static int run(const struct options *options)
{
    struct files files = { 0 };
    int status = EX_OK;
    if (!command_files(options, &files, &status))
        return status;
    struct job job = { .options = options };
    job.experiment.threads = options->threads > 0 ? options->threads : parallel_processors();
    job.experiment.block = options->lanes;
    job.experiment.out = &job.trials;
    job.page = (struct page){ .out = stdout, .terminal = terminal_output(options->color) };
    status = run_read(&job, &files);
    if (status == EX_OK && command_store_open(options, &job.store, &status))
        status = run_open(&job);
    job.experiment.stop = interrupt_watch();
    if (status == EX_OK)
        status = run_all(&job);
    if (job.trials.stream != NULL && !output_close(&job.trials))
        status = EX_IOERR;
    run_free(&job);
    files_free(&files);
    return status;
}

const struct command command_run = {
    .name = "run",
    .arguments = "SCENARIO...",
    .summary = "Simulate scenarios: how often each outcome comes about, when and on what terms.",
    .examples = { "zopa run mine.cfg -n 20000 --set actors.us.credibility=0.9",
                  "zopa run baseline.cfg mine.cfg --trials-out trials.csv" },
    .run = run,
};
