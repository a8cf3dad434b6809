#include "engine/shocks.h"

#include "engine/surprise.h"

static void shocks_draw(struct table *table, const struct shock *shock, double *ends, int round)
{
    const double *hazard = table_row(table, &table->truth, shock->hazard);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_SHOCK, shock->hash, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool comes = shock->at == round || uniform[lane] < hazard[lane];
        if (comes && ends[lane] <= round)
            ends[lane] = (double)(round + shock->duration);
    }
}

void shocks_strike(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->shocks; k++)
        shocks_draw(table, &scenario->shock[k], table_of(table->shock_ends, k), round);
}

/* Keeps the factors on capability before shocks. */
static void shocks_keep_calm(struct table *table)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        for (int lane = 0; lane < table->lanes; lane++)
            table_of(table->calm, actor)[lane] = table_of(table->drivers.capability, actor)[lane];
}

/* What a shock under way adds, for as long as it lasts. */
static void shocks_one(struct table *table, const struct shock *shock, const double *ends,
                       int round)
{
    const double *size = table_row(table, &table->truth, shock->size);
    double *cost = table_of(table->drivers.cost, shock->target);
    double *capability = table_of(table->drivers.capability, shock->target);
    double *audience = table_of(table->audience, shock->target);
    double left[LANES];
    for (int lane = 0; lane < table->lanes; lane++) {
        left[lane] = ends[lane] - round;
        double struck = left[lane] > 0 ? size[lane] : 0;
        cost[lane] += shock->on == SHOCK_COST ? struck : 0;
        capability[lane] *= shock->on == SHOCK_CAPABILITY ? 1 + struck : 1;
        audience[lane] *= shock->on == SHOCK_AUDIENCE ? 1 + struck : 1;
    }
    if (shock->on == SHOCK_COST)
        surprise_cost(table, shock->target, size, left);
    if (shock->on == SHOCK_CAPABILITY)
        surprise_capability(table, left);
}

void shocks_add(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    shocks_keep_calm(table);
    for (int k = 0; k < scenario->shocks; k++)
        shocks_one(table, &scenario->shock[k], table_of(table->shock_ends, k), round);
}
