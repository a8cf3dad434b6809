/* What becomes of an agreement that is in force: vocabulary of its implementation. Every mechanism
 * is off where a scenario says nothing of it. */
#ifndef MODELS_AFTERMATH_H
#define MODELS_AFTERMATH_H

#include "models/parameter.h"

/* Implementation in steps, each of them verified (Osgood 1962; docs/model.md, After the
 * signature): while an agreement is in force and steps are left, a step is done in a round with
 * chance rate (1 - reliance (1 - verification)), not in the round in which the agreement begins. */
struct aftermath_steps {
    long count;               /* 0: there are none */
    struct quantity rate;     /* chance per round that a step is done */
    struct quantity reliance; /* in [0, 1]: share of that chance that hangs on verification */
};

struct aftermath {
    struct aftermath_steps steps;
};

extern const struct parameter aftermath_steps_parameters[];

/* chance[lane] that a step is done in a round; rows. */
void aftermath_step(const double *rate, const double *reliance, const double *verification,
                    double *chance, int lanes);

#endif
