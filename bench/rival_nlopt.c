/* NLopt: gradient methods on the packages, with the bounds given as such. */
#include <nlopt.h>
#include <stdlib.h>

#include "bench/rival.h"

static double rival_nlopt_value(unsigned count, const double *at, double *gradient, void *problem)
{
    (void)count;
    return rival_value(problem, at, gradient);
}

static void *rival_nlopt_open(nlopt_algorithm algorithm, int issues)
{
    nlopt_opt work = nlopt_create(algorithm, (unsigned)issues);
    if (work == NULL)
        return NULL;
    nlopt_set_lower_bounds1(work, 0);
    nlopt_set_upper_bounds1(work, 1);
    nlopt_set_ftol_rel(work, 1e-13);
    nlopt_set_xtol_rel(work, 1e-9);
    nlopt_set_maxeval(work, 2000);
    return work;
}

static void rival_nlopt_close(void *work)
{
    nlopt_destroy(work);
}

static bool rival_nlopt_solve(void *work, const struct rival_problem *problem, double *package,
                              long *iterations)
{
    struct rival_problem own = *problem;
    double value;
    for (int k = 0; k < problem->issues; k++)
        package[k] = problem->start[k];
    nlopt_set_max_objective(work, rival_nlopt_value, &own);
    nlopt_result result = nlopt_optimize(work, package, &value);
    *iterations = nlopt_get_numevals(work);
    return result > 0 || result == NLOPT_ROUNDOFF_LIMITED;
}

#define RIVAL_NLOPT(word, algorithm)                                                               \
    static void *rival_nlopt_open_##word(int parties, int issues)                                  \
    {                                                                                              \
        (void)parties;                                                                             \
        return rival_nlopt_open(algorithm, issues);                                                \
    }                                                                                              \
    const struct rival rival_nlopt_##word = {                                                      \
        .name = "nlopt_" #word,                                                                    \
        .aim = "nash",                                                                             \
        .open = rival_nlopt_open_##word,                                                           \
        .close = rival_nlopt_close,                                                                \
        .solve = rival_nlopt_solve,                                                                \
    }

RIVAL_NLOPT(slsqp, NLOPT_LD_SLSQP);
RIVAL_NLOPT(mma, NLOPT_LD_MMA);
RIVAL_NLOPT(ccsaq, NLOPT_LD_CCSAQ);
RIVAL_NLOPT(lbfgs, NLOPT_LD_LBFGS);
