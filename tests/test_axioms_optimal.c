/* Conditions of optimality and limits between solutions, on random problems, checked without the
 * solvers. */
#include "tests/axiom_game.h"

enum { OPTIMAL_PROBLEMS = 60 };

/* The derivative of sum_i power_i log s_i along one issue, from one side. */
static double optimal_slope(struct example *example, const struct axiom_game *game,
                            const struct axiom_answer *answer, int issue, double step)
{
    double package[AXIOM_ISSUES], surplus[AXIOM_ACTORS], sum = 0;
    memcpy(package, answer->package, sizeof package);
    package[issue] += step;
    axiom_surplus(example, package, surplus);
    for (int i = 0; i < game->actors; i++)
        sum += game->power[i] * (surplus[i] - answer->surplus[i]) / answer->surplus[i];
    return sum / step;
}

/* Karush 1939, Kuhn and Tucker 1951: no issue can be moved, up or down, so that the sum of
 * logarithms rises; enough for a maximum, since it is concave. */
Test(axioms_optimal, nash_meets_its_conditions)
{
    const double step = 1e-6, slack = 2e-4;
    for (unsigned seed = 1; seed <= OPTIMAL_PROBLEMS; seed++) {
        struct axiom_game game = axiom_random(seed, 2 + (int)(seed % 2), seed % 3 == 0);
        struct axiom_answer answer = axiom_solve(&game, &solver_nash, NAN);
        struct example *example = axiom_example(&game);
        cr_assert(answer.found);
        for (int k = 0; k < game.issues; k++) {
            double at = answer.package[k];
            if (at + step <= game.high[k])
                cr_expect_leq(optimal_slope(example, &game, &answer, k, step), slack);
            if (at - step >= game.low[k])
                cr_expect_geq(optimal_slope(example, &game, &answer, k, -step), -slack);
        }
        free(example);
    }
}

static double optimal_apart(const struct axiom_answer *one, const struct axiom_answer *other,
                            int actors)
{
    double most = 0;
    cr_assert(one->found && other->found);
    for (int i = 0; i < actors; i++)
        most = fmax(most, fabs(one->surplus[i] - other->surplus[i]));
    return most;
}

/* One family: Atkinson 1970. Alpha 1 is Nash; as alpha grows the worst off comes first: of two it
 * never loses by that. */
Test(axioms_optimal, alpha_fair_joins_nash_and_egalitarian)
{
    for (unsigned seed = 1; seed <= OPTIMAL_PROBLEMS; seed++) {
        struct axiom_game game = axiom_random(seed, 2 + (int)(seed % 2), true);
        for (int i = 0; i < game.actors; i++)
            game.power[i] = 1;
        struct axiom_answer nash = axiom_solve(&game, &solver_nash, NAN),
                            equal = axiom_solve(&game, &solver_egalitarian, NAN);
        struct axiom_answer one = axiom_solve(&game, &solver_alpha_fair, 1);
        cr_expect_leq(optimal_apart(&one, &nash, game.actors), 2e-6);
        double least = 0, most = HUGE_VAL;
        for (int i = 0; i < game.actors; i++)
            most = fmin(most, equal.surplus[i]);
        for (double alpha = 0.25; alpha <= 64; alpha *= 4) {
            struct axiom_answer answer = axiom_solve(&game, &solver_alpha_fair, alpha);
            double now = HUGE_VAL;
            for (int i = 0; i < game.actors; i++)
                now = fmin(now, answer.surplus[i]);
            if (game.actors == 2)
                cr_expect_geq(now, least - 1e-6, "seed %u, alpha %g", seed, alpha);
            cr_expect_leq(now, most + 1e-9);
            least = now;
        }
        cr_expect_geq(least, 0.97 * most, "seed %u: %g of %g", seed, least, most);
    }
}

static double optimal_spread(const struct axiom_answer *answer, int actors)
{
    double most = 0;
    for (int i = 0; i < actors; i++)
        most = fmax(most, fabs(answer->surplus[i] - answer->surplus[0]));
    return most;
}

/* Strong monotonicity (Kalai 1977) is of equal gains. Where one party can be raised at nobody's
 * cost it gets more than the others, and the axiom is given up for efficiency. */
Test(axioms_optimal, equal_gains_grow_with_what_there_is)
{
    int compared = 0;
    for (unsigned seed = 1; seed <= OPTIMAL_PROBLEMS; seed++) {
        struct axiom_game more = axiom_random(seed, 2 + (int)(seed % 2), true), less = more;
        unsigned state = seed + 13;
        for (int k = 0; k < more.issues; k++) {
            less.low[k] = example_uniform(&state, 0, 0.2);
            less.high[k] = example_uniform(&state, 0.8, 1);
        }
        struct axiom_answer before = axiom_solve(&less, &solver_egalitarian, NAN),
                            after = axiom_solve(&more, &solver_egalitarian, NAN);
        if (optimal_spread(&before, less.actors) > 1e-6)
            continue;
        for (int i = 0; i < less.actors; i++)
            cr_expect_leq(before.surplus[i], after.surplus[i] + 1e-6, "seed %u", seed);
        compared++;
    }
    cr_assert_geq(compared, 20);
}

/* Without powers, and where everybody gains, alpha 0 is the largest sum. */
Test(axioms_optimal, alpha_fair_begins_at_the_largest_sum)
{
    int compared = 0;
    for (unsigned seed = 1; seed <= OPTIMAL_PROBLEMS; seed++) {
        struct axiom_game game = axiom_random(seed, 2, true);
        struct axiom_answer sum = axiom_solve(&game, &solver_utilitarian, NAN);
        if (sum.surplus[0] < 0.01 || sum.surplus[1] < 0.01)
            continue;
        struct axiom_answer zero = axiom_solve(&game, &solver_alpha_fair, 0);
        cr_expect_leq(optimal_apart(&zero, &sum, 2), 2e-6);
        compared++;
    }
    cr_assert_geq(compared, 10);
}

/* Every gap is of the right sign, and small where the game is concave. */
Test(axioms_optimal, gaps_are_certificates)
{
    for (int m = 0; m < catalogue_count; m++) {
        if (strcmp(catalogue[m].kind, "solver") != 0)
            continue;
        const struct solver *solver = (const struct solver *)(const void *)catalogue[m].model;
        if (solver == &solver_menu)
            continue;
        for (unsigned seed = 1; seed <= 20; seed++) {
            int actors = solver->parties == 2 ? 2 : 2 + (int)(seed / 2 % 2);
            struct axiom_game game = axiom_random(seed, actors, seed % 2 == 0);
            struct axiom_answer answer = axiom_solve(&game, solver, NAN);
            cr_assert(answer.found, "%s, seed %u", solver->about.name, seed);
            cr_expect(answer.gap >= 0 && answer.gap < 1e-6, "%s, seed %u: %g", solver->about.name,
                      seed, answer.gap);
        }
    }
}
