#include "models/optimum.h"

#include <math.h>
#include <string.h>

#include "models/reach.h"
#include "models/summit.h"

enum { OPTIMUM_NODES = 20000, OPTIMUM_DEPTH = 256 };

/* A package is good enough when no other has more by this, and an interval of a linked issue small
 * enough; a floor is kept up to rounding. */
static const double OPTIMUM_GAP = 1e-9, OPTIMUM_WIDTH = 1e-10, OPTIMUM_SLACK = 1e-12;

/* A part of a branch that is still to be searched. */
struct optimum_part {
    double low[FRONTIER_ISSUES], high[FRONTIER_ISSUES], bound;
};

struct optimum_search {
    struct zone *zone;
    const struct objective *objective;
    struct optimum *best;                /* over the branches that are compared with each other */
    double raw_weight[FRONTIER_PARTIES]; /* what proves the bound of the best's part */
    bool weighed;
    double excluded; /* a sum's: where no package keeps the floors, how near they come at most */
    double excluding[FRONTIER_PARTIES];
    struct zone_place nearest;
    struct zone_place place; /* the branch at hand, and what is asked there */
    struct reach reach;      /* of a sum: its floors */
    struct summit summit;
    bool guarded; /* a sum has floors there */
    struct mixture mixture;
    int depth;
    struct optimum_part part[OPTIMUM_DEPTH];
};

/* What a part's solution says. */
struct optimum_node {
    double bound, weight[FRONTIER_PARTIES];
    double package[FRONTIER_ISSUES];
};

static double optimum_value(const struct optimum_search *search, const double *raw)
{
    const struct branch *branch = &search->zone->branch;
    if (search->objective->share)
        return reach_of(&search->reach, branch, raw, OPTIMUM_SLACK);
    if (search->guarded && reach_of(&search->reach, branch, raw, 0) < -OPTIMUM_SLACK)
        return -HUGE_VAL;
    return ascent_value(search->objective->criterion, branch, raw);
}

/* Takes a package of the branch if it is the best so far. */
static bool optimum_offer(struct optimum_search *search, const double *package)
{
    const struct branch *branch = &search->zone->branch;
    double raw[FRONTIER_PARTIES];
    frontier_raw(branch->frontier, package, raw);
    double value = optimum_value(search, raw);
    if (value <= search->best->value)
        return false;
    search->best->found = true;
    search->best->value = value;
    search->best->place = search->place;
    search->weighed = false;
    memcpy(search->best->package, package,
           (size_t)branch->frontier->issues * sizeof *search->best->package);
    return true;
}

static void optimum_offer_all(struct optimum_search *search, const struct optimum_node *node)
{
    optimum_offer(search, node->package);
    for (int j = 0; j < search->mixture.count; j++)
        optimum_offer(search, search->mixture.package[j]);
    if (search->weighed)
        return;
    memcpy(search->raw_weight, node->weight, sizeof search->raw_weight);
    search->weighed = true;
}

/* What parties ask for in the branch at hand. */
static void optimum_ask(struct optimum_search *search)
{
    const struct branch *branch = &search->zone->branch;
    const struct objective *objective = search->objective;
    if (objective->share) {
        reach_open(&search->reach, branch, objective->share, objective->floor);
        return;
    }
    search->summit.criterion = objective->criterion;
    search->guarded = false;
    for (int i = 0; i < branch->frontier->parties; i++) {
        bool guarded = branch->needed[i] && objective->floor[i] > -HUGE_VAL;
        search->summit.floor[i] = guarded ? objective->floor[i] : -HUGE_VAL;
        search->reach.floor[i] = objective->floor[i];
        search->reach.share[i] = 1;
        search->reach.counts[i] = guarded;
        search->guarded = search->guarded || guarded;
    }
}

static double optimum_prove(const struct optimum_search *search, const struct region *region,
                            const double *weight)
{
    return search->objective->share ? reach_bound(&search->reach, region, weight)
                                    : summit_bound(&search->summit, region, weight);
}

