#include "models/lever.h"

#include <math.h>

enum on { ON_CAPABILITY, ON_AID };

struct support_settings {
    int on;
};

static void support_pull(const void *settings, int target, const double *pull,
                         const double *credibility, const double *size, struct drivers *drivers,
                         int lanes)
{
    (void)credibility;
    const struct support_settings *own = settings;
    double *row = block_row(own->on == ON_AID ? drivers->aid : drivers->capability, (size_t)target);
    for (int lane = 0; lane < lanes; lane++)
        row[lane] *= 1 + pull[lane] * (isnan(size[lane]) ? 1 : size[lane]);
}

static const struct parameter support_parameters[] = {
    WORD(struct support_settings, on, ON_CAPABILITY, "capability aid",
         "what it raises (size: a share, 1)"),
    PARAMETER_END,
};

const struct lever lever_support = {
    .about = { .name = "support",
               .summary = "Strengthens its target in the field.",
               .formula = "on capability: capability (1 + intensity size), size 1 where absent; on "
                          "aid: aid (1 + intensity size), size 1 where absent",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct support_settings),
               .parameters = support_parameters },
    .pull = support_pull,
};
