/* What a change of scenario is worth to an actor: the paired difference of its mean realised
 * utility. */
#ifndef ENGINE_WORTH_H
#define ENGINE_WORTH_H

#include "engine/estimate.h"

/* An actor that both scenarios know, and that has utilities in both. */
struct worth {
    const char *actor;      /* its name, which is the scenario's */
    double base, here;      /* mean utilities; NAN without trials */
    struct estimate change; /* here - base */
};

/* The list that the caller frees; *count: how many. Both summaries are of the same trials: what
 * they share, chance, cancels, and the error is told from the replicates' differences (Student's t
 * of 15 degrees of freedom), under any design. */
struct worth *worth_list(const struct summary *base, const struct summary *here, int *count);

#endif
