#include <math.h>
#include <stdlib.h>

#include "engine/summary.h"
#include "engine/tale.h"
#include "engine/text.h"

/* In how many of the rounds at war there was a zone. */
static void tale_zones(const struct chronicle *chronicle, int *open, int *war)
{
    *open = *war = 0;
    for (long round = 0; round < chronicle->scenario->run.horizon; round++) {
        *war += !isnan(chronicle->round[round].width);
        *open += chronicle->round[round].width >= 0;
    }
}

/* "Texts tabled: 4. Refusals: Ukraine 2 of 4, Russia 1 of 4." */
static void tale_refusals(struct page *page, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    char name[TALE_NAME];
    struct text line = { 0 };
    text_add(&line, "Texts tabled: %d", chronicle->texts);
    const char *lead = ". Refusals:";
    for (int actor = 0; actor < game->actors; actor++) {
        int asked = 0, refused = 0;
        for (long round = 0; round < chronicle->scenario->run.horizon; round++) {
            const struct chronicle_actor *seen = &chronicle->round[round].actor[actor];
            asked += seen->asked;
            refused += seen->asked && !seen->accepts;
        }
        if (asked == 0)
            continue;
        text_add(&line, "%s %s %d of %d", lead, tale_actor(chronicle, actor, name, sizeof name),
                 refused, asked);
        lead = ",";
    }
    tale_say(page, "%s.", line.bytes);
    free(line.bytes);
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

/* Whether the trial ends with a signed text before its ratifiers. */
static bool tale_awaits(const struct chronicle *chronicle)
{
    const struct chronicle_round *last = &chronicle->round[chronicle->scenario->run.horizon - 1];
    int phase = last->turns > 0 ? last->turn[last->turns - 1].phase : last->phase;
    return phase == PHASE_VOTE;
}

static void tale_verdict(struct page *page, const struct chronicle *chronicle)
{
    const struct run *run = &chronicle->scenario->run;
    char name[TALE_NAME];
    if (chronicle->detail >= DETAIL_VICTORY)
        tale_say(page, "%s wins in %.20s %d and imposes its terms.",
                 tale_actor(chronicle, chronicle->victor, name, sizeof name), run->round,
                 chronicle->since);
    else if (tale_awaits(chronicle))
        tale_say(page, "After %ld %.20s%s a signed text awaits ratification%s.", run->horizon,
                 run->round, run->horizon == 1 ? "" : "s",
                 chronicle->outcome == OUTCOME_WAR ? "; until then the war goes on" : "");
    else if (chronicle->outcome == OUTCOME_WAR)
        tale_say(page, "After %ld %.20s%s the war goes on%s.", run->horizon, run->round,
                 run->horizon == 1 ? "" : "s",
                 chronicle->detail == DETAIL_RELAPSED ? ", after a peace that broke" : "");
    else
        tale_say(page, "%s, since %.20s %d.",
                 chronicle->outcome == OUTCOME_DEAL ? "An agreement holds"
                                                    : "The conflict is frozen",
                 run->round, chronicle->since);
}

static void tale_deal(struct page *page, const struct chronicle *chronicle)
{
    int left = 0;
    page_heading(page, tale_awaits(chronicle) ? "The terms signed" : "The terms in force");
    for (int issue = 0; issue < chronicle->scenario->game.issues; issue++)
        if (summary_settles(chronicle->scenario, chronicle->detail, issue))
            tale_term(page, chronicle, issue, chronicle->package[issue]);
        else
            left++;
    if (left > 0)
        tale_say(page, "%d other issue%s left to the comprehensive agreement.", left,
                 left == 1 ? " is" : "s are");
}

void tale_close(struct page *page, const struct chronicle *chronicle)
{
    int open, war;
    tale_zones(chronicle, &open, &war);
    page_heading(page, "How it ends");
    tale_verdict(page, chronicle);
    tale_say(page, "There was a zone of possible agreement in %d of %d %.20s%s at war.", open, war,
             chronicle->scenario->run.round, war == 1 ? "" : "s");
    tale_refusals(page, chronicle);
    if (chronicle->outcome == OUTCOME_DEAL)
        tale_deal(page, chronicle);
    tale_balance(page, chronicle);
    page_end_line(page);
    page_paragraph(page, 0,
                   "One history of many, drawn from the scenario's assumptions: it shows how they "
                   "work together, and forecasts nothing.");
}
