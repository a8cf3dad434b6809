#include "engine/quantile.h"

#include <criterion/criterion.h>
#include <math.h>

#include "engine/scenario.h"
#include "models/catalogue.h"
#include "models/inversion.h"
#include "tests/scenario_text.h"

static const struct distribution *law(const char *name)
{
    return (const void *)catalogue_find("distribution", name);
}

/* The same law with the same settings is one table; it goes with the last that refers to it. */
Test(quantile, shares_what_is_the_same)
{
    struct distribution_settings one = { .parameter = { 2.385, 7.25, 0, 1 } }, same = one,
                                 other = { .parameter = { 2.385, 7.25, 0, 1.5 } };
    double table[INVERSION_TABLE];
    int before = quantile_tables();
    quantile_prepare(law("beta"), &one);
    quantile_prepare(law("beta"), &same);
    quantile_prepare(law("beta"), &other);
    cr_expect_eq(quantile_tables(), before + 2);
    cr_expect(one.table == same.table && one.table != other.table);
    inversion_beta(2.385, 7.25, table);
    cr_expect_arr_eq(one.table, table, sizeof table);
    quantile_release(law("beta"), &one);
    cr_expect_eq(quantile_tables(), before + 2);
    cr_expect_arr_eq(same.table, table, sizeof table);
    quantile_release(law("beta"), &same);
    quantile_release(law("beta"), &other);
    cr_expect_eq(quantile_tables(), before);
}

/* Lists are told apart by what they hold, not by where they stand. */
Test(quantile, compares_lists)
{
    double values[] = { 1.5, 2.25, 4 }, again[] = { 1.5, 2.25, 4 }, weights[] = { 1, 2, 3.5 };
    struct distribution_settings one = { .count = 3, .value = values },
                                 same = { .count = 3, .value = again },
                                 weighted = { .count = 3, .value = values, .weight = weights },
                                 shorter = { .count = 2, .value = values };
    int before = quantile_tables();
    quantile_prepare(law("discrete"), &one);
    quantile_prepare(law("discrete"), &same);
    quantile_prepare(law("discrete"), &weighted);
    quantile_prepare(law("discrete"), &shorter);
    cr_expect_eq(quantile_tables(), before + 3);
    cr_expect(one.table == same.table && weighted.table != one.table);
    const double u = 0.6;
    double drawn, drawn_weighted;
    law("discrete")->quantile(&one, &u, &drawn, 1);
    law("discrete")->quantile(&weighted, &u, &drawn_weighted, 1);
    cr_expect(drawn == 2.25 && drawn_weighted == 4); /* shares 1/3 each; 1/6.5, 3/6.5, 1 */
    quantile_release(law("discrete"), &same);
    quantile_release(law("discrete"), &shorter);
    quantile_release(law("discrete"), &weighted);
    quantile_release(law("discrete"), &one);
    cr_expect_eq(quantile_tables(), before);
}

/* Scenarios hold on to their tables until they are freed. */
Test(quantile, lives_as_long_as_a_scenario)
{
    struct faults faults = { 0 };
    int before = quantile_tables();
    struct scenario *one = scenario_from_text(scenario_text, "one", &faults);
    int tables = quantile_tables();
    struct scenario *two = scenario_from_text(scenario_text, "two", &faults);
    cr_assert(one != NULL && two != NULL);
    cr_expect(tables > before);
    cr_expect_eq(quantile_tables(), tables);
    scenario_free(one);
    cr_expect_eq(quantile_tables(), tables);
    scenario_free(two);
    cr_expect_eq(quantile_tables(), before);
    faults_free(&faults);
}