/* A place to begin in a part: false where no package keeps the floors. */
static bool optimum_start(struct optimum_search *search, const struct region *region,
                          double *package, double *raw)
{
    struct reach_result result;
    if (search->guarded) {
        result = reach_solve(&search->reach, region, -HUGE_VAL, OPTIMUM_GAP, 0.5, &search->mixture);
        if (result.bound < 0 && result.bound >= search->excluded) {
            search->excluded = result.bound;
            search->nearest = search->place;
            memcpy(search->excluding, result.weight, sizeof search->excluding);
        }
        memcpy(package, result.package, sizeof result.package);
        memcpy(raw, result.raw, sizeof result.raw);
        return result.bound >= 0;
    }
    double weight[FRONTIER_PARTIES];
    for (int i = 0; i < region->frontier->parties; i++)
        weight[i] = 1 / fmax(region->most[i] - region->least[i], 1e-9);
    region_support(region, weight, package, raw);
    double value = ascent_value(search->objective->criterion, region->branch, raw);
    for (int j = 0; j < search->mixture.count; j++) {
        double other =
            ascent_value(search->objective->criterion, region->branch, search->mixture.raw[j]);
        if (other <= value)
            continue;
        value = other;
        memcpy(package, search->mixture.package[j], sizeof search->mixture.package[j]);
        memcpy(raw, search->mixture.raw[j], sizeof search->mixture.raw[j]);
    }
    return true;
}

/* Solves a part; -HUGE_VAL as its bound where no package keeps the floors. */
static void optimum_solve(struct optimum_search *search, const struct region *region,
                          struct optimum_node *node)
{
    double enough = search->best->value + OPTIMUM_GAP, package[FRONTIER_ISSUES],
           raw[FRONTIER_PARTIES];
    if (search->objective->share) {
        struct reach_result result =
            reach_solve(&search->reach, region, enough, OPTIMUM_GAP, HUGE_VAL, &search->mixture);
        node->bound = result.bound;
        memcpy(node->weight, result.weight, sizeof node->weight);
        memcpy(node->package, result.package, sizeof node->package);
        return;
    }
    node->bound = -HUGE_VAL;
    if (!optimum_start(search, region, package, raw))
        return;
    struct summit_result result =
        summit_solve(&search->summit, region, package, raw, enough, OPTIMUM_GAP, &search->mixture);
    node->bound = result.bound;
    memcpy(node->weight, result.weight, sizeof node->weight);
    memcpy(node->package, result.package, sizeof node->package);
}

/* What an issue is worth to the weighted sum over its interval. */
static double optimum_stake(const struct region *region, int issue, const double *weight)
{
    const struct frontier *frontier = region->frontier;
    double low[FRONTIER_PARTIES], high[FRONTIER_PARTIES], stake = 0;
    frontier_part(frontier, issue, region->low[issue], low);
    frontier_part(frontier, issue, region->high[issue], high);
    for (int i = 0; i < frontier->parties; i++)
        stake +=
            weight[i] * fabs(high[i] - low[i] +
                             region->slope[issue][i] * (region->high[issue] - region->low[issue]));
    return stake;
}

/* The linked, continuous issue whose products are overstated most, or -1. */
static int optimum_loosest(const struct region *region, const struct optimum_node *node,
                           double *most)
{
    const struct frontier *frontier = region->frontier;
    int loosest = -1;
    for (int m = 0; m < frontier->links; m++) {
        int k = frontier->link[m].issue[0], l = frontier->link[m].issue[1];
        double excess = 0, wide = region->high[k] - region->low[k],
               high = region->high[l] - region->low[l];
        for (int i = 0; i < frontier->parties; i++)
            excess += node->weight[i] * region_excess(region, m, i, node->package);
        bool first = frontier->issue[l].discrete || (wide >= high && !frontier->issue[k].discrete);
        int issue = first ? k : l;
        if (wide <= 0 || high <= 0 || excess <= *most ||
            region->high[issue] - region->low[issue] < OPTIMUM_WIDTH)
            continue;
        *most = excess;
        loosest = issue;
    }
    return loosest;
}

