#include "models/lever.h"

#include <math.h>

static void backfill_pull(const void *settings, int target, const struct tug *tug,
                          struct drivers *drivers, int lanes)
{
    (void)settings;
    double *backfill = block_row(drivers->backfill, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        double effect = tug->now[lane] * (isnan(tug->size[lane]) ? 1 : tug->size[lane]);
        effect = effect > 1 ? 1 : effect;
        backfill[lane] = 1 - (1 - backfill[lane]) * (1 - effect);
    }
}

static bool backfill_strengthens(const void *settings)
{
    (void)settings;
    return true;
}

const struct lever lever_backfill = {
    .about = { .name = "backfill",
               .summary = "Replaces aid that others withhold from its target, while they do.",
               .formula = "what pressure on aid withholds, times prod_j (1 - intensity_j size_j), "
                          "size 1 where absent; a lag counts from the round in which aid is first "
                          "withheld",
               .source = "docs/model.md, Levers and shocks" },
    .first = true,
    .answers = true,
    .strengthens = backfill_strengthens,
    .pull = backfill_pull,
};
