/* Vocabulary: the home front. Two stocks in [0, 1] that war moves.
 *
 * Legitimacy of a leadership: l' = l (1 - decay) in a round of war, l + recovery (1 - l) in any
 * other; shocks on legitimacy are added to it while they last, within [0, 1]. What it lacks, 1 - l,
 * times `ratification` is taken from the support that a vote of the actor's finds, and times
 * `audience` adds to the factor on its audience cost.
 *
 * Weariness: the share of its public that is for peace, p' = p + growth (1 - p) in a round of war,
 * so that after n rounds p = 1 - (1 - support) (1 - growth)^n. It scales the audience cost by
 * 1 - audience p, and takes `yielding` (p - support) from what the actor wants on top of the value
 * of war before it signs. Of that the others see what polls show: a share `polls` moves their
 * belief. */
#ifndef MODELS_HOME_H
#define MODELS_HOME_H

#include "models/parameter.h"

struct legitimacy {
    struct quantity start, decay, recovery, ratification, audience;
};

struct weariness {
    struct quantity support, growth, audience, yielding, polls;
};

extern const struct parameter legitimacy_parameters[];
extern const struct parameter weariness_parameters[];

/* The stocks behind a round; fought: it was a round of war. */
double home_legitimacy(double level, double decay, double recovery, bool fought);
double home_weariness(double share, double growth, bool fought);

/* Factor on the audience cost. */
double home_audience_factor(double legitimacy, double lacking, double weariness, double wanting);

#endif
