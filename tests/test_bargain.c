#include <criterion/criterion.h>

#include "tests/example.h"

Test(bargain, worth_follows_its_formula)
{
    const double weight[1] = { 1 };
    struct example *example = example_pies(1, weight, weight);
    double worth[LANES], hazard[LANES];
    example->issue[0].guarantees = true;
    block_fill(example->package[0], 0.4, LANES);
    block_fill(example->by_actor[EXAMPLE_DISCOUNT][0], 0.9, LANES);
    block_fill(example->by_actor[EXAMPLE_FALLBACK][0], 0.25, LANES);
    block_fill(example->by_actor[EXAMPLE_BONUS][0], 0.05, LANES);
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][0], 0.5, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][0], 0.8, LANES);
    block_fill(example->single[EXAMPLE_HAZARD], 0.1, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.5, LANES);
    block_fill(example->single[EXAMPLE_GUARANTEES], 0.2, LANES);
    block_fill(example->single[EXAMPLE_VERIFICATION], 0.25, LANES);
    bargain_hazard(&example->bargain, example->package[0], hazard);
    bargain_worth(&example->bargain, 0, example->package[0], worth);
    /* By hand: h = 0.1 (1 - 0.6 * 0.5) (1 - 0.25) = 0.0525, u = 0.6, shortfall 0.2. */
    cr_assert_float_eq(hazard[5], 0.0525, 1e-15);
    double eta = 0.9 * 0.0525 / (1 - 0.9 * 0.9475);
    cr_assert_float_eq(worth[5], (1 - eta) * (0.6 + 0.05 - 0.5 * 0.2) + eta * 0.25, 1e-15);
    block_fill(example->package[0], 0.95, LANES);
    bargain_hazard(&example->bargain, example->package[0], hazard);
    cr_assert_float_eq(hazard[0], 0.1 * 0.5 * 0.75, 1e-15, "guarantees are capped at 1");
    free(example);
}

/* The average of what is paid, round by round, while it holds, and of B when it does not:
 * incentives and gifts, audience costs and the lack of a story to tell as well as u. */
Test(bargain, worth_is_the_average_of_what_is_paid)
{
    const double weight[1] = { 1 };
    struct example *example = example_pies(1, weight, weight);
    double worth[LANES], narrative[2 * LANES], story[2 * LANES], weighed = 1 - 0.9, holds = 1,
                                                                 sum = 0;
    block_fill(example->package[0], 0.4, LANES);
    block_fill(example->by_actor[EXAMPLE_DISCOUNT][0], 0.9, LANES);
    block_fill(example->by_actor[EXAMPLE_FALLBACK][0], 0.25, LANES);
    block_fill(example->by_actor[EXAMPLE_BONUS][0], 0.07, LANES);
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][0], 0.5, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][0], 0.8, LANES);
    block_fill(example->single[EXAMPLE_HAZARD], 0.08, LANES);
    block_fill(narrative, 0.3, LANES);
    block_fill(story, 0.7, LANES);
    example->bargain.prospect.narrative = narrative;
    example->bargain.prospect.story = story;
    for (int round = 0; round < 600; round++, weighed *= 0.9, holds *= 1 - 0.08)
        sum += weighed * (holds * (0.6 + 0.07 - 0.5 * 0.2 - 0.3 * 0.1) + (1 - holds) * 0.25);
    bargain_worth(&example->bargain, 0, example->package[0], worth);
    cr_assert_float_eq(worth[3], sum, 1e-14);
    free(example);
}

Test(bargain, consent_is_needed_where_an_issue_moves)
{
    const double weight[2] = { 1, 1 };
    struct example *example = example_pies(2, weight, weight);
    bool needed[LANES];
    example->actor[1].role = ROLE_STAKEHOLDER;
    example->consent[1][0] = 1;
    example->actor[1].consent.count = 1;
    block_fill(example->package[0], 0.5, LANES);
    example->package[1][7] = 0.25;
    bargain_consent(&example->bargain, 1, example->package[0], needed);
    cr_assert(needed[7] && !needed[6]);
    bargain_consent(&example->bargain, 0, example->package[0], needed);
    cr_assert(needed[6], "a belligerent is always asked");
    free(example);
}

Test(bargain, interval_is_fearons_range)
{
    /* Fearon 1995, with A wanting x high: [p - cA, p + cB] = [0.50, 0.75] for p = .6, cA = .1, cB =
     * .15. */
    const double weight[1] = { 1 };
    struct example *example = example_pies(1, weight, weight);
    double low[LANES], high[LANES];
    example_claim(example, 0, 1 - 0.6 - 0.15);
    example_claim(example, 1, 0.6 - 0.1);
    bargain_interval(&example->bargain, low, high);
    cr_assert_float_eq(low[0], 0.50, 1e-12);
    cr_assert_float_eq(high[0], 0.75, 1e-12);
    example_claim(example, 0, 0.6);
    bargain_interval(&example->bargain, low, high);
    cr_assert(low[0] > high[0], "no zone, no interval");
    free(example);
}

/* (1 - eta) f + eta B = claim: f = .4 to the first, whose u must be .4 less a bonus of .1; f = .35
 * to the second, which pays .5 (.8 - u) at home: u = (.35 - .05 + .4) / 1.5. */
Test(bargain, interval_with_a_hazard_bonuses_and_audience_costs)
{
    const double weight[1] = { 1 }, flow[2] = { 0.4, 0.35 }, bonus[2] = { 0.1, 0.05 };
    struct example *example = example_pies(1, weight, weight);
    double low[LANES], high[LANES], eta = 0.9 * 0.1 / (1 - 0.9 * 0.9);
    for (int i = 0; i < 2; i++) {
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.9, LANES);
        block_fill(example->by_actor[EXAMPLE_FALLBACK][i], 0.2, LANES);
        block_fill(example->by_actor[EXAMPLE_BONUS][i], bonus[i], LANES);
        example_claim(example, i, (1 - eta) * flow[i] + eta * 0.2);
    }
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][1], 0.5, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][1], 0.8, LANES);
    block_fill(example->single[EXAMPLE_HAZARD], 0.1, LANES);
    bargain_interval(&example->bargain, low, high);
    cr_assert_float_eq(low[0], 0.7 / 1.5, 1e-12);
    cr_assert_float_eq(high[0], 0.7, 1e-12);
    free(example);
}

Test(bargain, interval_with_quadratic_losses)
{
    /* (1 - x^2) >= .36 and 1 - (1 - x)^2 >= .36: x in [1 - .8, .8]. */
    struct example *example = example_new(1, 2);
    double low[LANES], high[LANES];
    example_position(example, 0, 0, 0, 1, LOSS_QUADRATIC);
    example_position(example, 1, 0, 1, 1, LOSS_QUADRATIC);
    example_draw(example);
    example_claim(example, 0, 0.36);
    example_claim(example, 1, 0.36);
    bargain_interval(&example->bargain, low, high);
    cr_assert_float_eq(low[0], 0.2, 1e-12);
    cr_assert_float_eq(high[0], 0.8, 1e-12);
    free(example);
}
