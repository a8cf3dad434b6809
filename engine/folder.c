#include "engine/folder.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/json.h"
#include "engine/memory.h"
#include "engine/writer.h"

int folder_fault(int code, const char *path, const char *what, const char *reason)
{
    char *shown = text_printable(path);
    fprintf(stderr, "zopa: error: %s: %s%s\n", shown, what, reason);
    free(shown);
    return code;
}

char *folder_file(const char *folder, const char *file)
{
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    return memory_format("%s%s%s", folder, slash ? "" : "/", file);
}

/* The name of that file, which the caller frees. */
static char *folder_scenario_name(int k, int count)
{
    return count == 1 ? memory_text("scenario.resolved.cfg")
                      : memory_format("scenario.%d.resolved.cfg", k + 1);
}

char *folder_scenario(const char *folder, int k, int count)
{
    char *name = folder_scenario_name(k, count);
    char *path = folder_file(folder, name);
    free(name);
    return path;
}

void folder_identify(struct text *identity, const struct scenario *scenario)
{
    char *name = text_printable(scenario->name);
    text_add(identity, "scenario %s, %ld trials, seed %ld, sha256 %s\n", name, scenario->run.trials,
             scenario->run.seed, scenario->sha256);
    free(name);
}

struct folder folder_begin(const struct options *options, int shard, int shards)
{
    struct folder folder = {
        .path = options->out, .options = options, .shard = shard, .shards = shards
    };
    folder.journal.file = -1;
    stopwatch_date(folder.started);
    return folder;
}

/* Makes the folder; one that is there must be empty, or hold a journal. */
static int folder_make(const char *folder)
{
    char *journal = folder_file(folder, "journal");
    bool found = access(journal, F_OK) == 0, empty = true;
    free(journal);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return folder_fault(EX_CANTCREAT, folder, "cannot create: ", strerror(errno));
    DIR *listing = found ? NULL : opendir(folder);
    if (!found && listing == NULL)
        return folder_fault(EX_CANTCREAT, folder, "cannot be read as a folder: ", strerror(errno));
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
        empty = empty && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
    if (listing != NULL)
        closedir(listing);
    if (!empty)
        return folder_fault(EX_CANTCREAT, folder, "found files that are no run's, ",
                            "expected a new folder, an empty one, or one of a run");
    return EX_OK;
}

/* The first line in which two heads differ; the caller frees both. */
static void folder_difference(const char *one, const char *other, char **line, char **instead)
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

bool folder_same(const char *path, const char *what, const struct journal *journal,
                 const char *identity)
{
    const char *found = strchr(journal->head.bytes, '\n') + 1;
    if (strncmp(found, identity, strlen(identity)) == 0)
        return true;
    char *line, *instead;
    folder_difference(found, identity, &line, &instead);
    folder_fault(EX_DATAERR, path, what, "");
    fprintf(stderr, "  found     %s\n  expected  %s\n", line, instead);
    free(line);
    free(instead);
    return false;
}

/* Whether a run has begun here: then its journal has a whole head, unless something damaged it. */
static bool folder_begun(const struct folder *folder, const char *file)
{
    char *manifest = folder_file(folder->path, "manifest.json");
    bool begun = strcmp(file, "journal") == 0 && access(manifest, F_OK) == 0;
    free(manifest);
    return begun;
}

int folder_journal(const struct folder *folder, struct journal *journal, const char *file,
                   bool resume, const char *identity)
{
    char *path = folder_file(folder->path, file);
    enum journal_state state = journal_open(journal, path, true);
    int status = state == JOURNAL_FAULT ? EX_CANTCREAT : EX_OK;
    if (state == JOURNAL_FOREIGN)
        status = folder_fault(EX_CANTCREAT, path, "found no journal of a run, ",
                              "expected one, or none");
    else if (state == JOURNAL_FOUND && !resume)
        status = folder_fault(EX_CANTCREAT, folder->path, "holds a run already; ",
                              options_have(folder->options->verb, "resume")
                                  ? "add --resume to go on with it, or name another folder"
                                  : "name another folder");
    else if (state == JOURNAL_FOUND)
        status =
            folder_same(folder->path, "holds another run", journal, identity) ? EX_OK : EX_USAGE;
    else if (state == JOURNAL_NONE && folder_begun(folder, file))
        status = folder_fault(EX_CANTCREAT, path, "its first lines are damaged, ",
                              "expected a whole journal; remove the folder to begin anew");
    else if (state == JOURNAL_NONE && !journal_start(journal, identity))
        status = EX_IOERR;
    free(path);
    return status;
}

