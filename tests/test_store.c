/* The store: what is kept is asked for in SQL, through engine/sqlite.h, and held against the
 * summary that it was made from. What its messages say is in tests/cli/case_store_*.sh. */
#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/interval.h"
#include "engine/memory.h"
#include "engine/sha256.h"
#include "engine/store.h"
#include "engine/writer.h"
#include "scenario_text.h"
#include "tests/solo.h"

enum { STORED = 300 };

static char folder[] = "/tmp/zopa_store_XXXXXX";
static char file[64], other[64];

static void store_enter(void)
{
    cr_redirect_stderr();
    cr_assert_not_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/store.db", folder);
    snprintf(other, sizeof other, "%s/other.db", folder);
}

static void store_leave(void)
{
    unlink(file);
    unlink(other);
    cr_expect_eq(rmdir(folder), 0, "something was left behind");
}

TestSuite(store, .init = store_enter, .fini = store_leave);

static struct scenario *store_sample(void)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(scenario_text, "sample.cfg", &faults);
    cr_assert_not_null(scenario);
    scenario_override(scenario, "trials", STORED);
    return scenario;
}

static struct store *store_opened(const char *line)
{
    struct store *store = store_open(file, 5, line);
    cr_assert_not_null(store);
    return store;
}

/* Plays it and keeps it; the caller frees the summary. */
static struct summary *store_played(struct store *store, const struct scenario *scenario,
                                    bool trials)
{
    struct arm arm = { .scenario = scenario, .base = -1 };
    struct experiment experiment = { .arm = &arm, .arms = 1, .threads = 2, .block = 13 };
    arm.kept = trials ? store_trials_new(store, scenario) : NULL;
    experiment_run(&experiment);
    cr_assert(store_keep(
        store,
        &(struct store_run){ .summary = arm.summary, .wall = { 1.25, 2 }, .trials = arm.kept }));
    store_trials_free(arm.kept);
    return arm.summary;
}

static int64_t store_asked(const char *sql)
{
    struct sqlite *sqlite = sqlite_open(file, ACCESS_READ, 0);
    int64_t number = sqlite_number(sqlite, sql);
    cr_expect_str_eq(sqlite_reason(sqlite), "", "%s: %s", sql, sqlite_reason(sqlite));
    sqlite_close(sqlite);
    return number;
}

/* The first column of the first row, as text; the caller frees it. */
static char *store_told(const char *sql)
{
    struct sqlite *sqlite = sqlite_open(file, ACCESS_READ, 0);
    struct sqlite_statement *statement = sqlite_prepare(sqlite, sql);
    char *text = sqlite_next(statement) ? memory_text(sqlite_text(statement, 0)) : NULL;
    sqlite_finish(statement);
    cr_expect_str_eq(sqlite_reason(sqlite), "", "%s: %s", sql, sqlite_reason(sqlite));
    sqlite_close(sqlite);
    return text;
}

static void store_expect(const char *sql, const char *expected)
{
    char *text = store_told(sql);
    cr_expect_not_null(text, "%s: nothing", sql);
    if (text != NULL)
        cr_expect_str_eq(text, expected, "%s: %s", sql, text);
    free(text);
}

Test(store, keeps_a_run_and_its_scenario)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("zopa run sample.cfg");
    char *text = writer_text(scenario->tree), sha256[65];
    summary_free(store_played(store, scenario, false));
    store_close(store);
    store_expect("SELECT text FROM scenario", text);
    sha256_hex(text, strlen(text), sha256);
    store_expect("SELECT sha256 FROM scenario", sha256);
    store_expect("SELECT name || '/' || title FROM scenario", "relief/Sanctions relief");
    store_expect("SELECT line FROM command", "zopa run sample.cfg");
    store_expect("SELECT file || '/' || version FROM run", "sample.cfg/" ZOPA_VERSION);
    cr_expect_eq(store_asked("SELECT seed FROM run"), 20251211);
    cr_expect_eq(store_asked("SELECT trials * 1000 + horizon FROM run"),
                 STORED * 1000 + scenario->run.horizon);
    cr_expect_eq(store_asked("SELECT complete = 1 AND failed = 0 AND threads = 2 AND seconds = 1.25"
                             " AND variant IS NULL FROM run"),
                 1);
    cr_expect_eq(store_asked("SELECT abs(julianday('now') - julianday(started)) * 86400 < 30"
                             " AND started LIKE '____-__-__T__:__:__Z' FROM run"),
                 1);
    cr_expect_eq(store_asked("PRAGMA application_id"), 0x7a6f7061);
    free(text);
    scenario_free(scenario);
}

