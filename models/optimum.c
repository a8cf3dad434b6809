#include "models/optimum.h"

#include <math.h>
#include <string.h>

#include "models/search.h"

static void optimum_cell(struct search *search, int cell)
{
    struct branch *branch = &search->zone->branch;
    if (!branch_enter(branch, cell))
        return;
    for (int combination = 0; combination < branch->combinations; combination++) {
        branch_take(branch, combination);
        search_branch(search, cell, combination);
    }
}

/* What the parties make of the best package, and what the weights of raw worth are of U. */
static void optimum_write(struct search *search)
{
    struct optimum *best = search->best;
    const struct branch *branch = &search->zone->branch;
    const struct objective *objective = search->objective;
    double raw[FRONTIER_PARTIES], sum = 0;
    if (!zone_enter(search->zone, best->place))
        return;
    search_ask(search);
    frontier_raw(branch->frontier, best->package, raw);
    best->least = HUGE_VAL;
    for (int i = 0; i < branch->frontier->parties; i++) {
        double slope = reward_slope(&branch->reward[i], raw[i]);
        best->worth[i] = reward_of(&branch->reward[i], raw[i]);
        best->weight[i] = slope > 0 ? search->raw_weight[i] / slope : 0;
        if (objective->share)
            best->weight[i] = search->reach.counts[i] ? best->weight[i] : 0;
        if (branch->needed[i])
            best->least = fmin(best->least, best->worth[i] - objective->floor[i]);
        sum += objective->share ? best->weight[i] * objective->share[i] : 0;
    }
    for (int i = 0; i < branch->frontier->parties && sum > 0; i++)
        best->weight[i] /= sum;
    best->bound = fmax(best->bound, best->value);
}

/* Searches the cells from `cell` on, every `stride`-th. */
static void optimum_search(struct zone *zone, const struct objective *objective, int cell,
                           int stride, struct optimum *optimum)
{
    struct search search;
    bool apart = stride > 1;
    *optimum = (struct optimum){ .value = -HUGE_VAL, .bound = -HUGE_VAL };
    if (objective->enough && !apart)
        optimum->value = *objective->enough;
    search.zone = zone;
    search.objective = objective;
    search.best = optimum;
    search.weighed = search.guarded = false;
    search.excluded = -HUGE_VAL;
    search.depth = 0;
    search.parts = objective->parts > 0 ? objective->parts : SEARCH_PARTS;
    for (; cell < zone->branch.cells; cell += stride)
        optimum_cell(&search, cell);
    if (optimum->found) {
        optimum_write(&search);
        return;
    }
    optimum->value = -HUGE_VAL;
    if (search.excluded > -HUGE_VAL) {
        optimum->least = search.excluded;
        optimum->place = search.nearest;
        memcpy(optimum->weight, search.excluding, sizeof optimum->weight);
    }
}

/* What the parties that are asked in every branch make of a sum's package. */
static double optimum_compare(const struct branch *branch, const struct objective *objective,
                              const struct optimum *optimum)
{
    double sum = 0;
    for (int i = 0; i < branch->frontier->parties; i++) {
        bool always = branch->needed[i];
        for (int m = 0; m < branch->stakeholders; m++)
            always = always && branch->stakeholder[m] != i;
        if (always)
            sum += objective->criterion->value(objective->criterion, branch, i, optimum->worth[i]);
    }
    return sum;
}

/* Whether an answer is to be preferred to the best so far: any that was found, or else that which
 * comes nearest to the floors. */
static bool optimum_prefer(const struct optimum *optimum, double compared,
                           const struct optimum *best, double most)
{
    if (optimum->found != best->found)
        return optimum->found;
    return optimum->found ? compared > most : optimum->least > best->least;
}

/* The masks one by one. */
static void optimum_masks(struct zone *zone, const struct objective *objective,
                          struct optimum *optimum)
{
    double most = -HUGE_VAL;
    int nodes = 0;
    bool proved = true;
    for (int mask = 0; mask < zone->branch.masks; mask++) {
        struct optimum trial;
        optimum_search(zone, objective, mask, zone->branch.masks, &trial);
        double compared =
            trial.found ? optimum_compare(&zone->branch, objective, &trial) : -HUGE_VAL;
        nodes += trial.nodes;
        proved = proved && (trial.found || trial.bound == -HUGE_VAL);
        if (mask > 0 && !optimum_prefer(&trial, compared, optimum, most))
            continue;
        most = compared;
        *optimum = trial;
    }
    optimum->nodes = nodes;
    if (!optimum->found && !proved)
        optimum->bound = HUGE_VAL;
    if (optimum->found)
        zone_enter(zone, optimum->place);
}

void optimum_find(struct zone *zone, const struct objective *objective, struct optimum *optimum)
{
    *optimum = (struct optimum){ .value = -HUGE_VAL, .bound = -HUGE_VAL };
    if (!zone->open)
        return;
    if (objective->incomparable && !objective->share && zone->branch.stakeholders > 0)
        optimum_masks(zone, objective, optimum);
    else
        optimum_search(zone, objective, 0, 1, optimum);
}
