#include "tests/frontiers.h"

extern const struct solver solver_kalai_smorodinsky, solver_egalitarian, solver_proportional,
    solver_alpha_fair, solver_equal_area, solver_raiffa, solver_raiffa_continuous,
    solver_perles_maschler, solver_rubinstein, solver_nash;

static const struct {
    struct quantity quantity;
} UNSET = { { .row = -1 } };

static const struct {
    const struct solver *solver;
    bool scales; /* doubling one's worth changes nothing */
} SOLVERS[] = {
    { &solver_egalitarian, false },
    { &solver_proportional, false },
    { &solver_kalai_smorodinsky, true },
    { &solver_alpha_fair, false },
    { &solver_raiffa, true },
    { &solver_rubinstein, true },
    { &solver_raiffa_continuous, true },
    { &solver_equal_area, true },
    { &solver_perles_maschler, true },
};

enum { SOLVER_COUNT = sizeof SOLVERS / sizeof *SOLVERS };

static void solve(struct example *example, int solver, double *gap)
{
    SOLVERS[solver].solver->solve(&UNSET, example->values[0], &example->bargain,
                                  example->package[0], example->found, gap);
}

/* Continuous issues and guarantees on three levels; belligerents, and where there is a third, a
 * stakeholder whose consent the guarantees need. Different in each lane. */
static struct example *drawn(int actors, unsigned seed)
{
    unsigned state = seed;
    struct example *example = example_new(4, actors);
    for (int m = 0; m < 3; m++)
        example_level(example, 3, m / 2.0);
    example->issue[3].guarantees = true;
    for (int i = 0; i < actors; i++)
        for (int k = 0; k < 4; k++) {
            struct position *position =
                example_position(example, i, k, 0, 1, k == 1 ? LOSS_QUADRATIC : LOSS_LINEAR);
            for (int lane = 0; lane < LANES; lane++) {
                example->values[position->ideal.row][lane] = example_uniform(&state, 0, 1);
                example->values[position->salience.row][lane] = example_uniform(&state, 0.1, 1);
            }
        }
    if (actors > 2) {
        example->actor[2].role = ROLE_STAKEHOLDER;
        example->consent[2][0] = 3;
        example->actor[2].consent.count = 1;
    }
    example_draw(example);
    for (int i = 0; i < actors; i++) {
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.95 - 0.05 * i, LANES);
        block_fill(example->by_actor[EXAMPLE_FALLBACK][i], 0.3, LANES);
        for (int lane = 0; lane < LANES; lane++)
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(&state, 0.4, 0.85);
    }
    block_fill(example->single[EXAMPLE_HAZARD], 0.05, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    return example;
}

/* A lane's package does not depend on other lanes, on whether they are asked, or on whether the gap
 * is; the others are left alone. The gap is small where there is one. */
Test(solution, contract)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = drawn(SOLVERS[solver].solver->parties == 2 ? 2 : 3, 8);
        double package[EXAMPLE_ISSUES][LANES], gap[LANES];
        bool found[LANES];
        int deals = 0;
        example->bargain.lanes = 12;
        solve(example, solver, gap);
        memcpy(package, example->package, sizeof package);
        memcpy(found, example->found, sizeof found);
        for (int lane = 0; lane < 12; lane++) {
            deals += found[lane];
            cr_assert(found[lane] ? !(gap[lane] > 1e-5) : isnan(gap[lane]), "%s lane %d: gap %g",
                      SOLVERS[solver].solver->about.name, lane, gap[lane]);
            memset(example->package, 0, sizeof example->package);
            for (int other = 0; other < LANES; other++)
                example->asked[other] = other == lane;
            memset(example->found, 0, sizeof example->found);
            solve(example, solver, NULL);
            cr_assert_eq(example->found[lane], found[lane]);
            for (int k = 0; k < 4; k++) {
                cr_assert(!found[lane] || example->package[k][lane] == package[k][lane]);
                cr_assert_eq(example->package[k][(lane + 1) % 12], 0);
            }
        }
        cr_assert(deals >= 4 && deals < 12, "%s: %d deals of 12",
                  SOLVERS[solver].solver->about.name, deals);
        free(example);
    }
}