/* To the bits: the shares and Wilson's intervals of the counts. */
Test(store, keeps_the_outcomes)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    struct summary *summary = store_played(store, scenario, false);
    store_close(store);
    struct sqlite *sqlite = sqlite_open(file, ACCESS_READ, 0);
    struct sqlite_statement *rows = sqlite_prepare(
        sqlite, "SELECT name, n, p, se, low, high FROM outcome WHERE kind = 'outcome'");
    int outcome = 0;
    for (; sqlite_next(rows); outcome++) {
        uint64_t n = summary_outcome(summary, outcome);
        struct interval interval = interval_wilson(n, STORED);
        cr_expect_str_eq(sqlite_text(rows, 0), history_outcome_name(outcome));
        cr_expect_eq(sqlite_whole(rows, 1), (int64_t)n);
        cr_expect(sqlite_real(rows, 2) == (double)n / STORED);
        cr_expect(sqlite_real(rows, 3) == interval_error(n, STORED));
        cr_expect(sqlite_real(rows, 4) == interval.low);
        cr_expect(sqlite_real(rows, 5) == interval.high);
    }
    cr_expect_eq(outcome, OUTCOMES);
    sqlite_finish(rows);
    sqlite_close(sqlite);
    cr_expect_eq(store_asked("SELECT sum(n) FROM outcome WHERE kind = 'detail'"), STORED);
    summary_free(summary);
    scenario_free(scenario);
}

/* What is a number is one; the parts of a distribution, and defaults, have paths of their own. */
Test(store, keeps_the_settings)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    summary_free(store_played(store, scenario, false));
    store_close(store);
    static const char *const expected[][3] = {
        { "issues.territory.levels.contact", "real", "0.55" },
        { "issues.guarantees.levels.weak.dist", "text", "uniform" },
        { "issues.guarantees.levels.weak.max", "real", "0.4" },
        { "issues.territory.status_quo", "text", "contact" },
        { "issues.territory.core", "text", "true" },
        { "run.trials", "integer", "300" },
        { "run.horizon", "integer", "36" }, /* its default */
    };
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        char *sql = memory_format("SELECT typeof(value) || ' ' || value FROM parameter"
                                  " WHERE path = '%s'",
                                  expected[k][0]);
        char *value = memory_format("%s %s", expected[k][1], expected[k][2]);
        store_expect(sql, value);
        free(value);
        free(sql);
    }
    cr_expect_eq(store_asked("SELECT count(*) FROM parameter WHERE path IN ('name', 'title',"
                             " 'notes', 'sources') OR path LIKE 'variants%'"),
                 0);
    scenario_free(scenario);
}

/* Against the summary, which counts the same trials by other means. */
Test(store, keeps_trials)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    struct summary *summary = store_played(store, scenario, true);
    store_close(store);
    cr_expect_eq(store_asked("SELECT count(*) FROM trial"), STORED);
    cr_expect_eq(store_asked("SELECT max(trial) FROM trial"), STORED - 1);
    cr_expect_eq(store_asked("SELECT sum(round) FROM trial"), (int64_t)summary->rounds);
    cr_expect_eq(store_asked("SELECT count(*) FROM outcome JOIN run ON run.id = outcome.run"
                             " WHERE n <> (SELECT count(*) FROM trial WHERE trial.run = run.id"
                             " AND name = iif(kind = 'detail', trial.detail, trial.outcome))"),
                 0);
    const struct tally *utility = &summary->actor[0].utility.tally;
    char *sql = memory_format("SELECT abs(avg(utility) - %.17g) < 1e-9 FROM utility"
                              " WHERE actor = '%s'",
                              tally_mean(utility), scenario->game.actor[0].name);
    cr_expect_eq(store_asked(sql), 1);
    cr_expect_eq(store_asked("SELECT count(*) FROM term JOIN trial USING (run, trial)"
                             " WHERE outcome <> 'deal'"),
                 0);
    cr_expect_gt(store_asked("SELECT count(*) FROM term"), 0);
    free(sql);
    summary_free(summary);
    scenario_free(scenario);
}

Test(store, a_failed_trial_has_an_outcome_alone)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    struct store_trials *trials = store_trials_new(store, scenario);
    struct history *history = history_new(scenario);
    struct text text = { 0 };
    history->lanes = 2;
    history->trial = 40;
    history->failed[0] = true;
    history->outcome[0] = history->outcome[1] = OUTCOME_WAR;
    history->detail[0] = history->detail[1] = DETAIL_FIGHTING;
    history->rounds[1] = 3;
    store_trials_add(trials, history, &text);
    cr_expect(store_trials_take(trials, text.bytes, text.length));
    struct summary *summary = solo_run(scenario, 1, LANES);
    cr_expect(store_keep(store, &(struct store_run){ .summary = summary, .trials = trials }));
    cr_expect_eq(store_asked("SELECT round IS NULL AND utilities IS NULL AND terms IS NULL AND"
                             " detail = 'fighting' FROM trial WHERE trial = 40"),
                 1);
    cr_expect_eq(store_asked("SELECT round = 3 AND terms = '{}' AND utilities LIKE '{\"%:0,\"%}'"
                             " FROM trial WHERE trial = 41"),
                 1);
    summary_free(summary);
    free(text.bytes);
    history_free(history);
    store_trials_free(trials);
    store_close(store);
    scenario_free(scenario);
}

