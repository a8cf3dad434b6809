#include <assert.h>
#include <math.h>
#include <string.h>

#include "models/utility.h"
#include "models/utility_range.h"

static void utility_draw_read(double *row, const double *values, const struct quantity *quantity,
                              int lanes)
{
    if (quantity->row < 0)
        block_fill(row, 0, lanes);
    else
        memcpy(row, block_read(values, (size_t)quantity->row), (size_t)lanes * sizeof *row);
}

/* Ascending, by insertion: levels are few and mostly listed in order. */
static void utility_draw_sort(double *knot, double **value, int values, int count, int lane)
{
    for (int end = 1; end < count; end++)
        for (int m = end; m > 0; m--) {
            double *right = block_row(knot, (size_t)m) + lane, *left = right - LANES;
            if (*left <= *right)
                break;
            double position = *left;
            *left = *right;
            *right = position;
            for (int i = 0; i < values; i++) {
                double *upper = block_row(value[i], (size_t)m) + lane, worth = upper[-LANES];
                upper[-LANES] = *upper;
                *upper = worth;
            }
        }
}

enum { UTILITY_ACTORS = 64 };

static void utility_draw_levels(struct utility *utility, const double *values, int issue, int lanes)
{
    const struct game *game = utility->game;
    const struct issue *about = &game->issue[issue];
    size_t first = utility_levels(game, issue), levels = utility_levels(game, game->issues);
    double *value[UTILITY_ACTORS];
    int tables = 0;
    for (int m = 0; m < about->levels; m++) {
        utility_draw_read(block_row(utility->level, first + (size_t)m), values, &about->level[m].at,
                          lanes);
        utility_draw_read(block_row(utility->knot, first + (size_t)m), values, &about->level[m].at,
                          lanes);
    }
    assert(game->actors <= UTILITY_ACTORS);
    for (int i = 0; i < game->actors; i++) {
        const struct position *position = &game->actor[i].position[issue];
        if (game->actor[i].neutral || !position->present || position->loss != LOSS_TABLE)
            continue;
        value[tables] = block_row(utility->value, (size_t)i * levels + first);
        for (int m = 0; m < about->levels; m++)
            utility_draw_read(block_row(value[tables], (size_t)m), values, &position->values[m],
                              lanes);
        tables++;
    }
    for (int lane = 0; lane < lanes; lane++)
        utility_draw_sort(block_row(utility->knot, first), value, tables, about->levels, lane);
}

static void utility_draw_normalise(struct utility *utility, int actor, int lanes)
{
    const struct game *game = utility->game;
    double *weight = block_row(utility->weight, (size_t)(actor * game->issues));
    for (int lane = 0; lane < lanes; lane++) {
        double sum = 0;
        int present = 0;
        for (int k = 0; k < game->issues; k++) {
            sum += weight[k * LANES + lane];
            present += game->actor[actor].position[k].present;
        }
        for (int k = 0; k < game->issues; k++)
            if (game->actor[actor].position[k].present)
                weight[k * LANES + lane] = sum > 0 ? weight[k * LANES + lane] / sum : 1.0 / present;
    }
}

static void utility_draw_position(struct utility *utility, const double *values, int actor,
                                  int issue, int lanes)
{
    const struct position *position = &utility->game->actor[actor].position[issue];
    const struct red_line *line = &position->red_line;
    const struct quantity none = { .row = -1 };
    bool soft = position->present && line->beyond.row >= 0 && !line->hard;
    size_t row = (size_t)(actor * utility->game->issues + issue);
    utility_draw_read(block_row(utility->weight, row), values,
                      position->present ? &position->salience : &none, lanes);
    utility_draw_read(block_row(utility->ideal, row), values,
                      position->present ? &position->ideal : &none, lanes);
    if (position->present && loss_is_smooth(position->loss))
        utility_draw_read(block_row(utility->shape, row), values, game_position_shape(position),
                          lanes);
    utility_draw_read(block_row(utility->line, row), values,
                      position->present ? &line->beyond : &none, lanes);
    utility_draw_read(block_row(utility->penalty, row), values, soft ? &line->penalty : &none,
                      lanes);
}

static void utility_draw_scale(struct utility *utility, int actor, int lanes)
{
    double *offset = block_row(utility->offset, (size_t)actor),
           *scale = block_row(utility->scale, (size_t)actor);
    for (int lane = 0; lane < lanes; lane++) {
        double worst = utility_range(utility, actor, lane, -1),
               best = utility_range(utility, actor, lane, 1);
        bool same = best - worst < 1e-12;
        offset[lane] = same ? worst - 1 : worst;
        scale[lane] = same ? 1 : 1 / (best - worst);
    }
}

static void utility_draw_condition(struct utility *utility, const double *values,
                                   const struct condition *condition, int lanes)
{
    for (int m = 0; m < condition->count; m++) {
        const struct bound *bound = &condition->bound[m];
        double *low = block_row(utility->bound, 2 * (size_t)bound->number), *high = low + LANES;
        utility_draw_read(low, values, &bound->low, lanes);
        utility_draw_read(high, values, &bound->high, lanes);
        if (bound->low.row < 0)
            block_fill(low, -HUGE_VAL, lanes);
        if (bound->high.row < 0)
            block_fill(high, HUGE_VAL, lanes);
    }
}

static void utility_draw_bounds(struct utility *utility, const double *values, int lanes)
{
    const struct game *game = utility->game;
    for (int i = 0; game->bounds > 0 && i < game->actors; i++)
        for (int k = 0; k < game->issues; k++)
            utility_draw_condition(utility, values, &game->actor[i].position[k].red_line.unless,
                                   lanes);
    for (int m = 0; m < game->rules; m++) {
        utility_draw_condition(utility, values, &game->rule[m].when, lanes);
        utility_draw_condition(utility, values, &game->rule[m].then, lanes);
    }
}

void utility_draw(struct utility *utility, const double *values, int lanes)
{
    const struct game *game = utility->game;
    utility_draw_bounds(utility, values, lanes);
    for (int k = 0; k < game->issues; k++)
        utility_draw_levels(utility, values, k, lanes);
    for (int i = 0; i < game->actors; i++) {
        const struct actor *actor = &game->actor[i];
        if (actor->neutral)
            continue;
        for (int k = 0; k < game->issues; k++)
            utility_draw_position(utility, values, i, k, lanes);
        for (int m = 0; m < actor->linkages; m++)
            utility_draw_read(block_row(utility->linkage, utility_linkages(game, i) + (size_t)m),
                              values, &actor->linkage[m].weight, lanes);
        utility_draw_read(block_row(utility->risk, (size_t)i), values, &actor->risk_aversion,
                          lanes);
        utility_draw_normalise(utility, i, lanes);
        utility_draw_scale(utility, i, lanes);
    }
}
