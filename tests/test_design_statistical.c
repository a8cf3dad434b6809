/* How much the designs gain where it is known. Bounds are at least 4 standard errors of what is
 * measured away from what is expected (6 false alarms in 100,000 for each); the seeds are fixed. */
#include <criterion/criterion.h>

#include <math.h>

#include "models/catalogue.h"

enum { MOST = 16 * 4096, NUMBERS = 3 };

static double column[NUMBERS][MOST];

static const struct design *design_of(const char *name)
{
    return (const struct design *)catalogue_find("design", name);
}

static void columns_fill(const struct design *design, uint64_t seed, uint64_t trials)
{
    for (int k = 0; k < NUMBERS; k++) {
        for (uint64_t trial = 0; trial < trials; trial += LANES) {
            uint64_t left = trials - trial;
            struct design_axis axis = { .random = { .seed = seed,
                                                    .trial = trial,
                                                    .lanes = left < LANES ? (int)left : LANES },
                                        .trials = trials,
                                        .who = 2385 + (uint64_t)k,
                                        .dimension = k };
            design->uniform(&axis, column[k] + trial);
        }
    }
}

/* e^U in pairs: the variance of a pair's mean is half of (e^2 - 1) / 2 + e - 2 (e - 1)^2, which is
 * 0.003912496950; 96.767% less than that of two independent draws. */
Test(design_statistical, antithetic_variance_of_an_exponential)
{
    enum { SEEDS = 20, PAIRS = MOST / 2 };
    double sum = 0, square = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        columns_fill(design_of("antithetic"), seed, MOST);
        for (int k = 0; k < PAIRS; k++) {
            double off = (exp(column[0][2 * k]) + exp(column[0][2 * k + 1])) / 2 - (M_E - 1);
            sum += off;
            square += off * off;
        }
    }
    double pairs = (double)SEEDS * PAIRS, variance = square / pairs;
    cr_expect(fabs(sum / pairs) < 4 * sqrt(0.003912496950 / pairs));
    cr_expect(fabs(variance / 0.003912496950 - 1) < 4 * sqrt(2 / pairs), "variance %.9f", variance);
}

/* f(u) = u over a hypercube of n rows: variance 1 / (12 n^3). f = 1 where the exclusive or of two
 * numbers' upper halves is: pure interaction, from which there is nothing to gain, and no more than
 * n / (n - 1) to lose. */
Test(design_statistical, lhs_variances)
{
    enum { SEEDS = 2000, ROWS = 10, TRIALS = 16 * ROWS };
    double additive = 0, interaction = 0, runs = 16.0 * SEEDS;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        columns_fill(design_of("lhs"), seed, TRIALS);
        for (int replicate = 0; replicate < 16; replicate++) {
            double mean = 0, apart = 0;
            for (int trial = replicate; trial < TRIALS; trial += 16) {
                mean += column[0][trial] / ROWS;
                apart += (column[0][trial] < 0.5) != (column[1][trial] < 0.5);
            }
            additive += (mean - 0.5) * (mean - 0.5) / runs;
            interaction += (apart / ROWS - 0.5) * (apart / ROWS - 0.5) / runs;
        }
    }
    double expected = 1.0 / (12.0 * ROWS * ROWS * ROWS), chance = 0.25 / ROWS;
    cr_expect(fabs(additive / expected - 1) < 4 * sqrt(2 / runs), "ratio %g", additive / expected);
    cr_expect(interaction < chance * ROWS / (ROWS - 1.0) * (1 + 4 * sqrt(2 / runs)), "ratio %g",
              interaction / chance);
}

static double ishigami(const double *u)
{
    double x[3];
    for (int k = 0; k < 3; k++)
        x[k] = M_PI * (2 * u[k] - 1);
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0]);
}

/* The root of the mean square of what 640 replicates of so many points have for Ishigami's
 * mean, 3.5. */
static double ishigami_error(const char *name, int points)
{
    enum { SEEDS = 40 };
    double square = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        columns_fill(design_of(name), seed, 16 * (uint64_t)points);
        for (int replicate = 0; replicate < 16; replicate++) {
            double sum = 0;
            for (int trial = replicate; trial < 16 * points; trial += 16)
                sum += ishigami(
                    (const double[]){ column[0][trial], column[1][trial], column[2][trial] });
            square += (sum / points - 3.5) * (sum / points - 3.5) / (16 * SEEDS);
        }
    }
    return sqrt(square);
}

/* Plain Monte Carlo: sqrt(V / n), V = 13.8446. Latin hypercubes: sqrt(0.243684 V / n), the share
 * that is due to interactions. Scrambled Sobol points: errors of another program, with other
 * direction numbers. Ours are known to a thirtieth. */
Test(design_statistical, ishigami_errors)
{
    static const struct {
        const char *design;
        int points;
        double expected, tolerance;
    } cases[] = {
        { "mc", 256, 3.72083161950648561 / 16, 0.12 },
        { "lhs", 64, 0.22959, 0.12 },
        { "lhs", 1024, 0.057398, 0.12 },
        { "sobol", 64, 0.098, 0.35 },
        { "sobol", 256, 0.0146, 0.3 },
        { "sobol", 1024, 0.0027, 0.3 },
        { "sobol", 4096, 0.00038, 0.3 },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double error = ishigami_error(cases[k].design, cases[k].points);
        cr_log_info("%s, %d points: %.5f", cases[k].design, cases[k].points, error);
        cr_expect(fabs(error / cases[k].expected - 1) < cases[k].tolerance, "%s, %d points: %.5f",
                  cases[k].design, cases[k].points, error);
    }
}
