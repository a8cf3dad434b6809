#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/archive.h"
#include "engine/command.h"
#include "engine/memory.h"
#include "engine/shard.h"

/* One call of `zopa merge`. */
struct merger {
    const struct options *options;
    int count;           /* parts that are named */
    struct shard *shard; /* [count] in the order of their index once they are known to be whole */
    bool rows;           /* they keep their trials */
    struct batch batch;
    struct archive archive; /* where the folder of the whole is kept; { 0 }: nowhere */
    struct store *store;    /* where the runs are kept; NULL: nowhere */
};

/* Reads the scenarios that the first part has kept. */
static int merge_scenarios(struct merger *merger)
{
    const char *folder = merger->shard[0].folder;
    const char *line = strstr(shard_head(&merger->shard[0]), "\nscenarios ");
    int count = 0, status = EX_OK;
    merger->rows = strstr(shard_head(&merger->shard[0]), "\ntrials.csv yes\n") != NULL;
    if (line == NULL || sscanf(line, "\nscenarios %d\n", &count) != 1)
        return shard_fault(&merger->shard[0], "found a journal without scenarios, expected some");
    for (int k = 0; k < count && status == EX_OK; k++) {
        char *path = folder_scenario(folder, k, count);
        struct options none = { .trials = -1, .seed = -1, .horizon = -1 };
        struct scenario *scenario = command_scenario(&none, path, &status);
        if (scenario != NULL) {
            struct scenarios one = { 1, memory_new(1, sizeof *one.scenario) };
            one.scenario[0] = scenario;
            batch_take(&merger->batch, &one);
        }
        free(path);
    }
    return status;
}

/* Whether the first part was played from the scenarios beside it, by this version. */
static int merge_own(const struct merger *merger)
{
    const struct shard *shard = &merger->shard[0];
    char *identity = archive_identity(&merger->batch, merger->rows, shard->index, shard->shards);
    bool same = folder_same(shard->folder,
                            "holds a part of another run than its scenarios, or of another version",
                            &shard->journal, identity);
    free(identity);
    return same ? EX_OK : EX_DATAERR;
}

/* Whether the trials of a part are as long as its journal says. One whose trials nothing asks for
 * may lack them. */
static int merge_measure(const struct merger *merger, const struct shard *shard)
{
    bool asked = merger->options->out != NULL || merger->options->trials_out != NULL;
    char *path = folder_file(shard->folder, "trials.csv");
    bool there = access(path, F_OK) == 0;
    free(path);
    return there || asked ? archive_measure(shard->folder, "trials.csv", &shard->journal, "")
                          : EX_OK;
}

/* Adds what the parts came to; each must be finished. */
static int merge_add(struct merger *merger)
{
    struct experiment *experiment = &merger->batch.experiment;
    int status = EX_OK;
    for (int arm = 0; arm < experiment->arms; arm++)
        experiment->arm[arm].summary = summary_new(experiment->arm[arm].scenario);
    for (int k = 0; k < merger->count; k++) {
        struct journal *journal = &merger->shard[k].journal;
        journal_seat(journal, (const struct scenario *const *)merger->batch.scenario,
                     merger->batch.count, false);
        if (!journal_read(journal))
            return EX_IOERR;
        int fault = EX_OK;
        if (!journal->mark.done)
            fault = shard_fault(&merger->shard[k], "found a part that is not finished; the command "
                                                   "that began it, with --resume, goes on with it");
        else if (merger->rows)
            fault = merge_measure(merger, &merger->shard[k]);
        status = fault > status ? fault : status;
        for (int arm = 0; arm < experiment->arms; arm++) {
            summary_merge(experiment->arm[arm].summary, journal->past[arm].summary);
            pairing_merge(&experiment->arm[arm].pairing, &journal->past[arm].pairing);
            experiment->arm[arm].seconds += journal->mark.seconds / experiment->arms;
        }
    }
    return status;
}

/* Writes the trials of a part, with or without its first line. */
static bool merge_copy(const struct shard *shard, bool with_head, struct output *out)
{
    static char bytes[1 << 16];
    char *path = folder_file(shard->folder, "trials.csv");
    FILE *from = fopen(path, "r");
    bool good = from != NULL, head = !with_head;
    while (good) {
        size_t size = fread(bytes, 1, sizeof bytes, from), skip = 0;
        if (size == 0)
            break;
        while (head && skip < size)
            head = bytes[skip++] != '\n';
        good = output_write(out, bytes + skip, size - skip);
    }
    if (from == NULL || ferror(from))
        good = folder_fault(EX_NOINPUT, path, "cannot read: ", strerror(errno)) == EX_OK;
    if (from != NULL)
        fclose(from);
    free(path);
    return good;
}

