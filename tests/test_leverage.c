/* Lags, ramps, tranches and belief, against sums and recursions worked out here. */
#include <criterion/criterion.h>

#include <math.h>

#include "models/cohesion.h"
#include "models/leverage.h"

Test(leverage, a_ramp_rises_evenly_after_its_lag)
{
    const struct lever_when when = { .lag = 2, .ramp = 3 };
    const double expected[] = { 0, 0, 1.0 / 3, 2.0 / 3, 1, 1 };
    for (int age = 0; age < 6; age++)
        cr_expect_float_eq(leverage_share(&when, age), expected[age], 1e-15, "age %d", age);
    const struct lever_when at_once = { .lag = 0, .ramp = 0 };
    cr_expect_eq(leverage_share(&at_once, 0), 1);
    cr_expect_eq(leverage_ahead(&at_once, 0, 0.937), 1, "exactly");
}

/* The average of the shares to come, by adding them up. */
Test(leverage, what_lies_ahead_is_the_sum_of_it)
{
    const double discounts[] = { 0, 0.31, 0.937 };
    for (int lag = 0; lag < 4; lag++)
        for (int ramp = 0; ramp < 5; ramp++)
            for (int age = 0; age < 8; age++)
                for (int k = 0; k < 3; k++) {
                    const struct lever_when when = { .lag = lag, .ramp = ramp };
                    double d = discounts[k], weight = 1 - d, sum = 0;
                    for (int s = 0; s < 900; s++, weight *= d)
                        sum += weight * leverage_share(&when, age + s);
                    cr_expect_float_eq(leverage_ahead(&when, age, d), sum, 1e-12,
                                       "lag %d ramp %d age %d d %g", lag, ramp, age, d);
                }
}

/* What may come in each round, or never any more: d times w = r + (1 - r) (1 - halt) d w. */
Test(leverage, what_comes_next_is_worth_its_recursion)
{
    const double d = 0.943, rate = 0.27, halt = 0.15;
    double worth = 0;
    for (int round = 0; round < 900; round++)
        worth = rate + (1 - rate) * (1 - halt) * d * worth;
    cr_expect_float_eq(leverage_next(rate, halt, d), d * worth, 1e-14);
    cr_expect_float_eq(leverage_next(1, halt, d), d, 1e-15, "in the next round");
    cr_expect_eq(leverage_next(0, halt, d), 0, "never");
}

/* w(k) = (1 - d) k / n + d [(1 - s) w(k) + s w(k + 1)], w(n) = 1. */
Test(leverage, tranches_are_worth_their_recursion)
{
    const double d = 0.943, s = 0.27;
    const int count = 5;
    double worth = 1;
    for (int done = count; done >= 0; done--) {
        if (done < count)
            worth = ((1 - d) * done / count + d * s * worth) / (1 - d * (1 - s));
        cr_expect_float_eq(leverage_tranches(count, done, s, d), worth, 1e-14, "%d done", done);
    }
    cr_expect_float_eq(leverage_tranches(1, 0, 1, d), d, 1e-15, "one step, in the next round");
    cr_expect_eq(leverage_tranches(4, 3, 0, d), 0.75, "no more steps");
}

/* An early share e makes the rest worth (1 - e)(1 - (1 - c)(1 - p e)): more than c, at first, if
 * and only if p > c / (1 - c) (the derivative at 0). */
Test(leverage, an_early_share_pays_where_it_proves_more_than_it_takes)
{
    const double c = 0.37, e = 1e-4;
    for (int k = 0; k <= 10; k++) {
        double proof = k / 10.0, rest = (1 - e) * leverage_believed(c, e, proof);
        cr_expect_eq(rest > c, proof > c / (1 - c), "proof %.1f", proof);
    }
    cr_expect_float_eq(leverage_believed(c, 1, 1), 1, 1e-15);
    cr_expect_float_eq(leverage_believed(c, 0.6, 0), c, 1e-15);
}

Test(leverage, either_complement_alone_does_less_than_half_of_both)
{
    const double alone = 0.43;
    cr_expect_float_eq(leverage_complement(alone, 1), 1, 1e-15);
    cr_expect_float_eq(leverage_complement(alone, 0), alone, 1e-15);
    cr_expect(leverage_complement(alone, 0) < 0.5 * (2 * leverage_complement(alone, 1)));
}

/* The resting point recovery base / (recovery + erosion lean) of a lean that stays. */
Test(leverage, cohesion_comes_to_rest)
{
    const struct cohesion_rates rates = { 0.9, 0.11, 0.23, 0.05 };
    double cohesion = 1;
    for (int round = 0; round < 400; round++)
        cohesion = cohesion_step(&rates, cohesion, 0.6, 0);
    cr_expect_float_eq(cohesion, 0.11 * 0.9 / (0.11 + 0.23 * 0.6), 1e-12);
    const struct cohesion_rates brittle = { 0.9, 0, 1, 0.31 };
    cr_expect_eq(cohesion_step(&brittle, 0.8, 7, 0), 0.31, "not below the floor");
}
