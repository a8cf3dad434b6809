#include "models/pareto.h"

#include <math.h>
#include <string.h>

enum { PARETO_STEPS = 20 };

static const double PARETO_SAME = 1e-9;

/* How many directions there are: C(steps + parties - 1, parties - 1); more than there is room for
 * is as much. */
static int pareto_directions(int parties, int steps)
{
    int count = 1;
    for (int m = 1; m < parties && count <= PARETO_POINTS; m++)
        count = count * (steps + m) / m;
    return count;
}

/* The next direction in lexicographic order; false after the last. */
static bool pareto_next(int *part, int parties)
{
    int last = parties - 1, rest = part[last];
    int m = last - 1;
    while (m >= 0 && part[m] == 0)
        m--;
    if (m < 0)
        return false;
    part[last] = 0;
    part[m]--;
    part[m + 1] = rest + 1;
    return true;
}

/* Whether the first is nowhere better than the second. */
static bool pareto_below(const struct pareto_point *one, const struct pareto_point *other,
                         int parties)
{
    for (int i = 0; i < parties; i++)
        if (one->worth[i] > other->worth[i] + PARETO_SAME)
            return false;
    return true;
}

/* Adds a point unless it is below one; takes away those that are below it. */
static int pareto_add(struct pareto_point *point, int count, const struct pareto_point *next,
                      int parties)
{
    int kept = 0;
    for (int m = 0; m < count; m++)
        if (pareto_below(next, &point[m], parties))
            return count;
    for (int m = 0; m < count; m++)
        if (!pareto_below(&point[m], next, parties))
            point[kept++] = point[m];
    point[kept++] = *next;
    return kept;
}

/* What a party could gain alone; 0: nothing, or nobody knows. */
static double pareto_reach(const double *floor, const double *ideal, int party)
{
    return ideal[party] > floor[party] ? ideal[party] - floor[party] : 0;
}

static bool pareto_goes(const double *share, int parties)
{
    for (int i = 0; i < parties; i++)
        if (share[i] > 0)
            return true;
    return false;
}

int pareto_front(struct zone *zone, const double *floor, const double *ideal,
                 struct pareto_point point[PARETO_POINTS])
{
    int parties = zone->frontier.parties, steps = PARETO_STEPS, count = 0;
    int part[FRONTIER_PARTIES] = { 0 };
    double share[FRONTIER_PARTIES];
    struct objective objective = { .share = share };
    for (int i = 0; i < parties; i++)
        objective.floor[i] = floor[i];
    while (steps > 1 && pareto_directions(parties, steps) > PARETO_POINTS)
        steps--;
    part[0] = steps;
    do {
        struct optimum optimum;
        struct pareto_point next = { .worth = { 0 } };
        for (int i = 0; i < parties; i++)
            share[i] = pareto_reach(floor, ideal, i) * part[i] / steps;
        if (!pareto_goes(share, parties))
            continue;
        optimum_find(zone, &objective, &optimum);
        if (!optimum.found || optimum.value < 0)
            continue;
        memcpy(next.package, optimum.package, sizeof next.package);
        memcpy(next.worth, optimum.worth, sizeof next.worth);
        count = pareto_add(point, count, &next, parties);
    } while (pareto_next(part, parties));
    return count;
}

struct pareto_units {
    const double *floor, *ideal;
};

static double pareto_slope(const struct criterion *criterion, const struct branch *branch,
                           int party, double worth)
{
    const struct pareto_units *units = criterion->about;
    double reach = pareto_reach(units->floor, units->ideal, party);
    (void)worth;
    return branch->needed[party] && reach > 0 ? 1 / reach : 0;
}

static double pareto_value(const struct criterion *criterion, const struct branch *branch,
                           int party, double worth)
{
    const struct pareto_units *units = criterion->about;
    return pareto_slope(criterion, branch, party, worth) * (worth - units->floor[party]);
}

void pareto_knee(struct zone *zone, const double *floor, const double *ideal, struct optimum *knee)
{
    const struct pareto_units units = { floor, ideal };
    const struct criterion criterion = { pareto_value, pareto_slope, &units };
    struct objective objective = { .criterion = &criterion };
    for (int i = 0; i < zone->frontier.parties; i++)
        objective.floor[i] = floor[i];
    optimum_find(zone, &objective, knee);
    knee->found = knee->found && knee->value > 1 + PARETO_SAME;
}
