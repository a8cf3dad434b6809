#include <criterion/criterion.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "models/learning.h"

/* Mean and variance of y ~ N(mean, variance) given an answer, by the trapezoid rule on 40,001
 * points: the likelihood is Phi((S - y) / sd_e) for a yes, its complement for a no. */
static void quadrature(double mean, double variance, double surplus, double noise, bool yes,
                       double out[2])
{
    double sd = sqrt(variance), weight = 0, first = 0, second = 0;
    for (int k = 0; k <= 40000; k++) {
        double y = mean + sd * (k / 40000.0 - 0.5) * 24;
        double accept = gsl_cdf_ugaussian_P((surplus - y) / sqrt(noise));
        double density = gsl_ran_gaussian_pdf(y - mean, sd) * (yes ? accept : 1 - accept);
        weight += density;
        first += density * (y - mean);
        second += density * (y - mean) * (y - mean);
    }
    first /= weight;
    out[0] = mean + first;
    out[1] = second / weight - first * first;
}

Test(learning, update_equals_quadrature)
{
    const double cases[][4] = { { 0.15, 0.0081, 0.10, 0.0009 },  { 0.15, 0.0081, 0.30, 0.0009 },
                                { 0.15, 0.0081, -0.10, 0.0009 }, { -0.2, 0.04, 0.05, 0.01 },
                                { 0, 1, 2.385, 0.25 },           { 0, 1, -3.1, 1 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        for (int yes = 0; yes <= 1; yes++) {
            double mean = cases[k][0], variance = cases[k][1], expected[2], none = 0;
            bool asked = true, accepted = yes == 1;
            quadrature(mean, variance, cases[k][2], cases[k][3], accepted, expected);
            learning_update(&mean, &variance, &cases[k][2], &cases[k][3], &none, &asked, &accepted,
                            1);
            cr_expect(fabs(mean - expected[0]) < 1e-7,
                      "case %zu, yes %d: mean %.12g, quadrature %.12g", k, yes, mean, expected[0]);
            cr_expect(fabs(variance - expected[1]) < 1e-7,
                      "case %zu, yes %d: variance %.12g, quadrature %.12g", k, yes, variance,
                      expected[1]);
        }
}

Test(learning, is_a_martingale)
{
    /* The expected belief after an answer is the belief before it (Wagner 2000; Bayes' rule). */
    double surplus = 0.21, noise = 0.002, none = 0, mean[2], variance[2];
    double chance = gsl_cdf_ugaussian_P((surplus - 0.15) / sqrt(0.0081 + noise));
    for (int yes = 0; yes <= 1; yes++) {
        bool asked = true, accepted = yes == 1;
        mean[yes] = 0.15;
        variance[yes] = 0.0081;
        learning_update(&mean[yes], &variance[yes], &surplus, &noise, &none, &asked, &accepted, 1);
    }
    cr_expect_float_eq(chance * mean[1] + (1 - chance) * mean[0], 0.15, 1e-12);
}

Test(learning, unasked_lanes_and_staleness)
{
    double mean[3] = { 0.1, 0.1, 0.1 }, variance[3] = { 0.01, 0.01, 0.01 };
    const double surplus[3] = { 0.2, 0.2, 0.2 }, noise[3] = { 0.001, 0.001, 0.001 };
    const double drift[3] = { 0.0004, 0.0004, 0 };
    const bool asked[3] = { false, true, true }, accepted[3] = { true, true, true };
    learning_update(mean, variance, surplus, noise, drift, asked, accepted, 3);
    cr_expect(mean[0] == 0.1 && variance[0] == 0.01, "a lane that was not asked learns nothing");
    cr_expect(mean[1] == mean[2] && mean[1] < 0.1, "an acceptance lowers the believed threshold");
    cr_expect_float_eq(variance[1] - variance[2], 0.0004, 1e-15);
}

Test(learning, stays_finite_far_in_the_tails)
{
    double mean = 0, variance = 0.01, surplus = -50, noise = 1e-6, none = 0;
    bool asked = true, accepted = true;
    learning_update(&mean, &variance, &surplus, &noise, &none, &asked, &accepted, 1);
    cr_expect(isfinite(mean) && isfinite(variance) && variance >= 0);
    cr_expect_float_eq(mean, -50, 0.1, "a yes to so little means a threshold as low");
}