/* The issue to split: that in which the mixture's packages differ and must not, at the highest
 * stake; or -1. */
static int optimum_choose(const struct optimum_search *search, const struct region *region,
                          const struct optimum_node *node)
{
    double most = 1e-13;
    int chosen = optimum_loosest(region, node, &most);
    for (int k = 0; k < region->frontier->issues; k++) {
        double length = region->high[k] - region->low[k];
        if (region->frontier->pinned[k] || region->mixes[k] || length <= 0)
            continue;
        double spread = mixture_spread(&search->mixture, k) / length;
        double score = spread * (1e-6 + optimum_stake(region, k, node->weight));
        if (spread > 1e-12 && score > most) {
            most = score;
            chosen = k;
        }
    }
    return chosen;
}

static double optimum_mean(const struct mixture *mixture, int issue)
{
    double mean = 0;
    for (int j = 0; j < mixture->count; j++)
        mean += mixture->share[j] * mixture->package[j][issue];
    return mean;
}

/* Where to split: the end of the lower part, and the start of the upper. */
static void optimum_cut(const struct optimum_search *search, const struct region *region, int issue,
                        double *below, double *above)
{
    const struct frontier_issue *about = &region->frontier->issue[issue];
    double low = region->low[issue], high = region->high[issue];
    double mean = fmin(fmax(optimum_mean(&search->mixture, issue), low), high);
    *below = *above = 0.25 * (low + high) + 0.5 * mean;
    if (region->mixes[issue])
        return;
    double down = -HUGE_VAL, up = HUGE_VAL;
    for (int m = 0; m < about->count; m++) {
        double at = about->point[m * (1 + region->frontier->parties)];
        bool last = about->discrete ? at >= high : at >= high || at <= low;
        if (at < low || at > high)
            continue;
        if (at <= mean && !last)
            down = fmax(down, at);
        else if (about->discrete || !last)
            up = fmin(up, at);
    }
    if (about->discrete) {
        *below = down;
        *above = up;
    } else if (down > -HUGE_VAL || up < HUGE_VAL) {
        *below = *above = mean - down <= up - mean ? down : up;
    }
}

static void optimum_push(struct optimum_search *search, const struct region *region, int issue,
                         double low, double high, double bound)
{
    struct optimum_part *part = &search->part[search->depth++];
    memcpy(part->low, region->low, sizeof part->low);
    memcpy(part->high, region->high, sizeof part->high);
    part->bound = bound;
    if (issue < 0)
        return;
    part->low[issue] = low;
    part->high[issue] = high;
}

static void optimum_split(struct optimum_search *search, const struct region *region, int issue,
                          const struct optimum_node *node)
{
    double below, above, low = region->low[issue], high = region->high[issue];
    bool lower = node->package[issue] <= 0.5 * (low + high);
    optimum_cut(search, region, issue, &below, &above);
    lower = node->package[issue] <= below;
    if (lower)
        optimum_push(search, region, issue, above, high, node->bound);
    optimum_push(search, region, issue, low, below, node->bound);
    if (!lower)
        optimum_push(search, region, issue, above, high, node->bound);
}

static void optimum_leave(struct optimum_search *search, double bound)
{
    search->best->bound = fmax(search->best->bound, bound);
}

/* A sum that is smooth and concave is climbed; the climb's own slopes prove it. True where that was
 * enough. */
static bool optimum_climb(struct optimum_search *search, const struct region *region)
{
    const struct branch *branch = region->branch;
    double raw[FRONTIER_PARTIES], package[FRONTIER_ISSUES];
    struct optimum_node node = { .bound = HUGE_VAL };
    double weight[FRONTIER_PARTIES];
    for (int i = 0; i < branch->frontier->parties; i++)
        weight[i] = 1 / fmax(region->most[i] - region->least[i], 1e-9);
    region_support(region, weight, package, raw);
    ascent_climb(search->objective->criterion, branch, -HUGE_VAL, package);
    frontier_raw(branch->frontier, package, raw);
    struct ascent_prices prices = ascent_price(search->objective->criterion, branch, package);
    for (int i = 0; i < branch->frontier->parties; i++)
        node.weight[i] = prices.price[i] * reward_slope(&branch->reward[i], raw[i]);
    memcpy(node.package, package, sizeof package);
    node.bound = summit_bound(&search->summit, region, node.weight);
    region_raw(region, package, raw);
    search->mixture.count = 0;
    mixture_add(&search->mixture, region, package, raw);
    optimum_offer_all(search, &node);
    search->best->nodes++;
    if (node.bound > search->best->value + OPTIMUM_GAP)
        return false;
    optimum_leave(search, node.bound);
    return true;
}

