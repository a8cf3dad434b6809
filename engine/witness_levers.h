/* The witness's part about levers: which are pulled, and what each does by itself. */
#ifndef ENGINE_WITNESS_LEVERS_H
#define ENGINE_WITNESS_LEVERS_H

#include "engine/chronicle.h"

/* Fills `lever` and `cohesion` of the round. */
void witness_levers(struct table *table, struct chronicle_round *seen);

#endif
