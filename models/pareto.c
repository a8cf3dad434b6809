#include "models/pareto.h"

#include <math.h>
#include <string.h>

static const double PARETO_SAME = 1e-9;

/* Room below worths that a search is to find again, and what counts as a rise above them. */
static const double PARETO_ROOM = 1e-8, PARETO_RISE = 1e-7;

/* Between two parties the nearest point is searched for, in steps that are halved. */
static const double PARETO_FIRST_STEP = 0.05;

enum { PARETO_TURNS = 40 };

bool pareto_open(struct pareto *pareto, const struct bargain *bargain, int lane, struct zone *zone)
{
    struct solution *solution = &pareto->solution;
    bool any = false;
    *pareto = (struct pareto){ .solution = {
                                   .bargain = bargain, .zone = zone, .lane = lane, .gap = NAN } };
    if (!zone->open)
        return false;
    solution->parties = zone->frontier.parties;
    memcpy(solution->claim, zone->branch.claim, sizeof solution->claim);
    for (int i = 0; i < solution->parties; i++) {
        struct optimum optimum;
        double reach = solution_most(solution, i, solution->claim, &optimum) - solution->claim[i];
        pareto->reach[i] = reach > PARETO_SAME ? reach : 0;
        any = any || pareto->reach[i] > 0;
    }
    return any;
}

static double pareto_gain(const struct pareto *pareto, int party, double worth)
{
    double reach = pareto->reach[party];
    return reach > 0 ? (worth - pareto->solution.claim[party]) / reach : 0;
}

double pareto_sum(const struct pareto *pareto, const double *worth)
{
    double sum = 0;
    for (int i = 0; i < pareto->solution.parties; i++)
        sum += pareto_gain(pareto, i, worth[i]);
    return sum;
}

/* The package found, at its place, as a point. */
static struct pareto_point pareto_take(struct pareto *pareto, const struct optimum *found,
                                       double gap)
{
    int parties = pareto->solution.parties;
    struct pareto_point point = { .gap = gap };
    double sum = 0;
    memcpy(point.package, found->package, sizeof point.package);
    zone_enter(pareto->solution.zone, found->place);
    memcpy(point.needed, pareto->solution.zone->branch.needed, sizeof point.needed);
    for (int i = 0; i < parties; i++) {
        point.worth[i] = found->worth[i];
        sum += point.weight[i] = found->weight[i];
    }
    for (int i = 0; i < parties && sum > 0; i++)
        point.weight[i] /= sum;
    return point;
}

