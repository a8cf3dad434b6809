#include "models/zone.h"

#include <math.h>
#include <string.h>

#include "models/switches.h"

/* Memory of a lane: for whom it was built (the `other` party plus 2; 0: not yet), where the best
 * package lay, then whether an offer is remembered and which. */
enum { ZONE_BUILT, ZONE_CELL, ZONE_COMBINATION, ZONE_OFFERED, ZONE_OFFER };

static size_t zone_tables(const struct game *game)
{
    return ZONE_OFFER + (size_t)game->issues;
}

int zone_parties(const struct game *game)
{
    int parties = 0;
    for (int i = 0; i < game->actors; i++)
        parties += game_actor_answers(&game->actor[i]);
    return parties;
}

size_t zone_size(const struct game *game, int parties)
{
    return zone_tables(game) + frontier_size(game, parties) +
           (size_t)branch_cells(game) * maximin_size(game->issues, parties);
}

int zone_party(const struct zone *zone, int actor)
{
    for (int i = 0; i < zone->frontier.parties; i++)
        if (zone->frontier.actor[i] == actor)
            return i;
    return -1;
}

/* Empties a lane's memory, but for where the best package lay: a good place to begin. */
static void zone_forget(double *memory, size_t size)
{
    double cell = memory[ZONE_CELL], combination = memory[ZONE_COMBINATION];
    memset(memory, 0, size * sizeof *memory);
    memory[ZONE_CELL] = cell;
    memory[ZONE_COMBINATION] = combination;
}

void zone_open(struct zone *zone, const struct bargain *bargain, int lane, int other,
               double *memory)
{
    struct frontier *frontier = &zone->frontier;
    frontier->parties = 0;
    for (int i = 0; i < bargain->game->actors; i++)
        if (game_actor_answers(&bargain->game->actor[i]))
            frontier->actor[frontier->parties++] = i;
    if (other >= 0 && zone_party(zone, other) < 0)
        frontier->actor[frontier->parties++] = other;
    zone->memory = memory;
    double *tables = memory + zone_tables(bargain->game);
    if (memory[ZONE_BUILT] == other + 2 && frontier_fits(bargain, lane, tables)) {
        zone->open = frontier_open(frontier, bargain, lane, tables);
    } else {
        zone_forget(memory, zone_size(bargain->game, frontier->parties));
        zone->open = frontier_build(frontier, bargain, lane, tables);
        memory[ZONE_BUILT] = other + 2;
    }
    branch_open(&zone->branch, frontier, bargain, lane);
}

bool zone_recall(const struct zone *zone, double *package, struct zone_place *place)
{
    size_t size = (size_t)zone->frontier.issues * sizeof *package;
    if (zone->memory[ZONE_OFFERED] == 0)
        return false;
    memcpy(package, zone->memory + ZONE_OFFER, size);
    *place =
        (struct zone_place){ (int)zone->memory[ZONE_CELL], (int)zone->memory[ZONE_COMBINATION] };
    return true;
}

void zone_remember(const struct zone *zone, const double *package, struct zone_place place)
{
    zone->memory[ZONE_OFFERED] = 1;
    memcpy(zone->memory + ZONE_OFFER, package, (size_t)zone->frontier.issues * sizeof *package);
    zone->memory[ZONE_CELL] = place.cell;
    zone->memory[ZONE_COMBINATION] = place.combination;
}

bool zone_enter(struct zone *zone, struct zone_place place)
{
    if (!branch_enter(&zone->branch, place.cell))
        return false;
    branch_take(&zone->branch, place.combination);
    return true;
}

static double *zone_columns(const struct zone *zone, int cell)
{
    const struct game *game = zone->branch.bargain->game;
    int parties = zone->frontier.parties;
    return zone->memory + zone_tables(game) + frontier_size(game, parties) +
           (size_t)cell * maximin_size(game->issues, parties);
}

/* The best so far, over branches. */
struct widest {
    double width;
    double package[FRONTIER_ISSUES];
    struct zone_place place;
};

/* Solves the branch at hand, and keeps its package if that beats the best. */
static void zone_try(struct zone *zone, struct maximin *maximin, struct zone_place place,
                     struct widest *widest)
{
    double raw[FRONTIER_PARTIES];
    if (maximin_solve(maximin, widest->width) <= widest->width)
        return;
    if (maximin->rounded)
        switches_improve(&zone->branch, maximin->package);
    frontier_raw(&zone->frontier, maximin->package, raw);
    double width = branch_least(&zone->branch, raw);
    if (width <= widest->width)
        return;
    widest->width = width;
    widest->place = place;
    memcpy(widest->package, maximin->package, sizeof widest->package);
}

/* All combinations of a cell, the one that was best last time first. */
static void zone_cell(struct zone *zone, int cell, int hint, struct widest *widest)
{
    struct maximin maximin = { .branch = &zone->branch, .memory = zone_columns(zone, cell) };
    if (!branch_enter(&zone->branch, cell))
        return;
    int combinations = zone->branch.combinations, first = hint < combinations ? hint : 0;
    if (widest->width > -HUGE_VAL)
        maximin_recall(&maximin);
    for (int turn = 0; turn < combinations; turn++) {
        int combination = turn == 0 ? first : turn - (turn <= first);
        branch_take(&zone->branch, combination);
        if (widest->width == -HUGE_VAL || !maximin_excludes(&maximin, &zone->branch, widest->width))
            zone_try(zone, &maximin, (struct zone_place){ cell, combination }, widest);
    }
}

double zone_within(struct zone *zone, int cell, double *package)
{
    struct maximin maximin = { .branch = &zone->branch, .memory = zone_columns(zone, cell) };
    struct widest widest = { .width = -HUGE_VAL };
    zone_try(zone, &maximin, (struct zone_place){ cell, 0 }, &widest);
    if (widest.width > -HUGE_VAL)
        memcpy(package, widest.package, (size_t)zone->frontier.issues * sizeof *package);
    return widest.width;
}

double zone_widest(struct zone *zone, double *package, struct zone_place *place)
{
    struct widest widest = { .width = -HUGE_VAL };
    int cell = (int)zone->memory[ZONE_CELL], combination = (int)zone->memory[ZONE_COMBINATION];
    if (!zone->open)
        return -1;
    zone_cell(zone, cell, combination, &widest);
    for (int other = 0; other < zone->branch.cells; other++)
        if (other != cell)
            zone_cell(zone, other, combination, &widest);
    if (widest.width == -HUGE_VAL)
        return -1;
    zone->memory[ZONE_CELL] = widest.place.cell;
    zone->memory[ZONE_COMBINATION] = widest.place.combination;
    memcpy(package, widest.package, (size_t)zone->frontier.issues * sizeof *package);
    if (place)
        *place = widest.place;
    return widest.width;
}
