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

enum { RUN_COMPARED = 1000000000 }; /* trials, where scenarios are compared */
enum { EXIT_SIGNAL = 128 };         /* and the number of the signal, as a shell has it */

/* One call of `zopa run`. */
struct job {
    const struct options *options;
    int threads, count, played;
    const atomic_bool *stop;
    struct scenario **scenario; /* [count] */
    bool *variant;              /* [count] its file's own scenario stands before it */
    struct report_line *line;   /* [count], for several scenarios */
    unsigned char *first; /* outcomes of the first scenario's trials; NULL: nothing is compared */
    struct rows_columns columns;
    struct output trials; /* where they are written; its stream is NULL: nowhere */
    struct store *store;  /* where the runs are kept; NULL: nowhere */
    bool unkept;          /* one of them could not be */
    struct json json;
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

static void run_compare(struct job *job, int index, const struct summary *summary,
                        const unsigned char *outcome)
{
    struct report_line *line = &job->line[index];
    job->played = summary->trials > 0 ? index + 1 : index;
    line->trials = summary->trials;
    line->complete = summary_complete(summary);
    for (int k = 0; k < OUTCOMES; k++)
        line->outcome[k] = summary_outcome(summary, k);
    uint64_t shared = summary->trials < job->line[0].trials ? summary->trials : job->line[0].trials;
    for (int k = 0; k < OUTCOMES && line->run.seed == job->line[0].run.seed; k++)
        line->against[k] = pairing_count(job->first, outcome, shared, k);
}

static void run_print(struct job *job, const struct summary *summary, double seconds)
{
    if (job->options->json)
        results_write(&job->json, summary, &(struct results_wall){ seconds, job->threads });
    else if (!job->options->quiet && job->count == 1)
        report_print(&job->page, summary);
}

static void run_keep(struct job *job, int index, const struct summary *summary, double seconds,
                     const struct store_trials *trials)
{
    const struct store_run run = {
        .summary = summary,
        .variant = job->variant[index] ? job->scenario[index]->name : NULL,
        .wall = { seconds, job->threads },
        .trials = trials,
    };
    if (job->store != NULL && summary->trials > 0 && !store_keep(job->store, &run))
        job->unkept = true;
}

static bool run_compares(const struct job *job)
{
    return job->count > 1 && !job->options->json && !job->options->quiet;
}

/* Whether there is room for what a comparison holds: the outcome of each trial, of two scenarios.
 */
static int run_check_room(const struct job *job)
{
    for (int k = 0; k < job->count && run_compares(job); k++)
        if (job->scenario[k]->run.trials > RUN_COMPARED)
            return command_misuse("found %ld trials of %s, expected at most %d where scenarios are "
                                  "compared, which takes two bytes a trial; add --json or -q, or "
                                  "run each alone",
                                  job->scenario[k]->run.trials, job->scenario[k]->name,
                                  RUN_COMPARED);
    return EX_OK;
}

/* Room for the outcome of each trial, where scenarios are compared. */
static unsigned char *run_outcomes(const struct job *job, int index)
{
    if (!run_compares(job))
        return NULL;
    return memory_new((size_t)job->scenario[index]->run.trials, 1);
}

static void run_play(struct job *job, int index)
{
    const struct scenario *scenario = job->scenario[index];
    uint64_t trials = (uint64_t)scenario->run.trials;
    unsigned char *outcome = run_outcomes(job, index);
    struct rows *rows = job->trials.stream == NULL ? NULL : rows_new(&job->columns, scenario);
    struct store_trials *kept =
        job->options->store_trials ? store_trials_new(job->store, scenario) : NULL;
    struct progress progress = progress_start(scenario->name, trials, job->options->quiet);
    struct experiment experiment = {
        .scenario = scenario,
        .threads = job->threads,
        .block = job->options->lanes,
        .stop = job->stop,
        .progress = progress_tell,
        .context = &progress,
        .outcome = outcome,
        .rows = rows,
        .kept = kept,
        .out = &job->trials,
    };
    struct summary *summary = experiment_run(&experiment);
    double seconds = progress_end(&progress, summary->trials);
    if (index == 0)
        job->first = outcome;
    if (outcome != NULL)
        run_compare(job, index, summary, outcome);
    run_print(job, summary, seconds);
    run_keep(job, index, summary, seconds, kept);
    store_trials_free(kept);
    summary_free(summary);
    rows_free(rows);
    if (index > 0)
        free(outcome);
}

static void run_name_lines(struct job *job)
{
    job->line = memory_new((size_t)job->count, sizeof *job->line);
    for (int k = 0; k < job->count; k++) {
        const struct scenario *scenario = job->scenario[k];
        job->line[k] = (struct report_line){ .name = scenario->name,
                                             .file = scenario->file,
                                             .sha256 = scenario->sha256,
                                             .run = scenario->run,
                                             .variant = job->variant[k] };
    }
}

static int run_all(struct job *job)
{
    bool several = job->count > 1;
    run_name_lines(job);
    if (several && job->options->json)
        json_array(&job->json, NULL);
    for (int k = 0; k < job->count && !atomic_load(job->stop) && job->trials.reason == 0; k++)
        run_play(job, k);
    if (several && job->options->json)
        json_end(&job->json);
    else if (run_compares(job))
        report_comparison(&job->page, job->line, job->played, job->count - job->played);
    return atomic_load(job->stop) ? EXIT_SIGNAL + interrupt_signal() : EX_OK;
}

static void run_free(struct job *job)
{
    rows_columns_free(&job->columns);
    for (int k = 0; k < job->count; k++)
        scenario_free(job->scenario[k]);
    free(job->first);
    free(job->line);
    free(job->variant);
    free(job->scenario);
}

static int run(const struct options *options)
{
    struct files files = { 0 };
    int status = EX_OK;
    if (!command_files(options, &files, &status))
        return status;
    struct job job = { .options = options, .json = json_start(stdout) };
    job.threads = options->threads > 0 ? options->threads : parallel_processors();
    job.page = (struct page){ .out = stdout, .terminal = terminal_output(options->color) };
    status = run_read(&job, &files);
    if (status == EX_OK)
        status = run_check_room(&job);
    if (status == EX_OK && command_store_open(options, &job.store, &status))
        status = run_open(&job);
    job.stop = interrupt_watch();
    if (status == EX_OK)
        status = run_all(&job);
    if (job.trials.stream != NULL && !output_close(&job.trials))
        status = EX_IOERR;
    if (job.unkept)
        status = EX_IOERR;
    store_close(job.store);
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
