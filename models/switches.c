#include "models/switches.h"

#include <math.h>
#include <string.h>

enum { SWITCHES_ROUNDS = 4, SWITCHES_ALL = 64, SWITCHES_MEMORY = 2048 };

/* Pins what does not mix. Of two linked issues one is enough: the other then mixes. */
static void switches_hold(struct frontier *frontier, const double *package)
{
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier->pinned[k] && (frontier->issue[k].discrete || !frontier->issue[k].concave))
            frontier_pin(frontier, k, package[k]);
    frontier_settle(frontier);
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier->pinned[k] && !frontier->mixes[k]) {
            frontier_pin(frontier, k, package[k]);
            frontier_settle(frontier);
        }
}

/* The best package with those issues held. */
static double switches_fill(const struct branch *branch, double *package)
{
    struct frontier frontier = *branch->frontier;
    struct branch held = *branch;
    double memory[SWITCHES_MEMORY];
    struct maximin maximin = { .branch = &held, .memory = memory };
    held.frontier = &frontier;
    switches_hold(&frontier, package);
    memory[0] = memory[1] = 0;
    maximin_solve(&maximin, -HUGE_VAL);
    memcpy(package, maximin.package, (size_t)frontier.issues * sizeof *package);
    double raw[FRONTIER_PARTIES];
    frontier_raw(&frontier, package, raw);
    return branch_least(&held, raw);
}

/* Least surplus first, then the sum, so that moves along a plateau count. */
static double switches_score(const struct branch *branch, const double *package)
{
    double raw[FRONTIER_PARTIES], sum = 0;
    frontier_raw(branch->frontier, package, raw);
    for (int i = 0; i < branch->frontier->parties; i++)
        sum += branch->needed[i] ? branch_surplus(branch, i, raw) : 0;
    return branch_least(branch, raw) + 1e-6 * sum;
}

static double switches_point(const struct frontier *frontier, int issue, int point)
{
    return frontier->issue[issue].point[point * (1 + frontier->parties)];
}

/* Moves issues k and l (the same: one alone) to the points that score best. */
static bool switches_pair(const struct branch *branch, double *package, int k, int l, double *score)
{
    const struct frontier *frontier = branch->frontier;
    double best_k = package[k], best_l = package[l], before = *score;
    for (int m = 0; m < frontier->issue[k].count; m++)
        for (int n = 0; n < (k == l ? 1 : frontier->issue[l].count); n++) {
            if (k != l)
                package[l] = switches_point(frontier, l, n);
            package[k] = switches_point(frontier, k, m);
            double trial = switches_score(branch, package);
            if (trial > *score + 1e-12) {
                *score = trial;
                best_k = package[k];
                best_l = package[l];
            }
        }
    package[l] = best_l;
    package[k] = best_k;
    return *score > before;
}

static bool switches_move(const struct branch *branch, double *package)
{
    const struct frontier *frontier = branch->frontier;
    double score = switches_score(branch, package);
    bool moved = false;
    for (int k = 0; k < frontier->issues; k++)
        for (int l = k; l < frontier->issues && !frontier->pinned[k] && !frontier->mixes[k]; l++)
            if (!frontier->pinned[l] && !frontier->mixes[l])
                moved = switches_pair(branch, package, k, l, &score) || moved;
    return moved;
}

/* How many combinations the points of the issues that do not mix have; 0 where points are not all there is
 * to try, or they are more than SWITCHES_ALL. */
static int switches_combinations(const struct frontier *frontier)
{
    int combinations = 1;
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k] || frontier->mixes[k])
            continue;
        combinations *= frontier->issue[k].discrete ? frontier->issue[k].count : 0;
        if (combinations > SWITCHES_ALL)
            return 0;
    }
    return combinations;
}

/* Tries every combination. */
static double switches_all(const struct branch *branch, int combinations, double *package)
{
    double best = -HUGE_VAL, memory[SWITCHES_MEMORY] = { 0 };
    for (int combination = 0; combination < combinations; combination++) {
        struct frontier frontier = *branch->frontier;
        struct branch held = *branch;
        struct maximin maximin = { .branch = &held, .memory = memory };
        held.frontier = &frontier;
        for (int k = 0, rest = combination; k < frontier.issues; k++)
            if (!frontier.pinned[k] && !frontier.mixes[k]) {
                frontier_pin(&frontier, k, switches_point(&frontier, k, rest % frontier.issue[k].count));
                rest /= frontier.issue[k].count;
            }
        frontier_settle(&frontier);
        double width = maximin_solve(&maximin, best);
        if (width <= best)
            continue;
        best = width;
        memcpy(package, maximin.package, (size_t)frontier.issues * sizeof *package);
    }
    return best;
}

double switches_improve(const struct branch *branch, double *package)
{
    int combinations = switches_combinations(branch->frontier);
    if (combinations > 0)
        return switches_all(branch, combinations, package);
    double best = switches_fill(branch, package), trial[FRONTIER_ISSUES];
    memcpy(trial, package, sizeof trial);
    for (int round = 0; round < SWITCHES_ROUNDS && switches_move(branch, trial); round++) {
        double width = switches_fill(branch, trial);
        if (width > best + 1e-12) {
            best = width;
            memcpy(package, trial, sizeof trial);
        }
    }
    return best;
}
