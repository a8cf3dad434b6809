#include "engine/aftermath.h"

/* Whether an agreement, a framework's or the whole, is in force. */
static bool aftermath_agreed(const struct table *table, int lane)
{
    return table->phase[lane] == PHASE_SETTLED || table->phase[lane] == PHASE_TALKS;
}

void aftermath_carry_out(struct table *table, int round)
{
    const struct aftermath_steps *steps = &table->scenario->process.aftermath.steps;
    struct bargain bargain = { .game = &table->scenario->game,
                               .lanes = table->lanes,
                               .prospect = table_prospect(table, &table->truth) };
    double verification[LANES], chance[LANES], uniform[LANES];
    if (steps->count == 0)
        return;
    bargain_verification(&bargain, table->package, verification);
    aftermath_step(table_row(table, &table->truth, steps->rate),
                   table_row(table, &table->truth, steps->reliance), verification, chance,
                   table->lanes);
    random_uniform(&table->random, PURPOSE_STEP, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool due = aftermath_agreed(table, lane) && table->since[lane] != round &&
                   table->steps_done[lane] < (double)steps->count;
        if (!aftermath_agreed(table, lane))
            table->steps_done[lane] = 0;
        else if (due && uniform[lane] < chance[lane])
            table->steps_done[lane] += 1;
    }
}
