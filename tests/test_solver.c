#include <criterion/criterion.h>

#include "models/solver.h"
#include "models/special.h"
#include "tests/frontiers.h"

extern const struct solver solver_nash, solver_utilitarian, solver_acceptance, solver_agenda_setter,
    solver_menu;

struct acceptance_only {
    struct quantity weight;
};
static const struct acceptance_only NEUTRAL_MEDIATOR = { { .row = -1 } };

struct menu_only {
    struct selection menu;
    int criterion;
    bool insist;
};

static const struct {
    const struct solver *solver;
    const void *settings;
} SOLVERS[] = { { &solver_nash, NULL },
                { &solver_utilitarian, NULL },
                { &solver_acceptance, &NEUTRAL_MEDIATOR },
                { &solver_agenda_setter, NULL } };

enum { SOLVER_COUNT = sizeof SOLVERS / sizeof *SOLVERS };

static const double ONE[1] = { 1 };

/* Nash 1950, Kalai 1977 in closed form: x = d2 + a2 (1 - d1 - d2). */
Test(solver_nash, divides_a_pie)
{
    struct example *example = example_pies(1, ONE, ONE);
    example_claim(example, 0, 0.2);
    example_claim(example, 1, 0.1);
    example_power(example, 0.3, 0.7);
    example_solve(example, &solver_nash, NULL);
    example_expect(example, 0, 0.1 + 0.7 * 0.7, 1e-12);
    example_claim(example, 1, 0.9);
    example_solve(example, &solver_nash, NULL);
    cr_assert_not(example->found[0], "the zone is empty");
    free(example);
}

/* Closed form: sort issues by the ratio of weights, split one: utilities (0.7, 0.7). */
Test(solver_nash, logrolls)
{
    const double first[3] = { 0.6, 0.3, 0.1 }, second[3] = { 0.2, 0.3, 0.5 };
    struct example *example = example_pies(3, first, second);
    example_solve(example, &solver_nash, NULL);
    example_expect(example, 0, 0, 1e-12);
    example_expect(example, 1, 2.0 / 3, 1e-12);
    example_expect(example, 2, 1, 1e-12);
    free(example);
}

/* Root of .7 (-2 x) / (1 - x^2) + .3 (2 - 2 x) / (2 x - x^2) = 0, found independently. */
Test(solver_nash, quadratic_losses)
{
    struct example *example = example_new(1, 2);
    example_position(example, 0, 0, 0, 1, LOSS_QUADRATIC);
    example_position(example, 1, 0, 1, 1, LOSS_QUADRATIC);
    example_draw(example);
    example_power(example, 0.7, 0.3);
    example_solve(example, &solver_nash, NULL);
    example_expect(example, 0, 0.376015746599, 1e-11);
    free(example);
}

Test(solver_utilitarian, gives_to_who_cares_most)
{
    const double first[3] = { 0.6, 0.3, 0.1 }, second[3] = { 0.2, 0.25, 0.55 };
    struct example *example = example_pies(3, first, second);
    example_solve(example, &solver_utilitarian, NULL);
    example_expect(example, 0, 0, 0);
    example_expect(example, 1, 0, 0);
    example_expect(example, 2, 1, 0);
    example_power(example, 1, 1.5);
    example_solve(example, &solver_utilitarian, NULL);
    example_expect(example, 1, 1, 0);
    free(example);
}

/* By symmetry the middle; with unequal doubts log Phi balances: the condition on the derivatives.
 */
Test(solver_acceptance, balances_the_chances)
{
    struct example *example = example_pies(1, ONE, ONE);
    example_claim(example, 0, 0.4);
    example_claim(example, 1, 0.4);
    example_doubt(example, 0, 0.1);
    example_doubt(example, 1, 0.1);
    example_solve(example, &solver_acceptance, &NEUTRAL_MEDIATOR);
    example_expect(example, 0, 0.5, 1e-9);
    example_doubt(example, 1, 0.2);
    example_solve(example, &solver_acceptance, &NEUTRAL_MEDIATOR);
    double x = example->package[0][0];
    cr_assert_float_eq(special_normal_ratio((1 - x - 0.4) / 0.1) / 0.1,
                       special_normal_ratio((x - 0.4) / 0.2) / 0.2, 1e-7);
    example_claim(example, 0, 0.9);
    example_solve(example, &solver_acceptance, &NEUTRAL_MEDIATOR);
    cr_assert(example->found[0], "a mediator tables a text even without a zone");
    free(example);
}

