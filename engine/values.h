/* What the actors have without an agreement, now: the value of war, and of a frozen front. */
#ifndef ENGINE_VALUES_H
#define ENGINE_VALUES_H

#include "engine/table.h"

/* Reads W_i and F_i of both views at this round and front, draws the moods. */
void values_read(struct table *table, int round);

/* The front at which an actor of a view reads W: as it stands, moved on by what was not foreseen of
 * its drift, on the axis. */
void values_front(struct table *table, const struct view *view, int actor, int round, double *at);

/* The bargaining problem of the asked lanes as it is: true numbers, war reservations as claims
 * (written into table->claim). */
struct bargain values_bargain(struct table *table, const bool *asked);

/* Records the zone of possible agreement of the trials at war, against war reservations. */
void values_zone(struct table *table, struct history *history, int round);

/* out[lane] = u_actor of the status quo at the present front. */
void values_status_quo(struct table *table, const struct view *view, int actor, double *out);

#endif