/* The package at the end of the ray in a direction of gains. */
static bool pareto_at(struct pareto *pareto, const double *direction, struct pareto_point *point)
{
    struct solution *solution = &pareto->solution;
    double share[FRONTIER_PARTIES], most = 0;
    for (int i = 0; i < solution->parties; i++) {
        share[i] = direction[i] * pareto->reach[i];
        most = fmax(most, share[i]);
    }
    if (!(most > 0) || !solution_share(solution, solution->claim, share))
        return false;
    *point = pareto_take(pareto, &solution->best, solution->gap);
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

/* Steps of the finest lattice of at most `count` directions: (m + n - 1 over n - 1) of them. */
static int pareto_fineness(int parties, int count)
{
    int steps = 0;
    double directions = 1;
    while (directions * (steps + parties) / (steps + 1) <= count && steps < count) {
        directions = directions * (steps + parties) / (steps + 1);
        steps++;
    }
    return steps;
}

/* The next composition of its sum, the largest first parts first; false after the last. */
static bool pareto_next(int *part, int parties)
{
    int last = parties - 1, rest = part[last], at = last - 1;
    while (at >= 0 && part[at] == 0)
        at--;
    if (at < 0)
        return false;
    part[last] = 0;
    part[at]--;
    part[at + 1] = rest + 1;
    return true;
}

int pareto_points(struct pareto *pareto, int count, struct pareto_point *point)
{
    int parties = pareto->solution.parties, part[FRONTIER_PARTIES] = { 0 }, points = 0;
    int steps = parties <= 1 ? 1 : pareto_fineness(parties, count);
    part[0] = steps;
    do {
        double direction[FRONTIER_PARTIES];
        struct pareto_point next;
        for (int i = 0; i < parties; i++)
            direction[i] = part[i] / (double)steps;
        if (pareto_at(pareto, direction, &next))
            points = pareto_add(point, points, &next, parties);
    } while (pareto_next(part, parties));
    return points;
}

static double pareto_value(const struct criterion *criterion, const struct branch *branch,
                           int party, double worth)
{
    (void)branch;
    return pareto_gain(criterion->about, party, worth);
}

static double pareto_slope(const struct criterion *criterion, const struct branch *branch,
                           int party, double worth)
{
    double reach = ((const struct pareto *)criterion->about)->reach[party];
    (void)branch;
    (void)worth;
    return reach > 0 ? 1 / reach : 0;
}

bool pareto_knee(struct pareto *pareto, struct pareto_point *knee)
{
    const struct criterion criterion = { pareto_value, pareto_slope, pareto };
    struct objective objective = { .criterion = &criterion };
    struct optimum optimum;
    memcpy(objective.floor, pareto->solution.claim, sizeof objective.floor);
    optimum_find(pareto->solution.zone, &objective, &optimum);
    if (!optimum.found || !(optimum.value > 1 + PARETO_SAME))
        return false;
    bool proved = optimum.bound < HUGE_VAL;
    *knee = pareto_take(pareto, &optimum, proved ? fmax(0, optimum.bound - optimum.value) : NAN);
    return true;
}

/* The nearest efficient package so far. */
struct pareto_nearest {
    const double *worth;
    double direction; /* two parties: the share of the second in the sum of gains */
    double least;     /* its distance */
};

/* Whether a point is nearer than all before; then it is kept. */
static bool pareto_nearer(const struct pareto *pareto, const struct pareto_point *point,
                          struct pareto_nearest *nearest)
{
    double square = 0, all = 0, gain = 0;
    for (int i = 0; i < pareto->solution.parties; i++) {
        square += (point->worth[i] - nearest->worth[i]) * (point->worth[i] - nearest->worth[i]);
        gain = fmax(0, pareto_gain(pareto, i, point->worth[i]));
        all += gain;
    }
    if (!(sqrt(square) < nearest->least))
        return false;
    nearest->least = sqrt(square);
    nearest->direction = all > 0 ? gain / all : 0;
    return true;
}

/* Looks at the package to which all are raised alike who have their claims; whether somebody whose
 * consent it needs is. */
static bool pareto_raise(struct pareto *pareto, struct pareto_nearest *nearest)
{
    struct solution *solution = &pareto->solution;
    double floor[FRONTIER_PARTIES], share[FRONTIER_PARTIES];
    bool raised = false;
    for (int i = 0; i < solution->parties; i++) {
        floor[i] = fmax(solution->claim[i], nearest->worth[i]) - PARETO_ROOM;
        share[i] = 1;
    }
    if (!solution_share(solution, floor, share))
        return true;
    struct pareto_point point = pareto_take(pareto, &solution->best, solution->gap);
    for (int i = 0; i < solution->parties; i++)
        raised = raised || (point.needed[i] && point.worth[i] > nearest->worth[i] + PARETO_RISE);
    pareto_nearer(pareto, &point, nearest);
    return raised;
}

/* Whether a ray between two parties ends nearer that leaves more to the second, or less. */
static bool pareto_turn(struct pareto *pareto, double step, struct pareto_nearest *nearest)
{
    double to = fmin(1, fmax(0, nearest->direction + step));
    const double direction[2] = { 1 - to, to };
    struct pareto_point point;
    return pareto_at(pareto, direction, &point) && pareto_nearer(pareto, &point, nearest);
}

double pareto_distance(struct pareto *pareto, const struct pareto_point *point, int points,
                       const double *worth)
{
    struct pareto_nearest nearest = { .worth = worth, .least = HUGE_VAL };
    double step = PARETO_FIRST_STEP;
    if (points == 0)
        return NAN;
    if (!pareto_raise(pareto, &nearest))
        return 0;
    for (int m = 0; m < points; m++)
        pareto_nearer(pareto, &point[m], &nearest);
    for (int turn = 0; pareto->solution.parties == 2 && turn < PARETO_TURNS; turn++)
        if (!pareto_turn(pareto, step, &nearest) && !pareto_turn(pareto, -step, &nearest))
            step /= 2;
    return nearest.least;
}
