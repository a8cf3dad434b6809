#include "models/terms.h"

/* Where boxes end, and whether a package keeps to the terms. */

/* A package this near to an end counts as standing on it. */
static const double TERMS_STILL = 1e-9;

static int terms_ends_condition(const struct condition *condition, int issue)
{
    int ends = 0;
    for (int m = 0; m < condition->count; m++)
        ends += condition->bound[m].issue == issue ? 2 : 0;
    return ends;
}

int terms_ends(const struct game *game, int issue)
{
    int ends = game->moving && issue == game->front;
    for (int m = 0; m < game->clauses; m++) {
        const struct clause *clause = &game->clause[m];
        if (clause->rule < 0) {
            ends += clause->issue == issue;
            ends += terms_ends_condition(
                &game->actor[clause->actor].position[clause->issue].red_line.unless, issue);
        } else {
            ends += terms_ends_condition(&game->rule[clause->rule].when, issue);
            ends += terms_ends_condition(&game->rule[clause->rule].then, issue);
        }
    }
    return ends;
}

static double *terms_end_condition(const struct utility *utility, const struct condition *condition,
                                   int issue, int lane, double *out)
{
    for (int m = 0; m < condition->count; m++) {
        const double *end = block_read(utility->bound, 2 * (size_t)condition->bound[m].number);
        if (condition->bound[m].issue != issue)
            continue;
        if (condition->bound[m].low.row >= 0)
            *out++ = end[lane];
        if (condition->bound[m].high.row >= 0)
            *out++ = end[LANES + lane];
    }
    return out;
}

int terms_end(const struct bargain *bargain, int issue, int lane, double *out)
{
    const struct game *game = bargain->game;
    const struct utility *utility = bargain->utility;
    double *end = out;
    if (game->moving && issue == game->front)
        *end++ = block_read(bargain->status_quo, (size_t)issue)[lane];
    for (int m = 0; m < game->clauses; m++) {
        const struct clause *clause = &game->clause[m];
        if (clause->rule >= 0) {
            const struct rule *rule = &game->rule[clause->rule];
            end = terms_end_condition(utility, &rule->when, issue, lane, end);
            end = terms_end_condition(utility, &rule->then, issue, lane, end);
            continue;
        }
        size_t row = (size_t)(clause->actor * game->issues + clause->issue);
        if (clause->issue == issue)
            *end++ = block_read(utility->line, row)[lane];
        end = terms_end_condition(
            utility, &game->actor[clause->actor].position[clause->issue].red_line.unless, issue,
            lane, end);
    }
    return (int)(end - out);
}

/* Strictly inside all of its ends. */
bool terms_applies(const struct bargain *bargain, const struct condition *when,
                   const double *package, int lane)
{
    const double still = TERMS_STILL;
    for (int m = 0; m < when->count; m++) {
        const struct bound *bound = &when->bound[m];
        const double *end = block_read(bargain->utility->bound, 2 * (size_t)bound->number);
        double at = block_read(package, (size_t)bound->issue)[lane], front = 0;
        if (bound->low_front || bound->high_front)
            front = block_read(bargain->status_quo, (size_t)bargain->game->front)[lane];
        if (at <= end[lane] + still || at >= end[LANES + lane] - still ||
            (bound->low_front && at <= front + still) || (bound->high_front && at >= front - still))
            return false;
    }
    return true;
}

/* Whether a side is given more than the front allows. */
static bool terms_beyond(const struct bargain *bargain, const double *package, int lane)
{
    const struct game *game = bargain->game;
    int side = game->front < 0 ? BOUNDED_NONE : game->issue[game->front].bounded_by_front;
    if (side == BOUNDED_NONE)
        return false;
    size_t row = (size_t)game->front;
    double over = block_read(package, row)[lane] - block_read(bargain->status_quo, row)[lane];
    bool settled = block_read(bargain->low, row)[lane] == block_read(bargain->high, row)[lane];
    return !settled && ((side != BOUNDED_HIGH && over < -TERMS_STILL) ||
                        (side != BOUNDED_LOW && over > TERMS_STILL));
}

int terms_broken(const struct bargain *bargain, const double *package, int lane)
{
    const struct game *game = bargain->game;
    for (int m = 0; m < game->rules; m++)
        if (terms_applies(bargain, &game->rule[m].when, package, lane) &&
            (game->rule[m].then.count == 0 ||
             !utility_meets(bargain->utility, &game->rule[m].then, package, lane)))
            return m;
    return terms_beyond(bargain, package, lane) ? game->rules : -1;
}

int terms_crossed(const struct utility *utility, int actor, const double *package, double slack,
                  int lane)
{
    const struct game *game = utility->game;
    for (int k = 0; k < game->issues; k++) {
        const struct position *position = &game->actor[actor].position[k];
        const struct red_line *line = &position->red_line;
        if (!position->present || line->beyond.row < 0 || !line->hard)
            continue;
        double beyond = block_read(utility->line, (size_t)(actor * game->issues + k))[lane];
        double over = (block_read(package, (size_t)k)[lane] - beyond) * line->direction;
        if (over > slack &&
            (line->unless.count == 0 || !utility_meets(utility, &line->unless, package, lane)))
            return k;
    }
    return -1;
}
