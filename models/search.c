#include "models/search.h"

#include <math.h>
#include <string.h>

#include "models/partition.h"

/* A package is good enough when no other has more by this; a floor is kept up to rounding. */
static const double SEARCH_GAP = 1e-9, SEARCH_SLACK = 1e-12;

static double search_value(const struct search *search, const double *raw)
{
    const struct branch *branch = &search->zone->branch;
    if (search->objective->share)
        return reach_of(&search->reach, branch, raw, SEARCH_SLACK);
    if (search->guarded && reach_of(&search->reach, branch, raw, 0) < -SEARCH_SLACK)
        return -HUGE_VAL;
    return ascent_value(search->objective->criterion, branch, raw);
}

/* Takes a package of the branch if it is the best so far. */
static bool search_offer(struct search *search, const double *package)
{
    const struct branch *branch = &search->zone->branch;
    double raw[FRONTIER_PARTIES];
    frontier_raw(branch->frontier, package, raw);
    double value = search_value(search, raw);
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

static void search_offer_all(struct search *search, const struct partition *node)
{
    search_offer(search, node->package);
    for (int j = 0; j < search->mixture.count; j++)
        search_offer(search, search->mixture.package[j]);
    if (search->weighed)
        return;
    memcpy(search->raw_weight, node->weight, sizeof search->raw_weight);
    search->weighed = true;
}

void search_ask(struct search *search)
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

static double search_prove(const struct search *search, const struct region *region,
                           const double *weight)
{
    return search->objective->share ? reach_bound(&search->reach, region, weight)
                                    : summit_bound(&search->summit, region, weight);
}

/* A place to begin in a part: false where no package keeps the floors. */
static bool search_start(struct search *search, const struct region *region, double *package,
                         double *raw)
{
    struct reach_result result;
    if (search->guarded) {
        result = reach_solve(&search->reach, region, -HUGE_VAL, SEARCH_GAP, 0.5, &search->mixture);
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
    region_even(region, weight);
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
static void search_solve(struct search *search, const struct region *region, struct partition *node)
{
    double enough = search->best->value + SEARCH_GAP, package[FRONTIER_ISSUES],
           raw[FRONTIER_PARTIES];
    if (search->objective->share) {
        struct reach_result result =
            reach_solve(&search->reach, region, enough, SEARCH_GAP, HUGE_VAL, &search->mixture);
        node->bound = result.bound;
        memcpy(node->weight, result.weight, sizeof node->weight);
        memcpy(node->package, result.package, sizeof node->package);
        return;
    }
    node->bound = -HUGE_VAL;
    if (!search_start(search, region, package, raw))
        return;
    struct summit_result result =
        summit_solve(&search->summit, region, package, raw, enough, SEARCH_GAP, &search->mixture);
    node->bound = result.bound;
    memcpy(node->weight, result.weight, sizeof node->weight);
    memcpy(node->package, result.package, sizeof node->package);
}

static void search_push(struct search *search, const struct region *region, int issue, double low,
                        double high, double bound)
{
    struct search_part *part = &search->part[search->depth++];
    memcpy(part->low, region->low, sizeof part->low);
    memcpy(part->high, region->high, sizeof part->high);
    part->bound = bound;
    if (issue < 0)
        return;
    part->low[issue] = low;
    part->high[issue] = high;
}

static void search_split(struct search *search, const struct region *region, int issue,
                         const struct partition *node)
{
    double below, above, low = region->low[issue], high = region->high[issue];
    partition_cut(region, &search->mixture, issue, &below, &above);
    bool lower = node->package[issue] <= below;
    if (lower)
        search_push(search, region, issue, above, high, node->bound);
    search_push(search, region, issue, low, below, node->bound);
    if (!lower)
        search_push(search, region, issue, above, high, node->bound);
}

static void search_leave(struct search *search, double bound)
{
    search->best->bound = fmax(search->best->bound, bound);
}

/* A sum is climbed; where it is smooth and concave the climb's own slopes prove it. True where that
 * was enough. */
static bool search_climb(struct search *search, const struct region *region)
{
    const struct branch *branch = region->branch;
    double raw[FRONTIER_PARTIES], package[FRONTIER_ISSUES];
    struct partition node = { .bound = HUGE_VAL };
    double weight[FRONTIER_PARTIES];
    region_even(region, weight);
    region_support(region, weight, package, raw);
    ascent_climb(search->objective->criterion, branch, search->best->value, package);
    frontier_raw(branch->frontier, package, raw);
    struct ascent_prices prices = ascent_price(search->objective->criterion, branch, package);
    for (int i = 0; i < branch->frontier->parties; i++)
        node.weight[i] = prices.price[i] * reward_slope(&branch->reward[i], raw[i]);
    memcpy(node.package, package, sizeof package);
    node.bound = summit_bound(&search->summit, region, node.weight);
    region_raw(region, package, raw);
    search->mixture.count = 0;
    mixture_add(&search->mixture, region, package, raw);
    search_offer_all(search, &node);
    search->best->nodes++;
    if (node.bound > search->best->value + SEARCH_GAP)
        return false;
    search_leave(search, node.bound);
    return true;
}

static void search_part(struct search *search, struct region *region)
{
    struct search_part *part = &search->part[--search->depth];
    struct partition node;
    double enough = search->best->value + SEARCH_GAP;
    memcpy(region->low, part->low, sizeof part->low);
    memcpy(region->high, part->high, sizeof part->high);
    if (part->bound <= enough || search->best->nodes >= search->parts) {
        search_leave(search, part->bound);
        return;
    }
    if (!region_settle(region))
        return;
    mixture_confine(&search->mixture, region);
    search->best->nodes++;
    search_solve(search, region, &node);
    if (node.bound == -HUGE_VAL)
        return;
    search_offer_all(search, &node);
    int issue = node.bound > search->best->value + SEARCH_GAP && search->depth + 2 < SEARCH_DEPTH
                    ? partition_choose(&node, region, &search->mixture)
                    : -1;
    if (issue < 0)
        search_leave(search, node.bound);
    else
        search_split(search, region, issue, &node);
}

void search_branch(struct search *search, int cell, int combination)
{
    const struct branch *branch = &search->zone->branch;
    struct region region;
    search->place = (struct zone_place){ cell, combination };
    search_ask(search);
    region_open(&region, branch);
    search->mixture.count = search->mixture.next = 0;
    double bound = HUGE_VAL;
    if (search->weighed) {
        bound = search_prove(search, &region, search->raw_weight);
        if (bound <= search->best->value + SEARCH_GAP) {
            search_leave(search, bound);
            return;
        }
    }
    if (!search->objective->share && search_climb(search, &region))
        return;
    search->depth = 0;
    search_push(search, &region, -1, 0, 0, bound);
    while (search->depth > 0)
        search_part(search, &region);
}
