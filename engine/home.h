/* The home front as it is played: legitimacy and weariness (models/home.h). */
#ifndef ENGINE_HOME_H
#define ENGINE_HOME_H

#include "engine/table.h"

/* Whether an actor's stocks change anything; else they are not kept. */
bool home_keeps_legitimacy(const struct actor *actor);
bool home_keeps_weariness(const struct actor *actor);

/* A trial begins. */
void home_begin(struct table *table, int actor);

/* A round begins: legitimacy with the shocks on it, and both stocks' part in the audience costs. */
void home_look(struct table *table, int round);

/* What an actor's lack of legitimacy takes from the support for a text when it ratifies: a row. */
void home_disfavour(const struct table *table, int actor, double *disfavour);

/* A round is over: the stocks move, and weariness moves resolve and the others' belief about it. */
void home_pass(struct table *table, const bool *fought);

#endif
