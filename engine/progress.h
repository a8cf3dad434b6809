/* How far a run has come, told on standard error.
 *
 * On a terminal one line is rewritten at most ten times a second, and erased at the end; elsewhere
 * there is one line per scenario, when it is done. Quiet: nothing. */
#ifndef ENGINE_PROGRESS_H
#define ENGINE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    uint64_t trials;  /* to be played; 0: as many as it takes */
    uint64_t before;  /* those that had been played before it began */
    const char *unit; /* what is counted: "trials" */
    bool quiet, terminal;
    double start, shown; /* seconds: when it began, when it was told last */
};

/* A run begins. */
struct progress progress_start(uint64_t trials, bool quiet);
/* So many trials have been played; `context` is a struct progress. */
void progress_tell(void *context, uint64_t trials);
/* The run has ended. Returns the seconds that it took. */
double progress_end(const struct progress *progress);
/* A scenario of it has played so many trials and took so many seconds. */
void progress_note(const struct progress *progress, const char *name, uint64_t trials,
                   double seconds);

#endif
