#include "models/war.h"

struct front_settings {
    struct quantity start, drift, sensitivity, volatility;
    int boundary;
};

static void front_begin(const void *settings, const double *values, double *at, int lanes)
{
    const struct front_settings *own = settings;
    const double *start = block_read(values, (size_t)own->start.row);
    for (int lane = 0; lane < lanes; lane++)
        at[lane] = start[lane];
}

static void front_move(const void *settings, const double *values, const double *low,
                       const double *high, bool first_is_high, double *drift, double *volatility,
                       int lanes)
{
    (void)first_is_high;
    const struct front_settings *own = settings;
    const double *mean = block_read(values, (size_t)own->drift.row);
    const double *sensitivity = block_read(values, (size_t)own->sensitivity.row);
    const double *sd = block_read(values, (size_t)own->volatility.row);
    for (int lane = 0; lane < lanes; lane++) {
        double both = high[lane] + low[lane];
        double balance = both > 0 ? (high[lane] - low[lane]) / both : 0;
        drift[lane] = mean[lane] + sensitivity[lane] * balance;
        volatility[lane] = sd[lane];
    }
}

static int front_boundary(const void *settings)
{
    return ((const struct front_settings *)settings)->boundary;
}

static const struct parameter front_parameters[] = {
    { .name = "start",
      .kind = PARAMETER_POSITION,
      .offset = offsetof(struct front_settings, start),
      .initial = 0.5,
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "where the front starts" },
    QUANTITY(struct front_settings, drift, 0, -1, 1, "position a round",
             "mean move, positive towards the high side"),
    QUANTITY(struct front_settings, sensitivity, 0, 0, 10, "position a round",
             "move at a wholly one-sided balance of capability"),
    QUANTITY(struct front_settings, volatility, 0, 0, 1, "position a round",
             "sd of the front's move"),
    WORD(struct front_settings, boundary, BOUNDARY_ABSORB, "absorb reflect",
         "a front that reaches an end of the axis: that side has won, or it is thrown back"),
    PARAMETER_END,
};

const struct war war_front = {
    .about = { .name = "front",
               .summary = "A front line that drifts with the balance of capability and wavers.",
               .formula = "y' = y + drift + sensitivity (M_high - M_low) / (M_high + M_low) + "
                          "volatility n_t, n standard normal; M_side = sum over its belligerents "
                          "of capability raised aid (1 - exhaustion), raised: the factor of levers "
                          "and shocks on capability; exhaustion = share of the resource that is "
                          "used up, 0 where no resource is given",
               .source =
                   "docs/model.md, War; drifted random walk, as in Smith and Stam, Bargaining and "
                   "the Nature of War, Journal of Conflict Resolution 48 (2004)",
               .settings_size = sizeof(struct front_settings),
               .parameters = front_parameters },
    .begin = front_begin,
    .move = front_move,
    .boundary = front_boundary,
};