/* The trials of all parts; behind a first line that stands there already, or with that of the first
 * part. */
static int merge_rows(const struct merger *merger, bool with_head, struct output *out)
{
    for (int k = 0; k < merger->count; k++)
        if (!merge_copy(&merger->shard[k], with_head && k == 0, out))
            return EX_IOERR;
    return EX_OK;
}

/* The folder of the whole: as the run would have left it, had it been played as one. */
static int merge_archive(struct merger *merger)
{
    struct archive *archive = &merger->archive;
    struct journal *journal = &archive->folder.journal;
    struct experiment *experiment = &merger->batch.experiment;
    int status = archive_open(archive, merger->options, &merger->batch, 0, 1);
    if (status == EX_OK && merger->rows)
        status = merge_rows(merger, false, &archive->rows);
    for (int arm = 0; arm < experiment->arms && status == EX_OK; arm++)
        journal_add(journal, arm, experiment->arm[arm].summary, &experiment->arm[arm].pairing);
    uint64_t last = merger->shard[merger->count - 1].journal.mark.piece;
    if (status == EX_OK &&
        !journal_keep(journal, last, true, true, merger->rows ? &archive->rows : NULL))
        status = EX_IOERR;
    return status != EX_OK ? status : archive_finish(archive, &merger->batch);
}

/* The trials of all parts in a file of their own. */
static int merge_trials(const struct merger *merger)
{
    struct output out;
    const char *file = merger->options->trials_out;
    if (!merger->rows)
        return command_misuse("--trials-out: found parts without trials, expected parts that were "
                              "run with --trials-out");
    if (output_is_standard(file) && (merger->options->json || !merger->options->quiet))
        return command_misuse(
            "--trials-out: found '%s', which is standard output; add -q, or write "
            "to a file",
            file);
    if (!output_open(&out, file, false))
        return EX_CANTCREAT;
    int status = merge_rows(merger, true, &out);
    if (status == EX_OK || out.reason != 0)
        return output_close(&out) ? EX_OK : EX_IOERR;
    output_discard(&out);
    return status;
}

static void merge_tell(const struct merger *merger)
{
    const struct options *options = merger->options;
    struct json json = json_start(stdout);
    struct page page = { .out = stdout, .terminal = terminal_output(options->color) };
    if (options->json)
        batch_write(&merger->batch, &json);
    else if (!options->quiet)
        batch_report(&merger->batch, &page);
}

static int merge_all(struct merger *merger)
{
    int status = EX_OK;
    for (int k = 0; k < merger->count; k++) {
        int opened = shard_open(&merger->shard[k]);
        status = opened > status ? opened : status;
    }
    if (status == EX_OK)
        status = shard_match(merger->shard, merger->count);
    if (status == EX_OK)
        status = shard_sort(merger->shard, merger->count);
    if (status == EX_OK)
        status = merge_scenarios(merger);
    if (status == EX_OK)
        status = merge_own(merger);
    if (status != EX_OK)
        return status;
    batch_arms(&merger->batch, merger->rows);
    merger->batch.experiment.threads = merger->count;
    if (command_store_open(merger->options, &merger->store, &status))
        status = merge_add(merger);
    if (status == EX_OK && merger->options->out != NULL)
        status = merge_archive(merger);
    if (status == EX_OK && merger->options->trials_out != NULL)
        status = merge_trials(merger);
    if (status == EX_OK)
        merge_tell(merger);
    if (status == EX_OK && !batch_keep(&merger->batch, merger->store))
        status = EX_IOERR;
    return status;
}

static int merge(const struct options *options)
{
    struct merger merger = { .options = options, .count = options->arguments };
    if (options->arguments == 0)
        return command_misuse("found no shard, expected the folder of each");
    if (command_check_output("--trials-out", options->trials_out) != EX_OK)
        return EX_USAGE;
    merger.shard = memory_new((size_t)merger.count, sizeof *merger.shard);
    for (int k = 0; k < merger.count; k++)
        merger.shard[k].folder = options->argument[k];
    int status = merge_all(&merger);
    for (int k = 0; k < merger.count; k++)
        if (merger.shard[k].open)
            journal_close(&merger.shard[k].journal);
    archive_close(&merger.archive);
    batch_free(&merger.batch);
    store_close(merger.store);
    free(merger.shard);
    return status;
}

const struct command command_merge = {
    .name = "merge",
    .arguments = "SHARD...",
    .summary =
        "Join the parts that zopa run --shard has played; refuses holes, duplicates and parts "
        "of another run.",
    .examples = { "zopa merge part.0 part.1 part.2 -o whole" },
    .run = merge,
};
