#include "models/ascent.h"

#include <math.h>
#include <string.h>

enum { ASCENT_STEPS = 80, ASCENT_BISECTIONS = 60 };

/* A search ends where the slope has fallen to this share; a last, careful sweep does the rest. */
static const double ASCENT_ROUGH = 1e-3, ASCENT_CAREFUL = 1e-13;

/* A climb that ends with more than this to be gained is held by a kink, where everything mixes. */
static const double ASCENT_STUCK = 1e-7;

struct ascent {
    const struct criterion *criterion;
    const struct branch *branch;
    const struct frontier *frontier;
    double *package;
    double raw[FRONTIER_PARTIES];
    double gradient[FRONTIER_PARTIES]; /* of the criterion in raw worth */
    double care;                       /* share of the slope that a search may leave */
};

/* A move with raw(s) = raw + rise s + bow s (s - 1) + the arc's bow, 0 <= s <= 1. */
struct ascent_move {
    double rise[FRONTIER_PARTIES], bow[FRONTIER_PARTIES];
    const struct frontier_arc *arc; /* NULL where the issue has no smooth losses */
};

double ascent_value(const struct criterion *criterion, const struct branch *branch,
                    const double *raw)
{
    double sum = 0;
    for (int i = 0; i < branch->frontier->parties; i++)
        sum += criterion->value(criterion, branch, i, reward_of(&branch->reward[i], raw[i]));
    return sum;
}

static double ascent_slope(const struct ascent *ascent, int party, double raw)
{
    const struct reward *reward = &ascent->branch->reward[party];
    double slope =
        ascent->criterion->slope(ascent->criterion, ascent->branch, party, reward_of(reward, raw));
    return slope > 0 ? slope * reward_slope(reward, raw) : 0;
}

static void ascent_refresh(struct ascent *ascent)
{
    frontier_raw(ascent->frontier, ascent->package, ascent->raw);
    for (int i = 0; i < ascent->frontier->parties; i++)
        ascent->gradient[i] = ascent_slope(ascent, i, ascent->raw[i]);
}

/* The criterion's derivative along a move with an arc, which may be infinite at its ends. Apart
 * from what games without arcs do all the time. */
__attribute__((noinline)) static double ascent_along_arc(const struct ascent *ascent,
                                                         const struct ascent_move *move, double s)
{
    double sum = 0;
    for (int i = 0; i < ascent->frontier->parties; i++) {
        double rise =
            move->rise[i] + move->bow[i] * (2 * s - 1) + frontier_arc_slope(move->arc, i, s);
        double raw = ascent->raw[i] + s * (move->rise[i] + move->bow[i] * (s - 1)) +
                     frontier_arc_bow(move->arc, i, s);
        double slope = s > 0 ? ascent_slope(ascent, i, raw) : ascent->gradient[i];
        sum += rise != 0 && slope > 0 ? rise * slope : 0;
    }
    return sum;
}

/* The criterion's derivative along a move; its slopes are known at the start. */
static double ascent_along(const struct ascent *ascent, const struct ascent_move *move, double s)
{
    double sum = 0;
    if (__builtin_expect(move->arc != NULL, 0))
        return ascent_along_arc(ascent, move, s);
    for (int i = 0; i < ascent->frontier->parties; i++) {
        double rise = move->rise[i] + move->bow[i] * (2 * s - 1);
        double raw = ascent->raw[i] + s * (move->rise[i] + move->bow[i] * (s - 1));
        if (rise != 0)
            sum += rise * (s > 0 ? ascent_slope(ascent, i, raw) : ascent->gradient[i]);
    }
    return sum;
}

/* Where along a move the criterion stops rising: the root of its derivative, by false position with
 * halved weights (Illinois; Dowell and Jarratt 1971). */
