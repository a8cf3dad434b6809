#include <criterion/criterion.h>

#include "tests/optimum_game.h"

enum { ISSUES = 5, POINTS = 5, PARTIES = 3 };

/* The best of all packages, one by one. */
static double optimum_enumerated(struct branch *branch, int measure)
{
    const bool needed[PARTIES] = { true, true, true };
    double best = -HUGE_VAL, raw[FRONTIER_PARTIES], surplus[PARTIES], package[FRONTIER_ISSUES];
    branch_enter(branch, 0);
    branch_take(branch, 0);
    for (int number = 0; number < POINTS * POINTS * POINTS * POINTS * POINTS; number++) {
        for (int k = 0, rest = number; k < ISSUES; k++, rest /= POINTS)
            package[k] = rest % POINTS / (POINTS - 1.0);
        frontier_raw(branch->frontier, package, raw);
        for (int i = 0; i < PARTIES; i++)
            surplus[i] = branch_surplus(branch, i, raw);
        best = fmax(best, game_score(measure, PARTIES, surplus, needed));
    }
    return best;
}

/* 3125 packages each: the search finds the best of them and says that it is. */
Test(optimum_statistical, finds_the_best_of_all_discrete_packages)
{
    for (unsigned seed = 0; seed < 40; seed++) {
        struct example *example = example_discrete(seed, ISSUES, POINTS, PARTIES, 0.3);
        for (int measure = 0; measure < MEASURES; measure++) {
            struct game_zone *opened = game_open(example, 0);
            struct optimum optimum;
            game_find(&opened->zone, measure, &optimum);
            double best = optimum_enumerated(&opened->zone.branch, measure);
            cr_assert_leq(optimum.bound - optimum.value, 1e-9);
            cr_assert(fabs(optimum.value - best) <= 1e-9, "seed %u measure %d: %.12f, not %.12f",
                      seed, measure, optimum.value, best);
            game_close(opened);
        }
        free(example);
    }
}
