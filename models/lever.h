/* A lever is something an outside party can do to one actor. Its kind says what it acts on. */
#ifndef MODELS_LEVER_H
#define MODELS_LEVER_H

#include "models/block.h"
#include "models/model.h"

/* What drives the war and the worth of a settlement this round, beside the actors' own numbers.
 * Rows [actor] of LANES, but for the last three, which are one row. */
struct drivers {
    double *cost;         /* utility points added to a round of war */
    double *burn;         /* factor on the resource used */
    double *aid;          /* factor on capability */
    double *capability;   /* factor on capability */
    double *damage;       /* factor on what strikes on infrastructure cost */
    double *bonus;        /* utility points that come with a settlement */
    double *expense;      /* utility points a round that the owners of levers pay */
    double *doubt;        /* product over guarantors of (1 - credibility) */
    double *guarantees;   /* added to the issue so marked */
    double *verification; /* likewise */
};

struct lever {
    struct model about;
    bool coerces; /* what its target signs under it is imposed */
    bool settles; /* it acts on the worth of settlements alone, so that a condition on a framework
                   * does not hide it before there is one */
    /* Adds the lever's effect. pull[lane]: intensity while the lever is pulled, else 0;
     * credibility[lane]; size[lane]: NAN where the scenario gives none. */
    void (*pull)(const void *settings, int target, const double *pull, const double *credibility,
                 const double *size, struct drivers *drivers, int lanes);
};

#endif
