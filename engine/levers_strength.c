#include "engine/levers.h"
#include "engine/levers_force.h"

/* Pulls a lever that acts on strength as it stands in pulls. */
static void levers_arm(const struct table *table, const struct pulls *pulls, int k,
                       struct drivers *drivers)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    struct grip grip;
    levers_grip(table, &table->truth, pulls, k, false, table->lanes, &grip);
    leverage_kind(plan)->pull(plan->kind.settings, plan->target, &grip.tug, drivers, table->lanes);
}

void levers_strengthen(const struct table *table, long until, struct drivers *drivers)
{
    const struct scenario *scenario = table->scenario;
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        block_fill(table_of(drivers->capability, actor), 1, table->lanes);
        block_fill(table_of(drivers->aid, actor), 1, table->lanes);
        block_fill(table_of(drivers->backfill, actor), 0, table->lanes);
    }
    for (int turn = 0; turn < 2; turn++)
        for (int k = 0; k < scenario->levers; k++) {
            const struct lever_plan *plan = &scenario->lever[k];
            bool planned = plan->when.until < until;
            if (leverage_strengthens(plan) && leverage_kind(plan)->first == (turn == 0))
                levers_arm(table, planned ? &table->planned : &table->pulls, k, drivers);
        }
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
