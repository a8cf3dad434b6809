#include <criterion/criterion.h>

#include <math.h>
#include <stdlib.h>

#include "engine/worth.h"
#include "tests/sample.h"

static bool near(double one, double other)
{
    return fabs(one - other) <= 1e-9;
}

/* Gives the first actor's trials these utilities: noise that both runs share, and a gain. */
static struct summary *worth_summary(const struct scenario *scenario, double gain, double wobble)
{
    struct summary *summary = summary_new_lean(scenario);
    for (int trial = 0; trial < 320; trial++) {
        int replicate = trial % SUMMARY_REPLICATES;
        double utility = 0.01 * (double)(sample_hash((uint64_t)trial) % 100) + gain;
        utility += replicate % 2 == 0 ? wobble : -wobble;
        spread_add(&summary->actor[0].utility, utility, replicate);
        tally_add(&summary->actor[0].worth[replicate], utility);
    }
    return summary;
}

/* What both runs share cancels: a gain of .25 in every trial is known exactly, whatever the noise.
 */
Test(worth, shared_noise_cancels)
{
    struct scenario scenario = sample_scenario(320);
    struct summary *base = worth_summary(&scenario, 0, 0), *here = worth_summary(&scenario, .25, 0);
    int count;
    struct worth *list = worth_list(base, here, &count);
    cr_assert(count == 2, "the broker has no utility");
    cr_expect_str_eq(list[0].actor, "north");
    cr_expect(near(list[0].change.value, .25) && near(list[0].change.error, 0));
    cr_expect(near(list[0].here - list[0].base, .25));
    cr_expect(isnan(list[1].change.value), "no trials, no change");
    free(list);
    list = worth_list(base, base, &count);
    cr_expect(list[0].change.value == 0 && list[0].change.error == 0);
    cr_expect(list[0].change.interval.low == 0 && list[0].change.interval.high == 0);
    free(list);
    summary_free(base);
    summary_free(here);
}

/* Replicates that gain .25 +- .04: their means have the sample standard deviation .04 sqrt(16 /
 * 15), the error is a quarter of that, and the interval t(15) = 2.13145 (tables) errors to either
 * side. */
Test(worth, error_is_that_of_the_replicates)
{
    struct scenario scenario = sample_scenario(320);
    struct summary *base = worth_summary(&scenario, 0, 0),
                   *here = worth_summary(&scenario, .25, .04);
    int count;
    struct worth *list = worth_list(base, here, &count);
    double error = .04 * sqrt(16.0 / 15) / 4;
    cr_expect(near(list[0].change.value, .25) && near(list[0].change.error, error));
    cr_expect(fabs(list[0].change.interval.high - .25 - 2.13145 * error) < 1e-5);
    cr_expect(fabs(.25 - list[0].change.interval.low - 2.13145 * error) < 1e-5);
    free(list);
    summary_free(base);
    summary_free(here);
}
