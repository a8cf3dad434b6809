/* What the solvers have in common: lane by lane, the package that is best by a criterion over all
 * branches: by climbs, and where they may miss it, because issues are discrete, convex or linked,
 * by the certified search besides (models/optimum.h). */
#ifndef MODELS_PROPOSAL_H
#define MODELS_PROPOSAL_H

#include "models/ascent.h"
#include "models/zone.h"

/* One lane's work. The caller fills criterion. */
struct proposal {
    struct zone zone;
    struct criterion criterion;
    bool feasible;     /* only packages with a surplus above 0 for every needed party count */
    bool incomparable; /* cells are compared by what the parties needed in all of them make of the
                          package */
    double package[FRONTIER_ISSUES];
    double value;
    struct zone_place place;
};

/* Memory for a lane when the bargain brings none for these parties. */
struct proposal_room {
    double scratch[FRONTIER_ROOM];
};

/* Opens a lane; see zone_open(). The bargain's trace is used where `other` is none of its own
 * parties. */
void proposal_open(struct proposal *proposal, const struct bargain *bargain, int lane, int other,
                   struct proposal_room *room);

/* Fills package, value and place; false where there is no (feasible) package. */
bool proposal_search(struct proposal *proposal);

/* By how much the criterion of another (feasible) package can be above that of the package found,
 * at most, NAN where it cannot be told: for criteria that are concave in every worth. */
double proposal_gap(struct proposal *proposal);

/* Stores a lane's package among the rows of a block. */
void proposal_write(const struct proposal *proposal, int lane, double *package);

/* An actor's bargaining power in a lane; 1 where the scenario gives none. */
double proposal_power(const struct bargain *bargain, const double *values, int actor, int lane);

#endif
