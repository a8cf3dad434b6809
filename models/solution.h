/* One lane's bargaining problem as the solutions see that are defined by surpluses over claims: its
 * best packages along rays (models/optimum.h), and the loop over lanes that they share. */
#ifndef MODELS_SOLUTION_H
#define MODELS_SOLUTION_H

#include "models/optimum.h"

struct solution {
    const void *settings;
    const double *values; /* the table of drawn values */
    const struct bargain *bargain;
    struct zone *zone;
    int lane, parties;              /* parties: the actors that can consent */
    double claim[FRONTIER_PARTIES]; /* of each party, and its bargaining power, which is never 0: */
    double power[FRONTIER_PARTIES]; /* that would leave its claim unguarded */
    struct optimum best;            /* the package found */
    double gap;                     /* models/solver.h, utility points */
};

/* Fills best and gap; false where there is no package worth tabling. */
typedef bool solution_lane(struct solution *solution);

/* What models/solver.h asks of a solver that takes each lane by itself. */
void solution_solve(solution_lane *find, const void *settings, const double *values,
                    const struct bargain *bargain, double *package, bool *found, double *gap);

/* The most that one party can have, in U, where all others whose consent the package needs have
 * at least their floor; -HUGE_VAL where they cannot. Of a party that packages can do without: not
 * less than its own floor, so that what would need its consent is left aside. */
double solution_most(struct solution *solution, int party, const double *floor,
                     struct optimum *optimum);

/* most[party] of every party; false where that is nothing above the floor of one that all packages
 * need. */
bool solution_ideals(struct solution *solution, const double *floor, double *most);

/* The largest surplus that all whose consent a package needs can have alike: above 0 where there is
 * a zone of possible agreement. */
double solution_equal(struct solution *solution);

/* The package that goes furthest from the floors in the proportions of the shares, some above 0,
 * for all whose consent it needs; then as far as it can for those who can be given more while
 * nobody loses, again and again (lexicographic: Imai 1983): so that it is Pareto efficient among
 * packages that ask the same parties. Fills best, and gap with what the first step leaves unproved.
 * False where that gives nobody a gain. */
bool solution_share(struct solution *solution, const double *floor, const double *share);

/* The last step of a path that has come to `point`: the same from there in the direction of the
 * gains, at least one above 1e-9; who has no more than that to gain keeps what it has, to 1e-9. */
bool solution_onward(struct solution *solution, const double *point, const double *gain);

#endif
