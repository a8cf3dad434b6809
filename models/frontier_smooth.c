#include <math.h>
#include <string.h>

#include "models/deferral.h"
#include "models/frontier.h"
#include "models/loss.h"

enum { SMOOTH_STEPS = 200 };

/* A weighted sum of worths in one cell, as far as it is not the smooth losses' own: its slope is
 * base + curve (2 x - left - right) plus theirs. */
struct cell {
    const struct frontier_bend *bend;
    const double *weight;
    int parties;
    double left, right, base, curve;
};

static bool frontier_smooth_has(const struct game *game, int actor, int issue)
{
    const struct position *position = &game->actor[actor].position[issue];
    return !game->actor[actor].neutral && position->present && loss_is_smooth(position->loss);
}

size_t frontier_smooth_size(const struct game *game, int issue, int parties)
{
    for (int i = 0; i < game->actors; i++)
        if (frontier_smooth_has(game, i, issue))
            return FRONTIER_BEND * (size_t)parties + frontier_points(game, issue, parties);
    return 0;
}

static struct frontier_bend frontier_smooth_bend(const struct bargain *bargain, int actor,
                                                 int issue, int lane)
{
    const struct utility *utility = bargain->utility;
    size_t row = (size_t)(actor * bargain->game->issues + issue);
    if (!frontier_smooth_has(bargain->game, actor, issue))
        return (struct frontier_bend){ .weight = 0 };
    return (struct frontier_bend){
        .weight = block_read(utility->weight, row)[lane] * deferral_share(bargain, issue, lane),
        .loss = bargain->game->actor[actor].position[issue].loss,
        .shape = block_read(utility->shape, row)[lane],
        .ideal = block_read(utility->ideal, row)[lane],
    };
}

double *frontier_smooth_build(const struct frontier *frontier, const struct bargain *bargain,
                              int issue, int lane, const double *point, double *end)
{
    int parties = frontier->parties;
    struct frontier_bend *bend = (struct frontier_bend *)end;
    double *height = end + FRONTIER_BEND * parties;
    bool any = false;
    for (int i = 0; i < parties; i++)
        any = any || frontier_smooth_has(bargain->game, frontier->actor[i], issue);
    if (!any)
        return end;
    for (int i = 0; i < parties; i++)
        bend[i] = frontier_smooth_bend(bargain, frontier->actor[i], issue, lane);
    for (; point < end; point += 1 + parties)
        for (int i = 0; i < parties; i++)
            *height++ = frontier_bend_worth(&bend[i], point[0]);
    return height;
}

double frontier_bend_worth(const struct frontier_bend *bend, double at)
{
    return bend->weight > 0
               ? bend->weight * loss_worth((int)bend->loss, bend->shape, bend->ideal, at)
               : 0;
}

/* On the side of the ideal on which `middle` is. */
static double frontier_bend_slope(const struct frontier_bend *bend, double at, double middle)
{
    return bend->weight > 0 ? bend->weight * loss_slope((int)bend->loss, bend->shape, bend->ideal,
                                                        at, middle > bend->ideal)
                            : 0;
}

void frontier_smooth(const struct frontier_issue *about, int parties, int cell, double at,
                     double *worth)
{
    const double *left = about->point + cell * (1 + parties), *right = left + 1 + parties;
    const double *first = about->height + cell * parties, *last = first + parties;
    double share = (at - left[0]) / (right[0] - left[0]);
    for (int i = 0; i < parties; i++)
        if (about->bend[i].weight > 0)
            worth[i] += frontier_bend_worth(&about->bend[i], at) -
                        (first[i] + share * (last[i] - first[i]));
}

static struct cell frontier_cell(const struct frontier_issue *about, int parties, int number,
                                 const double *weight, double slope)
{
    const double *left = about->point + number * (1 + parties), *right = left + 1 + parties;
    const double *first = about->height + number * parties, *last = first + parties;
    struct cell cell = { .bend = about->bend,
                         .weight = weight,
                         .parties = parties,
                         .left = left[0],
                         .right = right[0],
                         .base = slope };
    double length = right[0] - left[0];
    for (int i = 0; i < parties; i++) {
        double rise = (right[1 + i] - left[1 + i]) - (last[i] - first[i]);
        cell.base += weight[i] * rise / length;
        cell.curve += weight[i] * about->curve[i];
    }
    return cell;
}

