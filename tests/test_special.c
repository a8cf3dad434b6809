/* Elementary and normal functions against libm's long double ones and GSL. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_erf.h>

#include "models/special.h"

static const double E = 0x1p-52; /* the unit of the errors stated in models/special.h */
static const long double ROOT_TWO_PI = 2.50662827463100050241576528481L;

static long double logistic(long double x)
{
    return 1.0L / (1.0L + expl(-x));
}

static long double density(long double z)
{
    return expl(-0.5L * z * z) / ROOT_TWO_PI;
}

static long double cdf(long double z)
{
    return 0.5L * erfcl(-z * 0.707106781186547524400844362105L);
}

static long double log_cdf(long double z)
{
    return z < 0 ? logl(cdf(z)) : log1pl(-cdf(-z));
}

static long double ratio(long double z)
{
    return density(z) / cdf(z);
}

static long double mills(long double z)
{
    return cdf(-z) / density(z);
}

/* AS 241's answer is the exact one to first order after a step of Newton's method. */
static long double quantile(long double u)
{
    long double z = gsl_cdf_ugaussian_Pinv((double)u);
    return u < 0.5L ? z - (cdf(z) - u) / density(z) : z + (cdf(-z) - (1.0L - u)) / density(z);
}

struct comparison {
    const char *name;
    double (*function)(double);
    long double (*exact)(long double);
    double low, high, bound; /* bound: of the relative error, in units of E */
};

static const struct comparison comparisons[] = {
    { "log near 1", special_log, logl, 0.25, 4, 1 },
    { "log", special_log, logl, 1e-3, 1e9, 1 },
    { "log_one_plus near 0", special_log_one_plus, log1pl, -1e-3, 1e-3, 2 },
    { "log_one_plus", special_log_one_plus, log1pl, -0.999999, 30, 2 },
    { "exp near 0", special_exp, expl, -1, 1, 1 },
    { "exp", special_exp, expl, -708, 709, 1 },
    { "exp_minus_one near 0", special_exp_minus_one, expm1l, -1e-3, 1e-3, 2 },
    { "exp_minus_one", special_exp_minus_one, expm1l, -3, 3, 2 },
    { "exp_minus_one far", special_exp_minus_one, expm1l, -708, 709, 2 },
    { "logistic", special_logistic, logistic, -40, 40, 2 },
    { "logistic far", special_logistic, logistic, -700, 700, 2 },
    { "normal_density", special_normal_density, density, -4, 4, 3 },
    { "normal_density far", special_normal_density, density, -37.5, 37.5, 3 },
    { "normal_mills", special_normal_mills, mills, 0, 8, 3 },
    { "normal_mills far", special_normal_mills, mills, 0, 40, 3 },
    { "normal_cdf", special_normal_cdf, cdf, -4, 8, 4 },
    { "normal_cdf far", special_normal_cdf, cdf, -37.5, 0, 4 },
    { "normal_log_cdf", special_normal_log_cdf, log_cdf, -4, 8, 5 },
    { "normal_log_cdf far", special_normal_log_cdf, log_cdf, -140, 0, 5 },
    { "normal_ratio", special_normal_ratio, ratio, -8, 8, 5 },
    { "normal_ratio far", special_normal_ratio, ratio, -40, 37, 5 },
    { "normal_quantile", special_normal_quantile, quantile, 0.001, 0.999, 5 },
    { "normal_quantile low", special_normal_quantile, quantile, 1e-12, 1e-9, 5 },
};

enum { COMPARISONS = sizeof comparisons / sizeof *comparisons, POINTS = 20000 };

static double comparison_point(const struct comparison *comparison, int k)
{
    return comparison->low + (comparison->high - comparison->low) * (k + 0.385) / POINTS;
}

Test(special, accuracy)
{
    for (int i = 0; i < COMPARISONS; i++) {
        const struct comparison *comparison = &comparisons[i];
        double worst = 0, where = 0;
        for (int k = 0; k < POINTS; k++) {
            double x = comparison_point(comparison, k);
            long double exact = comparison->exact(x);
            double error = (double)fabsl((comparison->function(x) - exact) / exact) / E;
            where = error > worst ? x : where;
            worst = error > worst ? error : worst;
        }
        cr_expect(worst <= comparison->bound, "%s: error %g e at %.17g, bound %g e",
                  comparison->name, worst, where, comparison->bound);
    }
}

/* FNV-1a over the bits of all results. The value was produced by our own code: it only says that
 * every compiler, level and instruction set gives the same bits. */
