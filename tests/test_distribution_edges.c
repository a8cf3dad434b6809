/* Distributions at their edges: symmetric, certain, skewed, far away, and wrongly set. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "models/special.h"
#include "tests/laws.h"

/* Bounds anywhere, and as far apart or as close together as they may be, give values between them.
 */
Test(distribution_edges, truncated_normal_anywhere)
{
    const double ends[] = { -1e12, -1e5, -38, -8, -1,  -1e-9, 0,   1e-300,
                            0.3,   7.9,  8.1, 37, 1e3, 1e9,   1e12 };
    const double sds[] = { 0, 1e-300, 1e-9, 1, 1e12 };
    const int count = sizeof ends / sizeof *ends;
    for (int i = 0; i < count * count * 5; i++) {
        const struct example cut = { "truncated_normal",
                                     { 0.1, sds[i % 5], ends[i / 5 % count], ends[i / 5 / count] },
                                     NULL,
                                     1 };
        const double min = cut.parameter[2], max = cut.parameter[3];
        if (min > max)
            continue;
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&cut, &settings);
        double mean = distribution->mean(&settings), last = min;
        cr_expect(mean >= min && mean <= max, "sd %g in %g %g: mean %g", cut.parameter[1], min, max,
                  mean);
        for (double z = -8.2; z <= 8.2; z += 0.1) {
            double x = laws_quantile(distribution, &settings, special_normal_cdf(z));
            cr_expect(x >= min && x <= max && x >= last - 1e-14 * fabs(last),
                      "sd %g in %g %g: %.17g after %.17g", cut.parameter[1], min, max, x, last);
            last = x;
        }
        laws_free(&settings);
    }
}

/* Symmetric laws: quantiles at u and 1 - u lie equally far from the middle. */
Test(distribution_edges, symmetry)
{
    const struct example symmetric[] = {
        { "normal", { 1, 2 }, NULL, 1 },        { "truncated_normal", { 1, 2, 0, 2 }, NULL, 1 },
        { "uniform", { 0, 2 }, NULL, 1 },       { "triangular", { 0, 1, 2 }, NULL, 1 },
        { "pert", { 0, 1, 2 }, NULL, 1 },       { "beta", { 3, 3, 0, 2 }, NULL, 1 },
        { "quantiles", { -1, 1, 3 }, NULL, 1 },
    };
    for (size_t i = 0; i < sizeof symmetric / sizeof *symmetric; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&symmetric[i], &settings);
        cr_expect_float_eq(distribution->mean(&settings), 1, 1e-14, "%s", symmetric[i].name);
        for (double u = 1.0 / 1024; u < 0.5; u += 1.0 / 1024) {
            double sum = laws_quantile(distribution, &settings, u) +
                         laws_quantile(distribution, &settings, 1 - u);
            cr_expect_float_eq(sum, 2, 1e-13, "%s at %g", symmetric[i].name, u);
        }
        laws_free(&settings);
    }
}

/* Laws without spread: every quantile is the one value. */
Test(distribution_edges, certain)
{
    const struct example certain[] = {
        { "normal", { 0.7, 0 }, NULL, 0 },
        { "truncated_normal", { 0.7, 0, 0, 1 }, NULL, 0 },
        { "truncated_normal", { 9, 0, 0, 0.7 }, NULL, 0 },
        { "truncated_normal", { 9, 1, 0.7, 0.7 }, NULL, 0 },
        { "uniform", { 0.7, 0.7 }, NULL, 0 },
        { "triangular", { 0.7, 0.7, 0.7 }, NULL, 0 },
        { "pert", { 0.7, 0.7, 0.7 }, NULL, 0 },
        { "beta", { 2, 3, 0.7, 0.7 }, NULL, 0 },
    };
    for (size_t i = 0; i < sizeof certain / sizeof *certain; i++) {
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&certain[i], &settings);
        double low, high;
        distribution->support(&settings, &low, &high);
        cr_expect(low == 0.7 && high == 0.7, "%s %zu: %g %g", certain[i].name, i, low, high);
        cr_expect_float_eq(distribution->mean(&settings), 0.7, 1e-15, "%s %zu", certain[i].name, i);
        for (double u = 0.003; u < 1; u += 0.01)
            cr_expect(laws_quantile(distribution, &settings, u) == 0.7, "%s %zu", certain[i].name,
                      i);
        laws_free(&settings);
    }
}

/* The three elicited quantiles come back, however skewed they are. */
Test(distribution_edges, elicited_quantiles)
{
    for (double ratio = 1e-4; ratio < 1e5; ratio *= 1.9) {
        const struct example elicited = { "quantiles", { -ratio, 0.01, 1 }, NULL, 1 };
        struct distribution_settings settings = { 0 };
        const struct distribution *distribution = laws_prepare(&elicited, &settings);
        cr_expect_float_eq(laws_quantile(distribution, &settings, 0.05), -ratio,
                           1e-13 * (1 + ratio));
        cr_expect_float_eq(laws_quantile(distribution, &settings, 0.5), 0.01, 1e-15);
        cr_expect_float_eq(laws_quantile(distribution, &settings, 0.95), 1, 1e-13 * (1 + ratio));
        cr_expect(isfinite(distribution->mean(&settings)));
        laws_free(&settings);
    }
}

/* Settings that make no sense are told so. */
Test(distribution_edges, check)
{
    const struct example wrong[] = {
        { "uniform", { 2, 1 }, NULL, 1 },
        { "triangular", { 2, 1, 3 }, NULL, 1 },
        { "triangular", { 1, 4, 3 }, NULL, 1 },
        { "pert", { 2, 1, 3 }, NULL, 1 },
        { "pert", { 1, 4, 3 }, NULL, 1 },
        { "beta", { 1, 1, 1, 0 }, NULL, 1 },
        { "quantiles", { 1, 1, 2 }, NULL, 1 },
        { "quantiles", { 0, 2, 2 }, NULL, 1 },
        { "truncated_normal", { 0, 1, 1, 0 }, NULL, 1 },
        { "discrete", { 0 }, NULL, 1 },
        { "empirical", { 0 }, NULL, 1 },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct distribution_settings settings = { 0 };
        memcpy(settings.parameter, wrong[i].parameter, sizeof settings.parameter);
        const struct model *model = catalogue_find("distribution", wrong[i].name);
        cr_expect(model->check(&settings) != NULL, "%s %zu", wrong[i].name, i);
    }
}

/* Parameters lie in the settings in the order of their table. */
Test(distribution_edges, parameters)
{
    int found = 0;
    for (int i = 0; i < catalogue_count; i++) {
        const struct parameter *parameters = catalogue[i].model->parameters;
        if (strcmp(catalogue[i].kind, "distribution") != 0)
            continue;
        found++;
        for (size_t k = 0; parameters != NULL && parameters[k].name != NULL; k++)
            cr_expect(parameters[k].offset == offsetof(struct distribution_settings, parameter[k]),
                      "%s.%s", catalogue[i].model->name, parameters[k].name);
    }
    cr_expect(found == 11);
}
