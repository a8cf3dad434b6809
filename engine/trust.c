#include "engine/trust.h"

bool trust_kept(const struct table *table)
{
    return table->scenario->process.trust.start.row >= 0;
}

void trust_begin(struct table *table)
{
    const double *start = table_row(table, &table->truth, table->scenario->process.trust.start);
    for (int lane = 0; lane < table->lanes; lane++)
        table->trust[lane] = trust_kept(table) ? start[lane] : 1;
}

void trust_move(struct table *table, int lane, double share)
{
    if (share > 0)
        table->trust_gain[lane] += share;
    else
        table->trust_loss[lane] -= share;
}

void trust_event(struct table *table, int lane, enum trust_event event)
{
    if (!trust_kept(table))
        return;
    struct quantity size = table->scenario->process.trust.event[event];
    struct quantity advisers = table->scenario->process.contacts.advisers;
    double share = table_row(table, &table->truth, size)[lane];
    double backed = 1 + table_row(table, &table->truth, advisers)[lane];
    trust_move(table, lane, event < TRUST_LEAK ? share * backed : -share);
}

void trust_turn(struct table *table, int lane, int cause)
{
    if (cause == CAUSE_SIGNED || cause == CAUSE_RATIFIED || cause == CAUSE_CEASEFIRE)
        trust_event(table, lane, TRUST_STEP);
    if (cause == CAUSE_VIOLATED || cause == CAUSE_INCIDENT || cause == CAUSE_FLARE_UP)
        trust_event(table, lane, TRUST_VIOLATION);
    if (cause == CAUSE_VOTED_DOWN)
        trust_event(table, lane, TRUST_REFUSAL);
}

/* Whether an agreement or a ceasefire has been kept throughout the round. */
static bool trust_promised(const struct table *table, int lane, int round)
{
    int phase = table->phase[lane];
    bool frozen = phase == PHASE_FROZEN && table->frozen_by[lane] != DETAIL_DE_FACTO;
    return (phase == PHASE_TALKS || phase == PHASE_SETTLED || frozen) && table->since[lane] < round;
}

void trust_round(struct table *table, int round)
{
    if (!trust_kept(table))
        return;
    const struct trust *trust = &table->scenario->process.trust;
    struct quantity base = trust->base.row < 0 ? trust->start : trust->base;
    for (int lane = 0; lane < table->lanes; lane++)
        if (trust_promised(table, lane, round))
            trust_event(table, lane, TRUST_PROMISE);
    trust_step(table->trust, table_row(table, &table->truth, base),
               table_row(table, &table->truth, trust->reversion), table->trust_gain,
               table->trust_loss, table->lanes);
    block_fill(table->trust_gain, 0, table->lanes);
    block_fill(table->trust_loss, 0, table->lanes);
}
