/* The package that gives the least satisfied party the most, in one branch (models/branch.h).
 *
 *   max over packages x of  min over parties i of  U_i(x) - claim_i
 *
 * by column generation (Dantzig and Wolfe 1960): the matrix game between the parties' weights and
 * the packages found so far gives weights, the package that maximises the weighted sum joins, until
 * it adds less than MAXIMIN_GAP. Where U is curved in raw worth (CARA, audience costs) the game is
 * linearised at the surplus reached, again and again (Newton). Packages are remembered, so that a
 * problem that has hardly changed takes one step. */
#ifndef MODELS_MAXIMIN_H
#define MODELS_MAXIMIN_H

#include "models/branch.h"

#define MAXIMIN_GAP 1e-9

struct maximin {
    const struct branch *branch;
    double
        *memory; /* maximin_size() doubles: packages found, zeroed when pins move to other issues */
    /* Results: */
    double package[FRONTIER_ISSUES]; /* average of packages; where an issue does not mix, the
                                        heaviest's */
    bool rounded;                    /* there was such an issue, and the packages differ in it */
    double weight[FRONTIER_PARTIES]; /* of raw worth: the certificate */
    double peak; /* frontier_peak() of the issues without links at these weights */
    double gap;  /* surplus that no package can add */
};

size_t maximin_size(int issues, int parties);

/* Returns the surplus reached; stops early, below `floor`, once no package can give more than that.
 */
double maximin_solve(struct maximin *maximin, double floor);

/* Takes up the weights that the last solve left in memory. */
void maximin_recall(struct maximin *maximin);

/* Whether the weights prove that no package of another branch of the same cell gives more than
 * `floor`. */
bool maximin_excludes(const struct maximin *maximin, const struct branch *branch, double floor);

#endif
