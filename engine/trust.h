/* Trust between the parties as it is played: what the round's events add up to, and the step at the
 * round's end. Where a scenario keeps none it counts as full and nothing here costs anything. */
#ifndef ENGINE_TRUST_H
#define ENGINE_TRUST_H

#include "engine/table.h"

/* Whether the scenario keeps trust. */
bool trust_kept(const struct table *table);

/* The trials begin. */
void trust_begin(struct table *table);

/* Something happened in this round. */
void trust_event(struct table *table, int lane, enum trust_event event);

/* The same by a share in [-1, 1]: what it closes of the way to full trust, or destroys of trust. */
void trust_move(struct table *table, int lane, double share);

/* A trial moves into another phase by this cause (enum cause). */
void trust_turn(struct table *table, int lane, int cause);

/* The round is over: what was agreed before it has been kept, and trust takes its step. */
void trust_round(struct table *table, int round);

#endif
