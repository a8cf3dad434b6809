/* Threads: the only file that knows them.
 *
 * Work is a row of pieces, handed out in order, one at a time, to whichever thread is free. What
 * comes of them is delivered in the same order, so that whatever has been delivered is a beginning
 * of the row without a hole. */
#ifndef ENGINE_PARALLEL_H
#define ENGINE_PARALLEL_H

#include <stdbool.h>
#include <stdint.h>

/* Results that may wait for their turn, for each thread. */
enum { PARALLEL_WAITING = 2 };

/* Processors on line, at least 1. */
int parallel_processors(void);

/* A row of pieces of work. */
struct parallel {
    int threads;         /* at least 1; the calling thread is one of them */
    uint64_t first, end; /* the pieces are first .. end - 1 */
    /* Does a piece and leaves what comes of it in its slot, 0 .. threads * PARALLEL_WAITING - 1,
     * which is its own until it has been delivered; 0 <= worker < threads. */
    void (*work)(void *context, int worker, int slot, uint64_t piece);
    /* Called for each piece once it is done, in the order of the pieces and never twice at a time,
     * by any thread. Once it returns false, nothing more is handed out or delivered. */
    bool (*deliver)(void *context, int slot, uint64_t piece);
    /* Asked before a piece is handed out, by any thread, never twice at a time: where it returns
     * true, none is, and those under way are finished and delivered. May be NULL. */
    bool (*halted)(void *context);
    /* Called by the calling thread between its pieces; may be NULL. */
    void (*progress)(void *context);
    void *context;
};

/* Returns the piece before which it ended: `end`, or an earlier one where it was halted or a
 * delivery returned false. Where threads cannot be had, fewer do the work. */
uint64_t parallel_run(const struct parallel *parallel);

#endif
