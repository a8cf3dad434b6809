#include "models/lever.h"

#include <math.h>

enum on { ON_CREDIBILITY, ON_GUARANTEES, ON_VERIFICATION };

struct guarantee_settings {
    int on;
};

static void guarantee_pull(const void *settings, int target, const struct tug *tug,
                           struct drivers *drivers, int lanes)
{
    (void)target;
    const struct guarantee_settings *own = settings;
    for (int lane = 0; lane < lanes; lane++) {
        double pull = tug->due[lane] ? tug->now[lane] : tug->ahead[lane];
        double size = isnan(tug->size[lane]) ? 1 : tug->size[lane];
        double effect = pull * tug->credibility[lane] * size;
        effect = effect > 1 ? 1 : effect;
        drivers->doubt[lane] *= own->on == ON_CREDIBILITY ? 1 - effect : 1;
        drivers->guarantees[lane] += own->on == ON_GUARANTEES ? effect : 0;
        drivers->verification[lane] += own->on == ON_VERIFICATION ? effect : 0;
    }
}

static const struct parameter guarantee_parameters[] = {
    WORD(struct guarantee_settings, on, ON_CREDIBILITY, "credibility guarantees verification",
         "what it adds to: the belief that guarantees will be honoured, their strength, or the "
         "monitoring "
         "of an agreement (size: a share, 1)"),
    PARAMETER_END,
};

const struct lever lever_guarantee = {
    .about = { .name = "guarantee",
               .summary = "Makes an agreement more likely to be kept.",
               .formula = "effect = intensity credibility size, at most 1, size 1 where absent; on "
                          "credibility: 1 - credibility of the guarantees = prod_j (1 - c_j), "
                          "times (1 - effect): any one guarantor suffices; on guarantees or "
                          "verification: position + effect, at most 1",
               .source = "docs/model.md, Levers and shocks; Value of a settlement",
               .settings_size = sizeof(struct guarantee_settings),
               .parameters = guarantee_parameters },
    .settles = true,
    .pull = guarantee_pull,
};
