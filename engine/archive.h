/* The folder of a run: what it was, what came of it, and the journal that it goes on from.
 *
 *     manifest.json              what was run, by which version, when; whether it is complete
 *     scenario.resolved.cfg      the scenario as it was played; of several, scenario.1.resolved.cfg
 * ... summary.json               what came of it, as --json writes it trials.csv every trial, where
 * they were asked for; trials.csv.part meanwhile journal                    the sums of the chunks
 * that are finished (engine/journal.h)
 */
#ifndef ENGINE_ARCHIVE_H
#define ENGINE_ARCHIVE_H

#include "engine/batch.h"

struct archive {
    const char *folder;
    const struct options *options;
    int shard, shards; /* 0 of 1: the whole */
    struct journal journal;
    struct output rows; /* its stream is NULL: none are written */
    char started[24];
};

/* A file of a folder. The caller frees it. */
char *archive_path(const char *folder, const char *file);
/* "scenario.resolved.cfg", or that of scenario k of several. The caller frees it. */
char *archive_scenario(const char *folder, int k, int count);
/* What the head of the journal says of a batch. The caller frees it. */
char *archive_identity(const struct batch *batch, bool rows, int shard, int shards);

/* Opens the folder that the command line names, new or empty, or, to resume, one of the same run,
 * for a batch with arms; the experiment gets its journal and the file of the trials. Returns the
 * exit code, with a message where it is not EX_OK. archive_close follows whatever comes of it. */
int archive_open(struct archive *archive, const struct options *options, struct batch *batch,
                 int shard, int shards);

/* Writes what came of the run; the trials have their place once it is done. Returns the exit code.
 */
int archive_finish(struct archive *archive, const struct batch *batch);
void archive_close(struct archive *archive);

#endif
