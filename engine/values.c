#include "engine/values.h"

#include <math.h>

#include "engine/aftermath.h"
#include "engine/intelligence.h"
#include "engine/mediation.h"
#include "engine/surprise.h"

void values_status_quo(struct table *table, const struct view *view, int actor, double *out)
{
    utility_of(&view->utility, actor, table->status_quo, false, out, table->lanes);
}

void values_front(struct table *table, const struct view *view, int actor, int round, double *at)
{
    surprise_shift(table, view, actor, round, at);
    for (int lane = 0; lane < table->lanes; lane++) {
        double moved = table->front[lane] + at[lane];
        at[lane] = moved < 0 ? 0 : moved > 1 ? 1 : moved;
    }
}

/* W_i where values_front has it, with what was not foreseen of its cost (engine/surprise.h). */
static void values_war(struct table *table, struct view *view, int actor, int round)
{
    const double *jolt = table_of(table->jolt, actor);
    double *war = table_of(view->war, actor);
    double at[LANES];
    values_front(table, view, actor, round, at);
    table->continuation->read(&view->outlook, view->memory, actor, round, at, war);
    for (int lane = 0; lane < table->lanes; lane++)
        war[lane] += table->war->at_once ? 0 : jolt[lane];
}

/* eta_f, and what contained flare-ups cost in a round, at the flare-up hazard that the parties
 * reckon with and what guards the line. The plain hazard has a loop of its own, which vectorises.
 */
static void values_line(const struct table *table, const struct view *view, int actor, double *risk,
                        double *price)
{
    const struct ceasefire *rule = &table->scenario->process.ceasefire;
    const double *hazard = table_row(table, view, rule->perceived);
    const double *escalation = table_row(table, view, rule->escalation);
    const double *incident = table_row(table, view, rule->incident);
    const double *discount = block_read(view->discount, (size_t)actor);
    bool pays = table->scenario->game.actor[actor].role == ROLE_BELLIGERENT;
    if (!table->guarded) {
        block_fill(price, 0, table->lanes);
        for (int lane = 0; lane < table->lanes; lane++)
            risk[lane] = discount[lane] * hazard[lane] / (1 - discount[lane] * (1 - hazard[lane]));
        return;
    }
    for (int lane = 0; lane < table->lanes; lane++) {
        double flare_up = aftermath_flare_up(view, hazard[lane], lane);
        struct peril peril = { .later = flare_up * escalation[lane],
                               .other = peril_attack(&view->in_force, lane) };
        risk[lane] = peril_weight(&peril, discount[lane]);
        price[lane] = pays ? flare_up * (1 - escalation[lane]) * incident[lane] : 0;
    }
}

/* F_i = (1 - eta_f)(u_i(x0) - b_i - incidents + gifts) + eta_f W_i. */
static void values_frozen(struct table *table, struct view *view, int actor)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    const double *armed = table_row(table, view, self->armed_peace);
    const double *war = table_of(view->war, actor), *gift = table_of(table->drivers.gift, actor);
    double *frozen = table_of(view->frozen, actor);
    double worth[LANES], risk[LANES], price[LANES];
    values_status_quo(table, view, actor, worth);
    values_line(table, view, actor, risk, price);
    for (int lane = 0; lane < table->lanes; lane++)
        frozen[lane] = (1 - risk[lane]) * (worth[lane] - armed[lane] - price[lane] + gift[lane]) +
                       risk[lane] * war[lane];
}

/* A proposer that is a party itself knows its own values. */
static void values_own(struct table *table, int self)
{
    if (table->scenario->game.actor[self].neutral)
        return;
    for (int lane = 0; lane < table->lanes; lane++) {
        table_of(table->picture.war, self)[lane] = table_of(table->truth.war, self)[lane];
        table_of(table->picture.frozen, self)[lane] = table_of(table->truth.frozen, self)[lane];
        table_of(table->picture.audience, self)[lane] = table_of(table->truth.audience, self)[lane];
    }
}

void values_read(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    size_t states = table->acceptance->about.state_rows;
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor *self = &scenario->game.actor[actor];
        if (self->neutral)
            continue;
        values_war(table, &table->truth, actor, round);
        values_war(table, &table->picture, actor, round);
        values_frozen(table, &table->truth, actor);
        values_frozen(table, &table->picture, actor);
        if (game_actor_consents(self))
            table->acceptance->mood(scenario->process.acceptance.settings, table->truth.values,
                                    block_row(table->mood_state, (size_t)actor * states),
                                    &table->random, self->hash, table_of(table->mood, actor));
    }
    for (int rank = 0; rank < table->mediation->proposers; rank++)
        values_own(table, table->mediation->proposer[rank]);
    intelligence_read(table);
}

struct bargain values_bargain(struct table *table, const bool *asked)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++)
        for (int lane = 0; lane < table->lanes; lane++)
            table_of(table->claim, actor)[lane] =
                table_of(table->truth.war, actor)[lane] + table_of(table->resolve, actor)[lane];
    return (struct bargain){
        .game = game,
        .utility = &table->truth.utility,
        .prospect = table_prospect(table, &table->truth),
        .lanes = table->lanes,
        .asked = asked,
        .low = table->true_low,
        .high = table->true_high,
        .status_quo = table->status_quo,
        .share = table_share(table),
        .claim = table->claim,
        .doubt = table->doubt,
        .proposer = -1,
    };
}

void values_zone(struct table *table, struct history *history, int round)
{
    bool asked[LANES];
    for (int lane = 0; lane < table->lanes; lane++)
        asked[lane] = table->phase[lane] == PHASE_WAR;
    struct bargain bargain = values_bargain(table, asked);
    double *width = block_row(history->width, (size_t)round);
    bargain_zone(&bargain, width, NULL, table->zone_memory);
    if (history->low != NULL)
        bargain_interval(&bargain, block_row(history->low, (size_t)round),
                         block_row(history->high, (size_t)round));
    for (int lane = 0; lane < table->lanes; lane++)
        if (!asked[lane])
            width[lane] = NAN;
}
