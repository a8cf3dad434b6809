#include "models/protocol.h"

struct direct_settings {
    int proposer;
    struct quantity text_rate;
};

static int direct_proposer(const void *settings, const struct game *game, int left)
{
    const struct direct_settings *own = settings;
    if (left > 0)
        return -1;
    return own->proposer >= 0 ? own->proposer : game_first(game, ROLE_BELLIGERENT);
}

static void direct_table(const void *settings, const double *values, const struct random *random,
                         const double *pace, const bool *open, bool *text)
{
    const struct direct_settings *own = settings;
    const double *rate = block_read(values, (size_t)own->text_rate.row);
    double uniform[LANES];
    random_uniform(random, PURPOSE_TEXT, 0, uniform);
    for (int lane = 0; lane < random->lanes; lane++)
        text[lane] = open[lane] && uniform[lane] < rate[lane] * pace[lane];
}

static const struct parameter direct_parameters[] = {
    { .name = "proposer",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct direct_settings, proposer),
      .unit = "",
      .meaning = "the actor that tables texts; the first belligerent where absent" },
    QUANTITY(struct direct_settings, text_rate, 1, 0, 1, "chance per round",
             "chance that it tables a text"),
    PARAMETER_END,
};

const struct protocol protocol_direct = {
    .about = { .name = "direct",
               .summary = "One party tables texts of its own now and then, without a mediator, and "
                          "learns from the answers.",
               .formula = "an offer with chance text_rate a round, by the scenario's solver on the "
                          "proposer's beliefs, each as though it were the last",
               .source = "docs/model.md, Offers and solvers; repeated offers under private "
                         "information, Fudenberg and Tirole, Sequential Bargaining with Incomplete "
                         "Information (1983)",
               .settings_size = sizeof(struct direct_settings),
               .parameters = direct_parameters },
    .proposer = direct_proposer,
    .table = direct_table,
};
