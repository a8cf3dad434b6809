#include "engine/surprise.h"

#include <limits.h>
#include <string.h>

#include "engine/fighting.h"
#include "engine/levers.h"
#include "engine/levers_when.h"
#include "models/special.h"

void surprise_begin(struct table *table, int round)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        struct view *views[] = { &table->truth, &table->picture };
        block_fill(table_of(table->jolt, actor), 0, table->lanes);
        block_fill(table_of(table->shelter_left, actor), 0, table->lanes);
        for (int k = 0; k < 2 && !game->actor[actor].neutral; k++)
            table->continuation->weigh(&views[k]->outlook, views[k]->memory, actor, round,
                                       table_of(views[k]->annuity, actor),
                                       table_of(views[k]->reach, actor));
    }
    table->pushes = 0;
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

void surprise_push(struct table *table, const struct drivers *drivers, const double *left,
                   int round)
{
    int push = table->pushes++;
    memcpy(table_of(table->push_left, push), left, (size_t)table->lanes * sizeof *left);
    fighting_drift(table, drivers, round, table_of(table->push_drift, push));
}

/* Whether something of it is given before any agreement. */
static bool surprise_early(const struct lever_plan *plan)
{
    const struct lever *kind = leverage_kind(plan);
    const struct leverage_reward *reward = plan->kind.settings;
    return kind->rewards && reward->early.share.row >= 0;
}

/* Whether a lever acts otherwise than its schedule has it, lane by lane; whether in any. */
static bool surprise_differs(const struct table *table, int k, bool *out)
{
    const double *hard = table_of(table->pulls.hard, k), *meant = table_of(table->planned.hard, k);
    const double *age = table_of(table->pulls.age, k), *then = table_of(table->planned.age, k);
    bool early = surprise_early(&table->scenario->lever[k]), any = false;
    const bool *now = early ? table->pulls.on : table->pulls.due;
    const bool *schedule = early ? table->planned.on : table->planned.due;
    for (int lane = 0; lane < table->lanes; lane++) {
        bool due = now[k * LANES + lane], planned = schedule[k * LANES + lane];
        out[lane] =
            due != planned || (due && (hard[lane] != meant[lane] || age[lane] != then[lane]));
        any = any || out[lane];
    }
    return any;
}

/* The lever's cost to its target in pulls, by itself. */
static void surprise_added(struct table *table, const struct pulls *pulls, int k, bool whole,
                           double *out)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    levers_alone(table, pulls, k, whole, &table->scratch_drivers);
    memcpy(out, table_of(table->scratch_drivers.cost, plan->target), LANES * sizeof *out);
}

/* A cost that comes in even steps, `lag` rounds after the condition came true and in the rounds
 * after that, and lasts `left` rounds from now. */
static void surprise_ramp(struct table *table, int k, const double *cost, const double *left)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const double *annuity = table_of(table->truth.annuity, plan->target);
    const double *discount = table_of(table->truth.discount, plan->target);
    const double *age = table_of(table->pulls.age, k);
    double *jolt = table_of(table->jolt, plan->target);
    long steps = plan->when.ramp > 0 ? plan->when.ramp : 1;
    for (int lane = 0; lane < table->lanes; lane++) {
        double end = surprise_passing(annuity[lane], discount[lane], left[lane]), worth = 0;
        for (long step = 0; step < steps; step++) {
            double wait = (double)(plan->when.lag + step) - age[lane];
            double begin = surprise_passing(annuity[lane], discount[lane], wait > 0 ? wait : 0);
            worth += end > begin ? end - begin : 0;
        }
        if (left[lane] > 0)
            jolt[lane] -= cost[lane] * worth / (double)steps;
    }
}

/* Levers on damage act together, by a product: it differs for as long as any of them does. */
static void surprise_shelter(struct table *table, int actor, const double *left)
{
    double *longest = table_of(table->shelter_left, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        longest[lane] = left[lane] > longest[lane] ? left[lane] : longest[lane];
}

void surprise_lever(struct table *table, int k, int round)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    bool sudden = !levers_foreseen(plan, round) && !surprise_early(plan);
    bool slow = sudden && (plan->when.lag > 0 || plan->when.ramp > 1);
    double left[LANES], cost[LANES], meant[LANES];
    bool differs[LANES];
    table->unplanned[k] = false;
    if (!surprise_differs(table, k, differs))
        return;
    table->unplanned[k] = leverage_strengthens(plan);
    surprise_added(table, &table->pulls, k, slow, cost);
    if (sudden)
        block_fill(meant, 0, table->lanes);
    else
        surprise_added(table, &table->planned, k, false, meant);
    for (int lane = 0; lane < table->lanes; lane++) {
        left[lane] = differs[lane] ? (double)(plan->when.until - round + 1) : 0;
        cost[lane] -= meant[lane];
    }
    if (leverage_shelters(plan))
        surprise_shelter(table, plan->target, left);
    if (slow)
        surprise_ramp(table, k, cost, left);
    else
        surprise_cost(table, plan->target, cost, left);
}

/* The last `until` before another among levers that act on strength otherwise than their schedule;
 * -1: there is none. */
static long surprise_until(const struct table *table, long before)
{
    long until = -1;
    for (int k = 0; k < table->scenario->levers; k++) {
        long own = table->scenario->lever[k].when.until;
        if (table->unplanned[k] && own < before && own > until)
            until = own;
    }
    return until;
}

void surprise_levers(struct table *table, int round)
{
    long until = surprise_until(table, LONG_MAX);
    struct drivers *drivers = until < 0 ? &table->drivers : &table->scratch_drivers;
    double left[LANES] = { 0 };
    if (until >= 0)
        levers_strengthen(table, LONG_MAX, drivers);
    surprise_push(table, drivers, left, round);
    while (until >= 0) {
        long next = surprise_until(table, until);
        drivers = next < 0 ? &table->drivers : &table->scratch_drivers;
        if (next >= 0)
            levers_strengthen(table, until, drivers);
        block_fill(left, (double)(until - round + 1), table->lanes);
        surprise_push(table, drivers, left, round);
        until = next;
    }
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
    const double *before = block_read(table->truth.drift, (size_t)(round < last ? round : last));
    const double *learned = block_read(table->drift_belief, (size_t)actor);
    const double *first = block_read(table->truth.optimism, (size_t)actor);
    const double *reach = block_read(view->reach, (size_t)actor);
    const double *discount = block_read(view->discount, (size_t)actor);
    double toward = game_actor_toward(self);
    for (int lane = 0; lane < table->lanes; lane++)
        shift[lane] = toward * (learned[lane] - first[lane]) * reach[lane];
    for (int push = 0; push < table->pushes; push++) {
        const double *drift = block_read(table->push_drift, (size_t)push);
        const double *left = block_read(table->push_left, (size_t)push);
        for (int lane = 0; lane < table->lanes; lane++)
            shift[lane] += (drift[lane] - before[lane]) *
                           surprise_reach(reach[lane], discount[lane], left[lane]);
        before = drift;
    }
}
