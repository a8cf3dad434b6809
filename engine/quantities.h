/* Every number of a scenario that may be uncertain gets a row of the table of drawn values. */
#ifndef ENGINE_QUANTITIES_H
#define ENGINE_QUANTITIES_H

#include "engine/compile.h"

/* The quantity that a parameter has at a node (NULL: absent, its default). A constant shares a row
 * with every constant of the same bits, the name of a level shares the level's row, and an
 * uncertain number has a row of its own. */
struct quantity quantities_read(struct compile *compile, const struct parameter *parameter,
                                const struct node *node);

#endif
