#include "engine/tale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "tests/trial.h"

static char *tale_text(const struct chronicle *chronicle)
{
    static char *bytes;
    static size_t size;
    struct page page = { .out = open_memstream(&bytes, &size), .terminal = { .utf8 = true } };
    tale_tell(&page, chronicle);
    fclose(page.out);
    return bytes;
}

static int width(const char *text)
{
    int longest = 0, columns = 0;
    for (; *text != '\0'; text++) {
        columns = *text == '\n' ? 0 : columns + (((unsigned char)*text & 0xc0) != 0x80);
        longest = columns > longest ? columns : longest;
    }
    return longest;
}

static int times(const char *text, const char *part)
{
    int count = 0;
    for (text = strstr(text, part); text != NULL; text = strstr(text + 1, part))
        count++;
    return count;
}

/* What must stand in a tale in which a phase was entered for this reason. Sentences are broken into
 * lines, so that only their first words are looked for. */
static const char *const sentence[] = {
    [CAUSE_SIGNED] = "All accept. ",
    [CAUSE_RATIFIED] = "The text is ratified",
    [CAUSE_VOTED_DOWN] = "The text fails in ratification",
    [CAUSE_CEASEFIRE] = "Both accept the bare ceasefire",
    [CAUSE_VIOLATED] = "The agreement is violated",
    [CAUSE_STALLED] = "The talks on the comprehensive agreement",
    [CAUSE_FLARE_UP] = "Fighting flares up",
    [CAUSE_FADED] = "Fighting peters out",
    [CAUSE_COLLAPSE] = " collapses; ",
    [CAUSE_ABSORBED] = "The front reaches the ",
    [CAUSE_LOTTERY] = "The war is fought out. ",
    [CAUSE_INCIDENT] = "The incident is not repaired",
    [CAUSE_ATTACK] = "The attack brings the war back",
};
enum { CAUSES = sizeof sentence / sizeof sentence[0] };

/* Counts how often each cause came, and expects that it is told as often. */
static void tale_causes(const struct chronicle *chronicle, const char *text, int seen[CAUSES])
{
    int here[CAUSES] = { 0 };
    for (long round = 0; round < chronicle->scenario->run.horizon; round++)
        for (int k = 0; k < chronicle->round[round].turns; k++)
            here[chronicle->round[round].turn[k].cause]++;
    for (int cause = 0; cause < CAUSES; cause++) {
        cr_expect_eq(times(text, sentence[cause]), here[cause], "trial %d: %s\n%s",
                     (int)chronicle->trial, sentence[cause], text);
        seen[cause] += here[cause];
    }
}

static void tale_texts(const struct chronicle *chronicle, const char *text)
{
    int refused = times(text, "  refuses"), accepted = times(text, "  accepts"), no = 0, yes = 0,
        fell = 0;
    for (long round = 0; round < chronicle->scenario->run.horizon; round++)
        for (int actor = 0; actor < chronicle->scenario->game.actors; actor++) {
            const struct chronicle_actor *self = &chronicle->round[round].actor[actor];
            yes += self->asked && self->accepts;
            no += self->asked && !self->accepts;
        }
    for (long round = 0; round < chronicle->scenario->run.horizon; round++)
        fell += chronicle->round[round].fell != FALL_NONE &&
                chronicle->round[round].phase != PHASE_OVER;
    cr_expect_eq(times(text, "The text that waited falls: "), fell);
    cr_expect_eq(times(text, " tables a text"), chronicle->texts);
    cr_expect_eq(refused, no);
    cr_expect_eq(accepted, yes);
}

/* The scenario is freed. */
static void tale_expect(struct scenario *scenario, int trials, int seen[CAUSES])
{
    const char *file = scenario->file;
    for (int trial = 0; trial < trials; trial++) {
        struct chronicle *chronicle = trial_told(scenario, (uint64_t)trial);
        char *text = tale_text(chronicle);
        cr_expect(width(text) <= 80, "%s, trial %d: %d columns\n%s", file, trial, width(text),
                  text);
        cr_expect_null(strstr(text, " \n"), "%s, trial %d: blanks at a line's end", file, trial);
        cr_expect_null(strstr(text, "nan"));
        tale_causes(chronicle, text, seen);
        tale_texts(chronicle, text);
        free(text);
        chronicle_free(chronicle);
    }
    scenario_free(scenario);
}