int folder_open(struct folder *folder, const char *identity)
{
    int status = folder_make(folder->path);
    return status != EX_OK ? status
                           : folder_journal(folder, &folder->journal, "journal",
                                            folder->options->resume, identity);
}

const char *folder_id(const struct folder *folder)
{
    return folder->path != NULL ? folder->journal.id : NULL;
}

int folder_read(struct journal *journal)
{
    if (!journal_read(journal))
        return EX_IOERR;
    if (journal->cut > 0)
        fprintf(stderr, "%s: cut off %" PRIu64 " bytes of a record that is not whole\n",
                journal->path, journal->cut);
    return EX_OK;
}

void folder_close(struct folder *folder)
{
    if (folder->journal.path != NULL)
        journal_close(&folder->journal);
}

int folder_write(const struct folder *folder, const char *file,
                 void (*write)(FILE *out, const void *what), const void *what)
{
    struct output output;
    char *path = folder_file(folder->path, file);
    bool open = output_open(&output, path, false);
    free(path);
    if (!open)
        return EX_CANTCREAT;
    write(output.stream, what);
    return output_close(&output) ? EX_OK : EX_IOERR;
}

static void folder_write_scenario(FILE *out, const void *what)
{
    const struct scenario *scenario = what;
    writer_scenario(scenario->tree, false, out);
}

int folder_scenarios(const struct folder *folder, struct scenario *const *scenario, int count)
{
    int status = EX_OK;
    for (int k = 0; k < count && status == EX_OK; k++) {
        char *file = folder_scenario_name(k, count);
        status = folder_write(folder, file, folder_write_scenario, scenario[k]);
        free(file);
    }
    return status;
}

/* What the manifest tells. */
struct manifest {
    const struct folder *folder;
    struct scenario *const *scenario;
    const uint64_t *trials;
    int count;
    bool finished;
};

static void folder_write_run(struct json *json, const struct manifest *manifest)
{
    const struct folder *folder = manifest->folder;
    char date[STOPWATCH_DATE];
    json_text(json, "schema", "zopa.manifest/1");
    json_text(json, "version", ZOPA_VERSION);
    json_array(json, "command");
    json_text(json, NULL, "zopa");
    json_text(json, NULL, folder->options->verb);
    for (int k = 0; k < folder->options->words; k++)
        json_text(json, NULL, folder->options->word[k]);
    json_end(json);
    json_text(json, "started", folder->started);
    json_text(json, "finished", manifest->finished ? stopwatch_date(date) : NULL);
    json_flag(json, "complete", folder->journal.mark.done);
    json_row(json, "shard");
    json_count(json, "index", (uint64_t)folder->shard);
    json_count(json, "of", (uint64_t)folder->shards);
    json_end(json);
}

static void folder_write_manifest(FILE *out, const void *what)
{
    const struct manifest *manifest = what;
    struct json json = json_start(out);
    json_object(&json, NULL);
    folder_write_run(&json, manifest);
    json_array(&json, "scenarios");
    for (int k = 0; k < manifest->count; k++) {
        const struct scenario *scenario = manifest->scenario[k];
        char *file = folder_scenario_name(k, manifest->count);
        json_object(&json, NULL);
        json_text(&json, "scenario", scenario->name);
        json_text(&json, "file", scenario->file);
        json_text(&json, "resolved", file);
        json_text(&json, "scenario_sha256", scenario->sha256);
        json_count(&json, "seed", (uint64_t)scenario->run.seed);
        json_count(&json, "trials_requested", (uint64_t)scenario->run.trials);
        if (manifest->trials != NULL)
            json_count(&json, "trials", manifest->trials[k]);
        json_end(&json);
        free(file);
    }
    json_end(&json);
    json_end(&json);
}

int folder_manifest(const struct folder *folder, struct scenario *const *scenario,
                    const uint64_t *trials, int count, bool finished)
{
    const struct manifest manifest = { folder, scenario, trials, count, finished };
    return folder_write(folder, "manifest.json", folder_write_manifest, &manifest);
}
