#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/archive.h"
#include "engine/command.h"
#include "engine/interrupt.h"
#include "engine/limits.h"
#include "engine/parallel.h"
#include "engine/stopwatch.h"

enum { EXIT_SIGNAL = 128 }; /* and the number of the signal, as a shell has it */

/* One call of `zopa run`. */
struct job {
    const struct options *options;
    struct batch batch;
    int shard, shards;
    struct precision precision; /* its width is 0: none is asked for */
    double seconds;             /* that it may take; 0: any number */
    struct archive archive;     /* where its folder is kept; { 0 }: nowhere */
    struct store *store;        /* where the runs are kept; NULL: nowhere */
    struct output trials;       /* where they are written; its stream is NULL: nowhere else */
    bool copies;                /* they are copied there when it ends */
};

const char *command_run_source(const struct node *node, const char *file)
{
    const char *source = output_is_same(node->file, file) ? node->file : NULL;
    for (const struct node *member = node->first; member != NULL && source == NULL;
         member = member->next)
        if (member->first != NULL || strcmp(member->file, node->file) != 0)
            source = command_run_source(member, file);
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
    for (int k = 0; k < job->batch.count; k++) {
        const char *source = command_run_source(job->batch.scenario[k]->tree, file);
        if (source != NULL)
            return command_misuse("--trials-out: found '%s', which is the scenario %s, expected "
                                  "another file",
                                  file, source);
    }
    return command_check_output("--trials-out", file);
}

/* Whether the file of the trials is the one that the folder of the run keeps anyway. */
static bool run_keeps_trials(const struct job *job)
{
    if (job->options->out == NULL)
        return false;
    char *kept = folder_file(job->options->out, "trials.csv");
    bool same = strcmp(kept, job->options->trials_out) == 0 ||
                output_is_same(kept, job->options->trials_out);
    free(kept);
    return same;
}

/* Opens the file of the trials before any is played. Where there is a folder of the run, they stand
 * there first, and are copied when it ends: until then there is none, so that a process that is
 * killed leaves nothing beside the folder. */
static int run_open_trials(struct job *job)
{
    if (job->options->trials_out == NULL || run_keeps_trials(job))
        return EX_OK;
    int status = run_check_trials(job);
    if (status != EX_OK)
        return status;
    if (!output_open(&job->trials, job->options->trials_out, false))
        return EX_CANTCREAT;
    job->copies = job->options->out != NULL;
    if (job->copies && job->trials.temporary != NULL)
        output_discard(&job->trials);
    if (job->copies)
        return EX_OK;
    struct text head = batch_head(&job->batch);
    output_write(&job->trials, head.bytes, head.length);
    free(head.bytes);
    job->batch.experiment.out = &job->trials;
    return EX_OK;
}

/* What bounds the run. */
static int run_limit(struct job *job)
{
    const struct options *options = job->options;
    job->shards = 1;
    if (command_limits(options, &job->seconds) != EX_OK)
        return EX_USAGE;
    if (options->shard != NULL && !limits_shard(options->shard, &job->shard, &job->shards))
        return command_misuse("--shard: found '%s', expected I/N: part I, from 0, of N",
                              options->shard);
    if (options->shard != NULL && options->out == NULL)
        return command_misuse("--shard: found no -o, expected the folder that keeps the part");
    if (options->shard != NULL && options->store != NULL)
        return command_misuse("--store: found --shard, expected a whole run; zopa merge --store "
                              "keeps what the parts come to");
    if (options->precision != NULL && !limits_precision(options->precision, &job->precision))
        return command_misuse("--precision: found '%s', expected a half-width below 0.5, or below "
                              "100%% of the share: 0.005, 10%%",
                              options->precision);
    if (options->precision != NULL && options->shard != NULL)
        return command_misuse("--precision: found --shard as well, whose parts do not know of each "
                              "other, expected only one of them");
    return EX_OK;
}

/* Where a precision is asked for, it decides how many trials there are: as many as it takes. */
static int run_aim(struct job *job)
{
    for (int k = 0; k < job->batch.count && job->options->precision != NULL; k++) {
        struct scenario *scenario = job->batch.scenario[k];
        if (scenario_design(scenario)->bounded)
            return command_misuse("--precision: found design %s in %s, which is laid out for its "
                                  "number of trials, expected another: sobol goes on as long as it "
                                  "must",
                                  scenario_design(scenario)->about.name, scenario->name);
        if (job->options->trials < 0)
            scenario_override(scenario, "trials", (long)RUN_TRIALS);
        job->batch.experiment.precision = &job->precision;
    }
    return EX_OK;
}

/* A run that ended because it is precise is the run of so many trials. */
static void run_settle(struct job *job)
{
    const struct experiment *experiment = &job->batch.experiment;
    for (int k = 0; k < job->batch.count && experiment->precise; k++)
        scenario_override(job->batch.scenario[k], "trials",
                          (long)experiment->arm[k].summary->trials);
    if (experiment->precision != NULL && batch_complete(&job->batch) && !experiment->precise)
        fprintf(stderr, "zopa: --precision %s: not reached with these trials\n",
                job->options->precision);
}

