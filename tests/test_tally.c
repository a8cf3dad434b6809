#include <criterion/criterion.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "engine/tally.h"
#include "sample.h"

enum { VALUES = 5000 };

static void tally_fill(struct tally *tally, const double *values, int count)
{
    for (int k = 0; k < count; k++)
        tally_add(tally, values[k]);
}

static void tally_values(double *values)
{
    for (int k = 0; k < VALUES; k++)
        values[k] = (double)sample_hash((uint64_t)k) / 0x1p64 * 3 - 1.385;
}

/* GSL's mean and sample standard deviation. */
Test(tally, agrees_with_gsl)
{
    double values[VALUES];
    struct tally tally = { 0 };
    tally_values(values);
    tally_fill(&tally, values, VALUES);
    cr_expect(fabs(tally_mean(&tally) - gsl_stats_mean(values, 1, VALUES)) < 1e-11);
    cr_expect(fabs(tally_sd(&tally) - gsl_stats_sd(values, 1, VALUES)) < 1e-11);
}

/* A spread of 1e-6 about 50: a sum of squares in doubles would lose every digit of it. The closed
 * form of an alternating sequence: sd = half the distance times sqrt(n / (n - 1)). */
Test(tally, nothing_cancels)
{
    struct tally tally = { 0 };
    for (int k = 0; k < 1000; k++)
        tally_add(&tally, 50 + (k % 2 == 0 ? 1e-6 : -1e-6));
    cr_expect(fabs(tally_sd(&tally) / (1e-6 * sqrt(1000.0 / 999)) - 1) < 1e-4);
}

Test(tally, order_and_portions_change_nothing)
{
    double values[VALUES];
    struct tally whole = { 0 }, merged = { 0 };
    tally_values(values);
    tally_fill(&whole, values, VALUES);
    for (int end = VALUES, step = 1; end > 0; end -= step, step = step * 2 + 1) {
        struct tally part = { 0 };
        int first = end > step ? end - step : 0;
        for (int k = end; k-- > first;)
            tally_add(&part, values[k]);
        tally_merge(&merged, &part);
    }
    cr_expect(merged.count == whole.count && merged.total == whole.total);
    cr_expect(merged.squares == whole.squares);
    cr_expect(merged.least == whole.least && merged.greatest == whole.greatest);
}

Test(tally, constant)
{
    struct tally tally = { 0 };
    for (int k = 0; k < 100000; k++)
        tally_add(&tally, 0.1);
    cr_expect(tally_mean(&tally) == 0.1);
    cr_expect(tally_sd(&tally) == 0);
}

Test(tally, too_few)
{
    struct tally tally = { 0 };
    cr_expect(isnan(tally_mean(&tally)) && isnan(tally_sd(&tally)));
    tally_add(&tally, 2);
    cr_expect(tally_mean(&tally) == 2 && isnan(tally_sd(&tally)));
}

/* -0 must not hide in a minimum, where it would depend on the order. */
Test(tally, no_negative_zero)
{
    struct tally tally = { 0 };
    tally_add(&tally, -0.0);
    tally_add(&tally, 0.0);
    cr_expect(!signbit(tally_mean(&tally)) && !signbit(tally.least) && !signbit(tally.greatest));
}

/* Values beyond +-128 count as +-128 (tally.h). */
Test(tally, limit)
{
    struct tally tally = { 0 };
    tally_add(&tally, 1e300);
    tally_add(&tally, -1e300);
    tally_add(&tally, 3);
    cr_expect(tally_mean(&tally) == 1);
    cr_expect(tally.greatest == 1e300);
}

/* By hand, from the definition: the smallest k with k / n >= p. */
Test(tally, rank)
{
    cr_expect(tally_rank(50, 1) == 1 && tally_rank(0, 9) == 1 && tally_rank(100, 9) == 9);
    cr_expect(tally_rank(50, 2) == 1 && tally_rank(50, 3) == 2 && tally_rank(50, 4) == 2);
    cr_expect(tally_rank(5, 100) == 5 && tally_rank(5, 101) == 6 && tally_rank(95, 20) == 19);
    cr_expect(tally_rank(95, 1000000000000) == 950000000000);
}
