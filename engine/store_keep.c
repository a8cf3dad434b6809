#include "engine/store.h"

#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/writer.h"

/* Where a scenario's settings go. */
struct settings {
    struct sqlite_statement *path, *setting;
    int64_t scenario;
};

static void store_keep_value(struct sqlite_statement *statement, const struct node *node)
{
    if (node->kind == NODE_INTEGER)
        sqlite_give_whole(statement, node->integer);
    else if (node->kind == NODE_REAL)
        sqlite_give_real(statement, node->real);
    else
        sqlite_give_text(statement, node->kind == NODE_TEXT ? node->text
                                    : node->flag            ? "true"
                                                            : "false");
}

/* A value, each part of it under a path of its own, as --set takes it. */
static void store_keep_setting(const struct settings *settings, const char *path,
                               const struct node *node)
{
    if (node->kind == NODE_GROUP || node->kind == NODE_LIST) {
        for (const struct node *member = node->first; member != NULL; member = member->next) {
            char *inner = node->kind == NODE_LIST ? memory_format("%s[%d]", path, member->place)
                                                  : memory_format("%s.%s", path, member->name);
            store_keep_setting(settings, inner, member);
            free(inner);
        }
        return;
    }
    sqlite_give_text(settings->path, path);
    sqlite_run(settings->path);
    sqlite_give_whole(settings->setting, settings->scenario);
    store_keep_value(settings->setting, node);
    sqlite_give_text(settings->setting, path);
    sqlite_run(settings->setting);
}

/* Not what the scenario says of itself, nor its further variants. */
static void store_keep_described(void *context, const struct description *told)
{
    bool plain = strchr(told->path, '.') == NULL;
    bool words =
        told->parameter->kind == PARAMETER_TEXT || told->parameter->kind == PARAMETER_TEXTS;
    if ((plain && words) || strncmp(told->path, "variants[", 9) == 0)
        return;
    struct node *holds = told->node == NULL ? describe_default(told->parameter) : NULL;
    if (told->node != NULL || holds != NULL)
        store_keep_setting(context, told->path, told->node != NULL ? told->node : holds);
    tree_free(holds);
}

static void store_keep_settings(struct sqlite *sqlite, const struct scenario *scenario,
                                int64_t number)
{
    struct settings settings = {
        .path = sqlite_prepare(sqlite, "INSERT OR IGNORE INTO path (path) VALUES (?)"),
        .setting = sqlite_prepare(sqlite, "INSERT INTO setting (scenario, value, path)"
                                          " SELECT ?, ?, id FROM path WHERE path = ?"),
        .scenario = number,
    };
    describe_parameters(scenario->tree, store_keep_described, &settings);
    sqlite_finish(settings.setting);
    sqlite_finish(settings.path);
}

/* The scenario's id; it is added where it is not there yet. */
static int64_t store_keep_scenario(struct sqlite *sqlite, const struct scenario *scenario)
{
    struct sqlite_statement *known =
        sqlite_prepare(sqlite, "SELECT id FROM scenario WHERE sha256 = ?");
    sqlite_give_text(known, scenario->sha256);
    int64_t number = sqlite_next(known) ? sqlite_whole(known, 0) : 0;
    sqlite_finish(known);
    if (number > 0)
        return number;
    struct sqlite_statement *added = sqlite_prepare(
        sqlite, "INSERT INTO scenario (sha256, name, title, text) VALUES (?, ?, ?, ?)");
    char *text = writer_text(scenario->tree);
    sqlite_give_text(added, scenario->sha256);
    sqlite_give_text(added, scenario->name);
    sqlite_give_text(added, scenario->title);
    sqlite_give_text(added, text);
    number = sqlite_run(added) ? sqlite_added(sqlite) : 0;
    sqlite_finish(added);
    free(text);
    store_keep_settings(sqlite, scenario, number);
    return number;
}

/* The id of the command that the runs come from, added with the first of them. */
static int64_t store_keep_command(const struct store *store)
{
    if (store->command > 0)
        return store->command;
    struct sqlite_statement *added =
        sqlite_prepare(store->sqlite, "INSERT INTO command (line) VALUES (?)");
    sqlite_give_text(added, store->line);
    int64_t number = sqlite_run(added) ? sqlite_added(store->sqlite) : 0;
    sqlite_finish(added);
    return number;
}

/* Which of its file's variants a scenario is; NULL: the file's own. */
static const char *store_keep_variant(const struct scenario *scenario)
{
    const struct node *name = tree_member(scenario->tree, "name");
    return name->layer == LAYER_VARIANT ? name->text : NULL;
}

