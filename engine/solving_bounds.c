#include "engine/solving.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"

/* The problem opened for models/optimum.h. */
struct solving_search {
    const struct solving *solving;
    struct zone zone;
    double *memory;
    struct objective objective;
    struct optimum optimum;
    double weight[FRONTIER_PARTIES]; /* of a weighted sum of gains */
    bool needed_alone;               /* the sum is over those whose consent a package needs */
};

static double solving_value(const struct criterion *criterion, const struct branch *branch,
                            int party, double worth)
{
    const struct solving_search *search = criterion->about;
    bool counts = branch->needed[party] || !search->needed_alone;
    return counts ? search->weight[party] * (worth - branch->claim[party]) : 0;
}

static double solving_slope(const struct criterion *criterion, const struct branch *branch,
                            int party, double worth)
{
    const struct solving_search *search = criterion->about;
    (void)worth;
    return branch->needed[party] || !search->needed_alone ? search->weight[party] : 0;
}

static void solving_open(struct solving_search *search, const struct solving *solving)
{
    const struct game *game = &solving->scenario->game;
    *search = (struct solving_search){ .solving = solving };
    search->memory = memory_new(zone_size(game, zone_parties(game) + 1), sizeof(double));
    zone_open(&search->zone, &solving->bargain, 0, -1, search->memory);
}

static void solving_floors(struct solving_search *search, const double *floor)
{
    for (int i = 0; i < search->zone.frontier.parties; i++)
        search->objective.floor[i] = floor[search->zone.frontier.actor[i]];
}

/* The largest t such that all who are needed get floor + t ([actor]). */
static const struct optimum *solving_ray(struct solving_search *search, const double *floor)
{
    double share[FRONTIER_PARTIES];
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        share[i] = 1;
    search->objective = (struct objective){ .share = share };
    solving_floors(search, floor);
    optimum_find(&search->zone, &search->objective, &search->optimum);
    search->objective.share = NULL;
    return &search->optimum;
}

/* The largest weighted sum of gains; floor NULL: whether or not somebody refuses. */
static const struct optimum *solving_sum(struct solving_search *search, const double *floor)
{
    const struct criterion criterion = { solving_value, solving_slope, search };
    search->objective = (struct objective){ .criterion = &criterion };
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        search->objective.floor[i] = -HUGE_VAL;
    if (floor != NULL)
        solving_floors(search, floor);
    optimum_find(&search->zone, &search->objective, &search->optimum);
    search->objective.criterion = NULL;
    return &search->optimum;
}

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
    if (!(sum > 0 && solving_sum(search, NULL)->bound < 0))
        return;
    solving->weight = memory_new((size_t)solving->scenario->game.actors, sizeof(double));
    for (int i = 0; i < parties; i++)
        solving->weight[search->zone.frontier.actor[i]] = search->weight[i];
}

static void solving_ideals(struct solving *solving, struct solving_search *search)
{
    for (int actor = 0; actor < solving->scenario->game.actors; actor++) {
        int party = zone_party(&search->zone, actor);
        solving->ideal[actor] = NAN;
        if (party < 0 || !solving_counts(solving, actor))
            continue;
        for (int i = 0; i < FRONTIER_PARTIES; i++)
            search->weight[i] = i == party;
        double claim = solving->claim[actor];
        solving->claim[actor] = -HUGE_VAL;
        const struct optimum *best = solving_sum(search, solving->claim);
        solving->claim[actor] = claim;
        if (best->found)
            solving->ideal[actor] = solving->claim[actor] + best->value;
    }
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
    struct solving_search *search = memory_new(1, sizeof *search);
    double width[LANES], weight[FRONTIER_PARTIES];
    solving_open(search, solving);
    bargain_zone(&solving->bargain, width, nearest, NULL);
    solving->width = width[0];
    solving->bound = -1;
    solving->most = NAN;
    if (search->zone.open) {
        solving->bound = fmax(solving_ray(search, solving->claim)->bound, width[0]);
        for (int i = 0; i < FRONTIER_PARTIES; i++)
            weight[i] = search->optimum.weight[i];
        solving_ideals(solving, search);
        for (int i = 0; i < FRONTIER_PARTIES; i++)
            search->weight[i] = 1;
        const struct optimum *most = solving_sum(search, solving->claim);
        solving->most = most->found ? most->value : NAN;
        if (solving->bound < 0)
            solving_prove(solving, search, weight);
    }
    solving_interval(solving);
    free(search->memory);
    free(search);
}

void solving_measure(struct solving *solving, struct solving_row *row)
{
    struct solving_search *search = memory_new(1, sizeof *search);
    solving_open(search, solving);
    if (search->zone.open) {
        const struct optimum *best = solving_ray(search, row->worth);
        row->slack = best->found ? fmax(0, best->value) : NAN;
    }
    if (!solving_refused(row) && solving->most > 0)
        row->lost = fmax(0, 1 - row->sum / solving->most);
    free(search->memory);
    free(search);
}

bool solving_frontier(struct solving *solving, double *knee, double *gap)
{
    struct solving_search *search = memory_new(1, sizeof *search);
    double floor[FRONTIER_PARTIES], ideal[FRONTIER_PARTIES];
    solving_open(search, solving);
    solving->parties = search->zone.frontier.parties;
    for (int i = 0; i < solving->parties; i++) {
        int actor = solving->party[i] = search->zone.frontier.actor[i];
        floor[i] = solving->claim[actor];
        ideal[i] = solving->ideal[actor];
    }
    if (search->zone.open) {
        solving->points = pareto_front(&search->zone, floor, ideal, solving->point);
        pareto_knee(&search->zone, floor, ideal, &search->optimum);
        for (int k = 0; k < solving->scenario->game.issues; k++)
            block_row(knee, (size_t)k)[0] = search->optimum.package[k];
        *gap = search->optimum.bound - search->optimum.value;
    }
    bool found = search->zone.open && search->optimum.found;
    free(search->memory);
    free(search);
    return found;
}
