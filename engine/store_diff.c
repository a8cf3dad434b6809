#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/pairing.h"
#include "engine/report.h"
#include "engine/store_views.h"

enum { NAME_COLUMNS = 20, SHARE_COLUMNS = 10, DIFFERENCE_COLUMNS = 30, VALUE_COLUMN = 6 };

/* Two runs that are held against each other. Their entries have no texts. */
struct diff {
    struct store *store;
    struct store_entry from, to;
    const struct design *design; /* of both, which also have one seed; NULL: they differ */
    struct pairing pairing; /* of the trials that both keep; empty: they count as independent */
};

static unsigned char diff_outcome(const char *name)
{
    unsigned char outcome = 0;
    while (outcome < OUTCOMES - 1 && strcmp(name, history_outcome_name(outcome)) != 0)
        outcome++;
    return outcome;
}

/* Reads a run; returns its design, which the caller frees. */
static char *diff_read(struct store *store, int64_t run, struct store_entry *entry)
{
    struct sqlite_statement *entries = store_entries(store, run);
    char *design = store_entry_next(entries, entry) ? memory_text(entry->design) : memory_text("");
    sqlite_finish(entries);
    return design;
}

static void diff_pair(struct diff *diff, const struct scenario *scenario)
{
    struct sqlite_statement *both = sqlite_prepare(
        diff->store->sqlite, "SELECT a.trial, a.outcome, b.outcome FROM trial AS a"
                             " JOIN trial AS b ON b.run = ? AND b.trial = a.trial WHERE a.run = ?");
    sqlite_give_whole(both, diff->to.run);
    sqlite_give_whole(both, diff->from.run);
    while (sqlite_next(both)) {
        unsigned char from = diff_outcome(sqlite_text(both, 1));
        unsigned char to = diff_outcome(sqlite_text(both, 2));
        pairing_add(&diff->pairing, scenario, (uint64_t)sqlite_whole(both, 0), &from, &to, 1);
    }
    sqlite_finish(both);
}

static struct diff diff_start(struct store *store, int64_t first, int64_t second)
{
    struct diff diff = { .store = store };
    char *design = diff_read(store, first, &diff.from), *other = diff_read(store, second, &diff.to);
    bool alike = diff.from.seed == diff.to.seed && strcmp(design, other) == 0;
    struct scenario *scenario = alike ? store_scenario(store, first) : NULL;
    if (scenario != NULL) {
        diff.design = scenario_design(scenario);
        diff_pair(&diff, scenario);
    }
    scenario_free(scenario);
    free(other);
    free(design);
    return diff;
}

static bool diff_is_paired(const struct diff *diff)
{
    return pairing_trials(&diff->pairing) > 0;
}

static double diff_difference(const struct diff *diff, int outcome)
{
    return diff_is_paired(diff) ? pairing_difference(&diff->pairing, outcome)
                                : diff->to.share[outcome].p - diff->from.share[outcome].p;
}

static struct interval diff_interval(const struct diff *diff, int outcome)
{
    const struct store_share *from = &diff->from.share[outcome], *to = &diff->to.share[outcome];
    return diff_is_paired(diff)
               ? pairing_interval(&diff->pairing, outcome, diff->design)
               : interval_independent(to->p, to->interval, from->p, from->interval);
}

/* The parameters that differ: path, the value in the first, that in the second. */
static struct sqlite_statement *diff_parameters(const struct diff *diff)
{
    struct sqlite_statement *parameters = sqlite_prepare(
        diff->store->sqlite, "SELECT path.path, a.value, b.value FROM path"
                             " LEFT JOIN setting AS a ON a.path = path.id AND a.scenario = ?"
                             " LEFT JOIN setting AS b ON b.path = path.id AND b.scenario = ?"
                             " WHERE a.value IS NOT b.value ORDER BY path.id");
    sqlite_give_whole(parameters, diff->from.scenario_id);
    sqlite_give_whole(parameters, diff->to.scenario_id);
    return parameters;
}

static void diff_print_run(const struct diff *diff, struct page *page, int64_t run)
{
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(diff->store, run);
    if (store_entry_next(entries, &entry))
        store_entry_print(page, &entry);
    sqlite_finish(entries);
}

static void diff_print_value(struct page *page, const char *value)
{
    page_flow(page, VALUE_COLUMN, value[0] == '\0' ? "(none)" : value);
}

