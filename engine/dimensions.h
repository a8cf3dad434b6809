/* Which dimension of a design covers an uncertain number. */
#ifndef ENGINE_DIMENSIONS_H
#define ENGINE_DIMENSIONS_H

#include "engine/scenario.h"

/* Gives each uncertain number a dimension of its own below DESIGN_DIMENSIONS, or, where there are
 * more numbers than that, DESIGN_DIMENSIONS.
 *
 * A number's place follows from the hash of its path: the dimension hash mod DESIGN_DIMENSIONS or,
 * where a number of a lower hash has taken that, the next free one. So the order of the scenario's
 * text does not matter, and scenarios that differ in a few numbers share the dimensions of nearly
 * all others, hence their points, when they are compared. */
void dimensions_assign(struct quantities *quantities);

#endif
