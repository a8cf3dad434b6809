#include "engine/opening.h"

#include "engine/burden.h"
#include "engine/draw.h"
#include "engine/fighting.h"
#include "engine/groups.h"
#include "engine/home.h"
#include "engine/levers.h"
#include "engine/mediation.h"
#include "engine/memory.h"
#include "engine/prior.h"
#include "engine/season.h"
#include "engine/trust.h"
#include "models/special.h"

/* The positions of a package where it speaks, else of `otherwise` ([issue]). */
static void opening_package(const struct table *table, const struct view *view,
                            const struct package *package, const double *otherwise, double *out,
                            int lanes)
{
    for (int issue = 0; issue < table->scenario->game.issues; issue++) {
        struct quantity at = package->at[issue];
        const double *from =
            at.row < 0 ? block_read(otherwise, (size_t)issue) : table_row(table, view, at);
        for (int lane = 0; lane < lanes; lane++)
            block_row(out, (size_t)issue)[lane] = from[lane];
    }
}

/* The actor's ideals where it has a position, else the status quo. */
static void opening_ideals(const struct table *table, const struct view *view, int actor,
                           double *out, int lanes)
{
    const struct game *game = &table->scenario->game;
    for (int issue = 0; issue < game->issues; issue++) {
        const struct position *position = &game->actor[actor].position[issue];
        const double *from = position->present ? table_row(table, view, position->ideal)
                                               : block_read(view->status_quo, (size_t)issue);
        for (int lane = 0; lane < lanes; lane++)
            block_row(out, (size_t)issue)[lane] = from[lane];
    }
}

static void opening_status_quo(const struct table *table, struct view *view, int lanes)
{
    const struct scenario *scenario = table->scenario;
    for (int issue = 0; issue < scenario->game.issues; issue++) {
        const double *from = table_row(table, view, scenario->game.issue[issue].status_quo);
        for (int lane = 0; lane < lanes; lane++)
            block_row(view->status_quo, (size_t)issue)[lane] = from[lane];
    }
    table->war->begin(scenario->conflict.war.settings, view->values, view->start, lanes);
    if (scenario->game.front < 0)
        return;
    double *front = block_row(view->status_quo, (size_t)scenario->game.front);
    for (int lane = 0; lane < lanes; lane++) {
        double at = table->war->at_once ? front[lane] : view->start[lane];
        front[lane] = view->start[lane] = at;
    }
}

/* The package that a side's victory imposes: the first that one of its belligerents names; -1:
 * none. */
static int opening_victory(const struct game *game, int side)
{
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT && game->actor[actor].side == side &&
            game->actor[actor].victory >= 0)
            return game->actor[actor].victory;
    return -1;
}

/* What each side's victory, and each actor's own public demand, would be worth to the actors. */
static void opening_prizes(const struct table *table, struct view *view, double *ideals,
                           double *package, int lanes)
{
    const struct game *game = &table->scenario->game;
    for (int side = SIDE_LOW; side <= SIDE_HIGH; side++) {
        int winner = game->leader[side], named = opening_victory(game, side);
        opening_ideals(table, view, winner, ideals, lanes);
        if (named >= 0)
            opening_package(table, view, &game->package[named], view->status_quo, ideals, lanes);
        for (int actor = 0; actor < game->actors; actor++)
            if (!game->actor[actor].neutral)
                utility_of(&view->utility, actor, ideals, true,
                           table_of(view->victory, side * game->actors + actor), lanes);
    }
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].neutral)
            continue;
        opening_ideals(table, view, actor, ideals, lanes);
        opening_package(table, view, &game->actor[actor].public_demand, ideals, package, lanes);
        utility_of(&view->utility, actor, package, true, table_of(view->demand, actor), lanes);
    }
}

/* One round of an actor's path of war: cost, exhaustion and collapse if the war goes on and the
 * levers keep to their schedule. */
