#include <assert.h>
#include <math.h>

#include "engine/tale.h"

static void tale_votes(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen)
{
    char name[TALE_NAME];
    for (int actor = 0; actor < chronicle->scenario->game.actors; actor++)
        if (seen->actor[actor].ratified)
            tale_say(page, "%s votes %s ratification (the chance of a yes was %.0f%%).",
                     tale_actor(chronicle, actor, name, sizeof name),
                     seen->actor[actor].voted ? "for" : "against", 100 * seen->actor[actor].chance);
}

/* "South would take it (0.020 better than fighting on)" */
static void tale_taker(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen, int actor, const char *link)
{
    double over = seen->actor[actor].ceasefire;
    char name[TALE_NAME], words[2 * TALE_NAME];
    snprintf(words, sizeof words, "%s %s it (%.3f %s than fighting on)%s",
             tale_actor(chronicle, actor, name, sizeof name),
             over >= 0 ? "would take" : "would not take", fabs(over),
             over >= 0 ? "better" : "worse", link);
    page_flow(page, 2, words);
}

static void tale_truce(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    int last = game->actors - 1;
    if (!seen->truce)
        return;
    while (game->actor[last].role != ROLE_BELLIGERENT)
        last--;
    page_flow(page, 2, "A bare ceasefire could be had. Leverage and risks counted,");
    for (int actor = 0; actor <= last; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT)
            tale_taker(page, chronicle, seen, actor, actor < last ? "," : ".");
    page_flow_end(page);
}

static const char *tale_signed(int phase)
{
    return phase == PHASE_VOTE    ? "All accept. The text is signed and goes to ratification."
           : phase == PHASE_TALKS ? "All accept. A framework is signed; talks on the comprehensive "
                                    "agreement begin."
                                  : "All accept. The agreement is signed.";
}

static const char *tale_voted_down(int phase)
{
    return phase == PHASE_FROZEN
               ? "The text fails in ratification; the guns stay silent, without an agreement."
               : "The text fails in ratification; the war goes on.";
}

static void tale_turn(struct page *page, const struct chronicle *chronicle,
                      const struct chronicle_round *seen, const struct turn *turn)
{
    static const char *const words[] = {
        [CAUSE_CEASEFIRE] = "Both accept the bare ceasefire: the conflict freezes on the line.",
        [CAUSE_STALLED] = "The talks on the comprehensive agreement stall; the ceasefire stays.",
        [CAUSE_FLARE_UP] = "Fighting flares up along the frozen line: the war is back.",
        [CAUSE_INCIDENT] = "The incident is not repaired: the agreement breaks, and war is back.",
        [CAUSE_ATTACK] = "The attack brings the war back.",
        [CAUSE_FADED] = "Fighting peters out without an agreement: the conflict is frozen.",
    };
    char name[TALE_NAME];
    const struct game *game = &chronicle->scenario->game;
    const char *unit = chronicle->scenario->run.round;
    switch (turn->cause) {
    case CAUSE_SIGNED:
        tale_say(page, "%s", tale_signed(turn->phase));
        break;
    case CAUSE_RATIFIED:
        tale_say(page, "The text is ratified%s.",
                 turn->phase == PHASE_TALKS ? "; talks on the comprehensive agreement begin" : "");
        break;
    case CAUSE_VOTED_DOWN:
        tale_say(page, "%s", tale_voted_down(turn->phase));
        break;
    case CAUSE_VIOLATED:
        tale_say(page, "The agreement is violated (the chance was %.1f%% a %.20s): war is back.",
                 100 * seen->hazard, unit);
        break;
    case CAUSE_COLLAPSE:
        tale_say(page, "%s collapses; %.0f%% of its resource was used up.",
                 tale_actor(chronicle, turn->actor, name, sizeof name),
                 100 * seen->actor[turn->actor].exhaustion);
        break;
    case CAUSE_ABSORBED:
        tale_say(page, "The front reaches the %s end of the axis.",
                 seen->after >= 1 ? "high" : "low");
        break;
    case CAUSE_LOTTERY:
        tale_say(page, "The war is fought out. The chance that %s would win was %.0f%%.",
                 tale_actor(chronicle, game->leader[SIDE_HIGH], name, sizeof name),
                 100 * seen->expected);
        break;
    default:
        tale_say(page, "%s", words[turn->cause]);
    }
}

/* Whether a text was signed in the round that is kept less than others. */
static bool tale_strained(const struct chronicle_round *seen)
{
    return seen->turns > 0 && seen->turn[0].cause == CAUSE_SIGNED && seen->strain > 1;
}

/* Incidents, attacks and steps of the round. */
static void tale_troubles(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    double before = round > 0 ? chronicle->round[round - 1].steps : 0;
    if (seen->incident)
        tale_say(page, seen->phase == PHASE_FROZEN
                           ? "A flare-up along the frozen line is contained."
                           : "There is an incident under the agreement.");
    if (seen->attack)
        tale_say(page, "Spoilers attack.");
    if (tale_strained(seen))
        tale_say(page,
                 "What the terms leave parties below the worth of fighting on, and the pressure "
                 "under which they signed, make violations %.2f times as likely.",
                 seen->strain);
    if (seen->steps > before)
        tale_say(page, "Step %.0f of %ld of the agreement is done.", seen->steps,
                 chronicle->scenario->process.aftermath.steps.count);
}

bool tale_troubled(const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    double before = round > 0 ? chronicle->round[round - 1].steps : 0;
    return seen->incident || seen->attack || seen->steps > before;
}

void tale_turns(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    tale_votes(page, chronicle, seen);
    tale_truce(page, chronicle, seen);
    tale_troubles(page, chronicle, round);
    for (int k = 0; k < seen->turns; k++)
        tale_turn(page, chronicle, seen, &seen->turn[k]);
}
