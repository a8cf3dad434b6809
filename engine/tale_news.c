#include <math.h>
#include <string.h>

#include "engine/tale.h"

/* What a lever does: words around a figure. */
struct tale_effect {
    double value, idle; /* idle: what it is without effect */
    const char *lead, *trail;
};

enum { TALE_EFFECTS = 19 };

/* All that a lever can do. */
static void tale_effects_of(const struct chronicle_lever *lever, struct tale_effect *out)
{
    const struct tale_effect effects[TALE_EFFECTS] = {
        { lever->cost, 0, "a round of war costs it more by", "" },
        { lever->burn, 1, "its resources burn", " times as fast" },
        { lever->aid, 1, "its strength is", " times what it was" },
        { lever->capability, 1, "its strength is", " times what it was" },
        { lever->backfill, 0, "of the aid that others withhold it replaces", "" },
        { lever->damage, 1, "what strikes cost it is", " times what it was" },
        { lever->gift, 0, "it gets, agreement or not,", " a round" },
        { lever->bonus, 0, "a settlement is worth more to it by", "" },
        { lever->paid, lever->pays ? lever->bonus : lever->paid,
          "of which a round of settlement pays by now", "" },
        { lever->audience, 1, "conceding costs it at home", " times what it did" },
        { lever->precision > 0 ? 1 / sqrt(lever->precision) : 0, 0,
          "what it wants is seen each round with an error of", "" },
        { lever->noise, 1, "its answers are misread", " times as much" },
        { lever->credibility, 0, "by itself it makes the guarantees credible to", "" },
        { lever->guarantees, 0, "guarantees are stronger by", "" },
        { lever->verification, 0, "monitoring is stronger by", "" },
        { lever->strain, 1, "pressing partners strains the allies", " times as much" },
        { lever->legitimacy, 1, "its legitimacy decays", " times as fast" },
        { lever->confidence, 0, "of the way to full trust it makes", " a round" },
        { lever->restraint, 1, "an agreement breaks", " times as often" },
    };
    memcpy(out, effects, sizeof effects);
}

/* Whether it pulls: it acts and has an effect. */
static bool tale_pulls(const struct chronicle_lever *lever)
{
    struct tale_effect effects[TALE_EFFECTS];
    tale_effects_of(lever, effects);
    for (int k = 0; lever->on && k < TALE_EFFECTS; k++)
        if (effects[k].value != effects[k].idle)
            return true;
    return false;
}

static bool tale_pulled(const struct chronicle *chronicle, int round, int lever)
{
    return round >= 0 && tale_pulls(&chronicle->round[round].lever[lever]);
}

static bool tale_struck(const struct chronicle *chronicle, int round, int shock)
{
    return round >= 0 && chronicle->round[round].shock[shock];
}

static bool tale_walked(const struct chronicle *chronicle, int round, int actor)
{
    return round >= 0 && chronicle->round[round].actor[actor].walked;
}

/* A lever whose owner has pulled it, and whose effect is still to come. */
static bool tale_starts(const struct chronicle *chronicle, int round, int lever)
{
    return chronicle->round[round].lever[lever].pays && !tale_pulled(chronicle, round, lever) &&
           (round == 0 || !chronicle->round[round - 1].lever[lever].pays) &&
           chronicle->scenario->lever[lever].when.lag > 0;
}

static bool tale_mobilised(const struct chronicle *chronicle, int round, int actor)
{
    return round >= 0 && chronicle->round[round].actor[actor].mobilised;
}

bool tale_has_news(const struct chronicle *chronicle, int round)
{
    const struct scenario *scenario = chronicle->scenario;
    bool news = tale_has_groups(chronicle, round);
    for (int k = 0; k < scenario->levers; k++)
        news |= tale_pulled(chronicle, round, k) != tale_pulled(chronicle, round - 1, k) ||
                tale_starts(chronicle, round, k);
    for (int k = 0; k < scenario->shocks; k++)
        news |= tale_struck(chronicle, round, k) != tale_struck(chronicle, round - 1, k);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        news |=
            tale_walked(chronicle, round, actor) != tale_walked(chronicle, round - 1, actor) ||
            tale_mobilised(chronicle, round, actor) != tale_mobilised(chronicle, round - 1, actor);
    return news || chronicle->round[round].bluffed;
}

/* "the war costs it +0.008 a month, ..." */
static char *tale_effects(const struct chronicle_lever *lever, char *out, size_t size)
{
    struct tale_effect effects[TALE_EFFECTS];
    size_t length = 0;
    tale_effects_of(lever, effects);
    out[0] = '\0';
    for (int k = 0; k < TALE_EFFECTS; k++)
        if (effects[k].value != effects[k].idle)
            length += (size_t)snprintf(out + length, size - length, "%s%s %.3f%s",
                                       length == 0 ? "" : ", ", effects[k].lead, effects[k].value,
                                       effects[k].trail);
    return out;
}

/* "; it takes 2 months to be felt", "; it grows for 3 months" */
static const char *tale_pace(const struct chronicle *chronicle, int index, bool waits, char *out,
                             size_t size)
{
    const struct lever_when *when = &chronicle->scenario->lever[index].when;
    const char *name = chronicle->scenario->run.round;
    out[0] = '\0';
    if (waits)
        snprintf(out, size, "; it takes %ld %.20s%s to be felt", when->lag, name,
                 when->lag == 1 ? "" : "s");
    else if (when->ramp > 1)
        snprintf(out, size, "; it grows for %ld %.20ss", when->ramp, name);
    return out;
}

