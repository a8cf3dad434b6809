/* Vocabulary: cohesion of an alliance, a stock k in [0, 1]. What its members pull is worth k of
 * what it would be if they stood together, and leaning on a partner of theirs costs cohesion:
 *
 *   k' = max(floor, k + recovery (base - k) - erosion lean k),
 *
 * lean = min(1, sum of the intensities of pressure that members pull on partners), times what
 * outreach leaves of it. With a lean that stays, k tends to
 * recovery base / (recovery + erosion lean), or to the floor. */
#ifndef MODELS_COHESION_H
#define MODELS_COHESION_H

#include "models/model.h"

struct cohesion {
    struct selection allies, partners; /* actors; no allies: the mechanism is off */
    struct quantity start, base, recovery, erosion, floor;
};

extern const struct parameter cohesion_parameters[];

/* One round of one lane; `jump` is added, within [floor, 1]. */
struct cohesion_rates {
    double base, recovery, erosion, floor;
};
double cohesion_step(const struct cohesion_rates *rates, double cohesion, double lean, double jump);

#endif
