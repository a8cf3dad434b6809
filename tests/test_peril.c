/* What may break an agreement, against sums over rounds and packages. */
#include "tests/example.h"

/* A peril made up of a state of a generator of random problems. */
static struct peril some_peril(unsigned *state)
{
    return (struct peril){ .first = example_uniform(state, 0, 0.6),
                           .later = example_uniform(state, 0, 0.2),
                           .other = example_uniform(state, 0, 0.1),
                           .left = floor(example_uniform(state, 0, 9)) };
}

/* eta against the sum that it stands for: the break at the end of round t, of chance S_t h_t, gives
 * the rest of the weight, d^(t + 1), to what comes after it. The survival is the same product. */
Test(peril, eta_is_the_sum_over_rounds)
{
    unsigned state = 7;
    for (int k = 0; k < 200; k++) {
        struct peril peril = some_peril(&state);
        double d = example_uniform(&state, 0.5, 0.995), stays = 1, weight = 1, eta = 0;
        for (int t = 0; t < 8000; t++) {
            double v = t < peril.left ? peril.first : peril.later;
            double h = 1 - (1 - v) * (1 - peril.other);
            weight *= d;
            eta += weight * stays * h;
            stays *= 1 - h;
            if (t < 40)
                cr_expect_float_eq(peril_survival(&peril, t + 1), stays, 1e-12, "case %d", k);
        }
        cr_expect_float_eq(peril_weight(&peril, d), eta, 1e-9, "case %d: %.12f, sum %.12f", k,
                           peril_weight(&peril, d), eta);
    }
}

/* By hand, of one lane: h = .03, strain 2, twice that early; q = 1 - .7 .6 = .58, i = .2 .5 (1 - .9
 * q) = .0478, a = .1 .3 .75 = .0225; hazards are capped at 1. */
Test(peril, is_made_of_its_parts)
{
    const double strain = 2, early = 2, left = 3, incidents = .2, breach = .5, detection = .3,
                 repair = .9, attack = .1, suppression = .25, success = .3;
    struct exposure exposure = { &strain,    &early,  &left,   &incidents,   &breach,
                                 &detection, &repair, &attack, &suppression, &success };
    struct peril peril = peril_make(&exposure, 0, .03, .4);
    cr_expect_float_eq(peril.later, .06, 1e-15);
    cr_expect_float_eq(peril.first, .12, 1e-15);
    cr_expect_float_eq(peril.other, 1 - (1 - .0478) * (1 - .0225), 1e-15);
    cr_expect_float_eq(peril_now(&peril), 1 - .88 * (1 - .0478) * (1 - .0225), 1e-15);
    cr_expect_eq(peril_make(&exposure, 0, .4, .4).first, 1);
}

/* A game of two issues that differ in every lane, the one inside the hazard; exposed to everything,
 * the rows differing by lane. */
static struct example *peril_game(double (*rows)[LANES], struct exposure *exposure)
{
    struct example *example = example_new(2, 2);
    const double *const row[] = { rows[0], rows[1], rows[2], rows[3], rows[4],
                                  rows[5], rows[6], rows[7], rows[8], rows[9] };
    unsigned state = 11;
    for (int k = 0; k < 2; k++)
        for (int m = 0; m < 5; m++)
            example_level(example, k, m / 4.0);
    example->issue[0].guarantees = example->issue[0].verification = true;
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            example_position(example, i, k, k == 0 ? 0.25 * i : i, 1 + k, LOSS_LINEAR);
    example_draw(example);
    for (int lane = 0; lane < LANES; lane++) {
        for (int k = 0; k < 10; k++)
            rows[k][lane] = example_uniform(&state, 0, k == 0 || k == 1 ? 3 : 0.4);
        rows[2][lane] = floor(example_uniform(&state, 0, 6));
        example->single[EXAMPLE_HAZARD][lane] = 0.06;
        example->single[EXAMPLE_CREDIBILITY][lane] = 0.7;
        for (int i = 0; i < 2; i++) {
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.95;
            example->by_actor[EXAMPLE_FALLBACK][i][lane] = 0.1 + 0.1 * i;
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(&state, 0.2, 0.6);
            example->by_actor[EXAMPLE_BONUS][i][lane] = 0.12 - 0.1 * i;
            example->by_actor[EXAMPLE_AUDIENCE][i][lane] = 0.4 * i;
            example->by_actor[EXAMPLE_DEMAND][i][lane] = 0.8;
        }
    }
    *exposure = (struct exposure){ row[0], row[1], row[2], row[3], row[4],
                                   row[5], row[6], row[7], row[8], row[9] };
    example->bargain.prospect.exposure = exposure;
    return example;
}

/* The zone's width is the largest least surplus on a grid of packages that are judged by
 * bargain_worth alone, to the grid's step, and no package beats it. */
Test(peril, zones_reckon_with_it)
{
    enum { STEPS = 200 };
    static _Alignas(64) double rows[10][LANES];
    struct exposure exposure;
    struct example *example = peril_game(rows, &exposure);
    double width[LANES], best[LANES];
    bargain_zone(&example->bargain, width, example->package[0], NULL);
    for (int lane = 0; lane < LANES; lane++) {
        cr_expect_float_eq(example_least(example, lane), width[lane], 1e-9, "lane %d", lane);
        best[lane] = -HUGE_VAL;
    }
    for (int level = 0; level < 5; level++)
        for (int step = 0; step <= STEPS; step++) {
            block_fill(example->package[0], level / 4.0, LANES);
            block_fill(example->package[1], (double)step / STEPS, LANES);
            for (int lane = 0; lane < LANES; lane++)
                best[lane] = fmax(best[lane], example_least(example, lane));
        }
    for (int lane = 0; lane < LANES; lane++)
        cr_expect(best[lane] <= width[lane] + 1e-9 && best[lane] > width[lane] - 2.0 / STEPS,
                  "lane %d: grid %.5f, zone %.5f", lane, best[lane], width[lane]);
    free(example);
}
