/* Plays a block of trials: the story of the whole simulator. */
#ifndef ENGINE_NEGOTIATION_H
#define ENGINE_NEGOTIATION_H

#include "engine/history.h"

/* All memory that playing needs, allocated once per thread. */
struct table;

struct table *negotiation_new(const struct scenario *scenario);
void negotiation_free(struct table *table);

/* From now on, all that the first lane of a block lives through is told to `chronicle`
 * (engine/chronicle.h), which changes nothing of what is played. NULL: to nobody. */
struct chronicle;
void negotiation_listen(struct table *table, struct chronicle *chronicle);

/* Plays trials `first` .. `first + lanes - 1` (1 <= lanes <= LANES) into `history`. */
void negotiation_play(struct table *table, uint64_t first, int lanes, struct history *history);

/* Brings the table, one lane wide, to where the first round's text would be written, with every
 * uncertain number at its expected value and without anything that chance decides: no shock has
 * struck but those that come then for certain, nobody has walked away. `history` is begun. */
void negotiation_expect(struct table *table, struct history *history);

#endif
