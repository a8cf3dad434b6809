#include "engine/mediation.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/shocks.h"
#include "models/agenda.h"

static bool mediation_sets_pace(const struct scenario *scenario, const struct mediator *self)
{
    return scenario_differs(scenario, self->skill, 1) ||
           scenario_differs(scenario, self->attention, 1) ||
           scenario_differs(scenario, self->staff, 1) ||
           scenario_differs(scenario, self->persistence, 1) ||
           scenario_differs(scenario, self->effort.factor, 1);
}

/* Which mechanisms are at work. */
static void mediation_choose(struct mediation *mediation, const struct scenario *scenario)
{
    const struct process *process = &scenario->process;
    bool tilted = false;
    mediation->noisy = scenario_differs(scenario, process->contacts.advisers, 0);
    mediation->paced = process->deadlock.after > 0 || process->contacts.officials.expected > 0;
    for (int k = 0; k < scenario->shocks; k++)
        mediation->paced |= scenario->shock[k].on == SHOCK_TEXTS;
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor *self = &scenario->game.actor[actor];
        mediation->paced |= mediation_sets_pace(scenario, &self->mediation);
        mediation->noisy |= scenario_differs(scenario, self->mediation.noise, 0);
        mediation->waits |= self->reply.expected < 1;
        tilted |= scenario_differs(scenario, self->mediation.tilt, 0);
    }
    mediation->restrained = tilted && process->tilt.restraint.expected > 0;
    mediation->doubted = (tilted && process->tilt.suspicion.expected > 0) ||
                         (process->deadline.owner >= 0 && process->deadline.damage.expected > 0);
}

struct mediation *mediation_new(const struct scenario *scenario, const struct protocol *protocol)
{
    struct mediation *mediation = memory_new(1, sizeof *mediation);
    const void *settings = scenario->process.protocol.settings;
    const struct agenda *agenda = (const struct agenda *)scenario->process.agenda.model;
    size_t actors = (size_t)scenario->game.actors;
    mediation->proposer = memory_new(actors, sizeof *mediation->proposer);
    for (int next;
         mediation->proposers < scenario->game.actors &&
         (next = protocol->proposer(settings, &scenario->game, mediation->proposers)) >= 0;)
        mediation->proposer[mediation->proposers++] = next;
    mediation->pace = memory_rows(1);
    mediation->word = memory_rows(actors);
    mediation->replied = memory_rows(actors);
    if (agenda->remembers)
        mediation->agenda = memory_rows(agenda_rows(&scenario->game));
    mediation_choose(mediation, scenario);
    for (size_t actor = 0; actor < actors; actor++)
        block_fill(block_row(mediation->word, actor), 1, LANES);
    return mediation;
}

void mediation_free(struct mediation *mediation)
{
    free(mediation->agenda);
    free(mediation->replied);
    free(mediation->word);
    free(mediation->pace);
    free(mediation->proposer);
    free(mediation);
}

void mediation_clear(struct table *table)
{
    struct mediation *mediation = table->mediation;
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        block_fill(table_of(mediation->word, actor), 1, LANES);
        block_fill(table_of(mediation->replied, actor), 0, LANES);
    }
    block_fill(mediation->pace, 1, LANES);
    for (int lane = 0; lane < LANES; lane++) {
        mediation->lead[lane] = mediation->proposers > 0 ? mediation->proposer[0] : -1;
        table->proposer[lane] = mediation->lead[lane];
        mediation->refused[lane] = 0;
        mediation->closed[lane] = -1;
        mediation->called[lane] = mediation->again[lane] = false;
        mediation->bluffed[lane] = mediation->waiting[lane] = false;
        mediation->answered[lane] = false;
        mediation->fell[lane] = FALL_NONE;
        if (mediation->agenda != NULL)
            agenda_reset(game, mediation->agenda, lane);
    }
}

void mediation_hazard(const struct table *table, int actor, double *hazard)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    const double *walk_away = table_row(table, &table->truth, self->walk_away);
    const double *impatience = table_row(table, &table->truth, self->mediation.impatience);
    for (int lane = 0; lane < table->lanes; lane++)
        hazard[lane] = mediator_hazard(walk_away[lane], impatience[lane], self->mediation.patience,
                                       table->mediation->refused[lane]);
}

static int mediation_first(const struct table *table, int lane)
{
    const struct mediation *mediation = table->mediation;
    int rank = 0;
    while (rank < mediation->proposers - 1 &&
           table_of(table->walked, mediation->proposer[rank])[lane] != 0)
        rank++;
    return mediation->proposers > 0 ? mediation->proposer[rank] : -1;
}

/* The pace at which an actor tables texts in this round. */
static void mediation_paces(const struct table *table, int actor, double *pace)
{
    const struct process *process = &table->scenario->process;
    const struct mediator *self = &table->scenario->game.actor[actor].mediation;
    const double *skill = table_row(table, &table->truth, self->skill),
                 *attention = table_row(table, &table->truth, self->attention),
                 *staff = table_row(table, &table->truth, self->staff),
                 *persistence = table_row(table, &table->truth, self->persistence),
                 *factor = table_row(table, &table->truth, self->effort.factor),
                 *officials = table_row(table, &table->truth, process->contacts.officials),
                 *slowdown = table_row(table, &table->truth, process->deadlock.slowdown);
    long round = (long)table->random.round - 1;
    bool push = round >= self->effort.from && round <= self->effort.until;
    block_fill(pace, 1, table->lanes);
    shocks_pace(table, (int)round, pace);
    for (int lane = 0; lane < table->lanes; lane++) {
        int refused = table->mediation->refused[lane];
        bool stuck = process->deadlock.after > 0 && refused >= process->deadlock.after;
        double capacity =
            mediator_capacity(skill[lane], attention[lane], staff[lane], officials[lane]);
        pace[lane] *= mediator_pace(capacity, persistence[lane], refused, push ? factor[lane] : 1) *
                      (stuck ? slowdown[lane] : 1);
    }
}

