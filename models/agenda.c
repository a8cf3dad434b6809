#include "models/agenda.h"

/* Rows of memory beside the two per issue: the bounds of a single issue, its package, the claims;
 * see models/agenda_issue_by_issue.c. */
size_t agenda_rows(const struct game *game)
{
    return 5 * (size_t)game->issues + 2 * (size_t)game->actors;
}

const double *agenda_closed(const struct game *game, const double *memory, int issue)
{
    (void)game;
    return block_read(memory, (size_t)issue);
}

double *agenda_place(const struct game *game, double *memory, int issue)
{
    return block_row(memory, (size_t)(game->issues + issue));
}

void agenda_reset(const struct game *game, double *memory, int lane)
{
    for (int issue = 0; issue < game->issues; issue++)
        block_row(memory, (size_t)issue)[lane] = 0;
}