Test(tale, tells_all_that_happened_in_eighty_columns)
{
    static const char *const wild[] = { "actors.south.leverage = -1", "actors.north.leverage = -1",
                                        "process.ceasefire.rate = 0.3", "war.volatility = 0.3",
                                        "actors.south.war.collapse = 0.05" };
    static const char *const fragile[] = { "process.incidents = { rate = 0.5; breach = 0.3; }",
                                           "process.spoilers = { attack = 0.3; }",
                                           "process.steps = { count = 3; }",
                                           "process.ceasefire.escalation = 0.5" };
    static const char *const slow[] = { "actors.south.reply = 0.35", "actors.north.reply = 0.55",
                                        "actors.mediator.walk_away = 0.05",
                                        "issues.border.bounded_by_front = \"low\"" };
    int seen[CAUSES] = { 0 };
    tale_expect(trial_scenario_set("tests/scenarios/talks.cfg", fragile, 4), 60, seen);
    tale_expect(trial_scenario("tests/scenarios/talks.cfg"), 400, seen);
    tale_expect(trial_scenario_set("tests/scenarios/talks.cfg", wild, 5), 60, seen);
    tale_expect(trial_scenario("tests/scenarios/pie.cfg"), 30, seen);
    tale_expect(trial_scenario_set("tests/scenarios/talks.cfg", slow, 4), 60, seen);
    tale_expect(trial_scenario("tests/scenarios/sixteen.cfg"), 40, seen);
    for (int cause = 0; cause < CAUSES; cause++)
        cr_expect(seen[cause] > 0, "never seen: %s", sentence[cause]);
}

/* Worked out by hand from the sentences of engine/tale_words.c. */
Test(tale, places_a_position_among_the_levels)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/talks.cfg");
    struct chronicle *chronicle = trial_told(scenario, 0);
    char out[256];
    cr_expect_str_eq(tale_place(chronicle, 0, 0.5, out, sizeof out), "river");
    cr_expect_str_eq(tale_place(chronicle, 0, 0.6, out, sizeof out), "between river and ridge");
    cr_expect_str_eq(tale_place(chronicle, 0, 0.0, out, sizeof out), "old border");
    cr_expect_str_eq(tale_place(chronicle, 2, 0.95, out, sizeof out), "past troops");
    cr_expect_str_eq(tale_when(chronicle, 7, out, sizeof out), "Month 7");
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* Without texts nothing is decided for long; what fighting on is worth is told as it moves. */
Test(tale, tells_values_again_when_they_have_moved)
{
    static const char *const silent[] = { "process.text_rate = 0" };
    struct scenario *scenario = trial_scenario_set("tests/scenarios/sixteen.cfg", silent, 1);
    for (uint64_t trial = 0; trial < 20; trial++) {
        struct chronicle *chronicle = trial_told(scenario, trial);
        char *text = tale_text(chronicle);
        double told = chronicle->round[0].actor[0].war;
        int moves = 1;
        for (long round = 1; round < scenario->run.horizon; round++) {
            const struct chronicle_round *seen = &chronicle->round[round];
            if (seen->phase != PHASE_WAR || fabs(seen->actor[0].war - told) <= 0.02)
                continue;
            told = seen->actor[0].war;
            moves++;
        }
        cr_expect(times(text, "Fighting on is worth") > moves / 2);
        free(text);
        chronicle_free(chronicle);
    }
    scenario_free(scenario);
}

static bool awaits(const struct chronicle *chronicle)
{
    const struct chronicle_round *last = &chronicle->round[chronicle->scenario->run.horizon - 1];
    return (last->turns > 0 ? last->turn[last->turns - 1].phase : last->phase) == PHASE_VOTE;
}

