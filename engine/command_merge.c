#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/archive.h"
#include "engine/command.h"
#include "engine/memory.h"

/* The folder of one part. */
struct shard {
    const char *folder;
    struct journal journal;
    int index, shards; /* from 0; of how many */
    bool open;
};

/* One call of `zopa merge`. */
struct merger {
    const struct options *options;
    int count;           /* parts that are named */
    struct shard *shard; /* [count] in the order of their index once they are known to be whole */
    bool rows;           /* they keep their trials */
    struct batch batch;
    struct store *store; /* where the runs are kept; NULL: nowhere */
};

static int merge_fault(const struct shard *shard, const char *what)
{
    char *shown = text_printable(shard->folder);
    fprintf(stderr, "zopa: error: %s: %s\n", shown, what);
    free(shown);
    return EX_DATAERR;
}

/* What a journal's head says behind its first line. */
static const char *merge_head(const struct shard *shard)
{
    return strchr(shard->journal.head.bytes, '\n') + 1;
}

/* Opens the journal of a part and sees which it is: "shard 2 of 8", the second line of its head. */
static int merge_open(struct shard *shard)
{
    char *path = folder_file(shard->folder, "journal");
    enum journal_state state = journal_open(&shard->journal, path, false);
    free(path);
    shard->open = true;
    if (state == JOURNAL_FAULT)
        return EX_NOINPUT;
    if (state != JOURNAL_FOUND) {
        merge_fault(shard, "found no run, expected a folder that zopa run -o has made");
        return EX_NOINPUT;
    }
    const char *line = strchr(merge_head(shard), '\n');
    if (line == NULL || sscanf(line, "\nshard %d of %d\n", &shard->index, &shard->shards) != 2 ||
        shard->index < 0 || shard->index >= shard->shards)
        return merge_fault(shard, "found a journal without its shard, expected one");
    return EX_OK;
}

/* Whether the head of a part says this, but for which part it is. */
static int merge_same(const struct merger *merger, const struct shard *shard, const char *identity)
{
    const struct shard *first = &merger->shard[0];
    char *what = shard == first
                     ? memory_text("holds a part of another run than its scenarios, or of another "
                                   "version")
                     : memory_format("holds a part of another run than %s", first->folder);
    bool same = folder_same(shard->folder, what, &shard->journal, identity);
    free(what);
    return same ? EX_OK : EX_DATAERR;
}

/* Whether all parts are parts of the run that the first one is a part of. */
static int merge_match(const struct merger *merger)
{
    const char *head = merge_head(&merger->shard[0]), *line = strchr(head, '\n') + 1;
    int status = EX_OK;
    for (int k = 1; k < merger->count; k++) {
        const struct shard *shard = &merger->shard[k];
        char *identity = memory_format("%.*sshard %d of %d%s", (int)(line - head), head,
                                       shard->index, merger->shard[0].shards, strchr(line, '\n'));
        int same = merge_same(merger, shard, identity);
        status = same == EX_OK ? status : same;
        free(identity);
    }
    return status;
}

static int merge_compare(const void *left, const void *right)
{
    const struct shard *one = left, *other = right;
    return (one->index > other->index) - (one->index < other->index);
}

/* Tells which parts are not there: "2, 5 to 7"; the others are sorted. */
static int merge_missing(const struct merger *merger)
{
    struct text missing = { 0 };
    int next = 0, shards = merger->shard[0].shards;
    for (int k = 0; k <= merger->count; k++) {
        int index = k < merger->count ? merger->shard[k].index : shards;
        if (index > next)
            text_add(&missing, "%s%d", missing.length == 0 ? "" : ", ", next);
        if (index > next + 1)
            text_add(&missing, "%s%d", index > next + 2 ? " to " : ", ", index - 1);
        next = index + 1;
    }
    if (missing.length > 0)
        fprintf(stderr, "zopa: error: found no shard %s, expected all %d\n", missing.bytes, shards);
    int status = missing.length > 0 ? EX_DATAERR : EX_OK;
    free(missing.bytes);
    return status;
}

/* Sorts the parts; each must be there once. */
static int merge_sort(struct merger *merger)
{
    int status = EX_OK;
    qsort(merger->shard, (size_t)merger->count, sizeof *merger->shard, merge_compare);
    for (int k = 1; k < merger->count; k++) {
        const struct shard *shard = &merger->shard[k];
        if (shard->index != shard[-1].index)
            continue;
        bool twice = output_is_same(shard->folder, shard[-1].folder);
        char *what = twice ? memory_text("found twice, expected each shard once")
                           : memory_format("found shard %d, which %s is as well", shard->index,
                                           shard[-1].folder);
        status = merge_fault(shard, what);
        free(what);
    }
    int missing = merge_missing(merger);
    return status != EX_OK ? status : missing;
}

/* Reads the scenarios that the first part has kept. */
static int merge_scenarios(struct merger *merger)
{
    const char *folder = merger->shard[0].folder;
    const char *line = strstr(merge_head(&merger->shard[0]), "\nscenarios ");
    int count = 0, status = EX_OK;
    merger->rows = strstr(merge_head(&merger->shard[0]), "\ntrials.csv yes\n") != NULL;
    if (line == NULL || sscanf(line, "\nscenarios %d\n", &count) != 1)
        return merge_fault(&merger->shard[0], "found a journal without scenarios, expected some");
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
    int status = merge_same(merger, shard, identity);
    free(identity);
    return status;
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
            fault = merge_fault(&merger->shard[k], "found a part that is not finished; the command "
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
    struct archive archive;
    struct experiment *experiment = &merger->batch.experiment;
    int status = archive_open(&archive, merger->options, &merger->batch, 0, 1);
    if (status == EX_OK && merger->rows)
        status = merge_rows(merger, false, &archive.rows);
    for (int arm = 0; arm < experiment->arms && status == EX_OK; arm++)
        journal_add(&archive.folder.journal, arm, experiment->arm[arm].summary,
                    &experiment->arm[arm].pairing);
    uint64_t last = merger->shard[merger->count - 1].journal.mark.piece;
    if (status == EX_OK && !journal_keep(&archive.folder.journal, last, true, true,
                                         merger->rows ? &archive.rows : NULL))
        status = EX_IOERR;
    if (status == EX_OK)
        status = archive_finish(&archive, &merger->batch);
    archive_close(&archive);
    return status;
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
        int opened = merge_open(&merger->shard[k]);
        status = opened > status ? opened : status;
    }
    if (status == EX_OK)
        status = merge_match(merger);
    if (status == EX_OK)
        status = merge_sort(merger);
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
    merger.shard = memory_new((size_t)merger.count, sizeof *merger.shard);
    for (int k = 0; k < merger.count; k++)
        merger.shard[k].folder = options->argument[k];
    int status = merge_all(&merger);
    for (int k = 0; k < merger.count; k++)
        if (merger.shard[k].open)
            journal_close(&merger.shard[k].journal);
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
