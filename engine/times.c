#include "engine/times.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "engine/tally.h"

void times_start(struct times *times, int longest)
{
    *times = (struct times){ .longest = longest };
    times->count = memory_new((size_t)longest + 1, sizeof *times->count);
}

void times_free(struct times *times)
{
    free(times->count);
    *times = (struct times){ 0 };
}

void times_add(struct times *times, int rounds)
{
    assert(rounds >= 0 && rounds <= times->longest);
    times->count[rounds]++;
    times->total++;
}

void times_merge(struct times *into, const struct times *from)
{
    assert(into->longest == from->longest);
    for (int rounds = 0; rounds <= into->longest; rounds++)
        into->count[rounds] += from->count[rounds];
    into->total += from->total;
}

double times_mean(const struct times *times)
{
    if (times->total == 0)
        return NAN;
    uint64_t sum = 0;
    for (int rounds = 0; rounds <= times->longest; rounds++)
        sum += (uint64_t)rounds * times->count[rounds];
    return (double)sum / (double)times->total;
}

double times_quantile(const struct times *times, int percent)
{
    if (times->total == 0)
        return NAN;
    uint64_t rank = tally_rank(percent, times->total);
    int rounds = 0;
    for (; rank > times->count[rounds]; rounds++)
        rank -= times->count[rounds];
    return rounds;
}
