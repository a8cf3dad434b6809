/* How the worth of one issue falls with the distance d = |x - ideal| where it is a smooth curve
 * other than a parabola (docs/model.md, Utility of a package):
 *
 *   LOSS_POWER  v = 1 - d^p                                  shape p >= 1
 *   LOSS_CRRA   v = (1 - d)^g                                shape 0 < g <= 1
 *   LOSS_CARA   v = (1 - e^(-a (1 - d))) / (1 - e^(-a))      shape a >= 0; 1 - d at a = 0
 *
 * v is 1 at the ideal and 0 at d = 1, both exactly, and concave on [0, 1] with at most a kink at
 * the ideal. Power 1 is LOSS_LINEAR and power 2 LOSS_QUADRATIC, to the last bit. In the nearness
 * 1 - d CRRA has the constant relative risk aversion 1 - g and CARA the constant absolute risk
 * aversion a (Pratt 1964). Positions and ideals are in [0, 1]. */
#ifndef MODELS_LOSS_H
#define MODELS_LOSS_H

#include <stdbool.h>

enum loss { LOSS_LINEAR, LOSS_QUADRATIC, LOSS_TABLE, LOSS_POWER, LOSS_CRRA, LOSS_CARA };

/* Whether it is one of the three above; the functions below are for these alone. */
static inline bool loss_is_smooth(int loss)
{
    return loss == LOSS_POWER || loss == LOSS_CRRA || loss == LOSS_CARA;
}

/* v at a position. */
double loss_worth(int loss, double shape, double ideal, double at);

/* Its derivative in the position, at the ideal itself that towards `above` or below; HUGE_VAL or
 * -HUGE_VAL where CRRA ends upright, at d = 1. */
double loss_slope(int loss, double shape, double ideal, double at, bool above);

/* The second derivative, at most 0, where the first is `slope`; only for 0 < d < 1. */
double loss_bend(int loss, double shape, double ideal, double at, double slope);

/* The distance from the ideal, in [0, 1], at which v falls by `rate` > 0 per unit of distance; 0
 * where it falls faster everywhere, 1 where it falls more slowly everywhere. */
double loss_reach(int loss, double shape, double rate);

#endif
