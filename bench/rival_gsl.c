/* GSL: BFGS on the packages with a logarithmic barrier at the bounds, and root finders on the dual,
 * whose unknowns are one multiplier l_i per party:
 *
 *   u_i(x(l)) - claim_i = power_i / l_i,
 *   x_k(l) = sum_i l_i weight_ik ideal_ik / sum_i l_i weight_ik, cut to [0, 1]. */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_multiroots.h>
#include <stdlib.h>

#include "bench/rival.h"

enum { RIVAL_GSL_STEPS = 500 };

struct rival_gsl_work {
    gsl_multimin_fdfminimizer *minimizer;
    gsl_multiroot_fdfsolver *solver;
    gsl_vector *start;
    const struct rival_problem *problem;
    double barrier;
};

static double rival_gsl_descend(const gsl_vector *at, const struct rival_gsl_work *work,
                                gsl_vector *gradient)
{
    const struct rival_problem *problem = work->problem;
    double slope[RIVAL_ISSUES], below, above;
    double value = -rival_value(problem, at->data, slope);
    for (int k = 0; k < problem->issues; k++) {
        double x = at->data[k];
        value -= work->barrier * (rival_log(x, &below) + rival_log(1 - x, &above));
        if (gradient)
            gradient->data[k] = -slope[k] - work->barrier * (below - above);
    }
    return value;
}

static double rival_gsl_value(const gsl_vector *at, void *work)
{
    return rival_gsl_descend(at, work, NULL);
}

static void rival_gsl_slope(const gsl_vector *at, void *work, gsl_vector *gradient)
{
    rival_gsl_descend(at, work, gradient);
}

static void rival_gsl_both(const gsl_vector *at, void *work, double *value, gsl_vector *gradient)
{
    *value = rival_gsl_descend(at, work, gradient);
}

static void *rival_gsl_open_bfgs2(int parties, int issues)
{
    (void)parties;
    gsl_set_error_handler_off();
    struct rival_gsl_work *work = calloc(1, sizeof *work);
    if (work == NULL)
        return NULL;
    work->minimizer =
        gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, (size_t)issues);
    work->start = gsl_vector_alloc((size_t)issues);
    return work;
}

static void rival_gsl_close(void *about)
{
    struct rival_gsl_work *work = about;
    if (work->minimizer)
        gsl_multimin_fdfminimizer_free(work->minimizer);
    if (work->solver)
        gsl_multiroot_fdfsolver_free(work->solver);
    gsl_vector_free(work->start);
    free(work);
}

/* Minimises for one barrier from work->start, and leaves the end there. That the line search can
 * make no more progress is how it ends at full precision. */
static bool rival_gsl_minimise(struct rival_gsl_work *work, long *iterations)
{
    gsl_multimin_function_fdf function = { rival_gsl_value, rival_gsl_slope, rival_gsl_both,
                                           (size_t)work->problem->issues, work };
    gsl_multimin_fdfminimizer_set(work->minimizer, &function, work->start, 0.1, 0.1);
    int status = GSL_CONTINUE;
    for (int step = 0; step < RIVAL_GSL_STEPS && status == GSL_CONTINUE; step++) {
        status = gsl_multimin_fdfminimizer_iterate(work->minimizer);
        ++*iterations;
        if (status == GSL_SUCCESS)
            status = gsl_multimin_test_gradient(work->minimizer->gradient, 1e-8);
    }
    gsl_vector_memcpy(work->start, work->minimizer->x);
    return status == GSL_SUCCESS || status == GSL_ENOPROG;
}

static bool rival_gsl_solve_bfgs2(void *about, const struct rival_problem *problem, double *package,
                                  long *iterations)
{
    struct rival_gsl_work *work = about;
    bool good = false;
    *iterations = 0;
    work->problem = problem;
    for (int k = 0; k < problem->issues; k++)
        work->start->data[k] = problem->start[k];
    for (work->barrier = 1e-3; work->barrier > 5e-10; work->barrier *= 0.1)
        good = rival_gsl_minimise(work, iterations);
    for (int k = 0; k < problem->issues; k++)
        package[k] = work->start->data[k];
    return good;
}

static void *rival_gsl_open_root(const gsl_multiroot_fdfsolver_type *type, int parties)
{
    gsl_set_error_handler_off();
    struct rival_gsl_work *work = calloc(1, sizeof *work);
    if (work == NULL)
        return NULL;
    work->solver = gsl_multiroot_fdfsolver_alloc(type, (size_t)parties);
    work->start = gsl_vector_alloc((size_t)parties);
    return work;
}

static void *rival_gsl_open_newton(int parties, int issues)
{
    (void)issues;
    return rival_gsl_open_root(gsl_multiroot_fdfsolver_newton, parties);
}

