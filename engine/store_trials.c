#include "engine/store.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/summary.h"

struct store_trials {
    struct store *store;
    const struct scenario *scenario;
    char *table; /* owned: where they are gathered */
    struct sqlite_statement *added;
    char **detail; /* [details] their names, owned */
    bool broken;   /* some could not be gathered */
};

/* A packed trial; the texts of its utilities and of its terms follow, each with its '\0'. Both are
 * "" for a trial that failed. */
struct trial {
    uint64_t number;
    int detail, rounds;
    bool failed;
};

struct store_trials *store_trials_new(struct store *store, const struct scenario *scenario)
{
    struct store_trials *trials = memory_new(1, sizeof *trials);
    char name[256];
    trials->store = store;
    trials->scenario = scenario;
    trials->table = memory_format("temp.trials_%d", ++store->pending);
    trials->detail = memory_new((size_t)summary_details(scenario), sizeof *trials->detail);
    for (int detail = 0; detail < summary_details(scenario); detail++)
        trials->detail[detail] =
            memory_text(history_detail_name(scenario, detail, name, sizeof name));
    char *table = memory_format("CREATE TABLE %s (trial INTEGER PRIMARY KEY, outcome TEXT,"
                                " detail TEXT, round INTEGER, utilities TEXT, terms TEXT)",
                                trials->table);
    char *added = memory_format("INSERT INTO %s VALUES (?, ?, ?, ?, ?, ?)", trials->table);
    sqlite_do(store->sqlite, table);
    trials->added = sqlite_prepare(store->sqlite, added);
    free(added);
    free(table);
    return trials;
}

void store_trials_free(struct store_trials *trials)
{
    if (trials == NULL)
        return;
    char *dropped = memory_format("DROP TABLE %s", trials->table);
    sqlite_finish(trials->added);
    sqlite_do(trials->store->sqlite, dropped);
    sqlite_undo(trials->store->sqlite);
    for (int detail = 0; detail < summary_details(trials->scenario); detail++)
        free(trials->detail[detail]);
    free(trials->detail);
    free(trials->table);
    free(dropped);
    free(trials);
}

/* "name":0.25, behind what is there; -0 is written as 0, as which a summary counts it. */
static void store_trials_number(struct text *text, bool *first, const char *name, double number)
{
    char digits[NUMBER_SIZE];
    if (!isfinite(number))
        return;
    text_append(text, *first ? "\"" : ",\"", *first ? 1 : 2);
    text_append(text, name, strlen(name));
    text_append(text, "\":", 2);
    text_append(text, digits, (size_t)number_format(digits, sizeof digits, number + 0.0));
    *first = false;
}

static void store_trials_utilities(const struct history *history, int lane, struct text *text)
{
    const struct game *game = &history->scenario->game;
    bool first = true;
    text_append(text, "{", 1);
    for (int actor = 0; actor < game->actors; actor++)
        if (!game->actor[actor].neutral)
            store_trials_number(text, &first, game->actor[actor].name,
                                block_read(history->utility, (size_t)actor)[lane]);
    text_append(text, "}", 2);
}

static void store_trials_terms(const struct history *history, int lane, struct text *text)
{
    const struct game *game = &history->scenario->game;
    bool first = true;
    text_append(text, "{", 1);
    for (int issue = 0; issue < game->issues && history->outcome[lane] == OUTCOME_DEAL; issue++)
        if (summary_settles(history->scenario, history->detail[lane], issue))
            store_trials_number(text, &first, game->issue[issue].name,
                                block_read(history->package, (size_t)issue)[lane]);
    text_append(text, "}", 2);
}

void store_trials_add(const struct store_trials *trials, const struct history *history,
                      struct text *text)
{
    (void)trials;
    for (int lane = 0; lane < history->lanes; lane++) {
        struct trial trial = { .number = history->trial + (uint64_t)lane,
                               .detail = history->detail[lane],
                               .rounds = history->rounds[lane],
                               .failed = history->failed[lane] };
        text_append(text, (const char *)&trial, sizeof trial);
        if (trial.failed) {
            text_append(text, "\0", 2);
            continue;
        }
        store_trials_utilities(history, lane, text);
        store_trials_terms(history, lane, text);
    }
}

/* Inserts one; returns how many bytes it was packed into. */
static size_t store_trials_insert(struct store_trials *trials, const char *bytes)
{
    struct trial trial;
    memcpy(&trial, bytes, sizeof trial);
    const char *utilities = bytes + sizeof trial, *terms = utilities + strlen(utilities) + 1;
    sqlite_give_whole(trials->added, (int64_t)trial.number);
    sqlite_give_text(trials->added, history_outcome_name(history_detail_outcome(trial.detail)));
    sqlite_give_text(trials->added, trials->detail[trial.detail]);
    if (trial.failed)
        sqlite_give_text(trials->added, NULL);
    else
        sqlite_give_whole(trials->added, trial.rounds);
    sqlite_give_text(trials->added, trial.failed ? NULL : utilities);
    sqlite_give_text(trials->added, trial.failed ? NULL : terms);
    sqlite_run(trials->added);
    return (size_t)(terms + strlen(terms) + 1 - bytes);
}

bool store_trials_take(struct store_trials *trials, const char *bytes, size_t length)
{
    struct sqlite *sqlite = trials->store->sqlite;
    if (trials->broken)
        return false;
    sqlite_do(sqlite, "BEGIN");
    for (size_t at = 0; at < length;)
        at += store_trials_insert(trials, bytes + at);
    if (sqlite_do(sqlite, "COMMIT"))
        return true;
    trials->broken = true;
    store_tell(trials->store, "cannot gather the trials in a temporary file");
    return false;
}

bool store_trials_move(const struct store_trials *trials, int64_t run)
{
    char *moved = memory_format("INSERT INTO main.trial SELECT ?, trial, outcome, detail, round,"
                                " utilities, terms FROM %s ORDER BY trial",
                                trials->table);
    struct sqlite_statement *statement = sqlite_prepare(trials->store->sqlite, moved);
    sqlite_give_whole(statement, run);
    if (!trials->broken)
        sqlite_run(statement);
    sqlite_finish(statement);
    free(moved);
    return !trials->broken;
}
