#include "engine/peace.h"

#include "engine/aftermath.h"
#include "engine/durability.h"
#include "engine/home.h"
#include "engine/mediation.h"
#include "engine/trust.h"
#include "engine/witness.h"
#include "models/special.h"

void peace_enter(struct table *table, int lane, struct turn turn, int round)
{
    witness_turn(table, lane, turn, round);
    trust_turn(table, lane, turn.cause);
    if (table->phase[lane] == PHASE_TALKS)
        mediation_forget(table, lane);
    table->phase[lane] = turn.phase;
    table->since[lane] = round;
    if (turn.phase == PHASE_WAR)
        table->agreed_from[lane] = -1;
    durability_turn(table, lane, round);
}

void peace_freeze(struct table *table, int lane, int detail, int cause, int round)
{
    table->frozen_by[lane] = detail;
    peace_enter(table, lane, (struct turn){ PHASE_FROZEN, cause, -1 }, round);
}

/* The phase that an agreement opens: a framework's talks, or, where one text settles all, peace. */
static void peace_conclude(struct table *table, int lane, int cause, int round)
{
    bool staged = table->scenario->process.comprehensive.staged;
    bool complete = table->phase[lane] == PHASE_TALKS || !staged;
    table->ratified[lane] = true;
    if (table->agreed_from[lane] < 0)
        table->agreed_from[lane] = round;
    struct turn turn = { complete ? PHASE_SETTLED : PHASE_TALKS, cause, -1 };
    peace_enter(table, lane, turn, round);
}

/* Behind a framework, issues that are not core stay at the status quo until the comprehensive text.
 */
static void peace_put_in_force(struct table *table, int lane, bool whole)
{
    const struct game *game = &table->scenario->game;
    for (int issue = 0; issue < game->issues; issue++) {
        size_t row = (size_t)issue;
        bool agreed = whole || game->issue[issue].core;
        block_row(table->package, row)[lane] =
            agreed ? block_row(table->offer, row)[lane] : block_row(table->status_quo, row)[lane];
    }
}

void peace_sign(struct table *table, int round)
{
    const struct process *process = &table->scenario->process;
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!table->signed_now[lane])
            continue;
        bool second = table->phase[lane] == PHASE_TALKS;
        peace_put_in_force(table, lane, second || !process->comprehensive.staged);
        table->from_truce[lane] = table->phase[lane] == PHASE_FROZEN || process->ratification.truce;
        if (!second && process->ratification.by.count > 0)
            peace_enter(table, lane, (struct turn){ PHASE_VOTE, CAUSE_SIGNED, -1 }, round);
        else
            peace_conclude(table, lane, CAUSE_SIGNED, round);
    }
    aftermath_sign(table, round);
}

/* P(yes) = 1 / (1 + exp(-precision (U_j - W_j + support))), its own support included; a neutral
 * ratifier's surplus is 0. */
void peace_chance(const struct table *table, int actor, double *chance)
{
    const struct scenario *scenario = table->scenario;
    const struct ratification *rule = &scenario->process.ratification;
    const double *precision = table_row(table, &table->truth, rule->precision);
    const double *support = table_row(table, &table->truth, rule->support);
    struct bargain bargain = { .game = &scenario->game,
                               .utility = &table->truth.utility,
                               .lanes = table->lanes,
                               .prospect = table_prospect_in_force(table, &table->truth) };
    const double *own =
        table_row(table, &table->truth, scenario->game.actor[actor].ratification_support);
    double worth[LANES], disfavour[LANES];
    home_disfavour(table, actor, disfavour);
    bool neutral = scenario->game.actor[actor].neutral;
    bargain_worth(&bargain, actor, table->package, worth);
    for (int lane = 0; lane < table->lanes; lane++) {
        double surplus = neutral ? 0 : worth[lane] - table_of(table->truth.war, actor)[lane];
        double favour = support[lane] + own[lane] - disfavour[lane];
        chance[lane] = special_logistic(precision[lane] * (surplus + favour));
    }
}

static void peace_vote(struct table *table, int actor, bool *passed)
{
    uint64_t who = table->scenario->game.actor[actor].hash;
    double chance[LANES], uniform[LANES];
    peace_chance(table, actor, chance);
    random_uniform(&table->random, PURPOSE_RATIFICATION, who, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        passed[lane] = passed[lane] && uniform[lane] < chance[lane];
}

void peace_ratify(struct table *table, int round)
{
    const struct ratification *rule = &table->scenario->process.ratification;
    if (rule->by.count == 0)
        return;
    bool passed[LANES];
    for (int lane = 0; lane < table->lanes; lane++)
        passed[lane] = true;
    for (int k = 0; k < rule->by.count; k++)
        peace_vote(table, rule->by.index[k], passed);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool due = table->phase[lane] == PHASE_VOTE && round - table->since[lane] >= rule->delay;
        table->vote[lane] = due;
        if (due && passed[lane])
            peace_conclude(table, lane, CAUSE_RATIFIED, round);
        else if (due && table->from_truce[lane])
            peace_freeze(table, lane, DETAIL_STALLED, CAUSE_VOTED_DOWN, round);
        else if (due)
            peace_enter(table, lane, (struct turn){ PHASE_WAR, CAUSE_VOTED_DOWN, -1 }, round);
    }
}

/* A bare ceasefire suits a belligerent where F_i - leverage >= W_i. */
static void peace_suits(struct table *table, int actor, bool *suits)
{
    const double *leverage =
        table_row(table, &table->truth, table->scenario->game.actor[actor].leverage);
    const double *frozen = table_of(table->truth.frozen, actor),
                 *war = table_of(table->truth.war, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        suits[lane] = suits[lane] && frozen[lane] - leverage[lane] >= war[lane];
}

void peace_cease_fire(struct table *table, int round)
{
    const struct game *game = &table->scenario->game;
    const double *rate = table_row(table, &table->truth, table->scenario->process.ceasefire.rate);
    double uniform[LANES];
    bool suits[LANES];
    random_uniform(&table->random, PURPOSE_CEASEFIRE, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        suits[lane] = table->truce[lane] =
            table->phase[lane] == PHASE_WAR && uniform[lane] < rate[lane];
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT)
            peace_suits(table, actor, suits);
    for (int lane = 0; lane < table->lanes; lane++)
        if (suits[lane])
            peace_freeze(table, lane, DETAIL_CEASEFIRE, CAUSE_CEASEFIRE, round);
}
