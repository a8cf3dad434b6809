#include "models/utility.h"

#include <math.h>

#include "models/special.h"

static const double NEUTRAL = 1e-9;

double utility_risk(double a, double u)
{
    return fabs(a) < NEUTRAL ? u : special_exp_minus_one(-a * u) / special_exp_minus_one(-a);
}

double utility_risk_slope(double a, double u)
{
    return fabs(a) < NEUTRAL ? 1 : -a * special_exp(-a * u) / special_exp_minus_one(-a);
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
