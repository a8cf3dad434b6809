/* What becomes of agreements in force: their implementation, step by step. */
#ifndef ENGINE_AFTERMATH_H
#define ENGINE_AFTERMATH_H

#include "engine/table.h"

/* Steps that are done in this round where an agreement is in force, not in the round in which it
 * began; those of an agreement that was broken are void. */
void aftermath_carry_out(struct table *table, int round);

#endif
