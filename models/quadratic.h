/* Branches (models/branch.h) that are games of models/dual.h: every free issue can be agreed
 * anywhere between two ends, nobody's worth of it bends but by a quadratic loss, and what those who
 * are asked make of their raw worth is a straight line. */
#ifndef MODELS_QUADRATIC_H
#define MODELS_QUADRATIC_H

#include "models/branch.h"
#include "models/dual.h"

struct quadratic {
    struct dual_problem problem;
    int party[DUAL_PARTIES], issue[DUAL_ISSUES]; /* of the branch */
};

/* Fills all but the problem's aim, powers and shares; worths and claims are raw ones, less what no
 * package changes. False where the branch at hand is no such game. */
bool quadratic_open(struct quadratic *quadratic, const struct branch *branch);

/* The branch's package that an answer is about. */
void quadratic_package(const struct quadratic *quadratic, const struct branch *branch,
                       const struct dual_answer *answer, double *package);

#endif