/* Its slope at a position and, unless `bend` is NULL, its second derivative, inside the cell. */
static double frontier_cell_slope(const struct cell *cell, double at, double *bend)
{
    double sum = cell->base + cell->curve * ((at - cell->left) + (at - cell->right));
    double middle = 0.5 * (cell->left + cell->right), turn = 2 * cell->curve;
    for (int i = 0; i < cell->parties; i++) {
        const struct frontier_bend *own = &cell->bend[i];
        double weight = cell->weight[i] * own->weight;
        if (!(weight > 0))
            continue;
        double slope = loss_slope((int)own->loss, own->shape, own->ideal, at, middle > own->ideal);
        sum += weight * slope;
        if (bend != NULL)
            turn += weight * loss_bend((int)own->loss, own->shape, own->ideal, at, slope);
    }
    if (bend != NULL)
        *bend = turn;
    return sum;
}

/* Whether a step of Newton's method leaves an error in the last digits only: losses are singular at
 * the ends of cells at most, so that the share of the way there is what counts. */
static bool frontier_cell_done(const struct cell *cell, double at, double step)
{
    double room = fmin(at - cell->left, cell->right - at);
    return fabs(step) <= 0x1p-28 * room || fabs(step) <= 0x1p-52 * at;
}

/* The root of the slope, which falls from `rising` > 0 to `falling` < 0: Newton's method from where
 * their chord is 0, halving the bracket where a step would leave it. */
static double frontier_cell_root(const struct cell *cell, double rising, double falling)
{
    double left = cell->left, right = cell->right, bend;
    double share = rising < HUGE_VAL && falling > -HUGE_VAL ? rising / (rising - falling) : 0.5;
    double at = left + share * (right - left);
    for (int step = 0; step < SMOOTH_STEPS && at > left && at < right; step++) {
        double slope = frontier_cell_slope(cell, at, &bend);
        if (slope == 0)
            return at;
        *(slope > 0 ? &left : &right) = at;
        double next = at - slope / bend;
        bool inside = next > left && next < right;
        if (frontier_cell_done(cell, at, next - at))
            return inside ? next : at;
        at = inside ? next : 0.5 * (left + right);
    }
    return at;
}

double frontier_smooth_inner(const struct frontier *frontier, int issue, int cell,
                             const double *weight, double slope)
{
    struct cell own =
        frontier_cell(&frontier->issue[issue], frontier->parties, cell, weight, slope);
    double rising = frontier_cell_slope(&own, own.left, NULL), falling;
    if (!(rising > 0) || (falling = frontier_cell_slope(&own, own.right, NULL)) >= 0)
        return NAN;
    return frontier_cell_root(&own, rising, falling);
}

double frontier_smooth_choice(const struct frontier *frontier, int issue, const double *weight,
                              double slope, double best, double at, double *worth)
{
    double inner_worth[FRONTIER_PARTIES];
    for (int m = 0; m + 1 < frontier->issue[issue].count; m++) {
        double inner = frontier_smooth_inner(frontier, issue, m, weight, slope);
        double score = slope * inner;
        if (isnan(inner))
            continue;
        frontier_part(frontier, issue, inner, inner_worth);
        for (int i = 0; i < frontier->parties; i++)
            score += weight[i] * inner_worth[i];
        if (score <= best)
            continue;
        best = score;
        at = inner;
        memcpy(worth, inner_worth, (size_t)frontier->parties * sizeof *worth);
    }
    return at;
}

struct frontier_arc frontier_arc(const struct frontier *frontier, int issue, double from, double to)
{
    struct frontier_arc arc = { .bend = frontier->issue[issue].bend, .from = from, .to = to };
    for (int i = 0; i < frontier->parties; i++) {
        arc.first[i] = frontier_bend_worth(&arc.bend[i], from);
        arc.last[i] = frontier_bend_worth(&arc.bend[i], to);
    }
    return arc;
}

static double frontier_arc_place(const struct frontier_arc *arc, double s)
{
    return s < 1 ? arc->from + s * (arc->to - arc->from) : arc->to;
}

double frontier_arc_bow(const struct frontier_arc *arc, int party, double s)
{
    double chord = arc->first[party] + s * (arc->last[party] - arc->first[party]);
    return frontier_bend_worth(&arc->bend[party], frontier_arc_place(arc, s)) - chord;
}

double frontier_arc_slope(const struct frontier_arc *arc, int party, double s)
{
    double slope = frontier_bend_slope(&arc->bend[party], frontier_arc_place(arc, s),
                                       0.5 * (arc->from + arc->to));
    return (arc->to - arc->from) * slope - (arc->last[party] - arc->first[party]);
}
