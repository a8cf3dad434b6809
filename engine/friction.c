#include "engine/friction.h"

void friction_weigh(struct table *table)
{
    const struct game *game = &table->scenario->game;
    if (!game_has_friction(game))
        return;
    for (int actor = 0; actor < game->actors; actor++) {
        const struct friction *own = &game->actor[actor].friction;
        const double *each = table_row(table, &table->truth, own->each),
                     *most = table_row(table, &table->truth, own->most);
        const double *texts = table_of(table->reworked, actor);
        double *friction = table_of(table->friction, actor);
        for (int lane = 0; lane < table->lanes; lane++) {
            double minded = each[lane] * texts[lane];
            friction[lane] = minded < most[lane] ? minded : most[lane];
        }
    }
}

void friction_note(struct table *table)
{
    const struct game *game = &table->scenario->game;
    if (!game_has_friction(game))
        return;
    for (int actor = 0; actor < game->actors; actor++)
        for (int lane = 0; lane < table->lanes; lane++)
            table_of(table->reworked, actor)[lane] +=
                table->text[lane] && actor != table->proposer[lane];
}
