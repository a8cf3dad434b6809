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
    struct stages stages;
    struct output csv, points, summary; /* asked for; the folder's; a stream is NULL: nowhere */
    struct text text;                   /* a row */
    struct json json, kept;             /* on standard output; the folder's */
};

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

/* Whether the rows may be written there. */
static int sweep_check_csv(const struct job *job)
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
    return command_check_output("--csv", file);
}

/* Opens the folder, where one is kept, and its files. */
static int sweep_open_folder(struct job *job)
{
    const char *folder = job->options->out;
    char *identity = sweep_identity(&job->sweep, job->own);
    int status = stages_open(&job->stages, job->options, identity, &job->own, 1);
    free(identity);
    if (status != EX_OK || folder == NULL)
        return status;
    char *points = folder_file(folder, "points.csv"),
         *summary = folder_file(folder, "summary.json");
    if (!output_part(&job->points, points) || !output_part(&job->summary, summary))
        status = EX_CANTCREAT;
    free(summary);
    free(points);
    return status;
}

static int sweep_open(struct job *job)
{
    const char *file = job->options->csv;
    int status = sweep_check_csv(job);
    if (status == EX_OK)
        status = sweep_open_folder(job);
    if (status == EX_OK && file != NULL && !output_open(&job->csv, file, false))
        status = EX_CANTCREAT;
    return status;
}

/* The same to all that want rows, and to all that want JSON. */
static bool sweep_write_rows(struct job *job)
{
    bool good = true;
    if (job->csv.stream != NULL)
        good = output_write(&job->csv, job->text.bytes, job->text.length);
    if (job->points.stream != NULL)
        good = output_write(&job->points, job->text.bytes, job->text.length) && good;
    job->text.length = 0;
    return good;
}

static void sweep_begin(struct job *job)
{
    sweep_rows_head(&job->sweep, &job->text);
    sweep_write_rows(job);
    if (job->options->json)
        sweep_results_begin(&job->sweep, job->own, &job->json);
    if (job->summary.stream != NULL) {
        job->kept = json_start(job->summary.stream);
        sweep_results_begin(&job->sweep, job->own, &job->kept);
    }
}

static void sweep_keep(struct report_point *kept, const struct summary *summary)
{
    const struct summary_outcomes outcomes = summary_outcomes(summary);
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        kept->share[outcome] =
            estimate_outcome(scenario_design(summary->scenario), &outcomes, outcome);
}

/* Keeps a point in the store. */
static bool sweep_store(void *context, const struct sweep_point *point)
{
    struct job *job = context;
    const int threads = job->sweep.threads;
    const struct store_run run = { .summary = point->summary,
                                   .wall = { point->seconds / threads, threads },
                                   .folder = folder_id(&job->stages.folder),
                                   .place = (int64_t)point->number };
    if (!store_keep(job->store, &run))
        job->unkept = true;
    return true;
}

static bool sweep_tell(void *context, const struct sweep_point *point)
{
    struct job *job = context;
    if (job->csv.stream != NULL || job->points.stream != NULL)
        sweep_rows_add(&job->sweep, point, &job->text);
    bool good = sweep_write_rows(job);
    if (job->options->json)
        sweep_results_add(&job->sweep, point, &job->json);
    if (job->summary.stream != NULL)
        sweep_results_add(&job->sweep, point, &job->kept);
    if (job->store != NULL && job->options->out == NULL)
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
        .least = job->sweep.least,
        .most = job->sweep.most,
        .round = job->own->run.round,
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

/* Where a folder is kept, points that are stopped and resumed must not be stored twice: they all
 * are once the last has been played, from their journals. */
static void sweep_store_all(struct job *job)
{
    struct sweep *sweep = &job->sweep;
    if (job->store == NULL)
        return;
    stages_rewind(&job->stages);
    sweep->tell = sweep_store;
    sweep_play(sweep);
}

/* Puts the files of the folder in their places. */
static int sweep_finish(struct job *job, bool complete)
{
    bool good = true;
    if (job->options->out == NULL)
        return EX_OK;
    sweep_results_end(&job->sweep, &job->kept);
    good = output_close(&job->points);
    good = output_close(&job->summary) && good;
    job->points.stream = job->summary.stream = NULL;
    int status = stages_finish(&job->stages, &job->own, 1, complete && good);
    if (complete && good && status == EX_OK)
        sweep_store_all(job);
    return good ? status : EX_IOERR;
}

static void sweep_play_all(struct job *job)
{
    struct sweep *sweep = &job->sweep;
    struct progress progress = progress_start(sweep->trials, job->options->quiet);
    sweep->meter = job->stages.progress = &progress;
    job->stages.trials = sweep->trials;
    sweep_play(sweep);
    double seconds = progress_end(&progress);
    progress_note(&progress, job->own->name, sweep->played - progress.before, seconds);
    sweep->progress = NULL;
    job->stages.progress = NULL;
}

static int sweep_all(struct job *job)
{
    struct sweep *sweep = &job->sweep;
    if (sweep_reports(job->options))
        job->point = memory_new((size_t)sweep->points, sizeof *job->point);
    sweep_begin(job);
    sweep_play_all(job);
    if (job->options->json)
        sweep_results_end(sweep, &job->json);
    else if (job->point != NULL)
        sweep_print(job);
    bool complete = sweep->told == sweep->points && sweep->broken == 0;
    if (!complete) {
        char *missing = report_sweep_missing(sweep->points, sweep->told, sweep->broken);
        fprintf(stderr, "zopa: stopped: %s\n", missing);
        free(missing);
    }
    int status = sweep_finish(job, complete);
    if (atomic_load(sweep->stop))
        return EXIT_SIGNAL + interrupt_signal();
    return status != EX_OK ? status : stages_code(&job->stages);
}

static void sweep_free(struct job *job)
{
    sweep_names_free(&job->sweep.names);
    vary_plan_free(&job->sweep.plan);
    store_close(job->store);
    stages_close(&job->stages);
    free(job->point);
    free(job->text.bytes);
    scenario_free(job->own);
}

/* The sweep of a scenario that is good as it stands. */
static int sweep_run(struct job *job)
{
    int status = sweep_plan(&job->sweep, job->own);
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
    if (job->points.stream != NULL)
        output_discard(&job->points);
    if (job->summary.stream != NULL)
        output_discard(&job->summary);
    return status;
}

static int sweep(const struct options *options)
{
    int status = EX_OK;
    double seconds;
    struct faults faults = { 0 };
    enum scenario_status found;
    if (options->arguments != 1)
        return command_misuse("sweep: found %d scenarios, expected one", options->arguments);
    struct job job = { .options = options, .json = json_start(stdout) };
    if (command_limits(options, &seconds) != EX_OK)
        return EX_USAGE;
    job.stages = stages_begin(seconds);
    job.own = command_scenario(options, options->argument[0], &status);
    if (job.own == NULL)
        return status;
    struct node *resolved = scenario_resolve(job.own->file, &found, &faults);
    job.sweep = (struct sweep){
        .options = options,
        .file = job.own->file,
        .resolved = resolved,
        .threads = options->threads > 0 ? options->threads : parallel_processors(),
        .stop = interrupt_watch(),
        .stages = &job.stages,
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
