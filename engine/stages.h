/* What bounds and keeps a command that plays several experiments, one after the other: the time
 * that it may take, and a folder (engine/folder.h) from which it goes on.
 *
 *     journal                    its head says what is played, its last record whether all is done
 *     stages/1, stages/2 ...     the journal of each experiment, in the order in which they are
 *                                played
 *
 * A command that plays the same experiments in the same order finds those that are done in their
 * journals, and the one that broke off as far as its journal goes: it comes to the same results. */
#ifndef ENGINE_STAGES_H
#define ENGINE_STAGES_H

#include "engine/experiment.h"
#include "engine/folder.h"
#include "engine/progress.h"

struct stages {
    struct folder folder;      /* its path is NULL: none is kept */
    double until;              /* on the stopwatch: when it is to end; 0: never */
    uint64_t trials;           /* of all experiments together */
    struct progress *progress; /* learns how many of them were not played anew; may be NULL */
    int played;                /* experiments that have been played, or found to be */
    /* The results. */
    uint64_t resumed; /* trials that the journals held */
    bool told;        /* that there are some */
    bool late;        /* an experiment ended because the time was up */
    int status;       /* exit code of a journal that failed, of which a message has been printed */
};

/* Begins with the command, which may take so many seconds from now on; 0: any. stages_close
 * follows whatever comes of it. */
struct stages stages_begin(double seconds);
/* Opens the folder of -o, where there is one to keep: a new or empty one, or, to resume, one whose
 * journal's head says `identity`. Returns the exit code, with a message. */
int stages_open(struct stages *stages, const struct options *options, const char *identity,
                struct scenario *const *scenario, int count);
/* Whether the command must end: the time is up, or a journal failed. */
bool stages_over(const struct stages *stages);
/* The exit code of that; EX_OK: nothing of it. */
int stages_code(const struct stages *stages);

/* Plays the next experiment, as experiment_run does. Where its journal cannot be had it plays
 * nothing, and its results are those of no trials. */
void stages_play(struct stages *stages, struct experiment *experiment);
/* From now on the experiments come again, from the first. */
void stages_rewind(struct stages *stages);

/* Says in the folder that the command has ended, and whether all was played: once what came of it
 * has been written. Returns the exit code. */
int stages_finish(struct stages *stages, struct scenario *const *scenario, int count,
                  bool complete);
void stages_close(struct stages *stages);

#endif
