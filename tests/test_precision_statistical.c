/* How often the interval of a run that stops by precision_reached holds the truth. Nominal 95%;
 * 3,000 runs: standard error .004, bounds 4.5 of them away or more (7 false alarms in a million);
 * the seeds are fixed. */
#include <criterion/criterion.h>

#include <math.h>

#include "engine/precision.h"
#include "tests/toy.h"

enum { RUNS = 3000, STEP = 100, LONGEST = 60000 };

/* Adds trials `first` .. `first` + STEP - 1 of a run, by independent trials. */
static void run_step(struct summary_outcomes *outcomes, uint64_t run, uint64_t first, double chance)
{
    double uniform[LANES];
    for (uint64_t trial = first; trial < first + STEP; trial += 50) {
        struct random random = { .seed = 47, .trial = trial, .round = (uint32_t)run, .lanes = 50 };
        random_uniform(&random, PURPOSE_TEXT, 0, uniform);
        for (int lane = 0; lane < 50; lane++) {
            int outcome = uniform[lane] < chance ? OUTCOME_DEAL : OUTCOME_WAR;
            outcomes->trials[outcome][(trial + (uint64_t)lane) % 16]++;
        }
    }
}

static bool run_holds(struct precision precision, uint64_t run, double chance)
{
    struct summary_outcomes outcomes = { 0 };
    for (uint64_t trials = 0; trials < LONGEST; trials += STEP) {
        run_step(&outcomes, run, trials, chance);
        if (precision_reached(&precision, &design_mc, &outcomes))
            break;
    }
    struct interval interval = estimate_outcome(&design_mc, &outcomes, OUTCOME_DEAL).interval;
    return interval.low <= chance && chance <= interval.high;
}

/* As others measured in 20,000 runs that check every 100 trials: .9495 at 1/2, .948 at .1, .952 at
 * .01; relative, .94 to .953. */
Test(precision_statistical, intervals_of_stopped_runs_hold)
{
    static const struct {
        struct precision precision;
        double chance;
    } cases[] = { { { 0.005, false }, 0.5 }, { { 0.005, false }, 0.1 }, { { 0.005, false }, 0.01 },
                  { { 0.1, true }, 0.1 },    { { 0.1, true }, 0.3 },    { { 0.2, true }, 0.02 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        int held = 0;
        for (uint64_t run = 0; run < RUNS; run++)
            held += run_holds(cases[k].precision, run, cases[k].chance);
        double coverage = held / (double)RUNS;
        cr_log_info("%g at %g: %.4f", cases[k].precision.width, cases[k].chance, coverage);
        cr_expect(coverage > 0.93 && coverage < 0.97, "%g at %g: coverage %.4f",
                  cases[k].precision.width, cases[k].chance, coverage);
    }
}

/* What it guards against: a share plus or minus its error, from the first 100 trials on, at .01.
 * .99^100 = .366 of the runs stop there with nothing seen, and .575 hold the truth. */
Test(precision_statistical, a_plain_error_would_stop_too_soon)
{
    int held = 0, none = 0;
    for (uint64_t run = 0; run < RUNS; run++) {
        struct summary_outcomes outcomes = { 0 };
        double half = 1, share = 0;
        for (uint64_t trials = 0; half > 0.005;) {
            run_step(&outcomes, run, trials, 0.01);
            trials += STEP;
            uint64_t hits = 0;
            for (int k = 0; k < 16; k++)
                hits += outcomes.trials[OUTCOME_DEAL][k];
            half = INTERVAL_Z * interval_error(hits, trials);
            share = (double)hits / (double)trials;
            none += hits == 0;
        }
        held += fabs(share - 0.01) <= half;
    }
    cr_expect(fabs(held / (double)RUNS - 0.575) < 0.04, "%.4f", held / (double)RUNS);
    cr_expect(fabs(none / (double)RUNS - 0.366) < 0.04, "%.4f", none / (double)RUNS);
}

/* Under a design, with looks every 1,000 trials. */
Test(precision_statistical, of_a_design)
{
    enum { DESIGNED = 1500 };
    static struct toy toy;
    static const char *const names[] = { "antithetic", "lhs", "sobol" };
    for (int k = 0; k < 3; k++) {
        int held = 0;
        toy.design = (const struct design *)catalogue_find("design", names[k]);
        for (uint64_t run = 0; run < DESIGNED; run++) {
            struct summary_outcomes outcomes = { 0 };
            toy_play(&toy, run, TOY_MOST);
            for (int trial = 0; trial < TOY_MOST; trial++) {
                int outcome = toy_has(&toy, trial, TOY_END, 0.5, 0.3) ? OUTCOME_DEAL : OUTCOME_WAR;
                outcomes.trials[outcome][design_replicate(toy.design, (uint64_t)trial)]++;
                if (trial % 250 == 249 &&
                    precision_reached(&(struct precision){ 0.02, false }, toy.design, &outcomes))
                    break;
            }
            struct interval interval = estimate_outcome(toy.design, &outcomes, 0).interval;
            held += interval.low <= 0.3 && interval.high >= 0.3;
        }
        cr_log_info("%s: %.4f", names[k], held / (double)DESIGNED);
        cr_expect(held > 0.925 * DESIGNED && held < 0.975 * DESIGNED, "%s: %.4f", names[k],
                  held / (double)DESIGNED);
    }
}
