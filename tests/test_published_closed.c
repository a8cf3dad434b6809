/* Closed forms of the design's solvers.md, section 4, and validation.md, Continuous frontiers. */
#include "models/catalogue.h"
#include "tests/frontiers.h"

/* With the solver's default settings. */
static void published_expect(struct example *example, const struct solver *solver, int actors,
                             const double *worth, double tolerance)
{
    void *settings = example_settings(example, &solver->about);
    example->bargain.lanes = 1;
    frontiers_expect(example, solver, settings, actors, worth, tolerance);
    free(settings);
    free(example);
}

/* The frontier F1, u_1 = 1 - u_0^2, which tells the solutions apart, and u_1 = sqrt(1 - u_0), the
 * same with the parties in the other order; then one's worth, or the other's, doubled. */
Test(published_closed, parabola)
{
    const struct {
        const struct solver *solver;
        double first;
        bool scales; /* doubling changes nothing */
    } row[] = { { &solver_utilitarian, .5, false },
                { &solver_nash, .577350269190, true }, /* 1 / sqrt 3 */
                /* exp(-atan(sqrt 7 / 5) / sqrt 7) / sqrt 2 */
                { &solver_raiffa_continuous, .588294860999, true },
                /* u^3 + 3 u = 2: cbrt(1 + sqrt 2) - cbrt(sqrt 2 - 1) */
                { &solver_equal_area, .596071637983, true },
                { &solver_raiffa, .607970908574, true },
                /* 1 - x^2 = x: (sqrt 5 - 1) / 2 */
                { &solver_kalai_smorodinsky, .618033988750, true },
                { &solver_egalitarian, .618033988750, false },
                { &solver_proportional, .618033988750, false },
                /* int sqrt(2 x) dx from 0 to u and from u to 1: 2^(-2/3) */
                { &solver_perles_maschler, .629960524947, true } };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        double first = row[m].first, second = 1 - first * first;
        published_expect(frontiers_parabola(), row[m].solver, 2, (double[]){ first, second }, 2e-9);
        published_expect(frontiers_root(), row[m].solver, 2, (double[]){ second, first }, 2e-9);
        for (int i = 0; i < 2 && row[m].scales; i++) {
            struct example *example = frontiers_parabola();
            frontiers_stretch(example, i);
            example_claim(example, i, -1);
            published_expect(
                example, row[m].solver, 2,
                (double[]){ i == 0 ? 2 * first - 1 : first, i == 1 ? 2 * second - 1 : second },
                4e-9);
        }
    }
}

/* solvers.md 4.1, 4.3, 4.4, with powers (a, b): Nash u_0 = sqrt(a / (a + 2 b)), of which the limit
 * is all for one of them; proportional 1 - x^2 = b x / a; the largest sum a / (2 b). */
Test(published_closed, powers_on_the_parabola)
{
    const double tiny = 1e-6;
    const struct {
        const struct solver *solver;
        double power[2], first;
    } row[] = { { &solver_nash, { .3, .7 }, .420084025208 },
                { &solver_nash, { .7, .3 }, .733799385705 },
                { &solver_nash, { 1, tiny }, 1 / sqrt(1 + 2 * tiny) },
                { &solver_nash, { tiny, 1 }, sqrt(tiny / (2 + tiny)) },
                { &solver_proportional, { 1, 2 }, .414213562373 }, /* sqrt 2 - 1 */
                { &solver_utilitarian, { 1, 2 }, .25 },
                { &solver_utilitarian, { 3, 2 }, .75 },
                { &solver_utilitarian, { 2, 1 }, 1 } };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        struct example *example = frontiers_parabola();
        example_power(example, row[m].power[0], row[m].power[1]);
        published_expect(example, row[m].solver, 2,
                         (double[]){ row[m].first, 1 - row[m].first * row[m].first }, 1e-9);
    }
}

/* validation.md: u_1 = 2 (1 - u_0), here u_1 - 1: everything that does not depend on units is (.5,
 * 1), equal gains are (2/3, 2/3). A pie with d = (.2, 0): (.6, .4), equal gains. */
