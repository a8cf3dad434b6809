#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/solving_search.h"

enum { PAIR = 21 /* directions of a frontier between two parties */ };

/* Whether the weights that prove the bound of one branch prove by themselves that no package of any
 * is worth the claims: then they are kept, as shares. */
static void solving_prove(struct solving *solving, struct solving_search *search,
                          const double *weight)
{
    int parties = search->zone.frontier.parties;
    double sum = 0;
    for (int i = 0; i < parties; i++)
        sum += search->weight[i] = weight[i];
    for (int i = 0; i < parties && sum > 0; i++)
        search->weight[i] /= sum;
    search->needed_alone = true;
    bool proved = sum > 0 && solving_search_sum(search, NULL)->bound < 0;
    search->needed_alone = false;
    if (!proved)
        return;
    solving->weight = memory_new((size_t)solving->scenario->game.actors, sizeof(double));
    for (int i = 0; i < parties; i++)
        solving->weight[search->zone.frontier.actor[i]] = search->weight[i];
}

/* What each can have where all others have their claims. */
static void solving_ideals(struct solving *solving, struct solving_search *search)
{
    size_t actors = (size_t)solving->scenario->game.actors;
    double *floor = memory_new(actors, sizeof *floor);
    for (int actor = 0; actor < (int)actors; actor++) {
        int party = zone_party(&search->zone, actor);
        solving->ideal[actor] = NAN;
        if (party < 0 || !solving_counts(solving, actor))
            continue;
        for (int i = 0; i < FRONTIER_PARTIES; i++)
            search->weight[i] = i == party;
        memcpy(floor, solving->claim, actors * sizeof *floor);
        floor[actor] = -HUGE_VAL;
        const struct optimum *best = solving_search_sum(search, floor);
        if (best->found)
            solving->ideal[actor] = solving->claim[actor] + best->value;
    }
    free(floor);
}

static void solving_interval(struct solving *solving)
{
    double low[LANES] = { NAN }, high[LANES] = { NAN };
    if (solving->scenario->game.issues == 1)
        bargain_interval(&solving->bargain, low, high);
    solving->low = low[0];
    solving->high = high[0];
}

void solving_bounds(struct solving *solving, double *nearest)
{
    struct solving_search *search = solving->search;
    double width[LANES], weight[FRONTIER_PARTIES];
    bargain_zone(&solving->bargain, width, nearest, NULL);
    solving->width = width[0];
    solving->bound = -1;
    solving->most = NAN;
    if (search->zone.open) {
        solving->bound = fmax(solving_search_ray(search, solving->claim)->bound, width[0]);
        memcpy(weight, search->optimum.weight, sizeof weight);
        solving_ideals(solving, search);
        for (int i = 0; i < FRONTIER_PARTIES; i++)
            search->weight[i] = 1;
        const struct optimum *most = solving_search_sum(search, solving->claim);
        solving->most = most->found ? most->value : NAN;
        if (solving->bound < 0)
            solving_prove(solving, search, weight);
    }
    solving_interval(solving);
}

bool solving_frontier(struct solving *solving, double *knee, double *gap)
{
    struct solving_search *search = solving->search;
    struct pareto *pareto = &search->pareto;
    struct pareto_point point;
    solving->parties = search->zone.frontier.parties;
    for (int i = 0; i < solving->parties; i++)
        solving->party[i] = search->zone.frontier.actor[i];
    if (!pareto_open(pareto, &solving->bargain, 0, &search->zone))
        return false;
    solving->points =
        pareto_points(pareto, solving->parties == 2 ? PAIR : PARETO_POINTS, solving->point);
    if (!pareto_knee(pareto, &point))
        return false;
    for (int k = 0; k < solving->scenario->game.issues; k++)
        block_row(knee, (size_t)k)[0] = point.package[k];
    *gap = point.gap;
    return true;
}
