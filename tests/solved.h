/* Scenarios that are solved at their start, for tests. */
#ifndef TESTS_SOLVED_H
#define TESTS_SOLVED_H

#include <criterion/criterion.h>

#include <string.h>

#include "engine/solving.h"

__attribute__((unused)) static struct scenario *solved_set(const char *file,
                                                           const char *const *sets, int count)
{
    enum scenario_status status;
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_read(file, sets, count, &faults, &status);
    faults_print(&faults, stderr);
    faults_free(&faults);
    cr_assert(scenario != NULL);
    return scenario;
}

__attribute__((unused)) static struct scenario *solved_file(const char *file, const char *set)
{
    return solved_set(file, &set, set != NULL);
}

__attribute__((unused)) static const struct solving_row *solved_find(const struct solving *solving,
                                                                     const char *name)
{
    for (int k = 0; k < solving->rows; k++)
        if (strcmp(solving->row[k].name, name) == 0)
            return &solving->row[k];
    cr_assert_fail("no row %s", name);
    return NULL;
}

#endif
