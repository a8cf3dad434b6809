#include "models/design.h"

static void mc_uniform(const struct design_axis *axis, double *out)
{
    random_uniform(&axis->random, PURPOSE_PARAMETER, axis->who, out);
}

const struct design design_mc = {
    .about = {
        .name = "mc",
        .summary = "Independent draws: plain Monte Carlo.",
        .formula = "u ~ U(0, 1), independent for every trial and number",
        .source = "Metropolis and Ulam, Journal of the American Statistical Association 44 (1949)",
    },
    .independent = true,
    .mates = 1,
    .uniform = mc_uniform,
};
