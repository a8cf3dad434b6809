/* The witness's part about the value of fighting on: why it moved. */
#ifndef ENGINE_WITNESS_VALUES_H
#define ENGINE_WITNESS_VALUES_H

#include "engine/chronicle.h"

/* Splits the change of every actor's W since the round before into its causes; all 0 in the first
 * round. Fills `moved` of each actor. */
void witness_moves(struct table *table, int round, struct chronicle_round *seen);

#endif