static void opening_path_actor(const struct table *table, struct view *view, int actor, int round,
                               const struct drivers *planned, double *growth, double *resource,
                               double *exhaustion, int lanes)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    size_t row = (size_t)(round * table->scenario->game.actors + actor);
    const double *cost = table_row(table, view, self->war.cost);
    const double *rate = table_row(table, view, self->war.cost_growth);
    const double *full = table_row(table, view, self->war.resource);
    const double *burn = table_row(table, view, self->war.burn);
    const double *hazard = table_row(table, view, self->war.collapse);
    const double *added = table_of(planned->cost, actor), *faster = table_of(planned->burn, actor);
    bool frozen = round >= table->scenario->run.horizon;
    double strained[LANES];
    rate = burden_rate(table, view, actor, rate, added, strained, lanes);
    for (int lane = 0; lane < lanes; lane++) {
        exhaustion[lane] = fighting_tired(self, full[lane], resource[lane]);
        double collapse = hazard[lane] * special_exp(3 * exhaustion[lane]);
        block_row(view->cost, row)[lane] = cost[lane] * growth[lane] + added[lane];
        block_row(view->collapse, row)[lane] = collapse > 1 ? 1 : collapse;
        growth[lane] *= frozen ? 1 : 1 + rate[lane];
        resource[lane] -= frozen ? 0 : burn[lane] * faster[lane];
    }
    burden_path(table, view, actor, round, planned, exhaustion, lanes);
}

/* The paths that the value of war is computed on; beyond the horizon drivers stand still. */
static void opening_paths(struct table *table, struct view *view, int lanes)
{
    const struct scenario *scenario = table->scenario;
    size_t actors = (size_t)scenario->game.actors;
    double *growth = table->scratch, *resource = block_row(growth, actors),
           *exhaustion = block_row(resource, actors);
    double low[LANES], high[LANES];
    for (size_t actor = 0; actor < actors; actor++) {
        const double *full = table_row(table, view, scenario->game.actor[actor].war.resource);
        for (int lane = 0; lane < lanes; lane++) {
            block_row(growth, actor)[lane] = 1;
            block_row(resource, actor)[lane] = full[lane];
        }
    }
    bool first_is_high = game_first_is_high(&scenario->game);
    burden_open(table, lanes);
    for (int round = 0; round < view->outlook.rounds; round++) {
        int planned = round < scenario->run.horizon ? round : (int)scenario->run.horizon;
        levers_plan(table, view, planned, &table->drivers, lanes);
        for (size_t actor = 0; actor < actors; actor++)
            opening_path_actor(table, view, (int)actor, round, &table->drivers,
                               block_row(growth, actor), block_row(resource, actor),
                               block_row(exhaustion, actor), lanes);
        if (view == &table->truth && round < scenario->run.horizon)
            levers_foresee(table, round);
        levers_strength(table, view, &table->drivers, table->drivers.capability, exhaustion, low,
                        high, lanes);
        table->war->move(scenario->conflict.war.settings, view->values, low, high, first_is_high,
                         block_row(view->drift, (size_t)round), view->volatility, lanes);
        season_slow(table, view, round, block_row(view->drift, (size_t)round), lanes);
        burden_bleed(table, view, round, lanes);
    }
}

static void opening_outlook(struct table *table, struct view *view, int lanes)
{
    const struct scenario *scenario = table->scenario;
    view->outlook = (struct outlook){
        .utility = &view->utility,
        .lanes = lanes,
        .rounds = (int)(scenario->run.horizon + scenario->run.tail),
        .war = table->war,
        .boundary = table->war->at_once ? 0 : table->war->boundary(scenario->conflict.war.settings),
        .start = view->start,
        .status_quo = view->status_quo,
        .drift = view->drift,
        .volatility = view->volatility,
        .optimism = view->optimism,
        .cost = view->cost,
        .collapse = view->collapse,
        .fade = table_row(table, view, scenario->conflict.fade),
        .victory = view->victory,
        .discount = view->discount,
    };
    if (view->memory == NULL)
        view->memory = memory_rows(table->continuation->size(&view->outlook) / LANES);
    opening_paths(table, view, lanes);
    table->continuation->solve(scenario->process.continuation.settings, view->values,
                               &view->outlook, view->memory);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        if (!scenario->game.actor[actor].neutral)
            table->continuation->read(&view->outlook, view->memory, actor, 0, view->start,
                                      table_of(view->fallback, actor));
}

