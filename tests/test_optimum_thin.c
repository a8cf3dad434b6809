/* Rays where what keeps the floors is thin: the most for one party while the others are just below
 * the frontier. */
#include "tests/optimum_game.h"

enum { GAMES = 12 };

static const double THIN_PROVED = 2e-9;

/* Of the games of some kind, the worst gap over lanes, parties and distances from the frontier. */
static double thin_gap(int features, int *solved)
{
    double worst = 0;
    for (unsigned seed = 0; seed < GAMES; seed++) {
        struct example *example = game_random(seed, features);
        for (int lane = 0; lane < LANES; lane++) {
            struct game_zone *opened = game_open(example, lane);
            struct optimum equal;
            game_find(&opened->zone, MEASURE_EGALITARIAN, &equal);
            int parties = opened->zone.frontier.parties;
            for (int i = 0; i < parties && equal.found; i++)
                for (double below = 1e-7; below < 1e-3; below *= 10) {
                    double share[FRONTIER_PARTIES] = { [0] = 0 };
                    struct objective objective = { .share = share };
                    struct optimum most;
                    share[i] = 1;
                    for (int j = 0; j < parties; j++)
                        objective.floor[j] = equal.worth[j] - below;
                    optimum_find(&opened->zone, &objective, &most);
                    cr_assert(most.found);
                    cr_expect_geq(most.value, below - 1e-9);
                    worst = fmax(worst, most.bound - most.value);
                    (*solved)++;
                }
            game_close(opened);
        }
        free(example);
    }
    return worst;
}

Test(optimum_thin, nothing_thin_is_lost)
{
    static const int features[] = { GAME_LINKED, GAME_TABLE, GAME_LINKED | GAME_TABLE,
                                    GAME_LINKED | GAME_DISCRETE | GAME_STAKEHOLDER, GAME_CONCAVE };
    for (int which = 0; which < 5; which++) {
        int solved = 0;
        double worst = thin_gap(features[which], &solved);
        cr_expect_leq(worst, THIN_PROVED, "features %d: gap %g", features[which], worst);
        cr_expect_gt(solved, 500);
    }
}