static void diff_print_parameters(const struct diff *diff, struct page *page)
{
    int count = 0;
    struct sqlite_statement *parameters = diff_parameters(diff);
    page_heading(page, "parameters that differ, in run %lld and in run %lld",
                 (long long)diff->from.run, (long long)diff->to.run);
    for (; sqlite_next(parameters); count++) {
        char *from = store_value(parameters, 1), *to = store_value(parameters, 2);
        page_flow(page, 2, sqlite_text(parameters, 0));
        page_flow(page, VALUE_COLUMN, "=");
        diff_print_value(page, from);
        page_flow(page, VALUE_COLUMN, "->");
        diff_print_value(page, to);
        page_flow_end(page);
        free(to);
        free(from);
    }
    if (count == 0)
        page_paragraph(page, 2, "none");
    sqlite_finish(parameters);
}

static void diff_print_method(const struct diff *diff, struct page *page)
{
    char trials[PAGE_COUNT];
    char *text =
        diff_is_paired(diff)
            ? memory_format("Differences in percentage points, paired: over the %s trials that "
                            "both runs keep, which have the same noise.",
                            page_grouped(trials, pairing_trials(&diff->pairing)))
            : memory_format("Differences in percentage points, as of independent runs: %s",
                            diff->design != NULL
                                ? "to be paired, both must keep trials (--store-trials)."
                                : "to be paired, both must have one seed and one design.");
    page_end_line(page);
    page_paragraph(page, 0, text);
    free(text);
}

void store_diff_print(struct store *store, struct page *page, int64_t first, int64_t second)
{
    struct diff diff = diff_start(store, first, second);
    char name[64];
    diff_print_run(&diff, page, first);
    diff_print_run(&diff, page, second);
    diff_print_parameters(&diff, page);
    page_heading(page, "%-*s%*s%lld%*s%lld%*s", NAME_COLUMNS, "outcome", SHARE_COLUMNS - 1, "run ",
                 (long long)first, SHARE_COLUMNS - 1, "run ", (long long)second, DIFFERENCE_COLUMNS,
                 "difference, 95%");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        page_label(page, 0, NAME_COLUMNS,
                   report_words(history_outcome_name(outcome), name, sizeof name));
        page_share(page, SHARE_COLUMNS, diff.from.share[outcome].p);
        page_share(page, SHARE_COLUMNS, diff.to.share[outcome].p);
        page_difference(page, DIFFERENCE_COLUMNS, 2, diff_difference(&diff, outcome),
                        diff_interval(&diff, outcome));
        page_end_line(page);
    }
    diff_print_method(&diff, page);
}

static void diff_write_run(const struct diff *diff, struct json *json, const char *name,
                           int64_t run)
{
    struct store_entry entry;
    struct sqlite_statement *entries = store_entries(diff->store, run);
    json_object(json, name);
    if (store_entry_next(entries, &entry))
        store_entry_write(json, &entry);
    json_end(json);
    sqlite_finish(entries);
}

static void diff_write_parameters(const struct diff *diff, struct json *json)
{
    struct sqlite_statement *parameters = diff_parameters(diff);
    json_array(json, "parameters");
    while (sqlite_next(parameters)) {
        json_row(json, NULL);
        json_text(json, "path", sqlite_text(parameters, 0));
        store_value_write(json, "first", parameters, 1);
        store_value_write(json, "second", parameters, 2);
        json_end(json);
    }
    json_end(json);
    sqlite_finish(parameters);
}

static void diff_write_outcome(const struct diff *diff, struct json *json, int outcome)
{
    struct interval interval = diff_interval(diff, outcome);
    json_row(json, history_outcome_name(outcome));
    json_number(json, "difference", diff_difference(diff, outcome));
    json_pair(json, "ci95", interval.low, interval.high);
    if (diff_is_paired(diff)) {
        json_count(json, "gained", pairing_gained(&diff->pairing, outcome));
        json_count(json, "lost", pairing_lost(&diff->pairing, outcome));
    }
    json_end(json);
}

void store_diff_write(struct store *store, struct json *json, int64_t first, int64_t second)
{
    struct diff diff = diff_start(store, first, second);
    json_object(json, NULL);
    json_text(json, "schema", "zopa.store.diff/1");
    diff_write_run(&diff, json, "first", first);
    diff_write_run(&diff, json, "second", second);
    diff_write_parameters(&diff, json);
    json_flag(json, "paired", diff_is_paired(&diff));
    json_count(json, "paired_trials", pairing_trials(&diff.pairing));
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        diff_write_outcome(&diff, json, outcome);
    json_end(json);
    json_end(json);
}
