/* An acceptance rule says how firmly an answer follows the surplus: yes iff surplus + mood >= 0. */
#ifndef MODELS_ACCEPTANCE_H
#define MODELS_ACCEPTANCE_H

#include "models/model.h"
#include "models/random.h"

struct acceptance {
    struct model about; /* state_rows: per actor */
    /* Fills mood[lane] of one actor for this round; `state` is that actor's. */
    void (*mood)(const void *settings, const double *values, double *state,
                 const struct random *random, uint64_t who, double *mood);
    /* Stationary standard deviation of the mood, per lane. */
    void (*spread)(const void *settings, const double *values, double *out, int lanes);
};

#endif