static double ascent_search(const struct ascent *ascent, const struct ascent_move *move)
{
    double left = 0, right = 1, rising = ascent_along(ascent, move, 0);
    if (rising <= 0)
        return 0;
    double falling = ascent_along(ascent, move, 1);
    if (falling >= 0)
        return 1;
    double tolerance = ascent->care * (move->arc != NULL ? fmin(rising, -falling) : rising);
    for (int step = 0, side = 0; step < ASCENT_BISECTIONS && right - left > 1e-15; step++) {
        bool upright = move->arc != NULL && (rising == HUGE_VAL || falling == -HUGE_VAL);
        double s = step % 4 == 3 || upright ? 0.5 * (left + right)
                                            : left + (right - left) * rising / (rising - falling);
        double along = ascent_along(ascent, move, s);
        if (fabs(along) <= tolerance)
            return s;
        if (along > 0) {
            left = s;
            rising = along;
            falling = side > 0 ? falling / 2 : falling;
            side = 1;
        } else {
            right = s;
            falling = along;
            rising = side < 0 ? rising / 2 : rising;
            side = -1;
        }
    }
    return left;
}

/* Moves all issues that mix towards `target`. */
static void ascent_step(struct ascent *ascent, const double *target)
{
    const struct frontier *frontier = ascent->frontier;
    double there[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    struct ascent_move move = { .arc = NULL };
    for (int k = 0; k < frontier->issues; k++)
        there[k] = frontier->mixes[k] ? target[k] : ascent->package[k];
    frontier_raw(frontier, there, raw);
    for (int i = 0; i < frontier->parties; i++)
        move.rise[i] = raw[i] - ascent->raw[i];
    double s = ascent_search(ascent, &move);
    for (int k = 0; k < frontier->issues; k++)
        if (there[k] != ascent->package[k])
            ascent->package[k] =
                s < 1 ? ascent->package[k] + s * (there[k] - ascent->package[k]) : there[k];
    ascent_refresh(ascent);
}

/* The next point of an issue above (side 1) or below (side -1) where it stands; that itself at the
 * end. */
static double ascent_next(const struct ascent *ascent, int issue, int side)
{
    const struct frontier_issue *about = &ascent->frontier->issue[issue];
    double at = ascent->package[issue], next = at;
    for (int m = 0; m < about->count; m++) {
        double point = about->point[m * (1 + ascent->frontier->parties)];
        if (side < 0 ? point < at : point > at && next == at)
            next = point;
    }
    return next;
}

/* Adds what the arc of a move gives above its chord. */
__attribute__((noinline)) static void ascent_bow(struct ascent *ascent,
                                                 const struct frontier_arc *arc, double s)
{
    for (int i = 0; i < ascent->frontier->parties; i++)
        ascent->raw[i] += frontier_arc_bow(arc, i, s);
}

/* Towards the next point of one issue on one side; returns whether to go on from there. */
static bool ascent_walk(struct ascent *ascent, int issue, int side)
{
    const struct frontier *frontier = ascent->frontier;
    double at = ascent->package[issue], next = ascent_next(ascent, issue, side);
    if (next == at)
        return false;
    struct ascent_move move;
    struct frontier_arc arc;
    move.arc = frontier->issue[issue].bend != NULL ? &arc : NULL;
    if (move.arc != NULL)
        arc = frontier_arc(frontier, issue, at, next);
    frontier_change(frontier, ascent->package, issue, next, move.rise);
    for (int i = 0; i < frontier->parties; i++)
        move.bow[i] = frontier->issue[issue].curve[i] * (next - at) * (next - at);
    double s = ascent_search(ascent, &move);
    if (s <= 0)
        return false;
    ascent->package[issue] = s < 1 ? at + s * (next - at) : next;
    if (move.arc != NULL)
        ascent_bow(ascent, &arc, s);
    for (int i = 0; i < frontier->parties; i++) {
        ascent->raw[i] += s * (move.rise[i] + move.bow[i] * (s - 1));
        ascent->gradient[i] = ascent_slope(ascent, i, ascent->raw[i]);
    }
    return s == 1;
}

/* Tries every point of an issue that cannot be searched along. */
static void ascent_switch(struct ascent *ascent, int issue)
{
    const struct frontier *frontier = ascent->frontier;
    double best = ascent_value(ascent->criterion, ascent->branch, ascent->raw),
           at = ascent->package[issue];
    for (int m = 0; m < frontier->issue[issue].count; m++) {
        double raw[FRONTIER_PARTIES],
            point = frontier->issue[issue].point[m * (1 + frontier->parties)];
        frontier_change(frontier, ascent->package, issue, point, raw);
        for (int i = 0; i < frontier->parties; i++)
            raw[i] += ascent->raw[i];
        double value = ascent_value(ascent->criterion, ascent->branch, raw);
        if (value > best) {
            best = value;
            at = point;
        }
    }
    if (at == ascent->package[issue])
        return;
    ascent->package[issue] = at;
    ascent_refresh(ascent);
}

static void ascent_sweep(struct ascent *ascent)
{
    const struct frontier *frontier = ascent->frontier;
    for (int k = 0; k < frontier->issues; k++) {
        if (frontier->pinned[k])
            continue;
        if (frontier->issue[k].discrete || !frontier->issue[k].concave) {
            ascent_switch(ascent, k);
            continue;
        }
        for (int side = -1; side <= 1; side += 2)
            for (int m = 0; m < frontier->issue[k].count && ascent_walk(ascent, k, side); m++)
                ;
    }
}

/* Gain of the linearised criterion at its best package. */
static double ascent_gap(const struct ascent *ascent, double *target)
{
    double raw[FRONTIER_PARTIES], gap = 0;
    frontier_support(ascent->frontier, ascent->gradient, target, raw);
    for (int i = 0; i < ascent->frontier->parties; i++)
        gap += ascent->gradient[i] * (raw[i] - ascent->raw[i]);
    return gap;
}

double ascent_climb(const struct criterion *criterion, const struct branch *branch, double floor,
                    double *package)
{
    const struct frontier *frontier = branch->frontier;
    struct ascent ascent = { .criterion = criterion,
                             .branch = branch,
                             .frontier = frontier,
                             .package = package,
                             .care = ASCENT_ROUGH };
    double target[FRONTIER_ISSUES], value = -HUGE_VAL, gap = 0;
    for (int k = 0; k < frontier->issues; k++)
        package[k] = frontier->pinned[k] ? frontier->pin[k] : package[k];
    ascent_refresh(&ascent);
    for (int step = 0; step < ASCENT_STEPS; step++) {
        double before = value;
        gap = ascent_gap(&ascent, target);
        value = ascent_value(criterion, branch, ascent.raw);
        if (value + gap <= floor)
            return -HUGE_VAL;
        if (gap <= ASCENT_GAP || (step > 8 && value - before <= 1e-15))
            break;
        ascent_step(&ascent, target);
        ascent_sweep(&ascent);
        ascent_refresh(&ascent);
    }
    ascent.care = ASCENT_CAREFUL;
    ascent_sweep(&ascent);
    ascent_refresh(&ascent);
    if (gap > ASCENT_STUCK && frontier_mixes(frontier))
        return ascent_mend(criterion, branch, package);
    return ascent_value(criterion, branch, ascent.raw);
}

struct ascent_prices ascent_price(const struct criterion *criterion, const struct branch *branch,
                                  const double *package)
{
    struct ascent_prices prices = { .value = 0 };
    double raw[FRONTIER_PARTIES];
    frontier_raw(branch->frontier, package, raw);
    prices.value = ascent_value(criterion, branch, raw);
    for (int i = 0; i < branch->frontier->parties; i++) {
        prices.worth[i] = reward_of(&branch->reward[i], raw[i]);
        double slope = criterion->slope(criterion, branch, i, prices.worth[i]);
        prices.price[i] = slope > 0 ? slope : 0;
    }
    return prices;
}

bool ascent_excludes(const struct ascent_prices *prices, const struct branch *branch, double floor)
{
    const struct frontier *frontier = branch->frontier;
    double weight[FRONTIER_PARTIES], at[FRONTIER_PARTIES], package[FRONTIER_ISSUES],
        raw[FRONTIER_PARTIES];
    double bound = prices->value;
    for (int i = 0; i < frontier->parties; i++) {
        at[i] = reward_inverse(&branch->reward[i], prices->worth[i]);
        if (!(fabs(at[i]) < HUGE_VAL))
            return false;
        weight[i] = prices->price[i] * reward_slope(&branch->reward[i], at[i]);
    }
    frontier_support(frontier, weight, package, raw);
    for (int i = 0; i < frontier->parties; i++)
        bound += weight[i] * (raw[i] - at[i]);
    return bound <= floor;
}
