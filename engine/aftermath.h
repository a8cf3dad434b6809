/* What becomes of agreements in force, and of freezes: what they are exposed to, how they are
 * carried out, and the incidents and attacks that befall them (docs/model.md, What
 * follows a signature). Where a scenario says nothing of it, nothing here costs anything. */
#ifndef ENGINE_AFTERMATH_H
#define ENGINE_AFTERMATH_H

#include "engine/table.h"

/* Says which mechanisms the scenario uses, and points the views' exposures at their rows. */
void aftermath_new(struct table *table);

/* At the start of a round: what a text signed now, and what is in force, is exposed to. */
void aftermath_look(struct table *table, int round);

/* The texts signed in this round: what they leave the parties, and under what pressure. */
void aftermath_sign(struct table *table, int round);

/* Chance in [0, 1] that fighting flares up along the line in a round at such a hazard, monitoring
 * aside: a lane of a view. */
double aftermath_flare_up(const struct view *view, double hazard, int lane);

/* What the freeze of a lane faces, in the truth's numbers, `left` of its first rounds to come. */
struct peril aftermath_freeze(const struct table *table, int lane, int left);

/* What the agreement in force of each lane faces. */
void aftermath_perils(const struct table *table, struct peril *out);

/* Incidents and attacks of this round; out[lane]: the cause (enum cause) by which one of them
 * breaks the agreement or the freeze, or -1. `open`: agreements and freezes that are not new. */
void aftermath_troubles(struct table *table, const bool *open, int *out);

/* Steps that are done in this round where an agreement is in force, not in the round in which it
 * began; those of an agreement that was broken are void. */
void aftermath_carry_out(struct table *table, int round);

#endif
