#include "models/lever.h"

#include <math.h>

enum on { ON_CAPABILITY, ON_AID, ON_DAMAGE };

struct support_settings {
    int on;
};

static void support_pull(const void *settings, int target, const struct tug *tug,
                         struct drivers *drivers, int lanes)
{
    const struct support_settings *own = settings;
    double *aid = block_row(drivers->aid, (size_t)target);
    double *capability = block_row(drivers->capability, (size_t)target);
    double *damage = block_row(drivers->damage, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        double effect = tug->now[lane] * (isnan(tug->size[lane]) ? 1 : tug->size[lane]);
        aid[lane] *= own->on == ON_AID ? 1 + effect : 1;
        capability[lane] *= own->on == ON_CAPABILITY ? 1 + effect : 1;
        damage[lane] *= own->on == ON_DAMAGE ? (effect < 1 ? 1 - effect : 0) : 1;
    }
}

static bool support_shelters(const void *settings)
{
    return ((const struct support_settings *)settings)->on == ON_DAMAGE;
}

static bool support_strengthens(const void *settings)
{
    return !support_shelters(settings);
}

static const struct parameter support_parameters[] = {
    WORD(struct support_settings, on, ON_CAPABILITY, "capability aid damage",
         "what it raises, or, of damage to infrastructure, what it keeps off (size: a share, 1)"),
    PARAMETER_END,
};

const struct lever lever_support = {
    .about = { .name = "support",
               .summary = "Strengthens its target in the field.",
               .formula = "on capability: capability (1 + intensity size), size 1 where absent; on "
                          "aid: aid (1 + intensity size), size 1 where absent; on damage: "
                          "infrastructure cost (1 - intensity size), not below 0",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct support_settings),
               .parameters = support_parameters },
    .strengthens = support_strengthens,
    .shelters = support_shelters,
    .pull = support_pull,
};
