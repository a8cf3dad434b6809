#include "models/lever.h"

#include <math.h>

/* Share of the way to full trust that a full pull makes in a round, where none is given. */
static const double confidence_size = 0.1;

static void confidence_pull(const void *settings, int target, const struct tug *tug,
                            struct drivers *drivers, int lanes)
{
    (void)settings;
    (void)target;
    for (int lane = 0; lane < lanes; lane++)
        drivers->confidence[lane] +=
            tug->now[lane] * (isnan(tug->size[lane]) ? confidence_size : tug->size[lane]);
}

const struct lever lever_confidence = {
    .about = { .name = "confidence",
               .summary = "Builds trust between the parties: exchanges of prisoners, returns, "
                          "hotlines.",
               .formula = "the share intensity size of the way to full trust in each round, size "
                          "0.1 where absent; nothing where process.trust is absent",
               .source = "docs/model.md, Levers and shocks; Trust, working groups" },
    .pull = confidence_pull,
};