/* Everything that follows from a view's values. */
static void opening_view(struct table *table, struct view *view, int lanes)
{
    const struct game *game = &table->scenario->game;
    utility_draw(&view->utility, view->values, lanes);
    for (int actor = 0; actor < game->actors; actor++) {
        const double *discount = table_row(table, view, game->actor[actor].discount);
        const double *optimism = table_row(table, view, game->actor[actor].optimism);
        const double *narrative = table_row(table, view, game->actor[actor].narrative.cost);
        const double *story = table_row(table, view, game->actor[actor].narrative.worth);
        for (int lane = 0; lane < lanes; lane++) {
            table_of(view->discount, actor)[lane] = discount[lane];
            table_of(view->optimism, actor)[lane] = optimism[lane];
            table_of(view->narrative, actor)[lane] = narrative[lane];
            table_of(view->story, actor)[lane] = story[lane];
        }
    }
    opening_status_quo(table, view, lanes);
    double *ideals = block_row(table->scratch, 3 * (size_t)game->actors);
    opening_prizes(table, view, ideals, block_row(ideals, (size_t)game->issues), lanes);
    opening_outlook(table, view, lanes);
}

void opening_picture(struct table *table)
{
    draw_expected(&table->scenario->quantities, table->picture.values);
    draw_expected(&table->scenario->quantities, table->truth.values);
    opening_view(table, &table->picture, LANES);
    prior_open(table);
}

/* A proposer that is a party itself knows its own numbers. */
static void opening_own(struct table *table, int self)
{
    int lanes = table->lanes;
    if (table->scenario->game.actor[self].neutral)
        return;
    utility_copy(&table->picture.utility, &table->truth.utility, self, lanes);
    for (int lane = 0; lane < lanes; lane++) {
        table_of(table->picture.discount, self)[lane] = table_of(table->truth.discount, self)[lane];
        table_of(table->picture.fallback, self)[lane] = table_of(table->truth.fallback, self)[lane];
        table_of(table->picture.demand, self)[lane] = table_of(table->truth.demand, self)[lane];
        table_of(table->picture.narrative, self)[lane] =
            table_of(table->truth.narrative, self)[lane];
        table_of(table->picture.story, self)[lane] = table_of(table->truth.story, self)[lane];
    }
}

/* Where the trials stand before the first round. */
static void opening_state(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    for (int lane = 0; lane < table->lanes; lane++) {
        table->front[lane] = table->truth.start[lane];
        table->confidentiality[lane] =
            table_row(table, &table->truth, scenario->process.confidentiality)[lane];
    }
    for (int issue = 0; issue < scenario->game.issues; issue++)
        for (int lane = 0; lane < table->lanes; lane++)
            block_row(table->status_quo, (size_t)issue)[lane] =
                block_read(table->truth.status_quo, (size_t)issue)[lane];
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor *self = &scenario->game.actor[actor];
        const double *resource = table_row(table, &table->truth, self->war.resource);
        const double *resolve = table_row(table, &table->truth, self->resolve);
        const double *unsure = table_row(table, &table->truth, self->optimism_sd);
        home_begin(table, actor);
        for (int lane = 0; lane < table->lanes; lane++) {
            table_of(table->resource, actor)[lane] = resource[lane];
            table_of(table->resolve, actor)[lane] = resolve[lane];
            table_of(table->drift_belief, actor)[lane] =
                table_of(table->truth.optimism, actor)[lane];
            table_of(table->drift_variance, actor)[lane] = unsure[lane] * unsure[lane];
            table_of(table->belief_mean, actor)[lane] = table->prior_mean[actor];
            table_of(table->belief_variance, actor)[lane] =
                table->prior_sd[actor] * table->prior_sd[actor];
            table_of(table->weight, actor)[lane] = 1;
            table_of(table->growth, actor)[lane] = table_of(table->expected_growth, actor)[lane] =
                1;
        }
    }
}

/* Everything that follows from the truth's values. */
static void opening_begin(struct table *table)
{
    table->picture.outlook.lanes = table->lanes;
    opening_view(table, &table->truth, table->lanes);
    for (int rank = 0; rank < table->mediation->proposers; rank++)
        opening_own(table, table->mediation->proposer[rank]);
    utility_bounds(&table->picture.utility, table->low, table->high, table->lanes);
    utility_bounds(&table->truth.utility, table->true_low, table->true_high, table->lanes);
    opening_state(table);
    levers_begin(table);
    groups_begin(table);
    trust_begin(table);
    mediation_principles(table);
}

void opening_block(struct table *table)
{
    draw_values(table->scenario, &table->random, table->truth.values);
    opening_begin(table);
}

void opening_expected(struct table *table)
{
    draw_expected(&table->scenario->quantities, table->truth.values);
    opening_begin(table);
    levers_expected(table);
}
