#include "engine/stages.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "engine/memory.h"
#include "engine/stopwatch.h"

/* The folder of the journals of the experiments. */
static int stages_make(const struct stages *stages)
{
    char *path = folder_file(stages->folder.path, "stages");
    int status = EX_OK;
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        status = folder_fault(EX_CANTCREAT, path, "cannot create: ", strerror(errno));
    free(path);
    return status;
}

struct stages stages_begin(double seconds)
{
    return (struct stages){ .until = seconds > 0 ? stopwatch_now() + seconds : 0 };
}

int stages_open(struct stages *stages, const struct options *options, const char *identity,
                struct scenario *const *scenario, int count)
{
    if (options->out == NULL)
        return EX_OK;
    struct folder *folder = &stages->folder;
    *folder = folder_begin(options, 0, 1);
    int status = folder_open(folder, identity);
    if (status != EX_OK)
        return status;
    journal_seat(&folder->journal, NULL, 0, false);
    status = folder_read(&folder->journal);
    if (status == EX_OK)
        status = stages_make(stages);
    if (status == EX_OK)
        status = folder_scenarios(folder, scenario, count);
    return status != EX_OK ? status : folder_manifest(folder, scenario, NULL, count, false);
}

bool stages_over(const struct stages *stages)
{
    return stages->late || stages->status != EX_OK;
}

int stages_code(const struct stages *stages)
{
    return stages->status != EX_OK ? stages->status : stages->late ? EX_TEMPFAIL : EX_OK;
}

static void stages_tell(struct stages *stages)
{
    if (!stages->told && stages->resumed > 0)
        fprintf(stderr, "resumed %" PRIu64 " of %" PRIu64 " trials\n", stages->resumed,
                stages->trials);
    stages->told = true;
}

/* What the head of an experiment's journal says. The caller frees it. */
static char *stages_identity(const struct stages *stages, const struct experiment *experiment)
{
    struct text text = { 0 };
    text_add(&text, "version %s\nstage %d\nscenarios %d\n", ZOPA_VERSION, stages->played + 1,
             experiment->arms);
    for (int arm = 0; arm < experiment->arms; arm++)
        folder_identify(&text, experiment->arm[arm].scenario);
    return text.bytes;
}

/* Opens the journal of the experiment and reads it; it is lean where the arms are. */
static int stages_journal(const struct stages *stages, const struct experiment *experiment,
                          struct journal *journal)
{
    const struct scenario **scenario = memory_new((size_t)experiment->arms, sizeof *scenario);
    char *file = memory_format("stages/%d", stages->played + 1);
    char *identity = stages_identity(stages, experiment);
    for (int arm = 0; arm < experiment->arms; arm++)
        scenario[arm] = experiment->arm[arm].scenario;
    int status = folder_journal(&stages->folder, journal, file, true, identity);
    if (status == EX_OK) {
        journal_seat(journal, scenario, experiment->arms, experiment->arm->lean);
        status = folder_read(journal);
    }
    free(identity);
    free(file);
    free(scenario);
    return status;
}

/* Takes note of what need not be played. */
static void stages_resume(struct stages *stages, const struct journal *journal)
{
    uint64_t trials = 0;
    for (int arm = 0; arm < journal->arms; arm++)
        trials += journal->past[arm].summary->trials;
    stages->resumed += trials;
    if (stages->progress != NULL)
        stages->progress->before += trials;
    if (!journal->mark.done)
        stages_tell(stages);
}

/* Of an experiment that was resumed, threads were busy longer than now: its arms share that by
 * their trials. */
static void stages_share(const struct experiment *experiment)
{
    double trials = 0, seconds = experiment->journal->mark.seconds * experiment->threads;
    for (int arm = 0; arm < experiment->arms; arm++)
        trials += (double)experiment->arm[arm].summary->trials;
    for (int k = 0; k < experiment->arms && experiment->resumed > 0; k++) {
        struct arm *arm = &experiment->arm[k];
        arm->seconds = seconds * (double)arm->summary->trials / trials;
    }
}

static void stages_play_none(const struct experiment *experiment)
{
    for (int k = 0; k < experiment->arms; k++) {
        struct arm *arm = &experiment->arm[k];
        arm->summary = summary_start(arm->scenario, arm->lean);
    }
}

static void stages_play_kept(struct stages *stages, struct experiment *experiment)
{
    struct journal journal;
    stages->status = stages_journal(stages, experiment, &journal);
    if (stages->status == EX_OK) {
        stages_resume(stages, &journal);
        experiment->journal = &journal;
        experiment_run(experiment);
        stages_share(experiment);
        experiment->journal = NULL;
        stages->status = experiment->broken ? EX_IOERR : EX_OK;
    } else {
        stages_play_none(experiment);
    }
    journal_close(&journal);
}

void stages_play(struct stages *stages, struct experiment *experiment)
{
    experiment->until = stages->until;
    if (stages->folder.path != NULL)
        stages_play_kept(stages, experiment);
    else
        experiment_run(experiment);
    stages->late = experiment->late;
    stages->played++;
}

void stages_rewind(struct stages *stages)
{
    stages->played = 0;
}

int stages_finish(struct stages *stages, struct scenario *const *scenario, int count, bool complete)
{
    struct folder *folder = &stages->folder;
    if (folder->path == NULL)
        return EX_OK;
    stages_tell(stages);
    if (complete != folder->journal.mark.done &&
        !journal_keep(&folder->journal, 0, true, complete, NULL))
        return EX_IOERR;
    return folder_manifest(folder, scenario, NULL, count, true);
}

void stages_close(struct stages *stages)
{
    folder_close(&stages->folder);
}
