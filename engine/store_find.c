#include <inttypes.h>
#include <string.h>

#include "engine/command.h"
#include "engine/number.h"
#include "engine/store.h"

static int64_t store_unknown(struct store *store, const char *word)
{
    struct sqlite *sqlite = store->sqlite;
    int64_t first = sqlite_number(sqlite, "SELECT min(id) FROM run");
    int64_t last = sqlite_number(sqlite, "SELECT max(id) FROM run");
    if (sqlite_cause(sqlite) != CAUSE_NONE)
        store_tell(store, "cannot read");
    else if (last == 0)
        command_misuse("%s: found no run '%s': it holds none", store->path, word);
    else
        command_misuse("%s: found no run '%s', expected 'last' or an id from %" PRId64
                       " to %" PRId64,
                       store->path, word, first, last);
    return 0;
}

int64_t store_find(struct store *store, const char *word)
{
    long long id = 0;
    if (strcmp(word, "last") == 0)
        id = sqlite_number(store->sqlite, "SELECT max(id) FROM run");
    else if (!number_parse_count(word, &id))
        id = 0;
    struct sqlite_statement *statement =
        sqlite_prepare(store->sqlite, "SELECT id FROM run WHERE id = ?");
    sqlite_give_whole(statement, id);
    int64_t found = sqlite_next(statement) ? sqlite_whole(statement, 0) : 0;
    sqlite_finish(statement);
    return found > 0 ? found : store_unknown(store, word);
}
