/* The witness's part about levers: which are pulled, and what each does by itself. */
#ifndef ENGINE_WITNESS_LEVERS_H
#define ENGINE_WITNESS_LEVERS_H

#include "engine/chronicle.h"

/* Fills `lever` of the round. */
void witness_levers(struct table *table, const struct history *history, int round,
                    struct chronicle_round *seen);

#endif
