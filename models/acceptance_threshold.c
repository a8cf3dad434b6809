#include "models/acceptance.h"

static void threshold_mood(const void *settings, const double *values, double *state,
                           const struct random *random, uint64_t who, double *mood)
{
    (void)settings, (void)values, (void)state, (void)who;
    block_fill(mood, 0, random->lanes);
}

static void threshold_spread(const void *settings, const double *values, double *out, int lanes)
{
    (void)settings, (void)values;
    block_fill(out, 0, lanes);
}

const struct acceptance acceptance_threshold = {
    .about = { .name = "threshold",
               .summary = "An actor accepts exactly when the surplus is not negative.",
               .formula =
                   "yes iff U_i(x) - zeta_i >= W_i, up to 1e-7, so that rounding never decides",
               .source =
                   "individual rationality: Nash, The Bargaining Problem, Econometrica 18 (1950)" },
    .mood = threshold_mood,
    .spread = threshold_spread,
};
