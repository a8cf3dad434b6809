/* All distributions against GSL, closed forms and the contract of models/distribution.h. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <string.h>

#include "models/block.h"
#include "models/random.h"
#include "models/special.h"
#include "tests/laws.h"

static double exact_normal(const double *p, double u)
{
    return p[0] + gsl_cdf_gaussian_Pinv(u, p[1]);
}

/* Through the tail in which the bounds lie, so that GSL keeps its digits. */
static double exact_truncated_normal(const double *p, double u)
{
    double a = (p[2] - p[0]) / p[1], b = (p[3] - p[0]) / p[1];
    if (a + b < 0) {
        double low = gsl_cdf_ugaussian_P(a), high = gsl_cdf_ugaussian_P(b);
        return p[0] + p[1] * gsl_cdf_ugaussian_Pinv(low + u * (high - low));
    }
    double low = gsl_cdf_ugaussian_Q(b), high = gsl_cdf_ugaussian_Q(a);
    return p[0] + p[1] * gsl_cdf_ugaussian_Qinv(low + (1 - u) * (high - low));
}

static double exact_lognormal(const double *p, double u)
{
    return gsl_cdf_lognormal_Pinv(u, p[0], p[1]);
}

static double exact_uniform(const double *p, double u)
{
    return gsl_cdf_flat_Pinv(u, p[0], p[1]);
}

/* Inverse of (x - min)^2 / ((max - min) (mode - min)), which holds up to the mode, and its mirror.
 */
static double exact_triangular(const double *p, double u)
{
    double width = p[2] - p[0], left = p[1] - p[0], right = p[2] - p[1];
    return u < left / width ? p[0] + sqrt(u * width * left) : p[2] - sqrt((1 - u) * width * right);
}

static double exact_beta(const double *p, double u)
{
    return p[2] + (p[3] - p[2]) * gsl_cdf_beta_Pinv(u, p[0], p[1]);
}

static double exact_pert(const double *p, double u)
{
    double a = 1 + 4 * (p[1] - p[0]) / (p[2] - p[0]);
    return p[0] + (p[2] - p[0]) * gsl_cdf_beta_Pinv(u, a, 6 - a);
}

static double exact_gamma(const double *p, double u)
{
    return gsl_cdf_gamma_Pinv(u, p[0], p[1]);
}

/* The quantiles of 1 + lognormal(-2, 0.7), of normal(3, 2) and of 1 - lognormal(-2, 0.7). */
#define Z95 1.6448536269514722
static double exact_shifted(const double *p, double u)
{
    (void)p;
    return 1 + gsl_cdf_lognormal_Pinv(u, -2, 0.7);
}

static double exact_straight(const double *p, double u)
{
    (void)p;
    return 3 + gsl_cdf_gaussian_Pinv(u, 2);
}

static double exact_mirrored(const double *p, double u)
{
    (void)p;
    return 1 - gsl_cdf_lognormal_Qinv(u, -2, 0.7);
}

/* sd: closed forms (Johnson, Kotz and Balakrishnan 1994, 1995); of the truncated normal laws: their
 * density integrated by mpmath with 30 digits. */
static const struct example examples[] = {
    { "normal", { -0.3, 1.7 }, exact_normal, 1.7 },
    { "truncated_normal", { 0.4, 0.3, 0, 1 }, exact_truncated_normal, 0.2354388343 },
    { "truncated_normal", { 0.4, 0.3, 2, 9 }, exact_truncated_normal, 0.05139807673 },
    { "truncated_normal", { 0.4, 0.3, -9, -3.1 }, exact_truncated_normal, 0.02517412301 },
    { "truncated_normal", { 0, 1, 20, 21 }, exact_truncated_normal, 0.04963124449 },
    { "truncated_normal", { 0, 1, 40, 1e12 }, NULL, 0.024953324 },
    { "truncated_normal", { 1, 1e-3, -9, -4 }, NULL, 1.99999976e-7 },
    { "lognormal", { -1.2, 0.4 }, exact_lognormal, 0.1359106612 },
    { "uniform", { -2, 5 }, exact_uniform, 2.020725942 },
    { "triangular", { 1, 2, 5 }, exact_triangular, 0.8498365856 },
    { "triangular", { 0, 0, 1 }, exact_triangular, 0.2357022604 },
    { "pert", { 1, 2, 5 }, exact_pert, 0.7126966451 },
    { "pert", { 0, 1, 1 }, exact_pert, 0.1408590425 },
    { "beta", { 0.5, 0.5, 0, 1 }, exact_beta, 0.3535533906 },
    { "beta", { 2.5, 3.5, -1, 4 }, exact_beta, 0.9316949906 },
    { "beta", { 120, 4, 0, 1 }, exact_beta, 0.01580315963 },
    { "beta", { 500, 500, 0, 1 }, exact_beta, 0.01580348853 },
    { "beta", { 500, 0.5, 0, 1 }, NULL, 0.001410686317 },
    { "gamma", { 0.5, 2 }, exact_gamma, 1.414213562 },
    { "gamma", { 1, 0.3 }, exact_gamma, 0.3 },
    { "gamma", { 7.3, 1 }, exact_gamma, 2.701851217 },
    { "gamma", { 500, 0.01 }, exact_gamma, 0.2236067977 },
    { "quantiles",
      { 1 + 0.042792281182327053, 1 + 0.13533528323661269, 1 + 0.42801267851778899 },
      exact_shifted,
      0.1374929232 },
    { "quantiles", { 3 - 2 * Z95, 3, 3 + 2 * Z95 }, exact_straight, 2 },
    { "quantiles",
      { 1 - 0.42801267851778899, 1 - 0.13533528323661269, 1 - 0.042792281182327053 },
      exact_mirrored,
      0.1374929232 },
};

