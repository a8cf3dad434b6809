#include <math.h>

#include "models/distribution.h"
#include "models/special.h"

static const struct parameter lognormal_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "mu", true, NAN, -100, 100, "",
         "mean of its logarithm: the logarithm of its median"),
    REAL(struct distribution_settings, parameter[1], "sigma", true, NAN, 0, 10, "",
         "standard deviation of its logarithm; 0: it is certain"),
    PARAMETER_END,
};

static void lognormal_quantile(const struct distribution_settings *settings, const double *u,
                               double *out, int lanes)
{
    const double mu = settings->parameter[0], sigma = settings->parameter[1];
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = special_exp(mu + sigma * special_normal_quantile(u[lane]));
}

static double lognormal_mean(const struct distribution_settings *settings)
{
    const double mu = settings->parameter[0], sigma = settings->parameter[1];
    return special_exp(mu + 0.5 * sigma * sigma);
}

static void lognormal_support(const struct distribution_settings *settings, double *low,
                              double *high)
{
    const double median = special_exp(settings->parameter[0]), sigma = settings->parameter[1];
    *low = sigma > 0.0 ? 0.0 : median;
    *high = sigma > 0.0 ? INFINITY : median;
}

const struct distribution distribution_lognormal = {
    .about = {
        .name = "lognormal",
        .summary = "Positive and skewed: its logarithm is normal.",
        .formula = "Q(u) = exp(mu + sigma z), z the standard normal u-quantile",
        .source = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 14",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = lognormal_parameters,
    },
    .quantile = lognormal_quantile,
    .mean = lognormal_mean,
    .support = lognormal_support,
};
