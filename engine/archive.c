#include "engine/archive.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/stopwatch.h"
#include "engine/writer.h"

static int archive_fault(int code, const char *path, const char *what, const char *reason)
{
    char *shown = text_printable(path);
    fprintf(stderr, "zopa: error: %s: %s%s\n", shown, what, reason);
    free(shown);
    return code;
}

char *archive_path(const char *folder, const char *file)
{
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    return memory_format("%s%s%s", folder, slash ? "" : "/", file);
}

char *archive_scenario(const char *folder, int k, int count)
{
    char *file = count == 1 ? memory_text("scenario.resolved.cfg")
                            : memory_format("scenario.%d.resolved.cfg", k + 1);
    char *path = archive_path(folder, file);
    free(file);
    return path;
}

char *archive_identity(const struct batch *batch, bool rows, int shard, int shards)
{
    struct text text = { 0 };
    text_add(&text, "version %s\nshard %d of %d\ntrials.csv %s\nscenarios %d\n", ZOPA_VERSION,
             shard, shards, rows ? "yes" : "no", batch->count);
    for (int k = 0; k < batch->count; k++) {
        const struct scenario *scenario = batch->scenario[k];
        char *name = text_printable(scenario->name);
        text_add(&text, "scenario %s, %ld trials, seed %ld, sha256 %s\n", name,
                 scenario->run.trials, scenario->run.seed, scenario->sha256);
        free(name);
    }
    return text.bytes;
}

/* Makes the folder; one that is there must be empty, or hold a journal. */
static int archive_folder(const char *folder)
{
    char *journal = archive_path(folder, "journal");
    bool found = access(journal, F_OK) == 0, empty = true;
    free(journal);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return archive_fault(EX_CANTCREAT, folder, "cannot create: ", strerror(errno));
    DIR *listing = found ? NULL : opendir(folder);
    if (!found && listing == NULL)
        return archive_fault(EX_CANTCREAT, folder, "cannot be read as a folder: ", strerror(errno));
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
        empty = empty && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
    if (listing != NULL)
        closedir(listing);
    if (!empty)
        return archive_fault(EX_CANTCREAT, folder, "found files that are no run's, ",
                             "expected a new folder, an empty one, or one of a run");
    return EX_OK;
}

/* The first line in which two heads differ; the caller frees both. */
static void archive_difference(const char *one, const char *other, char **line, char **instead)
{
    while (*one != '\0' && *other != '\0') {
        size_t length = strcspn(one, "\n"), size = strcspn(other, "\n");
        if (length != size || strncmp(one, other, length) != 0)
            break;
        one += length + (one[length] != '\0');
        other += size + (other[size] != '\0');
    }
    *line = memory_format("%.*s", (int)strcspn(one, "\n"), one);
    *instead = memory_format("%.*s", (int)strcspn(other, "\n"), other);
}

/* Whether the journal is of this run: what its head says. */
static int archive_same(const struct archive *archive, const char *identity)
{
    const char *found = strchr(archive->journal.head.bytes, '\n') + 1;
    if (strncmp(found, identity, strlen(identity)) == 0)
        return EX_OK;
    char *line, *instead;
    archive_difference(found, identity, &line, &instead);
    archive_fault(EX_USAGE, archive->folder, "holds another run", "");
    fprintf(stderr, "  found     %s\n  expected  %s\n", line, instead);
    free(line);
    free(instead);
    return EX_USAGE;
}

static int archive_journal(struct archive *archive, const struct batch *batch, bool rows)
{
    struct journal *journal = &archive->journal;
    char *path = archive_path(archive->folder, "journal");
    char *identity = archive_identity(batch, rows, archive->shard, archive->shards);
    enum journal_state state = journal_open(journal, path, true);
    int status = state == JOURNAL_FAULT ? EX_CANTCREAT : EX_OK;
    if (state == JOURNAL_FOREIGN)
        status = archive_fault(EX_CANTCREAT, path, "found no journal of a run, ",
                               "expected one, or none");
    else if (state == JOURNAL_FOUND && !archive->options->resume)
        status = archive_fault(EX_CANTCREAT, archive->folder, "holds a run already; ",
                               "add --resume to go on with it, or name another folder");
    else if (state == JOURNAL_FOUND)
        status = archive_same(archive, identity);
    else if (state == JOURNAL_NONE && !journal_start(journal, identity))
        status = EX_IOERR;
    free(identity);
    free(path);
    if (status != EX_OK)
        return status;
    journal_seat(journal, (const struct scenario *const *)batch->scenario, batch->count, false);
    if (!journal_read(journal))
        return EX_IOERR;
    if (journal->cut > 0)
        fprintf(stderr, "%s: cut off %" PRIu64 " bytes of a record that is not whole\n",
                journal->path, journal->cut);
    return EX_OK;
}

