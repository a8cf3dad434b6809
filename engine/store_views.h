/* What is told of a store. A failure to read stays with its connection (sqlite_cause); `print` is
 * for people, `write` for machines. */
#ifndef ENGINE_STORE_VIEWS_H
#define ENGINE_STORE_VIEWS_H

#include "engine/names.h"
#include "engine/output.h"
#include "engine/page.h"
#include "engine/store.h"

/* A share of a run's trials. */
struct store_share {
    uint64_t n;
    double p;
    struct interval interval;
};

/* A run, with its outcomes; its texts live until the next is read. */
struct store_entry {
    int64_t run, scenario_id;
    const char *started, *file, *variant, *scenario, *sha256, *version, *design, *line;
    uint64_t seed, trials, horizon, failed;
    bool complete;
    struct store_share share[OUTCOMES];
};

/* Asks for a run, or (0) for all of them by their ids; the caller finishes the statement. */
struct sqlite_statement *store_entries(struct store *store, int64_t run);
/* Reads the next; false: there is none. */
bool store_entry_next(struct sqlite_statement *entries, struct store_entry *entry);
/* Its members in an object that is open. */
void store_entry_write(struct json *json, const struct store_entry *entry);
/* "run 3: pie, seed 7, 1,000 trials, 2026-11-25T05:50:00Z". */
void store_entry_print(struct page *page, const struct store_entry *entry);

/* A value that a scenario set, as text ("" where there is none); the caller frees it. */
char *store_value(struct sqlite_statement *statement, int column);
/* The same as a member: a number, a text, or null. */
void store_value_write(struct json *json, const char *name, struct sqlite_statement *statement,
                       int column);

void store_list_print(struct store *store, struct page *page);
void store_list_write(struct store *store, struct json *json);

void store_show_print(struct store *store, struct page *page, int64_t run);
/* The summary, or the scenario, as it was when it was kept. */
void store_show_summary(struct store *store, FILE *out, int64_t run);
void store_show_scenario(struct store *store, FILE *out, int64_t run);

/* The same, read: NULL, with a message, where it is not understood. The caller frees it. */
struct scenario *store_scenario(struct store *store, int64_t run);

/* How the second run differs from the first: in parameters, and in outcomes. Where both have kept
 * trials of one seed and design, their difference is that of the trials that both have, paired;
 * else that of independent runs. */
void store_diff_print(struct store *store, struct page *page, int64_t first, int64_t second);
void store_diff_write(struct store *store, struct json *json, int64_t first, int64_t second);

/* The runs, a row each, with the parameters in which any two scenarios differ. The first writes a
 * file (NULL: standard output) and returns the exit code. */
int store_export_runs(struct store *store, const char *path);
void store_export_write(struct store *store, struct json *json);
/* A run's trials as --trials-out writes them; returns the exit code, which tells, with a message,
 * where none were kept, or where the scenario is not understood. */
int store_export_trials(struct store *store, const char *path, int64_t run);
/* For these: puts the file in its place, or, where reading failed, leaves none; the exit code. */
int store_export_close(struct store *store, struct output *out);

#endif