Test(special, bits)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (int i = 0; i < COMPARISONS; i++)
        for (int k = 0; k < POINTS; k += 7) {
            uint64_t bits =
                special_bits(comparisons[i].function(comparison_point(&comparisons[i], k)));
            for (int byte = 0; byte < 8; byte++)
                hash = (hash ^ (bits >> 8 * byte & 0xff)) * 0x100000001b3u;
        }
    cr_expect(hash == 0x3d345e03e22e2f51u, "0x%016llx", (unsigned long long)hash);
}

Test(special, power)
{
    double worst = 0;
    for (int i = 0; i < 300; i++)
        for (int j = 0; j < 100; j++) {
            double x = 0.01 + 0.0171 * i, y = -9.7 + 0.193 * j;
            long double exact = powl(x, y);
            double error = (double)fabsl((special_power(x, y) - exact) / exact) / E;
            double bound = 2.0 + fabs(y * log(x));
            worst = error / bound > worst ? error / bound : worst;
        }
    cr_expect(worst <= 1.0, "%g of the bound", worst);
    cr_expect(special_power(0, 0) == 1.0);
    cr_expect(special_power(0, 0.5) == 0.0);
    cr_expect(special_power(1, 123) == 1.0);
}

/* Whole numbers, halves and neighbours, against libm's exact floor. */
Test(special, floor)
{
    const double starts[] = { 0, 0.5, 1, 2, 1e3, 123456.5, 0x1p50, 0x1p51, 0x1p52, 0x1p53, 1e300 };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        for (int sign = -1; sign <= 1; sign += 2) {
            double x = sign * starts[i];
            cr_expect(special_floor(x) == floor(x), "%.17g", x);
            cr_expect(special_floor(nextafter(x, INFINITY)) == floor(nextafter(x, INFINITY)),
                      "%.17g", x);
            cr_expect(special_floor(nextafter(x, -INFINITY)) == floor(nextafter(x, -INFINITY)),
                      "%.17g", x);
        }
    for (int k = 0; k < POINTS; k++) {
        double x = -50 + 0.00513 * k;
        cr_expect(special_floor(x) == floor(x), "%.17g", x);
    }
}

/* The ends, as the header states them. */
Test(special, ends)
{
    cr_expect_float_eq(special_log(0), -709.0895657128241, 1e-12); /* -1023 log 2 */
    cr_expect(special_log(1) == 0.0);
    cr_expect(special_log(0x1p-1040) >= special_log(0) &&
              special_log(0x1p-1040) < special_log(0x1p-1022));
    cr_expect(special_exp(0) == 1.0);
    cr_expect(special_exp(-1e9) == special_exp(-708) && special_exp(-708) > 0);
    cr_expect(special_exp(1e9) == special_exp(709) && isfinite(special_exp(709)));
    cr_expect(special_normal_cdf(-1e9) > 0 && special_normal_cdf(-1e9) < 1e-300);
    cr_expect(special_normal_cdf(1e9) == 1.0);
    cr_expect_float_eq(special_normal_cdf(0), 0.5, E);
    cr_expect(special_normal_quantile(0.5) == 0.0);
    cr_expect(isfinite(special_normal_quantile(1e-300)) && special_normal_quantile(1e-300) < -36);
}

/* log Phi(-z) = -z^2/2 - log(z sqrt(2 pi)) + log(1 - 1/z^2 + 3/z^4 - ...) (DLMF 7.12.1). */
Test(special, far_tail)
{
    for (double z = 1e3; z < 1e12; z *= 7.3) {
        long double exact =
            -0.5L * z * z - logl(z * ROOT_TWO_PI) + log1pl(-1.0L / ((long double)z * z));
        cr_expect_float_eq(special_normal_log_cdf(-z) / (double)exact, 1.0, 5 * E, "%g", z);
        cr_expect_float_eq(special_normal_ratio(-z) / gsl_sf_hazard(z), 1.0, 1e-13, "%g", z);
    }
}

Test(special, quantile_is_that_of_gsl)
{
    for (double u = 1e-300; u < 0.5; u *= 1.37)
        cr_expect_float_eq(special_normal_quantile(u) / gsl_cdf_ugaussian_Pinv(u), 1.0, 2e-15, "%g",
                           u);
    for (double u = 0.5; u < 1 - E; u += 0.37 * (1 - u))
        cr_expect_float_eq(special_normal_quantile(u), gsl_cdf_ugaussian_Pinv(u), 1e-14, "%g", u);
}

/* Beyond what normal_cdf can tell from 1, the two sides still mirror each other. */
Test(special, symmetry)
{
    for (double z = 0; z < 9; z += 0.0137) {
        cr_expect(special_normal_density(z) == special_normal_density(-z));
        cr_expect_float_eq(special_normal_cdf(z) + special_normal_cdf(-z), 1.0, E);
        cr_expect_float_eq(special_logistic(z) + special_logistic(-z), 1.0, E);
    }
}
