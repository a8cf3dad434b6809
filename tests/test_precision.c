/* When a run knows enough. */
#include <criterion/criterion.h>

#include "engine/precision.h"
#include "models/catalogue.h"

/* Spread over the replicates as evenly as can be. */
static struct summary_outcomes outcomes_of(uint64_t deals, uint64_t frozen, uint64_t wars)
{
    const uint64_t count[OUTCOMES] = { deals, frozen, wars };
    struct summary_outcomes outcomes;
    for (int k = 0; k < OUTCOMES; k++)
        for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
            outcomes.trials[k][replicate] =
                count[k] / 16 + ((uint64_t)replicate < count[k] % 16 ? 1 : 0);
    return outcomes;
}

static bool reached(double width, bool relative, uint64_t deals, uint64_t frozen, uint64_t wars)
{
    struct summary_outcomes outcomes = outcomes_of(deals, frozen, wars);
    return precision_reached(&(struct precision){ width, relative }, &design_mc, &outcomes);
}

/* Wilson's half-width at a share of 1/2: at most .05 from 381 trials on, .02 from 2,398, .01 from
 * 9,600, .005 from 38,411; but never before 1,000. */
Test(precision, absolute)
{
    cr_expect(!reached(0.05, false, 190, 0, 191) && !reached(0.05, false, 499, 0, 500));
    cr_expect(reached(0.05, false, 500, 0, 500));
    cr_expect(!reached(0.02, false, 1198, 0, 1199) && reached(0.02, false, 1199, 0, 1199));
    cr_expect(!reached(0.01, false, 4799, 0, 4800) && reached(0.01, false, 4800, 0, 4800));
    cr_expect(!reached(0.005, false, 19205, 0, 19205) && reached(0.005, false, 19205, 0, 19206));
}

/* 50 events; and what never came about does not hold a run up. 384 of 4,000, a share of .096, have
 * a half-width of 1.96 sqrt(.096 .904 / 4000) = .00913: 9.5% of it. */
Test(precision, relative)
{
    cr_expect(!reached(0.9, true, 49, 0, 1951) && reached(0.9, true, 50, 0, 1950));
    cr_expect(reached(0.1, true, 384, 0, 3616) && !reached(0.09, true, 384, 0, 3616));
    cr_expect(!reached(0.1, true, 384, 1, 3615));
}

/* A design that knows more does not end a run sooner, one that knows less ends it later. */
Test(precision, of_a_design)
{
    struct precision precision = { 0.02, false };
    struct summary_outcomes even = outcomes_of(1190, 0, 1190), uneven = outcomes_of(1600, 0, 1600);
    cr_expect(!precision_reached(&precision, &design_sobol, &even));
    cr_expect(precision_reached(&precision, &design_sobol, &uneven));
    for (int replicate = 0; replicate < 16; replicate++) {
        uneven.trials[0][replicate] = replicate % 2 == 0 ? 50 : 150;
        uneven.trials[2][replicate] = replicate % 2 == 0 ? 150 : 50;
    }
    cr_expect(!precision_reached(&precision, &design_sobol, &uneven));
    cr_expect(precision_reached(&precision, &design_mc, &uneven));
}
