/* SQLite, as much of it as the store needs.
 *
 * A connection remembers its first failure: what is asked of it then does nothing and fails, so
 * that a caller can ask once, at the end. Its statements must be finished before it is closed. One
 * thread at a time. */
#ifndef ENGINE_SQLITE_H
#define ENGINE_SQLITE_H

#include <stdbool.h>
#include <stdint.h>

/* What failed, as far as callers tell apart. */
enum sqlite_cause {
    CAUSE_NONE,
    CAUSE_BUSY,    /* another process held the file for as long as was waited */
    CAUSE_FOREIGN, /* the file is no database */
    CAUSE_DAMAGED,
    CAUSE_OTHER /* it cannot be opened, read or written */
};

enum sqlite_access {
    ACCESS_READ, /* changes nothing, but undoes what a process that was killed had half done */
    ACCESS_WRITE /* creates a file that is not there */
};

struct sqlite;
struct sqlite_statement;

/* Opens a file, waiting so many seconds for other processes whenever they hold it. Never NULL; a
 * path is always that of a file, whatever it looks like ("-", ":memory:"). */
struct sqlite *sqlite_open(const char *path, enum sqlite_access access, long wait);
void sqlite_close(struct sqlite *sqlite);

enum sqlite_cause sqlite_cause(const struct sqlite *sqlite);
/* The first failure in words, without the file's name; "" where there was none. */
const char *sqlite_reason(const struct sqlite *sqlite);

/* Statements that give no rows, separated by semicolons. False where one failed, now or before. */
bool sqlite_do(struct sqlite *sqlite, const char *sql);
/* Undoes the transaction that is open, if one is, and forgets the failure. */
void sqlite_undo(struct sqlite *sqlite);
/* Of the row that was added last. */
int64_t sqlite_added(const struct sqlite *sqlite);
/* The number in the first column of the first row; 0 where there is none. */
int64_t sqlite_number(struct sqlite *sqlite, const char *sql);

/* A statement, to be given its parameters and then run; never NULL. In its text `exact(x)` reads a
 * decimal number to the very bits that it was written from, and gives NULL for what is none.
 * sqlite_finish accepts NULL. */
struct sqlite_statement *sqlite_prepare(struct sqlite *sqlite, const char *sql);
void sqlite_finish(struct sqlite_statement *statement);

/* Give the next parameter, from the first on. Texts must live until the statement has run; NULL,
 * and NAN, are written as NULL. */
void sqlite_give_text(struct sqlite_statement *statement, const char *text);
void sqlite_give_whole(struct sqlite_statement *statement, int64_t whole);
void sqlite_give_real(struct sqlite_statement *statement, double real);

/* Runs a statement that gives no rows; it can then be given parameters anew. */
bool sqlite_run(struct sqlite_statement *statement);
/* Moves to the next row, at first to the first. False: there is none, or it failed; then it can be
 * given parameters anew. */
bool sqlite_next(struct sqlite_statement *statement);

/* A column of the row, counted from 0. Text is valid until the next row; NULL for NULL. 0 and NAN
 * for NULL. */
enum sqlite_kind { KIND_NULL, KIND_WHOLE, KIND_REAL, KIND_TEXT };
enum sqlite_kind sqlite_kind(struct sqlite_statement *statement, int column);
const char *sqlite_text(struct sqlite_statement *statement, int column);
int64_t sqlite_whole(struct sqlite_statement *statement, int column);
double sqlite_real(struct sqlite_statement *statement, int column);

#endif
