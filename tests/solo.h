/* One scenario, played by itself. */
#ifndef TESTS_SOLO_H
#define TESTS_SOLO_H

#include "engine/experiment.h"

/* The caller frees it. */
__attribute__((unused)) static struct summary *solo_run(const struct scenario *scenario,
                                                        int threads, int block)
{
    struct arm arm = { .scenario = scenario, .base = -1 };
    struct experiment experiment = { .arm = &arm, .arms = 1, .threads = threads, .block = block };
    experiment_run(&experiment);
    return arm.summary;
}

#endif
