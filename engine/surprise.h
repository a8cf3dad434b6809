/* What the recursion behind the value of war did not foresee: levers that history set off or took
 * away, shocks, and through them a front that drifts otherwise than planned. Causes move W for as
 * long as they last, and no longer (docs/model.md, Value of fighting on). */
#ifndef ENGINE_SURPRISE_H
#define ENGINE_SURPRISE_H

#include "engine/table.h"

/* Starts a round: nothing is known yet. */
void surprise_begin(struct table *table, int round);

/* Takes in one lever, once table->planned and table->pulls stand: where it is pulled against its
 * schedule, harder or less hard than that, or not at all, its effect on the cost of war lasts until
 * the lever's last round. What is still to come of its lag and ramp counts from when it comes. */
void surprise_lever(struct table *table, int k, int round);

/* Takes in a cost that lasts `left` rounds more, this one included; where left > 0. */
void surprise_cost(struct table *table, int actor, const double *cost, const double *left);

/* Takes in what pushes the front, one cause after the other: what the drivers make of its drift
 * with this one and those before it, for `left` rounds more; 0: for good, or it does not act in a
 * lane. */
void surprise_push(struct table *table, const struct drivers *drivers, const double *left,
                   int round);

/* Takes in, as first pushes, what resources have come to against the plan, for good, and levers
 * that act on strength, each until its last round, those first that last longest. Once
 * table->drivers have what levers do, before anything else is added to them. */
void surprise_levers(struct table *table, int round);

/* How far the front's worth moves, for one actor of a view, by what was not foreseen of its drift.
 */
void surprise_shift(const struct table *table, const struct view *view, int actor, int round,
                    double *shift);

#endif
