/* Efficient packages and the knee, against closed forms. */
#include "tests/efficient.h"

/* u_1 = 1 - u_0^2, claims 0, ideals 1. On every ray; the tangent's weights are as 2 u_0 to 1; the
 * sum u_0 + 1 - u_0^2 is largest at a half, 1.25. */
Test(pareto, follows_a_parabola)
{
    struct example *example = frontiers_parabola();
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, COUNT);
    for (int m = 0; m < COUNT; m++) {
        const struct pareto_point *point = &opened->point[m];
        double first = point->worth[0];
        expect_near(point->worth[1], 1 - first * first, 1e-9);
        expect_near(point->package[0], first, 1e-12);
        cr_assert(point->weight[0] >= 0 && point->weight[1] >= 0);
        expect_near(point->weight[0] + point->weight[1], 1, 1e-12);
        if (m < COUNT - 1)
            cr_assert_float_eq(first * m, point->worth[1] * (COUNT - 1 - m), 1e-7);
        else /* raised to where that costs the second 1e-10 (models/solution.c): as far as 1e-5 */
            expect_near(first, 0, 1.1e-5);
        if (m > 0 && m < COUNT - 1)
            expect_near(point->weight[0], 2 * first / (2 * first + 1), 1e-3);
    }
    expect_near(opened->point[0].worth[0], 1, 1e-9);
    expect_near(opened->point[COUNT - 1].worth[1], 1, 1e-9);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    expect_near(opened->knee.worth[0], 0.5, 1e-6);
    expect_near(opened->knee.worth[1], 0.75, 1e-6);
    expect_near(pareto_sum(&opened->pareto, opened->knee.worth), 1.25, 1e-9);
    cr_assert(opened->knee.gap >= 0 && opened->knee.gap <= 1e-9);
    close_pareto(opened, example);
}

/* Gains are what counts, not units: U_0 = 2 u_0 - 1 with a claim of -1 has the same knee and
 * points.
 */
Test(pareto, knees_do_not_depend_on_units)
{
    struct example *example = frontiers_parabola();
    frontiers_stretch(example, 0);
    block_fill(example->by_actor[EXAMPLE_CLAIM][0], -1, LANES);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    expect_near(opened->knee.package[0], 0.5, 1e-6);
    expect_near(opened->point[COUNT / 2].package[0], (sqrt(5) - 1) / 2, 1e-9);
    close_pareto(opened, example);
}

/* u_0 + u_1 = 1 with claims .2 and .1: no knee; s below the line is s / sqrt 2 from it where its
 * foot is between the ends (.9, .1) and (.2, .8); else as far as the nearer end. */
Test(pareto, a_pie_has_no_knee_and_known_distances)
{
    const double all[1] = { 1 };
    struct example *example = example_pies(1, all, all);
    block_fill(example->by_actor[EXAMPLE_CLAIM][0], 0.2, LANES);
    block_fill(example->by_actor[EXAMPLE_CLAIM][1], 0.1, LANES);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, COUNT);
    for (int m = 0; m < COUNT; m++) {
        expect_near(opened->point[m].worth[0], 0.9 - 0.7 * m / (COUNT - 1), 1e-9);
        expect_near(opened->point[m].worth[1], 0.1 + 0.7 * m / (COUNT - 1), 1e-9);
    }
    cr_assert_not(pareto_knee(&opened->pareto, &opened->knee));
    const double inside[2] = { 0.37, 0.41 }, beyond[2] = { 1, 0 }, on[2] = { 0.45, 0.55 };
    expect_near(apart(opened, inside), 0.22 / sqrt(2), 1e-9);
    expect_near(apart(opened, beyond), 0.1 * sqrt(2), 1e-9);
    expect_near(apart(opened, on), 0, 1e-8);
    close_pareto(opened, example);
}

/* .7 and .3 of one's concern, the other way round of the other's: each its own, (.7, .7), a corner
 * of the frontier from (1, 0) to (0, 1), with .7 = 1 - 3 (.7 - u) / 7 in between. */
Test(pareto, turns_at_a_corner)
{
    const double first[2] = { 0.7, 0.3 }, second[2] = { 0.3, 0.7 };
    struct example *example = example_pies(2, first, second);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, COUNT);
    for (int m = 0; m < COUNT; m++) {
        double low = fmin(opened->point[m].worth[0], opened->point[m].worth[1]);
        double high = fmax(opened->point[m].worth[0], opened->point[m].worth[1]);
        expect_near(high, 1 - 3 * low / 7, 1e-9);
    }
    expect_near(opened->point[COUNT / 2].worth[0], 0.7, 1e-9);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    expect_near(opened->knee.worth[0], 0.7, 1e-9);
    expect_near(opened->knee.worth[1], 0.7, 1e-9);
    close_pareto(opened, example);
}

