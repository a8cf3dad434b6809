#include "models/quadratic.h"

#include <math.h>

/* How far the slopes on both sides of a point may differ by rounding. */
static const double QUADRATIC_SMOOTH = 1e-12;

/* The slope of a party's parabola through the points number m and m + 1 of an issue, at 0. */
static double quadratic_slope(const struct frontier_issue *about, int party, int parties, int m)
{
    const double *point = about->point + m * (1 + parties), *next = point + 1 + parties;
    double rise = (next[1 + party] - point[1 + party]) / (next[0] - point[0]);
    return rise - about->curve[party] * (point[0] + next[0]);
}

/* The worth constant + slope x - weight x^2 as weight (1 - (x - ideal)^2) and what is left over,
 * which lowers the claim. False where it is not one parabola over all points, or a straight line.
 */
static bool quadratic_party(struct quadratic *quadratic, const struct frontier *frontier, int issue,
                            int i, int k)
{
    struct dual_problem *problem = &quadratic->problem;
    const struct frontier_issue *about = &frontier->issue[issue];
    int party = quadratic->party[i];
    double weight = -about->curve[party], at = about->point[0];
    double slope = quadratic_slope(about, party, frontier->parties, 0);
    for (int m = 1; m + 1 < about->count; m++) {
        double here = quadratic_slope(about, party, frontier->parties, m);
        if (fabs(here - slope) > QUADRATIC_SMOOTH * (1 + fabs(here)))
            return false;
    }
    if (weight <= 0 && slope != 0)
        return false;
    double ideal = weight > 0 ? slope / (2 * weight) : 0;
    double constant = about->point[1 + party] - at * (slope - weight * at);
    problem->weight[i][k] = weight;
    problem->ideal[i][k] = ideal;
    problem->claim[i] -= constant + weight * (ideal * ideal - 1);
    return true;
}

/* An issue that is settled only lowers claims. */
static bool quadratic_issue(struct quadratic *quadratic, const struct frontier *frontier, int issue)
{
    struct dual_problem *problem = &quadratic->problem;
    const struct frontier_issue *about = &frontier->issue[issue];
    int k = problem->issues;
    if (frontier->linked[issue])
        return false;
    if (about->count == 1) {
        for (int i = 0; i < problem->parties; i++)
            problem->claim[i] -= about->point[1 + quadratic->party[i]];
        return true;
    }
    if (about->discrete || about->bend != NULL || k == DUAL_ISSUES)
        return false;
    problem->low[k] = about->point[0];
    problem->high[k] = about->point[(about->count - 1) * (1 + frontier->parties)];
    quadratic->issue[problem->issues++] = issue;
    for (int i = 0; i < problem->parties; i++)
        if (!quadratic_party(quadratic, frontier, issue, i, k))
            return false;
    return true;
}

static bool quadratic_straight(const struct reward *reward)
{
    return reward->risk == 0 && reward->audience == 0 && reward->narrative == 0 &&
           reward->keep > 0 && reward->scale > 0;
}

bool quadratic_open(struct quadratic *quadratic, const struct branch *branch)
{
    const struct frontier *frontier = branch->frontier;
    struct dual_problem *problem = &quadratic->problem;
    problem->parties = problem->issues = 0;
    for (int i = 0; i < frontier->parties; i++) {
        if (!branch->needed[i])
            continue;
        double claim = reward_inverse(&branch->reward[i], branch->claim[i]) - frontier->base[i];
        if (!quadratic_straight(&branch->reward[i]) || !(fabs(claim) < HUGE_VAL) ||
            problem->parties == DUAL_PARTIES)
            return false;
        problem->claim[problem->parties] = claim;
        quadratic->party[problem->parties++] = i;
    }
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier->pinned[k] && !quadratic_issue(quadratic, frontier, k))
            return false;
    return problem->parties >= 2 && problem->issues > 0;
}

void quadratic_package(const struct quadratic *quadratic, const struct branch *branch,
                       const struct dual_answer *answer, double *package)
{
    const struct frontier *frontier = branch->frontier;
    for (int k = 0; k < frontier->issues; k++)
        package[k] = frontier->pinned[k] ? frontier->pin[k] : frontier->issue[k].point[0];
    for (int k = 0; k < quadratic->problem.issues; k++)
        package[quadratic->issue[k]] = answer->package[k];
}
