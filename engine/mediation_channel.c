#include <math.h>

#include "engine/groups.h"
#include "engine/mediation.h"
#include "engine/trust.h"

/* The deadline passes with nothing signed: the owner leaves, or its word is worth less. */
static void mediation_due(struct table *table)
{
    const struct deadline *deadline = &table->scenario->process.deadline;
    const double *credibility = table_row(table, &table->truth, deadline->credibility);
    const double *damage = table_row(table, &table->truth, deadline->damage);
    double *walked = table_of(table->walked, deadline->owner);
    double *word = table_of(table->mediation->word, deadline->owner);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_DEADLINE, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool nothing = table->phase[lane] == PHASE_WAR || table->phase[lane] == PHASE_FROZEN;
        if (!nothing || walked[lane] != 0)
            continue;
        if (uniform[lane] < credibility[lane]) {
            walked[lane] = 1;
            trust_event(table, lane, TRUST_WALK_OUT);
            continue;
        }
        table->mediation->bluffed[lane] = true;
        word[lane] *= 1 - damage[lane];
    }
}

/* What the lead tells the side that it favours. */
static void mediation_restrain(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    const double *restraint = table_row(table, &table->truth, scenario->process.tilt.restraint);
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        double *belief = table_of(table->drift_belief, actor);
        int side = game_actor_toward(&scenario->game.actor[actor]);
        for (int lane = 0; lane < table->lanes; lane++) {
            int lead = table->mediation->lead[lane];
            if (lead < 0 || table_of(table->walked, lead)[lane] != 0 || lead == actor)
                continue;
            double tilt =
                table_row(table, &table->truth, scenario->game.actor[lead].mediation.tilt)[lane];
            belief[lane] =
                channel_restrained(belief[lane], restraint[lane], mediator_favour(tilt, side));
        }
    }
}

void mediation_certain(struct table *table, int round)
{
    if (table->mediation->restrained && round >= table->scenario->process.from)
        mediation_restrain(table);
}

void mediation_events(struct table *table, int round)
{
    const struct process *process = &table->scenario->process;
    if (process->deadline.owner >= 0) {
        for (int lane = 0; lane < table->lanes; lane++)
            table->mediation->bluffed[lane] = false;
        if (round == process->deadline.round)
            mediation_due(table);
    }
    mediation_certain(table, round);
}

const double *mediation_believed(const struct table *table, const struct view *view, int owner,
                                 int target, const double *credibility, double *room, int lanes)
{
    const struct scenario *scenario = table->scenario;
    if (!table->mediation->doubted)
        return credibility;
    const double *tilt = table_row(table, view, scenario->game.actor[owner].mediation.tilt);
    const double *suspicion = table_row(table, view, scenario->process.tilt.suspicion);
    const double *word = table_of(table->mediation->word, owner);
    for (int lane = 0; lane < lanes; lane++) {
        double favour =
            target < 0
                ? -fabs(tilt[lane])
                : mediator_favour(tilt[lane], game_actor_toward(&scenario->game.actor[target]));
        room[lane] = credibility[lane] * word[lane] * channel_believed(suspicion[lane], favour);
    }
    return room;
}

bool mediation_expected(const struct table *table, const struct view *view, int owner, int round,
                        double *share, int lanes)
{
    const struct deadline *deadline = &table->scenario->process.deadline;
    if (owner != deadline->owner || round < deadline->round)
        return false;
    const double *credibility = table_row(table, view, deadline->credibility);
    for (int lane = 0; lane < lanes; lane++)
        share[lane] = 1 - credibility[lane];
    return true;
}

void mediation_principles(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    struct quantity principles = scenario->process.leader_channel.principles;
    const double *strength = table_row(table, &table->truth, principles);
    if (principles.expected <= 0)
        return;
    for (int lane = 0; lane < table->lanes; lane++) {
        groups_advance(table, lane, strength[lane]);
        trust_move(table, lane, strength[lane]);
    }
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor *self = &scenario->game.actor[actor];
        double *mean = table_of(table->belief_mean, actor),
               *variance = table_of(table->belief_variance, actor);
        double normal[LANES];
        if (!game_actor_answers(self))
            continue;
        random_normal(&table->random, PURPOSE_PRINCIPLES, self->hash, normal);
        for (int lane = 0; lane < table->lanes; lane++) {
            double wants = table_of(table->resolve, actor)[lane] +
                           table_of(table->truth.fallback, actor)[lane] -
                           table_of(table->picture.fallback, actor)[lane];
            channel_told(strength[lane], wants, normal[lane], &mean[lane], &variance[lane]);
        }
    }
}
