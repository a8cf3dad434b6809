/* The best and the worst package that an actor can conceive of: what its scale is made from. */
#ifndef MODELS_UTILITY_RANGE_H
#define MODELS_UTILITY_RANGE_H

#include "models/utility.h"

/* The largest (sign +1) or smallest (sign -1) raw worth of any package to the actor in one lane,
 * over [0, 1] on continuous issues and over the levels of discrete ones. Without linkages each
 * issue is solved exactly: a loss with a penalty is concave between its kinks, with its top in
 * closed form. With linkages:
 * sweeps over the linked issues, one exactly at a time, from the corners of their box (all corners
 * of up to six issues, else the two extreme ones); exact whenever losses are linear in the linked
 * issues, else the best local extreme found. */
double utility_range(const struct utility *utility, int actor, int lane, double sign);

#endif
