/* A folder that a command keeps of what it plays: what every such folder holds.
 *
 *     manifest.json              what was run, by which version, when; whether it is complete
 *     scenario.resolved.cfg      the scenario as it was played; of several, scenario.1.resolved.cfg
 *     ...
 *     journal                    its head says of what the folder is (engine/journal.h); while it
 *                                is open, no other process can work on the folder
 *
 * What else stands there is engine/archive.h's or engine/stages.h's. */
#ifndef ENGINE_FOLDER_H
#define ENGINE_FOLDER_H

#include "engine/journal.h"
#include "engine/options.h"
#include "engine/stopwatch.h"

struct folder {
    const char *path;
    const struct options *options;
    int shard, shards; /* 0 of 1: the whole */
    struct journal journal;
    char started[STOPWATCH_DATE];
};

/* A file of a folder. The caller frees it. */
char *folder_file(const char *folder, const char *file);
/* "scenario.resolved.cfg", or that of scenario k of several. The caller frees it. */
char *folder_scenario(const char *folder, int k, int count);
/* Adds the line that heads of journals say of a scenario: its name, trials, seed and SHA-256. */
void folder_identify(struct text *identity, const struct scenario *scenario);
/* Prints "zopa: error: PATH: WHAT REASON"; returns the exit code. */
int folder_fault(int code, const char *path, const char *what, const char *reason);

/* Begins one at options->out, which folder_close releases whatever comes of it. */
struct folder folder_begin(const struct options *options, int shard, int shards);
/* Makes the folder, new or empty, or, to resume, one whose journal says the same; its journal can
 * then be seated and read. Returns the exit code, with a message where it is not EX_OK. */
int folder_open(struct folder *folder, const char *identity);
void folder_close(struct folder *folder);

/* Opens a journal of the folder, or begins it, with this head; one that has another is refused.
 * The caller closes it whatever comes of it. Returns the exit code, with a message. */
int folder_journal(const struct folder *folder, struct journal *journal, const char *file,
                   bool resume, const char *identity);
/* Whether the head of a journal says this; where not, prints "zopa: error: PATH: WHAT" and the
 * first line in which they differ, as it was found and as it was expected. */
bool folder_same(const char *path, const char *what, const struct journal *journal,
                 const char *identity);
/* What tells the folder from all others, also when it is moved; NULL: none is kept. */
const char *folder_id(const struct folder *folder);
/* Reads a journal that has its seats, and tells what was cut off. Returns the exit code. */
int folder_read(struct journal *journal);

/* Writes one file of the folder as a whole. Returns the exit code, with a message. */
int folder_write(const struct folder *folder, const char *file,
                 void (*write)(FILE *out, const void *what), const void *what);
/* Writes the scenarios as they are played. */
int folder_scenarios(const struct folder *folder, struct scenario *const *scenario, int count);
/* Writes the manifest; it is complete once the journal is done. `trials`: [count] that were played;
 * NULL: nothing is said of them. */
int folder_manifest(const struct folder *folder, struct scenario *const *scenario,
                    const uint64_t *trials, int count, bool finished);

#endif
