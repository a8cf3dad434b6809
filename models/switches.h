/* Local search over the issues in which packages cannot be averaged: discrete, convex or linked
 * ones. */
#ifndef MODELS_SWITCHES_H
#define MODELS_SWITCHES_H

#include "models/maximin.h"

/* Improves the least surplus of a needed party. Discrete issues with few combinations of points:
 * the best of all. Else holds those issues where the package has them, solves the rest exactly,
 * then moves one or two of them to other points; until nothing is gained, a few times. The branch's
 * own frontier is left as it was. */
void switches_improve(const struct branch *branch, double *package);

#endif
