#include "bench/rival.h"

#include <math.h>

static const double RIVAL_FLOOR = 1e-9;

double rival_surplus(const struct rival_problem *problem, int party, const double *package)
{
    const double *weight = problem->weight + party * problem->issues;
    const double *ideal = problem->ideal + party * problem->issues;
    double sum = -problem->claim[party];
    for (int k = 0; k < problem->issues; k++)
        sum += weight[k] * (1 - (package[k] - ideal[k]) * (package[k] - ideal[k]));
    return sum;
}

double rival_log(double at, double *slope)
{
    double base = at > RIVAL_FLOOR ? at : RIVAL_FLOOR;
    *slope = 1 / base;
    return log(base) + (at - base) / base;
}

double rival_value(const struct rival_problem *problem, const double *package, double *gradient)
{
    double value = 0, slope;
    for (int k = 0; gradient && k < problem->issues; k++)
        gradient[k] = 0;
    for (int i = 0; i < problem->parties; i++) {
        const double *weight = problem->weight + i * problem->issues;
        const double *ideal = problem->ideal + i * problem->issues;
        value += problem->power[i] * rival_log(rival_surplus(problem, i, package), &slope);
        for (int k = 0; gradient && k < problem->issues; k++)
            gradient[k] -= problem->power[i] * slope * weight[k] * 2 * (package[k] - ideal[k]);
    }
    return value;
}
