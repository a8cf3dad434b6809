/* Writes down what the table has seen: round by round, and how each trial ended. */
#ifndef ENGINE_RECORD_H
#define ENGINE_RECORD_H

#include "engine/table.h"

void record_begin(const struct table *table, struct history *history);
void record_round(const struct table *table, struct history *history, int round);
void record_end(const struct table *table, struct history *history);

#endif
