#include "engine/levers_when.h"

#include "engine/mediation.h"

static bool levers_due(const struct lever_plan *plan, int round)
{
    return round >= plan->when.from && round <= plan->when.until;
}

bool levers_foreseen(const struct lever_plan *plan, int round)
{
    const struct lever_when *when = &plan->when;
    bool unconditional = when->rejections == 0 && when->conditional == 0 &&
                         when->after == MILESTONE_NONE && when->chance.row < 0;
    return unconditional && levers_due(plan, round);
}

static bool levers_withhold(const struct lever_plan *plan, int target)
{
    const struct lever *kind = leverage_kind(plan);
    return plan->target == target && kind->withholds != NULL &&
           kind->withholds(plan->kind.settings);
}

/* The round from which aid is withheld from a target by schedule; -1: it is not, in this one. */
static long levers_withheld_from(const struct scenario *scenario, int target, int round)
{
    long from = -1;
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        if (levers_withhold(plan, target) && levers_foreseen(plan, round))
            from = from < 0 || plan->when.from < from ? plan->when.from : from;
    }
    return from;
}

void levers_schedule(struct table *table, int round, int lanes)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        bool due = levers_foreseen(plan, round);
        long from = plan->when.from;
        if (due && leverage_kind(plan)->answers) {
            long withheld = levers_withheld_from(scenario, plan->target, round);
            due = withheld >= 0;
            from = withheld > from ? withheld : from;
        }
        block_fill(table_of(table->planned.age, k), due ? (double)(round - from) : 0, lanes);
        for (int lane = 0; lane < lanes; lane++)
            table->planned.on[k * LANES + lane] = table->planned.due[k * LANES + lane] = due;
    }
}

/* Whether what the lever waits for has been reached, and has not been lost again. */
static bool levers_reached(const struct table *table, const struct lever_plan *plan, int lane)
{
    switch (plan->when.after) {
    case MILESTONE_FRAMEWORK:
        return table_agreed(table, lane);
    case MILESTONE_SETTLEMENT:
        return table->phase[lane] == PHASE_SETTLED;
    case MILESTONE_STEP:
        return table->steps_done[lane] >= (double)plan->when.step;
    case MILESTONE_TRUST:
        return table->trust[lane] >= table_row(table, &table->truth, plan->when.trust)[lane];
    default:
        return true;
    }
}

static bool levers_reward_released(const struct lever_plan *plan)
{
    return leverage_kind(plan)->rewards &&
           ((const struct leverage_reward *)plan->kind.settings)->tranches.released;
}

/* Whether nothing that has happened rules the lever out. */
static bool levers_open(const struct table *table, const struct history *history, int k, int lane)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const struct lever_when *when = &plan->when;
    bool ends = when->until_violated || levers_reward_released(plan);
    return history->refusals[plan->target * LANES + lane] >= when->rejections &&
           table_of(table->walked, plan->owner)[lane] == 0 && !(ends && table->violated[lane]) &&
           !(when->until_breach && table->violator[lane] == plan->target) &&
           !(when->conditional > 0 &&
             table_of(table->refused_running, plan->target)[lane] >= (double)when->conditional) &&
           table_of(table->idle, k)[lane] == 0;
}

static void levers_condition(struct table *table, const struct history *history, int k, int round)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    bool due = levers_due(plan, round), settles = leverage_kind(plan)->settles;
    for (int lane = 0; lane < table->lanes; lane++) {
        bool may = due && levers_open(table, history, k, lane);
        bool pays = may && levers_reached(table, plan, lane);
        table->pulls.due[k * LANES + lane] = pays;
        table->pulls.on[k * LANES + lane] = pays || (may && settles);
    }
}

