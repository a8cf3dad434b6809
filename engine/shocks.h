/* What befalls the actors from outside: shocks come, and act for as long as they last. */
#ifndef ENGINE_SHOCKS_H
#define ENGINE_SHOCKS_H

#include "engine/table.h"

/* Whether a scenario has shocks of a kind (enum shock_on) on an actor. */
bool shocks_strike_at(const struct scenario *scenario, int on, int target);

/* Draws which shocks come in a round; those on the front move it at once. */
void shocks_strike(struct table *table, int round);
/* The same without chance: those that come in this round for certain. */
void shocks_expected(struct table *table, int round);

/* Adds to this round's drivers what the shocks under way do. */
void shocks_add(struct table *table, int round);

/* Adds to a row the sizes of shocks of a kind on an actor (-1: on anybody): of those under way in a
 * round; of those that have come in this very round. */
void shocks_add_under_way(const struct table *table, int on, int target, int round, double *sum);
void shocks_add_new(const struct table *table, int on, int target, int round, double *sum);

/* Scales a row of factors on the chance of a text. */
void shocks_pace(const struct table *table, int round, double *pace);

#endif
