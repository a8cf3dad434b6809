#include "engine/mediation.h"
#include "engine/talks.h"
#include "models/terms.h"

/* Whether all answers to a text have come that it needs, as far as this round's draws go. */
static void talks_draw(struct table *table, const bool *open, bool *complete)
{
    const struct game *game = &table->scenario->game;
    struct bargain bargain = { .game = game,
                               .lanes = table->lanes,
                               .status_quo = table->status_quo };
    for (int actor = 0; actor < game->actors; actor++) {
        const double *chance = table_row(table, &table->truth, game->actor[actor].reply);
        double *replied = table_of(table->mediation->replied, actor);
        double uniform[LANES];
        bool needed[LANES];
        if (!game_actor_answers(&game->actor[actor]))
            continue;
        random_uniform(&table->random, PURPOSE_REPLY, game->actor[actor].hash, uniform);
        bargain_consent(&bargain, actor, table->offer, needed);
        for (int lane = 0; lane < table->lanes; lane++) {
            bool own = actor == table->proposer[lane];
            if (!open[lane])
                continue;
            if (own || uniform[lane] < chance[lane])
                replied[lane] = 1;
            complete[lane] = complete[lane] && (!needed[lane] || replied[lane] != 0);
        }
    }
}

/* Whether a text whose answers are all there keeps to rules and to the front as that stands now, in
 * the eyes of who tabled it; behind a framework the front stands still. */
static bool talks_stands(const struct table *table, int lane)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .utility = &table->picture.utility,
                               .low = table->low,
                               .high = table->high,
                               .status_quo = table->status_quo };
    return !bargain.game->moving || table->phase[lane] == PHASE_TALKS ||
           terms_broken(&bargain, table->offer, lane) < 0;
}

void talks_reply(struct table *table)
{
    struct mediation *mediation = table->mediation;
    bool complete[LANES];
    if (!mediation->waits)
        return;
    for (int lane = 0; lane < table->lanes; lane++) {
        mediation->answered[lane] = false;
        complete[lane] = mediation->waiting[lane];
        if (mediation->waiting[lane])
            table->proposer[lane] = mediation->author[lane];
    }
    talks_draw(table, mediation->waiting, complete);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!mediation->waiting[lane])
            continue;
        bool falls = complete[lane] && !talks_stands(table, lane);
        mediation->fell[lane] = falls ? FALL_TERMS : FALL_NONE;
        table->tabled[lane] = falls ? TABLED_NOT_DUE : complete[lane] ? TABLED_TEXT : TABLED_WAITS;
        table->text[lane] = complete[lane] && !falls;
        mediation->answered[lane] = table->text[lane];
        mediation->waiting[lane] = !complete[lane];
    }
}

void talks_wait(struct table *table)
{
    struct mediation *mediation = table->mediation;
    bool fresh[LANES], complete[LANES];
    if (!mediation->waits)
        return;
    for (int lane = 0; lane < table->lanes; lane++)
        fresh[lane] = complete[lane] = table->text[lane] && !mediation->answered[lane];
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        for (int lane = 0; lane < table->lanes; lane++)
            if (fresh[lane])
                table_of(mediation->replied, actor)[lane] = 0;
    talks_draw(table, fresh, complete);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!fresh[lane] || complete[lane])
            continue;
        mediation->waiting[lane] = true;
        mediation->tabled_in[lane] = table->phase[lane];
        mediation->author[lane] = table->proposer[lane];
        table->tabled[lane] = TABLED_WAITS;
        table->text[lane] = false;
    }
}
