#include <criterion/criterion.h>

#include <math.h>

#include "models/ascent.h"
#include "models/solver.h"
#include "tests/example.h"

extern const struct solver solver_nash, solver_utilitarian;

/* One issue between an actor that wants 1 and one that wants 0, with CRRA elasticities. */
static struct example *solver_crra(double first, double second)
{
    struct example *example = example_new(1, 2);
    example_smooth(example, 0, 0, 1, 1, LOSS_CRRA, first);
    example_smooth(example, 1, 0, 0, 1, LOSS_CRRA, second);
    example_draw(example);
    return example;
}

/* Closed form for u = (x^g1, (1 - x)^g2): x = a1 g1 / (a1 g1 + a2 g2). */
Test(solver_smooth, constant_relative_risk_aversion)
{
    struct example *example = solver_crra(0.5, 0.8);
    example_power(example, 0.6, 0.4);
    example_solve(example, &solver_nash, NULL);
    example_expect(example, 0, 0.3 / 0.62, 1e-12);
    free(example);
    for (double first = 0.05; first <= 1; first += 0.19)
        for (double second = 0.03; second <= 1; second += 0.097) {
            example = solver_crra(first, second);
            example_power(example, 0.3, 0.7);
            example_solve(example, &solver_nash, NULL);
            example_expect(example, 0, 0.3 * first / (0.3 * first + 0.7 * second), 1e-11);
            free(example);
        }
}

/* Two CARA actors whose aversion is the same divide evenly; where one of them has more of it, it
 * gets less (Roth 1979): the balance g'(x) / g(x) = h'(1 - x) / h(1 - x), a / (e^(a x) - 1) each.
 */
Test(solver_smooth, constant_absolute_risk_aversion)
{
    double before = 0.5;
    for (double averse = 2; averse < 20; averse += 3) {
        struct example *example = example_new(1, 2);
        example_smooth(example, 0, 0, 1, 1, LOSS_CARA, averse);
        example_smooth(example, 1, 0, 0, 1, LOSS_CARA, 2);
        example_draw(example);
        example_solve(example, &solver_nash, NULL);
        double x = example->package[0][0];
        cr_assert(averse == 2 ? fabs(x - 0.5) < 1e-12 : x < before);
        cr_assert_float_eq(log(averse / expm1(averse * x)), log(2 / expm1(2 * (1 - x))), 1e-10);
        before = x;
        free(example);
    }
}

/* Two issues, u = (a x^p + (1 - a) y^p, b (1 - x)^q + (1 - b) (1 - y)^q): no point of a grid has a
 * larger product, and neither has any a step away in either issue. */
Test(solver_smooth, two_issues_with_smooth_losses)
{
    unsigned state = 77;
    for (int trial = 0; trial < 60; trial++) {
        struct example *example = example_new(2, 2);
        const int loss[] = { LOSS_POWER, LOSS_CRRA, LOSS_CARA };
        for (int i = 0; i < 2; i++)
            for (int k = 0; k < 2; k++) {
                int kind = loss[(state >> 18) % 3];
                example_smooth(example, i, k, i, example_uniform(&state, 0.2, 1), kind,
                               kind == LOSS_CRRA ? example_uniform(&state, 0.1, 1)
                                                 : example_uniform(&state, 1, 6));
            }
        example_draw(example);
        example_solve(example, &solver_nash, NULL);
        double best[2] = { example->package[0][0], example->package[1][0] }, product = 1,
               worth[LANES];
        for (int i = 0; i < 2; i++) {
            utility_of(&example->utility, i, example->package[0], true, worth, 1);
            product *= worth[0];
        }
        for (int point = 0; point < 101 * 101 + 1000; point++) {
            double away = point % 2 ? 1e-5 : 1e-3, other = 1;
            bool near = point >= 101 * 101;
            double first =
                       near ? best[0] + example_uniform(&state, -away, away) : point % 101 / 100.0,
                   second =
                       near ? best[1] + example_uniform(&state, -away, away) : point / 101 / 100.0;
            example->package[0][0] = fmin(fmax(first, 0), 1);
            example->package[1][0] = fmin(fmax(second, 0), 1);
            for (int i = 0; i < 2; i++) {
                utility_of(&example->utility, i, example->package[0], true, worth, 1);
                other *= worth[0];
            }
            cr_assert(other <= product + 2e-10, "trial %d: %.12f above %.12f", trial, other,
                      product);
        }
        free(example);
    }
}

/* w sqrt(x) + 1 - x is largest at (w / 2)^2. */
Test(solver_smooth, utilitarian)
{
    for (double power = 0.1; power < 2; power += 0.3) {
        struct example *example = solver_crra(0.5, 1);
        example_power(example, power, 1);
        example_solve(example, &solver_utilitarian, NULL);
        example_expect(example, 0, power * power / 4, 1e-8);
        free(example);
    }
}

static double logarithm(const struct criterion *criterion, const struct branch *branch, int party,
                        double worth)
{
    (void)criterion, (void)branch, (void)party;
    return log(worth + 0.1);
}

static double logarithm_slope(const struct criterion *criterion, const struct branch *branch,
                              int party, double worth)
{
    (void)criterion, (void)branch, (void)party;
    return 1 / (worth + 0.1);
}

/* Linked issues are climbed one at a time, here from the end of the axis where sqrt x rises without
 * limit: no package of a grid is better than the one reached. */
Test(solver_smooth, climbs_from_where_worth_is_upright)
{
    struct example *example = example_new(2, 2);
    for (int k = 0; k < 2; k++) {
        example_smooth(example, 0, k, 1, 1 + k, LOSS_CRRA, 0.5);
        example_smooth(example, 1, k, 0, 2 - k, LOSS_CRRA, 0.7);
    }
    example->actor[1].linkages = 1;
    example->linkage[1][0] = (struct linkage){ { 0, 1 }, example_number(example, 0.2) };
    example_draw(example);
    double *memory = malloc(frontier_size(&example->game, 2) * sizeof *memory);
    double package[2] = { 0, 0 }, raw[2];
    struct frontier frontier = { .parties = 2, .actor = { 0, 1 } };
    struct branch branch;
    struct criterion criterion = { .value = logarithm, .slope = logarithm_slope };
    cr_assert(frontier_build(&frontier, &example->bargain, 0, memory));
    branch_open(&branch, &frontier, &example->bargain, 0);
    cr_assert(branch_enter(&branch, 0));
    branch_take(&branch, 0);
    double reached = ascent_climb(&criterion, &branch, -HUGE_VAL, package);
    for (int point = 0; point < 201 * 201; point++) {
        package[0] = point % 201 / 200.0;
        package[1] = point / 201 / 200.0;
        frontier_raw(&frontier, package, raw);
        cr_assert(ascent_value(&criterion, &branch, raw) <= reached + 1e-9);
    }
    free(memory);
    free(example);
}