Test(published_closed, straight_frontiers)
{
    const double one[1] = { 1 }, half[2] = { .5, 0 }, equal[2] = { 2.0 / 3, 2.0 / 3 - 1 },
                 claimed[2] = { .6, .4 };
    const struct solver *const solvers[] = {
        &solver_nash,       &solver_kalai_smorodinsky, &solver_equal_area,
        &solver_raiffa,     &solver_raiffa_continuous, &solver_perles_maschler,
        &solver_egalitarian
    };
    for (size_t m = 0; m < sizeof solvers / sizeof *solvers; m++) {
        struct example *example = example_pies(1, one, one);
        frontiers_stretch(example, 1);
        example_claim(example, 1, -1);
        published_expect(example, solvers[m], 2, solvers[m] == &solver_egalitarian ? equal : half,
                         1e-9);
        example = example_pies(1, one, one);
        example_claim(example, 0, 0.2);
        published_expect(example, solvers[m], 2, claimed, 1e-9);
    }
}

/* solvers.md 4.1, 4.2: three who share 1, d = (.1, .1, .05): .75 in parts of .5, .3 and .2 where
 * those are the powers, in equal parts where they are equal. */
Test(published_closed, simplex)
{
    const double uneven[3] = { .475, .325, .2 }, even[3] = { .35, .35, .3 };
    const struct {
        const struct solver *solver;
        double power[3];
        const double *worth;
    } row[] = { { &solver_nash, { .5, .3, .2 }, uneven },
                { &solver_proportional, { .5, .3, .2 }, uneven },
                { &solver_alpha_fair, { .25, .09, .04 }, uneven }, /* alpha 2: shares sqrt power */
                { &solver_nash, { 1, 1, 1 }, even },
                { &solver_kalai_smorodinsky, { .5, .3, .2 }, even },
                { &solver_egalitarian, { .5, .3, .2 }, even },
                { &solver_raiffa, { .5, .3, .2 }, even },
                { &solver_raiffa_continuous, { .5, .3, .2 }, even } };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        struct example *example = frontiers_simplex();
        for (int i = 0; i < 3; i++) {
            example_claim(example, i, i < 2 ? .1 : .05);
            block_fill(example->values[example->actor[i].power.row], row[m].power[i], LANES);
        }
        published_expect(example, row[m].solver, 3, row[m].worth,
                         row[m].solver == &solver_alpha_fair ? 1e-8 : 1e-9);
    }
}

/* solvers.md 4.1: u_0 = .7 x + .3 y, u_1 the rest of .3 and .7: each takes what it wants most, and
 * with powers (.8, .2) the first a third of the other issue, too. */
Test(published_closed, two_issues)
{
    const double first[2] = { .7, .3 }, second[2] = { .3, .7 };
    const struct {
        double power[2], worth[2];
    } row[] = { { { .5, .5 }, { .7, .7 } }, { { .8, .2 }, { .8, 1.4 / 3 } } };
    for (int m = 0; m < 2; m++) {
        struct example *example = example_pies(2, first, second);
        example_power(example, row[m].power[0], row[m].power[1]);
        published_expect(example, &solver_nash, 2, row[m].worth, 1e-9);
    }
}

/* solvers.md 4.1, 4.2: u = (x^g, (1 - x)^h). (sqrt x, 1 - x): Nash x = 1/3, Kalai-Smorodinsky and
 * egalitarian (3 - sqrt 5) / 2; a quarter disc, where the powers are the squares: (sqrt .3, sqrt
 * .7); in general Nash x = a g / (a g + b h). */
Test(published_closed, roots)
{
    const struct {
        const struct solver *solver;
        double root[2], power[2], x;
    } row[] = { { &solver_nash, { .5, 1 }, { 1, 1 }, 1.0 / 3 },
                { &solver_kalai_smorodinsky, { .5, 1 }, { 1, 1 }, .381966011250 },
                { &solver_egalitarian, { .5, 1 }, { 1, 1 }, .381966011250 },
                { &solver_nash, { .5, .5 }, { .3, .7 }, .547722557505 * .547722557505 },
                { &solver_nash, { .5, .8 }, { .6, .4 }, .483870967742 } };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        struct example *example = example_new(1, 2);
        for (int i = 0; i < 2; i++)
            example_smooth(example, i, 0, 1 - i, 1, LOSS_CRRA, row[m].root[i]);
        example_draw(example);
        example_power(example, row[m].power[0], row[m].power[1]);
        published_expect(
            example, row[m].solver, 2,
            (double[]){ pow(row[m].x, row[m].root[0]), pow(1 - row[m].x, row[m].root[1]) }, 1e-9);
    }
}
