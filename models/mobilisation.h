/* Vocabulary: mobilisation, a choice. While it is not under way, in each round of war an actor
 * mobilises iff what it expects to gain exceeds what it expects to pay:
 *
 *   W(y + s min(R, d (1 - d^D) / (1 - d)) m) - W(y) > min(A, 1 - d^D) cost
 *
 * y: the front at which it reads W; m: the drift that (1 + size) times its capability adds; D:
 * duration; d: discount; s: towards its side; A and R: what a point a round, and a unit of drift a
 * round, are worth while the war lasts (models/continuation.h). Its strength then is (1 + size)
 * times what it was for D rounds, at `cost` a round, from `delay` rounds behind the next on: delay
 * puts off gain and cost alike. The choice looks at the present balance, as though nobody else
 * mobilised. */
#ifndef MODELS_MOBILISATION_H
#define MODELS_MOBILISATION_H

#include <stdbool.h>

#include "models/parameter.h"

struct mobilisation {
    struct quantity size; /* share by which strength grows; 0: no such choice */
    struct quantity cost; /* utility points a round while it lasts */
    long duration, delay; /* rounds */
    long limit;           /* how often it can be done */
};

extern const struct parameter mobilisation_parameters[];

/* The right-hand side: what a point a round for so many rounds is worth. */
double mobilisation_price(double cost, double annuity, double discount, long duration);

/* How far a unit of drift a round for so many rounds moves the front at which W is read. */
double mobilisation_reach(double reach, double discount, long duration);

#endif
