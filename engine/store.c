#include "engine/store.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/memory.h"

static void store_fault(const char *path, const char *what, const char *why)
{
    char *shown = text_printable(path);
    fprintf(stderr, "zopa: error: %s: %s: %s\n", shown, what, why);
    free(shown);
}

void store_tell(struct store *store, const char *what)
{
    store_fault(store->path, what, sqlite_reason(store->sqlite));
    sqlite_undo(store->sqlite);
}

/* Why there can be no new file at a path: SQLite, which tries to read what it cannot write, would
 * say that there is none. NULL: nothing speaks against it, or a link leads to another folder. */
static const char *store_folder_obstacle(const char *path)
{
    struct stat status;
    const char *slash = strrchr(path, '/');
    char *folder =
        slash == NULL ? memory_text(".") : memory_format("%.*s", (int)(slash - path) + 1, path);
    bool good = lstat(path, &status) == 0 || access(folder, W_OK | X_OK) == 0;
    const char *obstacle = good ? NULL : strerror(errno);
    free(folder);
    return obstacle;
}

/* Why there can be no store at a path, before it is opened; NULL: nothing speaks against it. */
static const char *store_obstacle(const char *path, bool create)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return create && errno == ENOENT ? store_folder_obstacle(path) : strerror(errno);
    return S_ISDIR(status.st_mode)    ? strerror(EISDIR)
           : !S_ISREG(status.st_mode) ? "it is no regular file"
                                      : NULL;
}

/* Why a database is no store for this program; NULL: it is one, of this version, or empty (0). The
 * caller frees it. */
static char *store_foreign(struct sqlite *sqlite, int64_t *version)
{
    int64_t application = sqlite_number(sqlite, "PRAGMA application_id");
    int64_t things = sqlite_number(sqlite, "SELECT count(*) FROM sqlite_schema");
    *version = sqlite_number(sqlite, "PRAGMA user_version");
    bool empty = application == 0 && *version == 0 && things == 0;
    if (sqlite_cause(sqlite) != CAUSE_NONE)
        return memory_text(sqlite_reason(sqlite));
    if (!empty && application != STORE_APPLICATION)
        return memory_text("it is an SQLite database, but no store of zopa");
    if (!empty && (*version < 1 || *version > STORE_VERSION))
        return memory_format("its format is number %" PRId64 ", of a newer zopa; this one knows %d",
                             *version, STORE_VERSION);
    return NULL;
}

static struct store *store_new(const char *path, enum sqlite_access access, long wait)
{
    struct store *store = memory_new(1, sizeof *store);
    store->path = memory_text(path);
    store->sqlite = sqlite_open(path, access, wait);
    return store;
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    sqlite_close(store->sqlite);
    free(store->line);
    free(store->path);
    free(store);
}

/* Writes the tables into an empty file, what they lack into one of an earlier version, and the
 * number of their version into any: what can be written now will probably be written later. The
 * caller frees the reason why not; NULL: done. */
static char *store_prepare(struct sqlite *sqlite)
{
    int64_t version = 0;
    char *mark = memory_format("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                               STORE_APPLICATION, STORE_VERSION);
    sqlite_do(sqlite, "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
    char *why = store_foreign(sqlite, &version);
    for (; why == NULL && version < STORE_VERSION; version++)
        sqlite_do(sqlite, store_schema[version]);
    if (why == NULL)
        sqlite_do(sqlite, mark);
    if (why == NULL && sqlite_cause(sqlite) != CAUSE_NONE)
        why = memory_text(sqlite_reason(sqlite));
    free(mark);
    return why;
}

struct store *store_open(const char *path, long wait, const char *line)
{
    const char *obstacle = store_obstacle(path, true);
    if (obstacle != NULL) {
        store_fault(path, "cannot be the store", obstacle);
        return NULL;
    }
    struct store *store = store_new(path, ACCESS_WRITE, wait);
    char *why = store_prepare(store->sqlite);
    store->line = memory_text(line);
    if (why != NULL) {
        store_fault(path, "cannot be the store", why);
        sqlite_undo(store->sqlite);
        store_close(store);
        store = NULL;
    }
    free(why);
    return store;
}

/* The exit code where reading failed: of a file that cannot be read, or of one that is wrong. */
static int store_code(enum sqlite_cause cause)
{
    return cause == CAUSE_BUSY || cause == CAUSE_OTHER ? EX_NOINPUT : EX_DATAERR;
}

int store_status(struct store *store)
{
    enum sqlite_cause cause = sqlite_cause(store->sqlite);
    if (cause == CAUSE_NONE)
        return EX_OK;
    store_tell(store, "cannot read");
    return store_code(cause);
}

struct store *store_read(const char *path, long wait, int *status)
{
    int64_t version = 0;
    const char *obstacle = store_obstacle(path, false);
    *status = obstacle == NULL ? EX_OK : EX_NOINPUT;
    if (obstacle != NULL) {
        store_fault(path, "cannot read", obstacle);
        return NULL;
    }
    struct store *store = store_new(path, ACCESS_READ, wait);
    char *why = store_foreign(store->sqlite, &version);
    enum sqlite_cause cause = sqlite_cause(store->sqlite);
    if (why == NULL && version == 0)
        why = memory_text("it is empty: no run was ever kept in it");
    if (why != NULL) {
        *status = store_code(cause);
        store_fault(path, "cannot read", why);
        store_close(store);
        store = NULL;
    }
    free(why);
    return store;
}
