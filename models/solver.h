/* A solver says which package is proposed. It is pure: the same lane of the same bargain gives the
 * same package whatever the other lanes hold. */
#ifndef MODELS_SOLVER_H
#define MODELS_SOLVER_H

#include "models/bargain.h"
#include "models/model.h"

struct solver {
    struct model about;
    /* For each asked lane: package [issue][LANES] and found[lane], whether there is a package worth
     * tabling (never past a bound). `values`: the table of drawn values, for its settings. */
    void (*solve)(const void *settings, const double *values, const struct bargain *bargain,
                  double *package, bool *found);
};

#endif
