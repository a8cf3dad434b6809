#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/csv.h"
#include "engine/memory.h"
#include "engine/number.h"
#include "engine/rows.h"
#include "engine/store_views.h"

/* The paths of the parameters in which any two scenarios differ. */
static void export_paths(struct store *store, struct names *paths)
{
    struct sqlite_statement *varied = sqlite_prepare(
        store->sqlite, "SELECT path.path FROM setting JOIN path ON path.id = setting.path"
                       " GROUP BY path.id HAVING count(*) < (SELECT count(*) FROM scenario)"
                       " OR count(DISTINCT value) > 1 ORDER BY path.id");
    while (sqlite_next(varied))
        names_add(paths, sqlite_text(varied, 0));
    sqlite_finish(varied);
}

/* Finds a scenario's value of a path. False: it has none. */
static bool export_value(struct sqlite_statement *values, int64_t scenario, const char *path)
{
    sqlite_give_whole(values, scenario);
    sqlite_give_text(values, path);
    return sqlite_next(values);
}

static struct sqlite_statement *export_values(struct store *store)
{
    return sqlite_prepare(store->sqlite, "SELECT value FROM setting WHERE scenario = ?"
                                         " AND path = (SELECT id FROM path WHERE path.path = ?)");
}

static void export_head(struct text *text, const struct names *paths)
{
    text_add(text, "run,started,file,variant,scenario,scenario_sha256,version,seed,trials,design,"
                   "horizon,complete,failed_trials");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        const char *name = history_outcome_name(outcome);
        text_add(text, ",%s_n,%s_p,%s_low,%s_high", name, name, name, name);
    }
    for (int k = 0; k < paths->count; k++) {
        text_add(text, ",");
        csv_add(text, paths->name[k]);
    }
    text_add(text, "\n");
}

static void export_number(struct text *text, double number)
{
    char digits[NUMBER_SIZE] = "";
    if (number == number)
        number_format(digits, sizeof digits, number);
    text_add(text, ",%s", digits);
}

static void export_entry(struct text *text, const struct store_entry *entry)
{
    const char *texts[] = { entry->started,  entry->file,   entry->variant,
                            entry->scenario, entry->sha256, entry->version };
    text_add(text, "%" PRId64, entry->run);
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        text_add(text, ",");
        if (texts[k] != NULL)
            csv_add(text, texts[k]);
    }
    text_add(text, ",%" PRIu64 ",%" PRIu64 ",%s,%" PRIu64 ",%s,%" PRIu64, entry->seed,
             entry->trials, entry->design, entry->horizon, entry->complete ? "true" : "false",
             entry->failed);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        const struct store_share *share = &entry->share[outcome];
        text_add(text, ",%" PRIu64, share->n);
        export_number(text, share->p);
        export_number(text, share->interval.low);
        export_number(text, share->interval.high);
    }
}

static void export_settings(struct text *text, struct sqlite_statement *values, int64_t scenario,
                            const struct names *paths)
{
    for (int k = 0; k < paths->count; k++) {
        text_add(text, ",");
        if (!export_value(values, scenario, paths->name[k]))
            continue;
        char *value = store_value(values, 0);
        csv_add(text, value);
        free(value);
        sqlite_next(values); /* the only row was read */
    }
    text_add(text, "\n");
}

static void export_flush(struct output *out, struct text *text)
{
    output_write(out, text->bytes, text->length);
    text->length = 0;
}

int store_export_close(struct store *store, struct output *out)
{
    int status = store_status(store);
    if (status != EX_OK)
        output_discard(out);
    else if (!output_close(out))
        status = EX_IOERR;
    return status;
}

int store_export_runs(struct store *store, const char *path)
{
    struct output out;
    if (!output_open(&out, path == NULL ? "-" : path, false))
        return EX_CANTCREAT;
    struct names paths = { 0 };
    struct text text = { 0 };
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(store, 0), *values = export_values(store);
    export_paths(store, &paths);
    export_head(&text, &paths);
    while (store_entry_next(entries, &entry)) {
        export_entry(&text, &entry);
        export_settings(&text, values, entry.scenario_id, &paths);
        export_flush(&out, &text);
    }
    export_flush(&out, &text);
    sqlite_finish(values);
    sqlite_finish(entries);
    names_free(&paths);
    free(text.bytes);
    return store_export_close(store, &out);
}

void store_export_write(struct store *store, struct json *json)
{
    struct names paths = { 0 };
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(store, 0), *values = export_values(store);
    export_paths(store, &paths);
    json_array(json, NULL);
    while (store_entry_next(entries, &entry)) {
        json_object(json, NULL);
        store_entry_write(json, &entry);
        json_object(json, "parameters");
        for (int k = 0; k < paths.count; k++)
            if (export_value(values, entry.scenario_id, paths.name[k])) {
                store_value_write(json, paths.name[k], values, 0);
                sqlite_next(values);
            }
        json_end(json);
        json_end(json);
    }
    json_end(json);
    sqlite_finish(values);
    sqlite_finish(entries);
    names_free(&paths);
}
