#include <math.h>
#include <string.h>

#include "models/frontier.h"

/* The best position so far. */
struct range_best {
    const struct frontier *frontier;
    const double *weight;
    int issue;
    double slope, score, at;
    double *worth;
};

static void frontier_range_try(struct range_best *best, double at)
{
    double worth[FRONTIER_PARTIES], score = best->slope * at;
    frontier_part(best->frontier, best->issue, at, worth);
    for (int i = 0; i < best->frontier->parties; i++)
        score += best->weight[i] * worth[i];
    if (score <= best->score)
        return;
    best->score = score;
    best->at = at;
    memcpy(best->worth, worth, (size_t)best->frontier->parties * sizeof *worth);
}

/* Where quadratic losses balance between two points, if that is inside. */
static void frontier_range_bend(struct range_best *best, const double *left, double low,
                                double high)
{
    const struct frontier_issue *about = &best->frontier->issue[best->issue];
    int parties = best->frontier->parties;
    const double *right = left + 1 + parties;
    double length = right[0] - left[0], rise = best->slope * length, bow = 0;
    for (int i = 0; i < parties; i++) {
        rise += best->weight[i] * (right[1 + i] - left[1 + i]);
        bow += best->weight[i] * about->curve[i] * length * length;
    }
    double share = bow < 0 ? 0.5 - rise / (2 * bow) : 0, at = left[0] + share * length;
    if (share > 0 && share < 1 && at > low && at < high)
        frontier_range_try(best, at);
}

double frontier_within(const struct frontier *frontier, int issue, double low, double high,
                       const double *weight, double slope, double *worth)
{
    const struct frontier_issue *about = &frontier->issue[issue];
    int stride = 1 + frontier->parties;
    struct range_best best = { frontier, weight, issue, slope, -HUGE_VAL, low, worth };
    double home = about->point[about->home * stride];
    if (low <= about->point[0] && high >= about->point[(about->count - 1) * stride])
        return frontier_choice(frontier, issue, weight, slope, worth);
    if (home >= low && home <= high)
        frontier_range_try(&best, home);
    for (int m = 0; m < about->count; m++)
        if (about->point[m * stride] >= low && about->point[m * stride] <= high)
            frontier_range_try(&best, about->point[m * stride]);
    if (about->discrete)
        return best.at;
    frontier_range_try(&best, low);
    frontier_range_try(&best, high);
    for (int m = 0; m + 1 < about->count && about->curved; m++)
        frontier_range_bend(&best, about->point + m * stride, low, high);
    return best.at;
}
