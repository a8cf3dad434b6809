#include "engine/durability.h"

#include <math.h>

#include "engine/aftermath.h"

/* Whether the trial is in what lasts. */
static bool durability_holds(const struct table *table, int durable, int lane)
{
    int phase = table->phase[lane];
    bool agreed = table_agreed(table, lane);
    if (durable == DURABLE_AGREEMENT)
        return agreed;
    return agreed || phase == PHASE_FROZEN || (phase == PHASE_VOTE && table->from_truce[lane]);
}

void durability_turn(struct table *table, int lane, int round)
{
    for (int durable = 0; durable < DURABLES; durable++) {
        struct stretch *stretch = &table->stretch[durable][lane];
        bool begins = durable == DURABLE_AGREEMENT ? durability_holds(table, durable, lane)
                                                   : table->phase[lane] == PHASE_FROZEN;
        if (stretch->from < 0 && begins)
            stretch->from = round;
        else if (stretch->from >= 0 && stretch->to < 0 && !durability_holds(table, durable, lane))
            stretch->to = round;
    }
}

/* What a lane faces from the horizon on. */
static struct peril durability_peril(const struct table *table, int durable, int lane,
                                     const struct peril *agreement)
{
    const struct process *process = &table->scenario->process;
    int age = (int)table->scenario->run.horizon - table->since[lane];
    int passed = age > 1 ? age - 1 : 0;
    double stall = table_row(table, &table->truth, process->comprehensive.stall)[lane];
    struct peril peril = *agreement;
    if (!durability_holds(table, DURABLE_AGREEMENT, lane))
        return aftermath_freeze(table, lane, (int)process->ceasefire.flare_up_rounds - passed);
    if (durable == DURABLE_AGREEMENT && table->phase[lane] == PHASE_TALKS)
        peril.other += stall * (1 - peril.other);
    return peril;
}

static double durability_chance(const struct table *table, int durable, int lane, long span,
                                const struct peril *agreement)
{
    struct stretch stretch = table->stretch[durable][lane];
    long left = span - (table->scenario->run.horizon - 1 - stretch.from);
    if (stretch.from < 0)
        return NAN;
    if (stretch.to >= 0)
        return stretch.to - stretch.from > span ? 1 : 0;
    struct peril peril = durability_peril(table, durable, lane, agreement);
    return left > 0 ? peril_survival(&peril, left) : 1;
}

void durability_end(const struct table *table, struct history *history)
{
    struct peril agreement[LANES];
    aftermath_perils(table, agreement);
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++) {
            long rounds = history_span(table->scenario, span);
            double *row = block_row(history->durable, history_durable(durable, span));
            for (int lane = 0; lane < table->lanes; lane++)
                row[lane] = durability_chance(table, durable, lane, rounds, &agreement[lane]);
        }
}
