#include "engine/consistency.h"
#include "models/bargain.h"
#include "models/branch.h"
#include "models/frontier.h"
#include "models/terms.h"

/* What models hold in arrays of a fixed size (models/frontier.h, models/utility_draw.c,
 * models/frontier_build.c): there a game past a limit is a bug, so it must be refused here. */
enum {
    LIMITS_ACTORS = 64,
    LIMITS_CONSENTING = FRONTIER_PARTIES - 1, /* a proposer that need not consent is a party too */
    LIMITS_POINTS = 128,                      /* of one issue: candidates for what is agreed */
    LIMITS_COMBINATIONS = 4096
};

static bool consistency_most(const struct node *node, int found, int most, const char *what,
                             struct faults *faults)
{
    if (found > most)
        consistency_fault(faults, node, "found %d %s, expected at most %d", found, what, most);
    return found <= most;
}

static int consistency_consenting(const struct game *game)
{
    int consenting = 0;
    for (int i = 0; i < game->actors; i++)
        consenting += game_actor_answers(&game->actor[i]);
    return consenting;
}

static int consistency_stakeholders(const struct game *game)
{
    int stakeholders = 0;
    for (int i = 0; i < game->actors; i++)
        stakeholders += game->actor[i].role == ROLE_STAKEHOLDER && game->actor[i].consent.count > 0;
    return stakeholders;
}

static bool consistency_tabled(const struct game *game, int issue)
{
    for (int i = 0; i < game->actors; i++)
        if (game->actor[i].position[issue].present &&
            game->actor[i].position[issue].loss == LOSS_TABLE)
            return true;
    return false;
}

/* The points between which a text chooses: levels alone, or the ends of the axis, the status quo,
 * two kinks of every party and where conditions end, and the levels too where they are kinks. */
static int consistency_points(const struct game *game, int issue)
{
    const struct issue *about = &game->issue[issue];
    bool whole = about->discrete || about->guarantees || about->verification;
    if (whole && about->levels > 0)
        return about->levels;
    return 3 + 2 * (consistency_consenting(game) + 1) + terms_ends(game, issue) +
           (consistency_tabled(game, issue) ? about->levels : 0);
}

static bool consistency_levels(const struct node *issues, const struct game *game,
                               struct faults *faults)
{
    bool good = true;
    for (int k = 0; k < game->issues; k++) {
        const struct node *issue = tree_member(issues, game->issue[k].name);
        int beside = consistency_points(game, k) - game->issue[k].levels;
        int most = LIMITS_POINTS - (beside > 0 ? beside : 0);
        if (consistency_points(game, k) > LIMITS_POINTS)
            good = consistency_most(tree_member(issue, "levels"), game->issue[k].levels, most,
                                    "levels", faults);
    }
    return good;
}

/* Every combination of points of the issues inside the hazard of violation is searched. */
static bool consistency_hazard(const struct node *issues, const struct game *game,
                               struct faults *faults)
{
    long combinations = 1;
    for (int k = 0; k < game->issues && combinations <= LIMITS_COMBINATIONS; k++)
        if (game->issue[k].guarantees || game->issue[k].verification)
            combinations *= consistency_points(game, k);
    if (combinations > LIMITS_COMBINATIONS)
        consistency_fault(faults, issues,
                          "found more than %d combinations of levels of the issues marked "
                          "guarantees or verification, expected at most that many",
                          (int)LIMITS_COMBINATIONS);
    return combinations <= LIMITS_COMBINATIONS;
}

static bool consistency_room(const struct node *issues, const struct game *game,
                             struct faults *faults)
{
    bool fits = bargain_zone_rows(game) <= FRONTIER_ROOM;
    if (!fits)
        consistency_fault(faults, issues,
                          "found %d issues with %zu levels between %d actors whose consent is "
                          "needed, too many together; expected fewer of any of them",
                          game->issues, utility_levels(game, game->issues),
                          consistency_consenting(game));
    return fits;
}

bool consistency_limits(const struct node *root, const struct game *game, struct faults *faults)
{
    const struct node *issues = tree_member(root, "issues"), *actors = tree_member(root, "actors");
    int linkages = 0;
    for (int i = 0; i < game->actors; i++)
        linkages += game->actor[i].linkages;
    bool good = consistency_most(issues, game->issues, FRONTIER_ISSUES, "issues", faults);
    good = consistency_most(actors, game->actors, LIMITS_ACTORS, "actors", faults) && good;
    good = consistency_most(actors, consistency_consenting(game), LIMITS_CONSENTING,
                            "actors whose consent is needed", faults) &&
           good;
    good = consistency_most(actors, consistency_stakeholders(game), BRANCH_STAKEHOLDERS,
                            "stakeholders whose consent is needed", faults) &&
           good;
    good = consistency_most(actors, linkages, FRONTIER_LINKS, "linkages of all actors together",
                            faults) &&
           good;
    good = consistency_levels(issues, game, faults) && good;
    good = consistency_hazard(issues, game, faults) && good;
    good = good && consistency_terms(root, game, faults);
    return good && consistency_room(issues, game, faults);
}

bool consistency_solver(const struct node *root, const struct game *game,
                        const struct solver *solver, struct faults *faults)
{
    const struct node *process = tree_member(root, "process");
    int consenting = consistency_consenting(game);
    if (solver == NULL || solver->parties == 0 || consenting <= solver->parties)
        return true;
    consistency_fault(faults, tree_member(process, "solver"),
                      "found \"%s\", which serves %d actors whose consent is needed, and %d of "
                      "them, expected another solver",
                      solver->about.name, solver->parties, consenting);
    return false;
}
