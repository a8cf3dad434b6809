/* The connection to SQLite: failures that stay, and numbers that keep their bits. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/number.h"
#include "engine/sqlite.h"
#include "sample.h"

static char folder[] = "/tmp/zopa_sqlite_XXXXXX";
static char file[64];
static struct sqlite *sqlite;

static void sqlite_enter(void)
{
    cr_assert_not_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/:memory:", folder);
    sqlite = sqlite_open(file, ACCESS_WRITE, 0);
}

static void sqlite_leave(void)
{
    sqlite_close(sqlite);
    unlink(file);
    rmdir(folder);
}

TestSuite(sqlite, .init = sqlite_enter, .fini = sqlite_leave);

/* Random bits, written with the fewest digits that give them back. */
Test(sqlite, exact)
{
    char digits[NUMBER_SIZE];
    struct sqlite_statement *read = sqlite_prepare(sqlite, "SELECT exact(?)");
    for (uint64_t k = 0; k < 20000; k++) {
        uint64_t bits = sample_hash(k);
        double number;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number))
            continue;
        number_format(digits, sizeof digits, number);
        sqlite_give_text(read, digits);
        cr_assert(sqlite_next(read));
        cr_expect(sqlite_real(read, 0) == number, "%s: %.17g", digits, sqlite_real(read, 0));
        cr_expect_not(sqlite_next(read));
    }
    static const char *const none[] = { "null", "", "x", NULL };
    for (size_t k = 0; k < sizeof none / sizeof *none; k++) {
        sqlite_give_text(read, none[k]);
        cr_assert(sqlite_next(read));
        cr_expect_eq(sqlite_kind(read, 0), KIND_NULL);
        cr_expect(isnan(sqlite_real(read, 0)));
        cr_expect_not(sqlite_next(read));
    }
    sqlite_finish(read);
}

Test(sqlite, kinds)
{
    struct sqlite_statement *echo = sqlite_prepare(sqlite, "SELECT ?, ?, ?, ?");
    sqlite_give_text(echo, "a");
    sqlite_give_whole(echo, INT64_MAX);
    sqlite_give_real(echo, 0.1);
    sqlite_give_real(echo, NAN);
    cr_assert(sqlite_next(echo));
    static const enum sqlite_kind kinds[] = { KIND_TEXT, KIND_WHOLE, KIND_REAL, KIND_NULL };
    for (int column = 0; column < 4; column++)
        cr_expect_eq(sqlite_kind(echo, column), kinds[column]);
    cr_expect_eq(sqlite_whole(echo, 1), INT64_MAX);
    cr_expect(sqlite_real(echo, 2) == 0.1);
    sqlite_finish(echo);
}

Test(sqlite, a_failure_stays_until_it_is_undone)
{
    cr_expect(sqlite_do(sqlite, "CREATE TABLE t (x NOT NULL); BEGIN; INSERT INTO t VALUES (1)"));
    cr_expect_not(sqlite_do(sqlite, "INSERT INTO t VALUES (NULL)"));
    cr_expect_eq(sqlite_cause(sqlite), CAUSE_OTHER);
    cr_expect_not_null(strstr(sqlite_reason(sqlite), "NOT NULL"));
    cr_expect_not(sqlite_do(sqlite, "COMMIT"));
    struct sqlite_statement *late = sqlite_prepare(sqlite, "INSERT INTO t VALUES (?)");
    sqlite_give_whole(late, 2);
    cr_expect_not(sqlite_run(late));
    sqlite_finish(late);
    sqlite_undo(sqlite);
    cr_expect_eq(sqlite_cause(sqlite), CAUSE_NONE);
    cr_expect_eq(sqlite_number(sqlite, "SELECT count(*) FROM t"), 0);
}

/* The name of a file is never one of SQLite's own. */
Test(sqlite, writes_files)
{
    cr_expect(sqlite_do(sqlite, "CREATE TABLE t (x)"));
    cr_expect_eq(access(file, F_OK), 0);
}
