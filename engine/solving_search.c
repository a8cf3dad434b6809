#include "engine/solving_search.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"

struct solving_search *solving_search_new(const struct solving *solving)
{
    const struct game *game = &solving->scenario->game;
    struct solving_search *search = memory_new(1, sizeof *search);
    search->solving = solving;
    search->memory = memory_new(zone_size(game, zone_parties(game) + 1), sizeof(double));
    zone_open(&search->zone, &solving->bargain, 0, -1, search->memory);
    return search;
}

void solving_search_free(struct solving_search *search)
{
    if (search == NULL)
        return;
    free(search->memory);
    free(search);
}

void solving_search_parties(const struct solving_search *search, const double *worth, double *party)
{
    for (int i = 0; i < search->zone.frontier.parties; i++)
        party[i] = worth[search->zone.frontier.actor[i]];
}

const struct optimum *solving_search_ray(struct solving_search *search, const double *floor)
{
    double share[FRONTIER_PARTIES];
    struct objective objective = { .share = share };
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        share[i] = 1;
    solving_search_parties(search, floor, objective.floor);
    optimum_find(&search->zone, &objective, &search->optimum);
    return &search->optimum;
}

static double solving_weight(const struct solving_search *search, const struct branch *branch,
                             int party)
{
    return branch->needed[party] || !search->needed_alone ? search->weight[party] : 0;
}

static double solving_value(const struct criterion *criterion, const struct branch *branch,
                            int party, double worth)
{
    double weight = solving_weight(criterion->about, branch, party);
    return weight != 0 ? weight * (worth - branch->claim[party]) : 0;
}

static double solving_slope(const struct criterion *criterion, const struct branch *branch,
                            int party, double worth)
{
    (void)worth;
    return solving_weight(criterion->about, branch, party);
}

const struct optimum *solving_search_sum(struct solving_search *search, const double *floor)
{
    const struct criterion criterion = { solving_value, solving_slope, search };
    struct objective objective = { .criterion = &criterion };
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        objective.floor[i] = -HUGE_VAL;
    if (floor != NULL)
        solving_search_parties(search, floor, objective.floor);
    optimum_find(&search->zone, &objective, &search->optimum);
    return &search->optimum;
}
