#include "engine/shard.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/folder.h"
#include "engine/memory.h"

int shard_fault(const struct shard *shard, const char *what)
{
    char *shown = text_printable(shard->folder);
    fprintf(stderr, "zopa: error: %s: %s\n", shown, what);
    free(shown);
    return EX_DATAERR;
}

const char *shard_head(const struct shard *shard)
{
    return strchr(shard->journal.head.bytes, '\n') + 1;
}

/* Which it is stands in the second line of the head: "shard 2 of 8". */
int shard_open(struct shard *shard)
{
    char *path = folder_file(shard->folder, "journal");
    enum journal_state state = journal_open(&shard->journal, path, false);
    free(path);
    shard->open = true;
    if (state == JOURNAL_FAULT)
        return EX_NOINPUT;
    if (state != JOURNAL_FOUND) {
        shard_fault(shard, "found no run, expected a folder that zopa run -o has made");
        return EX_NOINPUT;
    }
    const char *line = strchr(shard_head(shard), '\n');
    if (line == NULL || sscanf(line, "\nshard %d of %d\n", &shard->index, &shard->shards) != 2 ||
        shard->index < 0 || shard->index >= shard->shards)
        return shard_fault(shard, "found a journal without its shard, expected one");
    return EX_OK;
}

int shard_match(const struct shard *shard, int count)
{
    const char *head = shard_head(shard), *line = strchr(head, '\n') + 1;
    char *what = memory_format("holds a part of another run than %s", shard->folder);
    int status = EX_OK;
    for (int k = 1; k < count; k++) {
        char *identity = memory_format("%.*sshard %d of %d%s", (int)(line - head), head,
                                       shard[k].index, shard->shards, strchr(line, '\n'));
        if (!folder_same(shard[k].folder, what, &shard[k].journal, identity))
            status = EX_DATAERR;
        free(identity);
    }
    free(what);
    return status;
}

static int shard_compare(const void *left, const void *right)
{
    const struct shard *one = left, *other = right;
    return (one->index > other->index) - (one->index < other->index);
}

/* Tells which parts are not there: "2, 5 to 7"; the others are sorted. */
static int shard_missing(const struct shard *shard, int count)
{
    struct text missing = { 0 };
    int next = 0, shards = shard->shards;
    for (int k = 0; k <= count; k++) {
        int index = k < count ? shard[k].index : shards;
        if (index > next)
            text_add(&missing, "%s%d", missing.length == 0 ? "" : ", ", next);
        if (index > next + 1)
            text_add(&missing, "%s%d", index > next + 2 ? " to " : ", ", index - 1);
        next = index + 1;
    }
    if (missing.length > 0)
        fprintf(stderr, "zopa: error: found no shard %s, expected all %d\n", missing.bytes, shards);
    int status = missing.length > 0 ? EX_DATAERR : EX_OK;
    free(missing.bytes);
    return status;
}

int shard_sort(struct shard *shard, int count)
{
    int status = EX_OK;
    qsort(shard, (size_t)count, sizeof *shard, shard_compare);
    for (int k = 1; k < count; k++) {
        const struct shard *before = &shard[k - 1];
        if (shard[k].index != before->index)
            continue;
        bool twice = output_is_same(shard[k].folder, before->folder);
        char *what = twice ? memory_text("found twice, expected each shard once")
                           : memory_format("found shard %d, which %s is as well", before->index,
                                           before->folder);
        status = shard_fault(&shard[k], what);
        free(what);
    }
    int missing = shard_missing(shard, count);
    return status != EX_OK ? status : missing;
}
