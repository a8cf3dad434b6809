/* The certified search, and the solutions that rest on it, where terms depend on each other: hard
 * red lines that a package lifts, soft ones, rules, a front that bounds, consent, issues that wait,
 * stories to tell; against grids and the terms in plain words (tests/terms_game.h). */
#include "models/catalogue.h"
#include "tests/optimum_game.h"
#include "tests/terms_game.h"

enum { SOLUTION_LANES = 2 };

/* What a package is to the parties, lane by lane, by the definitions. */
struct solution_seen {
    double surplus[EXAMPLE_ACTORS][LANES];
    bool needed[EXAMPLE_ACTORS][LANES];
};

static void solution_see(const struct terms_game *game, struct solution_seen *seen)
{
    struct example *example = game->example;
    for (int i = 0; i < example->game.actors; i++) {
        terms_worth(game, i, seen->surplus[i]);
        bargain_consent(&example->bargain, i, example->package[0], seen->needed[i]);
        for (int lane = 0; lane < LANES; lane++)
            seen->surplus[i][lane] -= example->by_actor[EXAMPLE_CLAIM][i][lane];
    }
}

static double solution_score(const struct terms_game *game, const struct solution_seen *seen,
                             int measure, int lane)
{
    double surplus[EXAMPLE_ACTORS];
    bool needed[EXAMPLE_ACTORS];
    for (int i = 0; i < game->example->game.actors; i++) {
        surplus[i] = seen->surplus[i][lane];
        needed[i] = seen->needed[i][lane];
    }
    return game_score(measure, game->example->game.actors, surplus, needed);
}

/* The best of the grid that the terms admit. */
static void solution_grid(struct terms_game *game, double best[MEASURES][LANES])
{
    static struct solution_seen seen;
    for (int measure = 0; measure < MEASURES; measure++)
        block_fill(best[measure], -HUGE_VAL, LANES);
    for (int point = 0; point < GRID_POINTS; point++) {
        terms_point(game, point);
        solution_see(game, &seen);
        for (int lane = 0; lane < SOLUTION_LANES; lane++)
            for (int measure = 0; measure < MEASURES && terms_admit(game, lane, 1e-9); measure++)
                best[measure][lane] =
                    fmax(best[measure][lane], solution_score(game, &seen, measure, lane));
    }
}

/* A stakeholder whose issue stays where it is counts as asked in branches that ask it. */
static bool solution_borders(const struct terms_game *game, int lane)
{
    return game->features & STAKEHOLDER && game->example->package[2][lane] == 0.25;
}

static void solution_prove(struct terms_game *game, int measure, int lane, double grid)
{
    static struct solution_seen seen;
    struct game_zone *opened = game_open(game->example, lane);
    struct optimum optimum;
    game_find(&opened->zone, measure, &optimum);
    game_close(opened);
    cr_assert(optimum.bound >= grid - 1e-12, "features %d lane %d measure %d: %.12f below %.12f",
              game->features, lane, measure, optimum.bound, grid);
    cr_assert(optimum.found || grid == -HUGE_VAL);
    if (!optimum.found)
        return;
    cr_assert(optimum.bound - optimum.value <= 1e-8, "features %d lane %d measure %d: %g",
              game->features, lane, measure, optimum.bound - optimum.value);
    for (int k = 0; k < 3; k++)
        block_fill(game->example->package[k], optimum.package[k], LANES);
    cr_assert(terms_admit(game, lane, 1e-9), "features %d lane %d measure %d", game->features, lane,
              measure);
    solution_see(game, &seen);
    if (!solution_borders(game, lane))
        cr_assert_float_eq(solution_score(game, &seen, measure, lane), optimum.value, 1e-8);
}

static void solution_certify(int features)
{
    static double grid[MEASURES][LANES];
    struct terms_game *game = terms_game(29 + (unsigned)features, features);
    solution_grid(game, grid);
    for (int lane = 0; lane < SOLUTION_LANES; lane++)
        for (int measure = 0; measure < MEASURES; measure++)
            solution_prove(game, measure, lane, grid[measure][lane]);
    terms_free(game);
}

