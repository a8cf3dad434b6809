#include "engine/mobilisation.h"

#include <string.h>

#include "engine/levers.h"
#include "engine/season.h"
#include "engine/surprise.h"
#include "engine/values.h"

static bool mobilisation_open(const struct table *table, int actor)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    return self->mobilisation.size.expected > 0 && self->role == ROLE_BELLIGERENT &&
           !table->war->at_once;
}

bool mobilisation_on(const struct table *table, int actor, int lane, int round)
{
    return round >= table_of(table->mobilised_from, actor)[lane] &&
           round < table_of(table->mobilised_until, actor)[lane];
}

static void mobilisation_apply(struct table *table, int actor, int round)
{
    const struct mobilisation *own = &table->scenario->game.actor[actor].mobilisation;
    const double *size = table_row(table, &table->truth, own->size);
    const double *price = table_row(table, &table->truth, own->cost);
    double *capability = table_of(table->drivers.capability, actor);
    double *cost = table_of(table->drivers.cost, actor);
    double left[LANES];
    bool any = false;
    for (int lane = 0; lane < table->lanes; lane++) {
        bool on = mobilisation_on(table, actor, lane, round);
        left[lane] = on ? table_of(table->mobilised_until, actor)[lane] - round : 0;
        capability[lane] *= on ? 1 + size[lane] : 1;
        cost[lane] += on ? price[lane] : 0;
        any |= on;
    }
    if (any)
        surprise_push(table, &table->drivers, left, round);
    surprise_cost(table, actor, price, left);
}

void mobilisation_pull(struct table *table, int round)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        if (mobilisation_open(table, actor))
            mobilisation_apply(table, actor, round);
}

/* The drift of the front were the actor's strength greater by its size. */
static void mobilisation_drift(struct table *table, int actor, int round, double *drift)
{
    const struct scenario *scenario = table->scenario;
    const double *size =
        table_row(table, &table->truth, scenario->game.actor[actor].mobilisation.size);
    double low[LANES], high[LANES];
    memcpy(table->scratch, table->drivers.capability,
           (size_t)scenario->game.actors * LANES * sizeof *table->scratch);
    for (int lane = 0; lane < table->lanes; lane++)
        table_of(table->scratch, actor)[lane] *= 1 + size[lane];
    levers_strength(table, &table->truth, &table->drivers, table->scratch, table->exhaustion, low,
                    high, table->lanes);
    table->war->move(scenario->conflict.war.settings, table->truth.values, low, high,
                     game_first_is_high(&scenario->game), drift, table->volatility, table->lanes);
    season_slow(table, &table->truth, round, drift, table->lanes);
}

/* What W gains where the front drifts otherwise for as long as a mobilisation lasts. */
static void mobilisation_gain(struct table *table, int actor, int round, double *gain)
{
    struct view *view = &table->truth;
    long duration = table->scenario->game.actor[actor].mobilisation.duration;
    const double *reach = table_of(view->reach, actor), *discount = table_of(view->discount, actor);
    double drift[LANES], at[LANES], before[LANES];
    mobilisation_drift(table, actor, round, drift);
    values_front(table, view, actor, round, at);
    table->continuation->read(&view->outlook, view->memory, actor, round, at, before);
    for (int lane = 0; lane < table->lanes; lane++) {
        double moved = at[lane] + (drift[lane] - table->drift[lane]) *
                                      mobilisation_reach(reach[lane], discount[lane], duration);
        at[lane] = moved < 0 ? 0 : moved > 1 ? 1 : moved;
    }
    table->continuation->read(&view->outlook, view->memory, actor, round, at, gain);
    for (int lane = 0; lane < table->lanes; lane++)
        gain[lane] -= before[lane];
}

static void mobilisation_decide(struct table *table, int actor, const bool *fought, int round)
{
    const struct mobilisation *own = &table->scenario->game.actor[actor].mobilisation;
    const double *cost = table_row(table, &table->truth, own->cost);
    const double *annuity = table_of(table->truth.annuity, actor);
    const double *discount = table_of(table->truth.discount, actor);
    double *from = table_of(table->mobilised_from, actor);
    double *until = table_of(table->mobilised_until, actor);
    double *times = table_of(table->mobilised_times, actor), gain[LANES];
    mobilisation_gain(table, actor, round, gain);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool free = fought[lane] && until[lane] <= round + 1 && times[lane] < (double)own->limit;
        if (!free || gain[lane] <= mobilisation_price(cost[lane], annuity[lane], discount[lane],
                                                      own->duration))
            continue;
        from[lane] = (double)(round + 1 + own->delay);
        until[lane] = from[lane] + (double)own->duration;
        times[lane]++;
    }
}

void mobilisation_choose(struct table *table, const bool *fought, int round)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        if (mobilisation_open(table, actor))
            mobilisation_decide(table, actor, fought, round);
}
