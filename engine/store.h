/* The store: runs, with all that it takes to play them again, kept in one SQLite file that several
 * processes may append to at once. docs/store.md tells its tables.
 *
 * Nothing that is kept is ever changed. A run appears whole, with its outcomes and trials, or not
 * at all; a process that is killed leaves what was kept before. The file is locked only while a run
 * is being written into it. */
#ifndef ENGINE_STORE_H
#define ENGINE_STORE_H

#include "engine/results.h"
#include "engine/sqlite.h"
#include "engine/text.h"

enum {
    STORE_APPLICATION = 0x7a6f7061, /* "zopa": the file's application_id */
    STORE_VERSION = 2,              /* of its tables: the file's user_version */
    STORE_WAIT = 60                 /* seconds to wait for other processes */
};

struct store {
    struct sqlite *sqlite;
    char *path;      /* owned, as the user named it */
    char *line;      /* owned: the command line; NULL: it is read only */
    int64_t command; /* the id of that; 0: no run was kept so far */
    int pending;     /* how many runs have gathered trials */
};

/* Opens a store to append to, and creates it where there is no file: then it is certain that it can
 * be written to now. `line`: the command line, as it will be told. NULL, with a message on standard
 * error, where that fails (exit code EX_CANTCREAT): the file is another's, of a newer program,
 * damaged, read-only, or held by another process for `wait` seconds. The caller closes it. */
struct store *store_open(const char *path, long wait, const char *line);
/* Opens one that is there, to read alone. NULL, with a message, and the exit code in *status. */
struct store *store_read(const char *path, long wait, int *status);
void store_close(struct store *store);
/* EX_OK where all that was asked so far could be read; else tells why not, and returns the exit
 * code. */
int store_status(struct store *store);

/* Tells on standard error that something failed ("cannot write"), and why; undoes what was under
 * way, and forgets the failure. */
void store_tell(struct store *store, const char *what);

/* The trials of a run that is being played, gathered where no other process sees them: in a
 * temporary file (SQLITE_TMPDIR, TMPDIR, else /var/tmp), so that memory does not grow with them. */
struct store_trials;

/* The store and the scenario must outlive them. The caller frees them; NULL is fine. */
struct store_trials *store_trials_new(struct store *store, const struct scenario *scenario);
void store_trials_free(struct store_trials *trials);
/* Adds the block's trials, packed, to a text: by any thread. */
void store_trials_add(const struct store_trials *trials, const struct history *history,
                      struct text *text);
/* Takes what store_trials_add has packed, one call after the other, in the order of the trials.
 * False, with a message the first time, where they cannot be written. */
bool store_trials_take(struct store_trials *trials, const char *bytes, size_t length);
/* For store_keep: moves them into the store, as those of a run. False where some are missing. */
bool store_trials_move(const struct store_trials *trials, int64_t run);

/* A run that was played. In one that has a folder, it is known again: once it is kept as far as it
 * went, it is not kept so once more, by whatever process. */
struct store_run {
    const struct summary *summary;
    const struct precision *missed; /* that it was to reach and has not; NULL: none */
    struct results_wall wall;
    const struct store_trials *trials; /* NULL: its trials are not kept */
    const char *folder; /* the id of its folder (engine/folder.h); NULL: it has none */
    int64_t place;      /* which of the folder's runs it is */
};

/* Keeps it, unless it is there: on the disk, when this returns. False, with a message on standard
 * error, where it, or its trials, could not be written (exit code EX_IOERR): the store is then as
 * it was, or has the run without trials. */
bool store_keep(struct store *store, const struct store_run *run);

/* The run that a word names: its id, or "last". 0, with a message that tells which there are, where
 * none is so named (exit code EX_USAGE). */
int64_t store_find(struct store *store, const char *word);

/* The statements that make tables of version k + 1 of those of version k; 0 is an empty file. */
extern const char *const store_schema[STORE_VERSION];

#endif
