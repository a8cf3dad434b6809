#include "engine/levers.h"

#include <math.h>
#include <string.h>

#include "engine/home.h"
#include "engine/mediation.h"
#include "engine/mobilisation.h"
#include "engine/shocks.h"
#include "engine/surprise.h"
#include "engine/trust.h"

static void levers_reset(const struct table *table, struct drivers *drivers, int lanes)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++) {
        block_fill(table_of(drivers->cost, actor), 0, lanes);
        block_fill(table_of(drivers->burn, actor), 1, lanes);
        block_fill(table_of(drivers->aid, actor), 1, lanes);
        block_fill(table_of(drivers->capability, actor), 1, lanes);
        block_fill(table_of(drivers->damage, actor), 1, lanes);
        block_fill(table_of(drivers->bonus, actor), 0, lanes);
        block_fill(table_of(drivers->expense, actor), 0, lanes);
    }
    block_fill(drivers->doubt, 1, lanes);
    block_fill(drivers->guarantees, 0, lanes);
    block_fill(drivers->verification, 0, lanes);
}

/* Pulls one lever where `on`, by `share` of its intensity (NULL: all of it): its kind does the
 * work; where it `pays`, its owner bears the cost. */
static void levers_apply(const struct table *table, const struct view *view,
                         const struct lever_plan *plan, const bool *on, const bool *pays,
                         const double *share, struct drivers *drivers, int lanes)
{
    const struct lever *kind = (const struct lever *)plan->kind.model;
    const double *intensity = table_row(table, view, plan->intensity);
    const double *credibility = table_row(table, view, plan->credibility);
    const double *cost = table_row(table, view, plan->cost);
    double *expense = table_of(drivers->expense, plan->owner);
    double pull[LANES], size[LANES], believed[LANES];
    credibility =
        mediation_believed(table, view, plan->owner, plan->target, credibility, believed, lanes);
    for (int lane = 0; lane < lanes; lane++) {
        pull[lane] = on[lane] ? intensity[lane] * (share == NULL ? 1 : share[lane]) : 0;
        size[lane] =
            plan->size.row < 0 ? NAN : block_read(view->values, (size_t)plan->size.row)[lane];
        expense[lane] += pays[lane] ? cost[lane] : 0;
    }
    kind->pull(plan->kind.settings, plan->target, pull, credibility, size, drivers, lanes);
}

static bool levers_due(const struct lever_plan *plan, int round)
{
    return round >= plan->when.from && round <= plan->when.until;
}

bool levers_foreseen(const struct lever_plan *plan, int round)
{
    bool unconditional = plan->when.rejections == 0 && plan->when.after == MILESTONE_NONE;
    return unconditional && levers_due(plan, round);
}

void levers_plan(struct table *table, const struct view *view, int round, struct drivers *drivers,
                 int lanes)
{
    bool on[LANES];
    double share[LANES];
    for (int lane = 0; lane < lanes; lane++)
        on[lane] = true;
    levers_reset(table, drivers, lanes);
    for (int k = 0; k < table->scenario->levers; k++) {
        const struct lever_plan *plan = &table->scenario->lever[k];
        bool weighed = mediation_expected(table, view, plan->owner, round, share, lanes);
        if (levers_foreseen(plan, round))
            levers_apply(table, view, plan, on, on, weighed ? share : NULL, drivers, lanes);
    }
}

void levers_alone(const struct table *table, const struct lever_plan *plan, const bool *on,
                  struct drivers *drivers)
{
    levers_reset(table, drivers, table->lanes);
    levers_apply(table, &table->truth, plan, on, on, NULL, drivers, table->lanes);
}

void levers_foresee(struct table *table, int round)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        double *kept = block_row(table->foreseen, (size_t)(round * game->actors + actor));
        for (int lane = 0; lane < table->lanes; lane++)
            kept[lane] = table_of(table->drivers.cost, actor)[lane];
    }
}

