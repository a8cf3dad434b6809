/* A ray between two parties to the last digits, within the branch where its best package lies. */
#ifndef MODELS_RAY_H
#define MODELS_RAY_H

#include "models/optimum.h"

/* optimum_find() of a ray. Where just two parties can consent, and no two free issues are linked,
 * the package found is then moved along the frontier of its branch, its other issues held that do
 * not mix, to where the ray meets that: between two packages that maximise weighted sums, found by
 * taking the weights at which both are worth the same, again and again, until these show nothing
 * better (the chord rule; Cohon 1978). So value and weights are exact up to rounding, where what
 * optimum_find() promises is a gap; the bound is as it was. */
void ray_find(struct zone *zone, const struct objective *objective, struct optimum *optimum);

#endif
