#include <criterion/criterion.h>

#include <gsl/gsl_sf_exp.h>
#include <math.h>

#include "models/utility_range.h"
#include "tests/example.h"

static const int SMOOTH[] = { LOSS_POWER, LOSS_CRRA, LOSS_CARA };

static double loss_shape(unsigned *state, int loss)
{
    return loss == LOSS_POWER  ? example_uniform(state, 1, 6)
           : loss == LOSS_CRRA ? example_uniform(state, 0.05, 1)
                               : example_uniform(state, 0, 20);
}

/* The definitions, by libm and GSL. */
Test(loss, formulas)
{
    unsigned state = 3;
    for (int trial = 0; trial < 3000; trial++) {
        int loss = SMOOTH[trial % 3];
        double shape = loss_shape(&state, loss), ideal = example_uniform(&state, 0, 1),
               at = example_uniform(&state, 0, 1), away = fabs(at - ideal);
        double expected = loss == LOSS_POWER  ? 1 - pow(away, shape)
                          : loss == LOSS_CRRA ? pow(1 - away, shape)
                                              : gsl_sf_exprel(-shape * (1 - away)) * (1 - away) /
                                                    gsl_sf_exprel(-shape);
        cr_assert_float_eq(loss_worth(loss, shape, ideal, at), expected, 1e-13,
                           "loss %d shape %g away %g: %g", loss, shape, away,
                           loss_worth(loss, shape, ideal, at) - expected);
    }
}

/* The ideal is worth 1 and what is as far away as can be 0, with no error at all. */
Test(loss, ends_are_exact)
{
    unsigned state = 4;
    for (int trial = 0; trial < 3000; trial++) {
        int loss = SMOOTH[trial % 3];
        double shape = loss_shape(&state, loss), ideal = example_uniform(&state, 0, 1);
        cr_assert_eq(loss_worth(loss, shape, ideal, ideal), 1);
        cr_assert_eq(loss_worth(loss, shape, 0, 1), 0);
        cr_assert_eq(loss_worth(loss, shape, 1, 0), 0);
    }
}

/* Power 1 is linear and power 2 quadratic; CRRA and CARA are linear at 1 and 0. Next to 0 CARA is
 * near + a near (1 - near) / 2 + O(a^2), by Taylor's series. */
Test(loss, limits)
{
    unsigned state = 5;
    for (int trial = 0; trial < 1000; trial++) {
        double ideal = example_uniform(&state, 0, 1), at = example_uniform(&state, 0, 1),
               away = fabs(at - ideal), near = 1 - away;
        cr_assert_eq(loss_worth(LOSS_POWER, 1, ideal, at), 1 - away);
        cr_assert_eq(loss_worth(LOSS_POWER, 2, ideal, at), 1 - away * away);
        cr_assert_float_eq(loss_worth(LOSS_CRRA, 1, ideal, at), near, 1e-15);
        cr_assert_float_eq(loss_worth(LOSS_CARA, 0, ideal, at), near, 1e-15);
        cr_assert_float_eq(loss_worth(LOSS_CARA, 1e-6, ideal, at), near + 1e-6 * near * away / 2,
                           1e-12);
    }
}

/* The slope and the bend are the derivatives of the worth: central differences. */
Test(loss, derivatives)
{
    unsigned state = 6;
    const double step = 1e-5;
    for (int trial = 0; trial < 3000; trial++) {
        int loss = SMOOTH[trial % 3];
        double shape = loss_shape(&state, loss), ideal = trial % 2,
               at = example_uniform(&state, 0.05, 0.95);
        double right = loss_worth(loss, shape, ideal, at + step),
               left = loss_worth(loss, shape, ideal, at - step),
               middle = loss_worth(loss, shape, ideal, at);
        cr_assert_float_eq(loss_slope(loss, shape, ideal, at, true), (right - left) / (2 * step),
                           1e-5);
        cr_assert_float_eq(
            loss_bend(loss, shape, ideal, at, loss_slope(loss, shape, ideal, at, true)),
            (right - 2 * middle + left) / (step * step), 2e-3);
    }
    cr_assert_eq(loss_slope(LOSS_CRRA, 0.5, 1, 0, true), HUGE_VAL);
    cr_assert_eq(loss_slope(LOSS_CRRA, 0.5, 0, 1, false), -HUGE_VAL);
    cr_assert_eq(loss_slope(LOSS_POWER, 1, 0.5, 0.5, true), -1);
    cr_assert_eq(loss_slope(LOSS_POWER, 1, 0.5, 0.5, false), 1);
}

