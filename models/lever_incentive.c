#include "models/leverage.h"

/* Utility points of a full incentive, where none are given. */
static const double incentive_size = 0.1;

static void incentive_pull(const void *settings, int target, const struct tug *tug,
                           struct drivers *drivers, int lanes)
{
    (void)settings;
    leverage_reward(target, tug, incentive_size, drivers, lanes);
}

const struct lever lever_incentive = {
    .about = { .name = "incentive",
               .summary = "Something that its target gets with an agreement, and only with one.",
               .formula = "u_i(x) + intensity credibility size while an agreement holds; size 0.1 "
                          "utility points where absent",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct leverage_reward),
               .parameters = leverage_reward_parameters },
    .settles = true,
    .rewards = true,
    .pull = incentive_pull,
};
