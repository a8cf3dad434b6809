/* A round of war: the front moves, resources burn, and the war may end by itself. */
#ifndef ENGINE_FIGHTING_H
#define ENGINE_FIGHTING_H

#include "engine/table.h"

/* Whether the guns fire in a lane: at war, or while a vote is awaited without a truce. */
bool fighting_in(const struct table *table, int lane);

/* Exhaustion in [0, 1] of an actor with so much of its resource left; 0 where it has no limit. */
double fighting_tired(const struct actor *actor, double full, double left);

/* Before levers: exhaustion. */
void fighting_tire(struct table *table);

/* The front's expected move in a round at what the drivers make of both sides' strength. */
void fighting_drift(struct table *table, const struct drivers *drivers, int round, double *drift);

/* Before the talks: the front's expected move and the cost of this round of war. */
void fighting_prepare(struct table *table, int round);

/* Fights the round where `fought`; then collapse, fade or neither; then absorption. */
void fighting_round(struct table *table, const bool *fought, int round);

#endif
