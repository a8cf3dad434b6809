#include <assert.h>
#include <string.h>

#include "models/zone.h"

/* Halvings of [0, 1] to far below 1e-12. */
enum { INTERVAL_HALVINGS = 52 };

static bool bargain_interval_admits(const struct zone *zone, double at)
{
    double raw[FRONTIER_PARTIES];
    frontier_raw(&zone->frontier, &at, raw);
    return branch_least(&zone->branch, raw) >= 0;
}

/* The last admissible position on the way from `inside` to `end`. */
static double bargain_interval_edge(const struct zone *zone, double inside, double end)
{
    if (bargain_interval_admits(zone, end))
        return end;
    for (int turn = 0; turn < INTERVAL_HALVINGS; turn++) {
        double middle = inside + 0.5 * (end - inside);
        if (bargain_interval_admits(zone, middle))
            inside = middle;
        else
            end = middle;
    }
    return inside;
}

/* The lowest and the highest admissible point of an issue that can only be agreed at its points. */
static void bargain_interval_points(struct zone *zone, int cell, double *low, double *high)
{
    const struct frontier_issue *issue = &zone->frontier.issue[0];
    for (int m = 0; m < issue->count; m++) {
        double at = issue->point[m * (1 + zone->frontier.parties)];
        if (!zone_enter(zone, (struct zone_place){ cell, issue->hazard ? m : 0 }))
            return;
        frontier_pin(&zone->frontier, 0, at);
        frontier_settle(&zone->frontier);
        if (!bargain_interval_admits(zone, at))
            continue;
        *low = at < *low ? at : *low;
        *high = at > *high ? at : *high;
    }
}

/* Widens low and high by what can be agreed in one cell. */
static void bargain_interval_cell(struct zone *zone, int cell, double *low, double *high)
{
    const struct frontier_issue *issue = &zone->frontier.issue[0];
    double at;
    if (issue->discrete) {
        bargain_interval_points(zone, cell, low, high);
        return;
    }
    if (!zone_enter(zone, (struct zone_place){ cell, 0 }) || zone_within(zone, cell, &at) < 0)
        return;
    bool pinned = zone->frontier.pinned[0];
    int last = (issue->count - 1) * (1 + zone->frontier.parties);
    double below = pinned ? at : bargain_interval_edge(zone, at, issue->point[0]);
    double above = pinned ? at : bargain_interval_edge(zone, at, issue->point[last]);
    *low = below < *low ? below : *low;
    *high = above > *high ? above : *high;
}

static void bargain_interval_lane(struct zone *zone, double *low, double *high)
{
    *low = 1;
    *high = 0;
    for (int cell = 0; zone->open && cell < zone->branch.cells; cell++)
        bargain_interval_cell(zone, cell, low, high);
}

void bargain_interval(const struct bargain *bargain, double *low, double *high)
{
    double scratch[FRONTIER_ROOM];
    size_t size = bargain_zone_rows(bargain->game);
    struct zone zone;
    assert(bargain->game->issues == 1 && size <= FRONTIER_ROOM);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane])
            continue;
        memset(scratch, 0, size * sizeof *scratch);
        zone_open(&zone, bargain, lane, -1, scratch);
        bargain_interval_lane(&zone, &low[lane], &high[lane]);
    }
}