/* Without a zone there is no frontier: claims of .6 or more of a pie of 1. */
static void expect_none(double claim)
{
    const double all[1] = { 1 };
    struct example *example = example_pies(1, all, all);
    block_fill(example->by_actor[EXAMPLE_CLAIM][0], claim, LANES);
    block_fill(example->by_actor[EXAMPLE_CLAIM][1], claim, LANES);
    struct opened *opened = malloc(sizeof *opened);
    proposal_open(&opened->proposal, &example->bargain, 0, -1, &opened->room);
    cr_assert_not(pareto_open(&opened->pareto, &example->bargain, 0, &opened->proposal.zone));
    cr_assert_eq(pareto_points(&opened->pareto, COUNT, opened->point), 0);
    cr_assert_not(pareto_knee(&opened->pareto, &opened->knee));
    cr_assert(isnan(pareto_distance(&opened->pareto, opened->point, 0, all)));
    close_pareto(opened, example);
}

Test(pareto, is_empty_without_a_zone)
{
    expect_none(0.6);
    expect_none(0.7);
}

/* Three outcomes: of (0, 1), (.6, .3), (1, 0), without lotteries, all are efficient; (.5, .2) is
 * not. */
Test(pareto, shows_each_of_a_list)
{
    double list[2][EXAMPLE_LEVELS] = { { 0, 0.6, 1, 0.5 }, { 1, 0.3, 0, 0.2 } };
    const double first[3] = { 1, 0.6, 0 };
    struct example *example = frontiers_list(2, 4, list);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, 3);
    for (int m = 0; m < 3; m++)
        expect_near(opened->point[m].worth[0], first[m], 1e-9);
    close_pareto(opened, example);
}

static void expect_raised(double list[][EXAMPLE_LEVELS])
{
    struct example *example = frontiers_list(2, 5, list);
    struct opened *opened = open_pareto(example, 2);
    cr_assert_eq(opened->points, 2);
    expect_near(opened->point[0].worth[0], 1, 1e-9);
    expect_near(opened->point[0].worth[1], 0.4, 1e-9);
    expect_near(opened->point[1].worth[0], 0.2, 1e-9);
    expect_near(opened->point[1].worth[1], 1, 1e-9);
    /* (1, 0) is as good as can be for the first, and still .4 short. */
    const double weak[2] = { 1, 0 };
    expect_near(apart(opened, weak), 0.4, 1e-9);
    close_pareto(opened, example);
}

/* In the directions of the ideals alone (1, 0) ends as far as (1, .4), and (0, 1) as (.2, 1),
 * whichever is listed first: who can be raised at nobody's cost is. */
Test(pareto, raises_who_can_be_at_nobodys_cost)
{
    double last[2][EXAMPLE_LEVELS] = { { 1, 1, 0.6, 0.2, 0 }, { 0, 0.4, 0.7, 1, 1 } };
    double first[2][EXAMPLE_LEVELS] = { { 1, 0.6, 0.2, 0, 1 }, { 0.4, 0.7, 1, 1, 0 } };
    double mixed[2][EXAMPLE_LEVELS] = { { 0, 1, 0.6, 1, 0.2 }, { 1, 0, 0.7, 0.4, 1 } };
    expect_raised(last);
    expect_raised(first);
    expect_raised(mixed);
}

/* Of six outcomes (.6, .3) is worse for both than (.62, .56); the others are the Pareto set, in
 * order. The sum is largest at (.9, .4). From (.6, .3) to (.62, .56): sqrt(.0004 + .0676). */
Test(pareto, is_the_pareto_set_of_a_list)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.62, 0.6, 0.35, 0 },
                                       { 0, 0.4, 0.56, 0.3, 0.8, 1 } };
    const int efficient[5] = { 0, 1, 2, 4, 5 };
    struct example *example = frontiers_list(2, 6, list);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, 5, "%d points", opened->points);
    for (int m = 0; m < 5; m++)
        for (int i = 0; i < 2; i++)
            expect_near(opened->point[m].worth[i], list[i][efficient[m]], 1e-12);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    expect_near(opened->knee.worth[0], 0.9, 1e-12);
    const double dominated[2] = { 0.6, 0.3 };
    expect_near(apart(opened, dominated), sqrt(0.068), 1e-9);
    close_pareto(opened, example);
}

/* With claims of .5 and .1, (.4, .9) is refused, whatever its sum; ideals are .9 and .2: the sum of
 * gains is 1.5 at (.9, .15), 1.25 at (.6, .2). */
Test(pareto, has_no_knee_that_somebody_refuses)
{
    double list[2][EXAMPLE_LEVELS] = { { 1, 0.9, 0.6, 0.4, 0 }, { 0, 0.15, 0.2, 0.9, 1 } };
    struct example *example = frontiers_list(2, 5, list);
    block_fill(example->by_actor[EXAMPLE_CLAIM][0], 0.5, LANES);
    block_fill(example->by_actor[EXAMPLE_CLAIM][1], 0.1, LANES);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_eq(opened->points, 2);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    expect_near(opened->knee.worth[0], 0.9, 1e-12);
    expect_near(pareto_sum(&opened->pareto, opened->knee.worth), 1.5, 1e-9);
    close_pareto(opened, example);
}

/* A straight frontier has no knee; its points lie on the line. */
Test(pareto, straight_without_claims)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert_not(pareto_knee(&opened->pareto, &opened->knee));
    cr_assert_eq(opened->points, 21);
    for (int m = 0; m < opened->points; m++)
        expect_near(opened->point[m].worth[0] + opened->point[m].worth[1], 1, 1e-8);
    close_pareto(opened, example);
}
