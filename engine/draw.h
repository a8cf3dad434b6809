/* Draws a trial's uncertain numbers: one uniform each, by the run's design, inverted. */
#ifndef ENGINE_DRAW_H
#define ENGINE_DRAW_H

#include "engine/scenario.h"
#include "models/design.h"

/* Fills every row of `values` for LANES lanes with the expected values. */
void draw_expected(const struct quantities *quantities, double *values);

/* Draws the uncertain rows of `values` for the lanes of a block (round 0), by the run's design.
 * Draws are kept inside the parameter's range; correlated ones are joined by their Gaussian copula,
 * which is laid over what the design gives. */
void draw_values(const struct scenario *scenario, const struct random *random, double *values);

#endif
