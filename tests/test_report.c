#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/report.h"
#include "sample.h"

enum { TRIALS = 3000 };

static struct summary *report_summary(const struct scenario *scenario, uint64_t trials)
{
    struct summary *summary = summary_new(scenario);
    struct history *history = history_new(scenario);
    for (uint64_t trial = 0; trial < trials; trial += 60) {
        sample_fill(history, trial, 60);
        summary_add(summary, history);
    }
    history_free(history);
    return summary;
}

static char *report_text(const struct summary *summary, struct terminal terminal)
{
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size), .terminal = terminal };
    report_print(&page, summary);
    fclose(page.out);
    return bytes;
}

/* Columns of the longest line, escape sequences and UTF-8 continuation bytes not counted. */
static int report_width(const char *text)
{
    int longest = 0, columns = 0;
    for (; *text != '\0'; text++) {
        if (*text == '\033')
            text = strchr(text, 'm');
        else if (*text == '\n')
            columns = 0;
        else
            columns += ((unsigned char)*text & 0xc0) != 0x80;
        longest = columns > longest ? columns : longest;
    }
    return longest;
}

Test(report, fits_eighty_columns)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct actor actors[SAMPLE_ACTORS];
    memcpy(actors, scenario.game.actor, sizeof actors);
    actors[0].name =
        "the_north_and_all_of_its_many_many_friends_and_relations_wherever_they_may_be_now";
    scenario.game.actor = actors;
    scenario.title = "A title that goes on for so long that it must be broken into several lines, "
                     "as it would otherwise leave the page";
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ .utf8 = true, .colour = true });
    cr_expect(report_width(text) <= 80, "%d columns:\n%s", report_width(text), text);
    free(text);
    summary_free(summary);
}

/* As many trials as a run may have, as many rounds, utilities far below 0. */
Test(report, fits_eighty_columns_with_the_largest_figures)
{
    struct scenario scenario = sample_scenario(1000000000000);
    scenario.run.horizon = 1200;
    scenario.run.seed = INT64_MAX;
    struct summary *summary = summary_new(&scenario);
    summary->trials = summary->detail[DETAIL_COMPREHENSIVE] = 1000000000000;
    summary->rounds = summary->texts = summary->rejected = summary->leaks = 1200000000000000;
    for (int round = 0; round < 1200; round++)
        summary->state[round][STATE_DEAL] = 1000000000000;
    for (int actor = 0; actor < SAMPLE_ACTORS; actor++) {
        spread_add(&summary->actor[actor].utility, -123456.789, 0);
        spread_add(&summary->actor[actor].deal, -1e99, 0);
        summary->actor[actor].refusals = 1200000000000000;
    }
    spread_add(&summary->zone[0].width, -98765.4321, 0);
    spread_add(&summary->term[0].at, -0.0001, 0);
    times_add(&summary->event[EVENT_DEAL], 1200);
    char *text = report_text(summary, (struct terminal){ .utf8 = true });
    cr_expect(report_width(text) <= 80, "%d columns:\n%s", report_width(text), text);
    cr_expect(strstr(text, "1,000,000,000,000 trials of 1200 months, seed 9223372036854775807") &&
                  strstr(text, " 1200.0 ") && strstr(text, "-1e+99") && strstr(text, "-98765"),
              "%s", text);
    free(text);
    summary_free(summary);
}

Test(report, plain_where_it_must_be)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ 0 });
    for (const char *next = text; *next != '\0'; next++)
        cr_assert((*next >= ' ' && *next <= '~') || *next == '\n');
    cr_expect(strchr(text, '#') != NULL);
    free(text);
    summary_free(summary);
}

Test(report, control_characters_do_not_reach_the_terminal)
{
    struct scenario scenario = sample_scenario(TRIALS);
    scenario.title = "red \033[31m alert";
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strchr(text, '\033') == NULL);
    free(text);
    summary_free(summary);
}

Test(report, says_what_it_is)
{
    static const char *const words[] = {
        "sample - A sample\n",
        "3,000 trials of 4 months, seed 7",
        "deal",
        "framework holding",
        "frozen conflict",
        "victory of south",
        "\n  Continued war includes wars that a side won.\n",
        "with ZOPA",
        "at war",
        "0 and 1 are an actor's worst",
        "nearest: line",
        "broker",
        "not forecasts",
        "sampling error only",
    };
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ 0 });
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        cr_expect(strstr(text, words[k]) != NULL, "%s\n%s", words[k], text);
    cr_expect(strstr(text, "INCOMPLETE") == NULL && strstr(text, "nan") == NULL);
    free(text);
    summary_free(summary);
}

