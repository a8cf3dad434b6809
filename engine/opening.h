/* Before the first round: what a trial's numbers are, and what everybody expects of the war. */
#ifndef ENGINE_OPENING_H
#define ENGINE_OPENING_H

#include "engine/table.h"

/* Once per table: the proposer's picture of the others, from expected values, and its prior on
 * their private thresholds. */
void opening_picture(struct table *table);

/* Once per block: draws the trials and solves what war is worth to the actors in each. */
void opening_block(struct table *table);

/* The same with every uncertain number at its expected value, and levers as they are expected. */
void opening_expected(struct table *table);

#endif
