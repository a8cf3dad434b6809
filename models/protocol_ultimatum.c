#include "models/protocol.h"

struct ultimatum_settings {
    int proposer;
    long round;
};

static int ultimatum_proposer(const void *settings, const struct game *game, int left)
{
    const struct ultimatum_settings *own = settings;
    if (left > 0)
        return -1;
    return own->proposer >= 0 ? own->proposer : game_first(game, ROLE_BELLIGERENT);
}

static void ultimatum_table(const void *settings, const double *values, const struct random *random,
                            const double *pace, const bool *open, bool *text)
{
    (void)values;
    (void)pace;
    const struct ultimatum_settings *own = settings;
    for (int lane = 0; lane < random->lanes; lane++)
        text[lane] = open[lane] && (long)random->round == own->round + 1;
}

static const struct parameter ultimatum_parameters[] = {
    { .name = "proposer",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct ultimatum_settings, proposer),
      .unit = "",
      .meaning = "the actor that makes the offer; the first belligerent where absent" },
    COUNT(struct ultimatum_settings, round, 0, 0, 1200, "round",
          "when it makes the offer, counted from 0"),
    PARAMETER_END,
};

const struct protocol protocol_ultimatum = {
    .about = { .name = "ultimatum",
               .summary = "One party makes a single take-it-or-leave-it offer on its belief about "
                          "the others.",
               .formula = "x = solver(picture), once, in round `round`; the picture: as in "
                          "mediated, but with the whole prior of the others' resolve and war cost "
                          "instead of its mean and variance",
               .source =
                   "Fearon, Rationalist Explanations for War, International Organization 49 (1995)",
               .settings_size = sizeof(struct ultimatum_settings),
               .parameters = ultimatum_parameters },
    .exact_prior = true,
    .proposer = ultimatum_proposer,
    .table = ultimatum_table,
};
