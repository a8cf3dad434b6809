#include "models/design.h"
#include "models/sobol.h"

enum { POINTS = LANES / DESIGN_REPLICATES + 1 };

_Static_assert((int)DESIGN_DIMENSIONS == (int)SOBOL_DIMENSIONS, "a direction for each dimension");

/* Use `use` of a number's randomness in a replicate: the key of a scrambling. */
static void sobol_key(const struct design_axis *axis, uint64_t replicate, uint64_t use,
                      uint64_t key[8])
{
    design_key(axis, replicate, 2 * use, key);
    design_key(axis, replicate, 2 * use + 1, key + 4);
}

static int sobol_bits(uint64_t index)
{
    int bits = 0;
    while (index >> bits != 0)
        bits++;
    return bits;
}

/* The coordinates of `count` points from `first` on. Beyond the dimensions: van der Corput's, whose
 * points each replicate takes in an order of its own. */
static void sobol_points(const struct design_axis *axis, uint64_t first, int count,
                         uint64_t *coordinate)
{
    uint64_t direction[64];
    int dimension = axis->dimension < SOBOL_DIMENSIONS ? axis->dimension : 0;
    sobol_directions(dimension, sobol_bits(first + (uint64_t)count), direction);
    for (int k = 0; k < count; k++)
        coordinate[k] = sobol_coordinate(direction, first + (uint64_t)k);
}

/* The place of a point in the order of a replicate, as the coordinate that stands there. Scrambling
 * the number of the point, first digit first, keeps every 2^k points in a row together. */
static uint64_t sobol_shuffle(const struct design_axis *axis, uint64_t replicate, uint64_t index)
{
    uint64_t key[8];
    sobol_key(axis, replicate, 1, key);
    return sobol_reverse(sobol_scramble(sobol_reverse(index), key));
}

static void sobol_replicate(const struct design_axis *axis, const uint64_t *coordinate, int lane,
                            double *out)
{
    const uint64_t trial = axis->random.trial, begin = trial / DESIGN_REPLICATES;
    uint64_t replicate = (trial + (uint64_t)lane) % DESIGN_REPLICATES, key[8];
    sobol_key(axis, replicate, 0, key);
    for (; lane < axis->random.lanes; lane += DESIGN_REPLICATES) {
        uint64_t index = (trial + (uint64_t)lane) / DESIGN_REPLICATES;
        uint64_t point = axis->dimension < SOBOL_DIMENSIONS ? coordinate[index - begin]
                                                            : sobol_shuffle(axis, replicate, index);
        out[lane] = sobol_real(sobol_scramble(point, key));
    }
}

static void sobol_uniform(const struct design_axis *axis, double *out)
{
    uint64_t coordinate[POINTS];
    sobol_points(axis, axis->random.trial / DESIGN_REPLICATES, POINTS, coordinate);
    for (int lane = 0; lane < DESIGN_REPLICATES && lane < axis->random.lanes; lane++)
        sobol_replicate(axis, coordinate, lane, out);
}

const struct design design_sobol = {
    .about = {
        .name = "sobol",
        .summary = "Scrambled Sobol points, which fill the space of all uncertain numbers evenly.",
        .formula = "16 sequences of Sobol points, each scrambled anew (Owen): trial t is point floor(t / 16) of "
                   "number t mod 16; numbers beyond the 256 dimensions are each spread evenly alone",
        .source = "Sobol (1967); Joe and Kuo, SIAM Journal on Scientific Computing 30 (2008); Owen (1995)",
    },
    .mates = 1,
    .uniform = sobol_uniform,
};
