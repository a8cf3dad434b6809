#include "models/steps.h"

static const char *empirical_check(const void *about)
{
    const struct distribution_settings *settings = about;
    return settings->weight != NULL ? "it takes no weights: its values are equally likely"
                                    : steps_check(settings);
}

const struct distribution distribution_empirical = {
    .about = {
        .name = "empirical",
        .summary = "One of a list of values, such as past cases, all equally likely.",
        .formula = "Q(u) = the least value x with share of values at or below x >= u",
        .source = "inversion of a step function: Devroye, Non-Uniform Random Variate Generation (1986), chapter 3",
        .settings_size = sizeof(struct distribution_settings),
        .check = empirical_check,
    },
    .lists = true,
    .table_size = STEPS_TABLE,
    .prepare = steps_prepare,
    .quantile = steps_quantile,
    .mean = steps_mean,
    .support = steps_support,
};
