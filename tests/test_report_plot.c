/* Pictures of summaries whose states are set by hand, drawn by hand. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/report.h"
#include "sample.h"

/* After rounds 1 to 4, of 100 trials: deal, frozen, victory. */
static const uint64_t states[SAMPLE_HORIZON][3] = {
    { 10, 0, 0 }, { 30, 0, 0 }, { 50, 10, 0 }, { 50, 20, 10 }
};

static struct summary *plot_summary(const struct scenario *scenario)
{
    struct summary *summary = summary_new(scenario);
    summary->trials = 100;
    for (long round = 0; round < scenario->run.horizon; round++) {
        const uint64_t *state = states[round * SAMPLE_HORIZON / scenario->run.horizon];
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
                           "      # deal 50.0%   = frozen 20.0%   x victory 10.0%   . fighting "
                           "20.0%\n");
    free(text);
}

/* The glyphs differ without colour; with it, they are the same. */
Test(report_plot, glyphs_and_colours)
{
    static const char *const glyphs[] = { "█", "▒", "╳", "·" };
    struct scenario scenario = sample_scenario(100);
    char *plain = plot_text(&scenario, (struct terminal){ .utf8 = true });
    char *colour = plot_text(&scenario, (struct terminal){ .utf8 = true, .colour = true });
    for (size_t k = 0; k < sizeof glyphs / sizeof *glyphs; k++)
        cr_expect(strstr(plain, glyphs[k]) != NULL, "%s", plain);
    cr_expect(strchr(plain, '\033') == NULL && strstr(colour, "\033[38;5;") != NULL);
    char *next = colour;
    for (const char *from = colour; *from != '\0'; from++)
        if (*from == '\033')
            from = strchr(from, 'm');
        else
            *next++ = *from;
    *next = '\0';
    cr_expect_str_eq(colour, plain);
    free(colour);
    free(plain);
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
        /* Rounds of a horizon below 4 begin later in `states`. */
        const uint64_t *last = states[(horizon - 1) * SAMPLE_HORIZON / horizon];
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
                      strncmp(rest, "months\n", 7) == 0,
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
