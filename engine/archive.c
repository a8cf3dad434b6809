#include "engine/archive.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/number.h"

/* "none", "0.01", "10%": the precision that decides how far the run goes. */
static void archive_precision(struct text *text, const struct precision *precision)
{
    char number[NUMBER_SIZE] = "none";
    if (precision != NULL)
        number_format(number, sizeof number, precision->width * (precision->relative ? 100 : 1));
    text_add(text, "precision %s%s\n", number, precision != NULL && precision->relative ? "%" : "");
}

char *archive_identity(const struct batch *batch, bool rows, int shard, int shards)
{
    struct text text = { 0 };
    text_add(&text, "version %s\nshard %d of %d\ntrials.csv %s\nscenarios %d\n", ZOPA_VERSION,
             shard, shards, rows ? "yes" : "no", batch->count);
    archive_precision(&text, batch->experiment.precision);
    for (int k = 0; k < batch->count; k++)
        folder_identify(&text, batch->scenario[k]);
    return text.bytes;
}

/* Tells what to do where the folder's run is this one, but for its trials being kept or not. */
static void archive_hint(const struct archive *archive, const struct batch *batch, bool rows)
{
    const struct folder *folder = &archive->folder;
    const char *found = strchr(folder->journal.head.bytes, '\n') + 1;
    char *other = archive_identity(batch, !rows, folder->shard, folder->shards);
    if (strncmp(found, other, strlen(other)) == 0)
        fprintf(stderr, "  %s\n",
                rows ? "leave --trials-out out: that run keeps no trials"
                     : "add --trials-out: that run keeps its trials");
    free(other);
}

static int archive_journal(struct archive *archive, const struct batch *batch, bool rows)
{
    struct folder *folder = &archive->folder;
    char *identity = archive_identity(batch, rows, folder->shard, folder->shards);
    int status = folder_open(folder, identity);
    if (status == EX_USAGE)
        archive_hint(archive, batch, rows);
    free(identity);
    if (status != EX_OK)
        return status;
    journal_seat(&folder->journal, (const struct scenario *const *)batch->scenario, batch->count,
                 false);
    return folder_read(&folder->journal);
}

int archive_measure(const char *folder, const char *file, const struct journal *journal,
                    const char *hint)
{
    struct stat found;
    const struct journal_mark *mark = &journal->mark;
    char *path = folder_file(folder, file), *what = NULL;
    int status = stat(path, &found) != 0 ? EX_NOINPUT : EX_OK;
    uint64_t size = status == EX_OK ? (uint64_t)found.st_size : 0;
    if (status != EX_OK) {
        what = memory_format("cannot read: %s", strerror(errno));
    } else if (mark->done ? size != mark->rows : size < mark->rows) {
        status = EX_DATAERR;
        what = memory_format("found %" PRIu64 " bytes, expected the %" PRIu64 " of which %s says",
                             size, mark->rows, journal->path);
    }
    if (what != NULL)
        folder_fault(status, path, what, hint);
    free(what);
    free(path);
    return status;
}

/* Whether the trials that the journal knows are there. One that was killed as it ended may not have
 * given them their name yet. */
static int archive_check_rows(const struct archive *archive)
{
    const struct folder *folder = &archive->folder;
    char *whole = folder_file(folder->path, "trials.csv");
    char *part = folder_file(folder->path, "trials.csv.part");
    bool done = folder->journal.mark.done;
    bool named = done && (access(whole, F_OK) == 0 || access(part, F_OK) != 0);
    free(whole);
    free(part);
    if (!done && folder->journal.mark.rows == 0)
        return EX_OK;
    return archive_measure(folder->path, named ? "trials.csv" : "trials.csv.part", &folder->journal,
                           "; remove the folder to begin anew");
}

/* Opens the file of the trials behind those that the journal knows. */
static int archive_rows(struct archive *archive, const struct batch *batch)
{
    const struct journal_mark *mark = &archive->folder.journal.mark;
    char *path = folder_file(archive->folder.path, "trials.csv.part");
    bool good = output_continue(&archive->rows, path, mark->rows);
    free(path);
    if (!good)
        return EX_IOERR;
    if (mark->rows == 0) {
        struct text head = batch_head(batch);
        good = output_write(&archive->rows, head.bytes, head.length);
        free(head.bytes);
    }
    return good ? EX_OK : EX_IOERR;
}

static int archive_manifest(const struct archive *archive, const struct batch *batch, bool finished)
{
    uint64_t *trials = memory_new((size_t)batch->count, sizeof *trials);
    for (int k = 0; k < batch->count; k++) {
        const struct summary *summary = batch->experiment.arm[k].summary;
        trials[k] = summary == NULL ? 0 : summary->trials;
    }
    int status = folder_manifest(&archive->folder, batch->scenario, trials, batch->count, finished);
    free(trials);
    return status;
}

int archive_open(struct archive *archive, const struct options *options, struct batch *batch,
                 int shard, int shards)
{
    *archive = (struct archive){ .folder = folder_begin(options, shard, shards) };
    bool rows = batch->experiment.arm->rows != NULL;
    int status = archive_journal(archive, batch, rows);
    if (status == EX_OK && rows)
        status = archive_check_rows(archive);
    if (status == EX_OK && rows && !archive->folder.journal.mark.done)
        status = archive_rows(archive, batch);
    if (status == EX_OK)
        status = folder_scenarios(&archive->folder, batch->scenario, batch->count);
    if (status == EX_OK)
        status = archive_manifest(archive, batch, false);
    batch->experiment.journal = &archive->folder.journal;
    batch->experiment.out = &archive->rows;
    return status;
}

static void archive_write_summary(FILE *out, const void *what)
{
    struct json json = json_start(out);
    batch_write(what, &json);
}

/* Gives the trials their name, once there are no more to come. */
static int archive_place_rows(struct archive *archive)
{
    char *part = folder_file(archive->folder.path, "trials.csv.part");
    char *whole = folder_file(archive->folder.path, "trials.csv");
    bool done = archive->folder.journal.mark.done;
    int status = EX_OK;
    if (archive->rows.stream != NULL && !output_close(&archive->rows))
        status = EX_IOERR;
    else if (done && access(part, F_OK) == 0 && rename(part, whole) != 0)
        status = folder_fault(EX_IOERR, whole, "cannot write: ", strerror(errno));
    free(whole);
    free(part);
    return status;
}

int archive_finish(struct archive *archive, const struct batch *batch)
{
    const struct folder *folder = &archive->folder;
    int status = archive_place_rows(archive);
    int scenarios = folder_scenarios(folder, batch->scenario, batch->count);
    int summary = folder_write(folder, "summary.json", archive_write_summary, batch);
    int manifest = archive_manifest(archive, batch, true);
    status = status != EX_OK ? status : scenarios;
    return status != EX_OK ? status : summary != EX_OK ? summary : manifest;
}

void archive_close(struct archive *archive)
{
    if (archive->rows.stream != NULL)
        output_close(&archive->rows);
    folder_close(&archive->folder);
}
