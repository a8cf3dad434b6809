#include <criterion/criterion.h>

#include "tests/frontiers.h"
#include "tests/optimum_game.h"

enum { OPTIMUM_LANES = 3 };

/* Sums are told by who is asked; a package with a stakeholder's issues at the status quo asks it in
 * no branch by the definitions, but counts as asking in the branches that do. */
static bool optimum_borders(const struct example *example, const struct optimum *optimum)
{
    return example->game.actors > 2 && optimum->place.cell % 2 == 0 &&
           optimum->package[2] == example->by_issue[EXAMPLE_STATUS_QUO][2][0];
}

/* No grid point has more than the bound, what is found has no more than it, keeps to the red lines
 * and is worth what is said by the definitions of models/bargain.h. */
static void optimum_check(struct example *example, int lane, int measure, double grid,
                          const struct optimum *optimum)
{
    static double own[MEASURES][LANES];
    cr_assert(optimum->bound >= grid - 1e-12, "lane %d measure %d: %.12f below the grid's %.12f",
              lane, measure, optimum->bound, grid);
    if (!optimum->found)
        return;
    cr_assert_leq(optimum->value, optimum->bound);
    cr_assert(game_admits(example, optimum->package));
    for (int k = 0; k < GAME_ISSUES; k++)
        block_fill(example->package[k], optimum->package[k], LANES);
    game_scores(example, MEASURES, own);
    if (!optimum_borders(example, optimum))
        cr_assert_float_eq(own[measure][lane], optimum->value, 1e-9);
}

/* Nor has any package near what is found. */
static void optimum_check_near(struct example *example, int lane, int measure,
                               const struct optimum *optimum)
{
    static double score[MEASURES][LANES];
    unsigned state = 3;
    for (int trial = 0; trial < 40 && optimum->found; trial++) {
        double reach = trial % 2 ? 0.02 : 1e-3, at[GAME_ISSUES];
        for (int k = 0; k < GAME_ISSUES; k++) {
            double step = game_whole(example, k) ? 0 : example_uniform(&state, -reach, reach);
            at[k] = fmin(fmax(optimum->package[k] + step, 0), 1);
            block_fill(example->package[k], at[k], LANES);
        }
        if (!game_admits(example, at))
            continue;
        game_scores(example, measure + 1, score);
        cr_assert(score[measure][lane] <= optimum->bound + 1e-10,
                  "lane %d measure %d: %.12f > %.12f", lane, measure, score[measure][lane],
                  optimum->bound);
    }
}

/* Checks a game's problems, and counts those in which what is found may lie further than `gap` from
 * the best; further than 1e-8, of a ray. */
static int optimum_loose(int features, double gap)
{
    static double grid[MEASURES][LANES];
    int loose = 0;
    struct example *example = game_random(1 + (unsigned)features, features);
    example->bargain.lanes = OPTIMUM_LANES;
    game_grid(example, MEASURES, grid);
    for (int lane = 0; lane < OPTIMUM_LANES; lane++)
        for (int measure = 0; measure < MEASURES; measure++) {
            struct game_zone *opened = game_open(example, lane);
            struct optimum optimum;
            double allowed = measure <= MEASURE_FIRST ? 1e-8 : gap;
            game_find(&opened->zone, measure, &optimum);
            game_close(opened);
            optimum_check(example, lane, measure, grid[measure][lane], &optimum);
            optimum_check_near(example, lane, measure, &optimum);
            loose += optimum.found && optimum.bound - optimum.value > allowed;
        }
    free(example);
    return loose;
}

Test(optimum, is_exact_where_packages_can_be_averaged)
{
    for (int features = 0; features < GAME_CONCAVE; features += 3)
        cr_assert_eq(optimum_loose(features, 1e-9), 0, "features %d", features);
}

Test(optimum, is_exact_with_discrete_convex_and_linked_issues)
{
    for (int features = GAME_DISCRETE; features < GAME_SEEKING; features += 29)
        cr_assert_eq(optimum_loose(features, 1e-8), 0, "features %d", features);
}

/* Hard red lines, issues that count in part, power, CRRA and CARA losses, beside all others. Of a
 * ray in some thousands the bound says a little more than there is. */
Test(optimum, is_exact_with_lines_smooth_losses_and_issues_that_wait)
{
    int loose = 0, problems = 0;
    for (int features = GAME_SMOOTH; features < GAME_ALL; features += 47) {
        if (features & GAME_SEEKING)
            continue;
        loose += optimum_loose(features, 1e-8);
        problems += MEASURES * OPTIMUM_LANES;
    }
    cr_assert_geq(problems, 900);
    cr_assert_leq(loose, problems / 500, "%d of %d", loose, problems);
}

/* Bounds that stayed up to half a point away where the program's basis was all but singular: it had
 * let columns in that add next to nothing. */
Test(optimum, does_not_stall)
{
    const struct {
        unsigned seed;
        int features, lane, measure; /* features: GAME_QUADRATIC and so on */
    } row[] = {
        { 8701, 508, 1, MEASURE_NASH },
        { 9711, 1518, 1, MEASURE_GUARDED },
        { 7261, 7260, 0, MEASURE_GUARDED },
        { 286, 285, 1, MEASURE_UTILITARIAN },
    };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        struct example *example = game_random(row[m].seed, row[m].features);
        struct game_zone *opened = game_open(example, row[m].lane);
        struct optimum optimum;
        game_find(&opened->zone, row[m].measure, &optimum);
        game_close(opened);
        cr_expect_leq(optimum.bound - optimum.value, 1e-8, "seed %u: %g", row[m].seed,
                      optimum.bound - optimum.value);
        free(example);
    }
}

