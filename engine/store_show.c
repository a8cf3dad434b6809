#include <stdlib.h>

#include "engine/memory.h"
#include "engine/report.h"
#include "engine/store_views.h"

static const char show_scenario[] =
    "SELECT text FROM run JOIN scenario ON scenario.id = run.scenario WHERE run.id = ?";

enum { NAME_COLUMNS = 26, SHARE_COLUMNS = 8, INTERVAL_COLUMNS = 14, COUNT_COLUMNS = 14 };

static void show_shares(struct store *store, struct page *page, int64_t run)
{
    struct sqlite_statement *shares =
        sqlite_prepare(store->sqlite, "SELECT kind = 'detail', name, p, low, high, n FROM outcome"
                                      " WHERE run = ? ORDER BY rowid");
    sqlite_give_whole(shares, run);
    page_heading(page, "%-*s%*s%*s%*s", NAME_COLUMNS, "outcome", SHARE_COLUMNS, "share",
                 INTERVAL_COLUMNS, "95%", COUNT_COLUMNS, "trials");
    for (bool before = false; sqlite_next(shares);) {
        bool detail = sqlite_whole(shares, 0) != 0;
        if (detail != before)
            page_heading(page, "in detail");
        before = detail;
        char *name = report_detail_words(sqlite_text(shares, 1));
        page_label(page, 2, NAME_COLUMNS, name);
        free(name);
        page_share(page, SHARE_COLUMNS, sqlite_real(shares, 2));
        page_interval(page, INTERVAL_COLUMNS,
                      (struct interval){ sqlite_real(shares, 3), sqlite_real(shares, 4) });
        page_count(page, COUNT_COLUMNS, (uint64_t)sqlite_whole(shares, 5));
        page_end_line(page);
    }
    sqlite_finish(shares);
}

static void show_head(struct page *page, const struct store_entry *entry)
{
    store_entry_print(page, entry);
    char *told = memory_format(
        "%s%s%s; zopa %s; scenario %.16s", entry->file, entry->variant == NULL ? "" : ", variant ",
        entry->variant == NULL ? "" : entry->variant, entry->version, entry->sha256);
    page_paragraph(page, 2, told);
    page_paragraph(page, 2, entry->line);
    free(told);
}

static void show_foot(struct store *store, struct page *page, int64_t run)
{
    struct sqlite_statement *count =
        sqlite_prepare(store->sqlite, "SELECT count(*) FROM trial WHERE run = ?");
    char trials[PAGE_COUNT];
    sqlite_give_whole(count, run);
    uint64_t kept = sqlite_next(count) ? (uint64_t)sqlite_whole(count, 0) : 0;
    sqlite_finish(count);
    char *text = memory_format(
        "%s of its trials are kept. \"zopa store show %s %lld --scenario >it.cfg\" writes the "
        "scenario, with its seed; \"zopa trace it.cfg --trial 0\" then tells its first trial.",
        page_grouped(trials, kept), store->path, (long long)run);
    page_end_line(page);
    page_paragraph(page, 0, text);
    free(text);
}

struct scenario *store_scenario(struct store *store, int64_t run)
{
    struct faults faults = { 0 };
    struct scenario *scenario = NULL;
    char *origin = memory_format("%s, scenario of run %lld", store->path, (long long)run);
    struct sqlite_statement *text = sqlite_prepare(store->sqlite, show_scenario);
    sqlite_give_whole(text, run);
    if (sqlite_next(text))
        scenario = scenario_from_text(sqlite_text(text, 0), origin, &faults);
    faults_print(&faults, stderr);
    faults_free(&faults);
    sqlite_finish(text);
    free(origin);
    return scenario;
}

void store_show_print(struct store *store, struct page *page, int64_t run)
{
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(store, run);
    if (store_entry_next(entries, &entry))
        show_head(page, &entry);
    sqlite_finish(entries);
    show_shares(store, page, run);
    show_foot(store, page, run);
}

static void show_text(struct store *store, FILE *out, int64_t run, const char *sql)
{
    struct sqlite_statement *text = sqlite_prepare(store->sqlite, sql);
    sqlite_give_whole(text, run);
    if (sqlite_next(text))
        fputs(sqlite_text(text, 0), out);
    sqlite_finish(text);
}

void store_show_summary(struct store *store, FILE *out, int64_t run)
{
    show_text(store, out, run, "SELECT summary FROM run WHERE id = ?");
}

void store_show_scenario(struct store *store, FILE *out, int64_t run)
{
    show_text(store, out, run,
              "SELECT text FROM run JOIN scenario ON scenario.id = run.scenario WHERE run.id = ?");
}
