#include "models/lever.h"

#include <math.h>

/* Utility points of a full incentive, where none are given. */
static const double incentive_size = 0.1;

static void incentive_pull(const void *settings, int target, const double *pull,
                           const double *credibility, const double *size, struct drivers *drivers,
                           int lanes)
{
    (void)settings;
    double *bonus = block_row(drivers->bonus, (size_t)target);
    for (int lane = 0; lane < lanes; lane++)
        bonus[lane] +=
            pull[lane] * credibility[lane] * (isnan(size[lane]) ? incentive_size : size[lane]);
}

const struct lever lever_incentive = {
    .about = { .name = "incentive",
               .summary = "Something that its target gets with an agreement, and only with one.",
               .formula =
                   "U_i(x) + intensity credibility size, size 0.1 utility points where absent",
               .source = "docs/model.md, Levers and shocks" },
    .settles = true,
    .pull = incentive_pull,
};
