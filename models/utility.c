#include "models/utility.h"

#include <math.h>
#include <string.h>

size_t utility_levels(const struct game *game, int issue)
{
    size_t levels = 0;
    for (int k = 0; k < issue; k++)
        levels += (size_t)game->issue[k].levels;
    return levels;
}

size_t utility_linkages(const struct game *game, int actor)
{
    size_t linkages = 0;
    for (int i = 0; i < actor; i++)
        linkages += (size_t)game->actor[i].linkages;
    return linkages;
}

static size_t utility_rows(struct utility *utility, const struct game *game, double *rows)
{
    size_t actors = (size_t)game->actors, pairs = actors * (size_t)game->issues;
    size_t levels = utility_levels(game, game->issues);
    const struct {
        double **rows;
        size_t count;
    } table[] = {
        { &utility->weight, pairs },
        { &utility->ideal, pairs },
        { &utility->shape, pairs },
        { &utility->line, pairs },
        { &utility->penalty, pairs },
        { &utility->level, levels },
        { &utility->knot, levels },
        { &utility->value, actors * levels },
        { &utility->linkage, utility_linkages(game, game->actors) },
        { &utility->offset, actors },
        { &utility->scale, actors },
        { &utility->risk, actors },
        { &utility->bound, 2 * (size_t)game->bounds },
    };
    size_t used = 0;
    for (size_t part = 0; part < sizeof table / sizeof *table; part++) {
        if (rows)
            *table[part].rows = block_row(rows, used);
        used += table[part].count;
    }
    return used;
}

size_t utility_bytes(const struct game *game)
{
    struct utility scratch;
    return utility_rows(&scratch, game, NULL) * LANES * sizeof(double);
}

void utility_place(struct utility *utility, const struct game *game, void *memory)
{
    utility->game = game;
    utility_rows(utility, game, memory);
}

static void utility_copy_rows(double *to, const double *from, size_t first, size_t rows, int lanes)
{
    for (size_t row = first; row < first + rows; row++)
        memcpy(block_row(to, row), block_read(from, row), (size_t)lanes * sizeof *to);
}

void utility_copy(struct utility *to, const struct utility *from, int actor, int lanes)
{
    const struct game *game = to->game;
    size_t issues = (size_t)game->issues, levels = utility_levels(game, game->issues),
           i = (size_t)actor;
    utility_copy_rows(to->weight, from->weight, i * issues, issues, lanes);
    utility_copy_rows(to->ideal, from->ideal, i * issues, issues, lanes);
    utility_copy_rows(to->line, from->line, i * issues, issues, lanes);
    utility_copy_rows(to->penalty, from->penalty, i * issues, issues, lanes);
    utility_copy_rows(to->value, from->value, i * levels, levels, lanes);
    utility_copy_rows(to->linkage, from->linkage, utility_linkages(game, actor),
                      (size_t)game->actor[actor].linkages, lanes);
    utility_copy_rows(to->offset, from->offset, i, 1, lanes);
    utility_copy_rows(to->scale, from->scale, i, 1, lanes);
    utility_copy_rows(to->risk, from->risk, i, 1, lanes);
    for (int k = 0; k < game->issues; k++) {
        if (loss_is_smooth(game->actor[actor].position[k].loss))
            utility_copy_rows(to->shape, from->shape, i * issues + (size_t)k, 1, lanes);
        const struct condition *unless = &game->actor[actor].position[k].red_line.unless;
        for (int m = 0; m < unless->count; m++)
            utility_copy_rows(to->bound, from->bound, 2 * (size_t)unless->bound[m].number, 2,
                              lanes);
    }
}

/* Piecewise linear over the knots, constant beyond the outermost. */
static double utility_table(const double *knot, const double *value, int knots, int lane, double at)
{
    double worth = value[lane];
    for (int m = 1; m < knots; m++) {
        double left = knot[(m - 1) * LANES + lane], right = knot[m * LANES + lane];
        double from = value[(m - 1) * LANES + lane], to = value[m * LANES + lane];
        if (at >= right)
            worth = to;
        else if (at > left)
            worth = from + (to - from) * ((at - left) / (right - left));
    }
    return worth;
}

static double utility_over(const struct red_line *line, double beyond, double at)
{
    double over = (at - beyond) * line->direction;
    return over > 0 ? over : 0;
}

void utility_add_loss(const struct utility *utility, int actor, int issue, const double *at,
                      double *raw, int lanes)
{
    const struct game *game = utility->game;
    size_t row = (size_t)(actor * game->issues + issue), first = utility_levels(game, issue);
    const double *weight = block_read(utility->weight, row),
                 *ideal = block_read(utility->ideal, row);
    const double *shape = block_read(utility->shape, row);
    const double *knot = block_read(utility->knot, first);
    const double *value =
        block_read(utility->value, (size_t)actor * utility_levels(game, game->issues) + first);
    int loss = game->actor[actor].position[issue].loss;
    switch (loss) {
    case LOSS_LINEAR:
        for (int lane = 0; lane < lanes; lane++)
            raw[lane] += weight[lane] * (1 - fabs(at[lane] - ideal[lane]));
        break;
    case LOSS_QUADRATIC:
        for (int lane = 0; lane < lanes; lane++)
            raw[lane] += weight[lane] * (1 - (at[lane] - ideal[lane]) * (at[lane] - ideal[lane]));
        break;
    case LOSS_TABLE:
        for (int lane = 0; lane < lanes; lane++)
            raw[lane] += weight[lane] *
                         utility_table(knot, value, game->issue[issue].levels, lane, at[lane]);
        break;
    default:
        for (int lane = 0; lane < lanes; lane++)
            raw[lane] += weight[lane] * loss_worth(loss, shape[lane], ideal[lane], at[lane]);
    }
}

