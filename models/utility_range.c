#include "models/utility_range.h"

#include <assert.h>
#include <math.h>

enum { RANGE_ISSUES = 64, RANGE_CORNERS = 6, RANGE_SWEEPS = 8 };

/* One actor's problem in one lane, seen so that it is always a maximum. */
struct range {
    const struct utility *utility;
    const struct actor *about;
    int actor, lane;
    double sign;
    double at[RANGE_ISSUES];
};

static double utility_range_linkage(const struct range *range, int linkage)
{
    size_t row = utility_linkages(range->utility->game, range->actor) + (size_t)linkage;
    return block_read(range->utility->linkage, row)[range->lane];
}

/* What the linkages make of a unit of the issue, given the others' positions. */
static double utility_range_slope(const struct range *range, int issue)
{
    double slope = 0;
    for (int m = 0; m < range->about->linkages; m++) {
        const int *pair = range->about->linkage[m].issue;
        if (pair[0] == issue || pair[1] == issue)
            slope +=
                utility_range_linkage(range, m) * range->at[pair[0] == issue ? pair[1] : pair[0]];
    }
    return slope;
}

/* Takes `at` as the issue's position where that is better than `best`. */
static void utility_range_try(struct range *range, int issue, double slope, double at, double *best)
{
    double part = utility_part(range->utility, range->actor, issue, range->lane, at);
    double worth = range->sign * (part + slope * at);
    if (at >= 0 && at <= 1 && worth > *best) {
        *best = worth;
        range->at[issue] = at;
    }
}

/* Where a loss that falls smoothly balances what else a step away from the ideal brings, `slope`
 * per unit. */
static void utility_range_smooth(struct range *range, int issue, double slope, double against,
                                 double *best)
{
    const struct position *position = &range->about->position[issue];
    const struct utility *utility = range->utility;
    size_t row = (size_t)(range->actor * utility->game->issues + issue);
    double weight = block_read(utility->weight, row)[range->lane];
    if (weight <= 0 || against == 0)
        return;
    double reach = loss_reach(position->loss, block_read(utility->shape, row)[range->lane],
                              fabs(against) / weight);
    double at = block_read(utility->ideal, row)[range->lane] + (against > 0 ? reach : -reach);
    utility_range_try(range, issue, slope, at, best);
}

/* The kinks of a continuous issue and, with a curved loss, the stationary points on either side
 * of the red line; a smallest worth lies on a kink or at an end. */
static void utility_range_kinks(struct range *range, int issue, double slope, double *best)
{
    const struct position *position = &range->about->position[issue];
    const struct utility *utility = range->utility;
    size_t row = (size_t)(range->actor * utility->game->issues + issue);
    double ideal = block_read(utility->ideal, row)[range->lane],
           weight = block_read(utility->weight, row)[range->lane];
    double penalty = block_read(utility->penalty, row)[range->lane];
    utility_range_try(range, issue, slope, 0, best);
    utility_range_try(range, issue, slope, 1, best);
    utility_range_try(range, issue, slope, ideal, best);
    if (position->red_line.beyond.row >= 0)
        utility_range_try(range, issue, slope, block_read(utility->line, row)[range->lane], best);
    if (loss_is_smooth(position->loss)) {
        utility_range_smooth(range, issue, slope, slope, best);
        utility_range_smooth(range, issue, slope, slope - position->red_line.direction * penalty,
                             best);
    }
    if (position->loss == LOSS_QUADRATIC && weight > 0) {
        utility_range_try(range, issue, slope, ideal + slope / (2 * weight), best);
        utility_range_try(range, issue, slope,
                          ideal + (slope - position->red_line.direction * penalty) / (2 * weight),
                          best);
    }
}

/* Puts one issue where it is best, the others given; returns its worth there. */
static double utility_range_issue(struct range *range, int issue)
{
    const struct game *game = range->utility->game;
    const struct issue *about = &game->issue[issue];
    const double *knot = block_read(range->utility->knot, utility_levels(game, issue));
    double slope = utility_range_slope(range, issue), best = -HUGE_VAL;
    for (int m = 0; m < about->levels; m++)
        utility_range_try(range, issue, slope, knot[m * LANES + range->lane], &best);
    if (!about->discrete || about->levels == 0)
        utility_range_kinks(range, issue, slope, &best);
    return best;
}

static double utility_range_total(const struct range *range)
{
    double sum = 0;
    for (int k = 0; k < range->utility->game->issues; k++)
        sum += utility_part(range->utility, range->actor, k, range->lane, range->at[k]);
    for (int m = 0; m < range->about->linkages; m++) {
        const int *pair = range->about->linkage[m].issue;
        sum += utility_range_linkage(range, m) * range->at[pair[0]] * range->at[pair[1]];
    }
    return range->sign * sum;
}

static int utility_range_linked(const struct range *range, int *linked)
{
    int count = 0;
    for (int k = 0; k < range->utility->game->issues; k++)
        for (int m = 0; m < range->about->linkages; m++)
            if (range->about->linkage[m].issue[0] == k || range->about->linkage[m].issue[1] == k) {
                linked[count++] = k;
                break;
            }
    return count;
}

static double utility_range_sweeps(struct range *range)
{
    int linked[RANGE_ISSUES], count = utility_range_linked(range, linked);
    int corners = count <= RANGE_CORNERS ? 1 << count : 2;
    double best = -HUGE_VAL;
    for (int corner = 0; corner < corners; corner++) {
        for (int m = 0; m < count; m++)
            range->at[linked[m]] = count <= RANGE_CORNERS ? corner >> m & 1 : corner;
        for (int sweep = 0; sweep < RANGE_SWEEPS; sweep++)
            for (int m = 0; m < count; m++)
                utility_range_issue(range, linked[m]);
        double worth = utility_range_total(range);
        best = worth > best ? worth : best;
    }
    return best;
}

double utility_range(const struct utility *utility, int actor, int lane, double sign)
{
    const struct game *game = utility->game;
    struct range range = {
        .utility = utility, .about = &game->actor[actor], .actor = actor, .lane = lane, .sign = sign
    };
    assert(game->issues <= RANGE_ISSUES);
    double sum = 0;
    for (int k = 0; k < game->issues; k++)
        if (range.about->position[k].present)
            sum += utility_range_issue(&range, k);
    return sign * (range.about->linkages > 0 ? utility_range_sweeps(&range) : sum);
}