/* A lever that answers others is pulled in the lanes in which one of them withholds aid. */
static void levers_answer(struct table *table, int k)
{
    const struct scenario *scenario = table->scenario;
    bool withheld[LANES] = { false };
    for (int other = 0; other < scenario->levers; other++)
        if (levers_withhold(&scenario->lever[other], scenario->lever[k].target))
            for (int lane = 0; lane < table->lanes; lane++)
                withheld[lane] |= table->pulls.due[other * LANES + lane];
    for (int lane = 0; lane < table->lanes; lane++) {
        table->pulls.due[k * LANES + lane] &= withheld[lane];
        table->pulls.on[k * LANES + lane] &= withheld[lane];
    }
}

/* What waits for an agreement counts from the round in which that was signed: the one before. */
static void levers_ages(struct table *table, int k, int round)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    double *since = table_of(table->lever_since, k), *age = table_of(table->pulls.age, k);
    bool signature = leverage_kind(plan)->settles && plan->when.after != MILESTONE_NONE &&
                     plan->when.after != MILESTONE_TRUST;
    int first = signature ? round : round + 1;
    for (int lane = 0; lane < table->lanes; lane++) {
        bool due = table->pulls.due[k * LANES + lane];
        since[lane] = !due ? 0 : since[lane] == 0 ? first : since[lane];
        age[lane] = due ? round + 1 - since[lane] : 0;
    }
}

/* Texts refused in a row, as they stand after the round before. */
static void levers_refusals(struct table *table)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++) {
        double *running = table_of(table->refused_running, actor);
        const bool *asked = table->asked + actor * LANES, *yes = table->accepts + actor * LANES;
        for (int lane = 0; lane < table->lanes; lane++)
            if (table->text[lane] && asked[lane])
                running[lane] = yes[lane] ? 0 : running[lane] + 1;
    }
}

void levers_conditions(struct table *table, const struct history *history, int round)
{
    const struct scenario *scenario = table->scenario;
    bool told = scenario->process.leader_channel.principles.expected > 0;
    for (int lane = 0; lane < table->lanes; lane++)
        table->spoken[lane] |= told || (round > 0 && table->mediation->called[lane]);
    if (round > 0)
        levers_refusals(table);
    for (int k = 0; k < scenario->levers; k++)
        levers_condition(table, history, k, round);
    for (int k = 0; k < scenario->levers; k++)
        if (leverage_kind(&scenario->lever[k])->answers)
            levers_answer(table, k);
    for (int k = 0; k < scenario->levers; k++)
        levers_ages(table, k, round);
}

/* What each actor would rather have than the terms in force, at least 0: W - u. */
static void levers_temptation(struct table *table, int actor, double *out)
{
    const double *war = table_of(table->truth.war, actor);
    utility_of(&table->truth.utility, actor, table->package, true, out, table->lanes);
    for (int lane = 0; lane < table->lanes; lane++) {
        double gain = war[lane] - out[lane];
        out[lane] = gain > 0 ? gain : 0;
    }
}

/* Belligerents by weight, one after the other, the first whose share passes the draw. */
static int levers_pick(const struct game *game, double (*weight)[LANES], int lane, double uniform)
{
    double total = 0, passed = 0;
    int fighting = 0, last = -1;
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT) {
            total += weight[actor][lane];
            fighting++;
        }
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        passed += total > 0 ? weight[actor][lane] / total : 1.0 / fighting;
        last = actor;
        if (uniform < passed)
            return actor;
    }
    return last;
}

static bool levers_ask_who(const struct scenario *scenario)
{
    for (int k = 0; k < scenario->levers; k++)
        if (scenario->lever[k].when.until_breach)
            return true;
    return false;
}

void levers_blame(struct table *table)
{
    enum { MOST = 64 }; /* actors: engine/consistency_limits.c */
    const struct game *game = &table->scenario->game;
    double weight[MOST][LANES], uniform[LANES];
    if (!levers_ask_who(table->scenario))
        return;
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT)
            levers_temptation(table, actor, weight[actor]);
    random_uniform(&table->random, PURPOSE_BREACH, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        if (table->violated[lane] && table->violator[lane] < 0)
            table->violator[lane] = levers_pick(game, weight, lane, uniform[lane]);
}
