/* The witness: looks at the table while a trial is played, and writes what the first lane lives
 * through into the table's chronicle. Where the table has none it does nothing; it never changes
 * what is played. Called in the order of a round. */
#ifndef ENGINE_WITNESS_H
#define ENGINE_WITNESS_H

#include "engine/chronicle.h"

/* How things stand when the round begins: the front, values of fighting on and why they moved,
 * levers and shocks, the zone. */
void witness_look(struct table *table, const struct history *history, int round);
/* The text, the answers and what they teach. */
void witness_talks(struct table *table, const struct history *history, int round);
/* A trial moves into another phase. */
void witness_turn(const struct table *table, int lane, struct turn turn, int round);
/* The round is over: votes, ceasefires and the front. */
void witness_close(const struct table *table, int round);
/* The trial is over. */
void witness_end(const struct table *table, const struct history *history);

#endif
