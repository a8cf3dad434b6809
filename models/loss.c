#include "models/loss.h"

#include <math.h>

#include "models/special.h"
#include "models/utility.h"

/* Below this CARA is linear (models/utility_risk.c). */
static const double LOSS_STRAIGHT = 1e-9;

/* 1 - d, so that an ideal at an end of the axis keeps every digit of a position near the other. */
static double loss_near(double ideal, double at)
{
    double near = at < ideal ? at + (1 - ideal) : (1 - at) + ideal;
    return at == ideal || near > 1 ? 1 : near > 0 ? near : 0;
}

static double loss_raised(double base, double power)
{
    return power == 1 ? base : power == 2 ? base * base : special_power(base, power);
}

double loss_worth(int loss, double shape, double ideal, double at)
{
    switch (loss) {
    case LOSS_POWER:
        return 1 - loss_raised(fabs(at - ideal), shape);
    case LOSS_CRRA:
        return loss_raised(loss_near(ideal, at), shape);
    default:
        return utility_risk(shape, loss_near(ideal, at));
    }
}

/* The derivative in the nearness 1 - d. */
static double loss_steepness(int loss, double shape, double ideal, double at)
{
    double near = loss_near(ideal, at);
    switch (loss) {
    case LOSS_POWER:
        return shape * special_power(fabs(at - ideal), shape - 1);
    case LOSS_CRRA:
        return near > 0 || shape == 1 ? shape * special_power(near, shape - 1) : HUGE_VAL;
    default:
        return utility_risk_slope(shape, near);
    }
}

double loss_slope(int loss, double shape, double ideal, double at, bool above)
{
    double steepness = loss_steepness(loss, shape, ideal, at);
    return at > ideal || (at == ideal && above) ? -steepness : steepness;
}

/* d v' / d (1 - d) over v': every one of these losses has its steepness in it. */
static double loss_turn(int loss, double shape, double ideal, double at)
{
    switch (loss) {
    case LOSS_POWER:
        return (shape - 1) / fabs(at - ideal);
    case LOSS_CRRA:
        return (1 - shape) / loss_near(ideal, at);
    default:
        return shape;
    }
}

double loss_bend(int loss, double shape, double ideal, double at, double slope)
{
    return -fabs(slope) * loss_turn(loss, shape, ideal, at);
}

/* The nearness at which CRRA or CARA has that steepness. */
static double loss_level(int loss, double shape, double rate)
{
    if (loss == LOSS_CRRA)
        return special_power(rate / shape, 1 / (shape - 1));
    return -special_log(-rate * special_exp_minus_one(-shape) / shape) / shape;
}

double loss_reach(int loss, double shape, double rate)
{
    bool straight = loss == LOSS_CARA ? shape < LOSS_STRAIGHT : shape == 1;
    if (straight)
        return rate < 1 ? 0 : 1;
    double away = loss == LOSS_POWER ? special_power(rate / shape, 1 / (shape - 1))
                                     : 1 - loss_level(loss, shape, rate);
    return away < 0 ? 0 : away > 1 ? 1 : away;
}