void utility_add_penalty(const struct utility *utility, int actor, int issue, const double *package,
                         double *raw, int lanes)
{
    const struct red_line *line = &utility->game->actor[actor].position[issue].red_line;
    size_t row = (size_t)(actor * utility->game->issues + issue);
    const double *at = block_read(package, (size_t)issue);
    const double *beyond = block_read(utility->line, row),
                 *penalty = block_read(utility->penalty, row);
    if (line->beyond.row < 0 || line->hard)
        return;
    for (int lane = 0; lane < lanes && line->unless.count == 0; lane++)
        raw[lane] -= penalty[lane] * utility_over(line, beyond[lane], at[lane]);
    for (int lane = 0; lane < lanes && line->unless.count > 0; lane++)
        if (!utility_meets(utility, &line->unless, package, lane))
            raw[lane] -= penalty[lane] * utility_over(line, beyond[lane], at[lane]);
}

static void utility_add_linkages(const struct utility *utility, int actor, const double *package,
                                 double *raw, int lanes)
{
    const struct actor *about = &utility->game->actor[actor];
    for (int m = 0; m < about->linkages; m++) {
        const double *weight =
            block_read(utility->linkage, utility_linkages(utility->game, actor) + (size_t)m);
        const double *first = block_read(package, (size_t)about->linkage[m].issue[0]);
        const double *second = block_read(package, (size_t)about->linkage[m].issue[1]);
        for (int lane = 0; lane < lanes; lane++)
            raw[lane] += weight[lane] * first[lane] * second[lane];
    }
}

void utility_scaled(const struct utility *utility, int actor, const double *raw, double *out,
                    int lanes)
{
    const double *offset = block_read(utility->offset, (size_t)actor);
    const double *scale = block_read(utility->scale, (size_t)actor);
    const double *risk = block_read(utility->risk, (size_t)actor);
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = utility_risk(risk[lane], (raw[lane] - offset[lane]) * scale[lane]);
}

void utility_of(const struct utility *utility, int actor, const double *package, bool agreed,
                double *out, int lanes)
{
    const struct actor *about = &utility->game->actor[actor];
    double raw[LANES] = { 0 };
    if (about->neutral) {
        block_fill(out, 0, lanes);
        return;
    }
    for (int k = 0; k < utility->game->issues; k++) {
        if (!about->position[k].present)
            continue;
        utility_add_loss(utility, actor, k, block_read(package, (size_t)k), raw, lanes);
        if (agreed)
            utility_add_penalty(utility, actor, k, package, raw, lanes);
    }
    utility_add_linkages(utility, actor, package, raw, lanes);
    utility_scaled(utility, actor, raw, out, lanes);
}

double utility_part(const struct utility *utility, int actor, int issue, int lane, double at)
{
    const struct game *game = utility->game;
    const struct position *position = &game->actor[actor].position[issue];
    size_t row = (size_t)(actor * game->issues + issue), first = utility_levels(game, issue);
    if (game->actor[actor].neutral || !position->present)
        return 0;
    double ideal = block_read(utility->ideal, row)[lane], away = at - ideal, worth;
    if (position->loss == LOSS_TABLE)
        worth = utility_table(
            block_read(utility->knot, first),
            block_read(utility->value, (size_t)actor * utility_levels(game, game->issues) + first),
            game->issue[issue].levels, lane, at);
    else if (loss_is_smooth(position->loss))
        worth = loss_worth(position->loss, block_read(utility->shape, row)[lane], ideal, at);
    else
        worth = 1 - (position->loss == LOSS_LINEAR ? fabs(away) : away * away);
    double raw = block_read(utility->weight, row)[lane] * worth;
    if (position->red_line.beyond.row >= 0 && !position->red_line.hard)
        raw -= block_read(utility->penalty, row)[lane] *
               utility_over(&position->red_line, block_read(utility->line, row)[lane], at);
    return raw;
}

void utility_bounds(const struct utility *utility, double *low, double *high, int lanes)
{
    const struct game *game = utility->game;
    for (int k = 0; k < game->issues; k++) {
        double *below = block_row(low, (size_t)k), *above = block_row(high, (size_t)k);
        block_fill(below, 0, lanes);
        block_fill(above, 1, lanes);
        for (int i = 0; i < game->actors; i++) {
            const struct position *position = &game->actor[i].position[k];
            const double *line = block_read(utility->line, (size_t)(i * game->issues + k));
            if (!game_actor_binds(&game->actor[i]) || !position->present ||
                position->red_line.beyond.row < 0 || !position->red_line.hard ||
                position->red_line.unless.count > 0)
                continue;
            bool up = position->red_line.direction > 0;
            for (int lane = 0; lane < lanes; lane++) {
                above[lane] = up && line[lane] < above[lane] ? line[lane] : above[lane];
                below[lane] = !up && line[lane] > below[lane] ? line[lane] : below[lane];
            }
        }
    }
}
