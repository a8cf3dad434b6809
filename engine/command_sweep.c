#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/estimate.h"
#include "engine/interrupt.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/progress.h"
#include "engine/report_sweep.h"
#include "engine/sweep.h"

enum { EXIT_SIGNAL = 128 }; /* and the number of the signal, as a shell has it */

/* One call of `zopa sweep`. */
struct job {
    const struct options *options;
    struct scenario *own; /* the scenario as it stands, without what is varied */
    struct sweep sweep;
    struct report_point *point; /* [points] for the report; NULL: there is none */
    struct store *store;        /* where every point is kept; NULL: nowhere */
    bool unkept;                /* one could not be; a message has been printed */
    struct output csv;          /* its stream is NULL: nowhere */
    struct text text;           /* a row of it */
    struct json json;
};

/* Adds a path, and says what is wrong with it or with all so far. */
static char *sweep_add(struct vary_plan *plan, const struct vary *vary, char *sentence)
{
    plan->vary[plan->paths++] = *vary;
    for (int path = 0; sentence == NULL && path < plan->paths - 1; path++)
        if (vary_overlap(plan->vary[path].path, vary->path))
            sentence = memory_format("found %s, of which another --vary has a part or the whole, "
                                     "expected each path once",
                                     vary->path);
    return sentence;
}

/* What the command line varies. */
static int sweep_command_plan(const struct options *options, struct vary_plan *plan)
{
    int status = EX_OK;
    if (options->varies > VARY_PATHS)
        return command_misuse("found %d paths to vary, expected at most %d", options->varies,
                              VARY_PATHS);
    for (int k = 0; k < options->varies; k++) {
        struct vary vary;
        char *sentence = vary_parse(&vary, options->vary[k], plan->spread != VARY_GRID);
        sentence = sweep_add(plan, &vary, sentence);
        if (sentence != NULL) {
            char *shown = text_excerpt(options->vary[k], strlen(options->vary[k]));
            char *printable = text_printable(shown);
            status = command_misuse("--vary %s: %s", printable, sentence);
            free(printable);
            free(shown);
        }
        free(sentence);
    }
    return status;
}

/* What the scenario's file varies; it has been checked. */
static int sweep_file_plan(const struct node *resolved, struct vary_plan *plan)
{
    int status = EX_OK;
    const struct node *element = vary_first(resolved);
    if (element == NULL)
        return command_misuse("found nothing to vary, expected --vary PATH=LO:HI:N or "
                              "PATH=a,b,c, or a scenario that has a sweep");
    for (; element != NULL; element = element->next) {
        struct vary vary;
        char *sentence = vary_element(&vary, element, plan->spread != VARY_GRID);
        sentence = sweep_add(plan, &vary, sentence);
        if (sentence != NULL)
            status = command_misuse("%s:%d: %s", element->file, element->line, sentence);
        free(sentence);
    }
    return status;
}

/* A flag that would undo what is varied. */
static int sweep_check_flags(const struct options *options, const struct vary_plan *plan)
{
    const struct {
        const char *flag;
        bool given;
    } flags[] = {
        { "trials", options->trials >= 0 },
        { "seed", options->seed >= 0 },
        { "horizon", options->horizon >= 0 },
        { "design", options->design != NULL },
    };
    for (size_t k = 0; k < sizeof flags / sizeof *flags; k++)
        for (int path = 0; path < plan->paths && flags[k].given; path++) {
            char *set = memory_format("run.%s", flags[k].flag);
            bool both = vary_overlap(plan->vary[path].path, set);
            free(set);
            if (both)
                return command_misuse("--%s: found it where %s is varied, expected one of them",
                                      flags[k].flag, plan->vary[path].path);
        }
    return EX_OK;
}

static int sweep_plan(struct job *job)
{
    const struct options *options = job->options;
    struct vary_plan *plan = &job->sweep.plan;
    *plan = (struct vary_plan){ .spread = VARY_GRID,
                                .points = (uint64_t)options->points,
                                .seed = (uint64_t)job->own->run.seed };
    if (options->points < 0 && options->spread >= 0)
        return command_misuse("--spread: found no --points, which it spreads");
    if (options->points >= 0)
        plan->spread = options->spread < 0 ? VARY_LHS : (enum vary_spread)options->spread;
    int status = options->varies > 0 ? sweep_command_plan(options, plan)
                                     : sweep_file_plan(job->sweep.resolved, plan);
    if (status == EX_OK)
        status = sweep_check_flags(options, plan);
    job->sweep.points = status == EX_OK ? vary_points(plan) : 0;
    if (status == EX_OK && job->sweep.points == 0) {
        char *asked = vary_points_asked(plan);
        status =
            command_misuse("found a grid of %s points, expected at most %d; --points N spreads "
                           "so many over the ranges",
                           asked, VARY_POINTS);
        free(asked);
    }
    if (status == EX_OK)
        vary_draw(plan);
    return status;
}

/* Every point is made once before any is played. */
static int sweep_refuse(struct job *job)
{
    struct faults faults = { 0 };
    struct progress progress = progress_start(job->sweep.points, job->options->quiet);
    progress.unit = "points checked";
    job->sweep.progress = progress_tell;
    job->sweep.meter = &progress;
    bool good = sweep_check(&job->sweep, &faults);
    progress_end(&progress);
    faults_print(&faults, stderr);
    faults_free(&faults);
    return good ? EX_OK : job->options->varies > 0 ? EX_USAGE : EX_DATAERR;
}

