#include "engine/witness_levers.h"

#include "engine/levers.h"

static void witness_lever(struct table *table, const struct lever_plan *plan, const bool *on,
                          struct chronicle_lever *seen)
{
    struct drivers *drivers = &table->scratch_drivers;
    levers_alone(table, plan, on, drivers);
    seen->cost = table_of(drivers->cost, plan->target)[0];
    seen->burn = table_of(drivers->burn, plan->target)[0];
    seen->aid = table_of(drivers->aid, plan->target)[0];
    seen->capability = table_of(drivers->capability, plan->target)[0];
    seen->bonus = table_of(drivers->bonus, plan->target)[0];
    seen->expense = table_of(drivers->expense, plan->owner)[0];
    seen->credibility = 1 - drivers->doubt[0];
    seen->guarantees = drivers->guarantees[0];
    seen->verification = drivers->verification[0];
}

void witness_levers(struct table *table, const struct history *history, int round,
                    struct chronicle_round *seen)
{
    for (int k = 0; k < table->scenario->levers; k++) {
        bool on[LANES], pays[LANES];
        const struct lever_plan *plan = &table->scenario->lever[k];
        levers_conditions(table, history, plan, round, on, pays);
        witness_lever(table, plan, on, &seen->lever[k]);
        seen->lever[k].on = on[0];
        seen->lever[k].pays = pays[0];
        if (!pays[0])
            seen->lever[k].expense = 0;
    }
}