Test(solver_acceptance, weighs_the_mediators_own_wishes)
{
    struct example *example = example_new(1, 3);
    for (int i = 0; i < 3; i++)
        example_position(example, i, 0, i > 0, 1, LOSS_LINEAR);
    example->actor[2].role = ROLE_MEDIATOR;
    example_draw(example);
    struct acceptance_only settings = { example_number(example, 2) };
    example->bargain.proposer = 2;
    for (int i = 0; i < 2; i++) {
        example_claim(example, i, 0.4);
        example_doubt(example, i, 0.1);
    }
    example_solve(example, &solver_acceptance, &settings);
    double x = example->package[0][0];
    cr_assert_float_eq(special_normal_ratio((0.6 - x) / 0.1) / 0.1,
                       special_normal_ratio((x - 0.4) / 0.1) / 0.1 + 2, 1e-6);
    free(example);
}

Test(solver_menu, picks_by_the_criterion)
{
    const double at[3] = { 0.2, 0.55, 0.95 };
    struct quantity position[3];
    struct package package[3];
    struct menu_only settings = { { 0, NULL }, 1, false };
    struct example *example = example_pies(1, ONE, ONE);
    for (int m = 0; m < 3; m++) {
        position[m] = example_number(example, at[m]);
        package[m] = (struct package){ .name = "plan", .at = &position[m] };
    }
    example->game.package = package;
    example->game.packages = 3;
    example_claim(example, 0, 0.1);
    example_claim(example, 1, 0.1);
    example_solve(example, &solver_menu, &settings);
    example_expect(example, 0, 0.55, 0);
    block_fill(example->by_issue[EXAMPLE_HIGH][0], 0.5, LANES);
    example_solve(example, &solver_menu, &settings);
    example_expect(example, 0, 0.2, 0);
    example_claim(example, 1, 0.3);
    example_solve(example, &solver_menu, &settings);
    cr_assert_not(example->found[0], "nothing on the menu is admissible and worth signing");
    settings.criterion = 0;
    example_doubt(example, 0, 0.1);
    example_doubt(example, 1, 0.1);
    example_solve(example, &solver_menu, &settings);
    example_expect(example, 0, 0.2, 0);
    settings.insist = true;
    example_solve(example, &solver_menu, &settings);
    example_expect(example, 0, 0.55, 0);
    block_fill(example->by_issue[EXAMPLE_LOW][0], 0.95, LANES);
    block_fill(example->by_issue[EXAMPLE_HIGH][0], 0.95, LANES);
    example_solve(example, &solver_menu, &settings);
    example_expect(example, 0, 0.95, 0);
    free(example);
}

/* A random game of five issues with a guarantees issue, and three parties, one of them a
 * stakeholder. */
static struct example *solver_game(unsigned seed)
{
    unsigned state = seed;
    struct example *example = example_new(5, 3);
    for (int m = 0; m < 3; m++)
        example_level(example, 4, m / 2.0);
    example->issue[4].guarantees = true;
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 5; k++) {
            struct position *position =
                example_position(example, i, k, 0, 1, k == 1 ? LOSS_QUADRATIC : LOSS_LINEAR);
            for (int lane = 0; lane < LANES; lane++) {
                example->values[position->ideal.row][lane] = example_uniform(&state, 0, 1);
                example->values[position->salience.row][lane] = example_uniform(&state, 0.1, 1);
            }
        }
    example->actor[2].role = ROLE_STAKEHOLDER;
    example->consent[2][0] = 4;
    example->actor[2].consent.count = 1;
    example_draw(example);
    example->bargain.proposer = 0;
    for (int i = 0; i < 3; i++) {
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.95, LANES);
        block_fill(example->by_actor[EXAMPLE_FALLBACK][i], 0.3, LANES);
        block_fill(example->by_actor[EXAMPLE_BONUS][i], 0.02 + 0.06 * i, LANES);
        example_doubt(example, i, 0.08);
        for (int lane = 0; lane < LANES; lane++)
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(&state, 0.3, 0.7);
    }
    block_fill(example->single[EXAMPLE_HAZARD], 0.05, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    return example;
}

/* What a solver says it maximises, in one lane and for the package at hand; -HUGE_VAL:
 * inadmissible. */