/* Every term by itself, all of them, and others between; with what else changes worths. */
static void solution_all(void (*check)(int features))
{
    const int others[] = { 0, STAKEHOLDER, QUADRATIC, NARRATIVE, DEFERRED, QUADRATIC | DEFERRED };
    for (int term = 1; term < TERMS; term *= 2)
        check(term);
    for (int terms = 3; terms < TERMS; terms += 4)
        check(terms | others[terms / 4 % 6]);
}

Test(solution_terms, are_certified)
{
    solution_all(solution_certify);
}

static const struct solver *const SOLUTIONS[] = {
    &solver_egalitarian,     &solver_proportional, &solver_kalai_smorodinsky, &solver_alpha_fair,
    &solver_raiffa,          &solver_rubinstein,   &solver_raiffa_continuous, &solver_equal_area,
    &solver_perles_maschler, &solver_nash
};

enum { SOLUTION_COUNT = sizeof SOLUTIONS / sizeof *SOLUTIONS };

/* Whether `other` asks the same parties, and is better by more than 1e-6 for all of them. Packages
 * that ask others are no match by definition: equal gains leave a stakeholder out whose gain would
 * be the least, though all may prefer a package that asks it. */
static bool solution_beaten(const struct solution_seen *one, const struct solution_seen *other,
                            int actors, int lane)
{
    for (int i = 0; i < actors; i++)
        if (other->needed[i][lane] != one->needed[i][lane] ||
            (other->needed[i][lane] && other->surplus[i][lane] <= one->surplus[i][lane] + 1e-6))
            return false;
    return true;
}

/* Whether the solver serves the game and has a package wherever there is a zone: Perles and
 * Maschler's has none where the frontier is of single packages. */
static bool solution_serves(const struct solver *solver, int actors)
{
    return solver != &solver_perles_maschler && (solver->parties == 0 || actors <= solver->parties);
}

/* What a solution finds; it keeps to the terms, gives all their claims, and is something wherever
 * the grid has something. */
static void solution_find(struct terms_game *game, const struct solver *solver, const double *least,
                          struct solution_seen *seen, bool *found)
{
    struct example *example = game->example;
    void *settings = example_settings(example, &solver->about);
    int actors = example->game.actors;
    memset(example->found, 0, sizeof example->found);
    example_solve(example, solver, settings);
    free(settings);
    solution_see(game, seen);
    memcpy(found, example->found, sizeof example->found);
    for (int lane = 0; lane < SOLUTION_LANES; lane++) {
        cr_assert(found[lane] || !(least[lane] > 1e-6) || !solution_serves(solver, actors),
                  "%s, features %d lane %d: nothing", solver->about.name, game->features, lane);
        if (!found[lane])
            continue;
        cr_assert(terms_admit(game, lane, 1e-7), "%s, features %d lane %d", solver->about.name,
                  game->features, lane);
        for (int i = 0; i < actors; i++)
            cr_assert(!seen->needed[i][lane] || seen->surplus[i][lane] > -1e-8);
    }
}

/* And nothing on the grid is better for all that are asked. */
static void solution_keep(int features)
{
    static struct solution_seen seen[SOLUTION_COUNT], other;
    static bool found[SOLUTION_COUNT][LANES];
    static double best[MEASURES][LANES];
    struct terms_game *game = terms_game(31 + (unsigned)features, features);
    struct example *example = game->example;
    solution_grid(game, best);
    for (int lane = 0; lane < LANES; lane++)
        example->asked[lane] = lane < SOLUTION_LANES;
    for (int m = 0; m < SOLUTION_COUNT; m++)
        solution_find(game, SOLUTIONS[m], best[MEASURE_EGALITARIAN], &seen[m], found[m]);
    for (int point = 0; point < GRID_POINTS; point++) {
        terms_point(game, point);
        solution_see(game, &other);
        for (int lane = 0; lane < SOLUTION_LANES; lane++)
            for (int m = 0; m < SOLUTION_COUNT && terms_admit(game, lane, 1e-9); m++)
                cr_assert(!found[m][lane] ||
                              !solution_beaten(&seen[m], &other, example->game.actors, lane),
                          "%s, features %d lane %d", SOLUTIONS[m]->about.name, features, lane);
    }
    terms_free(game);
}

Test(solution_terms, keep_to_the_terms)
{
    solution_all(solution_keep);
}
