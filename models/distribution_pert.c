#include <math.h>

#include "models/distribution.h"
#include "models/inversion.h"

static const struct parameter pert_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "min", true, NAN, -1e12, 1e12, "",
         "its least value"),
    REAL(struct distribution_settings, parameter[1], "mode", true, NAN, -1e12, 1e12, "",
         "its likeliest value"),
    REAL(struct distribution_settings, parameter[2], "max", true, NAN, -1e12, 1e12, "",
         "its greatest value"),
    PARAMETER_END,
};

static const char *pert_check(const void *about)
{
    const struct distribution_settings *settings = about;
    if (settings->parameter[0] > settings->parameter[1])
        return "min must not exceed mode";
    return settings->parameter[1] > settings->parameter[2] ? "mode must not exceed max" : NULL;
}

static void pert_prepare(struct distribution_settings *settings, double *table)
{
    const double min = settings->parameter[0], mode = settings->parameter[1];
    const double width = settings->parameter[2] - min;
    const double at = width > 0.0 ? (mode - min) / width : 0.5; /* any shape does for a constant */
    inversion_beta(1.0 + 4.0 * at, 5.0 - 4.0 * at, table);
    settings->table = table;
}

static void pert_quantile(const struct distribution_settings *settings, const double *u,
                          double *out, int lanes)
{
    inversion_beta_quantile(settings->table, settings->parameter[0], settings->parameter[2], u, out,
                            lanes);
}

static double pert_mean(const struct distribution_settings *settings)
{
    const double *parameter = settings->parameter;
    return (parameter[0] + 4.0 * parameter[1] + parameter[2]) / 6.0;
}

static void pert_support(const struct distribution_settings *settings, double *low, double *high)
{
    *low = settings->parameter[0];
    *high = settings->parameter[2];
}

const struct distribution distribution_pert = {
    .about = {
        .name = "pert",
        .summary = "Between two bounds, likeliest at a mode, with smooth flanks.",
        .formula = "beta on [min, max], a = 1 + 4 (mode - min) / (max - min), b = 6 - a",
        .source = "Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959); table: models/inversion.h",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = pert_parameters,
        .check = pert_check,
    },
    .table_size = INVERSION_TABLE,
    .prepare = pert_prepare,
    .quantile = pert_quantile,
    .mean = pert_mean,
    .support = pert_support,
};
