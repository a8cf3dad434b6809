#include "models/utility.h"

#include <math.h>

#include "models/special.h"

static const double NEUTRAL = 1e-9;

/* An actor to which all that can be agreed is nearly the same measures what lies outside of it by a
 * tiny unit: there the exponent ends, lest worths overflow. */
static double utility_risk_exponent(double a, double u)
{
    const double most = 100;
    double exponent = -a * u;
    return exponent < most ? exponent : most;
}

double utility_risk(double a, double u)
{
    return fabs(a) < NEUTRAL
               ? u
               : special_exp_minus_one(utility_risk_exponent(a, u)) / special_exp_minus_one(-a);
}

double utility_risk_slope(double a, double u)
{
    return fabs(a) < NEUTRAL
               ? 1
               : -a * special_exp(utility_risk_exponent(a, u)) / special_exp_minus_one(-a);
}

double utility_risk_inverse(double a, double worth)
{
    if (fabs(a) < NEUTRAL)
        return worth;
    double y = worth * special_exp_minus_one(-a);
    if (y <= -1)
        return a > 0 ? HUGE_VAL : -HUGE_VAL;
    return -special_log_one_plus(y) / a;
}
