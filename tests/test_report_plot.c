/* Pictures of summaries whose states are set by hand, drawn by hand. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/report.h"
#include "sample.h"

/* After rounds 1 to 4, of 100 trials: deal, frozen, victory; the last is that of the last round. */
static const uint64_t states[SAMPLE_HORIZON][3] = {
    { 10, 0, 0 }, { 30, 0, 0 }, { 50, 10, 0 }, { 50, 20, 10 }
};

static struct summary *plot_summary(const struct scenario *scenario)
{
    struct summary *summary = summary_new(scenario);
    summary->trials = 100;
    long horizon = scenario->run.horizon;
    for (long round = 0; round < horizon; round++) {
        long early = round * SAMPLE_HORIZON / horizon;
        const uint64_t *state = states[round == horizon - 1 ? 3 : early < 3 ? early : 2];
        summary->state[round][STATE_DEAL] = state[0];
        summary->state[round][STATE_FROZEN] = state[1];
        summary->state[round][STATE_VICTORY] = state[2];
        summary->state[round][STATE_FIGHTING] = 100 - state[0] - state[1] - state[2];
    }
    return summary;
}

static char *plot_text(const struct scenario *scenario, struct terminal terminal)
{
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size), .terminal = terminal };
    struct summary *summary = plot_summary(scenario);
    report_plot(&page, summary);
    summary_free(summary);
    fclose(page.out);
    return bytes;
}

#define F "..............."
#define D "###############"
#define Z "==============="
#define V "xxxxxxxxxxxxxxx"

Test(report_plot, areas_stand_on_each_other)
{
    struct scenario scenario = sample_scenario(100);
    char *text = plot_text(&scenario, (struct terminal){ 0 });
    cr_expect_str_eq(text, "\nWhere trials stand, by month\n"
                           "100% |" F F F F "\n     |" F F F F "\n     |" F F F V "\n"
                           "     |" F F F Z "\n     |" F F Z Z "\n 50% |" F F D D "\n"
                           "     |" F F D D "\n     |" F D D D "\n     |" F D D D "\n"
                           "     |" D D D D "\n"
                           "  0% +--------------+--------------+--------------+--------------+\n"
                           "     0              1              2              3              4 "
                           "months\n"
                           "      # deal 50.0%   = frozen 20.0%   x victory 10.0%   . at war "
                           "20.0%\n");
    free(text);
}

Test(report_plot, glyphs_differ_without_colour)
{
    static const char *const glyphs[] = { "█", "▒", "╳", "·" };
    struct scenario scenario = sample_scenario(100);
    char *text = plot_text(&scenario, (struct terminal){ .utf8 = true });
    for (size_t k = 0; k < sizeof glyphs / sizeof *glyphs; k++)
        cr_expect(strstr(text, glyphs[k]) != NULL, "%s", text);
    cr_expect(strchr(text, '\033') == NULL);
    free(text);
}

#define BLUE "\033[38;5;32m"
#define AMBER "\033[38;5;214m"
#define ON_AMBER "\033[48;5;214m"
#define PLAIN "\033[0m"

/* Of a cell from 50% to 60%, deals to 52.5% are two eighths from below, what is frozen to 60% the
 * rest; of the next, frozen to 65% is one half, on the ground. */
Test(report_plot, colours_show_eighths)
{
    char *bytes;
    size_t size;
    struct scenario scenario = sample_scenario(1000);
    struct page page = { .out = open_memstream(&bytes, &size), .terminal = { true, true } };
    struct summary *summary = summary_new(&scenario);
    summary->trials = 1000;
    for (int round = 0; round < SAMPLE_HORIZON; round++) {
        summary->state[round][STATE_DEAL] = 525;
        summary->state[round][STATE_FROZEN] = 125;
        summary->state[round][STATE_FIGHTING] = 350;
    }
    report_plot(&page, summary);
    summary_free(summary);
    fclose(page.out);
    cr_expect(strstr(bytes, "│" BLUE ON_AMBER "▂" PLAIN BLUE ON_AMBER), "%s", bytes);
    cr_expect(strstr(bytes, "│" AMBER "▄" PLAIN AMBER "▄" PLAIN), "%s", bytes);
    cr_expect(strstr(bytes, BLUE "█" PLAIN " deal 52.5%"), "%s", bytes);
    free(bytes);
}

/* Whatever the horizon: 10 rows of 60 cells between the same edges, the last column is where trials
 * stand at the end, and no figure of the axis touches another. */
Test(report_plot, any_horizon)
{
    for (long horizon = 1; horizon <= 1200; horizon = horizon < 100 ? horizon + 1 : horizon + 37) {
        struct scenario scenario = sample_scenario(100);
        scenario.run.horizon = horizon;
        char *text = plot_text(&scenario, (struct terminal){ 0 });
        const char *line = strchr(text + 1, '\n') + 1;
        const uint64_t *last = states[SAMPLE_HORIZON - 1];
        for (int row = 9; row >= 0; row--, line += 67) {
            uint64_t percent = (uint64_t)row * 10;
            char end = percent < last[0]                       ? '#'
                       : percent < last[0] + last[1]           ? '='
                       : percent < last[0] + last[1] + last[2] ? 'x'
                                                               : '.';
            cr_assert(line[5] == '|' && line[65] == end && line[66] == '\n', "%ld:\n%s", horizon,
                      text);
        }
        line = strchr(line, '\n') + 1;
        char *rest;
        long before = strtol(line, &rest, 10), marks = 0;
        cr_assert(before == 0);
        for (long mark; (mark = strtol(rest, &rest, 10)) != 0; before = mark, marks++)
            cr_assert(mark > before && mark <= horizon && rest - line <= 66, "%ld:\n%s", horizon,
                      text);
        rest += strspn(rest, " ");
        cr_assert(marks >= 1 && marks <= 6 && rest - line == 67 &&
                      strcspn(rest, "\n") == (horizon == 1 ? 5 : 6) &&
                      strncmp(rest, "months", strcspn(rest, "\n")) == 0,
                  "%ld:\n%s", horizon, text);
        free(text);
    }
}

Test(report_plot, nothing_without_trials)
{
    char *bytes;
    size_t size;
    struct scenario scenario = sample_scenario(100);
    struct page page = { .out = open_memstream(&bytes, &size) };
    struct summary *summary = summary_new(&scenario);
    report_plot(&page, summary);
    summary_free(summary);
    fclose(page.out);
    cr_expect_str_eq(bytes, "");
    free(bytes);
}