/* A scenario is there once, a command with its first run; what was kept does not change. */
Test(store, appends)
{
    struct scenario *scenario = store_sample();
    for (int command = 0; command < 2; command++) {
        struct store *store = store_opened(command == 0 ? "first" : "second");
        for (int run = 0; run < 2; run++)
            summary_free(store_played(store, scenario, run == 0));
        store_close(store);
    }
    store_close(store_opened("nothing"));
    cr_expect_eq(store_asked("SELECT count(*) FROM scenario"), 1);
    cr_expect_eq(store_asked("SELECT count(*) FROM command"), 2);
    store_expect("SELECT group_concat(run.id || line, ' ') FROM run"
                 " JOIN command ON command.id = run.command",
                 "1first 2first 3second 4second");
    cr_expect_eq(store_asked("SELECT count(*) FROM trial WHERE run IN (1, 3)"), 2 * STORED);
    cr_expect_eq(store_asked("SELECT count(*) FROM trial"), 2 * STORED);
    scenario_free(scenario);
}

Test(store, finds_runs)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    cr_expect_eq(store_find(store, "last"), 0);
    for (int run = 0; run < 3; run++)
        summary_free(store_played(store, scenario, false));
    cr_expect_eq(store_find(store, "last"), 3);
    cr_expect_eq(store_find(store, "2"), 2);
    static const char *const unknown[] = { "0", "4", "-1", "2x", "", "9223372036854775808" };
    for (size_t k = 0; k < sizeof unknown / sizeof *unknown; k++)
        cr_expect_eq(store_find(store, unknown[k]), 0, "%s", unknown[k]);
    store_close(store);
    scenario_free(scenario);
}

static void store_write(const char *path, const char *sql)
{
    struct sqlite *sqlite = sqlite_open(path, ACCESS_WRITE, 0);
    cr_assert(sqlite_do(sqlite, sql), "%s", sqlite_reason(sqlite));
    sqlite_close(sqlite);
}

static void store_refuses(int status)
{
    int found = 0;
    cr_expect_null(store_open(file, 0, ""));
    cr_expect_null(store_read(file, 0, &found));
    cr_expect_eq(found, status, "%d, expected %d", found, status);
}

Test(store, refuses_what_is_none)
{
    FILE *text = fopen(file, "w");
    fputs("name = \"a scenario, or any other text that is longer than a header of SQLite's\";\n"
          "notes = \"which has a hundred bytes\";\n",
          text);
    fclose(text);
    store_refuses(EX_DATAERR);
    unlink(file);
    store_write(file, "CREATE TABLE other (x)");
    store_refuses(EX_DATAERR);
    store_write(file, "PRAGMA application_id = 7; DROP TABLE other");
    store_refuses(EX_DATAERR);
    unlink(file);
    cr_assert_eq(mkdir(file, 0700), 0);
    store_refuses(EX_NOINPUT);
    rmdir(file);
    cr_assert_eq(mkfifo(file, 0600), 0);
    store_refuses(EX_NOINPUT);
}

Test(store, refuses_one_of_a_newer_program)
{
    store_close(store_opened(""));
    store_write(file, "PRAGMA user_version = 3");
    store_refuses(EX_DATAERR);
    cr_expect_eq(store_asked("PRAGMA user_version"), 3);
}

Test(store, refuses_a_damaged_one)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    summary_free(store_played(store, scenario, true));
    store_close(store);
    struct stat status;
    cr_assert_eq(stat(file, &status), 0);
    cr_assert_eq(truncate(file, status.st_size / 2), 0);
    store_refuses(EX_DATAERR);
    scenario_free(scenario);
}

/* One that another process is writing; it can be used once that is done. */
Test(store, waits_for_others)
{
    int status;
    store_close(store_opened(""));
    struct sqlite *sqlite = sqlite_open(file, ACCESS_WRITE, 0);
    cr_assert(sqlite_do(sqlite, "BEGIN EXCLUSIVE"));
    cr_expect_null(store_open(file, 0, ""));
    cr_expect_null(store_read(file, 0, &status));
    cr_expect_eq(status, EX_NOINPUT);
    sqlite_undo(sqlite);
    sqlite_close(sqlite);
    store_close(store_opened(""));
}

/* A run that cannot be written is told of, and leaves nothing; the next is kept. */
Test(store, keeps_all_or_nothing)
{
    struct scenario *scenario = store_sample();
    struct store *store = store_opened("");
    struct summary *summary = solo_run(scenario, 1, LANES);
    const struct store_run run = { .summary = summary };
    store_write(file, "CREATE TRIGGER spoil BEFORE INSERT ON outcome WHEN new.name = 'fighting'"
                      " BEGIN SELECT RAISE(ABORT, 'spoilt'); END");
    cr_expect_not(store_keep(store, &run));
    cr_expect_eq(store_asked("SELECT (SELECT count(*) FROM run) + (SELECT count(*) FROM outcome) +"
                             " (SELECT count(*) FROM scenario) + (SELECT count(*) FROM command)"),
                 0);
    store_write(file, "DROP TRIGGER spoil");
    cr_expect(store_keep(store, &run));
    cr_expect_eq(store_asked("SELECT count(*) FROM run"), 1);
    summary_free(summary);
    store_close(store);
    scenario_free(scenario);
}
