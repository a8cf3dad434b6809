#include "engine/levers.h"

#include <string.h>

#include "engine/home.h"
#include "engine/levers_force.h"
#include "engine/levers_when.h"
#include "engine/mediation.h"
#include "engine/mobilisation.h"
#include "engine/shocks.h"
#include "engine/surprise.h"
#include "engine/trust.h"

/* The drivers of an actor as they are without levers. */
static void levers_reset_actor(struct drivers *drivers, int actor, int lanes)
{
    double *const sums[] = {
        drivers->cost, drivers->bonus,   drivers->kept,     drivers->paid,
        drivers->gift, drivers->expense, drivers->backfill, drivers->precision
    };
    double *const factors[] = { drivers->burn,      drivers->aid,      drivers->capability,
                                drivers->damage,    drivers->audience, drivers->noise,
                                drivers->legitimacy };
    for (size_t k = 0; k < sizeof sums / sizeof *sums; k++)
        block_fill(table_of(sums[k], actor), 0, lanes);
    for (size_t k = 0; k < sizeof factors / sizeof *factors; k++)
        block_fill(table_of(factors[k], actor), 1, lanes);
}

/* Those that are nobody's own. */
static void levers_reset_all(struct drivers *drivers, int lanes)
{
    block_fill(drivers->doubt, 1, lanes);
    block_fill(drivers->guarantees, 0, lanes);
    block_fill(drivers->verification, 0, lanes);
    block_fill(drivers->strain, 1, lanes);
    block_fill(drivers->restraint, 1, lanes);
    block_fill(drivers->confidence, 0, lanes);
}

static void levers_reset(const struct table *table, struct drivers *drivers, int lanes)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        levers_reset_actor(drivers, actor, lanes);
    levers_reset_all(drivers, lanes);
}

/* Pulls one lever as it stands: its kind does the work; where it is due, its owner bears the cost.
 */
static void levers_apply(const struct table *table, const struct view *view,
                         const struct pulls *pulls, int k, bool whole, struct drivers *drivers,
                         int lanes)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const struct lever *kind = leverage_kind(plan);
    const double *cost = table_row(table, view, plan->cost);
    double *expense = table_of(drivers->expense, plan->owner);
    struct grip grip;
    levers_grip(table, view, pulls, k, whole, lanes, &grip);
    for (int lane = 0; lane < lanes; lane++)
        expense[lane] += grip.tug.due[lane] ? cost[lane] : 0;
    kind->pull(plan->kind.settings, plan->target, &grip.tug, drivers, lanes);
    levers_restrain(table, view, pulls, k, lanes, drivers->restraint);
}

/* Pulls them all; those first that others look at. */
static void levers_apply_all(const struct table *table, const struct view *view,
                             const struct pulls *pulls, struct drivers *drivers, int lanes)
{
    const struct scenario *scenario = table->scenario;
    for (int turn = 0; turn < 2; turn++)
        for (int k = 0; k < scenario->levers; k++)
            if (leverage_kind(&scenario->lever[k])->first == (turn == 0))
                levers_apply(table, view, pulls, k, false, drivers, lanes);
}

static bool levers_allied(const struct table *table)
{
    return table->scenario->process.cohesion.allies.count > 0;
}

/* The allies' cohesion by schedule in a round, and what it comes to in the next. */
static void levers_plan_cohesion(struct table *table, const struct view *view, int round,
                                 const struct drivers *drivers, int lanes)
{
    double *now = block_row(table->cohesion_planned, (size_t)round), lean[LANES];
    const double none[LANES] = { 0 };
    if (round >= table->scenario->run.horizon)
        return;
    levers_lean(table, &table->planned, drivers->strain, lean, lanes);
    levers_cohere(table, view, now, lean, none, block_row(now, 1), lanes);
}

void levers_plan(struct table *table, const struct view *view, int round, struct drivers *drivers,
                 int lanes)
{
    bool allied = levers_allied(table);
    double *cohesion = allied ? block_row(table->cohesion_planned, (size_t)round) : NULL;
    if (allied && round == 0)
        memcpy(cohesion, table_row(table, view, table->scenario->process.cohesion.start),
               LANES * sizeof *cohesion);
    levers_reset(table, drivers, lanes);
    levers_schedule(table, round, lanes);
    levers_force(table, view, &table->planned, cohesion, lanes);
    levers_weigh(table, view, &table->planned, round, lanes);
    levers_apply_all(table, view, &table->planned, drivers, lanes);
    if (allied)
        levers_plan_cohesion(table, view, round, drivers, lanes);
}

void levers_alone(const struct table *table, const struct pulls *pulls, int k, bool whole,
                  struct drivers *drivers)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    levers_reset_actor(drivers, plan->target, table->lanes);
    levers_reset_actor(drivers, plan->owner, table->lanes);
    levers_reset_all(drivers, table->lanes);
    levers_apply(table, &table->truth, pulls, k, whole, drivers, table->lanes);
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

