/* Names in a --set PATH=VALUE. */
#ifndef ENGINE_ASSIGNMENT_H
#define ENGINE_ASSIGNMENT_H

#include <stdbool.h>

#include "engine/fault.h"
#include "engine/tree.h"
#include "models/parameter.h"

/* Whether the PATH of an assignment leads through things that exist. Laying it over the tree would
 * make what is missing; where a scenario chooses the names itself (actors, levers, levels ...), a
 * name that it does not know is more likely mistyped, unless the assignment defines the whole
 * group. Keys are left to engine/check.h. False with a fault. */
bool assignment_check(const struct node *root, const struct parameter *table,
                      const char *assignment, struct faults *faults);

#endif
