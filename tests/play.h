/* Plays a scenario given as text, for tests of what comes out of whole runs. */
#ifndef TESTS_PLAY_H
#define TESTS_PLAY_H

#include <criterion/criterion.h>

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "engine/scenario.h"
#include "tests/solo.h"

struct play {
    struct scenario *scenario;
    struct summary *summary;
};

/* The text is a format; the caller frees with play_free. */
__attribute__((format(printf, 1, 2))) static struct play play(const char *format, ...)
{
    static char text[20000];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    cr_assert(length > 0 && (size_t)length < sizeof text);
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(text, "test", &faults);
    faults_print(&faults, stderr);
    cr_assert(scenario != NULL);
    return (struct play){ .scenario = scenario, .summary = solo_run(scenario, 2, LANES) };
}

static void play_free(struct play *play)
{
    summary_free(play->summary);
    scenario_free(play->scenario);
}

/* Share of an outcome, or of a detail. */
__attribute__((unused)) static double play_outcome(const struct play *play, int outcome)
{
    return summary_share(summary_outcome(play->summary, outcome), play->summary->trials);
}

__attribute__((unused)) static double play_detail(const struct play *play, int detail)
{
    return summary_share(play->summary->detail[detail], play->summary->trials);
}

/* Whether a share is within four standard errors of p: false alarms 6 in 100,000, and the seed is
 * fixed. */
__attribute__((unused)) static bool play_near(const struct play *play, double share, double p)
{
    return fabs(share - p) <= 4 * sqrt(p * (1 - p) / (double)play->summary->trials);
}

#endif
