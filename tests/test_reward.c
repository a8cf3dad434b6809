#include <criterion/criterion.h>

#include <math.h>

#include "models/reward.h"
#include "tests/example.h"

/* Two kinks, in either order, one of them or none; curved and not. */
static struct reward reward_example(int which)
{
    static const double demand[] = { 0.7, 0.3, 0.7, 0 }, story[] = { 0.4, 0.8, 0, 0.6 };
    struct reward reward = { .offset = 0.213,
                             .scale = 1.37,
                             .risk = which > 3 ? 1.7 : 0,
                             .audience = which % 4 == 3 ? 0 : 0.45,
                             .demand = demand[which % 4],
                             .narrative = which % 4 == 2 ? 0 : 0.61,
                             .story = story[which % 4] };
    reward.keep = 0.87;
    reward.fixed = 0.11;
    return reward;
}

/* By the definition in models/reward.h. */
static double reward_defined(const struct reward *reward, double raw)
{
    double g = utility_risk(reward->risk, (raw - reward->offset) * reward->scale);
    return reward->keep * (g - reward->audience * fmax(0, reward->demand - g) -
                           reward->narrative * fmax(0, reward->story - g)) +
           reward->fixed;
}

Test(reward, has_both_kinks_and_an_inverse)
{
    for (int which = 0; which < 8; which++) {
        struct reward reward = reward_example(which);
        for (double raw = 0.2; raw < 0.95; raw += 0.0173) {
            double worth = reward_of(&reward, raw);
            cr_assert_float_eq(worth, reward_defined(&reward, raw), 1e-14);
            cr_assert_float_eq(reward_inverse(&reward, worth), raw, 1e-12, "%d %g", which, raw);
            double slope = (reward_of(&reward, raw + 1e-7) - worth) / 1e-7;
            cr_assert_float_eq(reward_slope(&reward, raw), slope, 1e-5, "%d %g", which, raw);
        }
    }
}

/* As bargain_worth() has it, whatever the package faces: at each of three hazards. */
Test(reward, is_the_worth_of_a_settlement)
{
    const double weight[1] = { 1 };
    struct example *example = example_pies(1, weight, weight);
    double worth[LANES], narrative[2 * LANES], story[2 * LANES];
    block_fill(example->by_actor[EXAMPLE_DISCOUNT][1], 0.93, LANES);
    block_fill(example->by_actor[EXAMPLE_FALLBACK][1], 0.35, LANES);
    block_fill(example->by_actor[EXAMPLE_BONUS][1], 0.12, LANES);
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][1], 0.4, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][1], 0.8, LANES);
    block_fill(narrative, 0.25, 2 * LANES);
    block_fill(story, 0.6, 2 * LANES);
    example->bargain.prospect.narrative = narrative;
    example->bargain.prospect.story = story;
    struct reward reward = reward_make(&example->bargain, 1, 0);
    for (int step = 0; step < 3; step++) {
        double hazard = 0.1 * step;
        block_fill(example->single[EXAMPLE_HAZARD], hazard, LANES);
        reward_expect(&reward, &(struct peril){ hazard, hazard, 0, 0 });
        for (double at = 0.05; at < 1; at += 0.1) {
            block_fill(example->package[0], at, LANES);
            bargain_worth(&example->bargain, 1, example->package[0], worth);
            cr_assert_float_eq(reward_of(&reward, at), worth[0], 1e-14, "%g %g", hazard, at);
            cr_assert_float_eq(reward_inverse(&reward, worth[0]), at, 1e-12, "%g %g", hazard, at);
        }
    }
    free(example);
}
