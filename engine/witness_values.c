#include "engine/witness_values.h"

#include "engine/surprise.h"

/* W of the first lane as of a round, at a front that may lie past an end of the axis. */
static double witness_read(struct table *table, int actor, int round, double at)
{
    struct view *view = &table->truth;
    double where[LANES] = { at < 0 ? 0 : at > 1 ? 1 : at }, value[LANES];
    table->continuation->read(&view->outlook, view->memory, actor, round, where, value);
    return value[0];
}

/* One cause after the other, from the state of the round before to that of this one. */
static void witness_move(struct table *table, int actor, int round, struct chronicle_round *seen)
{
    struct chronicle *chronicle = table->chronicle;
    struct chronicle_moved *moved = &seen->actor[actor].moved;
    double shift[LANES], jolt = table->war->at_once ? 0 : table_of(table->jolt, actor)[0];
    surprise_shift(table, &table->truth, actor, round, shift);
    if (round > 0) {
        double before = chronicle->round[round - 1].front, shifted = chronicle->shift[actor];
        double then = witness_read(table, actor, round - 1, before + shifted);
        double older = witness_read(table, actor, round, before + shifted);
        double farther = witness_read(table, actor, round, seen->front + shifted);
        double now = witness_read(table, actor, round, seen->front + shift[0]);
        *moved = (struct chronicle_moved){ older - then, farther - older, now - farther,
                                           jolt - chronicle->jolt[actor] };
    }
    chronicle->shift[actor] = shift[0];
    chronicle->jolt[actor] = jolt;
}

void witness_moves(struct table *table, int round, struct chronicle_round *seen)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++)
        if (!game->actor[actor].neutral)
            witness_move(table, actor, round, seen);
}
