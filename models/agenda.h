/* An agenda says how a text is put together: as a whole, or issue by issue over the rounds. */
#ifndef MODELS_AGENDA_H
#define MODELS_AGENDA_H

#include "models/solver.h"

/* What came of a turn, in ascending order of what there is. */
enum agenda_turn { AGENDA_NONE, AGENDA_CLOSED, AGENDA_TEXT };

/* The solver with its settings, on the bargain of this round: whole packages within its bounds. */
struct agenda_task {
    const struct solver *solver;
    const void *settings;
    const double *values;   /* the table of drawn values */
    struct bargain bargain; /* `asked`: the lanes whose turn it is */
    const bool *first;      /* [lane] of the text only the core issues would come into force */
    double *memory;         /* agenda_rows() rows, zeroed when a trial begins, whenever a text has
                               been answered or would be stale, and when talks
                               on a second text end, by lane (agenda_reset) */
};

struct agenda {
    struct model about; /* settings_size 0 */
    bool remembers;     /* it needs the memory */
    /* For each asked lane: turn[lane] (enum agenda_turn); where that is AGENDA_TEXT the package
     * ([issue][LANES]), where AGENDA_CLOSED the issue that was closed. */
    void (*compose)(struct agenda_task *task, double *package, int *turn, int *issue);
};

/* The memory: [issue] 0 where it is open, 1 closed, 2 open again; [issue] where it was closed; then
 * room to work in. */
size_t agenda_rows(const struct game *game);
const double *agenda_closed(const struct game *game, const double *memory, int issue);
double *agenda_place(const struct game *game, double *memory, int issue);
/* Opens all issues of a lane. */
void agenda_reset(const struct game *game, double *memory, int lane);

#endif
