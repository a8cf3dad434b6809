#include <assert.h>

#include "models/design.h"
#include "models/permutation.h"

/* The trials of a run that are in a replicate. */
static uint64_t lhs_rows(uint64_t trials, uint64_t replicate)
{
    return trials / DESIGN_REPLICATES + (replicate < trials % DESIGN_REPLICATES);
}

static double lhs_in_stratum(uint64_t stratum, double offset, uint64_t strata)
{
    const double last = 1 - 0x1p-53;
    double uniform = ((double)stratum + offset) / (double)strata;
    return uniform < last ? uniform : last;
}

static void lhs_uniform(const struct design_axis *axis, double *out)
{
    const struct random *random = &axis->random;
    assert(random->trial + (uint64_t)random->lanes <= axis->trials);
    random_uniform(random, PURPOSE_PARAMETER, axis->who, out);
    for (int first = 0; first < DESIGN_REPLICATES && first < random->lanes; first++) {
        uint64_t replicate = (random->trial + (uint64_t)first) % DESIGN_REPLICATES;
        uint64_t rows = lhs_rows(axis->trials, replicate), key[4];
        design_key(axis, replicate, 0, key);
        for (int lane = first; lane < random->lanes; lane += DESIGN_REPLICATES) {
            uint64_t row = (random->trial + (uint64_t)lane) / DESIGN_REPLICATES;
            out[lane] = lhs_in_stratum(permutation_of(row, rows, key), out[lane], rows);
        }
    }
}

const struct design design_lhs = {
    .about = {
        .name = "lhs",
        .summary = "Latin hypercubes: each number's range is divided into as many parts as there are trials, "
                   "one for each.",
        .formula = "16 hypercubes of m rows, trial t in number t mod 16: u = (pi(row) + v) / m, where pi, a random "
                   "permutation of 0 .. m - 1, is another for each number, and v ~ U(0, 1)",
        .source = "McKay, Beckman and Conover, Technometrics 21 (1979); replicated as in Iman and Conover (1980)",
    },
    .bounded = true,
    .mates = 1,
    .uniform = lhs_uniform,
};