Test(tale, calls_no_text_an_agreement_that_was_not_ratified)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/sixteen.cfg");
    int waiting = 0;
    scenario_override(scenario, "horizon", 6);
    for (uint64_t trial = 0; trial < 60; trial++) {
        struct chronicle *chronicle = trial_told(scenario, trial);
        char *text = tale_text(chronicle);
        cr_expect_eq(strstr(text, "a signed text awaits ratification.") != NULL, awaits(chronicle));
        cr_expect_eq(strstr(text, "The terms signed") != NULL, awaits(chronicle));
        cr_expect(!awaits(chronicle) || strstr(text, "An agreement holds") == NULL);
        waiting += awaits(chronicle);
        free(text);
        chronicle_free(chronicle);
    }
    cr_expect(waiting > 0);
    scenario_free(scenario);
}

/* Of "None can be" the last paragraph must have said what cannot be. */
static void tale_expect_whole(const char *text)
{
    for (const char *at = strstr(text, "None can be:"); at; at = strstr(at + 1, "None can be:")) {
        const char *begin = at;
        while (begin > text && strncmp(begin, "\n\n", 2) != 0)
            begin--;
        const char *said = strstr(begin, "No text is tabled.");
        cr_expect(said != NULL && said < at, "%s", text);
    }
}

/* Whether a text awaits its vote in a round, and nothing happens: nobody leaves. */
static bool tale_waits(const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    bool leaves = round > 0 && seen->actor[2].walked != seen[-1].actor[2].walked;
    return seen->phase == PHASE_VOTE && seen->turns == 0 && !leaves;
}

/* What is told of the quiet rounds from `first` on in which a text awaits its vote. */
static char *tale_vote(const struct chronicle *chronicle, int first, const char *guns)
{
    char when[64], front[80] = "";
    int last = first;
    while (last + 1 < chronicle->scenario->run.horizon && tale_waits(chronicle, last + 1))
        last++;
    if (strstr(guns, "war") != NULL)
        snprintf(front, sizeof front, " The front goes from %.3f to %.3f.",
                 chronicle->round[first].front, chronicle->round[last].after);
    return memory_format("%s: a signed text awaits ratification\n  %s%s\n",
                         tale_span(chronicle, first, last, when, sizeof when), guns, front);
}

/* Without levers and shocks nothing happens between a signature and the vote three rounds later,
 * but that the mediator may have left; the guns are silent, or the front moves. */
static void tale_expect_votes(const char *truce, const char *guns)
{
    const char *const sets[] = { "process.ratification.delay = 3",  truce,
                                 "actors.mediator.walk_away = 0.3", "process.text_rate = 1",
                                 "levers = { remove = true; }",     "shocks = { remove = true; }" };
    struct scenario *scenario = trial_scenario_set("tests/scenarios/talks.cfg", sets, 6);
    int votes = 0, left = 0;
    for (uint64_t trial = 0; trial < 40; trial++) {
        struct chronicle *chronicle = trial_told(scenario, trial);
        char *text = tale_text(chronicle);
        tale_expect_whole(text);
        for (int round = 1; round < scenario->run.horizon; round++) {
            if (!tale_waits(chronicle, round) || tale_waits(chronicle, round - 1))
                continue;
            char *told = tale_vote(chronicle, round, guns);
            cr_expect_not_null(strstr(text, told), "%s\n%s", told, text);
            free(told);
            votes++;
            left += chronicle->round[round].tabled == TABLED_ABSENT;
        }
        free(text);
        chronicle_free(chronicle);
    }
    cr_expect(votes > 0 && left > 0, "%d, %d", votes, left);
    scenario_free(scenario);
}

Test(tale, tells_what_the_guns_do_until_a_vote)
{
    tale_expect_votes("process.ratification.truce = true", "The guns are silent until the vote.");
    tale_expect_votes("process.ratification.truce = false", "The war goes on until the vote.");
}
