#include <math.h>
#include <string.h>

#include "models/deferral.h"
#include "models/frontier.h"

/* The issue's table without the soft line of one party. */
static void frontier_lift(struct frontier *frontier, const struct bargain *bargain, int lane,
                          int party, int issue, double **spare)
{
    struct frontier_issue *about = &frontier->issue[issue];
    int stride = 1 + frontier->parties;
    double *point = *spare, share = deferral_share(bargain, issue, lane);
    memcpy(point, about->point, (size_t)(about->count * stride) * sizeof *point);
    for (int m = 0; m < about->count; m++)
        point[m * stride + 1 + party] +=
            share * utility_penalty(bargain->utility, frontier->actor[party], issue, lane,
                                    point[m * stride]);
    about->point = point;
    about->concave = frontier_concave(point, about->count, frontier->parties);
    *spare += frontier_points(bargain->game, issue, frontier->parties);
}

static void frontier_lift_all(struct frontier *frontier, const struct bargain *bargain, int lane,
                              int which)
{
    const struct game *game = bargain->game;
    double *spare = frontier->spare;
    for (int m = 0; m < game->clauses; m++) {
        const struct clause *clause = &game->clause[m];
        bool soft =
            clause->rule < 0 && !game->actor[clause->actor].position[clause->issue].red_line.hard;
        for (int i = 0; soft && i < frontier->parties && terms_lifts(game, which, m); i++)
            if (frontier->actor[i] == clause->actor)
                frontier_lift(frontier, bargain, lane, i, clause->issue, &spare);
    }
}

/* Leaves the points in [low, high]. */
static bool frontier_narrow(struct frontier_issue *about, int parties, double low, double high)
{
    int stride = 1 + parties, first = 0, last = about->count - 1;
    while (first <= last && about->point[first * stride] < low)
        first++;
    while (last >= first && about->point[last * stride] > high)
        last--;
    if (first > last)
        return false;
    if (first == 0 && last == about->count - 1)
        return true;
    int home = about->home < first ? first : about->home > last ? last : about->home;
    about->point += first * stride;
    if (about->bend != NULL)
        about->height += first * parties;
    about->count = last - first + 1;
    about->home = home - first;
    about->discrete = about->discrete || about->count == 1;
    about->concave = about->concave || frontier_concave(about->point, about->count, parties);
    return true;
}

bool frontier_confine(struct frontier *frontier, const struct bargain *bargain, int lane, int which,
                      const double *low, const double *high)
{
    double *end = frontier->tables + frontier_head(frontier->issues);
    for (int k = 0; k < frontier->issues; k++)
        end = frontier_place(frontier, bargain->game, k, end);
    frontier_lift_all(frontier, bargain, lane, which);
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier_narrow(&frontier->issue[k], frontier->parties, low[k], high[k]))
            return false;
    return true;
}

void frontier_admit(const struct frontier *frontier, double *package)
{
    int stride = 1 + frontier->parties;
    for (int k = 0; k < frontier->issues; k++) {
        const struct frontier_issue *about = &frontier->issue[k];
        double low = about->point[0], high = about->point[(about->count - 1) * stride];
        double at = package[k] < low ? low : package[k] > high ? high : package[k];
        for (int m = 0; m < about->count && about->discrete; m++)
            if (m == 0 || fabs(about->point[m * stride] - package[k]) < fabs(at - package[k]))
                at = about->point[m * stride];
        package[k] = at;
    }
}
