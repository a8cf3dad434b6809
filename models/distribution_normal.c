#include <math.h>

#include "models/distribution.h"
#include "models/special.h"

static const struct parameter normal_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "mean", true, NAN, -1e12, 1e12, "",
         "its mean"),
    REAL(struct distribution_settings, parameter[1], "sd", true, NAN, 0, 1e12, "",
         "its standard deviation; 0: it is certain"),
    PARAMETER_END,
};

static void normal_quantile(const struct distribution_settings *settings, const double *u,
                            double *out, int lanes)
{
    const double mean = settings->parameter[0], sd = settings->parameter[1];
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = mean + sd * special_normal_quantile(u[lane]);
}

static double normal_mean(const struct distribution_settings *settings)
{
    return settings->parameter[0];
}

static void normal_support(const struct distribution_settings *settings, double *low, double *high)
{
    const double mean = settings->parameter[0], sd = settings->parameter[1];
    *low = sd > 0.0 ? -INFINITY : mean;
    *high = sd > 0.0 ? INFINITY : mean;
}

const struct distribution distribution_normal = {
    .about = {
        .name = "normal",
        .summary = "Spread evenly to both sides, without bounds.",
        .formula = "Q(u) = mean + sd z, z the standard normal u-quantile",
        .source = "z by Wichura, Algorithm AS 241, Applied Statistics 37 (1988)",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = normal_parameters,
    },
    .quantile = normal_quantile,
    .mean = normal_mean,
    .support = normal_support,
};