enum { EXAMPLES = sizeof examples / sizeof *examples };

/* Within 1e-7 standard deviations in the body, the error of GSL's own inversions included. */
Test(distribution, quantiles_are_exact)
{
    gsl_set_error_handler_off();
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        for (double z = -4.753; z <= 4.753 && examples[i].exact != NULL; z += 0.0137) {
            double u = gsl_cdf_ugaussian_P(z), exact = examples[i].exact(settings.parameter, u);
            double error = fabs(laws_quantile(distribution, &settings, u) - exact) / examples[i].sd;
            cr_expect(error < 1e-7, "%s %d: %g at u = %.9g", examples[i].name, i, error, u);
        }
        laws_free(&settings);
    }
}

/* mean() and the example's sd against the trapezoidal rule in the normal score, which is spectrally
 * accurate for smooth laws. */
Test(distribution, moments)
{
    const double step = 1.0 / 256;
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        double mean = distribution->mean(&settings), sd = examples[i].sd, first = 0, second = 0;
        for (double z = -8.2; z <= 8.2; z += step) {
            double x = laws_quantile(distribution, &settings, special_normal_cdf(z)) - mean;
            first += step * special_normal_density(z) * x;
            second += step * special_normal_density(z) * x * x;
        }
        cr_expect(fabs(first) < 2e-6 * sd, "%s %d: mean off by %g sd", examples[i].name, i,
                  first / sd);
        cr_expect_float_eq(sqrt(second) / sd, 1, 1e-6, "%s %d: sd %.9g", examples[i].name, i,
                           sqrt(second));
        laws_free(&settings);
    }
}

/* On 164,000 points across (0, 1), dense in both tails, the quantile never falls and stays within
 * its support. */
Test(distribution, monotone_within_support)
{
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        double low, high, last = -INFINITY, slack = 1e-14;
        distribution->support(&settings, &low, &high);
        for (double z = -8.2; z <= 8.2; z += 1e-4) {
            double x = laws_quantile(distribution, &settings, special_normal_cdf(z));
            cr_assert(isfinite(x) && x >= low && x <= high, "%s %d: %.17g", examples[i].name, i, x);
            cr_assert(x >= last - slack * fabs(last), "%s %d: %.17g after %.17g", examples[i].name,
                      i, x, last);
            last = x;
        }
        laws_free(&settings);
    }
}

/* The farthest uniforms that can be drawn. */
Test(distribution, ends)
{
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        double low, high, least = laws_quantile(distribution, &settings, 0x1p-53);
        double most = laws_quantile(distribution, &settings, 1 - 0x1p-53);
        distribution->support(&settings, &low, &high);
        cr_expect(isfinite(least) && isfinite(most) && low <= least && least < most &&
                  most <= high);
        laws_free(&settings);
    }
}

/* A lane's draw is the same bits alone, in a block, and in place. */
Test(distribution, lanes_are_independent)
{
    const struct random random = { .seed = 3, .lanes = LANES - 3 };
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        double u[LANES], out[LANES];
        random_uniform(&random, PURPOSE_PARAMETER, 1, u);
        distribution->quantile(&settings, u, out, random.lanes);
        for (int lane = 0; lane < random.lanes; lane++)
            cr_expect(laws_quantile(distribution, &settings, u[lane]) == out[lane], "%s %d",
                      examples[i].name, i);
        distribution->quantile(&settings, u, u, random.lanes);
        cr_expect(memcmp(u, out, (size_t)random.lanes * sizeof *u) == 0, "%s %d", examples[i].name,
                  i);
        laws_free(&settings);
    }
}

/* FNV-1a over the bits of all quantiles. The value was produced by our own code: it only says that
 * every compiler, level and instruction set gives the same bits. */
Test(distribution, bits)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (int i = 0; i < EXAMPLES; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&examples[i], &settings);
        for (int k = 0; k < 999; k++) {
            uint64_t bits = special_bits(laws_quantile(distribution, &settings, (k + 0.385) / 999));
            for (int byte = 0; byte < 8; byte++)
                hash = (hash ^ (bits >> 8 * byte & 0xff)) * 0x100000001b3u;
        }
        laws_free(&settings);
    }
    cr_expect(hash == 0xe20dbb55b97390ffu, "0x%016llx", (unsigned long long)hash);
}
