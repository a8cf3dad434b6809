#include "models/region.h"

#include <math.h>
#include <string.h>

static double region_end(const struct frontier *frontier, int issue, bool last)
{
    const struct frontier_issue *about = &frontier->issue[issue];
    return about->point[last ? (about->count - 1) * (1 + frontier->parties) : 0];
}

void region_open(struct region *region, const struct branch *branch)
{
    const struct frontier *frontier = branch->frontier;
    region->branch = branch;
    region->frontier = frontier;
    for (int k = 0; k < frontier->issues; k++) {
        region->low[k] = frontier->pinned[k] ? frontier->pin[k] : region_end(frontier, k, false);
        region->high[k] = frontier->pinned[k] ? frontier->pin[k] : region_end(frontier, k, true);
    }
    region_settle(region);
}

/* Whether worths are concave over the interval: no point inside where a chord grows steeper. */
static bool region_bends_down(const struct region *region, int issue)
{
    const struct frontier *frontier = region->frontier;
    const struct frontier_issue *about = &frontier->issue[issue];
    int stride = 1 + frontier->parties;
    for (int m = 1; m + 1 < about->count; m++) {
        double at = about->point[m * stride];
        if (at > region->low[issue] && at < region->high[issue] &&
            !frontier_concave(about->point + (m - 1) * stride, 3, frontier->parties))
            return false;
    }
    return true;
}

/* What stands for the product of two linked issues: a pinned one's position is a number, of two
 * free ones both are half way. */
static void region_link(struct region *region, const struct frontier_link *link)
{
    const struct frontier *frontier = region->frontier;
    int k = link->issue[0], l = link->issue[1];
    double from = region->low[k], to = region->high[k], left = region->low[l],
           right = region->high[l];
    if (frontier->pinned[k] && frontier->pinned[l])
        return;
    for (int i = 0; i < frontier->parties; i++) {
        double weight = link->weight[i];
        if (!frontier->pinned[k])
            region->slope[k][i] += weight * 0.5 * (left + right);
        if (!frontier->pinned[l])
            region->slope[l][i] += weight * 0.5 * (from + to);
        if (frontier->pinned[k] || frontier->pinned[l])
            continue;
        region->base[i] -=
            weight * 0.5 * (weight > 0 ? from * right + to * left : from * left + to * right);
    }
}

/* The least that one issue can bring a party: worth is concave between points. */
static double region_worst(const struct region *region, int issue, int party)
{
    const struct frontier *frontier = region->frontier;
    const struct frontier_issue *about = &frontier->issue[issue];
    double worth[FRONTIER_PARTIES], slope = region->slope[issue][party];
    frontier_part(frontier, issue, region->low[issue], worth);
    double worst = worth[party] + slope * region->low[issue];
    frontier_part(frontier, issue, region->high[issue], worth);
    worst = fmin(worst, worth[party] + slope * region->high[issue]);
    for (int m = 0; m < about->count; m++) {
        const double *point = about->point + m * (1 + frontier->parties);
        if (point[0] > region->low[issue] && point[0] < region->high[issue])
            worst = fmin(worst, point[1 + party] + slope * point[0]);
    }
    return worst;
}

static void region_range(struct region *region)
{
    const struct frontier *frontier = region->frontier;
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    for (int i = 0; i < frontier->parties; i++) {
        double weight[FRONTIER_PARTIES] = { 0 };
        weight[i] = 1;
        region_support(region, weight, package, raw);
        region->most[i] = raw[i];
        region->least[i] = region->base[i];
        for (int k = 0; k < frontier->issues; k++)
            region->least[i] += frontier->pinned[k] ? 0 : region_worst(region, k, i);
    }
    for (int m = 0; m < frontier->links; m++)
        for (int i = 0; i < frontier->parties; i++) {
            const struct frontier_link *link = &frontier->link[m];
            int k = link->issue[0], l = link->issue[1];
            if (!frontier->pinned[k] && !frontier->pinned[l])
                region->least[i] -= 0.5 * fabs(link->weight[i]) *
                                    (region->high[k] - region->low[k]) *
                                    (region->high[l] - region->low[l]);
        }
}