/* The hazard of a settlement without guarantees, as what is outstanding restrains it. */
static void levers_hazard(const struct table *table, struct view *view)
{
    const double *hazard = table_row(table, view, table->scenario->process.violation);
    for (int lane = 0; lane < table->lanes; lane++)
        view->violation[lane] = hazard[lane] * table->drivers.restraint[lane];
}

/* A shock on cohesion in the first round, before which nothing was done. */
static void levers_jolt(struct table *table, const double *jump)
{
    const double *floor = table_row(table, &table->truth, table->scenario->process.cohesion.floor);
    for (int lane = 0; lane < table->lanes; lane++) {
        struct cohesion_rates still = { .floor = floor[lane] };
        if (jump[lane] != 0)
            table->cohesion[lane] = cohesion_step(&still, table->cohesion[lane], 0, jump[lane]);
    }
}

/* The allies' cohesion in this round, after what they did in the one before and shocks on it. */
static void levers_rally(struct table *table, int round)
{
    double jump[LANES] = { 0 };
    shocks_add_new(table, SHOCK_COHESION, -1, round, jump);
    if (round > 0)
        levers_cohere(table, &table->truth, table->cohesion, table->lean, jump, table->cohesion,
                      table->lanes);
    else
        levers_jolt(table, jump);
}

/* How the levers stand, by schedule and as they are; what the first did not foresee of the second;
 * and what they do. */
static void levers_set(struct table *table, const struct history *history, int round)
{
    const struct scenario *scenario = table->scenario;
    int planned = round < scenario->run.horizon ? round : (int)scenario->run.horizon;
    bool allied = levers_allied(table);
    const double *expected = allied ? block_read(table->cohesion_planned, (size_t)planned) : NULL;
    levers_schedule(table, planned, table->lanes);
    levers_force(table, &table->truth, &table->planned, expected, table->lanes);
    levers_weigh(table, &table->truth, &table->planned, round, table->lanes);
    levers_conditions(table, history, round);
    if (allied)
        levers_rally(table, round);
    levers_force(table, &table->truth, &table->pulls, allied ? table->cohesion : NULL,
                 table->lanes);
    for (int k = 0; k < scenario->levers; k++)
        surprise_lever(table, k, round);
    levers_apply_all(table, &table->truth, &table->pulls, &table->drivers, table->lanes);
    surprise_levers(table, round);
    if (allied)
        levers_lean(table, &table->pulls, table->drivers.strain, table->lean, table->lanes);
}

/* What levers do for trust. */
static void levers_confide(struct table *table)
{
    for (int lane = 0; trust_kept(table) && lane < table->lanes; lane++)
        if (table->drivers.confidence[lane] > 0)
            trust_move(table, lane, table->drivers.confidence[lane]);
}

void levers_pull(struct table *table, const struct history *history, int round)
{
    const struct scenario *scenario = table->scenario;
    levers_reset(table, &table->drivers, table->lanes);
    surprise_begin(table, round);
    levers_set(table, history, round);
    levers_confide(table);
    memcpy(table->audience, table->drivers.audience,
           (size_t)scenario->game.actors * LANES * sizeof *table->audience);
    mobilisation_pull(table, round);
    shocks_add(table, round);
    home_look(table, round);
    levers_credibility(table);
    levers_hazard(table, &table->truth);
    levers_hazard(table, &table->picture);
    levers_audience(table, &table->truth);
    levers_audience(table, &table->picture);
}

void levers_begin(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    const double *start = table_row(table, &table->truth, scenario->process.cohesion.start);
    memcpy(table->cohesion, start, LANES * sizeof *start);
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        const double *chance = table_row(table, &table->truth, plan->when.chance);
        double uniform[LANES];
        if (plan->when.chance.row < 0)
            continue;
        random_uniform(&table->random, PURPOSE_LEVER, plan->hash, uniform);
        for (int lane = 0; lane < table->lanes; lane++)
            table_of(table->idle, k)[lane] = uniform[lane] < chance[lane] ? 0 : 1;
    }
}

void levers_expected(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->levers; k++) {
        struct quantity chance = scenario->lever[k].when.chance;
        if (chance.row >= 0)
            block_fill(table_of(table->idle, k), chance.expected < 0.5, LANES);
    }
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
    levers_blame(table);
    shocks_strike(table, round);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        if (scenario->game.actor[actor].walk_away.expected > 0 ||
            scenario->game.actor[actor].mediation.impatience.expected > 0 ||
            shocks_strike_at(scenario, SHOCK_PATIENCE, actor))
            levers_walk_out(table, actor, round);
}
