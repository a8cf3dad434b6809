/* How often intervals hold the truth: 4,000 runs of 1,000 trials whose chance is known. Nominal
 * 95%; Wilson's interval keeps between 93 and 97 at these sizes (Brown, Cai and DasGupta 2001). The
 * standard error of a coverage is .0034, so that the bounds are some six of them away; the seed is
 * fixed. */
#include <criterion/criterion.h>

#include "engine/interval.h"
#include "models/random.h"

enum { RUNS = 4000, TRIALS = 1000 };

static uint64_t hits_of(uint64_t run, double chance)
{
    uint64_t hits = 0;
    double uniform[LANES];
    for (int first = 0; first < TRIALS; first += LANES) {
        int lanes = TRIALS - first < LANES ? TRIALS - first : LANES;
        struct random random = {
            .seed = 29, .trial = (uint64_t)first, .round = (uint32_t)run, .lanes = lanes
        };
        random_uniform(&random, PURPOSE_TEXT, 0, uniform);
        for (int lane = 0; lane < lanes; lane++)
            hits += uniform[lane] < chance;
    }
    return hits;
}

Test(interval_statistical, wilson_covers_as_often_as_it_says)
{
    const double chances[] = { 0.5, 0.39, 0.1, 0.02 };
    for (size_t k = 0; k < sizeof chances / sizeof *chances; k++) {
        int held = 0;
        for (uint64_t run = 0; run < RUNS; run++) {
            struct interval interval = interval_wilson(hits_of(run, chances[k]), TRIALS);
            held += interval.low <= chances[k] && chances[k] <= interval.high;
        }
        double coverage = (double)held / RUNS;
        cr_expect(coverage > 0.93 && coverage < 0.97, "chance %.2f: coverage %.4f", chances[k],
                  coverage);
    }
}