/* All that the summary says is taken from it as it is written, so that the two cannot differ. */
static int64_t store_keep_row(struct sqlite *sqlite, const struct store_run *run, int64_t command,
                              int64_t scenario, const char *summary)
{
    struct sqlite_statement *added = sqlite_prepare(
        sqlite,
        "INSERT INTO run (command, scenario, file, variant, started, version, seed, trials,"
        " trials_requested, design, horizon, complete, failed, seconds, threads, summary, folder,"
        " place) SELECT ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', julianday('now') - ? / 86400.0),"
        " s ->> '$.version', s ->> '$.seed', s ->> '$.trials', s ->> '$.trials_requested',"
        " s ->> '$.design', s ->> '$.horizon', s ->> '$.complete',"
        " s ->> '$.diagnostics.failed_trials', exact(s -> '$.wall.seconds'),"
        " s ->> '$.wall.threads', s, folder, iif(folder IS NULL, NULL, place)"
        " FROM (SELECT ? AS folder, ? AS place, ? AS s)");
    sqlite_give_whole(added, command);
    sqlite_give_whole(added, scenario);
    sqlite_give_text(added, run->summary->scenario->file);
    sqlite_give_text(added, store_keep_variant(run->summary->scenario));
    sqlite_give_real(added, run->wall.seconds);
    sqlite_give_text(added, run->folder);
    sqlite_give_whole(added, run->place);
    sqlite_give_text(added, summary);
    int64_t number = sqlite_run(added) ? sqlite_added(sqlite) : 0;
    sqlite_finish(added);
    return number;
}

static void store_keep_shares(struct sqlite *sqlite, int64_t run, const char *kind,
                              const char *member, const char *summary)
{
    struct sqlite_statement *added =
        sqlite_prepare(sqlite, "INSERT INTO outcome (run, kind, name, n, p, se, low, high)"
                               " SELECT ?, ?, key, value ->> '$.n', exact(value -> '$.p'),"
                               " exact(value -> '$.se'), exact(value -> '$.ci95[0]'),"
                               " exact(value -> '$.ci95[1]') FROM json_each(?, ?)");
    sqlite_give_whole(added, run);
    sqlite_give_text(added, kind);
    sqlite_give_text(added, summary);
    sqlite_give_text(added, member);
    sqlite_run(added);
    sqlite_finish(added);
}

/* What results_write writes; the caller frees it. */
static char *store_keep_summary(const struct store_run *run)
{
    char *text = NULL;
    size_t length;
    FILE *memory = open_memstream(&text, &length);
    struct json json = json_start(memory);
    if (memory == NULL)
        return memory_grow(NULL, SIZE_MAX, 2);
    results_write(&json, run->summary, run->missed, &run->wall);
    fclose(memory);
    return text;
}

/* Whether a run with a folder is there, kept as far as it went. */
static bool store_keep_known(struct sqlite *sqlite, const struct store_run *run,
                             const char *summary)
{
    struct sqlite_statement *known =
        sqlite_prepare(sqlite, "SELECT id FROM run WHERE folder = ? AND place = ? AND trials = ?"
                               " AND complete = ? ->> '$.complete'");
    sqlite_give_text(known, run->folder);
    sqlite_give_whole(known, run->place);
    sqlite_give_whole(known, (int64_t)run->summary->trials);
    sqlite_give_text(known, summary);
    bool found = sqlite_next(known);
    sqlite_finish(known);
    return found;
}

/* Adds the run, and its command where it is the first of it. False: its trials could not be moved.
 */
static bool store_keep_whole(const struct store *store, const struct store_run *run,
                             const char *summary, int64_t *command)
{
    struct sqlite *sqlite = store->sqlite;
    *command = store_keep_command(store);
    int64_t scenario = store_keep_scenario(sqlite, run->summary->scenario);
    int64_t number = store_keep_row(sqlite, run, *command, scenario, summary);
    store_keep_shares(sqlite, number, "outcome", "$.outcomes", summary);
    store_keep_shares(sqlite, number, "detail", "$.details", summary);
    return run->trials == NULL || store_trials_move(run->trials, number);
}

bool store_keep(struct store *store, const struct store_run *run)
{
    struct sqlite *sqlite = store->sqlite;
    char *summary = store_keep_summary(run);
    int64_t command = store->command;
    bool moved = true;
    sqlite_do(sqlite, "BEGIN IMMEDIATE");
    if (!store_keep_known(sqlite, run, summary))
        moved = store_keep_whole(store, run, summary, &command);
    bool kept = sqlite_do(sqlite, "COMMIT");
    if (kept)
        store->command = command;
    else
        store_tell(store, "cannot write the run into the store");
    free(summary);
    return kept && moved;
}