Test(report, stopped_early)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = report_summary(&scenario, 60);
    char *text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strstr(text, "60 trials of 4 months") != NULL);
    cr_expect(strstr(text, "INCOMPLETE: stopped early, 3,000 trials were asked for") != NULL);
    free(text);
    summary_free(summary);
    summary = report_summary(&scenario, 0);
    text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strstr(text, "nan") == NULL && strstr(text, "Terms: no deals") != NULL);
    free(text);
    summary_free(summary);
}

Test(report, tells_open_issues_and_texts_that_await_ratification)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strstr(text, "open in") == NULL && strstr(text, "await ratification") == NULL);
    free(text);
    summary_free(summary);
    scenario.process.comprehensive.staged = true;
    scenario.process.ratification.by.count = 1;
    summary = report_summary(&scenario, TRIALS);
    double deals = (double)summary_outcome(summary, OUTCOME_DEAL);
    cr_expect(deals > 0 && summary->detail[DETAIL_FRAMEWORK] > 0);
    text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strstr(text, "\n    open in ") != NULL, "%s", text);
    cr_expect(strstr(text, "of deals; nearest: ") != NULL, "%s", text);
    cr_expect(strstr(text, "await ratification") != NULL, "%s", text);
    free(text);
    summary_free(summary);
}

/* One deal of more than 3,000 is 0.03% at most. */
Test(report, leaves_out_what_rounds_to_nothing)
{
    struct scenario scenario = sample_scenario(4 * TRIALS);
    struct summary *summary = report_summary(&scenario, 4 * TRIALS);
    struct summary_term *term = &summary->term[0];
    cr_assert(term->at.tally.count > 3000);
    term->nearest[0] = 1;
    term->nearest[1] = 0;
    term->nearest[2] = term->at.tally.count - 1;
    char *text = report_text(summary, (struct terminal){ 0 });
    cr_expect(strstr(text, "nearest: borders 100.0%\n") != NULL, "%s", text);
    free(text);
    summary_free(summary);
}

/* It says which trials failed, and how to see one. */
Test(report, failed_trials)
{
    struct scenario scenario = sample_scenario(TRIALS);
    char file[] = "a file.cfg";
    scenario.file = file;
    struct summary *summary = report_summary(&scenario, TRIALS);
    char *text = report_text(summary, (struct terminal){ 0 }), expected[64];
    for (char *end = text; (end = strchr(end, '\n')) != NULL;)
        *end = ' ';
    cr_expect(strstr(text, "trials, which count among the outcomes only. The first:") != NULL);
    snprintf(expected, sizeof expected, "--seed 7 --horizon 4 --trial %d ",
             (int)summary->failure[0]);
    cr_expect(strstr(text, "zopa trace 'a file.cfg' --variant sample") != NULL, "%s", text);
    cr_expect(strstr(text, expected) != NULL, "%s", text);
    free(text);
    summary_free(summary);
}

#define LINE(called, with)                                                                         \
    .name = (called), .sha256 = (called),                                                          \
    .run = { .trials = 100,                                                                        \
             .horizon = 4,                                                                         \
             .round = "month",                                                                     \
             .seed = (with),                                                                       \
             .design = { &design_mc.about, NULL } }

static char *report_compare(const struct report_line *lines, int count)
{
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size) };
    report_comparison(&page, lines, count);
    fclose(page.out);
    return bytes;
}

/* 70 of 100 against 60 of 100, 15 gained and 5 lost: 10 points, in Tango's interval of 1.34
 * to 19.24, worked out by bisection apart from this program. */
Test(report, comparison)
{
    static const struct report_line lines[] = {
        { LINE("baseline", 0), .trials = 100, .outcomes = { { { 60 }, { 10 }, { 30 } } },
          .complete = true },
        { LINE("a-scenario-with-a-very-long-name-indeed", 0), .trials = 100,
          .outcomes = { { { 70 }, { 0 }, { 30 } } },
          .against = { { { { 55, 2, 3 }, { 10, 0, 0 }, { 5, 0, 25 } } } } },
        { LINE("even", 0), .trials = 90, .against = { { { { 90 } } } }, .complete = true },
        { LINE("other", 3), .trials = 100, .outcomes = { { { 100 } } }, .complete = true },
        { LINE("none", 0), .complete = true },
    };
    char *text = report_compare(lines, 5);
    cr_expect(strstr(text, "  20.0% changed    +10.0 [+1.3, +19.2] ") != NULL &&
                  strstr(text, "-0.00") == NULL,
              "%s", text);
    cr_expect(strstr(text, "not paired: another seed than the first\n") != NULL, "%s", text);
    cr_expect(strstr(text, "not paired: no trials\n") != NULL, "%s", text);
    cr_expect(strstr(text, "INCOMPLETE") != NULL && strstr(text, " 100.0% ") != NULL);
    cr_expect(report_width(text) <= 80, "%d columns:\n%s", report_width(text), text);
    free(text);
}

