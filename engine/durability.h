/* How long peace lasts: of a trial's first agreement and of its first freeze, the chance that they
 * hold for a year and for five. What was played counts as played; behind the horizon, hazards are
 * those of its last round, as they stand.
 *
 * An agreement, framework or settlement, holds until it is broken or its talks stall; a freeze
 * until the guns fire again, also where an agreement has followed it. Spans count from the round in
 * which they began, and the first test of either comes in the round after that. */
#ifndef ENGINE_DURABILITY_H
#define ENGINE_DURABILITY_H

#include "engine/table.h"

/* A trial has moved into another phase in this round. */
void durability_turn(struct table *table, int lane, int round);

/* Fills the history's `durable`. */
void durability_end(const struct table *table, struct history *history);

#endif
