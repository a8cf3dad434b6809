/* The scenario of tests/scenario_text.h, and that with some assignments. */
#ifndef TESTS_PAIR_H
#define TESTS_PAIR_H

#include <criterion/criterion.h>

#include "engine/overlay.h"
#include "engine/scenario.h"
#include "tests/said.h"
#include "tests/scenario_text.h"

/* The caller frees it. */
static inline struct scenario *pair_scenario(const char *const *sets, int count)
{
    struct faults faults = { 0 };
    struct scenario *plain = scenario_from_text(scenario_text, "pair.cfg", &faults);
    cr_assert_not_null(plain, "%s", said_first(&faults));
    struct node *tree = tree_copy(plain->tree);
    scenario_free(plain);
    for (int k = 0; k < count; k++)
        cr_assert(overlay_set(tree, sets[k], &faults), "%s", said_first(&faults));
    struct scenario *scenario = scenario_build(tree, "pair.cfg", &faults);
    cr_assert_not_null(scenario, "%s", said_first(&faults));
    return scenario;
}

#define PAIR_SETS(sets) pair_scenario(sets, (int)(sizeof(sets) / sizeof *(sets)))

#endif
