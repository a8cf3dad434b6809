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
        "with ZOPA",
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

/* 70 of 100 against 60 of 100, 15 gained and 5 lost: 10 points. */
Test(report, comparison)
{
    struct report_line lines[] = {
        { .name = "baseline", .trials = 100, .outcome = { 60, 10, 30 }, .complete = true },
        { .name = "a-scenario-with-a-very-long-name-indeed",
          .trials = 100,
          .outcome = { 70, 0, 30 },
          .deal = { .trials = 100, .gained = 15, .lost = 5 } },
        { .name = "other-seed", .trials = 100, .outcome = { 100, 0, 0 }, .complete = true },
    };
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size) };
    report_comparison(&page, lines, 3);
    fclose(page.out);
    cr_expect(strstr(bytes, "+10.00") != NULL);
    cr_expect(strstr(bytes, "not paired") != NULL && strstr(bytes, "INCOMPLETE") != NULL);
    cr_expect(strstr(bytes, "100.0%") != NULL);
    cr_expect(report_width(bytes) <= 80, "%d columns:\n%s", report_width(bytes), bytes);
    free(bytes);
}

/* Eighths of a block: 1/2 of 4 columns are 2 blocks, 1/64 of 8 is an eighth of one. */
Test(page, bars)
{
    static const struct {
        double share;
        int width;
        bool utf8;
        const char *expected;
    } cases[] = {
        { 0.5, 4, true, "██" },  { 1.0 / 64, 8, true, "▏" }, { 1, 3, true, "███" },
        { 0.5, 4, false, "##" }, { 0, 9, true, "" },         { 0.01, 10, false, "" },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        char *bytes;
        size_t size;
        struct page page = { .out = open_memstream(&bytes, &size),
                             .terminal = { .utf8 = cases[k].utf8 } };
        page_bar(&page, cases[k].width, cases[k].share);
        fclose(page.out);
        cr_expect(strcmp(bytes, cases[k].expected) == 0, "%zu: %s", k, bytes);
        free(bytes);
    }
}

Test(page, counts_and_cells)
{
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size) };
    page_count(&page, 0, 1234567);
    page_count(&page, 6, 999);
    page_cell(&page, 5, "abcdefgh");
    page_cell(&page, 4, "\xc3\xa9");
    page_count(&page, 0, 0);
    fclose(page.out);
    cr_expect(strcmp(bytes, "1,234,567   999abc..\xc3\xa9   0") == 0, "%s", bytes);
    free(bytes);
}
