/* What becomes of signatures: ratification, ceasefires, violations and flare-ups. */
#ifndef ENGINE_PEACE_H
#define ENGINE_PEACE_H

#include "engine/table.h"

/* Moves a trial into a phase that begins in this round. */
void peace_enter(struct table *table, int lane, struct turn turn, int round);

/* The trial's conflict freezes, by this detail (enum detail). */
void peace_freeze(struct table *table, int lane, int detail, int cause, int round);

/* Puts the texts signed in this round into force, or before the ratifiers. */
void peace_sign(struct table *table, int round);

/* Votes of ratification that are due. */
void peace_ratify(struct table *table, int round);

/* chance[lane]: of the ratifier's vote for the text in force. */
void peace_chance(const struct table *table, int actor, double *chance);

/* Bare ceasefires where the guns still fire and no text was signed. */
void peace_cease_fire(struct table *table, int round);

/* Violations of settlements, stalls of comprehensive talks, flare-ups of frozen fronts, incidents
 * and attacks, none in the round in which what they test began; then steps. (engine/peace_break.c)
 */
void peace_test(struct table *table, int round);

#endif
