/* One trial of a scenario file, told. */
#ifndef TESTS_TRIAL_H
#define TESTS_TRIAL_H

#include <criterion/criterion.h>

#include <stdio.h>

#include "engine/chronicle.h"

/* With `count` assignments laid over it; the caller frees it. */
__attribute__((unused)) static struct scenario *
trial_scenario_set(const char *file, const char *const *sets, int count)
{
    enum scenario_status status;
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_read(file, sets, count, &faults, &status);
    faults_print(&faults, stderr);
    faults_free(&faults);
    cr_assert_not_null(scenario);
    return scenario;
}

/* The caller frees it. */
__attribute__((unused)) static struct scenario *trial_scenario(const char *file)
{
    return trial_scenario_set(file, NULL, 0);
}

/* The caller frees it. */
static struct chronicle *trial_told(const struct scenario *scenario, uint64_t trial)
{
    struct chronicle *chronicle = chronicle_new(scenario);
    chronicle_play(chronicle, trial);
    return chronicle;
}

#endif
