#include "engine/surprise.h"

#include "engine/levers.h"
#include "engine/mediation.h"
#include "models/special.h"

void surprise_begin(struct table *table, int round)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        struct view *views[] = { &table->truth, &table->picture };
        block_fill(table_of(table->jolt, actor), 0, table->lanes);
        for (int k = 0; k < 2 && !game->actor[actor].neutral; k++)
            table->continuation->weigh(&views[k]->outlook, views[k]->memory, actor, round,
                                       table_of(views[k]->annuity, actor),
                                       table_of(views[k]->reach, actor));
    }
    block_fill(table->lever_left, 0, table->lanes);
    block_fill(table->shock_left, 0, table->lanes);
}

/* A point a round for `left` rounds, at most for as long as the war lasts. */
static double surprise_passing(double annuity, double discount, double left)
{
    double passing = 1 - special_power(discount, left);
    return passing < annuity ? passing : annuity;
}

void surprise_cost(struct table *table, int actor, const double *cost, const double *left)
{
    const double *annuity = table_of(table->truth.annuity, actor);
    const double *discount = table_of(table->truth.discount, actor);
    double *jolt = table_of(table->jolt, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        if (left[lane] > 0 && cost[lane] != 0)
            jolt[lane] -= cost[lane] * surprise_passing(annuity[lane], discount[lane], left[lane]);
}

void surprise_capability(struct table *table, const double *left)
{
    for (int lane = 0; lane < table->lanes; lane++)
        if (left[lane] > table->shock_left[lane])
            table->shock_left[lane] = left[lane];
}

void surprise_lever(struct table *table, const struct lever_plan *plan, const bool *on, int round)
{
    bool due = levers_foreseen(plan, round), all[LANES], any = false;
    double left[LANES], cost[LANES], share[LANES];
    if (!mediation_expected(table, &table->truth, plan->owner, round, share, table->lanes))
        block_fill(share, 1, table->lanes);
    for (int lane = 0; lane < table->lanes; lane++) {
        share[lane] = (on[lane] ? 1 : 0) - (due ? share[lane] : 0);
        all[lane] = share[lane] != 0;
        any = any || all[lane];
        left[lane] = all[lane] ? (double)(plan->when.until - round + 1) : 0;
    }
    if (!any)
        return;
    levers_alone(table, plan, all, &table->scratch_drivers);
    const double *added = table_of(table->scratch_drivers.cost, plan->target);
    for (int lane = 0; lane < table->lanes; lane++) {
        cost[lane] = added[lane] * share[lane];
        if (left[lane] > table->lever_left[lane])
            table->lever_left[lane] = left[lane];
    }
    surprise_cost(table, plan->target, cost, left);
}

/* How far a unit of drift a round reaches in `left` rounds; for good where left is 0. */
static double surprise_reach(double reach, double discount, double left)
{
    if (left <= 0)
        return reach;
    double passing = discount * (1 - special_power(discount, left)) / (1 - discount);
    return passing < reach ? passing : reach;
}

void surprise_shift(const struct table *table, const struct view *view, int actor, int round,
                    double *shift)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    int last = view->outlook.rounds - 1;
    const double *planned = block_read(table->truth.drift, (size_t)(round < last ? round : last));
    const double *learned = block_read(table->drift_belief, (size_t)actor);
    const double *first = block_read(table->truth.optimism, (size_t)actor);
    const double *reach = block_read(view->reach, (size_t)actor);
    const double *discount = block_read(view->discount, (size_t)actor);
    double toward = self->side == SIDE_LOW ? -1 : self->side == SIDE_HIGH ? 1 : 0;
    for (int lane = 0; lane < table->lanes; lane++) {
        double levers = table->calm_drift[lane] - planned[lane];
        double shocks = table->drift[lane] - table->calm_drift[lane];
        shift[lane] = toward * (learned[lane] - first[lane]) * reach[lane];
        shift[lane] +=
            levers * surprise_reach(reach[lane], discount[lane], table->lever_left[lane]);
        shift[lane] +=
            shocks * surprise_reach(reach[lane], discount[lane], table->shock_left[lane]);
    }
}
