/* Errors and intervals of a run's figures. */
#include <criterion/criterion.h>

#include <math.h>

#include "engine/batch_means.h"
#include "engine/estimate.h"
#include "engine/ranks.h"
#include "models/catalogue.h"

enum { REPLICATES = DESIGN_REPLICATES };

static const uint64_t each[REPLICATES] = { 100, 100, 100, 100, 100, 100, 100, 100,
                                           100, 100, 100, 100, 100, 100, 100, 100 };
/* 480 of 1,600; the squares of the distances from 30 sum to 2,256. */
static const uint64_t uneven[REPLICATES] = { 20, 40, 25, 35, 10, 50, 30, 30,
                                             28, 32, 21, 39, 18, 42, 22, 38 };

static bool near(double found, double expected)
{
    return fabs(found - expected) <= 1e-12 * fabs(expected);
}

Test(estimate, of_independent_trials)
{
    struct estimate share = estimate_share(&design_mc, uneven, each);
    struct interval wilson = interval_wilson(480, 1600);
    cr_expect(near(share.value, 0.3) && near(share.error, sqrt(0.3 * 0.7 / 1600)));
    cr_expect(near(share.interval.low, wilson.low) && near(share.interval.high, wilson.high));
    const uint64_t none[REPLICATES] = { 0 };
    struct estimate nothing = estimate_share(&design_mc, none, none);
    cr_expect(isnan(nothing.value) && isnan(nothing.error) && isnan(nothing.interval.low));
}

/* Wilson's interval as of .3 * .7 / (error * t / z)^2 trials, worked out here from its formula. */
Test(estimate, of_a_design)
{
    double square = 0;
    for (int k = 0; k < REPLICATES; k++)
        square += ((double)uneven[k] - 30) * ((double)uneven[k] - 30);
    double error = sqrt(square / 15 / 16) / 100, t = 2.1314495456;
    struct estimate share = estimate_share(&design_lhs, uneven, each);
    cr_expect(near(share.value, 0.3) && near(share.error, error));
    double z = INTERVAL_Z, n = 0.3 * 0.7 / (error * t / z * error * t / z);
    double centre = (0.3 + z * z / (2 * n)) / (1 + z * z / n);
    double half = z * sqrt(0.3 * 0.7 / n + z * z / (4 * n * n)) / (1 + z * z / n);
    cr_expect(fabs(share.interval.low - (centre - half)) < 1e-6);
    cr_expect(fabs(share.interval.high - (centre + half)) < 1e-6);
}

