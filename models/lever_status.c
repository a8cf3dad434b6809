#include "models/leverage.h"

/* Utility points of full recognition to an actor of status 1, where none are given. */
static const double status_size = 0.1;

static void status_pull(const void *settings, int target, const struct tug *tug,
                        struct drivers *drivers, int lanes)
{
    (void)settings;
    leverage_reward(target, tug, status_size, drivers, lanes);
}

const struct lever lever_status = {
    .about = { .name = "status",
               .summary = "Recognition of rank that its target gets with an agreement: an "
                          "incentive worth as much as status is to it.",
               .formula = "U_i(x) + intensity credibility size s, s = status (1 + status_growth "
                          "rounds fought), times 1 + personal once leaders have spoken; size 0.1 "
                          "utility points where absent",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct leverage_status),
               .parameters = leverage_status_parameters },
    .settles = true,
    .rewards = true,
    .ranks = true,
    .pull = status_pull,
};
