#include <criterion/criterion.h>

#include <gsl/gsl_sf_exp.h>

#include "models/utility_range.h"
#include "tests/example.h"

static double worth(const struct example *example, int actor, bool agreed)
{
    double out[LANES];
    utility_of(&example->utility, actor, example->package[0], agreed, out, LANES);
    return out[0];
}

static void put(struct example *example, int issue, double at)
{
    block_fill(example->package[issue], at, LANES);
}

Test(utility, linear_losses_scale_to_the_unit_interval)
{
    /* By hand: ideal 0.25, so the worst position is 1 and u = 1 - |x - 0.25| / 0.75. */
    struct example *example = example_new(1, 1);
    example_position(example, 0, 0, 0.25, 7, LOSS_LINEAR);
    example_draw(example);
    put(example, 0, 0.25);
    cr_assert_float_eq(worth(example, 0, true), 1, 1e-15);
    put(example, 0, 1);
    cr_assert_float_eq(worth(example, 0, true), 0, 1e-15);
    put(example, 0, 0.55);
    cr_assert_float_eq(worth(example, 0, true), 0.6, 1e-15);
    free(example);
}

Test(utility, salience_is_normalised_over_the_issues_it_cares_for)
{
    struct example *example = example_new(3, 1);
    example_position(example, 0, 0, 0, 3, LOSS_LINEAR);
    example_position(example, 0, 2, 1, 1, LOSS_QUADRATIC);
    example_draw(example);
    cr_assert_float_eq(example->utility.weight[0], 0.75, 1e-16);
    cr_assert_float_eq(example->utility.weight[LANES], 0, 0);
    cr_assert_float_eq(example->utility.weight[2 * LANES], 0.25, 1e-16);
    put(example, 0, 0.5);
    put(example, 2, 0.5);
    /* By hand: 0.75 * 0.5 + 0.25 * (1 - 0.25). */
    cr_assert_float_eq(worth(example, 0, true), 0.5625, 1e-15);
    free(example);
}

Test(utility, tables_take_levels_in_any_order)
{
    struct example *example = example_new(1, 1);
    const double at[3] = { 0.8, 0.2, 0.5 }, value[3] = { 0.1, 0.3, 0.9 };
    struct position *position = example_position(example, 0, 0, 0.5, 1, LOSS_TABLE);
    for (int m = 0; m < 3; m++) {
        example_level(example, 0, at[m]);
        position->values[m] = example_number(example, value[m]);
    }
    example_draw(example);
    /* Worst 0.1 at and beyond 0.8, best 0.9 at 0.5; 0.35 is half way between 0.3 and 0.9. */
    put(example, 0, 0.35);
    cr_assert_float_eq(worth(example, 0, true), (0.6 - 0.1) / 0.8, 1e-15);
    put(example, 0, 0);
    cr_assert_float_eq(worth(example, 0, true), 0.25, 1e-15);
    put(example, 0, 1);
    cr_assert_float_eq(worth(example, 0, true), 0, 1e-15);
    free(example);
}

Test(utility, soft_lines_cost_and_hard_lines_bound)
{
    struct example *example = example_new(2, 2);
    example_line(example, example_position(example, 0, 0, 0, 1, LOSS_LINEAR), 0.5, 1, 1);
    example_line(example, example_position(example, 1, 1, 1, 1, LOSS_LINEAR), 0.3, -1, -1);
    example_draw(example);
    /* Raw 1 - x - max(0, x - 0.5): from 1 down to -0.5. */
    put(example, 0, 0.75);
    cr_assert_float_eq(worth(example, 0, true), (0.25 - 0.25 + 0.5) / 1.5, 1e-15);
    cr_assert_float_eq(worth(example, 0, false), (0.25 + 0.5) / 1.5, 1e-15,
                       "no red line without agreement");
    cr_assert_eq(example->bargain.low[LANES], 0.3);
    cr_assert_eq(example->bargain.high[LANES], 1);
    cr_assert_eq(example->bargain.high[0], 1, "a soft line is no bound");
    free(example);
}

Test(utility, indifference_is_contentment)
{
    struct example *example = example_new(1, 1);
    example_draw(example);
    put(example, 0, 0.3);
    cr_assert_float_eq(worth(example, 0, true), 1, 1e-15);
    free(example);
}