static void *rival_gsl_open_hybridsj(int parties, int issues)
{
    (void)issues;
    return rival_gsl_open_root(gsl_multiroot_fdfsolver_hybridsj, parties);
}

/* x_k(l), and sum_i l_i weight_ik; whether x_k is inside. */
static bool rival_gsl_position(const struct rival_problem *problem, const double *multiplier,
                               int issue, double *at, double *sum)
{
    double mean = 0;
    *sum = 0;
    for (int i = 0; i < problem->parties; i++) {
        double weight = multiplier[i] * problem->weight[i * problem->issues + issue];
        *sum += weight;
        mean += weight * problem->ideal[i * problem->issues + issue];
    }
    mean /= *sum;
    *at = mean < 0 ? 0 : mean > 1 ? 1 : mean;
    return mean > 0 && mean < 1;
}

/* The equations at l, and where not NULL their Jacobian. */
static int rival_gsl_equations(const gsl_vector *at, const struct rival_problem *problem,
                               gsl_vector *out, gsl_matrix *jacobian)
{
    double package[RIVAL_ISSUES], sum, slope[RIVAL_PARTIES];
    int n = problem->parties;
    if (jacobian)
        gsl_matrix_set_zero(jacobian);
    for (int k = 0; k < problem->issues; k++) {
        bool inside = rival_gsl_position(problem, at->data, k, &package[k], &sum);
        for (int i = 0; i < n; i++)
            slope[i] = problem->weight[i * problem->issues + k] * -2 *
                       (package[k] - problem->ideal[i * problem->issues + k]);
        for (int i = 0; jacobian && inside && i < n; i++)
            for (int j = 0; j < n; j++)
                *gsl_matrix_ptr(jacobian, (size_t)i, (size_t)j) += slope[i] * slope[j] / (2 * sum);
    }
    for (int i = 0; i < n; i++) {
        double l = at->data[i];
        if (out)
            gsl_vector_set(out, (size_t)i,
                           rival_surplus(problem, i, package) - problem->power[i] / l);
        if (jacobian)
            *gsl_matrix_ptr(jacobian, (size_t)i, (size_t)i) += problem->power[i] / (l * l);
    }
    return GSL_SUCCESS;
}

static int rival_gsl_root_value(const gsl_vector *at, void *problem, gsl_vector *out)
{
    return rival_gsl_equations(at, problem, out, NULL);
}

static int rival_gsl_root_slope(const gsl_vector *at, void *problem, gsl_matrix *jacobian)
{
    return rival_gsl_equations(at, problem, NULL, jacobian);
}

static int rival_gsl_root_both(const gsl_vector *at, void *problem, gsl_vector *out,
                               gsl_matrix *jacobian)
{
    return rival_gsl_equations(at, problem, out, jacobian);
}

/* From multipliers below those of the solution, where no surplus is above 1: from above, Newton's
 * steps lead to negative ones. */
static bool rival_gsl_solve_root(void *about, const struct rival_problem *problem, double *package,
                                 long *iterations)
{
    struct rival_gsl_work *work = about;
    struct rival_problem own = *problem;
    gsl_multiroot_function_fdf function = { rival_gsl_root_value, rival_gsl_root_slope,
                                            rival_gsl_root_both, (size_t)problem->parties, &own };
    double sum;
    for (int i = 0; i < problem->parties; i++)
        work->start->data[i] = problem->power[i];
    int status = gsl_multiroot_fdfsolver_set(work->solver, &function, work->start);
    *iterations = 0;
    if (status == GSL_SUCCESS)
        status = GSL_CONTINUE;
    while (status == GSL_CONTINUE && *iterations < RIVAL_GSL_STEPS) {
        status = gsl_multiroot_fdfsolver_iterate(work->solver);
        ++*iterations;
        if (status == GSL_SUCCESS)
            status = gsl_multiroot_test_residual(work->solver->f, 1e-10);
    }
    for (int k = 0; k < problem->issues; k++)
        rival_gsl_position(problem, work->solver->x->data, k, &package[k], &sum);
    return status == GSL_SUCCESS;
}

const struct rival rival_gsl_bfgs2 = {
    .name = "gsl_bfgs2",
    .aim = "nash",
    .open = rival_gsl_open_bfgs2,
    .close = rival_gsl_close,
    .solve = rival_gsl_solve_bfgs2,
};

const struct rival rival_gsl_newton = {
    .name = "gsl_newton",
    .aim = "nash",
    .open = rival_gsl_open_newton,
    .close = rival_gsl_close,
    .solve = rival_gsl_solve_root,
};

const struct rival rival_gsl_hybridsj = {
    .name = "gsl_hybridsj",
    .aim = "nash",
    .open = rival_gsl_open_hybridsj,
    .close = rival_gsl_close,
    .solve = rival_gsl_solve_root,
};
