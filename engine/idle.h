/* What later choices have made meaningless: settings of models that were chosen away, correlations
 * of numbers that were fixed. */
#ifndef ENGINE_IDLE_H
#define ENGINE_IDLE_H

#include <stdbool.h>

#include "engine/tree.h"
#include "models/parameter.h"

/* Where `extends` or an assignment (of --set or a variant) chose another model (or distribution)
 * for a group, the settings that stay behind of the model chosen before mean nothing any more:
 * drops them from the tree. Those written in the scenario's own file beside the choice, or by an
 * assignment, stay, to be faults. Likewise a number that `extends` or an assignment makes certain
 * leaves its correlations. */
void idle_drop(struct node *root, const struct parameter *table, const char *file);

/* Whether a choice came after a setting: by an assignment, or from a file that extends the
 * setting's. `file`: the scenario's own. */
bool idle_is_older(const struct node *setting, const struct node *choice, const char *file);

#endif
