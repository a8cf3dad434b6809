#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/store_views.h"

enum { RUN_COLUMNS = 6, SHARE_COLUMNS = 7, INTERVAL_COLUMNS = 12, LIST_TIME = 16, LIST_INDENT = 3 };

struct sqlite_statement *store_entries(struct store *store, int64_t run)
{
    struct sqlite_statement *entries = sqlite_prepare(
        store->sqlite,
        "SELECT run.id, run.scenario, run.started, run.file, run.variant, result.scenario,"
        " sha256, run.version, run.design, line, run.seed, run.trials, run.horizon, run.failed,"
        " run.complete, deal_n, deal_p, deal_low, deal_high, frozen_conflict_n, frozen_conflict_p,"
        " frozen_conflict_low, frozen_conflict_high, continued_war_n, continued_war_p,"
        " continued_war_low, continued_war_high"
        " FROM run JOIN result ON result.run = run.id JOIN command ON command.id = run.command"
        " WHERE run.id BETWEEN ? AND ? ORDER BY run.id");
    sqlite_give_whole(entries, run);
    sqlite_give_whole(entries, run == 0 ? INT64_MAX : run);
    return entries;
}

bool store_entry_next(struct sqlite_statement *entries, struct store_entry *entry)
{
    if (!sqlite_next(entries))
        return false;
    int at = 0;
    entry->run = sqlite_whole(entries, at++);
    entry->scenario_id = sqlite_whole(entries, at++);
    const char **texts[] = { &entry->started, &entry->file,    &entry->variant, &entry->scenario,
                             &entry->sha256,  &entry->version, &entry->design,  &entry->line };
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        *texts[k] = sqlite_text(entries, at++);
    uint64_t *counts[] = { &entry->seed, &entry->trials, &entry->horizon, &entry->failed };
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
        *counts[k] = (uint64_t)sqlite_whole(entries, at++);
    entry->complete = sqlite_whole(entries, at++) != 0;
    for (int outcome = 0; outcome < OUTCOMES; outcome++, at += 4)
        entry->share[outcome] = (struct store_share){
            (uint64_t)sqlite_whole(entries, at),
            sqlite_real(entries, at + 1),
            { sqlite_real(entries, at + 2), sqlite_real(entries, at + 3) },
        };
    return true;
}

void store_entry_write(struct json *json, const struct store_entry *entry)
{
    json_count(json, "run", (uint64_t)entry->run);
    json_text(json, "started", entry->started);
    json_text(json, "command", entry->line);
    json_text(json, "file", entry->file);
    json_text(json, "variant", entry->variant);
    json_text(json, "scenario", entry->scenario);
    json_text(json, "scenario_sha256", entry->sha256);
    json_text(json, "version", entry->version);
    json_count(json, "seed", entry->seed);
    json_count(json, "trials", entry->trials);
    json_text(json, "design", entry->design);
    json_count(json, "horizon", entry->horizon);
    json_flag(json, "complete", entry->complete);
    json_count(json, "failed_trials", entry->failed);
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        const struct store_share *share = &entry->share[outcome];
        json_row(json, history_outcome_name(outcome));
        json_number(json, "p", share->p);
        json_pair(json, "ci95", share->interval.low, share->interval.high);
        json_count(json, "n", share->n);
        json_end(json);
    }
    json_end(json);
}

/* "pie, seed 7, lhs, 1,000 trials (stopped early)"; the caller frees it. */
static char *list_words(const struct store_entry *entry)
{
    char trials[PAGE_COUNT], failed[PAGE_COUNT];
    struct text text = { 0 };
    bool independent = strcmp(entry->design, "mc") == 0;
    text_add(&text, "%s, seed %" PRIu64 ", %s%s%s trials", entry->scenario, entry->seed,
             independent ? "" : entry->design, independent ? "" : ", ",
             page_grouped(trials, entry->trials));
    if (entry->failed > 0)
        text_add(&text, ", %s failed", page_grouped(failed, entry->failed));
    if (!entry->complete)
        text_add(&text, " (stopped early)");
    return text.bytes;
}

void store_entry_print(struct page *page, const struct store_entry *entry)
{
    char *words = list_words(entry);
    char *text = memory_format("run %" PRId64 ": %s, %s", entry->run, words, entry->started);
    page_paragraph(page, 0, text);
    free(text);
    free(words);
}

char *store_value(struct sqlite_statement *statement, int column)
{
    char number[NUMBER_SIZE];
    const char *text = sqlite_text(statement, column);
    if (sqlite_kind(statement, column) != KIND_REAL)
        return memory_text(text == NULL ? "" : text);
    number_format(number, sizeof number, sqlite_real(statement, column));
    return memory_text(number);
}

void store_value_write(struct json *json, const char *name, struct sqlite_statement *statement,
                       int column)
{
    enum sqlite_kind kind = sqlite_kind(statement, column);
    if (kind == KIND_WHOLE && sqlite_whole(statement, column) >= 0)
        json_count(json, name, (uint64_t)sqlite_whole(statement, column));
    else if (kind == KIND_WHOLE || kind == KIND_REAL)
        json_number(json, name, sqlite_real(statement, column));
    else
        json_text(json, name, sqlite_text(statement, column));
}

static void list_heading(struct page *page)
{
    page_heading(page, "%*s  %-*s  %s", RUN_COLUMNS, "run", LIST_TIME, "started (UTC)",
                 "scenario, seed, trials; shares of outcomes, 95%");
}

/* Of the time, what tells minutes: "2026-11-25T05:50". */
static void list_first_line(struct page *page, const struct store_entry *entry)
{
    char *words = list_words(entry);
    char *term =
        memory_format("%*" PRId64 "  %.*s", RUN_COLUMNS, entry->run, LIST_TIME, entry->started);
    page_item(page, RUN_COLUMNS + LIST_TIME + 4, term, words);
    free(term);
    free(words);
}

static void list_print_entry(struct page *page, const struct store_entry *entry)
{
    list_first_line(page, entry);
    page_label(page, 0, LIST_INDENT, "");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        static const char *const short_name[OUTCOMES] = { "  deal", "  frozen", "  war" };
        fputs(short_name[outcome], page->out);
        page_share(page, SHARE_COLUMNS, entry->share[outcome].p);
        page_interval(page, INTERVAL_COLUMNS, entry->share[outcome].interval);
    }
    page_end_line(page);
}

void store_list_print(struct store *store, struct page *page)
{
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(store, 0);
    list_heading(page);
    while (store_entry_next(entries, &entry))
        list_print_entry(page, &entry);
    sqlite_finish(entries);
}

void store_list_write(struct store *store, struct json *json)
{
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(store, 0);
    json_array(json, NULL);
    while (store_entry_next(entries, &entry)) {
        json_object(json, NULL);
        store_entry_write(json, &entry);
        json_end(json);
    }
    json_end(json);
    sqlite_finish(entries);
}
