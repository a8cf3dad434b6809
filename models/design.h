/* A design says which uniforms a run's trials draw their uncertain numbers by: independent ones, or
 * ones that cover the range of each number, or of several together, more evenly.
 *
 * Only the uncertain numbers follow the design; all other luck of a trial stays its own
 * (models/random.h). Every design splits the trials into DESIGN_REPLICATES replicates, which are
 * alike and independent of each other, so that the error of a result can be told from how much the
 * replicates differ; by each trial alone, every uniform is as likely as any other. */
#ifndef MODELS_DESIGN_H
#define MODELS_DESIGN_H

#include <stdbool.h>

#include "models/model.h"
#include "models/random.h"

enum {
    DESIGN_REPLICATES = 16,
    DESIGN_DIMENSIONS = 256 /* numbers that a design can cover together */
};

/* An uncertain number, for the trials of a block. */
struct design_axis {
    struct random random; /* the block, in round 0 */
    uint64_t trials;      /* of the whole run */
    uint64_t who;         /* hash of the number's path */
    int dimension;        /* its own below DESIGN_DIMENSIONS; from there on it is covered alone */
};

struct design {
    struct model about;
    bool independent; /* each trial is independent of all others, also within its replicate */
    bool bounded;     /* it divides the run's trials: there are none beyond them */
    int mates;        /* successive trials that are drawn together: 1, or 2 for pairs */
    /* out[lane] = the uniform of trial random.trial + lane, strictly inside (0, 1). */
    void (*uniform)(const struct design_axis *axis, double *out);
};

/* Four random words for one use of a number's design in one replicate. */
static inline void design_key(const struct design_axis *axis, uint64_t replicate, uint64_t use,
                              uint64_t key[4])
{
    const uint64_t counter[4] = { use, replicate, PURPOSE_DESIGN, axis->who };
    random_threefry(counter, (const uint64_t[4]){ axis->random.seed, 0, 0, 0 }, key);
}

/* The replicate of a trial. */
static inline int design_replicate(const struct design *design, uint64_t trial)
{
    return (int)(trial / (uint64_t)design->mates % DESIGN_REPLICATES);
}

#endif
