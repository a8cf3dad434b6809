/* What every design promises, and what each is good for. */
#include <criterion/criterion.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/catalogue.h"

enum { MOST = 16 * 1024 };

/* The uniforms of trials 0 .. trials - 1 for one number. */
static void axis_fill(const struct design *design, uint64_t seed, int dimension, uint64_t trials,
                      double *out)
{
    for (uint64_t trial = 0; trial < trials; trial += LANES) {
        uint64_t left = trials - trial;
        struct design_axis axis = {
            .random = { .seed = seed, .trial = trial, .lanes = left < LANES ? (int)left : LANES },
            .trials = trials,
            .who = random_hash("number") + (uint64_t)dimension,
            .dimension = dimension,
        };
        design->uniform(&axis, out + trial);
    }
}

static const struct design *design_of(const char *name)
{
    return (const struct design *)catalogue_find("design", name);
}

static bool design_next(int *index, const struct design **design)
{
    for (; *index < catalogue_count; (*index)++) {
        if (strcmp(catalogue[*index].kind, "design") != 0)
            continue;
        *design = (const struct design *)catalogue[(*index)++].model;
        return true;
    }
    return false;
}

/* Wherever a block begins and however long it is. */
Test(design, blocks_do_not_matter)
{
    enum { TRIALS = 1003 };
    static double whole[TRIALS];
    const struct design *design;
    const int dimensions[] = { 0, 3, 255, 256 };
    for (int index = 0; design_next(&index, &design);) {
        for (size_t k = 0; k < sizeof dimensions / sizeof *dimensions; k++) {
            axis_fill(design, 5, dimensions[k], TRIALS, whole);
            for (int lanes = 1; lanes <= LANES; lanes++) {
                for (uint64_t first = 0; first + (uint64_t)lanes <= TRIALS;
                     first += 1 + (uint64_t)lanes / 3) {
                    double out[LANES];
                    struct design_axis axis = {
                        .random = { .seed = 5, .trial = first, .lanes = lanes },
                        .trials = TRIALS,
                        .who = random_hash("number") + (uint64_t)dimensions[k],
                        .dimension = dimensions[k],
                    };
                    design->uniform(&axis, out);
                    for (int lane = 0; lane < lanes; lane++)
                        cr_assert(out[lane] > 0 && out[lane] < 1 &&
                                      out[lane] == whole[first + (uint64_t)lane],
                                  "%s, trial %zu + %d", design->about.name, (size_t)first, lane);
                }
            }
        }
    }
}

/* The last trials of the longest run that there can be. */
Test(design, of_the_longest_run)
{
    const uint64_t most = 1000000000000;
    const struct design *design;
    for (int index = 0; design_next(&index, &design);) {
        double whole[LANES], sum = 0;
        for (int dimension = 0; dimension <= 256; dimension += 64) {
            struct design_axis axis = { .random = { .seed = 5, .trial = most - 64, .lanes = 64 },
                                        .trials = most,
                                        .who = 7 + (uint64_t)dimension,
                                        .dimension = dimension };
            design->uniform(&axis, whole);
            for (int lane = 0; lane < LANES; lane++) {
                struct design_axis alone = axis;
                double out;
                alone.random.trial += (uint64_t)lane;
                alone.random.lanes = 1;
                design->uniform(&alone, &out);
                cr_expect(out == whole[lane] && out > 0 && out < 1, "%s", design->about.name);
                sum += out / (5 * LANES);
            }
        }
        cr_expect(sum > 0.4 && sum < 0.6, "%s: mean %g", design->about.name, sum);
    }
}

/* Over 20,000 seeds the first trials' uniforms have the mean 1/2 and the variance 1/12 of a uniform
 * number, and those of the 1st and 2nd replicate are uncorrelated: within 4.5 standard errors
 * (7 false alarms in a million for each of the figures; the seeds are fixed). */
