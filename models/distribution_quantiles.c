#include <math.h>

#include "models/distribution.h"
#include "models/special.h"

static const struct parameter quantiles_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "p05", true, NAN, -1e12, 1e12, "",
         "the value that it undercuts with a chance of 5%"),
    REAL(struct distribution_settings, parameter[1], "p50", true, NAN, -1e12, 1e12, "",
         "its median"),
    REAL(struct distribution_settings, parameter[2], "p95", true, NAN, -1e12, 1e12, "",
         "the value that it exceeds with a chance of 5%"),
    PARAMETER_END,
};

/* The law: median + bent (exp(bend z) - 1) + straight z; one of the two is 0. */
struct shape {
    double median, bent, bend, straight;
};

static struct shape quantiles_shape(const struct distribution_settings *settings)
{
    const double z95 = special_normal_quantile(0.95), median = settings->parameter[1];
    const double below = median - settings->parameter[0], above = settings->parameter[2] - median;
    const double bend = (special_log(above) - special_log(below)) / z95;
    if (bend == 0.0)
        return (struct shape){ median, 0.0, 0.0, above / z95 };
    return (struct shape){ median, above / special_exp_minus_one(bend * z95), bend, 0.0 };
}

static const char *quantiles_check(const void *about)
{
    const struct distribution_settings *settings = about;
    if (settings->parameter[0] >= settings->parameter[1])
        return "p05 must be below p50";
    return settings->parameter[1] >= settings->parameter[2] ? "p50 must be below p95" : NULL;
}

static void quantiles_prepare(struct distribution_settings *settings, double *table)
{
    const struct shape shape = quantiles_shape(settings);
    settings->constant[0] = shape.median;
    settings->constant[1] = shape.bent;
    settings->constant[2] = shape.bend;
    settings->constant[3] = shape.straight;
    settings->table = table;
}

static void quantiles_quantile(const struct distribution_settings *settings, const double *u,
                               double *out, int lanes)
{
    const double median = settings->constant[0], bent = settings->constant[1];
    const double bend = settings->constant[2], straight = settings->constant[3];
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++) {
        double z = special_normal_quantile(u[lane]);
        out[lane] = median + (bent * special_exp_minus_one(bend * z) + straight * z);
    }
}

static double quantiles_mean(const struct distribution_settings *settings)
{
    const struct shape shape = quantiles_shape(settings);
    return shape.median + shape.bent * special_exp_minus_one(0.5 * shape.bend * shape.bend);
}

static void quantiles_support(const struct distribution_settings *settings, double *low,
                              double *high)
{
    const struct shape shape = quantiles_shape(settings);
    *low = shape.bend > 0.0 ? shape.median - shape.bent : -INFINITY;
    *high = shape.bend < 0.0 ? shape.median - shape.bent : INFINITY;
}

const struct distribution distribution_quantiles = {
    .about = {
        .name = "quantiles",
        .summary = "The normal or (shifted, mirrored) lognormal law through three quantiles.",
        .formula = "Q(u) = p50 + (p95 - p50) (r^(z / z95) - 1) / (r - 1), "
                   "r = (p95 - p50) / (p50 - p05), z and z95 the standard normal quantiles "
                   "of u and 0.95; linear in z where r = 1",
        .source = "three-parameter lognormal: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 14",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = quantiles_parameters,
        .check = quantiles_check,
    },
    .prepare = quantiles_prepare,
    .quantile = quantiles_quantile,
    .mean = quantiles_mean,
    .support = quantiles_support,
};
