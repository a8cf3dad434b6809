/* Bounds of chances, and what solvers that weigh chances prove by them, against grids. */
#include "models/belief_cap.h"
#include "models/catalogue.h"
#include "tests/optimum_game.h"

enum { TABLES = 5 };

/* Quantiles of some law, by its share j / SHAPE_STEPS: uniform, falling, rising, with two modes,
 * with an atom. */
static void table_fill(int which, double shape[SHAPE_STEPS + 1])
{
    for (int j = 0; j <= SHAPE_STEPS; j++) {
        double share = (double)j / SHAPE_STEPS;
        double value = which == 0   ? share
                       : which == 1 ? share * share
                       : which == 2 ? sqrt(share)
                       : which == 3 ? share + 0.15 * sin(12 * share)
                                    : fmin(share, 0.4) + fmax(0, share - 0.7);
        shape[j] = 3.4 * (value - 0.5);
    }
}

/* Nowhere below the chance, rising no faster as it goes on, and the chance itself where that is
 * concave already: a law whose density falls. */
Test(belief_cap, is_the_least_concave_function_above)
{
    for (int which = 0; which < TABLES; which++) {
        double shape[SHAPE_STEPS + 1], before = HUGE_VAL;
        struct belief belief = { .claim = 0.4, .doubt = 0.1, .shape = shape };
        struct belief_cap cap;
        table_fill(which, shape);
        belief_cap_make(&cap, &belief);
        double floor = belief_cap_floor(&cap), end = 0.4 + 0.1 * shape[SHAPE_STEPS];
        cr_expect_eq(belief_chance(&belief, floor - 1e-9), 0);
        for (int m = 0; m <= 3000; m++) {
            double worth = floor + (end + 0.01 - floor) * m / 3000;
            double most = exp(belief_cap_log(&cap, worth)) - BELIEF_TAIL;
            double chance = belief_chance(&belief, worth);
            double slope = belief_cap_log_slope(&cap, worth);
            cr_expect_geq(most, chance - 1e-12, "table %d at %g", which, worth);
            cr_expect_leq(slope, before * (1 + 1e-9), "table %d at %g", which, worth);
            if (which < 2)
                cr_expect_float_eq(most, chance, 1e-9, "table %d at %g", which, worth);
            before = slope;
        }
        cr_expect_float_eq(belief_cap_log(&cap, end), 0, 2e-9);
    }
}

Test(belief_cap, of_what_is_sure_and_what_is_normal)
{
    struct belief_cap cap;
    belief_cap_make(&cap, &(struct belief){ .claim = 0.4 });
    cr_expect_eq(belief_cap_floor(&cap), 0.4);
    cr_expect_eq(belief_cap_log(&cap, 0.7), 0);
    const struct belief normal = { .claim = 0.4, .doubt = 0.1 };
    belief_cap_make(&cap, &normal);
    cr_expect_eq(belief_cap_floor(&cap), -HUGE_VAL);
    cr_expect_eq(belief_cap_log(&cap, 0.3), belief_log(&normal, 0.3));
    cr_expect_eq(belief_cap_log_slope(&cap, 0.3), belief_log_slope(&normal, 0.3));
}

struct acceptance_only {
    struct quantity weight;
};

/* What a solver makes largest, of the package at hand: log P, with the mediator's wish; or P times
 * the gain of the first. Others count where their consent is needed. */
static double cap_score(const struct example *example, bool setter, double weight)
{
    double score = setter ? 1 : 0;
    for (int i = 0; i < example->game.actors; i++) {
        double worth[LANES];
        bool needed[LANES];
        bargain_worth(&example->bargain, i, example->package[0], worth);
        bargain_consent(&example->bargain, i, example->package[0], needed);
        struct belief belief = belief_make(&example->bargain, i, 0, 0.005);
        double chance = needed[0] ? belief_chance(&belief, worth[0]) : 1;
        if (setter)
            score *= i == 0 ? worth[0] - example->by_actor[EXAMPLE_CLAIM][0][0] : chance;
        else
            score += log(chance) + (i == 0 ? weight : 0) * worth[0];
    }
    return score;
}

/* The best of a grid, lane 0. */
static double cap_grid(struct example *example, bool setter, double weight)
{
    const int points = GAME_POINTS + 1;
    double best = -HUGE_VAL;
    for (int point = 0; point < points * points * points; point++) {
        for (int k = 0, rest = point; k < GAME_ISSUES; k++, rest /= points)
            block_fill(example->package[k], game_position(example, k, rest % points), LANES);
        best = fmax(best, cap_score(example, setter, weight));
    }
    return best;
}