/* The widest figures that a line can have; each trial has one outcome, so that only one column can
 * be 100%. */
Test(report, comparison_fits_eighty_columns)
{
    enum { EACH = 1000000000 };
    const struct pairing all = { { { { 0, EACH, 0 } } } },
                         third = { { { { EACH / 3, EACH / 9, EACH / 9 }, { EACH / 3 } } } },
                         tenth = { { { { EACH - 99900000, 99900000, 0 } } } };
    const struct report_line lines[] = {
        { LINE("seventeen letters", 0), .trials = EACH, .outcomes = { { { EACH } } },
          .complete = true },
        { LINE("eighteen letters..", 0), .trials = EACH, .outcomes = { { { 0 }, { EACH } } },
          .against = all, .complete = true },
        { LINE("会議の名前会議の名前", 0), .trials = 900,
          .outcomes = { { { 301 }, { 298 }, { 301 } } }, .against = third, .complete = true },
        { LINE("tenth", 0), .trials = EACH,
          .outcomes = { { { EACH / 3 }, { EACH / 3 }, { EACH / 3 } } }, .against = tenth,
          .complete = true },
    };
    for (int count = 2; count <= 4; count++) {
        char *text = report_compare(lines, count);
        cr_expect(report_width(text) <= 80, "%d columns:\n%s", report_width(text), text);
        free(text);
    }
    char *text = report_compare(lines, 2);
    cr_expect(strstr(text, "\n  100.0% changed     -100 [-100, -100]     +100 [+100, +100] "
                           "+0.00 [-0.00, +0.00]\n") == NULL);
    cr_expect(strstr(text, "\n  100.0% changed     -100 [-100, -100]    +100 [+100, +100] "
                           "+0.00 [+0.00, +0.00]\n"),
              "%s", text);
    free(text);
}

Test(report, comparison_counts_what_failed)
{
    static const struct report_line lines[] = {
        { LINE("good", 0), .trials = 9000, .outcomes = { { { 9000 } } }, .complete = true },
        { LINE("bad", 0), .trials = 9000, .failed = 1234, .outcomes = { { { 9000 } } },
          .complete = true },
    };
    char *text = report_compare(lines, 2);
    cr_expect(strstr(text, "\nbad: failed (a figure was not finite): 1,234 trials, ") != NULL, "%s",
              text);
    cr_expect(strstr(text, "good: failed") == NULL);
    free(text);
}

Test(report, comparison_names_the_files_of_scenarios_with_one_name)
{
    static const struct report_line lines[] = {
        { LINE("twin", 0), .file = "a/twin.cfg", .trials = 10, .outcomes = { { { 10 } } } },
        { LINE("other", 0), .file = "other.cfg", .trials = 10, .outcomes = { { { 10 } } } },
        { LINE("twin", 0), .file = "b/twin.cfg", .trials = 10, .outcomes = { { { 10 } } } },
    };
    char *text = report_compare(lines, 3);
    cr_expect(strstr(text, "1: a/twin.cfg\n3: b/twin.cfg\n") != NULL, "%s", text);
    cr_expect(strstr(text, "\n3: twin ") != NULL && strstr(text, "\nother ") != NULL, "%s", text);
    cr_expect(strstr(text, "other.cfg") == NULL, "%s", text);
    cr_expect(strstr(text, "\n  the same scenario as the first\nOutcome") == NULL &&
                  strstr(text, "\n  the same scenario as the first\n") != NULL,
              "%s", text);
    free(text);
}

/* It begins with what was played, says what differs in that, sets variants off, and has no word on
 * what it does not show. */
Test(report, comparison_has_a_key)
{
    static const struct report_line lines[] = {
        { LINE("own", 7), .trials = 100, .outcomes = { { { 100 } } }, .complete = true },
        { LINE("changed", 7), .variant = true, .trials = 100, .outcomes = { { { 100 } } },
          .complete = true },
        { LINE("other", 8), .trials = 100, .outcomes = { { { 100 } } }, .complete = true },
    };
    char *text = report_compare(lines, 3);
    static const char head[] = "100 trials of 4 months, seed 7\n"
                               "  other: 100 trials of 4 months, seed 8\n\nShares, 95%";
    cr_expect(strncmp(text, head, sizeof head - 1) == 0, "%s", text);
    cr_expect(strstr(text, "\nown ") && strstr(text, "\n  changed "), "%s", text);
    cr_expect(strstr(text, "Quantiles") == NULL && strstr(text, "not played") == NULL, "%s", text);
    free(text);
}
