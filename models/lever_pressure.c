#include "models/lever.h"

#include <math.h>

enum on { ON_COST, ON_BURN, ON_AID };

struct pressure_settings {
    int on;
};

/* Utility points a round that full pressure on the cost of war adds, where none are given. */
static const double cost_size = 0.1;

static bool pressure_withholds(const void *settings)
{
    return ((const struct pressure_settings *)settings)->on == ON_AID;
}

static void pressure_pull(const void *settings, int target, const struct tug *tug,
                          struct drivers *drivers, int lanes)
{
    const struct pressure_settings *own = settings;
    double *cost = block_row(drivers->cost, (size_t)target);
    double *burn = block_row(drivers->burn, (size_t)target);
    double *aid = block_row(drivers->aid, (size_t)target);
    const double *backfill = block_read(drivers->backfill, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        double size =
            isnan(tug->size[lane]) ? (own->on == ON_COST ? cost_size : 1) : tug->size[lane];
        double effect = tug->now[lane] * size;
        double withheld = (effect < 1 ? effect : 1) * (1 - backfill[lane]);
        cost[lane] += own->on == ON_COST ? effect : 0;
        burn[lane] *= own->on == ON_BURN ? 1 + effect : 1;
        aid[lane] *= own->on == ON_AID ? 1 - withheld : 1;
    }
}

static const struct parameter pressure_parameters[] = {
    WORD(struct pressure_settings, on, ON_COST, "cost burn aid",
         "what it acts on: adds to the cost of war (size: utility points a round, 0.1), raises the "
         "burn of "
         "resources or withholds aid (size: a share, 1)"),
    PARAMETER_END,
};

const struct lever lever_pressure = {
    .about = { .name = "pressure",
               .summary =
                   "Makes fighting on worse for its target: by cost, by burn or by aid withheld.",
               .formula = "on cost: c + intensity size, size 0.1 utility points where absent; on "
                          "burn: burn (1 + intensity size), size 1 where absent; on aid: aid (1 - "
                          "intensity size (1 - what backfill replaces)), not below 0, size 1 where "
                          "absent",
               .source = "docs/model.md, Levers and shocks",
               .settings_size = sizeof(struct pressure_settings),
               .parameters = pressure_parameters },
    .withholds = pressure_withholds,
    .strengthens = pressure_withholds,
    .coerces = true,
    .pull = pressure_pull,
};