static int run_open(struct job *job)
{
    const struct options *options = job->options;
    int status = EX_OK;
    batch_arms(&job->batch, options->trials_out != NULL);
    if (!command_store_open(options, &job->store, &status))
        return status;
    if (options->store_trials)
        batch_gather(&job->batch, job->store);
    status = run_open_trials(job);
    if (status != EX_OK || options->out == NULL)
        return status;
    return archive_open(&job->archive, options, &job->batch, job->shard, job->shards);
}

/* Copies the trials from the folder of the run to where they were asked for. Returns the exit code,
 * but for what output_close tells. */
static int run_copy_trials(struct job *job)
{
    static char bytes[1 << 16];
    if (job->trials.stream == NULL && !output_open(&job->trials, job->options->trials_out, false))
        return EX_CANTCREAT;
    const char *name = job->archive.folder.journal.mark.done ? "trials.csv" : "trials.csv.part";
    char *path = folder_file(job->options->out, name);
    FILE *from = fopen(path, "r");
    for (size_t size = 1; from != NULL && size > 0;) {
        size = fread(bytes, 1, sizeof bytes, from);
        if (!output_write(&job->trials, bytes, size))
            break;
    }
    if ((from == NULL || ferror(from)) && job->trials.reason == 0)
        job->trials.reason = errno != 0 ? errno : EIO;
    if (from != NULL)
        fclose(from);
    free(path);
    return EX_OK;
}

static void run_tell_resumed(const struct job *job)
{
    uint64_t played = 0;
    for (int arm = 0; arm < job->archive.folder.journal.arms; arm++)
        played += job->archive.folder.journal.past[arm].summary->trials;
    if (played > 0 && job->options->precision != NULL)
        fprintf(stderr, "resumed %" PRIu64 " trials\n", played);
    else if (played > 0)
        fprintf(stderr, "resumed %" PRIu64 " of %" PRIu64 " trials\n", played,
                experiment_trials(&job->batch.experiment));
}

static void run_tell(const struct job *job)
{
    const struct options *options = job->options;
    struct json json = json_start(stdout);
    struct page page = { .out = stdout, .terminal = terminal_output(options->color) };
    if (options->json)
        batch_write(&job->batch, &json);
    else if (!options->quiet)
        batch_report(&job->batch, &page);
}

/* How it ended, unless it failed. */
static int run_end(const struct job *job)
{
    const struct experiment *experiment = &job->batch.experiment;
    if (atomic_load(experiment->stop))
        return EXIT_SIGNAL + interrupt_signal();
    return experiment->broken ? EX_IOERR : experiment->late ? EX_TEMPFAIL : EX_OK;
}

static int run_all(struct job *job)
{
    struct experiment *experiment = &job->batch.experiment;
    int status = EX_OK;
    experiment->until = job->seconds > 0 ? stopwatch_now() + job->seconds : 0;
    experiment->shard = job->shard;
    experiment->shards = job->shards;
    run_tell_resumed(job);
    batch_play(&job->batch, job->options->quiet);
    run_settle(job);
    if (job->options->out != NULL) {
        status = archive_finish(&job->archive, &job->batch);
        int copied = job->copies ? run_copy_trials(job) : EX_OK;
        status = status != EX_OK ? status : copied;
    }
    run_tell(job);
    if (!batch_keep(&job->batch, job->store))
        return EX_IOERR;
    return status != EX_OK ? status : run_end(job);
}

static int run(const struct options *options)
{
    struct files files = { 0 };
    int status = EX_OK;
    struct job job = { .options = options };
    if (run_limit(&job) != EX_OK)
        return EX_USAGE;
    if (!command_files(options, &files, &status))
        return status;
    job.batch.experiment.threads = options->threads > 0 ? options->threads : parallel_processors();
    job.batch.experiment.block = options->lanes;
    status = batch_read(&job.batch, options, &files);
    job.batch.experiment.stop = interrupt_watch();
    if (status == EX_OK)
        status = run_aim(&job);
    if (status == EX_OK)
        status = run_open(&job);
    if (status == EX_OK)
        status = run_all(&job);
    if (job.trials.stream != NULL && !output_close(&job.trials))
        status = EX_IOERR;
    archive_close(&job.archive);
    batch_free(&job.batch);
    store_close(job.store);
    files_free(&files);
    return status;
}

const struct command command_run = {
    .name = "run",
    .arguments = "SCENARIO...",
    .summary = "Simulate scenarios: how often each outcome comes about, when and on what terms.",
    .examples = { "zopa run mine.cfg -n 20000 --set actors.us.credibility=0.9",
                  "zopa run baseline.cfg mine.cfg -o folder --resume" },
    .run = run,
};
