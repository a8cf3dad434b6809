#include "engine/tale.h"

#include <math.h>

#include "engine/report.h"

static const char *const tale_phase[] = {
    [PHASE_WAR] = "war",
    [PHASE_VOTE] = "a signed text awaits ratification",
    [PHASE_TALKS] = "a framework holds",
    [PHASE_SETTLED] = "the settlement holds",
    [PHASE_FROZEN] = "a freeze",
    [PHASE_OVER] = "the war is over",
};

/* How far the worth of fighting on may drift from what was told before it is told again. */
static const double tale_stir = 0.02;

static bool tale_stirred(const struct chronicle *chronicle, int round, int told)
{
    const struct chronicle_round *now = &chronicle->round[round], *then = &chronicle->round[told];
    bool stirred = false;
    for (int actor = 0; actor < chronicle->scenario->game.actors; actor++)
        if (game_actor_answers(&chronicle->scenario->game.actor[actor]))
            stirred |= fabs(now->actor[actor].war - then->actor[actor].war) > tale_stir;
    return stirred && now->phase == PHASE_WAR;
}

/* Rounds in which something is decided, or the worth of fighting on has moved: they tell how things
 * stand. */
static bool tale_weighty(const struct chronicle *chronicle, int round, int told)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    return round == 0 || seen->tabled == TABLED_TEXT || seen->turns > 0 ||
           tale_stirred(chronicle, round, told);
}

static bool tale_eventful(const struct chronicle *chronicle, int round, int told)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    bool talks = seen->tabled != TABLED_NOT_DUE && seen->tabled != TABLED_ABSENT;
    return talks || seen->truce || seen->called || seen->fell != FALL_NONE ||
           tale_troubled(chronicle, round) || tale_weighty(chronicle, round, told) ||
           tale_has_news(chronicle, round);
}

static void tale_round(struct page *page, const struct chronicle *chronicle, int round, int *told)
{
    char when[64];
    page_heading(page, "%s: %s", tale_when(chronicle, round, when, sizeof when),
                 tale_phase[chronicle->round[round].phase]);
    if (tale_weighty(chronicle, round, *told)) {
        tale_standing(page, chronicle, round, *told);
        *told = round;
    } else if (chronicle->round[round].fires) {
        tale_front(page, chronicle, round, *told);
    }
    tale_news(page, chronicle, round);
    tale_talks(page, chronicle, round);
    tale_turns(page, chronicle, round);
}

/* Rounds `first` .. `last`, in which nothing happened. While a signed text awaits its vote there is
 * none to table, whoever has left. */
static void tale_quiet(struct page *page, const struct chronicle *chronicle, int first, int last)
{
    const struct chronicle_round *seen = &chronicle->round[first];
    int phase = seen->phase;
    bool talks = phase == PHASE_WAR || phase == PHASE_FROZEN || phase == PHASE_TALKS;
    char when[64], front[64] = "";
    page_heading(page, "%s: %s", tale_span(chronicle, first, last, when, sizeof when),
                 tale_phase[phase]);
    if (seen->fires && chronicle->scenario->game.front >= 0)
        snprintf(front, sizeof front, " The front goes from %.3f to %.3f.", seen->front,
                 chronicle->round[last].after);
    if (phase == PHASE_VOTE)
        tale_say(page, "%s%s",
                 seen->fires ? "The war goes on until the vote."
                             : "The guns are silent until the vote.",
                 front);
    if (talks)
        tale_say(page, "No text is tabled.%s", front);
    if (talks && seen->tabled == TABLED_ABSENT)
        tale_say(page, "None can be: a party that is needed has left the talks.");
}

static void tale_head(struct page *page, const struct chronicle *chronicle)
{
    const struct scenario *scenario = chronicle->scenario;
    char detail[TALE_NAME], words[TALE_NAME], outcome[TALE_NAME];
    page_flow(page, 0, scenario->name);
    if (scenario->title != NULL) {
        page_flow(page, 0, "-");
        page_flow(page, 0, scenario->title);
    }
    page_flow_end(page);
    history_detail_name(scenario, chronicle->detail, detail, sizeof detail);
    report_words(detail, words, sizeof words);
    if (chronicle->detail >= DETAIL_VICTORY)
        snprintf(words, sizeof words, "victory of %s",
                 scenario->game.actor[chronicle->detail - DETAIL_VICTORY].name);
    report_words(history_outcome_name(chronicle->outcome), outcome, sizeof outcome);
    fputs("Trial ", page->out);
    page_count(page, 0, chronicle->trial);
    fprintf(page->out, " of seed %ld, as in the run: %s (%s)\n", scenario->run.seed, outcome,
            words);
}

void tale_tell(struct page *page, const struct chronicle *chronicle)
{
    int horizon = (int)chronicle->scenario->run.horizon, told = -1, quiet = 0;
    tale_head(page, chronicle);
    tale_open(page, chronicle);
    for (int round = 0; round < horizon; round++) {
        bool over = chronicle->round[round].phase == PHASE_OVER;
        if (!over && !tale_eventful(chronicle, round, told))
            continue;
        if (quiet < round)
            tale_quiet(page, chronicle, quiet, round - 1);
        quiet = round + 1;
        if (over)
            break;
        tale_round(page, chronicle, round, &told);
    }
    if (quiet < horizon && chronicle->round[quiet].phase != PHASE_OVER)
        tale_quiet(page, chronicle, quiet, horizon - 1);
    tale_close(page, chronicle);
}
