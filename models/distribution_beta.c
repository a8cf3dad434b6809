#include <math.h>

#include "models/distribution.h"
#include "models/inversion.h"

static const struct parameter beta_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "a", true, NAN, 0.01, 1e5, "",
         "first shape: a large one draws it towards max"),
    REAL(struct distribution_settings, parameter[1], "b", true, NAN, 0.01, 1e5, "",
         "second shape: a large one draws it towards min"),
    REAL(struct distribution_settings, parameter[2], "min", false, 0, -1e12, 1e12, "",
         "its lower bound"),
    REAL(struct distribution_settings, parameter[3], "max", false, 1, -1e12, 1e12, "",
         "its upper bound"),
    PARAMETER_END,
};

static const char *beta_check(const void *about)
{
    const struct distribution_settings *settings = about;
    return settings->parameter[2] > settings->parameter[3] ? "min must not exceed max" : NULL;
}

static void beta_prepare(struct distribution_settings *settings, double *table)
{
    inversion_beta(settings->parameter[0], settings->parameter[1], table);
    settings->table = table;
}

static void beta_quantile(const struct distribution_settings *settings, const double *u,
                          double *out, int lanes)
{
    inversion_beta_quantile(settings->table, settings->parameter[2], settings->parameter[3], u, out,
                            lanes);
}

static double beta_mean(const struct distribution_settings *settings)
{
    const double a = settings->parameter[0], b = settings->parameter[1];
    const double min = settings->parameter[2], max = settings->parameter[3];
    return min + (max - min) * (a / (a + b));
}

static void beta_support(const struct distribution_settings *settings, double *low, double *high)
{
    *low = settings->parameter[2];
    *high = settings->parameter[3];
}

const struct distribution distribution_beta = {
    .about = {
        .name = "beta",
        .summary = "A share between two bounds, as if b failures and a successes had been seen.",
        .formula = "density of x = (X - min) / (max - min): x^(a - 1) (1 - x)^(b - 1) / B(a, b)",
        .source = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 25; table: models/inversion.h",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = beta_parameters,
        .check = beta_check,
    },
    .table_size = INVERSION_TABLE,
    .prepare = beta_prepare,
    .quantile = beta_quantile,
    .mean = beta_mean,
    .support = beta_support,
};
