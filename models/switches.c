#include "models/switches.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { SWITCHES_ROUNDS = 4, SWITCHES_TURNS = 8, SWITCHES_ALL = 64, SWITCHES_MEMORY = 2048 };

/* Pins what does not mix. Of two linked issues one is enough, the first or the last; the other then
 * mixes. */
static void switches_hold(struct frontier *frontier, const double *package, bool last)
{
    int issues = frontier->issues;
    for (int k = 0; k < issues; k++)
        if (!frontier->pinned[k] && (frontier->issue[k].discrete || !frontier->issue[k].concave))
            frontier_pin(frontier, k, package[k]);
    frontier_settle(frontier);
    for (int m = 0; m < issues; m++) {
        int k = last ? issues - 1 - m : m;
        if (!frontier->pinned[k] && !frontier->mixes[k]) {
            frontier_pin(frontier, k, package[k]);
            frontier_settle(frontier);
        }
    }
}

/* The best package with those issues held. */
static double switches_solve(const struct branch *branch, bool last, double *package)
{
    struct frontier frontier = *branch->frontier;
    struct branch held = *branch;
    double memory[SWITCHES_MEMORY], raw[FRONTIER_PARTIES];
    struct maximin maximin = { .branch = &held, .memory = memory };
    assert(maximin_size(frontier.issues, frontier.parties) <= SWITCHES_MEMORY);
    held.frontier = &frontier;
    switches_hold(&frontier, package, last);
    memory[0] = memory[1] = 0;
    maximin_solve(&maximin, -HUGE_VAL);
    memcpy(package, maximin.package, (size_t)frontier.issues * sizeof *package);
    frontier_raw(&frontier, package, raw);
    return branch_least(&held, raw);
}

/* Fills in the rest; linked issues take turns in being held. */
static double switches_fill(const struct branch *branch, double *package)
{
    double width = switches_solve(branch, false, package), before = -HUGE_VAL;
    for (int turn = 1; branch->frontier->tangled && turn < SWITCHES_TURNS && width > before + 1e-9;
         turn++) {
        before = width;
        width = switches_solve(branch, true, package);
        width = switches_solve(branch, false, package);
    }
    return width;
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

/* How many combinations the points of discrete issues have; 0 where they are more than SWITCHES_ALL
 * or with those held, too, some issue does not mix. */
static int switches_combinations(const struct frontier *frontier)
{
    struct frontier held = *frontier;
    int combinations = 1;
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k] || !frontier->issue[k].discrete)
            continue;
        frontier_pin(&held, k, switches_point(frontier, k, 0));
        combinations *= frontier->issue[k].count;
        if (combinations > SWITCHES_ALL)
            return 0;
    }
    frontier_settle(&held);
    for (int k = 0; k < frontier->issues; k++)
        if (!held.pinned[k] && !held.mixes[k])
            return 0;
    return combinations;
}

/* Tries every combination. */
static void switches_all(const struct branch *branch, int combinations, double *package)
{
    double best = -HUGE_VAL, memory[SWITCHES_MEMORY] = { 0 };
    for (int combination = 0; combination < combinations; combination++) {
        struct frontier frontier = *branch->frontier;
        struct branch held = *branch;
        struct maximin maximin = { .branch = &held, .memory = memory };
        held.frontier = &frontier;
        for (int k = 0, rest = combination; k < frontier.issues; k++)
            if (!frontier.pinned[k] && frontier.issue[k].discrete) {
                frontier_pin(&frontier, k,
                             switches_point(&frontier, k, rest % frontier.issue[k].count));
                rest /= frontier.issue[k].count;
            }
        frontier_settle(&frontier);
        double width = maximin_solve(&maximin, best);
        if (width <= best)
            continue;
        best = width;
        memcpy(package, maximin.package, (size_t)frontier.issues * sizeof *package);
    }
}

void switches_improve(const struct branch *branch, double *package)
{
    int combinations = switches_combinations(branch->frontier);
    if (combinations > 0) {
        switches_all(branch, combinations, package);
        return;
    }
    double best = switches_fill(branch, package), trial[FRONTIER_ISSUES];
    memcpy(trial, package, sizeof trial);
    for (int round = 0; round < SWITCHES_ROUNDS && switches_move(branch, trial); round++) {
        double width = switches_fill(branch, trial);
        if (width > best + 1e-12) {
            best = width;
            memcpy(package, trial, sizeof trial);
        }
    }
}