Test(utility, risk_follows_cara)
{
    /* Expected values by GSL's expm1. */
    for (double a = -8; a <= 8; a += 0.385)
        for (double u = 0; u <= 1; u += 0.0625) {
            double expected = gsl_sf_expm1(-a * u) / gsl_sf_expm1(-a);
            cr_assert_float_eq(utility_risk(a, u), expected, 1e-14);
            cr_assert_float_eq(utility_risk_inverse(a, utility_risk(a, u)), u, 1e-11);
            double h = 1e-5, slope = (utility_risk(a, u + h) - utility_risk(a, u - h)) / (2 * h);
            cr_assert_float_eq(utility_risk_slope(a, u), slope, 1e-7);
        }
    cr_assert_float_eq(utility_risk(1e-7, 0.5), 0.5 + 0.5 * 1e-7 * 0.25, 1e-14, "series about 0");
    cr_assert_eq(utility_risk(1e-10, 0.3), 0.3);
}

/* The extremes agree with a fine grid, whatever the losses, lines and linkages. */
Test(utility, extremes_match_a_grid)
{
    enum { POINTS = 41 };
    unsigned state = 5;
    for (int trial = 0; trial < 40; trial++) {
        struct example *example = example_new(3, 1);
        for (int k = 0; k < 3; k++) {
            struct position *position =
                example_any(example, &state, 0, k, 0.2, trial % 2 ? LOSS_LINEAR : LOSS_QUADRATIC);
            if (k == 1)
                example_line(example, position, example_uniform(&state, 0, 1), trial % 3 ? 1 : -1,
                             0.4);
        }
        if (trial % 4 > 1) {
            example->actor[0].linkages = 2;
            example->linkage[0][0] =
                (struct linkage){ { 0, 1 },
                                  example_number(example, example_uniform(&state, -1, 1)) };
            example->linkage[0][1] =
                (struct linkage){ { 1, 2 },
                                  example_number(example, example_uniform(&state, -1, 1)) };
        }
        example_draw(example);
        double least = HUGE_VAL, most = -HUGE_VAL;
        for (int point = 0; point < POINTS * POINTS * POINTS; point++) {
            put(example, 0, point % POINTS / (POINTS - 1.0));
            put(example, 1, point / POINTS % POINTS / (POINTS - 1.0));
            put(example, 2, point / POINTS / POINTS / (POINTS - 1.0));
            double u = worth(example, 0, true);
            least = u < least ? u : least;
            most = u > most ? u : most;
        }
        cr_assert(least >= -1e-12 && least < 0.03, "least %g in trial %d", least, trial);
        cr_assert(most <= 1 + 1e-12 && most > 0.96, "most %g in trial %d", most, trial);
        free(example);
    }
}

Test(utility, copies_one_actor)
{
    const double weight[1] = { 1 };
    struct example *from = example_pies(1, weight, weight), *to = example_pies(1, weight, weight);
    block_fill(from->utility.ideal, 0.5, LANES);
    utility_copy(&to->utility, &from->utility, 0, LANES);
    cr_assert_eq(to->utility.ideal[3], 0.5);
    cr_assert_eq(to->utility.ideal[LANES + 3], 1, "another actor's rows stay");
    free(from);
    free(to);
}

/* However far a worth lies outside of what can be agreed, it is finite; inside, nothing is cut. */
Test(utility, risk_is_finite_everywhere)
{
    static const double coefficients[] = { -20, -0.3, 0.3, 20 }, far[] = { -1e12, -700, 700, 1e12 };
    for (size_t j = 0; j < sizeof coefficients / sizeof *coefficients; j++) {
        double a = coefficients[j];
        for (size_t k = 0; k < sizeof far / sizeof *far; k++) {
            cr_expect(isfinite(utility_risk(a, far[k])), "%g %g", a, far[k]);
            cr_expect(isfinite(utility_risk_slope(a, far[k])), "%g %g", a, far[k]);
        }
        for (double u = -4; u <= 4; u += 0.25) {
            double g = (1 - exp(-a * u)) / (1 - exp(-a));
            cr_expect(fabs(utility_risk(a, u) - g) <= 1e-12 * (1 + fabs(g)), "%g %g", a, u);
        }
    }
}
