/* What befalls the actors from outside: shocks come, and act for as long as they last. */
#ifndef ENGINE_SHOCKS_H
#define ENGINE_SHOCKS_H

#include "engine/table.h"

/* Draws which shocks come in a round. */
void shocks_strike(struct table *table, int round);

/* Adds to this round's drivers what the shocks under way do; keeps the factors on capability as the
 * levers have left them (table.h, calm). */
void shocks_add(struct table *table, int round);

#endif
