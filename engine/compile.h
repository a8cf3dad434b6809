/* Turns a checked tree into the structs of a scenario. Nothing here can fail but a model's own
 * check of its settings. Texts and names stay the tree's; all other memory belongs to the scenario.
 */
#ifndef ENGINE_COMPILE_H
#define ENGINE_COMPILE_H

#include "engine/allocations.h"
#include "engine/scenario.h"
#include "engine/scope.h"

struct compile {
    struct scenario *scenario;
    struct scope scope;
    struct faults *faults;
};

/* Compiles scenario->tree. False with faults where a model refuses its settings. */
bool compile_scenario(struct scenario *scenario, struct faults *faults);
/* The settings of the run alone, once its tree has changed. */
void compile_run(struct scenario *scenario);

/* The game: issues, packages, actors. (engine/compile_game.c, engine/compile_actor.c) */
void compile_game(struct compile *compile);
void compile_actor(struct compile *compile, const struct node *node, struct actor *actor);
/* A position per issue: row -1 where the group (NULL: absent) says nothing. `table` describes it.
 */
struct quantity *compile_positions(struct compile *compile, const struct parameter *table,
                                   const struct node *group);
/* A condition: the members of the group (NULL: absent) are bounds on issues, each described by
 * `table`. (engine/compile_terms.c, like the next) */
void compile_condition(struct compile *compile, const struct parameter *table,
                       const struct node *group, struct condition *condition);
/* The rules, and the clauses that these and the red lines of the actors come to. */
void compile_terms(struct compile *compile);
/* Memory of the scenario. */
void *compile_new(struct compile *compile, size_t count, size_t size);

#endif