/* Nobody whose consent is needed gets less than its claim, and no random package near or far is
 * better for all of them: packages are Pareto efficient. */
Test(solution, nobody_can_gain_without_another_losing)
{
    unsigned state = 77;
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = drawn(SOLVERS[solver].solver->parties == 2 ? 2 : 3, 31);
        double package[EXAMPLE_ISSUES][LANES];
        example->bargain.lanes = 8;
        solve(example, solver, NULL);
        memcpy(package, example->package, sizeof package);
        for (int lane = 0; lane < 8; lane++) {
            if (!example->found[lane])
                continue;
            double worth[EXAMPLE_ACTORS][LANES], other[LANES];
            bool needed[LANES];
            memcpy(example->package, package, sizeof package);
            cr_assert(example_least(example, lane) > -1e-9);
            for (int i = 0; i < example->game.actors; i++)
                bargain_worth(&example->bargain, i, example->package[0], worth[i]);
            for (int trial = 0; trial < 2000; trial++) {
                double reach = trial % 3 ? 0.02 : 1;
                bool better = true;
                for (int k = 0; k < 3; k++) {
                    double at = package[k][lane] + example_uniform(&state, -reach, reach);
                    example->package[k][lane] = at < 0 ? 0 : at > 1 ? 1 : at;
                }
                for (int i = 0; i < example->game.actors; i++) {
                    bargain_worth(&example->bargain, i, example->package[0], other);
                    bargain_consent(&example->bargain, i, example->package[0], needed);
                    better = better && (!needed[lane] || other[lane] > worth[i][lane] + 1e-6);
                }
                cr_assert_not(better, "%s lane %d", SOLVERS[solver].solver->about.name, lane);
            }
        }
        free(example);
    }
}

/* The least surplus of the egalitarian package is the width of the zone of possible agreement,
 * which is found by other means (models/zone.h). */
Test(solution, egalitarian_is_as_wide_as_the_zone)
{
    struct example *example = drawn(3, 5);
    double width[LANES];
    example->bargain.lanes = 16;
    bargain_zone(&example->bargain, width, NULL, NULL);
    solve(example, 0, NULL);
    for (int lane = 0; lane < 16; lane++) {
        cr_assert_eq(example->found[lane], width[lane] > 0);
        cr_assert(!example->found[lane] || fabs(example_least(example, lane) - width[lane]) < 1e-7);
    }
    free(example);
}

/* alpha = 1 is the Nash solution, found by other means (solver_nash): the same worths. */
Test(solution, alpha_of_one_is_nash)
{
    struct example *example = drawn(3, 6);
    const struct {
        struct quantity alpha;
    } settings = { example_number(example, 1) };
    double worth[3][LANES], other[LANES];
    example->bargain.lanes = 16;
    example_solve(example, &solver_nash, NULL);
    bool found[LANES];
    memcpy(found, example->found, sizeof found);
    for (int i = 0; i < 3; i++)
        bargain_worth(&example->bargain, i, example->package[0], worth[i]);
    example_solve(example, &solver_alpha_fair, &settings);
    for (int lane = 0; lane < 16; lane++) {
        cr_assert_eq(example->found[lane], found[lane]);
        for (int i = 0; i < 2 && found[lane]; i++) {
            bargain_worth(&example->bargain, i, example->package[0], other);
            cr_assert_float_eq(other[lane], worth[i][lane], 1e-4, "lane %d: %.9g, Nash %.9g", lane,
                               other[lane], worth[i][lane]);
        }
    }
    free(example);
}

