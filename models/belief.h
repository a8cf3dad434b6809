/* What is believed of an actor's answer: the chance that it accepts a package worth U to it, when
 * its claim is believed to be claim + doubt Z, Z of mean 0 and variance 1: normal, or with a table
 * of quantiles (models/bargain.h). */
#ifndef MODELS_BELIEF_H
#define MODELS_BELIEF_H

#include "models/bargain.h"

struct belief {
    double claim, doubt;
    const double *shape; /* NULL: normal */
};

/* Of an actor in one lane; doubts below `least` count as that. */
struct belief belief_make(const struct bargain *bargain, int actor, int lane, double least);

/* P(claim + doubt Z <= worth); where doubt is 0: 0 or 1. Exact for piecewise-linear tables. */
double belief_chance(const struct belief *belief, double worth);

/* The logarithm of that and its derivative, doubt > 0. A normal tail of this weight is mixed into
 * tables, so that there is a way uphill from everywhere. */
#define BELIEF_TAIL 1e-9
double belief_log(const struct belief *belief, double worth);
double belief_log_slope(const struct belief *belief, double worth);

/* The worth that is accepted with chance level / SHAPE_STEPS, 0 <= level <= SHAPE_STEPS; the normal
 * is cut off at a chance of 1/1024 on either side. */
double belief_required(const struct belief *belief, double level);

#endif
