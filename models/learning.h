/* How an answer changes what the proposer believes of a party's private threshold, a normal law.
 *
 * The threshold y is what the party wants on top of what war is expected to be worth to it before
 * it signs: its resolve, less the private part of its war cost. It accepts a text iff S - y + e >=
 * 0, S the surplus as the proposer sees it and e a disturbance of variance `noise`. Moment matching
 * of the probit likelihood (docs/model.md, Answers and beliefs; Minka, Expectation Propagation,
 * 2001): the mean and the variance after an answer are exact. */
#ifndef MODELS_LEARNING_H
#define MODELS_LEARNING_H

#include <stdbool.h>

#include "models/block.h"

/* Updates mean and variance of one party's threshold, lane by lane, where `asked`: accepted says
 * yes or no, surplus is S, noise the variance of e, drift the variance added as the belief grows
 * stale. */
void learning_update(double *mean, double *variance, const double *surplus, const double *noise,
                     const double *drift, const bool *asked, const bool *accepted, int lanes);

#endif