/* Opens the file of the trials behind those that the journal knows. */
static int archive_rows(struct archive *archive, const struct batch *batch)
{
    const struct journal_mark *mark = &archive->journal.mark;
    char *path = archive_path(archive->folder, "trials.csv.part");
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

/* Writes one file of the folder as a whole. */
static int archive_write(const char *path, void (*write)(FILE *out, const void *what),
                         const void *what)
{
    struct output output;
    if (!output_open(&output, path, false))
        return EX_CANTCREAT;
    write(output.stream, what);
    return output_close(&output) ? EX_OK : EX_IOERR;
}

static void archive_write_scenario(FILE *out, const void *what)
{
    const struct scenario *scenario = what;
    writer_scenario(scenario->tree, false, out);
}

static int archive_scenarios(const struct archive *archive, const struct batch *batch)
{
    int worst = EX_OK;
    for (int k = 0; k < batch->count && worst == EX_OK; k++) {
        char *path = archive_scenario(archive->folder, k, batch->count);
        worst = archive_write(path, archive_write_scenario, batch->scenario[k]);
        free(path);
    }
    return worst;
}

/* A batch, and how far it has come. */
struct manifest {
    const struct archive *archive;
    const struct batch *batch;
    bool finished;
};

static void archive_write_run(struct json *json, const struct manifest *manifest)
{
    const struct archive *archive = manifest->archive;
    char date[STOPWATCH_DATE];
    json_text(json, "schema", "zopa.manifest/1");
    json_text(json, "version", ZOPA_VERSION);
    json_array(json, "command");
    json_text(json, NULL, "zopa");
    json_text(json, NULL, archive->options->verb);
    for (int k = 0; k < archive->options->words; k++)
        json_text(json, NULL, archive->options->word[k]);
    json_end(json);
    json_text(json, "started", archive->started);
    json_text(json, "finished", manifest->finished ? stopwatch_date(date) : NULL);
    json_flag(json, "complete", archive->journal.mark.done);
    json_row(json, "shard");
    json_count(json, "index", (uint64_t)archive->shard);
    json_count(json, "of", (uint64_t)archive->shards);
    json_end(json);
}

static void archive_write_manifest(FILE *out, const void *what)
{
    const struct manifest *manifest = what;
    const struct batch *batch = manifest->batch;
    struct json json = json_start(out);
    json_object(&json, NULL);
    archive_write_run(&json, manifest);
    json_array(&json, "scenarios");
    for (int k = 0; k < batch->count; k++) {
        const struct scenario *scenario = batch->scenario[k];
        char *path = archive_scenario("", k, batch->count);
        json_object(&json, NULL);
        json_text(&json, "scenario", scenario->name);
        json_text(&json, "file", scenario->file);
        json_text(&json, "resolved", path + 1);
        json_text(&json, "scenario_sha256", scenario->sha256);
        json_count(&json, "seed", (uint64_t)scenario->run.seed);
        json_count(&json, "trials_requested", (uint64_t)scenario->run.trials);
        json_count(&json, "trials",
                   batch->experiment.arm[k].summary == NULL
                       ? 0
                       : batch->experiment.arm[k].summary->trials);
        json_end(&json);
        free(path);
    }
    json_end(&json);
    json_end(&json);
}

static int archive_manifest(const struct archive *archive, const struct batch *batch, bool finished)
{
    struct manifest manifest = { archive, batch, finished };
    char *path = archive_path(archive->folder, "manifest.json");
    int status = archive_write(path, archive_write_manifest, &manifest);
    free(path);
    return status;
}

int archive_open(struct archive *archive, const struct options *options, struct batch *batch,
                 int shard, int shards)
{
    *archive = (struct archive){
        .folder = options->out, .options = options, .shard = shard, .shards = shards
    };
    archive->journal.file = -1;
    stopwatch_date(archive->started);
    bool rows = batch->experiment.arm->rows != NULL;
    int status = archive_folder(archive->folder);
    if (status == EX_OK)
        status = archive_journal(archive, batch, rows);
    if (status == EX_OK && rows && !archive->journal.mark.done)
        status = archive_rows(archive, batch);
    if (status == EX_OK)
        status = archive_scenarios(archive, batch);
    if (status == EX_OK)
        status = archive_manifest(archive, batch, false);
    batch->experiment.journal = &archive->journal;
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
    char *part = archive_path(archive->folder, "trials.csv.part");
    char *whole = archive_path(archive->folder, "trials.csv");
    int status = EX_OK;
    if (archive->rows.stream != NULL && !output_close(&archive->rows))
        status = EX_IOERR;
    else if (archive->journal.mark.done && access(part, F_OK) == 0 && rename(part, whole) != 0)
        status = archive_fault(EX_IOERR, whole, "cannot write: ", strerror(errno));
    free(whole);
    free(part);
    return status;
}

int archive_finish(struct archive *archive, const struct batch *batch)
{
    char *path = archive_path(archive->folder, "summary.json");
    int status = archive_place_rows(archive);
    int scenarios = archive_scenarios(archive, batch);
    int summary = archive_write(path, archive_write_summary, batch);
    int manifest = archive_manifest(archive, batch, true);
    free(path);
    status = status != EX_OK ? status : scenarios;
    return status != EX_OK ? status : summary != EX_OK ? summary : manifest;
}

void archive_close(struct archive *archive)
{
    if (archive->rows.stream != NULL)
        output_close(&archive->rows);
    if (archive->journal.path != NULL)
        journal_close(&archive->journal);
}
