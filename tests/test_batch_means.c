/* Means of batches. */
#include <criterion/criterion.h>

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/batch_means.h"

Test(batch_means, quantiles_of_student)
{
    for (int freedom = 1; freedom < 200; freedom++) {
        double expected = gsl_cdf_tdist_Pinv(0.975, freedom);
        cr_expect(fabs(batch_means_quantile(freedom) - expected) < 1e-5, "%d: %.9f", freedom,
                  batch_means_quantile(freedom));
    }
    cr_expect(fabs(batch_means_quantile(9) - 2.2621571627) < 1e-9);
    cr_expect(fabs(batch_means_quantile(99) - 1.9842169515) < 1e-9);
}

/* Batches alike: the error is sd / sqrt(b). 3, 5, 7, 9 of 10 values each: sd of the means .2582. */
Test(batch_means, of_equal_batches)
{
    const double total[] = { 3, 5, 7, 9 }, count[] = { 10, 10, 10, 10 };
    struct batch_means means = batch_means_of(total, count, 4);
    cr_expect(fabs(means.mean - 0.6) < 1e-15 && means.freedom == 3);
    cr_expect(fabs(means.error - sqrt(0.2 / 3) / 2) < 1e-15);
    struct interval interval = batch_means_interval(&means);
    cr_expect(fabs(interval.high - 0.6 - 3.1824463053 * means.error) < 1e-12);
    cr_expect(fabs(interval.high + interval.low - 1.2) < 1e-12);
}

/* Cochran's ratio: mean 12 / 24; residuals 3 - 4, 5 - 2, 4 - 6; those without values do not
 * count. */
Test(batch_means, of_unequal_batches)
{
    const double total[] = { 3, 0, 5, 4 }, count[] = { 8, 0, 4, 12 };
    struct batch_means means = batch_means_of(total, count, 4);
    cr_expect(fabs(means.mean - 0.5) < 1e-15 && means.freedom == 2);
    cr_expect(fabs(means.error - sqrt((1 + 9 + 4) * 3.0 / 2) / 24) < 1e-15);
}

Test(batch_means, of_too_few)
{
    const double total[] = { 0, 5 }, count[] = { 0, 10 };
    struct batch_means one = batch_means_of(total, count, 2),
                       none = batch_means_of(total, count, 1);
    cr_expect(fabs(one.mean - 0.5) < 1e-15 && isnan(one.error));
    cr_expect(isnan(batch_means_interval(&one).low) && isnan(none.mean));
}
