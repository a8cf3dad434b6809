#include "engine/fighting.h"

#include <string.h>

#include "engine/burden.h"
#include "engine/levers.h"
#include "engine/mobilisation.h"
#include "engine/peace.h"
#include "engine/season.h"
#include "models/special.h"

bool fighting_in(const struct table *table, int lane)
{
    bool voting = table->phase[lane] == PHASE_VOTE && !table->from_truce[lane];
    return table->phase[lane] == PHASE_WAR || voting;
}

double fighting_tired(const struct actor *actor, double full, double left)
{
    if (actor->war.resource.row < 0)
        return 0;
    double share = full > 0 ? left / full : 0;
    return share < 0 ? 1 : 1 - share;
}

void fighting_tire(struct table *table)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        const struct actor *self = &game->actor[actor];
        const double *full = table_row(table, &table->truth, self->war.resource);
        const double *left = table_of(table->resource, actor);
        double *exhaustion = table_of(table->exhaustion, actor);
        for (int lane = 0; lane < table->lanes; lane++)
            exhaustion[lane] = fighting_tired(self, full[lane], left[lane]);
    }
}

/* What this round of war costs: the actor's own path, and the levers and shocks as they are. */
static void fighting_cost(struct table *table, int actor, int round)
{
    int last = (int)table->scenario->run.horizon - 1, now = round < last ? round : last;
    size_t row = (size_t)(now * table->scenario->game.actors + actor);
    const double *path = block_read(table->truth.cost, row),
                 *foreseen = block_read(table->foreseen, row);
    const double *added = table_of(table->drivers.cost, actor);
    double *cost = table_of(table->cost, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        cost[lane] = path[lane] - foreseen[lane] + added[lane];
}

void fighting_drift(struct table *table, const struct drivers *drivers, int round, double *drift)
{
    const struct scenario *scenario = table->scenario;
    double low[LANES], high[LANES];
    levers_strength(table, &table->truth, drivers, drivers->capability, table->exhaustion, low,
                    high, table->lanes);
    table->war->move(scenario->conflict.war.settings, table->truth.values, low, high,
                     game_first_is_high(&scenario->game), drift, table->volatility, table->lanes);
    season_slow(table, &table->truth, round, drift, table->lanes);
}

void fighting_prepare(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    for (int actor = 0; actor < scenario->game.actors; actor++)
        fighting_cost(table, actor, round);
    memcpy(table->drift, table_of(table->push_drift, table->pushes - 1),
           LANES * sizeof *table->drift);
    burden_prepare(table, round);
    if (scenario->game.front >= 0)
        for (int lane = 0; lane < table->lanes; lane++)
            block_row(table->status_quo, (size_t)scenario->game.front)[lane] = table->front[lane];
}

static void fighting_win(struct table *table, int lane, int side, struct turn turn, int round)
{
    table->victor[lane] = table->scenario->game.leader[side];
    peace_enter(table, lane, turn, round);
}

static void fighting_lottery(struct table *table, const bool *fought, int round)
{
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_LOTTERY, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        if (fought[lane])
            fighting_win(table, lane, uniform[lane] < table->drift[lane] ? SIDE_HIGH : SIDE_LOW,
                         (struct turn){ PHASE_OVER, CAUSE_LOTTERY, -1 }, round);
}

/* Battles teach the drift (docs/model.md, Answers and beliefs): normal learning about the actor's
 * optimism.
 */
static void fighting_learn(struct table *table, int actor, const bool *fought,
                           const double *surprise)
{
    double toward = game_actor_toward(&table->scenario->game.actor[actor]);
    double *mean = table_of(table->drift_belief, actor),
           *variance = table_of(table->drift_variance, actor);
    for (int lane = 0; lane < table->lanes; lane++) {
        double noise = table->volatility[lane] * table->volatility[lane];
        double gain =
            fought[lane] && variance[lane] > 0 ? variance[lane] / (variance[lane] + noise) : 0;
        mean[lane] += gain * (toward * surprise[lane] - mean[lane]);
        variance[lane] *= 1 - gain;
    }
}

static void fighting_move(struct table *table, const bool *fought)
{
    const struct game *game = &table->scenario->game;
    double normal[LANES], surprise[LANES];
    random_normal(&table->random, PURPOSE_FRONT, 0, normal);
    for (int lane = 0; lane < table->lanes; lane++) {
        surprise[lane] = table->volatility[lane] * normal[lane];
        table->front[lane] += fought[lane] ? table->drift[lane] + surprise[lane] : 0;
    }
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        const double *burn = table_row(table, &table->truth, game->actor[actor].war.burn);
        const double *faster = table_of(table->drivers.burn, actor);
        double *resource = table_of(table->resource, actor);
        for (int lane = 0; lane < table->lanes; lane++)
            resource[lane] -= fought[lane] ? burn[lane] * faster[lane] : 0;
        fighting_learn(table, actor, fought, surprise);
    }
}

/* Chance this round that the actor collapses. */
static double fighting_hazard(const struct table *table, int actor, int lane)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    double fresh = table_row(table, &table->truth, self->war.collapse)[lane];
    double hazard = fresh * special_exp(3 * block_read(table->exhaustion, (size_t)actor)[lane]);
    if (self->war.endurance.hazard.expected > 0)
        hazard += burden_endured(table, &table->truth, actor, table->fought[lane], lane);
    return hazard > 1 ? 1 : hazard;
}

/* One draw decides between collapse of an actor, fade and neither. */
static void fighting_ending(struct table *table, int lane, double uniform, int round)
{
    const struct game *game = &table->scenario->game;
    double passed = 0;
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        passed += fighting_hazard(table, actor, lane);
        if (uniform < passed) {
            fighting_win(table, lane, game->actor[actor].side == SIDE_LOW ? SIDE_HIGH : SIDE_LOW,
                         (struct turn){ PHASE_OVER, CAUSE_COLLAPSE, actor }, round);
            return;
        }
    }
    if (uniform < passed + table_row(table, &table->truth, table->scenario->conflict.fade)[lane]) {
        table->frozen_by[lane] = DETAIL_DE_FACTO;
        peace_enter(table, lane, (struct turn){ PHASE_FROZEN, CAUSE_FADED, -1 }, round);
    }
}

/* A front beyond an end of the axis is absorbed there, or thrown back. */
static void fighting_boundary(struct table *table, int lane, int round)
{
    double *front = &table->front[lane];
    if (*front > 0 && *front < 1)
        return;
    bool high = *front >= 1;
    if (table->truth.outlook.boundary == BOUNDARY_ABSORB) {
        *front = high ? 1 : 0;
        if (table->phase[lane] != PHASE_OVER)
            fighting_win(table, lane, high ? SIDE_HIGH : SIDE_LOW,
                         (struct turn){ PHASE_OVER, CAUSE_ABSORBED, -1 }, round);
        return;
    }
    double back = high ? 2 - *front : -*front;
    *front = back < 0 ? 0 : back > 1 ? 1 : back;
}

void fighting_round(struct table *table, const bool *fought, int round)
{
    if (table->war->at_once) {
        fighting_lottery(table, fought, round);
        return;
    }
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_ENDING, 0, uniform);
    mobilisation_choose(table, fought, round);
    fighting_move(table, fought);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!fought[lane])
            continue;
        fighting_ending(table, lane, uniform[lane], round);
        fighting_boundary(table, lane, round);
        table->fought[lane]++;
    }
}