Test(design, each_trial_is_uniform_and_replicates_are_independent)
{
    enum { SEEDS = 20000, TRIALS = 100 };
    const struct design *design;
    for (int index = 0; design_next(&index, &design);) {
        for (int dimension = 1; dimension <= 256; dimension += 255) {
            double sum[3] = { 0 }, square[3] = { 0 }, product = 0;
            for (uint64_t seed = 0; seed < SEEDS; seed++) {
                double u[TRIALS];
                axis_fill(design, seed, dimension, LANES, u);
                const double at[3] = { u[0], u[design->mates], u[47] };
                for (int k = 0; k < 3; k++) {
                    sum[k] += at[k] - 0.5;
                    square[k] += (at[k] - 0.5) * (at[k] - 0.5);
                }
                product += (at[0] - 0.5) * (at[1] - 0.5);
            }
            for (int k = 0; k < 3; k++) {
                cr_expect(fabs(sum[k] / SEEDS) < 4.5 * sqrt(1.0 / 12 / SEEDS), "%s: mean %g",
                          design->about.name, sum[k] / SEEDS);
                cr_expect(fabs(square[k] / SEEDS - 1.0 / 12) < 4.5 * sqrt(1.0 / 180 / SEEDS),
                          "%s: variance %g", design->about.name, square[k] / SEEDS);
            }
            cr_expect(fabs(product / SEEDS) < 4.5 / 12 / sqrt(SEEDS), "%s: covariance %g",
                      design->about.name, product / SEEDS);
        }
    }
}

Test(design, mc_is_the_stream_of_the_number)
{
    double out[LANES], expected[LANES];
    struct design_axis axis = { .random = { .seed = 3, .trial = 77, .lanes = 61 }, .who = 99 };
    design_of("mc")->uniform(&axis, out);
    random_uniform(&axis.random, PURPOSE_PARAMETER, 99, expected);
    cr_expect(memcmp(out, expected, 61 * sizeof *out) == 0);
}

Test(design, antithetic_pairs_are_mirrored)
{
    enum { TRIALS = 1001 };
    static double mirrored[TRIALS], independent[TRIALS];
    axis_fill(design_of("antithetic"), 4, 2, TRIALS, mirrored);
    axis_fill(design_of("mc"), 4, 2, TRIALS, independent);
    for (int trial = 0; trial + 1 < TRIALS; trial += 2) {
        cr_expect(mirrored[trial] == independent[trial]);
        cr_expect(mirrored[trial] + mirrored[trial + 1] == 1);
    }
    cr_expect(design_replicate(design_of("antithetic"), 34) == 1 &&
              design_replicate(design_of("antithetic"), 35) == 1 &&
              design_replicate(design_of("lhs"), 35) == 3);
}

/* Each replicate's numbers lie one in each stratum, for any number of trials. */
Test(design, lhs_has_one_trial_in_each_stratum)
{
    const uint64_t sizes[] = { 16, 160, 1000, 1024, 4099, MOST };
    static double u[MOST];
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        for (int dimension = 0; dimension < 3; dimension++) {
            axis_fill(design_of("lhs"), 6, dimension, sizes[k], u);
            for (uint64_t replicate = 0; replicate < DESIGN_REPLICATES; replicate++) {
                bool seen[MOST / DESIGN_REPLICATES + 1] = { false };
                uint64_t rows = (sizes[k] - replicate + 15) / 16;
                for (uint64_t trial = replicate; trial < sizes[k]; trial += DESIGN_REPLICATES) {
                    int stratum = (int)floor(u[trial] * (double)rows);
                    cr_assert(!seen[stratum], "%zu trials", (size_t)sizes[k]);
                    seen[stratum] = true;
                }
            }
        }
    }
}

Test(design, sobol_is_a_net_in_each_replicate)
{
    enum { POINTS = 1024, TRIALS = 16 * POINTS };
    static double u[257][TRIALS / 16], column[TRIALS];
    for (int replicate = 0; replicate < DESIGN_REPLICATES; replicate += 15) {
        bool seen[32][32] = { { false } };
        for (int dimension = 0; dimension <= 256; dimension += dimension < 2 ? 1 : 127) {
            bool bin[POINTS] = { false };
            axis_fill(design_of("sobol"), 8, dimension, TRIALS, column);
            for (int k = 0; k < POINTS; k++) {
                u[dimension][k] = column[16 * k + replicate];
                bin[(int)(u[dimension][k] * POINTS)] = true;
            }
            for (int k = 0; k < POINTS; k++)
                cr_expect(bin[k], "dimension %d", dimension);
        }
        for (int k = 0; k < POINTS; k++) {
            bool *cell = &seen[(int)(32 * u[0][k])][(int)(32 * u[1][k])];
            cr_expect(!*cell);
            *cell = true;
        }
    }
}
