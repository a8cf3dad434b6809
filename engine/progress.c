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
                              .quiet = quiet,
                              .terminal = terminal_is(stderr),
                              .start = now,
                              .shown = now };
}

void progress_tell(void *context, uint64_t trials)
{
    struct progress *progress = context;
    double now = stopwatch_now(), taken = now - progress->start;
    if (progress->quiet || !progress->terminal || now - progress->shown < 0.1)
        return;
    progress->shown = now;
    double rate = (double)(trials - progress->before) / taken;
    double left = (double)(progress->trials - trials) / rate;
    char line[256];
    snprintf(line, sizeof line,
             "%3.0f%%  %" PRIu64 " of %" PRIu64 " trials  %.0f a second  %.0f s left",
             100 * (double)trials / (double)progress->trials, trials, progress->trials, rate, left);
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