void levers_conditions(const struct table *table, const struct history *history,
                       const struct lever_plan *plan, int round, bool *on, bool *pays)
{
    const struct lever *kind = (const struct lever *)plan->kind.model;
    const int *refusals = history->refusals + (size_t)plan->target * LANES;
    const double *walked = table_of(table->walked, plan->owner);
    bool after_framework = plan->when.after == MILESTONE_FRAMEWORK;
    for (int lane = 0; lane < table->lanes; lane++) {
        bool may = levers_due(plan, round) && refusals[lane] >= plan->when.rejections &&
                   walked[lane] == 0 && !(plan->when.until_violated && table->violated[lane]);
        pays[lane] = may && (!after_framework || table->framework[lane]);
        on[lane] = pays[lane] || (may && kind->settles);
    }
}

/* Any one guarantor suffices: credibility is 1 - prod (1 - c_j) over those still at the table,
 * levers included. */
static void levers_credibility(struct table *table)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        const double *own = table_row(table, &table->truth, game->actor[actor].credibility);
        const double *walked = table_of(table->walked, actor);
        double room[LANES];
        own = mediation_believed(table, &table->truth, actor, -1, own, room, table->lanes);
        for (int lane = 0; lane < table->lanes; lane++)
            table->drivers.doubt[lane] *= walked[lane] == 0 ? 1 - own[lane] : 1;
    }
    for (int lane = 0; lane < table->lanes; lane++)
        table->credibility[lane] = 1 - table->drivers.doubt[lane];
}

static void levers_audience(struct table *table, struct view *view)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        const double *cost = table_row(table, view, game->actor[actor].audience_cost);
        const double *factor = table_of(table->audience, actor);
        double *now = table_of(view->audience, actor);
        for (int lane = 0; lane < table->lanes; lane++)
            now[lane] = cost[lane] * factor[lane] * (1 - table->confidentiality[lane]);
    }
}

void levers_pull(struct table *table, const struct history *history, int round)
{
    const struct scenario *scenario = table->scenario;
    levers_reset(table, &table->drivers, table->lanes);
    surprise_begin(table, round);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        block_fill(table_of(table->audience, actor), 1, table->lanes);
    for (int k = 0; k < scenario->levers; k++) {
        bool on[LANES], pays[LANES];
        levers_conditions(table, history, &scenario->lever[k], round, on, pays);
        surprise_lever(table, &scenario->lever[k], pays, round);
        levers_apply(table, &table->truth, &scenario->lever[k], on, pays, NULL, &table->drivers,
                     table->lanes);
    }
    mobilisation_pull(table, round);
    shocks_add(table, round);
    home_look(table, round);
    levers_credibility(table);
    levers_audience(table, &table->truth);
    levers_audience(table, &table->picture);
}

static void levers_walk_out(struct table *table, int actor, int round)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    double *walked = table_of(table->walked, actor);
    double uniform[LANES], hazard[LANES];
    mediation_hazard(table, actor, hazard);
    shocks_add_under_way(table, SHOCK_PATIENCE, actor, round, hazard);
    random_uniform(&table->random, PURPOSE_WALK_AWAY, self->hash, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (walked[lane] != 0 || uniform[lane] >= hazard[lane])
            continue;
        walked[lane] = 1;
        trust_event(table, lane, TRUST_WALK_OUT);
    }
}

void levers_events(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    shocks_strike(table, round);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        if (scenario->game.actor[actor].walk_away.expected > 0 ||
            scenario->game.actor[actor].mediation.impatience.expected > 0 ||
            shocks_strike_at(scenario, SHOCK_PATIENCE, actor))
            levers_walk_out(table, actor, round);
}

void levers_strength(const struct table *table, const struct view *view,
                     const struct drivers *drivers, const double *raised, const double *exhaustion,
                     double *low, double *high, int lanes)
{
    const struct game *game = &table->scenario->game;
    block_fill(low, 0, lanes);
    block_fill(high, 0, lanes);
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        const double *capability = table_row(table, view, game->actor[actor].capability);
        const double *factor = block_read(raised, (size_t)actor);
        const double *aid = block_read(drivers->aid, (size_t)actor);
        const double *tired = block_read(exhaustion, (size_t)actor);
        double *side = game->actor[actor].side == SIDE_LOW ? low : high;
        for (int lane = 0; lane < lanes; lane++)
            side[lane] += capability[lane] * factor[lane] * aid[lane] * (1 - tired[lane]);
    }
}
