#include "models/steps.h"

const struct distribution distribution_discrete = {
    .about = {
        .name = "discrete",
        .summary = "One of a list of values, each with its weight.",
        .formula = "Q(u) = the least value x with share of weight at or below x >= u",
        .source = "inversion of a step function: Devroye, Non-Uniform Random Variate Generation (1986), chapter 3",
        .settings_size = sizeof(struct distribution_settings),
        .check = steps_check,
    },
    .lists = true,
    .table_size = STEPS_TABLE,
    .prepare = steps_prepare,
    .quantile = steps_quantile,
    .mean = steps_mean,
    .support = steps_support,
};
