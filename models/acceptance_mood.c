#include "models/acceptance.h"

#include <math.h>

struct mood_settings {
    struct quantity sd, persistence;
};

/* The first round draws from the stationary law, so that no round is special. state row 0: the
 * mood; row 1: 1 once it has been drawn. */
static void mood_mood(const void *settings, const double *values, double *state,
                      const struct random *random, uint64_t who, double *mood)
{
    const struct mood_settings *own = settings;
    const double *sd = block_read(values, (size_t)own->sd.row);
    const double *persistence = block_read(values, (size_t)own->persistence.row);
    double *level = block_row(state, 0), *begun = block_row(state, 1);
    double normal[LANES];
    random_normal(random, PURPOSE_MOOD, who, normal);
    for (int lane = 0; lane < random->lanes; lane++) {
        double kept = begun[lane] * persistence[lane];
        level[lane] = kept * level[lane] + sd[lane] * sqrt(1 - kept * kept) * normal[lane];
        begun[lane] = 1;
        mood[lane] = level[lane];
    }
}

static void mood_spread(const void *settings, const double *values, double *out, int lanes)
{
    const struct mood_settings *own = settings;
    const double *sd = block_read(values, (size_t)own->sd.row);
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = sd[lane];
}

static const struct parameter mood_parameters[] = {
    QUANTITY(struct mood_settings, sd, 0.03, 0, 10, "utility points",
             "stationary sd of an actor's mood"),
    QUANTITY(struct mood_settings, persistence, 0.9, 0, 1, "per round",
             "how much of a mood survives a round"),
    PARAMETER_END,
};

const struct acceptance acceptance_mood = {
    .about = { .name = "mood",
               .summary = "Answers follow the surplus up to a mood that lasts: an autoregressive "
                          "disturbance.",
               .formula =
                   "yes iff U_i(x) - zeta_i + e_it >= W_i; e_i0 = sd n_i0, e_it = persistence "
                   "e_i,t-1 + sd sqrt(1 - persistence^2) n_it, n standard normal",
               .source =
                   "docs/model.md, Answers and beliefs; an AR(1) process in its stationary law",
               .settings_size = sizeof(struct mood_settings),
               .state_rows = 2,
               .parameters = mood_parameters },
    .mood = mood_mood,
    .spread = mood_spread,
};
