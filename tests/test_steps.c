/* Laws of finitely many values. */
#include <criterion/criterion.h>

#include "models/steps.h"

static double table[STEPS_TABLE];

static double quantile(const struct distribution_settings *settings, double u)
{
    double out;
    steps_quantile(settings, &u, &out, 1);
    return out;
}

/* By hand: shares 1/8, 4/8 and 3/8 of 2, 3 and 7. */
Test(steps, weights)
{
    const double values[] = { 7, 2, 3, 3, 99 }, weights[] = { 0.75, 0.25, 0.5, 0.5, 0 };
    struct distribution_settings settings = { .count = 5, .value = values, .weight = weights };
    const double at[] = { 0.01, 0.124, 0.126, 0.624, 0.626, 0.99 },
                 expected[] = { 2, 2, 3, 3, 7, 7 };
    double low, high;
    cr_assert(steps_check(&settings) == NULL);
    steps_prepare(&settings, table);
    for (int i = 0; i < 6; i++)
        cr_expect(quantile(&settings, at[i]) == expected[i], "%g", at[i]);
    cr_expect_float_eq(steps_mean(&settings), (2 + 4 * 3 + 3 * 7) / 8.0, 1e-15);
    steps_support(&settings, &low, &high);
    cr_expect(low == 2 && high == 7);
}

/* By hand: thirds of 2, 3 and 7. */
Test(steps, no_weights)
{
    const double values[] = { 7, 2, 3 };
    struct distribution_settings settings = { .count = 3, .value = values };
    steps_prepare(&settings, table);
    cr_expect(quantile(&settings, 0.333) == 2 && quantile(&settings, 0.334) == 3);
    cr_expect(quantile(&settings, 0.666) == 3 && quantile(&settings, 0.667) == 7);
    cr_expect_float_eq(steps_mean(&settings), 4, 1e-15);
}

/* As many values as are allowed: the middle of the k-th share is the k-th value. */
Test(steps, longest)
{
    static double values[STEPS_VALUES + 1];
    for (int i = 0; i < STEPS_VALUES; i++)
        values[i] = (i * 1237) % STEPS_VALUES;
    struct distribution_settings settings = { .count = STEPS_VALUES, .value = values };
    steps_prepare(&settings, table);
    for (int i = 0; i < STEPS_VALUES; i++)
        cr_expect(quantile(&settings, (i + 0.5) / STEPS_VALUES) == i, "%d", i);
    settings.count++;
    cr_expect(steps_check(&settings) != NULL);
}

Test(steps, check)
{
    const double values[] = { 1, 2 }, negative[] = { 2, -1 }, nothing[] = { 0, 0 };
    struct distribution_settings settings = { .count = 2, .value = values, .weight = negative };
    cr_expect(steps_check(&settings) != NULL);
    settings.weight = nothing;
    cr_expect(steps_check(&settings) != NULL);
    settings.count = 0;
    cr_expect(steps_check(&settings) != NULL);
}
