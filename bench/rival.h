/* Solvers of other libraries, which `zopa bench` times beside our own.
 *
 * The problem is the asymmetric Nash bargaining solution with quadratic losses:
 *
 *   max sum_i power_i log(u_i(x) - claim_i),  u_i(x) = sum_k weight_ik (1 - (x_k - ideal_ik)^2)
 *
 * over 0 <= x_k <= 1. Each library stands in one file. Nothing of the engine or the models is known
 * here, so that a rival is exactly what a user of its library would write. */
#ifndef BENCH_RIVAL_H
#define BENCH_RIVAL_H

#include <stdbool.h>

enum { RIVAL_PARTIES = 8, RIVAL_ISSUES = 16 };

struct rival_problem {
    int parties, issues;
    const double *weight, *ideal; /* [party * issues + issue]; weights sum to 1 for each party */
    const double *power;          /* [party] > 0, summing to 1 */
    const double *claim;          /* [party] */
    const double *start;          /* [issue] a package that gives every party more than its claim */
};

struct rival {
    const char *name; /* "gsl_bfgs2" */
    const char *aim;  /* what it solves, as the solver of our catalogue is called: "nash" */
    /* Working memory for problems of one size, used for one after the other; NULL: it cannot. */
    void *(*open)(int parties, int issues);
    void (*close)(void *work);
    /* Fills package[issue]; *iterations: steps or evaluations, whichever the library counts. False
     * where the library reports an error. */
    bool (*solve)(void *work, const struct rival_problem *problem, double *package,
                  long *iterations);
};

/* Those that the program was built with. */
extern const struct rival *const rivals[];
extern const int rival_count;

/* u_i(package) - claim_i. */
double rival_surplus(const struct rival_problem *problem, int party, const double *package);

/* The objective, and where not NULL its gradient [issue]. Below a surplus of 1e-9 the logarithm
 * goes on as a straight line, so that a line search that steps outside finds a finite number. */
double rival_value(const struct rival_problem *problem, const double *package, double *gradient);

/* log(at) and its derivative, gone on with in the same way. */
double rival_log(double at, double *slope);

#endif
