#include "engine/witness_levers.h"

#include "engine/levers.h"

static void witness_lever(struct table *table, int k, struct chronicle_lever *seen)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    struct drivers *drivers = &table->scratch_drivers;
    levers_alone(table, &table->pulls, k, false, drivers);
    seen->on = table->pulls.on[k * LANES];
    seen->pays = table->pulls.due[k * LANES];
    seen->pull = table_of(table->pulls.hard, k)[0];
    seen->gift = table_of(drivers->gift, plan->target)[0];
    seen->cost = table_of(drivers->cost, plan->target)[0] + seen->gift;
    seen->burn = table_of(drivers->burn, plan->target)[0];
    seen->aid = table_of(drivers->aid, plan->target)[0];
    seen->backfill = table_of(drivers->backfill, plan->target)[0];
    seen->capability = table_of(drivers->capability, plan->target)[0];
    seen->damage = table_of(drivers->damage, plan->target)[0];
    seen->bonus = table_of(drivers->bonus, plan->target)[0];
    seen->paid = table_of(drivers->paid, plan->target)[0];
    seen->audience = table_of(drivers->audience, plan->target)[0];
    seen->precision = table_of(drivers->precision, plan->target)[0];
    seen->noise = table_of(drivers->noise, plan->target)[0];
    seen->expense = table_of(drivers->expense, plan->owner)[0];
    seen->credibility = 1 - drivers->doubt[0];
    seen->guarantees = drivers->guarantees[0];
    seen->verification = drivers->verification[0];
    seen->strain = drivers->strain[0];
    seen->restraint = drivers->restraint[0];
    seen->legitimacy = table_of(drivers->legitimacy, plan->target)[0];
    seen->confidence = drivers->confidence[0];
}

void witness_levers(struct table *table, struct chronicle_round *seen)
{
    for (int k = 0; k < table->scenario->levers; k++)
        witness_lever(table, k, &seen->lever[k]);
    seen->cohesion = table->cohesion[0];
}
