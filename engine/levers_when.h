/* When levers are pulled: their schedule, what must have happened, and for how long it has. */
#ifndef ENGINE_LEVERS_WHEN_H
#define ENGINE_LEVERS_WHEN_H

#include "engine/table.h"

/* Whether the lever is due in a round by its schedule alone, whatever happens. */
bool levers_foreseen(const struct lever_plan *plan, int round);

/* Fills `planned` but for `hard`: how the levers stand in a round by their schedule. */
void levers_schedule(struct table *table, int round, int lanes);

/* Fills `pulls` but for `hard`: how they stand in a round, after what has happened. Called once a
 * round. */
void levers_conditions(struct table *table, const struct history *history, int round);

/* Who it was that broke an agreement in the round before, where a lever asks: a belligerent, with
 * weights W_i - u_i of what was agreed, where positive; even odds where none is. */
void levers_blame(struct table *table);

#endif
