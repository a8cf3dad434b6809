/* Fills a struct of settings from a group of the scenario, by its table. */
#ifndef ENGINE_SETTINGS_H
#define ENGINE_SETTINGS_H

#include "engine/compile.h"

/* Stores every entry of the table at its offset in `settings` (zeroed memory): what the group holds
 * (NULL: it is absent), else the default. Models chosen in the group get settings of their own,
 * filled from the same group. Entries stored by hand are passed over. */
void settings_fill(struct compile *compile, const struct parameter *table, const struct node *group,
                   void *settings);

#endif
