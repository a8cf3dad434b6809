#include <math.h>

#include "engine/solving_search.h"

/* Packages that differ by less than this everywhere are the same. */
static const double solving_same = 1e-4;

bool solving_refused(const struct solving_row *row)
{
    return row->found && row->least < -SOLVING_SLIGHT;
}

static bool solving_alike(double one, double other)
{
    return fabs(one - other) < solving_same;
}

bool solving_stays(const struct solving *solving, const struct solving_row *row, int issue)
{
    return solving_alike(block_read(row->at, (size_t)issue)[0],
                         block_read(solving->bargain.status_quo, (size_t)issue)[0]);
}

/* What a package is to each actor. */
static void solving_judge(const struct solving *solving, struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    double product = 1;
    for (int actor = 0; actor < game->actors; actor++) {
        double worth[LANES] = { 0 };
        bool needed[LANES] = { false };
        row->gain[actor] = NAN;
        if (!game->actor[actor].neutral)
            bargain_worth(&solving->bargain, actor, row->at, worth);
        row->worth[actor] = worth[0];
        if (!solving_counts(solving, actor))
            continue;
        bargain_consent(&solving->bargain, actor, row->at, needed);
        row->needed[actor] = needed[0];
        row->gain[actor] = worth[0] - solving->claim[actor];
        row->sum += row->gain[actor];
        row->least = needed[0] ? fmin(row->least, row->gain[actor]) : row->least;
        product *= needed[0] ? row->gain[actor] : 1;
    }
    row->nash = row->least >= 0 ? product : NAN;
}

/* Which terms a package does not keep to: solvers always do, but what is named is as it is. */
static void solving_bars(const struct solving *solving, struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    row->broken = terms_broken(&solving->bargain, row->at, 0) >= 0;
    for (int actor = 0; actor < game->actors && row->line < 0; actor++)
        if (game_actor_binds(&game->actor[actor]) && !game->actor[actor].neutral) {
            row->line = terms_crossed(solving->bargain.utility, actor, row->at, SOLVING_SLIGHT, 0);
            row->crossed = row->line < 0 ? -1 : actor;
        }
}

/* How far the package is from the best. */
static void solving_compare(const struct solving *solving, struct solving_row *row)
{
    struct solving_search *search = solving->search;
    double worth[FRONTIER_PARTIES];
    if (search->zone.open) {
        const struct optimum *best = solving_search_ray(search, row->worth);
        row->slack = best->found ? fmax(0, best->value) : NAN;
    }
    if (!solving_refused(row) && solving->most > 0)
        row->lost = fmax(0, 1 - row->sum / solving->most);
    if (solving->points > 0) {
        solving_search_parties(search, row->worth, worth);
        row->distance = pareto_distance(&search->pareto, solving->point, solving->points, worth);
    }
}

/* The first row before it with the same package, which is no knee: a solver goes by no such name.
 */
static void solving_match(const struct solving *solving, struct solving_row *row)
{
    for (int k = 0; &solving->row[k] < row; k++) {
        const struct solving_row *other = &solving->row[k];
        bool same = other->kind != SOLVING_KNEE && other->found && other->same == k;
        for (int issue = 0; issue < solving->scenario->game.issues && same; issue++)
            same = solving_alike(block_row(row->at, (size_t)issue)[0],
                                 block_row(other->at, (size_t)issue)[0]);
        if (same) {
            row->same = k;
            return;
        }
    }
}

void solving_measure(struct solving *solving, struct solving_row *row)
{
    solving_judge(solving, row);
    solving_bars(solving, row);
    solving_compare(solving, row);
    solving_match(solving, row);
}