void mediation_capacity(const struct table *table, double *out)
{
    const struct process *process = &table->scenario->process;
    const double *officials = table_row(table, &table->truth, process->contacts.officials);
    for (int lane = 0; lane < table->lanes; lane++) {
        int lead = mediation_first(table, lane);
        const struct mediator *self =
            lead < 0 ? NULL : &table->scenario->game.actor[lead].mediation;
        out[lane] = self == NULL
                        ? 1 + officials[lane]
                        : mediator_capacity(table_row(table, &table->truth, self->skill)[lane],
                                            table_row(table, &table->truth, self->attention)[lane],
                                            table_row(table, &table->truth, self->staff)[lane],
                                            officials[lane]);
    }
}

bool mediation_attended(const struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
    int lead = table->mediation->lead[lane];
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT &&
            table_of(table->walked, actor)[lane] != 0)
            return false;
    return lead < 0 || table_of(table->walked, lead)[lane] == 0;
}

/* Why the text that waits falls as a round begins. */
static int mediation_fall(const struct table *table, int lane)
{
    const struct mediation *mediation = table->mediation;
    int author = mediation->author[lane];
    if (!mediation->waiting[lane])
        return FALL_NONE;
    if (table->phase[lane] != mediation->tabled_in[lane])
        return FALL_PHASE;
    if (author >= 0 && table_of(table->walked, author)[lane] != 0)
        return FALL_AUTHOR;
    return mediation_attended(table, lane) ? FALL_NONE : FALL_PARTY;
}

void mediation_open(struct table *table)
{
    struct mediation *mediation = table->mediation;
    for (int lane = 0; lane < table->lanes; lane++) {
        mediation->lead[lane] = mediation_first(table, lane);
        table->proposer[lane] = mediation->lead[lane];
        mediation->closed[lane] = -1;
        mediation->called[lane] = false;
        mediation->fell[lane] = mediation_fall(table, lane);
        mediation->waiting[lane] = mediation->waiting[lane] && mediation->fell[lane] == FALL_NONE;
    }
    if (!mediation->paced)
        return;
    for (int rank = 0; rank < mediation->proposers; rank++) {
        double pace[LANES];
        mediation_paces(table, mediation->proposer[rank], pace);
        for (int lane = 0; lane < table->lanes; lane++)
            if (mediation->lead[lane] == mediation->proposer[rank])
                mediation->pace[lane] = pace[lane];
    }
}

void mediation_others(struct table *table, const bool *open)
{
    const struct mediation *mediation = table->mediation;
    for (int rank = 1; rank < mediation->proposers; rank++) {
        int actor = mediation->proposer[rank];
        const struct actor *self = &table->scenario->game.actor[actor];
        const double *rate = table_row(table, &table->truth, self->mediation.text_rate);
        const double *walked = table_of(table->walked, actor);
        double uniform[LANES], pace[LANES];
        if (self->mediation.text_rate.expected <= 0)
            continue;
        random_uniform(&table->random, PURPOSE_OTHER_TEXT, self->hash, uniform);
        mediation_paces(table, actor, pace);
        for (int lane = 0; lane < table->lanes; lane++) {
            bool free = open[lane] && !table->text[lane] && walked[lane] == 0 &&
                        mediation->lead[lane] != actor;
            if (!free || uniform[lane] >= rate[lane] * pace[lane])
                continue;
            table->text[lane] = true;
            table->proposer[lane] = actor;
        }
    }
}

const double *mediation_noise(const struct table *table, double *room)
{
    const struct process *process = &table->scenario->process;
    const double *sd = table_row(table, &table->truth, process->noise),
                 *advisers = table_row(table, &table->truth, process->contacts.advisers);
    if (!table->mediation->noisy)
        return sd;
    for (int lane = 0; lane < table->lanes; lane++) {
        int proposer = table->proposer[lane];
        double own = proposer < 0
                         ? 0
                         : table_row(table, &table->truth,
                                     table->scenario->game.actor[proposer].mediation.noise)[lane];
        room[lane] = channel_noise(sd[lane], own, advisers[lane]);
    }
    return room;
}

/* Leaders use their line: whether a call succeeds, where one is due. */
static void mediation_call(struct table *table)
{
    const struct leader_channel *channel = &table->scenario->process.leader_channel;
    const double *chance = table_row(table, &table->truth, channel->chance);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_CALL, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool there = true;
        for (int k = 0; k < channel->between.count; k++)
            there = there && table_of(table->walked, channel->between.index[k])[lane] == 0;
        bool due = there && !table->signed_now[lane] && table->phase[lane] != PHASE_OVER &&
                   table->mediation->refused[lane] >= channel->after;
        if (!due || uniform[lane] >= chance[lane])
            continue;
        table->mediation->called[lane] = true;
        table->mediation->again[lane] = true;
        table->mediation->refused[lane] = 0;
    }
}

void mediation_forget(struct table *table, int lane)
{
    if (table->mediation->agenda != NULL)
        agenda_reset(&table->scenario->game, table->mediation->agenda, lane);
}

void mediation_answered(struct table *table)
{
    struct mediation *mediation = table->mediation;
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!table->text[lane])
            continue;
        mediation->refused[lane] = table->signed_now[lane] ? 0 : mediation->refused[lane] + 1;
        mediation->again[lane] = false;
        mediation_forget(table, lane);
    }
    if (table->scenario->process.leader_channel.after > 0)
        mediation_call(table);
}
