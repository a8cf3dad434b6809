#include "models/partition.h"

#include <math.h>

/* The least share of its range that a party's worth counts for, and the least interval that is
 * cut. */
static const double PARTITION_CARE = 1e-3, PARTITION_WIDTH = 1e-10;

/* What a party's worth counts in the choice of an issue: never nothing, since a weight may be 0
 * only because the region flatters the party. */
static double partition_care(const struct region *region, const struct partition *partition,
                             int party)
{
    return partition->weight[party] +
           PARTITION_CARE / fmax(region->most[party] - region->least[party], 1e-9);
}

/* What an issue is worth to the weighted sum over its interval. */
static double partition_stake(const struct region *region, int issue,
                              const struct partition *partition)
{
    const struct frontier *frontier = region->frontier;
    double low[FRONTIER_PARTIES], high[FRONTIER_PARTIES], stake = 0;
    frontier_part(frontier, issue, region->low[issue], low);
    frontier_part(frontier, issue, region->high[issue], high);
    for (int i = 0; i < frontier->parties; i++) {
        double link = region->slope[issue][i] * (region->high[issue] - region->low[issue]);
        stake += partition_care(region, partition, i) * fabs(high[i] - low[i] + link);
    }
    return stake;
}

/* Of two linked issues the one to split: a discrete one, which then is settled, or the wider. */
static int partition_wider(const struct region *region, int first, int second)
{
    bool discrete = region->frontier->issue[first].discrete;
    if (discrete != region->frontier->issue[second].discrete)
        return discrete ? first : second;
    double length = region->high[first] - region->low[first];
    return length >= region->high[second] - region->low[second] ? first : second;
}

/* The linked issue whose products are overstated most, or -1. */
static int partition_loosest(const struct region *region, const struct partition *partition,
                             double *most)
{
    const struct frontier *frontier = region->frontier;
    int loosest = -1;
    for (int m = 0; m < frontier->links; m++) {
        int k = frontier->link[m].issue[0], l = frontier->link[m].issue[1];
        int issue = partition_wider(region, k, l);
        double excess = 0, length = region->high[issue] - region->low[issue];
        for (int i = 0; i < frontier->parties; i++)
            excess += partition_care(region, partition, i) *
                      region_excess(region, m, i, partition->package);
        if (region->high[k] <= region->low[k] || region->high[l] <= region->low[l] ||
            excess <= *most || length < PARTITION_WIDTH)
            continue;
        *most = excess;
        loosest = issue;
    }
    return loosest;
}

int partition_choose(const struct partition *partition, const struct region *region,
                     const struct mixture *mixture)
{
    double most = 0;
    int chosen = partition_loosest(region, partition, &most);
    for (int k = 0; k < region->frontier->issues; k++) {
        double length = region->high[k] - region->low[k];
        if (region->frontier->pinned[k] || region->mixes[k] || length <= 0)
            continue;
        double spread = mixture_spread(mixture, k) / length;
        double score = spread * partition_stake(region, k, partition);
        if (spread > 1e-12 && score >= most) {
            most = score;
            chosen = k;
        }
    }
    return chosen;
}

static double partition_mean(const struct mixture *mixture, int issue)
{
    double mean = 0;
    for (int j = 0; j < mixture->count; j++)
        mean += mixture->share[j] * mixture->package[j][issue];
    return mean;
}

void partition_cut(const struct region *region, const struct mixture *mixture, int issue,
                   double *below, double *above)
{
    const struct frontier_issue *about = &region->frontier->issue[issue];
    double low = region->low[issue], high = region->high[issue];
    double mean = fmin(fmax(partition_mean(mixture, issue), low), high);
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
