#include <math.h>

#include "engine/tale.h"

static const char *tale_proposer(const struct chronicle *chronicle,
                                 const struct chronicle_round *seen, char *out, size_t size)
{
    if (seen->proposer < 0)
        snprintf(out, size, "nobody");
    else
        tale_actor(chronicle, seen->proposer, out, size);
    return out;
}

/* Whose answers to a text have not come. */
static void tale_waits(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    char who[TALE_NAME], names[4 * TALE_NAME] = "", name[TALE_NAME];
    size_t length = 0;
    for (int actor = 0; actor < game->actors; actor++)
        if (game_actor_answers(&game->actor[actor]) && !seen->actor[actor].replied &&
            length < sizeof names)
            length += (size_t)snprintf(names + length, sizeof names - length, "%s%s",
                                       length > 0 ? ", " : "",
                                       tale_actor(chronicle, actor, name, sizeof name));
    tale_say(page, "%s %s. Answers that have not come: %s.",
             tale_proposer(chronicle, seen, who, sizeof who),
             seen->fresh ? "tables a text" : "waits for answers to its text", names);
}

/* A text that waited is void. */
static void tale_fall(struct page *page, const struct chronicle_round *seen)
{
    static const char *const why[] = {
        [FALL_PHASE] = "it was tabled as things stood before",
        [FALL_AUTHOR] = "its author has left the talks",
        [FALL_PARTY] = "a party that is needed has left the talks",
        [FALL_TERMS] = "all answers are there, but the front has moved since it was tabled, and it "
                       "no longer keeps to the terms that go by the front",
    };
    if (seen->fell != FALL_NONE)
        tale_say(page, "The text that waited falls: %s.", why[seen->fell]);
}

/* An issue was closed for itself. */
static void tale_closed(struct page *page, const struct chronicle *chronicle,
                        const struct chronicle_round *seen)
{
    char who[TALE_NAME];
    tale_say(page, "%s has one issue closed for itself:",
             tale_proposer(chronicle, seen, who, sizeof who));
    tale_term(page, chronicle, seen->closed, seen->closed_at);
}

static void tale_silence(struct page *page, const struct chronicle *chronicle,
                         const struct chronicle_round *seen)
{
    char who[TALE_NAME];
    int tabled = seen->tabled;
    tale_proposer(chronicle, seen, who, sizeof who);
    if (tabled == TABLED_CLOSED)
        tale_closed(page, chronicle, seen);
    if (tabled == TABLED_WAITS)
        tale_waits(page, chronicle, seen);
    if (tabled == TABLED_NONE)
        tale_say(page, "It is time for a text, but %s finds none worth tabling.", who);
    else if (tabled == TABLED_STALE)
        tale_say(page,
                 "It is time for a text, but it would be the one refused last, and nothing has "
                 "changed enough since: %s tables none.",
                 who);
}

/* The round of the text before; -1: this is the first. */
static int tale_text_before(const struct chronicle *chronicle, int round)
{
    while (--round >= 0 && chronicle->round[round].tabled != TABLED_TEXT)
        ;
    return round;
}

static int tale_first_text(const struct chronicle *chronicle)
{
    int round = 0;
    while (chronicle->round[round].tabled != TABLED_TEXT)
        round++;
    return round;
}

/* The text's positions; of a later one those that differ from the text before. */
static void tale_terms(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct game *game = &chronicle->scenario->game;
    const double *offer = chronicle->round[round].offer;
    int before = tale_text_before(chronicle, round), same = 0;
    for (int issue = 0; issue < game->issues; issue++) {
        bool told =
            before >= 0 && fabs(chronicle->round[before].offer[issue] - offer[issue]) < 0.005;
        same += told;
        if (!told)
            tale_term(page, chronicle, issue, offer[issue]);
    }
    if (same > 0)
        tale_say(page, "%s as in the text of %.20s %d.",
                 same == game->issues ? "All" : "All else is", chronicle->scenario->run.round,
                 before);
}

static void tale_text(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    char who[TALE_NAME];
    double chance = 1;
    for (int actor = 0; actor < chronicle->scenario->game.actors; actor++)
        if (seen->actor[actor].asked)
            chance *= seen->actor[actor].reckoned;
    tale_say(page, "%s %s and reckons with a chance of %.1f%% that all accept it:",
             tale_proposer(chronicle, seen, who, sizeof who),
             seen->fresh ? "tables a text" : "has all answers to its text", 100 * chance);
    tale_terms(page, chronicle, round);
    tale_ready(page, chronicle, round);
    if (seen->hazard > 0)
        tale_say(page,
                 "Guarantees count as credible to %.2f; a settlement like this would be broken "
                 "with a chance of %.1f%% a %.20s.",
                 seen->credibility, 100 * seen->hazard, chronicle->scenario->run.round);
}

