#include "models/design.h"

static double antithetic_before(const struct design_axis *axis)
{
    struct random random = axis->random;
    double uniform;
    random.trial--;
    random.lanes = 1;
    random_uniform(&random, PURPOSE_PARAMETER, axis->who, &uniform);
    return uniform;
}

/* 1 - u is exact: uniforms are multiples of 2^-53 (models/random.h). */
static void antithetic_uniform(const struct design_axis *axis, double *out)
{
    int odd = (int)(axis->random.trial & 1);
    random_uniform(&axis->random, PURPOSE_PARAMETER, axis->who, out);
    if (odd && axis->random.lanes > 0)
        out[0] = 1 - antithetic_before(axis);
    for (int lane = 1 + odd; lane < axis->random.lanes; lane += 2)
        out[lane] = 1 - out[lane - 1];
}

const struct design design_antithetic = {
    .about = {
        .name = "antithetic",
        .summary = "Trials in pairs that mirror each other: where one draws high, the other draws low.",
        .formula = "trials 2j and 2j + 1 draw u and 1 - u",
        .source = "Hammersley and Morton, Proceedings of the Cambridge Philosophical Society 52 (1956)",
    },
    .mates = 2,
    .uniform = antithetic_uniform,
};
