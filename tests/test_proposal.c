/* The solvers that climb, where climbs may miss the best: discrete, convex and linked issues. */
#include "models/catalogue.h"
#include "tests/optimum_game.h"

enum { PARTIES = 3, ISSUES = 4, POINTS = 5 };
static const double CLAIM = 0.75;

/* Of surpluses. */
typedef double welfare(const double *surplus);

static double welfare_nash(const double *surplus)
{
    double sum = 0;
    for (int i = 0; i < PARTIES; i++)
        sum += surplus[i] > 0 ? log(surplus[i]) : -HUGE_VAL;
    return sum;
}

static double welfare_utilitarian(const double *surplus)
{
    double sum = 0;
    for (int i = 0; i < PARTIES; i++)
        sum += surplus[i];
    return sum;
}

/* Of what is in example->package, in lane 0. */
static double discrete_welfare(struct example *example, welfare *measure)
{
    double surplus[PARTIES];
    for (int i = 0; i < PARTIES; i++) {
        double worth[LANES];
        bargain_worth(&example->bargain, i, example->package[0], worth);
        surplus[i] = worth[0] - CLAIM;
    }
    return measure(surplus);
}

/* The most by trying all packages. */
static double discrete_most(struct example *example, welfare *measure)
{
    double most = -HUGE_VAL;
    int packages = 1;
    for (int k = 0; k < ISSUES; k++)
        packages *= POINTS;
    for (int which = 0; which < packages; which++) {
        for (int k = 0, rest = which; k < ISSUES; k++, rest /= POINTS)
            block_fill(example->package[k], rest % POINTS / (POINTS - 1.0), LANES);
        most = fmax(most, discrete_welfare(example, measure));
    }
    return most;
}

/* Returns in how many of 60 games there was an agreement. */
static int expect_best_of_all(const struct solver *solver, welfare *measure)
{
    int agreed = 0;
    for (unsigned seed = 0; seed < 60; seed++) {
        struct example *example = example_discrete(seed, ISSUES, POINTS, PARTIES, CLAIM);
        example->bargain.lanes = 1;
        double most = discrete_most(example, measure), gap[LANES];
        struct quantity none = { .row = -1 };
        solver->solve(&none, example->values[0], &example->bargain, example->package[0],
                      example->found, gap);
        cr_assert_eq(example->found[0], most > -HUGE_VAL, "%s, seed %u", solver->about.name, seed);
        if (example->found[0]) {
            cr_expect_float_eq(discrete_welfare(example, measure), most, 1e-9, "%s, seed %u",
                               solver->about.name, seed);
            cr_expect_leq(gap[0], 1e-9);
            agreed++;
        }
        free(example);
    }
    return agreed;
}

Test(proposal, no_discrete_package_is_better)
{
    int agreed = expect_best_of_all(&solver_nash, welfare_nash);
    cr_expect(agreed > 10 && agreed < 50, "%d", agreed);
    cr_expect_eq(expect_best_of_all(&solver_utilitarian, welfare_utilitarian), 60);
}

/* The gap is the certified search's: models/optimum.h, itself tested against grids. */
static void expect_certified(const struct solver *solver, int features)
{
    int agreed = 0;
    for (unsigned seed = 0; seed < 10; seed++) {
        struct example *example = game_random(seed, features);
        double gap[LANES];
        solver->solve(NULL, example->values[0], &example->bargain, example->package[0],
                      example->found, gap);
        for (int lane = 0; lane < LANES; lane++)
            if (example->found[lane]) {
                cr_expect_leq(gap[lane], 1e-8, "%s, features %d, seed %u, lane %d",
                              solver->about.name, features, seed, lane);
                agreed++;
            }
        free(example);
    }
    cr_expect_gt(agreed, 40);
}

Test(proposal, rough_games_are_solved_to_the_gap)
{
    static const int features[] = { GAME_LINKED, GAME_TABLE, GAME_DISCRETE,
                                    GAME_LINKED | GAME_TABLE | GAME_DISCRETE,
                                    GAME_AUDIENCE | GAME_DISCRETE };
    for (int which = 0; which < 5; which++) {
        expect_certified(&solver_nash, features[which]);
        expect_certified(&solver_utilitarian, features[which]);
    }
}

enum { MANY_ISSUES = 10, MANY_POINTS = 4, MANY = 1 << 20 };

/* surplus[party] of the package in which every issue is at its first level, and gain[party][issue]
 * [level]: what one issue at another level adds; worths are sums over issues. */
struct many {
    double first[PARTIES], gain[PARTIES][MANY_ISSUES][MANY_POINTS];
};

static struct many many_read(struct example *example)
{
    struct many many;
    for (int k = 0; k < MANY_ISSUES; k++)
        block_fill(example->package[k], 0, LANES);
    for (int i = 0; i < PARTIES; i++) {
        double worth[LANES];
        bargain_worth(&example->bargain, i, example->package[0], worth);
        many.first[i] = worth[0] - CLAIM;
        for (int k = 0; k < MANY_ISSUES; k++) {
            for (int m = 0; m < MANY_POINTS; m++) {
                block_fill(example->package[k], m / (MANY_POINTS - 1.0), LANES);
                bargain_worth(&example->bargain, i, example->package[0], worth);
                many.gain[i][k][m] = worth[0] - CLAIM - many.first[i];
            }
            block_fill(example->package[k], 0, LANES);
        }
    }
    return many;
}

static double many_most(const struct many *many, welfare *measure)
{
    double most = -HUGE_VAL;
    for (int which = 0; which < MANY; which++) {
        double surplus[PARTIES];
        for (int i = 0; i < PARTIES; i++) {
            surplus[i] = many->first[i];
            for (int k = 0; k < MANY_ISSUES; k++)
                surplus[i] += many->gain[i][k][which >> 2 * k & 3];
        }
        most = fmax(most, measure(surplus));
    }
    return most;
}

static double welfare_egalitarian(const double *surplus)
{
    return fmin(surplus[0], fmin(surplus[1], surplus[2]));
}

/* 4^10 packages, by trying them all. */
Test(proposal, a_million_discrete_packages_are_solved_exactly)
{
    static const struct solver *const solvers[] = { &solver_nash, &solver_utilitarian,
                                                    &solver_egalitarian };
    static welfare *const measures[] = { welfare_nash, welfare_utilitarian, welfare_egalitarian };
    for (unsigned seed = 0; seed < 3; seed++) {
        struct example *example = example_discrete(seed, MANY_ISSUES, MANY_POINTS, PARTIES, CLAIM);
        example->bargain.lanes = 1;
        struct many many = many_read(example);
        for (int which = 0; which < 3; which++) {
            double gap[LANES], most = many_most(&many, measures[which]);
            solvers[which]->solve(NULL, example->values[0], &example->bargain, example->package[0],
                                  example->found, gap);
            cr_assert(example->found[0], "seed %u", seed);
            cr_expect_float_eq(discrete_welfare(example, measures[which]), most, 1e-9, "%s",
                               solvers[which]->about.name);
            cr_expect_leq(gap[0], 1e-9);
        }
        free(example);
    }
}
