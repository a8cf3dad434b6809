#include "models/war.h"

#include <math.h>

struct lottery_settings {
    struct quantity p;
};

static void lottery_begin(const void *settings, const double *values, double *at, int lanes)
{
    (void)settings, (void)values;
    block_fill(at, 0.5, lanes);
}

static void lottery_move(const void *settings, const double *values, const double *low,
                         const double *high, bool first_is_high, double *drift, double *volatility,
                         int lanes)
{
    const struct lottery_settings *own = settings;
    for (int lane = 0; lane < lanes; lane++) {
        double both = low[lane] + high[lane];
        drift[lane] = both > 0 ? high[lane] / both : 0.5;
        volatility[lane] = 0;
    }
    if (own->p.row < 0)
        return;
    const double *p = block_read(values, (size_t)own->p.row);
    for (int lane = 0; lane < lanes; lane++)
        drift[lane] = first_is_high ? p[lane] : 1 - p[lane];
}

static const struct parameter lottery_parameters[] = {
    QUANTITY(struct lottery_settings, p, NAN, 0, 1, "chance",
             "chance that the first belligerent's side wins; the share of capability decides where "
             "absent"),
    PARAMETER_END,
};

const struct war war_lottery = {
    .about = { .name = "lottery",
               .summary = "War is a single costly draw: the first round fought decides it.",
               .formula = "W_i = p_i X_i(own victory) + (1 - p_i) X_i(the other's) - c_i, the cost "
                          "counted whole; one draw, in the first round that is fought; p_i = p on "
                          "the first belligerent's side and 1 - p on the other, or M_side / "
                          "(M_high + M_low) where p is absent",
               .source =
                   "Fearon, Rationalist Explanations for War, International Organization 49 (1995)",
               .settings_size = sizeof(struct lottery_settings),
               .parameters = lottery_parameters },
    .at_once = true,
    .begin = lottery_begin,
    .move = lottery_move,
};
