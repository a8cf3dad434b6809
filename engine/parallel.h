/* Threads: the only file that knows them.
 *
 * Work is a row of pieces, handed out in order, one at a time, to whichever thread is free. */
#ifndef ENGINE_PARALLEL_H
#define ENGINE_PARALLEL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Processors on line, at least 1. */
int parallel_processors(void);

/* A row of pieces of work. */
struct parallel {
    int threads; /* at least 1; the calling thread is one of them */
    uint64_t pieces;
    void (*work)(void *context, int worker, uint64_t piece); /* 0 <= worker < threads */
    /* Called for each piece once it is done, by its worker, in the order of the pieces and never
     * twice at a time: a worker waits for its turn. Once it returns false, no further piece is
     * handed out. May be NULL. */
    bool (*deliver)(void *context, int worker, uint64_t piece);
    /* Called by the calling thread between its pieces, with how many are done; may be NULL. */
    void (*progress)(void *context, uint64_t done);
    void *context;
    const atomic_bool *stop; /* once true, no further piece is handed out; may be NULL */
};

/* Returns how many pieces were done: all of them, or, where it was stopped, the first so many,
 * since whatever has been handed out is finished. Where threads cannot be had, fewer do the
 * work. */
uint64_t parallel_run(const struct parallel *parallel);

#endif
