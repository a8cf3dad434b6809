#include "engine/solving.h"

#include <math.h>

void solving_bounds(struct solving *solving)
{
    double width[LANES], low[LANES] = { NAN }, high[LANES] = { NAN };
    bargain_zone(&solving->bargain, width, NULL, NULL);
    if (solving->scenario->game.issues == 1)
        bargain_interval(&solving->bargain, low, high);
    for (int actor = 0; actor < solving->scenario->game.actors; actor++)
        solving->ideal[actor] = NAN;
    solving->width = width[0];
    solving->low = low[0];
    solving->high = high[0];
    solving->bound = HUGE_VAL;
    solving->most = NAN;
}

void solving_measure(struct solving *solving, struct solving_row *row)
{
    if (!solving_refused(row) && solving->most > 0)
        row->lost = fmax(0, 1 - row->sum / solving->most);
}
