#include "engine/home.h"

#include "engine/shocks.h"

bool home_keeps_legitimacy(const struct actor *actor)
{
    return actor->legitimacy.ratification.expected > 0 || actor->legitimacy.audience.expected > 0;
}

bool home_keeps_weariness(const struct actor *actor)
{
    return actor->weariness.audience.expected > 0 || actor->weariness.yielding.expected > 0;
}

void home_begin(struct table *table, int actor)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    const double *start = table_row(table, &table->truth, self->legitimacy.start);
    const double *support = table_row(table, &table->truth, self->weariness.support);
    for (int lane = 0; lane < table->lanes && home_keeps_legitimacy(self); lane++)
        table_of(table->legitimacy, actor)[lane] = start[lane];
    for (int lane = 0; lane < table->lanes && home_keeps_weariness(self); lane++)
        table_of(table->weariness, actor)[lane] = support[lane];
}

static void home_standing(struct table *table, int actor, int round)
{
    const double *level = table_of(table->legitimacy, actor);
    double *standing = table_of(table->standing, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        standing[lane] = level[lane];
    shocks_add_under_way(table, SHOCK_LEGITIMACY, actor, round, standing);
    for (int lane = 0; lane < table->lanes; lane++)
        standing[lane] = standing[lane] < 0 ? 0 : standing[lane] > 1 ? 1 : standing[lane];
}

void home_look(struct table *table, int round)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        const struct actor *self = &game->actor[actor];
        if (!home_keeps_legitimacy(self) && !home_keeps_weariness(self))
            continue;
        const double *lacking = table_row(table, &table->truth, self->legitimacy.audience);
        const double *wanting = table_row(table, &table->truth, self->weariness.audience);
        double *factor = table_of(table->audience, actor);
        home_standing(table, actor, round);
        for (int lane = 0; lane < table->lanes; lane++)
            factor[lane] *=
                home_audience_factor(table_of(table->standing, actor)[lane], lacking[lane],
                                     table_of(table->weariness, actor)[lane], wanting[lane]);
    }
}

void home_disfavour(const struct table *table, int actor, double *disfavour)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    const double *weight = table_row(table, &table->truth, self->legitimacy.ratification);
    const double *standing = table_of(table->standing, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        disfavour[lane] = home_keeps_legitimacy(self) ? weight[lane] * (1 - standing[lane]) : 0;
}

static void home_legitimise(struct table *table, int actor, const bool *fought)
{
    const struct legitimacy *own = &table->scenario->game.actor[actor].legitimacy;
    const double *decay = table_row(table, &table->truth, own->decay);
    const double *recovery = table_row(table, &table->truth, own->recovery);
    const double *spared = table_of(table->drivers.legitimacy, actor);
    double *level = table_of(table->legitimacy, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        level[lane] =
            home_legitimacy(level[lane], decay[lane] * spared[lane], recovery[lane], fought[lane]);
}

static void home_tire(struct table *table, int actor, const bool *fought)
{
    const struct weariness *own = &table->scenario->game.actor[actor].weariness;
    const double *growth = table_row(table, &table->truth, own->growth);
    const double *worth = table_row(table, &table->truth, own->yielding);
    const double *polls = table_row(table, &table->truth, own->polls);
    double *share = table_of(table->weariness, actor);
    for (int lane = 0; lane < table->lanes; lane++) {
        double now = home_weariness(share[lane], growth[lane], fought[lane]);
        double lost = worth[lane] * (now - share[lane]);
        share[lane] = now;
        table_of(table->resolve, actor)[lane] -= lost;
        table_of(table->belief_mean, actor)[lane] -= polls[lane] * lost;
    }
}

void home_pass(struct table *table, const bool *fought)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        if (home_keeps_legitimacy(&game->actor[actor]))
            home_legitimise(table, actor, fought);
        if (home_keeps_weariness(&game->actor[actor]))
            home_tire(table, actor, fought);
    }
}
