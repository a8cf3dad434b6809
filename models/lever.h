/* A lever is something an outside party can do to one actor. Its kind says what it acts on; what
 * levers of every kind share is in models/leverage.h. */
#ifndef MODELS_LEVER_H
#define MODELS_LEVER_H

#include "models/block.h"
#include "models/model.h"

/* What drives the war and the worth of a settlement this round, beside the actors' own numbers.
 * Rows [actor] of LANES, but for the last six, which are one row. */
struct drivers {
    double *cost;       /* utility points added to a round of war */
    double *burn;       /* factor on the resource used */
    double *aid;        /* factor on capability */
    double *backfill;   /* share of withheld aid that is replaced; kinds with `first` set it */
    double *capability; /* factor on capability */
    double *damage;     /* factor on what strikes on infrastructure cost */
    double *bonus;      /* utility points that a settlement is worth more, in an average */
    double *kept;    /* of these, those that do not hang on a second text behind what is in force */
    double *paid;    /* of these, those that are paid in this round of a settlement */
    double *gift;    /* utility points a round that are given whether or not there is one */
    double *expense; /* utility points a round that the owners of levers pay */
    double *audience;     /* factor on the cost at home of signing less than was demanded */
    double *legitimacy;   /* factor on how fast its legitimacy decays in war */
    double *precision;    /* of this round's signals about what the actor wants, per point^2 */
    double *noise;        /* factor on what the proposer misreads of its answers */
    double *doubt;        /* product over guarantors of (1 - credibility) */
    double *guarantees;   /* added to the issue so marked */
    double *verification; /* likewise */
    double *strain;       /* factor on what pressing partners costs the allies' cohesion */
    double *restraint;    /* factor on the hazard of violation */
    double *confidence;   /* share of the way to full trust that is made in this round */
};

/* How a lever is pulled. Rows of LANES. */
struct tug {
    const double *now;   /* how hard in this round: 0 where it is not, or not yet, pulled */
    const double *ahead; /* incentives: the same averaged over the future of a settlement */
    const double *gift;  /* incentives: how hard of what is given before any agreement */
    const bool *due;     /* its condition holds; else it waits for an agreement */
    const bool *kept;    /* it does not hang on a second text behind the agreement in force */
    const double *credibility;
    const double *size; /* NAN where the scenario gives none */
    const double *rank; /* what status is worth to the target */
};

struct lever {
    struct model about;
    bool coerces; /* what its target signs under it is imposed; on a partner, it costs the allies
                   * cohesion */
    bool settles; /* it acts on the worth of settlements alone, so that a condition on a framework
                   * does not hide it before there is one */
    bool rewards; /* its settings are a struct leverage_reward (models/leverage.h) */
    bool ranks;   /* it is worth what status is to its target */
    bool first;   /* it is pulled before other kinds, which look at what it does */
    bool answers; /* it is pulled while another lever withholds aid from its target */
    /* Whether it withholds aid; NULL: never. */
    bool (*withholds)(const void *settings);
    /* Whether it acts on its target's strength in the field, or on what strikes cost it; NULL:
     * never. */
    bool (*strengthens)(const void *settings);
    bool (*shelters)(const void *settings);
    /* Adds the lever's effect. */
    void (*pull)(const void *settings, int target, const struct tug *tug, struct drivers *drivers,
                 int lanes);
};

#endif
