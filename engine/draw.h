/* Draws a trial's uncertain numbers: one uniform each, by the path's own stream, inverted. */
#ifndef ENGINE_DRAW_H
#define ENGINE_DRAW_H

#include "engine/scenario.h"
#include "models/random.h"

/* Fills every row of `values` for LANES lanes with the expected values. */
void draw_expected(const struct quantities *quantities, double *values);

/* Draws the uncertain rows of `values` for the lanes of a block (round 0). Draws are kept inside
 * the parameter's range; correlated ones are joined by their Gaussian copula. */
void draw_values(const struct quantities *quantities, const struct random *random, double *values);

#endif