static struct reward region_reward(const struct region *region, int party)
{
    struct reward reward = region->branch->reward[party];
    double least = region->least[party], length = region->most[party] - least;
    if (reward.risk >= 0 || length <= 0)
        return reward;
    double from = utility_risk(reward.risk, (least - reward.offset) * reward.scale),
           to = utility_risk(reward.risk, (region->most[party] - reward.offset) * reward.scale);
    reward.risk = 0;
    reward.scale = (to - from) / length;
    reward.offset = least - from / reward.scale;
    return reward;
}

static bool region_holds(const struct region *region, int issue)
{
    const struct frontier_issue *about = &region->frontier->issue[issue];
    bool holds = !about->discrete && region->low[issue] <= region->high[issue];
    for (int m = 0; m < about->count && !holds; m++) {
        double at = about->point[m * (1 + region->frontier->parties)];
        holds = at >= region->low[issue] && at <= region->high[issue];
    }
    return holds;
}

bool region_settle(struct region *region)
{
    const struct frontier *frontier = region->frontier;
    memcpy(region->base, frontier->base, sizeof region->base);
    memset(region->slope, 0, sizeof region->slope);
    for (int k = 0; k < frontier->issues; k++) {
        if (!frontier->pinned[k] && !region_holds(region, k))
            return false;
        region->mixes[k] = !frontier->pinned[k] && !frontier->issue[k].discrete &&
                           (frontier->issue[k].concave || region_bends_down(region, k));
    }
    for (int m = 0; m < frontier->links; m++)
        region_link(region, &frontier->link[m]);
    region_range(region);
    for (int i = 0; i < frontier->parties; i++)
        region->reward[i] = region_reward(region, i);
    return true;
}

void region_even(const struct region *region, double *weight)
{
    for (int i = 0; i < region->frontier->parties; i++)
        weight[i] = 1 / fmax(region->most[i] - region->least[i], 1e-9);
}

double region_support(const struct region *region, const double *weight, double *package,
                      double *raw)
{
    const struct frontier *frontier = region->frontier;
    double worth[FRONTIER_PARTIES], value = 0;
    memcpy(raw, region->base, (size_t)frontier->parties * sizeof *raw);
    for (int k = 0; k < frontier->issues; k++) {
        double slope = 0;
        if (frontier->pinned[k]) {
            package[k] = frontier->pin[k];
            continue;
        }
        for (int i = 0; i < frontier->parties && frontier->linked[k]; i++)
            slope += weight[i] * region->slope[k][i];
        package[k] =
            frontier_within(frontier, k, region->low[k], region->high[k], weight, slope, worth);
        for (int i = 0; i < frontier->parties; i++)
            raw[i] += worth[i] + region->slope[k][i] * package[k];
    }
    for (int i = 0; i < frontier->parties; i++)
        value += weight[i] * raw[i];
    return value;
}

void region_raw(const struct region *region, const double *package, double *raw)
{
    const struct frontier *frontier = region->frontier;
    double worth[FRONTIER_PARTIES];
    memcpy(raw, region->base, (size_t)frontier->parties * sizeof *raw);
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k])
            continue;
        frontier_part(frontier, k, package[k], worth);
        for (int i = 0; i < frontier->parties; i++)
            raw[i] += worth[i] + region->slope[k][i] * package[k];
    }
}

double region_excess(const struct region *region, int link, int party, const double *package)
{
    const struct frontier_link *about = &region->frontier->link[link];
    int k = about->issue[0], l = about->issue[1];
    double weight = about->weight[party];
    double x = package[k] - 0.5 * (region->low[k] + region->high[k]),
           y = package[l] - 0.5 * (region->low[l] + region->high[l]);
    double corner = 0.25 * (region->high[k] - region->low[k]) * (region->high[l] - region->low[l]);
    return fabs(weight) * corner - weight * x * y;
}
