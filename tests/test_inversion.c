/* Tabulated quantile functions against GSL's distribution functions. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "models/inversion.h"

/* The distance of the quantile from the exact one in standard deviations, by GSL's distribution
 * functions: GSL's own inverses fail for some shapes. */
static double beta_error(double a, double b, double z, double x)
{
    double sd = sqrt(a * b / (a + b + 1)) / (a + b);
    double off = z < 0 ? gsl_cdf_beta_P(x, a, b) - gsl_cdf_ugaussian_P(z)
                       : gsl_cdf_ugaussian_Q(z) - gsl_cdf_beta_Q(x, a, b);
    return fabs(off) / gsl_ran_beta_pdf(x, a, b) / sd;
}

static double gamma_error(double shape, double z, double x)
{
    double off = z < 0 ? gsl_cdf_gamma_P(x, shape, 1) - gsl_cdf_ugaussian_P(z)
                       : gsl_cdf_ugaussian_Q(z) - gsl_cdf_gamma_Q(x, shape, 1);
    return fabs(off) / gsl_ran_gamma_pdf(x, shape, 1) / sqrt(shape);
}

/* The shapes for which models/inversion.h promises its accuracy. */
static const double shapes[] = { 0.5, 0.77, 1, 1.9, 4.1, 17.3, 93.1, 500 };

Test(inversion, gamma)
{
    static double table[INVERSION_TABLE];
    for (int i = 0; i < 8; i++) {
        inversion_gamma(shapes[i], table);
        for (double z = -4.753; z < 4.753; z += 0.0171) {
            double x = special_exp(inversion_read(table, z));
            cr_expect(gamma_error(shapes[i], z, x) < 1e-8, "%g at %g", shapes[i], z);
        }
    }
}

/* Next to 1, x itself has too few digits for the comparison. */
Test(inversion, beta)
{
    static double table[INVERSION_TABLE];
    for (int i = 0; i < 64; i++) {
        const double a = shapes[i / 8], b = shapes[i % 8];
        inversion_beta(a, b, table);
        for (double z = -4.753; z < 4.753; z += 0.0171) {
            double x = special_logistic(inversion_read(table, z));
            cr_expect(x > 1 - 1e-10 || beta_error(a, b, z, x) < 1e-8, "%g %g at %g", a, b, z);
        }
    }
}

/* Every shape in range gives finite nodes that rise, at exact slopes that a cubic follows without
 * turning: none above three times the secants beside it (Fritsch and Carlson 1980). */
static void expect_rising(const double *table, double a, double b)
{
    for (int cell = 0; cell < INVERSION_CELLS; cell++) {
        const double *node = table + 2 * cell;
        double rise = node[2] - node[0];
        cr_assert(isfinite(node[2]) && rise > 0, "%g %g: node %d", a, b, cell);
        cr_assert(node[1] > 0 && node[1] < 3 * rise && node[3] > 0 && node[3] < 3 * rise,
                  "%g %g: node %d", a, b, cell);
    }
}

Test(inversion, rising_for_all_shapes)
{
    static double table[INVERSION_TABLE];
    for (double a = 0.01; a < 1.1e5; a *= 4.6) {
        inversion_gamma(a, table);
        expect_rising(table, a, 0);
        for (double b = 0.01; b < 1.1e5; b *= 4.6) {
            inversion_beta(a, b, table);
            expect_rising(table, a, b);
        }
    }
}
