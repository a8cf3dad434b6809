#include <math.h>
#include <stdbool.h>

#include "models/distribution.h"
#include "models/special.h"

static const struct parameter truncated_normal_parameters[] = {
    REAL(struct distribution_settings, parameter[0], "mean", true, NAN, -1e12, 1e12, "",
         "the mean before it is cut off"),
    REAL(struct distribution_settings, parameter[1], "sd", true, NAN, 0, 1e12, "",
         "the standard deviation before it is cut off; 0: it is certain"),
    REAL(struct distribution_settings, parameter[2], "min", true, NAN, -1e12, 1e12, "",
         "its lower bound"),
    REAL(struct distribution_settings, parameter[3], "max", true, NAN, -1e12, 1e12, "",
         "its upper bound"),
    PARAMETER_END,
};

/* The law in standard units, mirrored where most of it lay above the mean: between near - width and
 * near, near <= width / 2. */
struct cut {
    bool mirrored;
    double near, width;
};

/* Nearer to the tail than this, probabilities are taken relative to that of the near end. */
static const double TAIL = -8.0;

static double truncated_normal_clamp(double x, double low, double high)
{
    double above = x > low ? x : low;
    return above < high ? above : high;
}

static struct cut truncated_normal_cut(const struct distribution_settings *settings)
{
    const double mean = settings->parameter[0], sd = settings->parameter[1];
    const double min = settings->parameter[2], max = settings->parameter[3];
    if (sd == 0.0)
        return (struct cut){ false, 0.0, 0.0 };
    const bool mirrored = (min - mean) + (max - mean) > 0.0;
    const double near = (mirrored ? mean - min : max - mean) / sd;
    return (struct cut){ mirrored, truncated_normal_clamp(near, -1e100, 1e100),
                         truncated_normal_clamp((max - min) / sd, 0.0, 1e100) };
}

static const char *truncated_normal_check(const void *about)
{
    const struct distribution_settings *settings = about;
    return settings->parameter[2] > settings->parameter[3] ? "min must not exceed max" : NULL;
}

/* log Phi(near) - log Phi(near - t), near <= 0, without the cancellation. */
static double truncated_normal_fall(double near, double t)
{
    double mills = special_normal_mills(t - near) / special_normal_mills(-near);
    return t * (0.5 * t - near) - special_log(mills);
}

/* constant: mirrored, near, and of Phi over the law: its start and rise; in the tail, relative to
 * the near end's: 0 and minus its rise. */
static void truncated_normal_prepare(struct distribution_settings *settings, double *table)
{
    const struct cut cut = truncated_normal_cut(settings);
    settings->constant[0] = cut.mirrored ? 1.0 : 0.0;
    settings->constant[1] = cut.near;
    if (cut.near < TAIL) {
        settings->constant[2] = 0.0;
        settings->constant[3] = special_exp_minus_one(-truncated_normal_fall(cut.near, cut.width));
    } else {
        settings->constant[2] = special_normal_cdf(cut.near - cut.width);
        settings->constant[3] = special_normal_cdf(cut.near) - settings->constant[2];
    }
    settings->table = table;
}

/* How far below `near` the tail's u-quantile is: fall(t) = -log share, a convex function, by
 * Newton's method from the root of its parabola. */
static double truncated_normal_depth(double near, double rise, double u)
{
    double part = (1.0 - u) * rise, inside = part > -1.0 + 0x1p-53 ? part : -1.0 + 0x1p-53;
    double fall = -special_log_one_plus(inside);
    double t = 2.0 * fall / (sqrt(near * near + 2.0 * fall) - near);
    for (int step = 0; step < 3; step++)
        t -= (truncated_normal_fall(near, t) - fall) * special_normal_mills(t - near);
    return t;
}

static void truncated_normal_tail(const struct distribution_settings *settings, const double *u,
                                  double *out, int lanes)
{
    const double sd = settings->parameter[1], min = settings->parameter[2],
                 max = settings->parameter[3];
    const double near = settings->constant[1], rise = settings->constant[3];
    const double mirrored = settings->constant[0], sign = 2.0 * mirrored - 1.0;
    const double end = mirrored > 0.0 ? min : max;
    for (int lane = 0; lane < lanes; lane++) {
        double from_far = mirrored + (1.0 - 2.0 * mirrored) * u[lane];
        double depth = truncated_normal_depth(near, rise, from_far);
        out[lane] = truncated_normal_clamp(end + sign * sd * depth, min, max);
    }
}

static void truncated_normal_body(const struct distribution_settings *settings, const double *u,
                                  double *out, int lanes)
{
    const double mean = settings->parameter[0], sd = settings->parameter[1];
    const double min = settings->parameter[2], max = settings->parameter[3];
    const double mirrored = settings->constant[0], sign = 1.0 - 2.0 * mirrored;
    const double start = settings->constant[2], rise = settings->constant[3];
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++) {
        double share = start + rise * (mirrored + sign * u[lane]);
        double inside = share < 1.0 - 0x1p-53 ? share : 1.0 - 0x1p-53;
        double x = mean + sign * sd * special_normal_quantile(inside);
        out[lane] = truncated_normal_clamp(x, min, max);
    }
}

static void truncated_normal_quantile(const struct distribution_settings *settings, const double *u,
                                      double *out, int lanes)
{
    if (settings->constant[1] < TAIL)
        truncated_normal_tail(settings, u, out, lanes);
    else
        truncated_normal_body(settings, u, out, lanes);
}

/* The mean of the law in standard units. */
static double truncated_normal_centre(const struct cut *cut)
{
    const double near = cut->near, width = cut->width, middle = near - 0.5 * width;
    if (width * (1.0 + fabs(middle)) <
        1e-3) /* the density is straight, and the closed form cancels */
        return middle - middle * width * width / 12.0;
    const double fall = special_exp_minus_one(width * (near - 0.5 * width)); /* of the density */
    if (near > 0.0)
        return special_normal_density(near) * fall /
               (special_normal_cdf(near) - special_normal_cdf(near - width));
    return fall / (special_normal_mills(-near) - (1.0 + fall) * special_normal_mills(width - near));
}

static double truncated_normal_mean(const struct distribution_settings *settings)
{
    const struct cut cut = truncated_normal_cut(settings);
    const double centre = truncated_normal_centre(&cut),
                 signed_centre = cut.mirrored ? -centre : centre;
    return truncated_normal_clamp(settings->parameter[0] + settings->parameter[1] * signed_centre,
                                  settings->parameter[2], settings->parameter[3]);
}

static void truncated_normal_support(const struct distribution_settings *settings, double *low,
                                     double *high)
{
    const bool certain = settings->parameter[1] == 0.0;
    *low = certain ? truncated_normal_mean(settings) : settings->parameter[2];
    *high = certain ? *low : settings->parameter[3];
}

const struct distribution distribution_truncated_normal = {
    .about = {
        .name = "truncated_normal",
        .summary = "A normal law, given that it falls between two bounds.",
        .formula = "Q(u) = mean + sd z, Phi(z) = Phi(a) + u (Phi(b) - Phi(a)), "
                   "a = (min - mean) / sd, b = (max - mean) / sd",
        .source = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 13",
        .settings_size = sizeof(struct distribution_settings),
        .parameters = truncated_normal_parameters,
        .check = truncated_normal_check,
    },
    .prepare = truncated_normal_prepare,
    .quantile = truncated_normal_quantile,
    .mean = truncated_normal_mean,
    .support = truncated_normal_support,
};
