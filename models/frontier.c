#include "models/frontier.h"

#include <math.h>
#include <string.h>

void frontier_part(const struct frontier *frontier, int issue, double at, double *worth)
{
    const struct frontier_issue *about = &frontier->issue[issue];
    int parties = frontier->parties, stride = 1 + parties, m = 0;
    while (m + 1 < about->count && at >= about->point[(m + 1) * stride])
        m++;
    const double *left = about->point + m * stride, *right = left + stride;
    memcpy(worth, left + 1, (size_t)parties * sizeof *worth);
    if (at <= left[0] || m + 1 >= about->count)
        return;
    double share = (at - left[0]) / (right[0] - left[0]), bend = (at - left[0]) * (at - right[0]);
    for (int i = 0; i < parties; i++)
        worth[i] += share * (right[1 + i] - left[1 + i]) + about->curve[i] * bend;
    if (about->bend != NULL)
        frontier_smooth(about, parties, m, at, worth);
}

void frontier_pin(struct frontier *frontier, int issue, double at)
{
    frontier->pinned[issue] = true;
    frontier->pin[issue] = at;
}

static void frontier_mix(struct frontier *frontier)
{
    frontier->pins = 0;
    frontier->tangled = false;
    for (int k = 0; k < frontier->issues; k++) {
        frontier->mixes[k] =
            !frontier->pinned[k] && !frontier->issue[k].discrete && frontier->issue[k].concave;
        if (frontier->pinned[k])
            frontier->order[frontier->pins++] = k;
    }
    for (int m = 0; m < frontier->links; m++) {
        const int *pair = frontier->link[m].issue;
        if (!frontier->pinned[pair[0]] && !frontier->pinned[pair[1]]) {
            frontier->mixes[pair[0]] = frontier->mixes[pair[1]] = false;
            frontier->tangled = true;
        }
    }
}

void frontier_rebase(struct frontier *frontier)
{
    double worth[FRONTIER_PARTIES];
    for (int i = 0; i < frontier->parties; i++)
        frontier->base[i] = 0;
    for (int m = 0; m < frontier->pins; m++) {
        frontier_part(frontier, frontier->order[m], frontier->pin[frontier->order[m]], worth);
        for (int i = 0; i < frontier->parties; i++)
            frontier->base[i] += worth[i];
    }
    for (int m = 0; m < frontier->links; m++) {
        const struct frontier_link *link = &frontier->link[m];
        int k = link->issue[0], l = link->issue[1];
        if (frontier->pinned[k] && frontier->pinned[l])
            for (int i = 0; i < frontier->parties; i++)
                frontier->base[i] += link->weight[i] * frontier->pin[k] * frontier->pin[l];
    }
}

void frontier_settle(struct frontier *frontier)
{
    frontier_mix(frontier);
    frontier_rebase(frontier);
}

bool frontier_mixes(const struct frontier *frontier)
{
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier->pinned[k] && frontier->issue[k].count > 1 && !frontier->mixes[k])
            return false;
    return true;
}

static void frontier_add_links(const struct frontier *frontier, const double *package, double *raw)
{
    for (int m = 0; m < frontier->links; m++) {
        const struct frontier_link *link = &frontier->link[m];
        int k = link->issue[0], l = link->issue[1];
        if (!frontier->pinned[k] || !frontier->pinned[l])
            for (int i = 0; i < frontier->parties; i++)
                raw[i] += link->weight[i] * package[k] * package[l];
    }
}

void frontier_raw(const struct frontier *frontier, const double *package, double *raw)
{
    double worth[FRONTIER_PARTIES];
    memcpy(raw, frontier->base, (size_t)frontier->parties * sizeof *raw);
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k])
            continue;
        frontier_part(frontier, k, package[k], worth);
        for (int i = 0; i < frontier->parties; i++)
            raw[i] += worth[i];
    }
    frontier_add_links(frontier, package, raw);
}

void frontier_change(const struct frontier *frontier, const double *package, int issue, double to,
                     double *out)
{
    double before[FRONTIER_PARTIES], at = package[issue];
    frontier_part(frontier, issue, at, before);
    frontier_part(frontier, issue, to, out);
    for (int i = 0; i < frontier->parties; i++)
        out[i] -= before[i];
    for (int m = 0; frontier->linked[issue] && m < frontier->links; m++) {
        const struct frontier_link *link = &frontier->link[m];
        if (link->issue[0] != issue && link->issue[1] != issue)
            continue;
        double other = package[link->issue[link->issue[0] == issue]];
        for (int i = 0; i < frontier->parties; i++)
            out[i] += link->weight[i] * other * (to - at);
    }
}

/* The best position inside the cell that begins at point `left`, if it beats *best. */
static double frontier_bend(const struct frontier_issue *about, const double *left, int parties,
                            const double *weight, double slope, double *best, double *worth)
{
    const double *right = left + 1 + parties;
    double length = right[0] - left[0], rise = slope * length, from = slope * left[0], curve = 0;
    for (int i = 0; i < parties; i++) {
        rise += weight[i] * (right[1 + i] - left[1 + i]);
        from += weight[i] * left[1 + i];
        curve += weight[i] * about->curve[i];
    }
    double bow = curve * length * length, share = bow < 0 ? 0.5 - rise / (2 * bow) : 0;
    double score = from + rise * share + bow * share * (share - 1);
    if (!(share > 0 && share < 1 && score > *best))
        return NAN;
    *best = score;
    for (int i = 0; i < parties; i++)
        worth[i] = left[1 + i] + share * (right[1 + i] - left[1 + i]) +
                   about->curve[i] * length * length * share * (share - 1);
    return left[0] + share * length;
}

