#include "models/terms.h"

#include <math.h>

/* Ends that pass each other by no more than this still leave the position where they meet. */
static const double TERMS_STILL = 1e-9;

static int terms_ways(const struct rule *rule)
{
    int ways = rule->then.count > 0;
    for (int m = 0; m < rule->when.count; m++) {
        const struct bound *bound = &rule->when.bound[m];
        ways +=
            (bound->low.row >= 0) + (bound->high.row >= 0) + bound->low_front + bound->high_front;
    }
    return ways;
}

int terms_clauses(const struct game *game, struct clause *out)
{
    int count = 0;
    for (int i = 0; i < game->actors; i++)
        for (int k = 0; k < game->issues && game_actor_binds(&game->actor[i]); k++) {
            if (game->actor[i].position[k].red_line.unless.count == 0)
                continue;
            if (out != NULL)
                out[count] = (struct clause){ .actor = i, .issue = k, .rule = -1, .ways = 2 };
            count++;
        }
    for (int m = 0; m < game->rules; m++) {
        if (out != NULL)
            out[count] = (struct clause){
                .actor = -1, .issue = -1, .rule = m, .ways = terms_ways(&game->rule[m])
            };
        count++;
    }
    return count;
}

int terms_cases(const struct game *game)
{
    int cases = 1;
    for (int m = 0; m < game->clauses && cases <= TERMS_CASES; m++)
        cases *= game->clause[m].ways;
    return cases;
}

static double terms_front(const struct bargain *bargain, int lane)
{
    return block_read(bargain->status_quo, (size_t)bargain->game->front)[lane];
}

static bool terms_settled(const struct bargain *bargain, int issue, int lane)
{
    return block_read(bargain->low, (size_t)issue)[lane] ==
           block_read(bargain->high, (size_t)issue)[lane];
}

static bool terms_bounded(const struct bargain *bargain, int issue, int lane, int side)
{
    int bounded = bargain->game->issue[issue].bounded_by_front;
    return (bounded == side || bounded == BOUNDED_BOTH) && !terms_settled(bargain, issue, lane);
}

double terms_low(const struct bargain *bargain, int issue, int lane)
{
    double low = block_read(bargain->low, (size_t)issue)[lane];
    if (!terms_bounded(bargain, issue, lane, BOUNDED_LOW))
        return low;
    double front = terms_front(bargain, lane);
    return front > low ? front : low;
}

double terms_high(const struct bargain *bargain, int issue, int lane)
{
    double high = block_read(bargain->high, (size_t)issue)[lane];
    if (!terms_bounded(bargain, issue, lane, BOUNDED_HIGH))
        return high;
    double front = terms_front(bargain, lane);
    return front < high ? front : high;
}

/* A box that is being made narrower. */
struct terms_box {
    double *low, *high;
};

static void terms_raise(struct terms_box box, int issue, double at)
{
    double high = box.high[issue];
    bool met = at > high && at <= high + TERMS_STILL;
    if (at > box.low[issue])
        box.low[issue] = met ? high : at;
}

static void terms_lower(struct terms_box box, int issue, double at)
{
    double low = box.low[issue];
    bool met = at < low && at >= low - TERMS_STILL;
    if (at < box.high[issue])
        box.high[issue] = met ? low : at;
}

static const double *terms_bound(const struct utility *utility, const struct bound *bound)
{
    return block_read(utility->bound, 2 * (size_t)bound->number);
}

static void terms_keep(const struct utility *utility, const struct condition *condition, int lane,
                       struct terms_box box)
{
    for (int m = 0; m < condition->count; m++) {
        const double *end = terms_bound(utility, &condition->bound[m]);
        terms_raise(box, condition->bound[m].issue, end[lane]);
        terms_lower(box, condition->bound[m].issue, end[LANES + lane]);
    }
}

/* Within the line of an actor on an issue. */
static void terms_hold(const struct utility *utility, const struct clause *clause, int lane,
                       struct terms_box box)
{
    const struct game *game = utility->game;
    const struct red_line *line = &game->actor[clause->actor].position[clause->issue].red_line;
    size_t row = (size_t)(clause->actor * game->issues + clause->issue);
    if (!line->hard)
        return;
    if (line->direction > 0)
        terms_lower(box, clause->issue, block_read(utility->line, row)[lane]);
    else
        terms_raise(box, clause->issue, block_read(utility->line, row)[lane]);
}

/* Outside of the end of `when` that counts `way` back to 0, if there is one. */
static bool terms_avoid(const struct bargain *bargain, const struct condition *when, int lane,
                        int way, struct terms_box box)
{
    for (int m = 0; m < when->count; m++) {
        const struct bound *bound = &when->bound[m];
        const double *end = terms_bound(bargain->utility, bound);
        const struct {
            bool there, low;
            double at;
        } ends[] = { { bound->low.row >= 0, true, end[lane] },
                     { bound->high.row >= 0, false, end[LANES + lane] },
                     { bound->low_front, true, bound->low_front ? terms_front(bargain, lane) : 0 },
                     { bound->high_front, false,
                       bound->high_front ? terms_front(bargain, lane) : 0 } };
        for (int k = 0; k < 4; k++) {
            if (!ends[k].there || way-- > 0)
                continue;
            if (ends[k].low)
                terms_lower(box, bound->issue, ends[k].at);
            else
                terms_raise(box, bound->issue, ends[k].at);
            return true;
        }
    }
    return false;
}

static void terms_take(const struct bargain *bargain, const struct clause *clause, int way,
                       int lane, struct terms_box box)
{
    const struct game *game = bargain->game;
    if (clause->rule >= 0) {
        const struct rule *rule = &game->rule[clause->rule];
        if (!terms_avoid(bargain, &rule->when, lane, way, box))
            terms_keep(bargain->utility, &rule->then, lane, box);
    } else if (way == 0) {
        terms_hold(bargain->utility, clause, lane, box);
    } else {
        terms_keep(bargain->utility,
                   &game->actor[clause->actor].position[clause->issue].red_line.unless, lane, box);
    }
}

bool terms_confine(const struct bargain *bargain, int lane, int which, double *low, double *high)
{
    const struct game *game = bargain->game;
    for (int k = 0; k < game->issues; k++) {
        low[k] = terms_low(bargain, k, lane);
        high[k] = terms_high(bargain, k, lane);
    }
    for (int m = 0; m < game->clauses; m++) {
        terms_take(bargain, &game->clause[m], which % game->clause[m].ways, lane,
                   (struct terms_box){ low, high });
        which /= game->clause[m].ways;
    }
    for (int k = 0; k < game->issues; k++)
        if (low[k] > high[k])
            return false;
    return true;
}

bool terms_lifts(const struct game *game, int which, int clause)
{
    for (int m = 0; m < clause; m++)
        which /= game->clause[m].ways;
    return game->clause[clause].rule < 0 && which % game->clause[clause].ways == 1;
}
