#include "engine/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "engine/page.h"
#include "engine/stopwatch.h"
#include "engine/terminal.h"

enum { PROGRESS_ECHO = 2 }; /* columns of the "^C" that a terminal shows */

struct progress progress_start(uint64_t trials, bool quiet)
{
    double now = stopwatch_now();
    return (struct progress){ .trials = trials,
                              .unit = "trials",
                              .quiet = quiet,
                              .terminal = terminal_is(stderr),
                              .start = now,
                              .shown = now };
}

/* "12 of 30 trials  4 a second" and the like, written into line. */
static void progress_line(const struct progress *progress, uint64_t trials, double taken,
                          char *line, size_t size)
{
    double rate = (double)(trials - progress->before) / taken;
    if (progress->trials == 0)
        snprintf(line, size, "%" PRIu64 " %s  %.0f a second", trials, progress->unit, rate);
    else
        snprintf(line, size, "%3.0f%%  %" PRIu64 " of %" PRIu64 " %s  %.0f a second  %.0f s left",
                 100 * (double)trials / (double)progress->trials, trials, progress->trials,
                 progress->unit, rate, (double)(progress->trials - trials) / rate);
}

void progress_tell(void *context, uint64_t trials)
{
    struct progress *progress = context;
    double now = stopwatch_now();
    char line[256];
    if (progress->quiet || !progress->terminal || now - progress->shown < 0.1)
        return;
    progress->shown = now;
    progress_line(progress, trials, now - progress->start, line, sizeof line);
    int width = terminal_width(stderr) - PROGRESS_ECHO - 1;
    fprintf(stderr, "\r%-*.*s", width, width, line);
    fflush(stderr);
}

double progress_end(const struct progress *progress)
{
    if (!progress->quiet && progress->terminal)
        fprintf(stderr, "\r%*s\r", terminal_width(stderr) - 1, "");
    return stopwatch_now() - progress->start;
}

void progress_note(const struct progress *progress, const char *name, uint64_t trials,
                   double seconds)
{
    if (progress->quiet || progress->terminal)
        return;
    char *text = memory_format("%s: %" PRIu64 " trials in %.2f s", name, trials, seconds);
    struct page page = page_plain(stderr);
    page_paragraph(&page, 0, text);
    free(text);
}