static double frontier_score(const double *point, int parties, const double *weight, double slope)
{
    double score = slope * point[0] + weight[0] * point[1];
    if (parties == 2) /* the usual cases, unrolled: a third of the zone's time is spent here */
        return score + weight[1] * point[2];
    if (parties == 3)
        return score + weight[1] * point[2] + weight[2] * point[3];
    for (int i = 1; i < parties; i++)
        score += weight[i] * point[1 + i];
    return score;
}

double frontier_choice(const struct frontier *frontier, int issue, const double *weight,
                       double slope, double *worth)
{
    const struct frontier_issue *about = &frontier->issue[issue];
    int parties = frontier->parties, stride = 1 + parties;
    const double *chosen = about->point + about->home * stride;
    double best = frontier_score(chosen, parties, weight, slope);
    for (int m = 0; m < about->count; m++) {
        const double *point = about->point + m * stride;
        double score = frontier_score(point, parties, weight, slope);
        chosen = score > best ? point : chosen;
        best = score > best ? score : best;
    }
    double at = chosen[0];
    for (int i = 0; i < parties; i++)
        worth[i] = chosen[1 + i];
    if (!about->curved || about->discrete)
        return at;
    if (about->bend != NULL)
        return frontier_smooth_choice(frontier, issue, weight, slope, best, at, worth);
    for (int m = 0; m + 1 < about->count; m++) {
        double inner =
            frontier_bend(about, about->point + m * stride, parties, weight, slope, &best, worth);
        at = inner == inner ? inner : at;
    }
    return at;
}

/* What the links make of a unit of the issue, given the others' positions; with no package, those
 * of pinned issues alone. */
static double frontier_slope(const struct frontier *frontier, int issue, const double *weight,
                             const double *package)
{
    double slope = 0;
    for (int m = 0; m < frontier->links; m++) {
        const struct frontier_link *link = &frontier->link[m];
        if (link->issue[0] != issue && link->issue[1] != issue)
            continue;
        int other = link->issue[link->issue[0] == issue];
        double sum = 0, at = package                   ? package[other]
                             : frontier->pinned[other] ? frontier->pin[other]
                                                       : 0;
        for (int i = 0; i < frontier->parties; i++)
            sum += weight[i] * link->weight[i];
        slope += sum * at;
    }
    return slope;
}

enum { FRONTIER_SWEEPS = 6 };

/* From where the linked issues stand, each in turn to its best position. */
static void frontier_sweep(const struct frontier *frontier, const double *weight, double *package)
{
    double worth[FRONTIER_PARTIES];
    for (int sweep = 0; sweep < FRONTIER_SWEEPS; sweep++)
        for (int k = 0; k < frontier->issues; k++)
            if (frontier->linked[k] && !frontier->pinned[k])
                package[k] = frontier_choice(frontier, k, weight,
                                             frontier_slope(frontier, k, weight, package), worth);
}

static double frontier_value(const struct frontier *frontier, const double *weight,
                             const double *raw)
{
    double value = 0;
    for (int i = 0; i < frontier->parties; i++)
        value += weight[i] * raw[i];
    return value;
}

/* Sweeps from the positions at hand, then with the linked issues all low or all high at first. */
static void frontier_link_up(const struct frontier *frontier, const double *weight, double *package,
                             double *raw)
{
    double trial[FRONTIER_ISSUES], trial_raw[FRONTIER_PARTIES], best = -HUGE_VAL;
    double start[FRONTIER_ISSUES];
    memcpy(start, package, sizeof start);
    for (int from = 0; from < 3; from++) {
        memcpy(trial, start, sizeof trial);
        for (int k = 0; k < frontier->issues; k++)
            if (from > 0 && frontier->linked[k] && !frontier->pinned[k])
                trial[k] = frontier->issue[k].point[from == 1 ? 0
                                                              : (frontier->issue[k].count - 1) *
                                                                    (1 + frontier->parties)];
        frontier_sweep(frontier, weight, trial);
        frontier_raw(frontier, trial, trial_raw);
        double value = frontier_value(frontier, weight, trial_raw);
        if (value > best) {
            best = value;
            memcpy(package, trial, sizeof start);
            memcpy(raw, trial_raw, (size_t)frontier->parties * sizeof *raw);
        }
    }
}

/* The best position of a free issue as if no other free issue were linked to it. */
static double frontier_alone(const struct frontier *frontier, int issue, const double *weight,
                             double *slope, double *worth)
{
    *slope = frontier->linked[issue] ? frontier_slope(frontier, issue, weight, NULL) : 0;
    return frontier_choice(frontier, issue, weight, *slope, worth);
}

void frontier_support(const struct frontier *frontier, const double *weight, double *package,
                      double *raw)
{
    double worth[FRONTIER_PARTIES], slope;
    for (int i = 0; i < frontier->parties; i++)
        raw[i] = frontier->base[i];
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k]) {
            package[k] = frontier->pin[k];
            continue;
        }
        package[k] = frontier_alone(frontier, k, weight, &slope, worth);
        for (int i = 0; i < frontier->parties; i++)
            raw[i] += worth[i];
    }
    if (frontier->tangled)
        frontier_link_up(frontier, weight, package, raw);
    else
        frontier_add_links(frontier, package, raw);
}

double frontier_peak(const struct frontier *frontier, const double *weight, bool linked)
{
    double worth[FRONTIER_PARTIES], slope, peak = 0;
    if (linked && frontier->tangled) {
        double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
        frontier_support(frontier, weight, package, raw);
        return frontier_value(frontier, weight, raw) -
               frontier_value(frontier, weight, frontier->base) -
               frontier_peak(frontier, weight, false);
    }
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k] || frontier->linked[k] != linked)
            continue;
        double at = frontier_alone(frontier, k, weight, &slope, worth);
        peak += slope * at + frontier_value(frontier, weight, worth);
    }
    return peak;
}
