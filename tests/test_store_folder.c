/* Runs that have a folder, in the store: known again, whoever keeps them. What a run is otherwise
 * is in tests/test_store.c. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/store.h"
#include "scenario_text.h"
#include "tests/solo.h"

static char file[] = "/tmp/zopa_store_folder_XXXXXX";
static struct scenario *scenario;
static struct summary *summary;

static void folder_enter(void)
{
    struct faults faults = { 0 };
    int created = mkstemp(file);
    cr_assert(created >= 0);
    close(created);
    scenario = scenario_from_text(scenario_text, "sample.cfg", &faults);
    cr_assert_not_null(scenario);
    scenario_override(scenario, "trials", 300);
    summary = solo_run(scenario, 1, LANES);
}

static void folder_leave(void)
{
    unlink(file);
    summary_free(summary);
    scenario_free(scenario);
}

TestSuite(store_folder, .init = folder_enter, .fini = folder_leave);

static int64_t folder_asked(const char *sql)
{
    struct sqlite *sqlite = sqlite_open(file, ACCESS_READ, 0);
    int64_t number = sqlite_number(sqlite, sql);
    cr_expect_str_eq(sqlite_reason(sqlite), "", "%s: %s", sql, sqlite_reason(sqlite));
    sqlite_close(sqlite);
    return number;
}

static void folder_write(const char *sql)
{
    struct sqlite *sqlite = sqlite_open(file, ACCESS_WRITE, 0);
    cr_assert(sqlite_do(sqlite, sql));
    sqlite_close(sqlite);
}

/* Keeps a run as that of a place of a folder, by a process of its own; how many runs there are. */
static int64_t folder_kept(const char *of, int64_t at)
{
    struct store *store = store_open(file, 5, "again");
    cr_assert_not_null(store);
    cr_expect(store_keep(store, &(struct store_run){ summary, .folder = of, .place = at }));
    store_close(store);
    return folder_asked("SELECT count(*) FROM run");
}

/* What a folder holds is kept once, as far as it went; what has no folder, each time. */
Test(store_folder, keeps_a_run_once)
{
    cr_expect_eq(folder_kept("one", 0), 1);
    cr_expect_eq(folder_kept("one", 0), 1);
    cr_expect_eq(folder_asked("SELECT count(*) FROM command"), 1);
    cr_expect_eq(folder_asked("SELECT count(*) FROM outcome WHERE kind = 'outcome'"), 3);
    cr_expect_eq(folder_kept("one", 1), 2);
    cr_expect_eq(folder_kept("other", 1), 3);
    summary->trials -= 7;
    cr_expect_eq(folder_kept("one", 1), 4);
    cr_expect_eq(folder_kept("one", 1), 4);
    cr_expect_eq(folder_kept(NULL, 0), 5);
    cr_expect_eq(folder_kept(NULL, 0), 6);
    cr_expect_eq(folder_asked("SELECT count(*) FROM run WHERE folder IS NULL AND place IS NULL"),
                 2);
}

/* One whose runs were kept before folders were told apart is read as it is, and goes on. */
Test(store_folder, goes_on_with_a_store_of_version_1)
{
    int status;
    char mark[64];
    snprintf(mark, sizeof mark, "PRAGMA application_id = %d; PRAGMA user_version = 1",
             STORE_APPLICATION);
    folder_write(store_schema[0]);
    folder_write(mark);
    store_close(store_read(file, 5, &status));
    cr_expect_eq(status, EX_OK);
    cr_expect_eq(folder_asked("PRAGMA user_version"), 1);
    cr_expect_eq(folder_kept("one", 0), 1);
    cr_expect_eq(folder_kept("one", 0), 1);
    cr_expect_eq(folder_asked("PRAGMA user_version"), STORE_VERSION);
}
