#include "models/curve.h"
#include "models/proposal.h"
#include "tests/frontiers.h"

/* A lane's problem, opened as solvers open it. */
struct opened {
    struct proposal_room room;
    struct proposal proposal;
    struct solution solution;
    struct curve curve;
};

static struct opened *open_curve(struct example *example)
{
    struct opened *opened = malloc(sizeof *opened);
    proposal_open(&opened->proposal, &example->bargain, 0, -1, &opened->room);
    opened->solution = (struct solution){ .bargain = &example->bargain,
                                          .values = example->values[0],
                                          .zone = &opened->proposal.zone,
                                          .parties = opened->proposal.zone.frontier.parties };
    memcpy(opened->solution.claim, opened->proposal.zone.branch.claim,
           sizeof opened->solution.claim);
    cr_assert(curve_open(&opened->curve, &opened->solution));
    return opened;
}

/* The triangle between the claims and a straight piece, twice. */
static double twice_area(const double *from, const double *to)
{
    return from[0] * to[1] - from[1] * to[0];
}

static double traded(const double *from, const double *to)
{
    double given = from[0] - to[0], gained = to[1] - from[1];
    return given > 1e-14 && gained > 1e-14 ? sqrt(given * gained) : 0;
}

static void expect_near(double found, double expected, double tolerance)
{
    cr_assert_float_eq(found, expected, tolerance, "%.15g, expected %.15g", found, expected);
}

/* g_1 = 1 - g_0^2 on every ray; its tangent is (2 g_0, 1). */
Test(curve, lies_on_the_frontier)
{
    struct example *example = frontiers_parabola();
    struct opened *opened = open_curve(example);
    for (int m = 0; m <= 10; m++) {
        struct curve_point point = curve_at(&opened->curve, m / 10.0);
        double first = point.gain[0];
        expect_near(point.gain[1], 1 - first * first, 1e-9);
        cr_assert_float_eq(point.gain[0] * m, point.gain[1] * (10 - m), 2e-9);
        if (m > 0 && m < 10)
            cr_assert_float_eq(point.weight[0] / point.weight[1], 2 * first, 1e-3);
    }
    free(opened);
    free(example);
}

/* int (1 - x^2) dx = 2 / 3 and int sqrt(2 x) dx = (2 / 3) sqrt 2; in parts, what the whole is. */
Test(curve, measures_a_parabola)
{
    struct example *example = frontiers_parabola();
    struct opened *opened = open_curve(example);
    expect_near(curve_length(&opened->curve, twice_area, 0, 1) / 2, 2.0 / 3, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 1), 2 * sqrt(2) / 3, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 0.37) +
                    curve_length(&opened->curve, traded, 0.37, 1),
                2 * sqrt(2) / 3, 1e-9);
    free(opened);
    free(example);
}

/* A quarter of a disc, u_i = 1 - (x_i - ...)^2 cannot be had with two; with losses quadratic on
 * both sides u_0 = 1 - x^2, u_1 = 1 - (1 - x)^2: int u_1 du_0 = int (2 x - x^2) 2 x dx = 5 / 6;
 * traded: int sqrt(2 x (2 - 2 x)) dx = pi / 4, with infinite slopes at both ends. */
Test(curve, measures_between_upright_ends)
{
    struct example *example = example_new(1, 2);
    example_position(example, 0, 0, 0, 1, LOSS_QUADRATIC);
    example_position(example, 1, 0, 1, 1, LOSS_QUADRATIC);
    example_draw(example);
    struct opened *opened = open_curve(example);
    expect_near(curve_length(&opened->curve, twice_area, 0, 1) / 2, 5.0 / 6, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 1), acos(-1) / 4, 1e-8);
    free(opened);
    free(example);
}

/* Corners at (.9, .5) and (.6, .8): triangles of .25, .21 and .3; sides of sqrt(.05), .3,
 * sqrt(.12). Exact, because the corners are found. */
Test(curve, measures_a_polygon)
{
    struct example *example = frontiers_polygon();
    struct opened *opened = open_curve(example);
    expect_near(curve_length(&opened->curve, twice_area, 0, 1) / 2, 0.76, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 1), sqrt(0.05) + 0.3 + sqrt(0.12), 1e-9);
    free(opened);
    free(example);
}

/* The rectangles under (.9, .4), (.62, .56) and (.35, .8): .9 .4 + .62 .16 + .35 .24 = .5432;
 * nothing is traded on a staircase. */
Test(curve, measures_a_staircase)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.62, 0.35, 0 }, { 0, 0.4, 0.56, 0.8, 1 } };
    struct example *example = frontiers_list(2, 5, list);
    struct opened *opened = open_curve(example);
    double miss;
    expect_near(curve_length(&opened->curve, twice_area, 0, 1) / 2, 0.5432, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 1), 0, 1e-10);
    cr_assert(isnan(curve_halve(&opened->curve, traded, &miss)));
    free(opened);
    free(example);
}

/* Two curved branches that do not join: an issue with two levels, at one of which the first is
 * better off. u_0 = (x + y) / 2, u_1 = (2 - x^2 - y) / 2, y 0 or 1: arcs from (.5, .5) to (0, 1)
 * and from (1, 0) to (.5, .5): area by hand. Claims .5 and 0 leave the upper arc alone. */
Test(curve, measures_across_branches)
{
    struct example *example = example_new(2, 2);
    example_level(example, 1, 0);
    example_level(example, 1, 1);
    example->issue[1].discrete = true;
    example_position(example, 0, 0, 1, 1, LOSS_LINEAR);
    example_position(example, 0, 1, 1, 1, LOSS_LINEAR);
    example_position(example, 1, 0, 0, 1, LOSS_QUADRATIC);
    example_position(example, 1, 1, 0, 1, LOSS_LINEAR);
    example_draw(example);
    struct opened *opened = open_curve(example);
    /* Under y = 0: 1/2 by .5 and a quarter of 2/3; under y = 1, beyond u_0 = 1/2: a quarter of 2/3.
     */
    expect_near(curve_length(&opened->curve, twice_area, 0, 1) / 2, 0.25 + 1.0 / 6 + 1.0 / 6, 1e-9);
    expect_near(curve_length(&opened->curve, traded, 0, 1), 2 * sqrt(2) / 3, 1e-8);
    free(opened);
    free(example);
}