static void optimum_part(struct optimum_search *search, struct region *region)
{
    struct optimum_part *part = &search->part[--search->depth];
    struct optimum_node node;
    double enough = search->best->value + OPTIMUM_GAP;
    memcpy(region->low, part->low, sizeof part->low);
    memcpy(region->high, part->high, sizeof part->high);
    if (part->bound <= enough || search->best->nodes >= OPTIMUM_NODES) {
        optimum_leave(search, part->bound);
        return;
    }
    if (!region_settle(region))
        return;
    mixture_confine(&search->mixture, region);
    search->best->nodes++;
    optimum_solve(search, region, &node);
    if (node.bound == -HUGE_VAL)
        return;
    optimum_offer_all(search, &node);
    int issue = node.bound > search->best->value + OPTIMUM_GAP && search->depth + 2 < OPTIMUM_DEPTH
                    ? optimum_choose(search, region, &node)
                    : -1;
    if (issue < 0)
        optimum_leave(search, node.bound);
    else
        optimum_split(search, region, issue, &node);
}

static void optimum_branch(struct optimum_search *search, int cell, int combination)
{
    const struct branch *branch = &search->zone->branch;
    struct region region;
    search->place = (struct zone_place){ cell, combination };
    optimum_ask(search);
    region_open(&region, branch);
    search->mixture.count = search->mixture.next = 0;
    double bound = HUGE_VAL;
    if (search->weighed) {
        bound = optimum_prove(search, &region, search->raw_weight);
        if (bound <= search->best->value + OPTIMUM_GAP) {
            optimum_leave(search, bound);
            return;
        }
    }
    if (!search->objective->share && optimum_climb(search, &region))
        return;
    search->depth = 0;
    optimum_push(search, &region, -1, 0, 0, bound);
    while (search->depth > 0)
        optimum_part(search, &region);
}

static void optimum_cell(struct optimum_search *search, int cell)
{
    struct branch *branch = &search->zone->branch;
    if (!branch_enter(branch, cell))
        return;
    for (int combination = 0; combination < branch->combinations; combination++) {
        branch_take(branch, combination);
        optimum_branch(search, cell, combination);
    }
}

/* What the parties make of the best package, and what the weights of raw worth are of U. */
static void optimum_write(struct optimum_search *search)
{
    struct optimum *best = search->best;
    const struct branch *branch = &search->zone->branch;
    const struct objective *objective = search->objective;
    double raw[FRONTIER_PARTIES], sum = 0;
    if (!zone_enter(search->zone, best->place))
        return;
    optimum_ask(search);
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

void optimum_find(struct zone *zone, const struct objective *objective, struct optimum *optimum)
{
    struct optimum_search search;
    *optimum = (struct optimum){ .value = -HUGE_VAL, .bound = -HUGE_VAL };
    search.zone = zone;
    search.objective = objective;
    search.best = optimum;
    search.weighed = search.guarded = false;
    search.excluded = -HUGE_VAL;
    search.depth = 0;
    if (!zone->open)
        return;
    for (int cell = 0; cell < zone->branch.cells; cell++)
        optimum_cell(&search, cell);
    if (optimum->found) {
        optimum_write(&search);
    } else if (search.excluded > -HUGE_VAL) {
        optimum->least = search.excluded;
        optimum->place = search.nearest;
        memcpy(optimum->weight, search.excluding, sizeof optimum->weight);
    }
}
