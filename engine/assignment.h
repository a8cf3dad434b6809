/* Names in an assignment PATH=VALUE, of a --set or of a variant. */
#ifndef ENGINE_ASSIGNMENT_H
#define ENGINE_ASSIGNMENT_H

#include <stdbool.h>

#include "engine/fault.h"
#include "engine/tree.h"
#include "models/parameter.h"

/* Whether the PATH of an assignment leads through things that exist. Laying it over the tree would
 * make what is missing; where a scenario chooses the names itself (actors, levers, levels ...), a
 * name that it does not know is more likely mistyped, unless the assignment defines the whole
 * group. So is a PATH that begins with no key of the scenario. Other keys are left to
 * engine/check.h. False with a fault of overlay_origin(assignment). */
bool assignment_check(const struct node *root, const struct parameter *table,
                      const char *assignment, struct faults *faults);

/* Whether PATH is this key of the top, or leads through it. */
bool assignment_is_of(const char *assignment, const char *key);

/* The entry of the tables that describes what may stand at PATH; NULL: none does, or not without
 * groups and models that the scenario lacks. (engine/assignment_paths.c, like the following) */
const struct parameter *assignment_entry(const struct node *root, const struct parameter *table,
                                         const char *path);

/* The paths of the scenario that end in `path`, or else in its last word: "; did you mean
 * 'actors.us.discount'?", or "". The caller frees it. */
char *assignment_paths(const struct node *root, const struct parameter *table, const char *path);

#endif
