#include "models/protocol.h"

struct mediated_settings {
    struct quantity text_rate;
};

static int mediated_proposer(const void *settings, const struct game *game, int left)
{
    (void)settings;
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_MEDIATOR && left-- == 0)
            return actor;
    return -1;
}

static void mediated_table(const void *settings, const double *values, const struct random *random,
                           const double *pace, const bool *open, bool *text)
{
    const struct mediated_settings *own = settings;
    const double *rate = block_read(values, (size_t)own->text_rate.row);
    double uniform[LANES];
    random_uniform(random, PURPOSE_TEXT, 0, uniform);
    for (int lane = 0; lane < random->lanes; lane++)
        text[lane] = open[lane] && uniform[lane] < rate[lane] * pace[lane];
}

static const struct parameter mediated_parameters[] = {
    QUANTITY(struct mediated_settings, text_rate, 1, 0, 1, "chance per round",
             "chance that a text is tabled by the mediator who leads"),
    PARAMETER_END,
};

const struct protocol protocol_mediated = {
    .about = { .name = "mediated",
               .summary = "The mediator tables a single text now and then; all whose consent is "
                          "needed answer.",
               .formula = "x = solver(picture) with chance text_rate in a round in which talks are "
                          "open; the picture: everybody's expected numbers, the mediator's own "
                          "true ones, and its beliefs about the others' thresholds, which every "
                          "answer changes; a text that was refused is not tabled again until some "
                          "party's U of it, or W, has moved by more than 0.01 in the picture; the "
                          "first mediator that has not walked away leads, the others may table "
                          "texts by their own text_rate; nobody where there is none",
               .source = "docs/model.md, Offers and solvers; single negotiating text: Raiffa, The "
                         "Art and Science of Negotiation (1982)",
               .settings_size = sizeof(struct mediated_settings),
               .parameters = mediated_parameters },
    .proposer = mediated_proposer,
    .table = mediated_table,
};
