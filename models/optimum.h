/* The best package of one lane by a measure, over all that the lane allows, with what proves it.
 *
 * Two measures. A ray: the largest t at which every party whose consent the package needs is given
 *
 *   U_i(x) >= floor_i + share_i t
 *
 * (egalitarian: shares 1; Kalai-Smorodinsky: from the claims to the ideals; the best for one party
 * alone: its share 1, the others' 0). A sum: the largest sum over the parties of increasing,
 * concave functions of U_i (models/ascent.h), over packages that give every party whose consent is
 * needed at least its floor.
 *
 * Where no party that a branch needs has a share, all that have one count there.
 *
 * Every branch is searched (models/branch.h), and within a branch every choice of the issues that
 * do not mix: those that are discrete, convex or linked are cut in two again and again
 * (models/partition.h), the rest is solved by models/reach.h or models/summit.h. Weights of the
 * parties bound what packages can have (Lagrangian duality; Everett 1963), so that most parts need
 * no search. value and bound then differ by 1e-9 at most, but where 20 000 parts were not enough,
 * where a party seeks risk (a sum: its worth is bounded by a chord), or where rounding is all that
 * is left; the bound holds all the same. It presumes that the criterion is concave in every worth.
 *
 * Nothing found and bound -HUGE_VAL: it is proved that no package keeps the floors; of a sum,
 * `weight` (then of raw worth) shows that the least of U_i - floor_i is at most `least` < 0, and
 * `place` is where it comes nearest. Floors are kept up to 1e-12. Sums are over the parties that
 * the place's branch asks, even where the package happens to leave a stakeholder's issues alone. */
#ifndef MODELS_OPTIMUM_H
#define MODELS_OPTIMUM_H

#include "models/ascent.h"
#include "models/zone.h"

struct objective {
    const double *share;               /* [party] >= 0, some > 0: a ray; NULL: a sum */
    const struct criterion *criterion; /* of a sum */
    double floor[FRONTIER_PARTIES];    /* -HUGE_VAL: none */
    const double *enough; /* only packages with more are looked for, and found is false where there
                             are none; NULL: any, as always where branches are searched apart */
    int parts;            /* so many are looked at, at most; 0: 20,000 */
    bool incomparable;    /* a sum: branches that ask different stakeholders are searched apart, and
                             compared by what those asked in all of them make of their best */
};

struct optimum {
    bool found;   /* a ray: there is a package; a sum: one that keeps every floor */
    double value; /* of the package: t, or the sum; -HUGE_VAL where none was found */
    double bound; /* no package has more; HUGE_VAL where nothing is proved */
    double least; /* a sum's: the least of U_i - floor_i over the needed at the package */
    double package[FRONTIER_ISSUES];
    double worth[FRONTIER_PARTIES]; /* U_i of the package, of every party */
    struct zone_place place;
    double
        weight[FRONTIER_PARTIES]; /* of U_i, at the package: what proves the bound in its branch */
    int nodes;                    /* problems that were solved */
};

/* zone->open or not; the zone is left at the package's place where one was found. Uses nothing that
 * the zone remembers, so that the same lane gives the same answer whatever came before. */
void optimum_find(struct zone *zone, const struct objective *objective, struct optimum *optimum);

#endif
