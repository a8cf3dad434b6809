#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/csv.h"
#include "engine/memory.h"
#include "engine/rows.h"
#include "engine/store_views.h"

enum { EXPORT_FLUSH = 1 << 16 };

/* What is asked of each trial: its number, outcome, detail, round; then the utilities and terms, in
 * the order of the columns. The caller frees it. */
static char *export_query(const struct rows_columns *columns)
{
    struct text sql = { 0 };
    text_add(&sql, "SELECT trial, outcome, detail, round");
    for (int k = 0; k < columns->actors.count; k++)
        text_add(&sql, ", utilities -> '$.\"%s\"'", columns->actors.name[k]);
    for (int k = 0; k < columns->issues.count; k++)
        text_add(&sql, ", terms -> '$.\"%s\"'", columns->issues.name[k]);
    text_add(&sql, " FROM trial WHERE run = ? ORDER BY trial");
    return sql.bytes;
}

static void export_trial(struct text *text, struct sqlite_statement *trials,
                         const struct scenario *scenario, int columns)
{
    csv_add(text, scenario->name);
    text_add(text, ",%" PRId64 ",%ld", sqlite_whole(trials, 0), scenario->run.seed);
    for (int column = 1; column < columns; column++) {
        const char *field = sqlite_text(trials, column);
        text_append(text, ",", 1);
        if (field != NULL)
            text_append(text, field, strlen(field));
    }
    text_append(text, "\n", 1);
}

static void export_trials(struct store *store, struct output *out, int64_t run,
                          const struct scenario *scenario)
{
    struct rows_columns columns = { 0 };
    struct text text = { 0 };
    rows_columns_add(&columns, scenario);
    char *sql = export_query(&columns);
    struct sqlite_statement *trials = sqlite_prepare(store->sqlite, sql);
    int count = 4 + columns.actors.count + columns.issues.count;
    rows_head(&columns, &text);
    sqlite_give_whole(trials, run);
    bool good = true;
    while (good && sqlite_next(trials)) {
        export_trial(&text, trials, scenario, count);
        if (text.length < EXPORT_FLUSH)
            continue;
        good = output_write(out, text.bytes, text.length);
        text.length = 0;
    }
    output_write(out, text.bytes, text.length);
    sqlite_finish(trials);
    rows_columns_free(&columns);
    free(text.bytes);
    free(sql);
}

static bool export_has(struct store *store, int64_t run)
{
    struct sqlite_statement *any =
        sqlite_prepare(store->sqlite, "SELECT 1 FROM trial WHERE run = ? LIMIT 1");
    sqlite_give_whole(any, run);
    bool has = sqlite_next(any);
    sqlite_finish(any);
    return has;
}

int store_export_trials(struct store *store, const char *path, int64_t run)
{
    struct output out;
    if (!export_has(store, run))
        return command_misuse("%s: run %" PRId64 " keeps no trials; zopa run --store-trials keeps "
                              "them",
                              store->path, run);
    struct scenario *scenario = store_scenario(store, run);
    if (scenario == NULL)
        return EX_DATAERR;
    int status = output_open(&out, path == NULL ? "-" : path, false) ? EX_OK : EX_CANTCREAT;
    if (status == EX_OK) {
        export_trials(store, &out, run, scenario);
        status = store_export_close(store, &out);
    }
    scenario_free(scenario);
    return status;
}