/* No zone of possible agreement: no package. */
Test(solution, nothing_without_a_zone)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = frontiers_parabola();
        frontiers_discount(example, 0.9, 0.9);
        example_claim(example, 0, 0.9);
        example_claim(example, 1, 0.3);
        solve(example, solver, NULL);
        cr_assert_not(example->found[0], "%s", SOLVERS[solver].solver->about.name);
        free(example);
    }
}

/* Symmetric parties get the same; with offers in turn, the more the first the less patient both. */
Test(solution, symmetry)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = example_new(2, 2);
        for (int k = 0; k < 2; k++) {
            example_position(example, 0, k, 0, k == 0 ? 2 : 1, LOSS_QUADRATIC);
            example_position(example, 1, k, 1, k == 0 ? 1 : 2, LOSS_QUADRATIC);
        }
        example_draw(example);
        frontiers_discount(example, 0.999, 0.999);
        for (int i = 0; i < 2; i++)
            example_claim(example, i, 0.2);
        solve(example, solver, NULL);
        double apart = frontiers_worth(example, 0) - frontiers_worth(example, 1);
        bool turns = SOLVERS[solver].solver == &solver_rubinstein;
        cr_assert(turns ? apart > 1e-5 && apart < 1e-2 : fabs(apart) < 1e-7, "%s: %g",
                  SOLVERS[solver].solver->about.name, apart);
        free(example);
    }
}

/* Doubling one party's worth: the same package from those that promise so, another from the
 * others. */
Test(solution, scale)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *example = frontiers_polygon(), *doubled = frontiers_polygon();
        frontiers_discount(example, 0.9, 0.8);
        frontiers_discount(doubled, 0.9, 0.8);
        frontiers_stretch(doubled, 1);
        example_claim(example, 1, 0.1);
        example_claim(doubled, 1, 2 * 0.1 - 1);
        solve(example, solver, NULL);
        solve(doubled, solver, NULL);
        double apart = fabs(frontiers_worth(example, 0) - frontiers_worth(doubled, 0));
        cr_assert(SOLVERS[solver].scales ? apart < 1e-7 : apart > 1e-2, "%s: %g",
                  SOLVERS[solver].solver->about.name, apart);
        free(example);
        free(doubled);
    }
}

/* Listing the issues in another order changes nothing. */
Test(solution, order)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        struct example *both[2];
        frontiers_reorder(both);
        for (int m = 0; m < 2; m++) {
            frontiers_discount(both[m], 0.9, 0.8);
            solve(both[m], solver, NULL);
        }
        for (int k = 0; k < 3; k++)
            cr_assert_float_eq(both[0]->package[k][0], both[1]->package[(k + 1) % 3][0], 1e-7, "%s",
                               SOLVERS[solver].solver->about.name);
        free(both[0]);
        free(both[1]);
    }
}

/* A stakeholder whose consent would have to be bought is not asked where that is better for the
 * others: guarantees that nobody needs stay where they are. */
Test(solution, who_is_not_asked_does_not_count)
{
    for (int solver = 0; solver < SOLVER_COUNT; solver++) {
        if (SOLVERS[solver].solver->parties == 2)
            continue;
        struct example *example = example_new(2, 3);
        example_position(example, 0, 0, 0, 1, LOSS_LINEAR);
        example_position(example, 1, 0, 1, 1, LOSS_LINEAR);
        example_position(example, 2, 1, 1, 1, LOSS_LINEAR);
        example->actor[2].role = ROLE_STAKEHOLDER;
        example->consent[2][0] = 1;
        example->actor[2].consent.count = 1;
        example_draw(example);
        frontiers_discount(example, 0.999, 0.999);
        example_claim(example, 2, 1.5);
        solve(example, solver, NULL);
        cr_assert(example->found[0], "%s", SOLVERS[solver].solver->about.name);
        cr_assert_float_eq(example->package[0][0], 0.5, 1e-2);
        cr_assert_eq(example->package[1][0], 0);
        free(example);
    }
}
