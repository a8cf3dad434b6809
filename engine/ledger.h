/* The books: what each round is worth to each actor, and what is left at the horizon. */
#ifndef ENGINE_LEDGER_H
#define ENGINE_LEDGER_H

#include "engine/table.h"

/* Books this round's flows, weighted (1 - d) d^t: a month of war, of a freeze (and of a truce in
 * which a signed text awaits its vote), or of a settlement. */
void ledger_book(struct table *table);

/* Books what a flare-up costs the belligerents that does not become war. */
void ledger_incident(struct table *table, int lane);

/* Books what a victory of this round, won by fighting, is worth from the next round on; at once:
 * the prize and the whole cost, from this one. */
void ledger_prize(struct table *table, const bool *fought);

/* Books what lies beyond the horizon: d^T times the value of where the trial stands. */
void ledger_close(struct table *table);

#endif
