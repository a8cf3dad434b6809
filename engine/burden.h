/* What war costs the actors beside its plain cost (models/burden.h): planned, and as it comes. */
#ifndef ENGINE_BURDEN_H
#define ENGINE_BURDEN_H

#include "engine/table.h"

/* Once per table: memory. */
void burden_new(struct table *table);

/* Plans. A path begins; the rate at which an actor's plain cost grows while levers add so much to
 * it (`rate` itself where it does not hang on that, else in `room`); what is added to its path of
 * costs and collapse in a round; and, once the front's drift is known there, casualties. */
void burden_open(struct table *table, int lanes);
const double *burden_rate(const struct table *table, const struct view *view, int actor,
                          const double *rate, const double *added, double *room, int lanes);
void burden_path(const struct table *table, struct view *view, int actor, int round,
                 const struct drivers *planned, const double *exhaustion, int lanes);
void burden_bleed(struct table *table, struct view *view, int round, int lanes);

/* Play: this round's costs where drift, pressure or air defence are not as planned; they move the
 * value of war for as long as their cause lasts. */
void burden_prepare(struct table *table, int round);

/* What endurance adds to an actor's hazard of collapse after so many rounds of war in the run, to
 * which it adds those before it (war.age). */
double burden_endured(const struct table *table, const struct view *view, int actor, double fought,
                      int lane);

#endif
