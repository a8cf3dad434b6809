#include "models/acceptance.h"

#include "models/special.h"

struct logit_settings {
    struct quantity precision;
};

/* Standard deviation of the standard logistic law, pi / sqrt 3. */
static const double logistic_sd = 1.813799364234217850594;

static void logit_mood(const void *settings, const double *values, double *state,
                       const struct random *random, uint64_t who, double *mood)
{
    (void)state;
    const struct logit_settings *own = settings;
    const double *precision = block_read(values, (size_t)own->precision.row);
    double uniform[LANES];
    random_uniform(random, PURPOSE_MOOD, who, uniform);
    for (int lane = 0; lane < random->lanes; lane++)
        mood[lane] = special_log(uniform[lane] / (1 - uniform[lane])) / precision[lane];
}

static void logit_spread(const void *settings, const double *values, double *out, int lanes)
{
    const struct logit_settings *own = settings;
    const double *precision = block_read(values, (size_t)own->precision.row);
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = logistic_sd / precision[lane];
}

static const struct parameter logit_parameters[] = {
    QUANTITY(struct logit_settings, precision, 60, 1e-3, 1e9, "per utility point",
             "how closely an answer follows the surplus"),
    PARAMETER_END,
};

const struct acceptance acceptance_logit = {
    .about = { .name = "logit",
               .summary = "Fresh logistic noise in every answer; for closed forms, since it "
                          "accumulates over rounds.",
               .formula = "P(yes) = 1 / (1 + exp(-precision (U_i(x) - zeta_i - W_i)))",
               .source = "McKelvey and Palfrey, Quantal Response Equilibria for Extensive Form "
                         "Games, Experimental Economics 1 (1998)",
               .settings_size = sizeof(struct logit_settings),
               .parameters = logit_parameters },
    .mood = logit_mood,
    .spread = logit_spread,
};
