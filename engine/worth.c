#include "engine/worth.h"

#include <math.h>
#include <string.h>

#include "engine/batch_means.h"
#include "engine/memory.h"

static int worth_find(const struct game *game, const char *name)
{
    for (int k = 0; k < game->actors; k++)
        if (strcmp(game->actor[k].name, name) == 0)
            return game->actor[k].neutral ? -1 : k;
    return -1;
}

/* Replicates that have trials in both count. */
static struct estimate worth_change(const struct summary_actor *base,
                                    const struct summary_actor *here)
{
    double total[SUMMARY_REPLICATES] = { 0 }, count[SUMMARY_REPLICATES] = { 0 };
    for (int k = 0; k < SUMMARY_REPLICATES; k++) {
        const struct tally *first = &base->worth[k], *second = &here->worth[k];
        if (first->count == 0 || second->count == 0)
            continue;
        count[k] = (double)second->count;
        total[k] = count[k] * (tally_mean(second) - tally_mean(first));
    }
    struct batch_means means = batch_means_of(total, count, SUMMARY_REPLICATES);
    return (struct estimate){ means.mean, means.error, batch_means_interval(&means) };
}

struct worth *worth_list(const struct summary *base, const struct summary *here, int *count)
{
    const struct game *game = &base->scenario->game;
    struct worth *list = memory_new((size_t)game->actors, sizeof *list);
    *count = 0;
    for (int k = 0; k < game->actors; k++) {
        int other = worth_find(&here->scenario->game, game->actor[k].name);
        if (game->actor[k].neutral || other < 0)
            continue;
        const struct summary_actor *first = &base->actor[k], *second = &here->actor[other];
        list[(*count)++] = (struct worth){ .actor = game->actor[k].name,
                                           .base = tally_mean(&first->utility.tally),
                                           .here = tally_mean(&second->utility.tally),
                                           .change = worth_change(first, second) };
    }
    return list;
}
