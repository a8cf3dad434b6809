#include <math.h>

#include "models/distribution.h"

static const struct parameter uniform_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "min", true, NAN, -1e12, 1e12, "",
         "its least value"),
    REAL(struct distribution_settings, parameter[1], "max", true, NAN, -1e12, 1e12, "",
         "its greatest value"),
    PARAMETER_END,
};

static const char *uniform_check(const void *about)
{
    const struct distribution_settings *settings = about;
    return settings->parameter[0] > settings->parameter[1] ? "min must not exceed max" : NULL;
}

static void uniform_quantile(const struct distribution_settings *settings, const double *u,
                             double *out, int lanes)
{
    const double min = settings->parameter[0], max = settings->parameter[1];
    for (int lane = 0; lane < lanes; lane++) {
        double x = min + (max - min) * u[lane];
        out[lane] = x < max ? x : max;
    }
}

static double uniform_mean(const struct distribution_settings *settings)
{
    return 0.5 * (settings->parameter[0] + settings->parameter[1]);
}

static void uniform_support(const struct distribution_settings *settings, double *low, double *high)
{
    *low = settings->parameter[0];
    *high = settings->parameter[1];
}

const struct distribution distribution_uniform = {
    .about = {
        .name = "uniform",
        .summary = "Anything between two bounds, equally likely.",
        .formula = "Q(u) = min + (max - min) u",
        .source = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 26",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = uniform_parameters,
        .check = uniform_check,
    },
    .quantile = uniform_quantile,
    .mean = uniform_mean,
    .support = uniform_support,
};
