#include "engine/ledger.h"

#include "engine/fighting.h"
#include "engine/values.h"

/* u of the package in force, with the incentives that come with it and what it costs at home. */
static void ledger_settlement(struct table *table, int actor, double *out)
{
    const double *paid = table_of(table->drivers.paid, actor),
                 *audience = table_of(table->truth.audience, actor);
    const double *demand = table_of(table->truth.demand, actor);
    double worth[LANES];
    utility_of(&table->truth.utility, actor, table->package, true, worth, table->lanes);
    for (int lane = 0; lane < table->lanes; lane++) {
        double short_of = demand[lane] - worth[lane];
        out[lane] = worth[lane] + (paid[lane] - audience[lane] * (short_of > 0 ? short_of : 0));
    }
    struct prospect prospect = table_prospect(table, &table->truth);
    if (prospect.narrative)
        bargain_tell(&prospect, actor, worth, out, table->lanes);
}

/* Whether the guns are silent without an agreement: in a freeze, and while a vote is awaited under
 * a truce. */
static bool ledger_silent(const struct table *table, int lane)
{
    bool voting = table->phase[lane] == PHASE_VOTE && table->from_truce[lane];
    return table->phase[lane] == PHASE_FROZEN || voting;
}

static void ledger_actor(struct table *table, int actor)
{
    const double *armed =
        table_row(table, &table->truth, table->scenario->game.actor[actor].armed_peace);
    const double *cost = table_of(table->cost, actor),
                 *expense = table_of(table->drivers.expense, actor),
                 *gift = table_of(table->drivers.gift, actor);
    const double *discount = table_of(table->truth.discount, actor);
    double *weight = table_of(table->weight, actor), *utility = table_of(table->utility, actor);
    double worth[LANES], settled[LANES];
    values_status_quo(table, &table->truth, actor, worth);
    ledger_settlement(table, actor, settled);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (table->phase[lane] == PHASE_OVER)
            continue;
        bool war = fighting_in(table, lane), frozen = ledger_silent(table, lane);
        double flow = war      ? worth[lane] - cost[lane]
                      : frozen ? worth[lane] - armed[lane] + gift[lane]
                               : settled[lane];
        flow -= expense[lane];
        if (!(war && table->war->at_once))
            utility[lane] += (1 - discount[lane]) * weight[lane] * flow;
    }
}

void ledger_book(struct table *table)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++)
        if (!game->actor[actor].neutral)
            ledger_actor(table, actor);
}

void ledger_incident(struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
    double price =
        table_row(table, &table->truth, table->scenario->process.ceasefire.incident)[lane];
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT)
            table_of(table->utility, actor)[lane] -=
                (1 - table_of(table->truth.discount, actor)[lane]) *
                table_of(table->weight, actor)[lane] * price;
}

static double ledger_victory(const struct table *table, int actor, int lane)
{
    const struct game *game = &table->scenario->game;
    int side = game->actor[table->victor[lane]].side;
    return table_of(table->truth.victory, side * game->actors + actor)[lane];
}

void ledger_prize(struct table *table, const bool *fought)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].neutral)
            continue;
        const double *discount = table_of(table->truth.discount, actor),
                     *cost = table_of(table->cost, actor);
        double *weight = table_of(table->weight, actor), *utility = table_of(table->utility, actor);
        for (int lane = 0; lane < table->lanes; lane++) {
            bool won = fought[lane] && table->phase[lane] == PHASE_OVER;
            double prize = won ? ledger_victory(table, actor, lane) : 0;
            double at_once = weight[lane] * (prize - cost[lane]);
            double later = weight[lane] * discount[lane] * prize;
            utility[lane] += !won ? 0 : table->war->at_once ? at_once : later;
            weight[lane] *= discount[lane];
        }
    }
}

void ledger_close(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    struct bargain bargain = { .game = &scenario->game,
                               .utility = &table->truth.utility,
                               .lanes = table->lanes,
                               .prospect = table_prospect_in_force(table, &table->truth) };
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        if (scenario->game.actor[actor].neutral)
            continue;
        const double *war = table_of(table->truth.war, actor),
                     *frozen = table_of(table->truth.frozen, actor);
        const double *weight = table_of(table->weight, actor);
        double *utility = table_of(table->utility, actor);
        double settled[LANES];
        bargain_worth(&bargain, actor, table->package, settled);
        for (int lane = 0; lane < table->lanes; lane++) {
            if (table->phase[lane] == PHASE_OVER)
                continue;
            double peace = ledger_silent(table, lane) ? frozen[lane] : settled[lane];
            utility[lane] += weight[lane] * (fighting_in(table, lane) ? war[lane] : peace);
        }
    }
}
