/* A solver says which package is proposed. It is pure: the same lane of the same bargain gives the
 * same package whatever the other lanes hold. */
#ifndef MODELS_SOLVER_H
#define MODELS_SOLVER_H

#include "models/bargain.h"
#include "models/model.h"

struct solver {
    struct model about;
    int parties; /* the most that can consent where it serves; 0: any number */
    /* For each asked lane: package [issue][LANES] and found[lane], whether there is a package worth
     * tabling (never past a bound). `values`: the table of drawn values, for its settings.
     *
     * gap[lane], where gap is not NULL: by how much another package can be better, at most, in
     * what the solver makes largest (its formula says what that is; where it solves equations, by
     * how much they are missed); NAN where nothing is proved or no package was found. The package
     * is the same with and without. */
    void (*solve)(const void *settings, const double *values, const struct bargain *bargain,
                  double *package, bool *found, double *gap);
};

#endif
