#include "models/lever.h"

#include <math.h>

enum on { ON_SIGNAL, ON_NOISE };

struct intelligence_settings {
    int on;
};

/* Sd of a full signal, utility points, where none is given. */
static const double signal_size = 0.1;

static void intelligence_pull(const void *settings, int target, const struct tug *tug,
                              struct drivers *drivers, int lanes)
{
    const struct intelligence_settings *own = settings;
    double *precision = block_row(drivers->precision, (size_t)target);
    double *noise = block_row(drivers->noise, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        bool given = !isnan(tug->size[lane]);
        double sd = given ? tug->size[lane] : signal_size, share = given ? tug->size[lane] : 1;
        double spared = tug->now[lane] * share;
        if (own->on == ON_SIGNAL && sd > 0)
            precision[lane] += tug->now[lane] / (sd * sd);
        noise[lane] *= own->on == ON_SIGNAL ? 1 : spared < 1 ? 1 - spared : 0;
    }
}

static const struct parameter intelligence_parameters[] = {
    WORD(struct intelligence_settings, on, ON_SIGNAL, "signal noise",
         "what it gives the proposer: a signal each round of what the target wants before it "
         "signs (size: its sd at full intensity, 0.1 utility points), or a clearer reading of "
         "its answers (size: the share of the noise that it takes away, 1)"),
    PARAMETER_END,
};

const struct lever lever_intelligence = {
    .about = { .name = "intelligence",
               .summary = "Tells the proposer more of what its target wants.",
               .formula = "on signal: y + n size / sqrt(intensity) a round, n standard normal, y "
                          "what the target wants over what the proposer thinks that it keeps; "
                          "1/s^2 of the belief grows by intensity / size^2; on noise: noise (1 - "
                          "intensity size), not below 0, size 1 where absent",
               .source = "docs/model.md, Levers and shocks; Answers and beliefs",
               .settings_size = sizeof(struct intelligence_settings),
               .parameters = intelligence_parameters },
    .pull = intelligence_pull,
};
