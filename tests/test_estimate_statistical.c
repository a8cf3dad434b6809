/* How often the intervals hold the truth, under every design: nominal 95%.
 *
 * 3,000 runs for each case: standard error .004. The bounds are 93 and 97%, five of them away from
 * 95 (6 false alarms in 10 million for a case that is exact); the seeds are fixed. Where so few
 * events are expected that Wilson's interval itself does otherwise, more than 97% is let pass. */
#include <criterion/criterion.h>

#include "engine/estimate.h"
#include "tests/toy.h"

enum { RUNS = 3000, SHARES = 5 };

static const char *const designs[] = { "mc", "antithetic", "lhs", "sobol" };
static const double chances[SHARES] = { 0.01, 0.05, 0.1, 0.3, 0.5 }, drawn[] = { 0, 0.3, 0.7 };
static struct toy toy;

static bool holds(struct interval interval, double truth)
{
    return interval.low <= truth && truth <= interval.high;
}

static struct interval share_interval(int trials, enum toy_shape shape, double part, double chance)
{
    uint64_t hits[DESIGN_REPLICATES] = { 0 }, all[DESIGN_REPLICATES] = { 0 };
    for (int trial = 0; trial < trials; trial++) {
        int replicate = design_replicate(toy.design, (uint64_t)trial);
        all[replicate]++;
        hits[replicate] += toy_has(&toy, trial, shape, part, chance);
    }
    return estimate_share(toy.design, hits, all).interval;
}

static void check_share(int trials, double chance, double coverage, const char *what)
{
    bool few = chance * trials < 20;
    cr_expect(coverage > 0.93 && (few || coverage < 0.97), "%s of %d trials, %s, %.2f: %.4f",
              toy.design->about.name, trials, what, chance, coverage);
}

Test(estimate_statistical, shares)
{
    static const char *const whats[] = { "end", "both", "middle" };
    static const int sizes[] = { 160, 500, 1000 };
    for (size_t d = 0; d < 4; d++) {
        for (size_t s = 0; s < 3; s++) {
            int held[TOY_SHAPES][3][SHARES] = { { { 0 } } };
            toy.design = (const struct design *)catalogue_find("design", designs[d]);
            for (uint64_t run = 0; run < RUNS; run++) {
                toy_play(&toy, run, sizes[s]);
                for (int shape = 0; shape < TOY_SHAPES; shape++)
                    for (int part = 0; part < 3; part++)
                        for (int k = 0; k < SHARES; k++)
                            held[shape][part][k] +=
                                holds(share_interval(sizes[s], (enum toy_shape)shape, drawn[part],
                                                     chances[k]),
                                      chances[k]);
            }
            for (int shape = 0; shape < TOY_SHAPES; shape++)
                for (int part = 0; part < 3; part++)
                    for (int k = 0; k < SHARES; k++)
                        check_share(sizes[s], chances[k], held[shape][part][k] / (double)RUNS,
                                    whats[shape]);
        }
    }
}

/* A second scenario, in which the property is .03 likelier, decided by the same numbers and luck.
 */
static struct interval difference_interval(int trials, double part)
{
    uint64_t gained[DESIGN_REPLICATES] = { 0 }, lost[DESIGN_REPLICATES] = { 0 },
             all[DESIGN_REPLICATES] = { 0 };
    for (int trial = 0; trial < trials; trial++) {
        int replicate = design_replicate(toy.design, (uint64_t)trial);
        bool first = toy_has(&toy, trial, TOY_MIDDLE, part, 0.3);
        bool second = toy_has(&toy, trial, TOY_END, part, 0.33);
        all[replicate]++;
        gained[replicate] += second && !first;
        lost[replicate] += first && !second;
    }
    return estimate_difference(toy.design, gained, lost, all).interval;
}

Test(estimate_statistical, differences)
{
    for (size_t d = 0; d < 4; d++) {
        toy.design = (const struct design *)catalogue_find("design", designs[d]);
        for (int part = 0; part < 3; part++) {
            int held = 0;
            for (uint64_t run = 0; run < RUNS; run++) {
                toy_play(&toy, run, 1000);
                held += holds(difference_interval(1000, drawn[part]), 0.03);
            }
            cr_log_info("difference, %s, %.1f: %.4f", designs[d], drawn[part], held / (double)RUNS);
            cr_expect(held > 0.93 * RUNS && held < 0.97 * RUNS, "%s, %.1f: %.4f", designs[d],
                      drawn[part], held / (double)RUNS);
        }
    }
}

enum { FIGURES = 4 };

/* (drawn + luck)^2 / 4, over all trials, or those with a property, whose number varies. Mean 7/24;
 * the quantile of p <= 1/2 is p / 2, that of p > 1/2 is (2 - sqrt(2 (1 - p)))^2 / 4. */
static void value_held(int trials, int held[FIGURES])
{
    struct spread all, some;
    spread_start(&all, 0, 1);
    spread_start(&some, 0, 1);
    if (!toy.design->independent) {
        spread_divide(&all);
        spread_divide(&some);
    }
    for (int trial = 0; trial < trials; trial++) {
        double sum = toy.first[trial] + toy.luck[trial];
        int replicate = design_replicate(toy.design, (uint64_t)trial);
        spread_add(&all, sum * sum / 4, replicate);
        if (toy.second[trial] < 0.25)
            spread_add(&some, sum * sum / 4, replicate);
    }
    double high = 2 - sqrt(2 * 0.05);
    held[0] += holds(estimate_mean(&all).interval, 7.0 / 24);
    held[1] += holds(estimate_mean(&some).interval, 7.0 / 24);
    held[2] += holds(estimate_quantile(&all, 50), 0.25);
    held[3] += holds(estimate_quantile(&some, 95), high * high / 4);
    spread_free(&all);
    spread_free(&some);
}

Test(estimate_statistical, means_and_quantiles)
{
    static const char *const names[FIGURES] = { "mean", "mean of some", "median", "95% of some" };
    for (size_t d = 0; d < 4; d++) {
        int held[FIGURES] = { 0 };
        toy.design = (const struct design *)catalogue_find("design", designs[d]);
        for (uint64_t run = 0; run < RUNS; run++) {
            toy_play(&toy, run, 1000);
            value_held(1000, held);
        }
        for (int k = 0; k < FIGURES; k++) {
            cr_log_info("%s, %s: %.4f", names[k], designs[d], held[k] / (double)RUNS);
            cr_expect(held[k] > 0.93 * RUNS && held[k] < 0.97 * RUNS, "%s, %s: %.4f", names[k],
                      designs[d], held[k] / (double)RUNS);
        }
    }
}
