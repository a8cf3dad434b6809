#include <criterion/criterion.h>

#include <math.h>

#include "models/reward.h"

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
    return reward->keep * g + reward->fixed - reward->audience * fmax(0, reward->demand - g) -
           reward->narrative * fmax(0, reward->story - g);
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
