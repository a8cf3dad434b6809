/* Plays scenarios against a base, and what lies between them: all that `zopa compare` tells. */
#ifndef ENGINE_CONTEST_H
#define ENGINE_CONTEST_H

#include <stdatomic.h>

#include "engine/comparison.h"
#include "engine/stages.h"

struct contest {
    int count;
    struct scenario **scenario; /* [count] the base first; owned */
    int threads;                /* at least 1 */
    int block;                  /* lanes of a block, 1 .. LANES */
    const atomic_bool *stop;    /* once true, it ends with what is under way; may be NULL */
    /* Called now and then with the trials played so far; may be NULL. */
    void (*progress)(void *told, uint64_t trials);
    void *told;
    struct stages *stages; /* what bounds and keeps it */
    struct store *store;   /* where the runs of the scenarios are kept; NULL: nowhere */
    bool store_trials;     /* with their trials */
    /* The results. */
    struct report_line *line;       /* [count] */
    struct comparison_other *other; /* [count - 1] */
    struct worths worths;           /* of all coalitions */
    struct arm *arm;                /* [count] what the scenarios came to, until they are stored */
    uint64_t done;                  /* trials that are behind it, played or known */
    uint64_t played;
    bool unkept; /* a run could not be kept; a message has been printed */
};

/* Makes the base's run settings those of all, and notes which had others. */
void contest_unify(struct contest *contest);
/* Finds the settings that differ and what there is to play. Returns 0, or the first scenario that
 * differs in more settings than an exact attribution takes. */
int contest_plan(struct contest *contest, enum attribution_method method, int orders);
/* The trials of all scenarios, and of the coalitions of the first so many attributions. */
uint64_t contest_trials(const struct contest *contest, int attributions);
/* Plays all of it. False where it was stopped, or the stages are over: then the results are those
 * of the trials that were played, and attributions may be incomplete. */
bool contest_play(struct contest *contest);
void contest_free(struct contest *contest);

#endif