static double criterion(struct example *example, int solver, int lane)
{
    double value = 0, worth[LANES];
    bool needed[LANES];
    for (int i = 0; i < 3; i++) {
        bargain_worth(&example->bargain, i, example->package[0], worth);
        bargain_consent(&example->bargain, i, example->package[0], needed);
        double surplus = worth[lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
        double chance = log(special_normal_cdf(surplus / 0.08));
        if (solver == 0 && i < 2)
            value += surplus > 0 ? log(surplus) : -HUGE_VAL;
        else if (solver == 0 && needed[lane] && surplus < 0)
            value = -HUGE_VAL;
        else if (solver == 1)
            value += worth[lane];
        else if (solver == 2 && needed[lane])
            value += chance;
        else if (solver == 3 && i != example->bargain.proposer)
            value += needed[lane] ? chance : 0;
        else if (solver == 3)
            value += surplus > 0 ? log(surplus) : -HUGE_VAL;
    }
    return value;
}

/* Feasible, individually rational where promised, and never beaten by random packages near or far.
 */
Test(solver, random_search_finds_nothing_better)
{
    unsigned state = 77;
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = solver_game(31);
        double package[EXAMPLE_ISSUES][LANES];
        example_solve(example, SOLVERS[solver].solver, SOLVERS[solver].settings);
        memcpy(package, example->package, sizeof package);
        for (int lane = 0; lane < 16; lane++) {
            memcpy(example->package, package, sizeof package);
            double best = criterion(example, solver, lane);
            if (!example->found[lane])
                continue;
            for (int k = 0; k < 5; k++)
                cr_assert(package[k][lane] >= 0 && package[k][lane] <= 1);
            cr_assert(fmod(package[4][lane], 0.5) == 0, "guarantees stand on a level");
            cr_assert(solver != 0 || example_least(example, lane) > 0);
            for (int trial = 0; trial < 3000; trial++) {
                double reach = trial % 3 ? 0.02 : 1;
                for (int k = 0; k < 4; k++) {
                    double at = package[k][lane] + example_uniform(&state, -reach, reach);
                    example->package[k][lane] = at < 0 ? 0 : at > 1 ? 1 : at;
                }
                example->package[4][lane] = trial % 4 ? package[4][lane] : trial / 4 % 3 / 2.0;
                double value = criterion(example, solver, lane);
                /* The stakeholder's share of the product is not in the comparison: a margin for it.
                 */
                bool constrained = solver == 0 && package[4][lane] > 0;
                cr_assert(constrained || value <= best + 1e-9,
                          "solver %d lane %d: %.12g beats %.12g", solver, lane, value, best);
            }
        }
        free(example);
    }
}

/* Doubling all powers, or listing the issues in another order, changes nothing. */
Test(solver, powers_and_order_do_not_matter)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *both[2];
        frontiers_reorder(both);
        example_power(both[1], 2, 2);
        for (int m = 0; m < 2; m++) {
            both[m]->bargain.proposer = 1;
            example_doubt(both[m], 0, 0.1);
            example_doubt(both[m], 1, 0.1);
            example_solve(both[m], SOLVERS[solver].solver, SOLVERS[solver].settings);
        }
        /* The sum does not care who has the issue that both weigh alike. */
        for (int k = 0; k < 3; k++)
            cr_assert((solver == 1 && k == 1) ||
                      fabs(both[0]->package[k][0] - both[1]->package[(k + 1) % 3][0]) < 1e-9);
        free(both[0]);
        free(both[1]);
    }
}

/* Blocks of one lane give the bits of a block of 64; lanes not asked are left alone; settled issues
 * stay. */
Test(solver, contract)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = solver_game(8);
        double package[EXAMPLE_ISSUES][LANES];
        bool found[LANES];
        for (int lane = 0; lane < LANES; lane += 2)
            example->by_issue[EXAMPLE_LOW][2][lane] = example->by_issue[EXAMPLE_HIGH][2][lane] =
                0.37;
        example_solve(example, SOLVERS[solver].solver, SOLVERS[solver].settings);
        memcpy(package, example->package, sizeof package);
        memcpy(found, example->found, sizeof found);
        for (int lane = 0; lane < LANES; lane += 7) {
            for (int other = 0; other < LANES; other++) {
                example->asked[other] = other == lane;
                example->found[other] = false;
            }
            memset(example->package, 0, sizeof example->package);
            example_solve(example, SOLVERS[solver].solver, SOLVERS[solver].settings);
            cr_assert_eq(example->found[lane], found[lane]);
            cr_assert(!found[lane] || lane % 2 || package[2][lane] == 0.37);
            for (int k = 0; k < 5; k++) {
                cr_assert(!found[lane] || example->package[k][lane] == package[k][lane]);
                cr_assert_eq(example->package[k][(lane + 1) % LANES], 0);
            }
        }
        free(example);
    }
}