/* Worth falls with the distance and is concave on each side of the ideal: no chord lies above. */
Test(loss, falls_and_is_concave)
{
    unsigned state = 7;
    for (int trial = 0; trial < 6000; trial++) {
        int loss = SMOOTH[trial % 3];
        double shape = loss_shape(&state, loss), ideal = trial % 2,
               first = example_uniform(&state, 0, 1), last = example_uniform(&state, 0, 1);
        double from = loss_worth(loss, shape, ideal, first),
               to = loss_worth(loss, shape, ideal, last);
        cr_assert((fabs(first - ideal) - fabs(last - ideal)) * (from - to) <= 1e-15);
        for (double share = 0.1; share < 1; share += 0.2)
            cr_assert(loss_worth(loss, shape, ideal, first + share * (last - first)) >=
                      from + share * (to - from) - 1e-14);
    }
}

/* At the distance where it falls at a rate, its slope is that rate, or it is at an end. */
Test(loss, reach)
{
    unsigned state = 8;
    int inside = 0;
    for (int trial = 0; trial < 3000; trial++) {
        int loss = SMOOTH[trial % 3];
        double shape = loss_shape(&state, loss), rate = example_uniform(&state, 0.01, 3),
               away = loss_reach(loss, shape, rate);
        double slope = -loss_slope(loss, shape, 0, away, true);
        inside += away > 0 && away < 1;
        cr_assert(away >= 0 && away <= 1);
        cr_assert(away < 1 || slope <= rate || loss == LOSS_CRRA); /* so near the end as to be it */
        cr_assert(away > 0 || slope >= rate);
        if (away > 0 && away < 0.999)
            cr_assert_float_eq(slope, rate, 1e-8 * (1 + 1 / (1 - away)), "loss %d %g %g", loss,
                               shape, rate);
    }
    cr_assert(inside > 1000);
}

/* One actor, three issues with smooth losses, soft lines and a linkage. */
static struct example *loss_game(unsigned *state, bool linked)
{
    struct example *example = example_new(3, 1);
    for (int k = 0; k < 3; k++) {
        int loss = SMOOTH[(k + (int)(*state >> 20)) % 3];
        struct position *position =
            example_smooth(example, 0, k, example_uniform(state, 0, 1),
                           example_uniform(state, 0.1, 1), loss, loss_shape(state, loss));
        if (k != 1)
            example_line(example, position, example_uniform(state, 0, 1), k ? 1 : -1, 0.5);
    }
    example->actor[0].linkages = linked;
    example->linkage[0][0] = (struct linkage){ { 0, 2 }, example_number(example, 0.4) };
    example_draw(example);
    return example;
}

/* The whole scale: no package of a grid lies outside 0 to 1, and some are near its ends. */
Test(loss, scale)
{
    unsigned state = 9;
    for (int trial = 0; trial < 40; trial++) {
        struct example *example = loss_game(&state, trial % 2);
        double worst = 1, best = 0, worth[LANES];
        for (int point = 0; point < 41 * 41 * 41; point++) {
            for (int k = 0, rest = point; k < 3; k++, rest /= 41)
                example->package[k][0] = rest % 41 / 40.0;
            utility_of(&example->utility, 0, example->package[0], true, worth, 1);
            worst = worth[0] < worst ? worth[0] : worst;
            best = worth[0] > best ? worth[0] : best;
        }
        cr_assert(worst >= -1e-12 && best <= 1 + 1e-12, "%g %g", worst, best - 1);
        cr_assert(worst < 0.01 && best > 0.94, "trial %d: %g %g", trial, worst, best);
        free(example);
    }
}

/* All lanes at once, lane by lane, and with the shape drawn anew in each: the same worth. */
Test(loss, worth_by_lanes)
{
    unsigned state = 10;
    struct example *example = example_new(1, 3);
    for (int i = 0; i < 3; i++) {
        struct position *position = example_smooth(example, i, 0, 0.3, 1, SMOOTH[i], 1);
        for (int lane = 0; lane < LANES; lane++)
            example->values[position->exponent.row][lane] = loss_shape(&state, SMOOTH[i]);
    }
    example_draw(example);
    for (int lane = 0; lane < LANES; lane++)
        example->package[0][lane] = example_uniform(&state, 0, 1);
    for (int i = 0; i < 3; i++) {
        double raw[LANES] = { 0 };
        const double *shape = example->values[example->position[i][0].exponent.row];
        utility_add_loss(&example->utility, i, 0, example->package[0], raw, LANES);
        for (int lane = 0; lane < LANES; lane++) {
            double at = example->package[0][lane];
            cr_assert_eq(raw[lane], utility_part(&example->utility, i, 0, lane, at));
            cr_assert_eq(raw[lane], loss_worth(SMOOTH[i], shape[lane], 0.3, at));
        }
    }
    free(example);
}