static int sweep_open(struct job *job)
{
    const char *file = job->options->csv;
    if (file == NULL)
        return EX_OK;
    if (output_is_standard(file) && job->options->json)
        return command_misuse("--csv: found '%s', which is standard output, where the JSON goes; "
                              "leave --json out, or write to a file",
                              file);
    const char *source = command_run_source(job->own->tree, file);
    if (source != NULL)
        return command_misuse("--csv: found '%s', which is the scenario %s, expected another file",
                              file, source);
    if (!output_open(&job->csv, file, false))
        return EX_CANTCREAT;
    sweep_rows_head(&job->sweep, &job->text);
    output_write(&job->csv, job->text.bytes, job->text.length);
    return EX_OK;
}

static void sweep_keep(struct report_point *kept, const struct summary *summary)
{
    const struct summary_outcomes outcomes = summary_outcomes(summary);
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        kept->share[outcome] =
            estimate_outcome(scenario_design(summary->scenario), &outcomes, outcome);
}

static void sweep_store(struct job *job, const struct sweep_point *point)
{
    const int threads = job->sweep.threads;
    const struct store_run run = { .summary = point->summary,
                                   .wall = { point->seconds / threads, threads } };
    if (job->store != NULL && !store_keep(job->store, &run))
        job->unkept = true;
}

static bool sweep_tell(void *context, const struct sweep_point *point)
{
    struct job *job = context;
    bool good = true;
    if (job->csv.stream != NULL) {
        job->text.length = 0;
        sweep_rows_add(&job->sweep, point, &job->text);
        good = output_write(&job->csv, job->text.bytes, job->text.length);
    }
    if (job->options->json)
        sweep_results_add(&job->sweep, point, &job->json);
    sweep_store(job, point);
    if (job->point != NULL)
        sweep_keep(&job->point[point->number], point->summary);
    return good && !ferror(stdout);
}

static void sweep_print(const struct job *job)
{
    struct page page = { .out = stdout, .terminal = terminal_output(job->options->color) };
    const struct report_sweep report = {
        .name = job->own->name,
        .title = job->own->title,
        .run = job->own->run,
        .plan = &job->sweep.plan,
        .points = job->sweep.points,
        .told = job->sweep.told,
        .broken = job->sweep.broken,
        .point = job->point,
        .figure = job->options->figure,
    };
    report_sweep(&page, &report);
}

/* Whether there is a report: not beside JSON, nor where the CSV goes. */
static bool sweep_reports(const struct options *options)
{
    return !options->json && !options->quiet &&
           !(options->csv != NULL && output_is_standard(options->csv));
}

static int sweep_all(struct job *job)
{
    struct sweep *sweep = &job->sweep;
    struct progress progress = progress_start(sweep->trials, job->options->quiet);
    sweep->meter = &progress;
    if (sweep_reports(job->options))
        job->point = memory_new((size_t)sweep->points, sizeof *job->point);
    if (job->options->json)
        sweep_results_begin(sweep, job->own, &job->json);
    sweep_play(sweep);
    double seconds = progress_end(&progress);
    progress_note(&progress, job->own->name, sweep->trials, seconds);
    if (job->options->json)
        sweep_results_end(sweep, &job->json);
    else if (job->point != NULL)
        sweep_print(job);
    if (sweep->told < sweep->points || sweep->broken > 0)
        fprintf(stderr, "zopa: stopped: %" PRIu64 " of %" PRIu64 " points were not played\n",
                sweep->points - sweep->told, sweep->points);
    return atomic_load(sweep->stop) ? EXIT_SIGNAL + interrupt_signal() : EX_OK;
}

static void sweep_free(struct job *job)
{
    sweep_names_free(&job->sweep.names);
    vary_plan_free(&job->sweep.plan);
    store_close(job->store);
    free(job->point);
    free(job->text.bytes);
    scenario_free(job->own);
}

/* The sweep of a scenario that is good as it stands. */
static int sweep_run(struct job *job)
{
    int status = sweep_plan(job);
    if (status == EX_OK)
        status = sweep_refuse(job);
    if (status == EX_OK && command_store_open(job->options, &job->store, &status))
        status = sweep_open(job);
    if (status == EX_OK)
        status = sweep_all(job);
    if (job->unkept)
        status = EX_IOERR;
    if (job->csv.stream != NULL && !output_close(&job->csv))
        status = EX_IOERR;
    return status;
}

static int sweep(const struct options *options)
{
    int status = EX_OK;
    struct faults faults = { 0 };
    enum scenario_status found;
    if (options->arguments != 1)
        return command_misuse("sweep: found %d scenarios, expected one", options->arguments);
    struct job job = { .options = options, .json = json_start(stdout) };
    job.own = command_scenario(options, options->argument[0], &status);
    if (job.own == NULL)
        return status;
    struct node *resolved = scenario_resolve(options->argument[0], &found, &faults);
    job.sweep = (struct sweep){
        .options = options,
        .file = options->argument[0],
        .resolved = resolved,
        .threads = options->threads > 0 ? options->threads : parallel_processors(),
        .stop = interrupt_watch(),
        .tell = sweep_tell,
        .context = &job,
    };
    faults_print(&faults, stderr);
    faults_free(&faults);
    status = resolved != NULL ? sweep_run(&job) : EX_DATAERR;
    sweep_free(&job);
    tree_free(resolved);
    return status;
}

const struct command command_sweep = {
    .name = "sweep",
    .arguments = "SCENARIO",
    .summary = "Vary parameters over a grid, or spread points over ranges, and play each point.",
    .examples = { "zopa sweep mine.cfg --vary actors.us.credibility=0:1:11",
                  "zopa sweep mine.cfg --vary process.solver=nash,menu --csv points.csv" },
    .run = sweep,
};
