/* The folders of the parts of a run, which `zopa merge` joins. */
#ifndef ENGINE_SHARD_H
#define ENGINE_SHARD_H

#include <stdbool.h>

#include "engine/journal.h"

struct shard {
    const char *folder;
    struct journal journal;
    int index, shards; /* from 0; of how many */
    bool open;         /* the journal is to be closed */
};

/* Prints "zopa: error: FOLDER: WHAT"; returns EX_DATAERR. */
int shard_fault(const struct shard *shard, const char *what);
/* What the head of its journal says behind the first line. */
const char *shard_head(const struct shard *shard);

/* Opens the journal of a folder, and sees which part it is. Returns the exit code, with a message
 * where it is not EX_OK. */
int shard_open(struct shard *shard);
/* Whether all are parts of the run that the first one is a part of: likewise. */
int shard_match(const struct shard *shard, int count);
/* Sorts them; each part of the run must be there once: likewise. */
int shard_sort(struct shard *shard, int count);

#endif
