#include "engine/sqlite.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

struct sqlite {
    sqlite3 *base;
    long wait;
    enum sqlite_cause cause;
    char *reason; /* owned; NULL: nothing has failed */
};

struct sqlite_statement {
    struct sqlite *sqlite;
    sqlite3_stmt *statement; /* NULL: it could not be prepared */
    int given;
};

static enum sqlite_cause sqlite_cause_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return CAUSE_BUSY;
    case SQLITE_NOTADB:
        return CAUSE_FOREIGN;
    case SQLITE_CORRUPT:
        return CAUSE_DAMAGED;
    default:
        return CAUSE_OTHER;
    }
}

static char *sqlite_words(const struct sqlite *sqlite, int code)
{
    int reason = sqlite->base == NULL ? 0 : sqlite3_system_errno(sqlite->base);
    const char *message = sqlite->base == NULL ? "" : sqlite3_errmsg(sqlite->base);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return memory_format("another process has held it for %ld s", sqlite->wait);
    case SQLITE_NOTADB:
        return memory_text("it is no SQLite database");
    case SQLITE_CORRUPT:
        return memory_text("it is damaged: parts of it are missing or make no sense");
    case SQLITE_READONLY:
        return memory_text("it, or its folder, is read-only");
    case SQLITE_FULL:
        return memory_text("no space left on the disk");
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return memory_text(reason != 0 ? strerror(reason) : message);
    default:
        return memory_text(message);
    }
}

/* Keeps the first failure. */
static bool sqlite_note(struct sqlite *sqlite, int code)
{
    if (code == SQLITE_NOMEM)
        memory_grow(NULL, SIZE_MAX, 2); /* ends the program, as everywhere */
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
        return true;
    if (sqlite->reason == NULL) {
        sqlite->cause = sqlite_cause_of(code);
        sqlite->reason = sqlite_words(sqlite, code);
    }
    return false;
}

static void sqlite_exact(sqlite3_context *context, int count, sqlite3_value **value)
{
    const char *text = (const char *)sqlite3_value_text(value[0]);
    char *end = NULL;
    double number = text == NULL ? NAN : strtod(text, &end);
    (void)count;
    if (end == text || !isfinite(number))
        sqlite3_result_null(context);
    else
        sqlite3_result_double(context, number);
}

struct sqlite *sqlite_open(const char *path, enum sqlite_access access, long wait)
{
    struct sqlite *sqlite = memory_new(1, sizeof *sqlite);
    char *file = memory_format("%s%s", path[0] == '/' ? "" : "./", path);
    int flags = SQLITE_OPEN_READWRITE | (access == ACCESS_WRITE ? SQLITE_OPEN_CREATE : 0);
    sqlite->wait = wait;
    if (sqlite_note(sqlite, sqlite3_open_v2(file, &sqlite->base, flags, NULL))) {
        sqlite3_busy_timeout(sqlite->base, (int)(wait * 1000));
        sqlite_note(sqlite, sqlite3_create_function(sqlite->base, "exact", 1,
                                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                                    sqlite_exact, NULL, NULL));
    }
    if (access == ACCESS_READ)
        sqlite_do(sqlite, "PRAGMA query_only = ON");
    free(file);
    return sqlite;
}

void sqlite_close(struct sqlite *sqlite)
{
    if (sqlite == NULL)
        return;
    sqlite3_close(sqlite->base);
    free(sqlite->reason);
    free(sqlite);
}

enum sqlite_cause sqlite_cause(const struct sqlite *sqlite)
{
    return sqlite->cause;
}

const char *sqlite_reason(const struct sqlite *sqlite)
{
    return sqlite->reason == NULL ? "" : sqlite->reason;
}

bool sqlite_do(struct sqlite *sqlite, const char *sql)
{
    return sqlite->reason == NULL &&
           sqlite_note(sqlite, sqlite3_exec(sqlite->base, sql, NULL, NULL, NULL));
}

void sqlite_undo(struct sqlite *sqlite)
{
    if (sqlite->base != NULL && !sqlite3_get_autocommit(sqlite->base))
        sqlite3_exec(sqlite->base, "ROLLBACK", NULL, NULL, NULL);
    free(sqlite->reason);
    sqlite->reason = NULL;
    sqlite->cause = CAUSE_NONE;
}

int64_t sqlite_added(const struct sqlite *sqlite)
{
    return sqlite3_last_insert_rowid(sqlite->base);
}

int64_t sqlite_number(struct sqlite *sqlite, const char *sql)
{
    struct sqlite_statement *statement = sqlite_prepare(sqlite, sql);
    int64_t number = sqlite_next(statement) ? sqlite_whole(statement, 0) : 0;
    sqlite_finish(statement);
    return number;
}

struct sqlite_statement *sqlite_prepare(struct sqlite *sqlite, const char *sql)
{
    struct sqlite_statement *statement = memory_new(1, sizeof *statement);
    statement->sqlite = sqlite;
    if (sqlite->reason == NULL)
        sqlite_note(sqlite, sqlite3_prepare_v2(sqlite->base, sql, -1, &statement->statement, NULL));
    return statement;
}

void sqlite_finish(struct sqlite_statement *statement)
{
    if (statement == NULL)
        return;
    sqlite3_finalize(statement->statement);
    free(statement);
}

void sqlite_give_text(struct sqlite_statement *statement, const char *text)
{
    if (statement->statement != NULL)
        sqlite_note(statement->sqlite, sqlite3_bind_text(statement->statement, ++statement->given,
                                                         text, -1, SQLITE_STATIC));
}

void sqlite_give_whole(struct sqlite_statement *statement, int64_t whole)
{
    if (statement->statement != NULL)
        sqlite_note(statement->sqlite,
                    sqlite3_bind_int64(statement->statement, ++statement->given, whole));
}

void sqlite_give_real(struct sqlite_statement *statement, double real)
{
    if (statement->statement != NULL) /* SQLite makes NULL of NAN */
        sqlite_note(statement->sqlite,
                    sqlite3_bind_double(statement->statement, ++statement->given, real));
}

static void sqlite_again(struct sqlite_statement *statement)
{
    sqlite3_reset(statement->statement);
    statement->given = 0;
}

bool sqlite_next(struct sqlite_statement *statement)
{
    if (statement->statement == NULL || statement->sqlite->reason != NULL)
        return false;
    int code = sqlite3_step(statement->statement);
    sqlite_note(statement->sqlite, code);
    if (code != SQLITE_ROW)
        sqlite_again(statement);
    return code == SQLITE_ROW;
}

bool sqlite_run(struct sqlite_statement *statement)
{
    while (sqlite_next(statement))
        continue;
    return statement->sqlite->reason == NULL;
}

enum sqlite_kind sqlite_kind(struct sqlite_statement *statement, int column)
{
    switch (sqlite3_column_type(statement->statement, column)) {
    case SQLITE_NULL:
        return KIND_NULL;
    case SQLITE_INTEGER:
        return KIND_WHOLE;
    case SQLITE_FLOAT:
        return KIND_REAL;
    default:
        return KIND_TEXT;
    }
}

const char *sqlite_text(struct sqlite_statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->statement, column);
}

int64_t sqlite_whole(struct sqlite_statement *statement, int column)
{
    return sqlite3_column_int64(statement->statement, column);
}

double sqlite_real(struct sqlite_statement *statement, int column)
{
    if (sqlite_kind(statement, column) == KIND_NULL)
        return NAN;
    return sqlite3_column_double(statement->statement, column);
}