static struct example *cap_game(unsigned seed, int features, double (*shape)[SHAPE_STEPS + 1])
{
    struct example *example = game_random(seed, features);
    example->bargain.lanes = 1;
    example->bargain.proposer = 0;
    for (int i = 0; i < example->game.actors; i++) {
        table_fill((int)(seed + (unsigned)i) % TABLES, shape[i]);
        example->shape[i] = shape[i];
        example_doubt(example, i, i == 2 ? 0.3 : 0.04);
    }
    return example;
}

/* No package of a grid has more than value and gap; a gap stands with every answer. */
static void expect_bound(const struct solver *solver, const void *settings, double weight,
                         int features, double *widest)
{
    bool setter = solver == &solver_agenda_setter;
    for (unsigned seed = 0; seed < 30; seed++) {
        double shape[EXAMPLE_ACTORS][SHAPE_STEPS + 1], gap[LANES];
        struct example *example = cap_game(seed, features, shape);
        struct acceptance_only own = { example_number(example, weight) };
        solver->solve(settings ? settings : &own, example->values[0], &example->bargain,
                      example->package[0], example->found, gap);
        if (example->found[0]) {
            double value = cap_score(example, setter, weight);
            cr_assert_geq(gap[0], 0, "%s: features %d, seed %u", solver->about.name, features,
                          seed);
            double grid = cap_grid(example, setter, weight);
            cr_expect_geq(value + gap[0], grid - 1e-8,
                          "%s: features %d, seed %u: %.9g + %.3g, grid %.9g", solver->about.name,
                          features, seed, value, gap[0], grid);
            *widest = fmax(*widest, gap[0]);
        }
        free(example);
    }
}

Test(belief_cap, no_package_beats_the_bound)
{
    static const int features[] = { 0,
                                    GAME_QUADRATIC | GAME_LINES,
                                    GAME_DISCRETE,
                                    GAME_AUDIENCE,
                                    GAME_STAKEHOLDER,
                                    GAME_STAKEHOLDER | GAME_DISCRETE };
    double widest = 0;
    for (int which = 0; which < 6; which++) {
        expect_bound(&solver_acceptance, NULL, 0, features[which], &widest);
        expect_bound(&solver_acceptance, NULL, 3, features[which], &widest);
        expect_bound(&solver_agenda_setter, &features, 0, features[which], &widest);
    }
    cr_expect_gt(widest, 1e-3);
}

/* Where the density does not rise, the chance is log-concave and all is proved. */
Test(belief_cap, falling_densities_are_proved)
{
    for (unsigned seed = 0; seed < 30; seed++) {
        double shape[EXAMPLE_ACTORS][SHAPE_STEPS + 1], gap[LANES];
        struct example *example = cap_game(seed, GAME_QUADRATIC | GAME_LINES, shape);
        struct acceptance_only own = { example_number(example, 0) };
        for (int i = 0; i < 2; i++)
            table_fill((int)(seed + (unsigned)i) % 2, shape[i]);
        solver_acceptance.solve(&own, example->values[0], &example->bargain, example->package[0],
                                example->found, gap);
        cr_assert(example->found[0]);
        cr_expect_leq(gap[0], 1e-7, "seed %u: %g", seed, gap[0]);
        free(example);
    }
}

/* A pie, the claim of the first between .1 and .5 with a density that rises: no chance is above the
 * straight line, and (x - .3)(1 - x - .1) / .4 is largest at x = .6, where it is .225. */
Test(belief_cap, what_a_rising_density_leaves_unproved)
{
    const double one[1] = { 1 };
    double shape[SHAPE_STEPS + 1], gap[LANES], worth[LANES];
    struct example *example = example_pies(1, one, one);
    example->bargain.proposer = 1;
    example->shape[0] = shape;
    example_claim(example, 0, 0.3);
    example_claim(example, 1, 0.3);
    example_doubt(example, 0, 0.2);
    for (int j = 0; j <= SHAPE_STEPS; j++)
        shape[j] = 2 * sqrt((double)j / SHAPE_STEPS) - 1;
    solver_agenda_setter.solve(NULL, example->values[0], &example->bargain, example->package[0],
                               example->found, gap);
    cr_assert(example->found[0]);
    bargain_worth(&example->bargain, 0, example->package[0], worth);
    struct belief belief = belief_make(&example->bargain, 0, 0, 0);
    double score = belief_chance(&belief, worth[0]) * (1 - worth[0] - 0.3);
    cr_expect_float_eq(score + gap[0], 0.225, 1e-8);
    cr_expect_gt(gap[0], 0.01);
    free(example);
}
