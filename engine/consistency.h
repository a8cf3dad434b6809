/* What the keys of a scenario must mean together, beyond what each may hold. */
#ifndef ENGINE_CONSISTENCY_H
#define ENGINE_CONSISTENCY_H

#include "engine/fault.h"
#include "engine/tree.h"
#include "models/game.h"
#include "models/solver.h"

/* Adds every fault of that kind. The tree may have other faults (engine/check.h): they are not
 * repeated, and nothing is concluded from them. */
void consistency_check(const struct node *root, struct faults *faults);

/* Adds a fault for every limit of the models that the compiled game passes: how many issues,
 * actors, linkages and levels they hold (engine/consistency_limits.c). False where there is one. */
bool consistency_limits(const struct node *root, const struct game *game, struct faults *faults);

/* Adds a fault where more actors can consent than the scenario's solver serves; false then (the
 * same). */
bool consistency_solver(const struct node *root, const struct game *game,
                        const struct solver *solver, struct faults *faults);

/* The part about one actor (engine/consistency_actor.c). */
void consistency_actor(const struct node *root, const struct node *actor, struct faults *faults);

/* The parts about one position's red line, and about rules; the limits of both together
 * (engine/consistency_terms.c). */
void consistency_line(const struct node *root, const struct node *position, struct faults *faults);
void consistency_rules(const struct node *root, struct faults *faults);
bool consistency_terms(const struct node *root, const struct game *game, struct faults *faults);

/* Adds "PATH.KEY: found nothing, expected EXPECTED", said of the group that lacks the key, unless
 * the key was mistyped. */
void consistency_lacks(struct faults *faults, const struct node *group, const char *key,
                       const char *expected);
/* Adds "PATH: SENTENCE", said of a node. */
__attribute__((format(printf, 3, 4))) void
consistency_fault(struct faults *faults, const struct node *node, const char *format, ...);

/* The first member of what may be a group, or NULL. */
const struct node *consistency_first(const struct node *group);
/* Whether there are fewer than two levels, as far as can be said. */
bool consistency_is_short(const struct node *levels);
/* Whether a group holds that word, or a true flag, under the key. */
bool consistency_word(const struct node *group, const char *key, const char *word);
bool consistency_flag(const struct node *group, const char *key);

#endif
