/* The generator against its published vectors, and the draws against the laws they claim. */
#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/random.h"

/* Random123 (commit 9545ff6), tests/kat_vectors, threefry4x64 with 20 rounds. */
static const struct {
    uint64_t counter[4], key[4], expected[4];
} vectors[] = {
    { { 0, 0, 0, 0 },
      { 0, 0, 0, 0 },
      { 0x09218ebde6c85537, 0x55941f5266d86105, 0x4bd25e16282434dc, 0xee29ec846bd2e40b } },
    { { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX },
      { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX },
      { 0x29c24097942bba1b, 0x0371bbfb0f6f4e11, 0x3c231ffa33f83a1c, 0xcd29113fde32d168 } },
    { { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89 },
      { 0x452821e638d01377, 0xbe5466cf34e90c6c, 0xbe5466cf34e90c6c, 0xc0ac29b7c97c50dd },
      { 0xa7e8fde591651bd9, 0xbaafd0c30138319b, 0x84a5c1a729e685b9, 0x901d406ccebc1ba4 } },
};

Test(random, threefry)
{
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        uint64_t out[4];
        random_threefry(vectors[i].counter, vectors[i].key, out);
        for (int word = 0; word < 4; word++)
            cr_expect(out[word] == vectors[i].expected[word], "vector %zu, word %d", i, word);
    }
}

/* Noll's published FNV-1a test vectors. */
Test(random, hash)
{
    cr_expect(random_hash("") == 0xcbf29ce484222325u);
    cr_expect(random_hash("a") == 0xaf63dc4c8601ec8cu);
    cr_expect(random_hash("foobar") == 0x85944171f73967e8u);
}

/* The header's definition, word by word: (word / 2^12 + 1/2) / 2^52. */
Test(random, uniform_is_what_the_header_says)
{
    const struct random random = { .seed = 42, .trial = 1000003, .round = 7, .lanes = 50 };
    double out[LANES];
    random_uniform(&random, PURPOSE_LEAK, 99, out);
    for (int lane = 0; lane < random.lanes; lane++) {
        uint64_t trial = random.trial + (uint64_t)lane, words[4];
        random_threefry((uint64_t[]){ trial / 4, 7, PURPOSE_LEAK, 99 }, (uint64_t[]){ 42, 0, 0, 0 },
                        words);
        double expected = ((double)(words[trial % 4] >> 12) + 0.5) * 0x1p-52;
        cr_expect(out[lane] == expected, "lane %d", lane);
    }
}

/* A trial's draw does not depend on the block it is drawn in, and nothing is written past the
 * lanes. */
Test(random, partition)
{
    double whole[LANES], part[LANES + 1];
    const uint64_t starts[] = { 0, 1, 62, 4095, UINT64_MAX - 200 };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        struct random random = { .seed = 1, .trial = starts[i], .round = 3, .lanes = LANES };
        random_normal(&random, PURPOSE_FRONT, 5, whole);
        for (int first = 0; first < LANES; first++)
            for (random.lanes = 0; random.lanes <= LANES - first; random.lanes += 1 + first % 5) {
                random.trial = starts[i] + (uint64_t)first;
                part[random.lanes] = -99;
                random_normal(&random, PURPOSE_FRONT, 5, part);
                cr_assert(memcmp(part, whole + first, (size_t)random.lanes * sizeof *part) == 0);
                cr_assert(part[random.lanes] == -99);
            }
    }
}

enum { DRAWS = 1 << 18 };

static double *draws_new(void (*draw)(const struct random *, enum purpose, uint64_t, double *),
                         struct random random, enum purpose purpose, uint64_t who)
{
    double *out = malloc(DRAWS * sizeof *out);
    random.lanes = LANES;
    for (int k = 0; k < DRAWS; k += LANES, random.trial += LANES)
        draw(&random, purpose, who, out + k);
    return out;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Of the statistical tests below each would fail for one seed in a million: a z score of 4.9. */
static const double FAR = 4.9;

Test(random, uniform_moments)
{
    double *u = draws_new(random_uniform, (struct random){ .seed = 2024 }, PURPOSE_PARAMETER, 0);
    const double n = DRAWS, mean = gsl_stats_mean(u, 1, DRAWS);
    cr_expect_float_eq(mean, 0.5, FAR * sqrt(1.0 / 12 / n));
    /* The variance of (u - 1/2)^2 is 1/80 - 1/144. */
    cr_expect_float_eq(gsl_stats_variance_with_fixed_mean(u, 1, DRAWS, 0.5), 1.0 / 12,
                       FAR * sqrt((1.0 / 80 - 1.0 / 144) / n));
    for (int k = 0; k < DRAWS; k++)
        cr_assert(u[k] > 0 && u[k] < 1);
    free(u);
}

Test(random, uniform_chi_square)
{
    enum { CELLS = 1024 };
    double *u = draws_new(random_uniform, (struct random){ .seed = 5 }, PURPOSE_TEXT, 0);
    int count[CELLS] = { 0 };
    for (int k = 0; k < DRAWS; k++)
        count[(int)(u[k] * CELLS)]++;
    double sum = 0, expected = (double)DRAWS / CELLS;
    for (int cell = 0; cell < CELLS; cell++)
        sum += (count[cell] - expected) * (count[cell] - expected) / expected;
    cr_expect(gsl_cdf_chisq_Q(sum, CELLS - 1) > 1e-6 && gsl_cdf_chisq_P(sum, CELLS - 1) > 1e-6,
              "%g", sum);
    free(u);
}

/* Kolmogorov's asymptotic law: P(sqrt(n) D > 2.694) = 2 exp(-2 2.694^2) = 1e-6. */
Test(random, normal_kolmogorov_smirnov)
{
    double *z = draws_new(random_normal, (struct random){ .seed = 6 }, PURPOSE_FRONT, 1),
           distance = 0;
    qsort(z, DRAWS, sizeof *z, compare);
    for (int k = 0; k < DRAWS; k++) {
        double p = gsl_cdf_ugaussian_P(z[k]), below = (double)k / DRAWS, above = (k + 1.0) / DRAWS;
        distance = fmax(distance, fmax(p - below, above - p));
    }
    cr_expect(distance * sqrt(DRAWS) < 2.694, "%g", distance * sqrt(DRAWS));
    free(z);
}

/* Neighbouring trials, rounds, purposes, seeds and names give unrelated draws. */
Test(random, streams_are_unrelated)
{
    const struct random random = { .seed = 7, .round = 4 };
    struct random round = random, seed = random;
    round.round++;
    seed.seed++;
    double *streams[] = {
        draws_new(random_normal, random, PURPOSE_STALL, 1),
        draws_new(random_normal, round, PURPOSE_STALL, 1),
        draws_new(random_normal, seed, PURPOSE_STALL, 1),
        draws_new(random_normal, random, PURPOSE_MOOD, 1),
        draws_new(random_normal, random, PURPOSE_STALL, 2),
    };
    for (int lag = 1; lag <= 5; lag++)
        cr_expect(fabs(gsl_stats_correlation(streams[0], 1, streams[0] + lag, 1, DRAWS - 5)) * 512 <
                  FAR);
    for (size_t i = 1; i < sizeof streams / sizeof *streams; i++)
        cr_expect(fabs(gsl_stats_correlation(streams[0], 1, streams[i], 1, DRAWS)) * 512 < FAR,
                  "%zu", i);
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
        free(streams[i]);
}
