/* A player whose trials are tests/sample.h's: the linker takes these functions instead of the
 * library's. For one file of a program. */
#ifndef TESTS_PLAYER_H
#define TESTS_PLAYER_H

#include "engine/memory.h"
#include "engine/negotiation.h"
#include "tests/sample.h"

struct table {
    int plays;
};

struct table *negotiation_new(const struct scenario *scenario)
{
    (void)scenario;
    return memory_new(1, sizeof(struct table));
}

void negotiation_free(struct table *table)
{
    free(table);
}

void negotiation_play(struct table *table, uint64_t first, int lanes, struct history *history)
{
    table->plays++;
    sample_fill(history, first, lanes);
}

#endif