/* Replicates that are all alike, or differ by less than a trial, say nothing. */
Test(estimate, of_replicates_without_variation)
{
    const uint64_t none[REPLICATES] = { 0 };
    uint64_t alike[REPLICATES], odd[REPLICATES];
    for (int k = 0; k < REPLICATES; k++) {
        alike[k] = 1;
        odd[k] = k < 8 ? 63 : 62;
    }
    const struct {
        const uint64_t *hits, *trials;
        uint64_t all, whole;
    } cases[] = { { none, each, 0, 1600 },
                  { each, each, 1600, 1600 },
                  { alike, each, 16, 1600 },
                  { alike, odd, 16, 1000 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct estimate share = estimate_share(&design_sobol, cases[k].hits, cases[k].trials);
        struct interval wilson = interval_wilson(cases[k].all, cases[k].whole);
        cr_expect(near(share.interval.low, wilson.low) && near(share.interval.high, wilson.high));
        cr_expect(near(share.error, interval_error(cases[k].all, cases[k].whole)));
    }
}

/* 100 gained against 20 lost among 1,600: .05, with Tango's interval as of so many trials. */
Test(estimate, of_a_difference)
{
    uint64_t gained[REPLICATES], lost[REPLICATES] = { 20 };
    double square = 0;
    for (int k = 0; k < REPLICATES; k++) {
        gained[k] = k < 10 ? 10 : 0;
        double off = (double)gained[k] - (double)lost[k] - 5;
        square += off * off;
    }
    struct estimate plain = estimate_difference(&design_mc, gained, lost, each);
    struct interval tango = interval_paired(100, 20, 1600);
    cr_expect(near(plain.value, 0.05) && near(plain.interval.low, tango.low) &&
              near(plain.interval.high, tango.high));
    cr_expect(near(plain.error, sqrt((120.0 / 1600 - 0.0025) / 1600)));
    struct estimate designed = estimate_difference(&design_lhs, gained, lost, each);
    double error = sqrt(square / 15 / 16) / 100;
    double widening = error * batch_means_quantile(15) / INTERVAL_Z;
    tango = interval_paired_shares(100.0 / 1600, 20.0 / 1600,
                                   (120.0 / 1600 - 0.0025) / (widening * widening));
    cr_expect(near(designed.error, error) && near(designed.interval.low, tango.low) &&
              near(designed.interval.high, tango.high));
    const uint64_t none[REPLICATES] = { 0 };
    struct estimate nothing = estimate_difference(&design_lhs, none, none, each);
    tango = interval_paired(0, 0, 1600);
    cr_expect(nothing.value == 0 && near(nothing.interval.high, tango.high));
}

/* 1,000 values k / 1000 in an order that scatters them over the replicates. */
static struct spread spread_of(bool divided)
{
    struct spread spread;
    spread_start(&spread, 0, 1);
    if (divided)
        spread_divide(&spread);
    for (int k = 0; k < 1000; k++)
        spread_add(&spread, k * 389 % 1000 / 1000.0, k % 16);
    return spread;
}

Test(estimate, of_a_mean)
{
    struct spread plain = spread_of(false), divided = spread_of(true);
    struct estimate mean = estimate_mean(&plain);
    double sd = sqrt((1000.0 * 1000 - 1) / 12 * 1000 / 999) / 1000;
    cr_expect(fabs(mean.value - 0.4995) < 1e-9 && fabs(mean.error - sd / sqrt(1000)) < 1e-9);
    cr_expect(fabs(mean.interval.high - 0.4995 - 1.9623414611 * mean.error) < 1e-7, "t of 999");
    double square = 0;
    for (int k = 0; k < 16; k++) {
        double off = (tally_mean(&divided.replicate[k].tally) - 0.4995) * (k < 8 ? 63 : 62);
        square += off * off;
    }
    struct estimate designed = estimate_mean(&divided);
    cr_expect(fabs(designed.error - sqrt(square * 16 / 15) / 1000) < 1e-9);
    cr_expect(designed.value == mean.value);
    spread_free(&divided);
    spread_free(&plain);
}

/* The value of rank r is (r - 1) / 1000, known to a bin's width. */
Test(estimate, of_a_quantile)
{
    struct spread plain = spread_of(false), divided = spread_of(true);
    for (int percent = 5; percent < 100; percent += 45) {
        struct ranks ranks = ranks_of(1000, percent);
        struct interval interval = estimate_quantile(&plain, percent);
        cr_expect(fabs(interval.low - ((double)ranks.low - 1) / 1000) < 1.0 / SPREAD_STEPS);
        cr_expect(fabs(interval.high - ((double)ranks.high - 1) / 1000) < 1.0 / SPREAD_STEPS);
        interval = estimate_quantile(&divided, percent);
        cr_expect(interval.low <= percent / 100.0 && interval.high >= percent / 100.0 - 0.001);
    }
    spread_free(&divided);
    spread_free(&plain);
    struct spread few;
    spread_start(&few, 0, 1);
    cr_expect(isnan(estimate_quantile(&few, 50).low));
    spread_add(&few, 0.5, 0);
    cr_expect(isnan(estimate_quantile(&few, 50).low) && isnan(estimate_mean(&few).error));
    spread_free(&few);
}

Test(estimate, merged_spreads_are_the_same)
{
    struct spread whole = spread_of(true), half[2];
    for (int k = 0; k < 2; k++) {
        spread_start(&half[k], 0, 1);
        spread_divide(&half[k]);
    }
    for (int k = 0; k < 1000; k++)
        spread_add(&half[k / 700], k * 389 % 1000 / 1000.0, k % 16);
    spread_merge(&half[1], &half[0]);
    struct estimate mean = estimate_mean(&whole), merged = estimate_mean(&half[1]);
    struct interval median = estimate_quantile(&whole, 50), other = estimate_quantile(&half[1], 50);
    cr_expect(mean.error == merged.error && median.low == other.low && median.high == other.high);
    for (int k = 0; k < 2; k++)
        spread_free(&half[k]);
    spread_free(&whole);
}

/* Chances of .2 and .6 by turns: mean .4, sd .2 sqrt(n / (n - 1)); Wilson's interval as of .24 /
 * (error t / z)^2 trials, t = 1.98421695 of 99 degrees of freedom. Chances that are all alike are
 * known exactly; those that are all 1 are n successes of n, but for t. */
Test(estimate, of_chances)
{
    struct spread mixed = { 0 }, alike = { 0 }, sure = { 0 }, one = { 0 };
    for (int k = 0; k < 100; k++) {
        spread_add(&mixed, k % 2 == 0 ? 0.2 : 0.6, 0);
        spread_add(&alike, 0.37, 0);
        spread_add(&sure, 1, 0);
    }
    spread_add(&one, 0.37, 0);
    struct estimate chance = estimate_chance(&mixed);
    double error = 0.2 * sqrt(100.0 / 99) / 10, wide = error * 1.98421695 / INTERVAL_Z;
    struct interval wilson = interval_wilson_share(0.4, 0.24 / (wide * wide));
    cr_expect(fabs(chance.value - 0.4) < 1e-9 && fabs(chance.error - error) < 1e-9);
    cr_expect(fabs(chance.interval.low - wilson.low) < 1e-6);
    cr_expect(fabs(chance.interval.high - wilson.high) < 1e-6);
    cr_expect(estimate_chance(&alike).interval.low == 0.37);
    cr_expect(near(estimate_chance(&sure).interval.low, interval_wilson(100, 100).low));
    cr_expect(isnan(estimate_chance(&one).error) && estimate_chance(&one).value == 0.37);
}
