#include "models/lever.h"

#include <math.h>

enum on { ON_AUDIENCE, ON_COHESION, ON_LEGITIMACY };

struct outreach_settings {
    int on;
};

static void outreach_pull(const void *settings, int target, const struct tug *tug,
                          struct drivers *drivers, int lanes)
{
    const struct outreach_settings *own = settings;
    double *row = own->on == ON_COHESION   ? drivers->strain
                  : own->on == ON_AUDIENCE ? block_row(drivers->audience, (size_t)target)
                                           : block_row(drivers->legitimacy, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        double effect = tug->now[lane] * (isnan(tug->size[lane]) ? 1 : tug->size[lane]);
        row[lane] *= effect < 1 ? 1 - effect : 0;
    }
}

static const struct parameter outreach_parameters[] = {
    WORD(struct outreach_settings, on, ON_AUDIENCE, "audience cohesion legitimacy",
         "what it spares: the target's cost at home of signing less than it demanded, what "
         "pressing partners costs the allies' cohesion, or the decay of the target's legitimacy "
         "in war (size: a share, 1)"),
    PARAMETER_END,
};

const struct lever lever_outreach = {
    .about = { .name = "outreach",
               .summary = "Public diplomacy: makes concessions cheaper at home, or keeps allies "
                          "together.",
               .formula = "on audience: audience cost (1 - intensity size), not below 0; on "
                          "cohesion: erosion (1 - intensity size), not below 0; on "
                          "legitimacy: decay (1 - intensity size), not below 0; size 1 where "
                          "absent",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct outreach_settings),
               .parameters = outreach_parameters },
    .pull = outreach_pull,
};