static void tale_answer(struct page *page, const struct chronicle *chronicle,
                        const struct chronicle_round *seen, int actor)
{
    const struct chronicle_actor *self = &seen->actor[actor];
    char name[TALE_NAME];
    fputs("  ", page->out);
    page_cell(page, TALE_ACTOR - 3, tale_actor(chronicle, actor, name, sizeof name));
    if (!self->asked) {
        fputs("  its consent is not needed\n", page->out);
        return;
    }
    page_number(page, 7, 3, self->worth);
    page_number(page, 7, 3, self->held);
    page_number(page, 7, 3, self->wanted);
    page_signed(page, 8, 3, self->mood);
    page_signed(page, 9, 3, self->worth - self->held - self->wanted + self->mood);
    fprintf(page->out, "  %s\n",
            self->accepts   ? "accepts"
            : self->crossed ? "refuses (red line)"
                            : "refuses");
}

/* What the columns mean, once for first texts and once for texts behind a framework. */
static void tale_explain(struct page *page, const struct chronicle *chronicle,
                         const struct chronicle_round *seen)
{
    bool behind = seen->phase == PHASE_TALKS, first = true;
    for (const struct chronicle_round *before = chronicle->round; before < seen; before++)
        first =
            first && (before->tabled != TABLED_TEXT || (before->phase == PHASE_TALKS) != behind);
    if (!first)
        return;
    if (behind)
        tale_say(page, "Behind a framework a party keeps the framework by refusing, and wants "
                       "nothing on top.");
    else
        tale_say(page, "Surplus is worth - keeps - wants + mood. A party accepts where it is not "
                       "negative and the text passes no hard red line of its own.");
}

static void tale_answers(struct page *page, const struct chronicle *chronicle,
                         const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    fprintf(page->out, "  %-*s%7s%7s%7s%8s%9s\n", TALE_ACTOR - 3, "Answers", "worth", "keeps",
            "wants", "mood", "surplus");
    for (int actor = 0; actor < game->actors; actor++)
        if (game_actor_answers(&game->actor[actor]))
            tale_answer(page, chronicle, seen, actor);
    tale_explain(page, chronicle, seen);
}

static bool tale_taught(const struct chronicle_round *seen, int actor)
{
    const struct chronicle_actor *self = &seen->actor[actor];
    return self->asked && actor != seen->proposer &&
           (self->learned_mean != self->belief_mean || self->learned_sd != self->belief_sd);
}

static void tale_learned(struct page *page, const struct chronicle *chronicle,
                         const struct chronicle_round *seen)
{
    bool told = false;
    char name[TALE_NAME];
    for (int actor = 0; actor < chronicle->scenario->game.actors; actor++) {
        const struct chronicle_actor *self = &seen->actor[actor];
        if (!tale_taught(seen, actor))
            continue;
        if (!told)
            fprintf(page->out, "  %-*s%15s%10s%8s%8s%8s\n", TALE_ACTOR - 3, "What was learned",
                    "chance of a yes", "believed", "+/-", "now", "+/-");
        told = true;
        fputs("  ", page->out);
        page_cell(page, TALE_ACTOR - 3, tale_actor(chronicle, actor, name, sizeof name));
        page_share(page, 15, self->reckoned);
        page_number(page, 10, 3, self->belief_mean);
        page_number(page, 8, 3, self->belief_sd);
        page_number(page, 8, 3, self->learned_mean);
        page_number(page, 8, 3, self->learned_sd);
        page_end_line(page);
    }
    if (told && seen == &chronicle->round[tale_first_text(chronicle)])
        tale_say(page, "Believed: what the proposer thinks the party wants over what it keeps by "
                       "refusing, before its answer and now.");
}

/* The leaders' line. */
static void tale_call(struct page *page, const struct chronicle_round *seen)
{
    if (seen->called)
        tale_say(page, "The leaders speak: the run of refusals is over, and the text refused last "
                       "may be tabled again.");
}

void tale_talks(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    tale_fall(page, seen);
    if (seen->tabled != TABLED_TEXT) {
        tale_silence(page, chronicle, seen);
        tale_call(page, seen);
        tale_clauses(page, chronicle, round);
        return;
    }
    tale_text(page, chronicle, round);
    tale_clauses(page, chronicle, round);
    tale_answers(page, chronicle, seen);
    tale_learned(page, chronicle, seen);
    tale_collapse(page, chronicle, round);
    if (seen->leaked)
        tale_say(page, "The text leaks: from now on each pays in public for what it concedes.");
    tale_call(page, seen);
}
