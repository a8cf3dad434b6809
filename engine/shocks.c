#include "engine/shocks.h"

#include "engine/fighting.h"
#include "engine/surprise.h"
#include "engine/trust.h"

bool shocks_strike_at(const struct scenario *scenario, int on, int target)
{
    for (int k = 0; k < scenario->shocks; k++)
        if (scenario->shock[k].on == on && scenario->shock[k].target == target)
            return true;
    return false;
}

static bool shocks_is(const struct shock *shock, int on, int target)
{
    return shock->on == on && (target < 0 || shock->target == target);
}

void shocks_add_under_way(const struct table *table, int on, int target, int round, double *sum)
{
    for (int k = 0; k < table->scenario->shocks; k++) {
        const struct shock *shock = &table->scenario->shock[k];
        const double *size = table_row(table, &table->truth, shock->size);
        const double *ends = block_read(table->shock_ends, (size_t)k);
        for (int lane = 0; lane < table->lanes && shocks_is(shock, on, target); lane++)
            sum[lane] += ends[lane] > round ? size[lane] : 0;
    }
}

void shocks_add_new(const struct table *table, int on, int target, int round, double *sum)
{
    for (int k = 0; k < table->scenario->shocks; k++) {
        const struct shock *shock = &table->scenario->shock[k];
        const double *size = table_row(table, &table->truth, shock->size);
        const double *ends = block_read(table->shock_ends, (size_t)k);
        double new = (double)(round + shock->duration);
        for (int lane = 0; lane < table->lanes && shocks_is(shock, on, target); lane++)
            sum[lane] += ends[lane] == new ? size[lane] : 0;
    }
}

void shocks_pace(const struct table *table, int round, double *pace)
{
    for (int k = 0; k < table->scenario->shocks; k++) {
        const struct shock *shock = &table->scenario->shock[k];
        const double *size = table_row(table, &table->truth, shock->size);
        const double *ends = block_read(table->shock_ends, (size_t)k);
        for (int lane = 0; lane < table->lanes && shock->on == SHOCK_TEXTS; lane++)
            pace[lane] *= ends[lane] > round ? 1 + size[lane] : 1;
    }
}

/* Where the guns fire the front jumps towards the target's side, and stays on the axis. */
static void shocks_jump(struct table *table, int actor, int round)
{
    double toward = game_actor_toward(&table->scenario->game.actor[actor]);
    double jump[LANES] = { 0 };
    shocks_add_new(table, SHOCK_FRONT, actor, round, jump);
    for (int lane = 0; lane < table->lanes; lane++) {
        double moved = table->front[lane] + toward * jump[lane];
        if (fighting_in(table, lane))
            table->front[lane] = moved < 0 ? 0 : moved > 1 ? 1 : moved;
    }
}

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

static void shocks_trust(struct table *table, int round)
{
    double moved[LANES] = { 0 };
    shocks_add_new(table, SHOCK_TRUST, -1, round, moved);
    for (int lane = 0; lane < table->lanes; lane++)
        if (moved[lane] != 0)
            trust_move(table, lane, moved[lane]);
}

/* What shocks that have just come change at once. */
static void shocks_land(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    shocks_trust(table, round);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        if (shocks_strike_at(scenario, SHOCK_FRONT, actor) && !table->war->at_once)
            shocks_jump(table, actor, round);
}

void shocks_strike(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->shocks; k++)
        shocks_draw(table, &scenario->shock[k], table_of(table->shock_ends, k), round);
    shocks_land(table, round);
}

void shocks_expected(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->shocks; k++) {
        const struct shock *shock = &scenario->shock[k];
        if (shock->at == round)
            block_fill(table_of(table->shock_ends, k), (double)(round + shock->duration), LANES);
    }
    shocks_land(table, round);
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
    bool any = false;
    for (int lane = 0; lane < table->lanes; lane++) {
        left[lane] = ends[lane] - round;
        any |= left[lane] > 0;
        double struck = left[lane] > 0 ? size[lane] : 0;
        cost[lane] += shock->on == SHOCK_COST ? struck : 0;
        capability[lane] *= shock->on == SHOCK_CAPABILITY ? 1 + struck : 1;
        audience[lane] *= shock->on == SHOCK_AUDIENCE ? 1 + struck : 1;
    }
    if (shock->on == SHOCK_COST)
        surprise_cost(table, shock->target, size, left);
    if (any && shock->on == SHOCK_CAPABILITY)
        surprise_push(table, &table->drivers, left, round);
}

void shocks_add(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->shocks; k++)
        shocks_one(table, &scenario->shock[k], table_of(table->shock_ends, k), round);
}