/* A sum's bound then comes from a chord and may stand off; a ray is exact. */
Test(optimum, bounds_parties_that_seek_risk)
{
    for (int features = GAME_SEEKING; features < GAME_FEATURES; features += 103)
        cr_assert_eq(optimum_loose(features, HUGE_VAL), 0, "features %d", features);
}

extern const struct solver solver_nash, solver_utilitarian;

/* With kinks of several parties, too, the solvers stop near their best and say how near, and the
 * package is the same whether or not they are asked. */
Test(optimum, solvers_prove_their_packages)
{
    const struct solver *const solvers[2] = { &solver_nash, &solver_utilitarian };
    double gap[LANES], alone[GAME_ISSUES][LANES];
    for (int features = GAME_AUDIENCE; features < GAME_CONCAVE; features++)
        for (int m = 0; m < 2; m++) {
            struct example *example = game_random(3 + (unsigned)features, features);
            example_solve(example, solvers[m], NULL);
            memcpy(alone, example->package, sizeof alone);
            solvers[m]->solve(NULL, example->values[0], &example->bargain, example->package[0],
                              example->found, gap);
            for (int lane = 0; lane < LANES; lane++) {
                if (!example->found[lane])
                    continue;
                cr_assert(!(gap[lane] > 1e-6), "features %d solver %d lane %d: gap %g", features, m,
                          lane, gap[lane]);
                for (int k = 0; k < GAME_ISSUES; k++)
                    cr_assert_eq(alone[k][lane], example->package[k][lane]);
            }
            free(example);
        }
}

static double optimum_plain_value(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    (void)branch;
    (void)party;
    return *(const int *)criterion->about ? special_log(worth > 1e-9 ? worth : 1e-9) : worth;
}

static double optimum_plain_slope(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    (void)branch;
    (void)party;
    return *(const int *)criterion->about ? 1 / (worth > 1e-9 ? worth : 1e-9) : 1;
}

static struct optimum optimum_solved(struct example *example, const double *share, int product)
{
    struct criterion criterion = { optimum_plain_value, optimum_plain_slope, &product };
    struct objective objective = { .share = share, .criterion = &criterion };
    struct optimum optimum;
    struct game_zone *opened = game_open(example, 0);
    optimum_find(&opened->zone, &objective, &optimum);
    game_close(opened);
    cr_assert(optimum.found);
    cr_assert_leq(optimum.bound - optimum.value, 1e-9);
    return optimum;
}

/* F1, u_1 = 1 - u_0^2: Nash 1/sqrt 3; equal (sqrt 5 - 1)/2; utilitarian 1/2; proportions (1, 2):
 * sqrt 2 - 1. */
Test(optimum, closed_forms_of_a_parabola)
{
    const double equal[2] = { 1, 1 }, double_second[2] = { 1, 2 };
    struct example *example = frontiers_parabola();
    cr_assert_float_eq(optimum_solved(example, equal, 0).value, 0.618033988749895, 1e-9);
    cr_assert_float_eq(optimum_solved(example, double_second, 0).value, 0.414213562373095, 1e-9);
    cr_assert_float_eq(optimum_solved(example, NULL, 1).package[0], 0.577350269189626, 1e-4);
    cr_assert_float_eq(optimum_solved(example, NULL, 1).value,
                       log(0.577350269189626 * (1 - 1.0 / 3)), 1e-9);
    cr_assert_float_eq(optimum_solved(example, NULL, 0).value, 1.25, 1e-9);
    free(example);
}

/* Two issues, u_0 = .7 x_0 + .3 x_1 and u_1 the rest of .3, .7: each takes what it wants most. */
Test(optimum, closed_form_of_a_trade)
{
    const double first[2] = { 0.7, 0.3 }, second[2] = { 0.3, 0.7 }, equal[2] = { 1, 1 };
    struct example *example = example_pies(2, first, second);
    struct optimum optimum = optimum_solved(example, equal, 0);
    cr_assert_float_eq(optimum.value, 0.7, 1e-12);
    cr_assert_float_eq(optimum.weight[0] + optimum.weight[1], 1, 1e-9);
    cr_assert_float_eq(optimum_solved(example, NULL, 1).value, 2 * log(0.7), 1e-9);
    free(example);
}

/* One pie, claims that sum to more than it: 1 - .7 - .5 = -.2 to share. */
Test(optimum, proves_that_there_is_no_agreement)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one);
    example_claim(example, 0, 0.7);
    example_claim(example, 1, 0.5);
    struct game_zone *opened = game_open(example, 0);
    struct optimum optimum;
    game_find(&opened->zone, MEASURE_NASH, &optimum);
    cr_assert_not(optimum.found);
    cr_assert_eq(optimum.bound, -HUGE_VAL);
    cr_assert_float_eq(optimum.least, -0.1, 1e-9);
    game_find(&opened->zone, MEASURE_FIRST, &optimum);
    cr_assert(optimum.found);
    cr_assert_float_eq(optimum.value, -0.2, 1e-9);
    game_close(opened);
    free(example);
}
