#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "engine/spread.h"
#include "engine/times.h"
#include "sample.h"

enum { VALUES = 4001 };

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void values_fill(double *values, double low, double high)
{
    for (int k = 0; k < VALUES; k++)
        values[k] = low + (high - low) * ((double)sample_hash((uint64_t)k) / 0x1p64);
}

/* The definition: the value of that rank among the sorted ones. */
Test(spread, quantiles_within_a_bin)
{
    double values[VALUES];
    struct spread spread;
    values_fill(values, -1, 2);
    spread_start(&spread, -4, 4);
    for (int k = 0; k < VALUES; k++)
        spread_add(&spread, values[k], 0);
    qsort(values, VALUES, sizeof *values, compare);
    for (int percent = 0; percent <= 100; percent++) {
        double expected = values[tally_rank(percent, VALUES) - 1];
        double found = spread_quantile(&spread, percent);
        cr_expect(fabs(found - expected) < 1.0 / SPREAD_STEPS, "%d%%: %g", percent, found);
    }
    cr_expect(spread_quantile(&spread, 0) == values[0], "the ends are exact");
    cr_expect(spread_quantile(&spread, 100) == values[VALUES - 1]);
    spread_free(&spread);
}

/* Named levels: each bin holds one value, and gives it back exactly. */
Test(spread, levels_are_exact)
{
    static const double levels[] = { 0.0, 0.55, 0.62, 0.7, 1.0 };
    struct spread spread;
    spread_start(&spread, 0, 1);
    for (int k = 0; k < 100; k++)
        spread_add(&spread, levels[k / 20], 0);
    for (int percent = 1; percent <= 100; percent++)
        cr_expect(spread_quantile(&spread, percent) == levels[(percent - 1) / 20], "%d%%", percent);
    spread_free(&spread);
}

Test(spread, outside_the_range)
{
    struct spread spread;
    spread_start(&spread, -4, 4);
    spread_add(&spread, -1e9, 0);
    spread_add(&spread, -7, 0);
    spread_add(&spread, 0, 0);
    spread_add(&spread, 5, 0);
    spread_add(&spread, 1e300, 0);
    cr_expect(spread_quantile(&spread, 0) == -1e9);
    cr_expect(spread_quantile(&spread, 40) == -7);
    cr_expect(spread_quantile(&spread, 50) == 0);
    cr_expect(spread_quantile(&spread, 80) == 5);
    cr_expect(spread_quantile(&spread, 100) == 1e300);
    spread_free(&spread);
}

Test(spread, empty)
{
    struct spread spread;
    spread_start(&spread, 0, 1);
    cr_expect(isnan(spread_quantile(&spread, 50)));
    spread_free(&spread);
    spread_free(&spread);
}

Test(spread, portions_change_nothing)
{
    double values[VALUES];
    struct spread whole, left, right;
    values_fill(values, -5, 5);
    spread_start(&whole, -4, 4);
    spread_start(&left, -4, 4);
    spread_start(&right, -4, 4);
    for (int k = 0; k < VALUES; k++) {
        spread_add(&whole, values[k], 0);
        spread_add(k % 3 == 0 ? &left : &right, values[VALUES - 1 - k], 0);
    }
    spread_merge(&right, &left);
    for (int percent = 0; percent <= 100; percent++)
        cr_expect(spread_quantile(&whole, percent) == spread_quantile(&right, percent));
    spread_free(&right);
    spread_free(&left);
    spread_free(&whole);
}

/* By hand: 0, 0, 3, 5. */
Test(times, figures)
{
    struct times times, other;
    times_start(&times, 5);
    times_start(&other, 5);
    cr_expect(isnan(times_mean(&times)) && isnan(times_quantile(&times, 50)));
    times_add(&times, 0);
    times_add(&times, 3);
    times_add(&other, 5);
    times_add(&other, 0);
    times_merge(&times, &other);
    cr_expect(times_mean(&times) == 2);
    cr_expect(times_quantile(&times, 50) == 0 && times_quantile(&times, 51) == 3);
    cr_expect(times_quantile(&times, 76) == 5 && times_quantile(&times, 100) == 5);
    times_free(&other);
    times_free(&times);
}