static void tale_lever(struct page *page, const struct chronicle *chronicle, int round, int index)
{
    const struct lever_plan *plan = &chronicle->scenario->lever[index];
    bool now = tale_pulled(chronicle, round, index),
         before = tale_pulled(chronicle, round - 1, index);
    char name[TALE_NAME], owner[TALE_NAME], target[TALE_NAME], effects[1024], pace[80];
    tale_name(plan->title, plan->name, name, sizeof name);
    if (tale_starts(chronicle, round, index))
        tale_say(page, "Lever: %s (%s, on %s) is pulled%s.", name,
                 tale_actor(chronicle, plan->owner, owner, sizeof owner),
                 tale_actor(chronicle, plan->target, target, sizeof target),
                 tale_pace(chronicle, index, true, pace, sizeof pace));
    if (now == before)
        return;
    if (!now) {
        tale_say(page, "Lever ends: %s.", name);
        return;
    }
    tale_say(page, "Lever: %s (%s, on %s): %s%s.", name,
             tale_actor(chronicle, plan->owner, owner, sizeof owner),
             tale_actor(chronicle, plan->target, target, sizeof target),
             tale_effects(&chronicle->round[round].lever[index], effects, sizeof effects),
             tale_pace(chronicle, index, false, pace, sizeof pace));
}

static void tale_shock(struct page *page, const struct chronicle *chronicle, int round, int index)
{
    const struct shock *shock = &chronicle->scenario->shock[index];
    bool now = tale_struck(chronicle, round, index),
         before = tale_struck(chronicle, round - 1, index);
    static const char *const strikes[] = { [SHOCK_COST] = "",
                                           [SHOCK_CAPABILITY] = "",
                                           [SHOCK_AUDIENCE] = "",
                                           [SHOCK_LEGITIMACY] = " (on its leadership's legitimacy)",
                                           [SHOCK_TRUST] = " (on trust)",
                                           [SHOCK_COHESION] = " (on the allies' cohesion)",
                                           [SHOCK_FRONT] = " (the front jumps)",
                                           [SHOCK_PATIENCE] = " (on its patience with the talks)",
                                           [SHOCK_TEXTS] = " (on the chance of a text)" };
    char name[TALE_NAME];
    if (now != before)
        tale_say(page, now ? "Shock: %s%s." : "Shock over: %s%s.",
                 tale_name(shock->title, shock->name, name, sizeof name),
                 now ? strikes[shock->on] : "");
}

static void tale_mobilisation(struct page *page, const struct chronicle *chronicle, int round,
                              int actor)
{
    const struct mobilisation *own = &chronicle->scenario->game.actor[actor].mobilisation;
    bool now = tale_mobilised(chronicle, round, actor),
         before = tale_mobilised(chronicle, round - 1, actor);
    char name[TALE_NAME];
    tale_actor(chronicle, actor, name, sizeof name);
    if (now && !before)
        tale_say(page, "%s has mobilised: its strength grows for %ld %.20s%s, at a cost at home.",
                 name, own->duration, chronicle->scenario->run.round,
                 own->duration == 1 ? "" : "s");
    if (!now && before)
        tale_say(page, "The mobilisation of %s is over.", name);
}

/* Who leads the talks from now on, and a deadline that passed. */
static void tale_succession(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    char name[TALE_NAME];
    const struct deadline *deadline = &chronicle->scenario->process.deadline;
    bool left = deadline->owner >= 0 && round == deadline->round &&
                tale_walked(chronicle, round, deadline->owner) &&
                !tale_walked(chronicle, round - 1, deadline->owner);
    if (seen->bluffed || left)
        tale_say(page, "The deadline passes, and %s %s.",
                 tale_actor(chronicle, deadline->owner, name, sizeof name),
                 left ? "leaves" : "stays");
    if (round > 0 && seen->lead != chronicle->round[round - 1].lead)
        tale_say(page, "%s leads the talks from now on.",
                 tale_actor(chronicle, seen->lead, name, sizeof name));
}

/* The cohesion that was told before a round: it is told where it has moved by .02 since. */
static double tale_cohesion_told(const struct chronicle *chronicle, int round)
{
    double told = 1;
    for (int before = 0; before < round; before++) {
        double then = chronicle->round[before].cohesion;
        told = fabs(then - told) >= 0.02 ? then : told;
    }
    return told;
}

static void tale_cohesion(struct page *page, const struct chronicle *chronicle, int round)
{
    double now = chronicle->round[round].cohesion;
    if (fabs(now - tale_cohesion_told(chronicle, round)) >= 0.02)
        tale_say(page, "The allies pull at %.3f of what they would if they stood together.", now);
}

void tale_news(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct scenario *scenario = chronicle->scenario;
    for (int k = 0; k < scenario->shocks; k++)
        tale_shock(page, chronicle, round, k);
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        char name[TALE_NAME];
        if (tale_walked(chronicle, round, actor) && !tale_walked(chronicle, round - 1, actor))
            tale_say(page, "%s walks away; its levers end.",
                     tale_actor(chronicle, actor, name, sizeof name));
    }
    tale_succession(page, chronicle, round);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        tale_mobilisation(page, chronicle, round, actor);
    for (int k = 0; k < scenario->levers; k++)
        tale_lever(page, chronicle, round, k);
    tale_cohesion(page, chronicle, round);
    tale_groups(page, chronicle, round);
}
