#include <assert.h>
#include <string.h>

#include "models/zone.h"

size_t bargain_zone_rows(const struct game *game)
{
    return zone_size(game, zone_parties(game) + 1);
}

void bargain_zone(const struct bargain *bargain, double *width, double *package, double *trace)
{
    size_t size = bargain_zone_rows(bargain->game);
    double scratch[FRONTIER_ROOM], found[FRONTIER_ISSUES];
    struct zone zone;
    assert(size <= FRONTIER_ROOM);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane])
            continue;
        double *memory = trace ? trace + (size_t)lane * size : scratch;
        if (!trace)
            memset(scratch, 0, size * sizeof *scratch);
        zone_open(&zone, bargain, lane, -1, memory);
        struct zone_place place = { -1, -1 };
        width[lane] = zone.open ? zone_widest(&zone, found, &place) : -1;
        for (int k = 0; package && place.cell >= 0 && k < bargain->game->issues; k++)
            block_row(package, (size_t)k)[lane] = found[k];
    }
}
