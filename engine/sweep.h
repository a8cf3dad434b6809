/* Plays the points of a sweep: a scenario with a few values varied, many times.
 *
 * All points play the same trials with the same random numbers, so that the difference between two
 * of them is the varied values' doing. Points are played in waves of SWEEP_WAVE at a time; only
 * those of the wave under way are held as scenarios, and each is told once its wave has been
 * played, so that memory does not grow with the number of points. In every wave but the first, the
 * first point is played again beside the others, to pair them with it: that costs one part in
 * SWEEP_WAVE of the time, and no memory. */
#ifndef ENGINE_SWEEP_H
#define ENGINE_SWEEP_H

#include "engine/experiment.h"
#include "engine/json.h"
#include "engine/options.h"
#include "engine/stages.h"
#include "engine/vary.h"

enum { SWEEP_WAVE = 64 };

/* The names that the points' scenarios have between them, in the order in which they came. */
struct sweep_names {
    struct names details, actors, issues;
};

/* What a point came to; it holds for the call that tells it. */
struct sweep_point {
    uint64_t number;               /* from 0 */
    const struct summary *summary; /* lean: without quantiles; of at least one trial */
    double seconds;                /* that threads were busy with it */
    const struct pairing *pairing; /* with the first point; NULL: not the same trials */
};

struct sweep {
    const struct options *options; /* flags that every point is read and played with */
    const char *file;              /* of the scenario */
    const struct node *resolved;   /* its text (scenario_resolve) */
    struct vary_plan plan;
    uint64_t points;
    int threads;
    const atomic_bool *stop;
    struct stages *stages; /* what bounds and keeps the waves */
    bool (*tell)(void *context, const struct sweep_point *point); /* false: it cannot be written */
    /* How many points have been checked, or trials played; may be NULL. */
    void (*progress)(void *meter, uint64_t count);
    void *context; /* of `tell` */
    void *meter;   /* of `progress` */
    /* Filled by sweep_check. */
    struct sweep_names names;
    struct run least, most; /* each setting by itself; designs: the first's, and the last other */
    uint64_t trials;        /* of all points, and those played again */
    /* Filled by sweep_play. */
    uint64_t told;   /* the points that were played, the first so many */
    uint64_t broken; /* of these, those that were stopped before their last trial */
    uint64_t played; /* trials of all points, those played again and those known included */
};

/* The scenario of a point; NULL, with faults as engine/scenario.h has them, where there is none.
 * The caller frees it. */
struct scenario *sweep_scenario(const struct sweep *sweep, uint64_t point, struct faults *faults);

/* Fills the plan and the number of points, from the command line or from the scenario, which is
 * `own` as it stands. Returns the exit code, with a message. (engine/sweep_plan.c) */
int sweep_plan(struct sweep *sweep, const struct scenario *own);
/* What the head of the journal says of a sweep that has its plan. The caller frees it. */
char *sweep_identity(const struct sweep *sweep, const struct scenario *own);

/* Makes the scenario of every point once. False with faults: of those that differ in the value
 * alone a few, and then how many points there are that have any. Where it is stopped, it has
 * checked the first at least. (engine/sweep_check.c) */
bool sweep_check(struct sweep *sweep, struct faults *faults);

/* Plays a checked sweep. Where it was stopped, or the stages are over, points of the wave under way
 * may have played fewer trials than they should, and those behind it have played none: they are not
 * told. */
void sweep_play(struct sweep *sweep);

void sweep_names_free(struct sweep_names *names);

/* The points as rows of CSV: the head, and a row. (engine/sweep_rows.c) */
void sweep_rows_head(const struct sweep *sweep, struct text *text);
void sweep_rows_add(const struct sweep *sweep, const struct sweep_point *point, struct text *text);

/* The points as JSON of schema "zopa.sweep/1": what stands before the first, one of them, and what
 * stands behind the last. (engine/sweep_results.c) */
void sweep_results_begin(const struct sweep *sweep, const struct scenario *first,
                         struct json *json);
void sweep_results_add(const struct sweep *sweep, const struct sweep_point *point,
                       struct json *json);
void sweep_results_end(const struct sweep *sweep, struct json *json);

#endif
