#include <math.h>

#include "models/distribution.h"
#include "models/inversion.h"

static const struct parameter gamma_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "shape", true, NAN, 0.01, 1e5, "",
         "its shape: 1 is the exponential law, large ones are close to normal"),
    REAL(struct distribution_settings, parameter[1], "scale", true, NAN, 0, 1e12, "",
         "its scale: the mean is shape times scale"),
    PARAMETER_END,
};

static void gamma_prepare(struct distribution_settings *settings, double *table)
{
    inversion_gamma(settings->parameter[0], table);
    settings->table = table;
}

static void gamma_quantile(const struct distribution_settings *settings, const double *u,
                           double *out, int lanes)
{
    const double scale = settings->parameter[1], *table = settings->table;
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = scale * special_exp(inversion_read(table, special_normal_quantile(u[lane])));
}

static double gamma_mean(const struct distribution_settings *settings)
{
    return settings->parameter[0] * settings->parameter[1];
}

static void gamma_support(const struct distribution_settings *settings, double *low, double *high)
{
    *low = 0.0;
    *high = settings->parameter[1] > 0.0 ? INFINITY : 0.0;
}

const struct distribution distribution_gamma = {
    .about = {
        .name = "gamma",
        .summary = "Positive and skewed: a waiting time for `shape` events.",
        .formula = "density of x = X / scale: x^(shape - 1) exp(-x) / Gamma(shape)",
        .source = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 17; table: models/inversion.h",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = gamma_parameters,
    },
    .table_size = INVERSION_TABLE,
    .prepare = gamma_prepare,
    .quantile = gamma_quantile,
    .mean = gamma_mean,
    .support = gamma_support,
};
