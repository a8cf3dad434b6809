#include <math.h>

#include "models/distribution.h"

static const struct parameter triangular_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "min", true, NAN, -1e12, 1e12, "",
         "its least value"),
    REAL(struct distribution_settings, parameter[1], "mode", true, NAN, -1e12, 1e12, "",
         "its likeliest value"),
    REAL(struct distribution_settings, parameter[2], "max", true, NAN, -1e12, 1e12, "",
         "its greatest value"),
    PARAMETER_END,
};

static const char *triangular_check(const void *about)
{
    const struct distribution_settings *settings = about;
    if (settings->parameter[0] > settings->parameter[1])
        return "min must not exceed mode";
    return settings->parameter[1] > settings->parameter[2] ? "mode must not exceed max" : NULL;
}

static void triangular_quantile(const struct distribution_settings *settings, const double *u,
                                double *out, int lanes)
{
    const double min = settings->parameter[0], mode = settings->parameter[1];
    const double max = settings->parameter[2], width = max - min;
    const double left = mode - min, right = max - mode;
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++) {
        double rising = min + sqrt(u[lane] * width * left);
        double falling = max - sqrt((1.0 - u[lane]) * width * right);
        double below = rising < mode ? rising : mode, above = falling > mode ? falling : mode;
        out[lane] = u[lane] * width < left ? below : above;
    }
}

static double triangular_mean(const struct distribution_settings *settings)
{
    const double *parameter = settings->parameter;
    return (parameter[0] + parameter[1] + parameter[2]) / 3.0;
}

static void triangular_support(const struct distribution_settings *settings, double *low,
                               double *high)
{
    *low = settings->parameter[0];
    *high = settings->parameter[2];
}

const struct distribution distribution_triangular = {
    .about = {
        .name = "triangular",
        .summary = "Between two bounds, likeliest at a mode, with straight flanks.",
        .formula = "Q(u) = min + sqrt(u (max - min) (mode - min)) up to the mode, "
                   "max - sqrt((1 - u) (max - min) (max - mode)) above it",
        .source = "Kotz and van Dorp, Beyond Beta (2004), chapter 1",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = triangular_parameters,
        .check = triangular_check,
    },
    .quantile = triangular_quantile,
    .mean = triangular_mean,
    .support = triangular_support,
};
