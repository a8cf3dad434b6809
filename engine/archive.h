/* The folder of a run (engine/folder.h): what it was, what came of it, and the journal that it goes
 * on from.
 *
 *     summary.json               what came of it, as --json writes it
 *     trials.csv                 every trial, where they were asked for; trials.csv.part meanwhile
 *     journal                    the sums of the chunks that are finished
 */
#ifndef ENGINE_ARCHIVE_H
#define ENGINE_ARCHIVE_H

#include "engine/batch.h"
#include "engine/folder.h"

struct archive {
    struct folder folder;
    struct output rows; /* its stream is NULL: none are written */
};

/* What the head of the journal says of a batch. The caller frees it. */
char *archive_identity(const struct batch *batch, bool rows, int shard, int shards);

/* Whether a file of trials is as long as the journal of its folder says: as long at least, while
 * the run is not done. Returns the exit code: EX_NOINPUT or EX_DATAERR with a message, which ends
 * in `hint`. */
int archive_measure(const char *folder, const char *file, const struct journal *journal,
                    const char *hint);

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
