/* The witness's part about terms that depend on each other: what came of each clause. */
#ifndef ENGINE_WITNESS_TERMS_H
#define ENGINE_WITNESS_TERMS_H

#include "engine/chronicle.h"

/* Fills `clause` of the round: of the text, or, where none was worth tabling, which clause stands
 * in the way. */
void witness_terms(const struct table *table, struct chronicle_round *seen);

#endif
