/* Mobilisation as it is played: who decides for it, and what it does (models/mobilisation.h). */
#ifndef ENGINE_MOBILISATION_H
#define ENGINE_MOBILISATION_H

#include "engine/table.h"

/* What mobilisations under way add to strength and cost in a round. */
void mobilisation_pull(struct table *table, int round);

/* Where a round is fought, belligerents decide; it shows from the next round on. */
void mobilisation_choose(struct table *table, const bool *fought, int round);

/* Whether an actor's mobilisation is under way in a lane. */
bool mobilisation_on(const struct table *table, int actor, int lane, int round);

#endif
