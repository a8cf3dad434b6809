#include <assert.h>
#include <math.h>

#include "engine/summary.h"
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

static void tale_truce(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    char name[TALE_NAME];
    if (!seen->truce)
        return;
    page_flow(page, 2, "A bare ceasefire is open. Leverage and risks counted, it is worth");
    const char *link = "";
    for (int actor = 0; actor < game->actors; actor++) {
        char worth[2 * TALE_NAME];
        double over = seen->actor[actor].ceasefire;
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        snprintf(worth, sizeof worth, "%s %.3f %s to %s", link, fabs(over),
                 over >= 0 ? "more" : "less", tale_actor(chronicle, actor, name, sizeof name));
        page_flow(page, 2, worth);
        link = "and";
    }
    page_flow(page, 2, "than fighting on.");
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
        [CAUSE_FADED] = "Fighting peters out without an agreement: the conflict is frozen.",
    };
    char name[TALE_NAME];
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
        tale_say(page, "The war is fought out. The chance of the high side was %.0f%%.",
                 100 * seen->expected);
        break;
    default:
        tale_say(page, "%s", words[turn->cause]);
    }
}

void tale_turns(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    tale_votes(page, chronicle, seen);
    tale_truce(page, chronicle, seen);
    for (int k = 0; k < seen->turns; k++)
        tale_turn(page, chronicle, seen, &seen->turn[k]);
}

/* In how many of the rounds at war there was a zone. */
static void tale_zones(const struct chronicle *chronicle, int *open, int *war)
{
    *open = *war = 0;
    for (long round = 0; round < chronicle->scenario->run.horizon; round++) {
        *war += !isnan(chronicle->round[round].width);
        *open += chronicle->round[round].width >= 0;
    }
}

static void tale_refusals(struct page *page, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    char name[TALE_NAME];
    for (int actor = 0; actor < game->actors; actor++) {
        int asked = 0, refused = 0;
        for (long round = 0; round < chronicle->scenario->run.horizon; round++) {
            asked += chronicle->round[round].actor[actor].asked;
            refused += chronicle->round[round].actor[actor].asked &&
                       !chronicle->round[round].actor[actor].accepts;
        }
        if (asked > 0)
            tale_say(page, "%s refused %d of the %d it was asked about.",
                     tale_actor(chronicle, actor, name, sizeof name), refused, asked);
    }
}

static void tale_balance(struct page *page, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    bool deal = chronicle->outcome == OUTCOME_DEAL;
    page_heading(page, "%-*s%10s%14s%14s", TALE_ACTOR, "What it came to", "realised",
                 deal ? "the terms" : "", "fighting on");
    for (int actor = 0; actor < game->actors; actor++) {
        char name[TALE_NAME];
        if (game->actor[actor].neutral)
            continue;
        page_cell(page, TALE_ACTOR, tale_actor(chronicle, actor, name, sizeof name));
        page_number(page, 10, 3, chronicle->utility[actor]);
        if (deal)
            page_number(page, 14, 3, chronicle->worth[actor]);
        else
            page_cell(page, 14, "");
        page_number(page, 14, 3, chronicle->kept[actor]);
        page_end_line(page);
    }
    tale_say(page, "Realised: all rounds as they came and what lies behind the horizon, "
                   "discounted. The other worths are those at the horizon.");
}

void tale_close(struct page *page, const struct chronicle *chronicle)
{
    const struct run *run = &chronicle->scenario->run;
    const struct game *game = &chronicle->scenario->game;
    int open, war, left = 0;
    char name[TALE_NAME], detail[TALE_NAME];
    history_detail_name(chronicle->scenario, chronicle->detail, detail, sizeof detail);
    page_heading(page, "How it ends");
    if (chronicle->victor >= 0 && chronicle->detail >= DETAIL_VICTORY)
        tale_say(page, "%s wins in %.20s %d and imposes its terms.",
                 tale_actor(chronicle, chronicle->victor, name, sizeof name), run->round,
                 chronicle->since);
    else if (chronicle->outcome == OUTCOME_WAR)
        tale_say(page, "After %ld %.20ss the war goes on%s.", run->horizon, run->round,
                 chronicle->detail == DETAIL_RELAPSED ? ", after a peace that broke" : "");
    else
        tale_say(page, "%s, since %.20s %d.",
                 chronicle->outcome == OUTCOME_DEAL ? "An agreement holds"
                                                    : "The conflict is frozen",
                 run->round, chronicle->since);
    tale_zones(chronicle, &open, &war);
    tale_say(page, "In %d of the %d %.20ss at war there was a zone of possible agreement.", open,
             war, run->round);
    tale_say(page, "%d text%s tabled.", chronicle->texts,
             chronicle->texts == 1 ? " was" : "s were");
    tale_refusals(page, chronicle);
    if (chronicle->outcome == OUTCOME_DEAL)
        page_heading(page, "The terms in force");
    for (int issue = 0; issue < game->issues && chronicle->outcome == OUTCOME_DEAL; issue++)
        if (summary_settles(chronicle->scenario, chronicle->detail, issue))
            tale_term(page, chronicle, issue, chronicle->package[issue]);
        else
            left++;
    if (left > 0)
        tale_say(page, "%d other issue%s left to the comprehensive agreement.", left,
                 left == 1 ? " is" : "s are");
    tale_balance(page, chronicle);
    page_end_line(page);
    page_paragraph(page, 0,
                   "One history of many, drawn from the scenario's assumptions: it shows how they "
                   "work together, and forecasts nothing.");
}
