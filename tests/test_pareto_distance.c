/* Efficient packages of three parties, and distances from them. */
#include "models/ray.h"
#include "tests/efficient.h"
#include "tests/optimum_game.h"

/* From (0, 0) the nearest point of u_1 = 1 - u_0^2 has u_0^2 = 1/2: sqrt(1/2 + 1/4). */
Test(pareto_distance, knows_the_distance_to_a_parabola)
{
    struct example *example = frontiers_parabola();
    struct opened *opened = open_pareto(example, COUNT);
    const double nothing[2] = { 0, 0 };
    expect_near(apart(opened, nothing), sqrt(0.75), 1e-9);
    close_pareto(opened, example);
}

/* Three parties: v_0 + v_1 + v_2 = 1 (tests/frontiers.h): every point on that plane, all parties'
 * ends among them. From (.4, .3, .4) its foot is (.5, .5, .5), at .3 / sqrt(1.5); all can have .15
 * more, at .15 sqrt(3), which is nearer than any point of the lattice. */
Test(pareto_distance, spans_the_plane_of_three)
{
    const double inside[3] = { 0.4, 0.3, 0.4 }, on[3] = { 0.5, 0.5, 0.5 };
    struct example *example = frontiers_three();
    struct opened *opened = open_pareto(example, PARETO_POINTS);
    int ends = 0;
    cr_assert_gt(opened->points, 20);
    for (int m = 0; m < opened->points; m++) {
        const double *worth = opened->point[m].worth;
        expect_near(worth[0] / 2 + worth[1] + worth[2] / 2, 1, 1e-8);
        for (int i = 0; i < 3; i++)
            ends += worth[i] > 1 - 1e-8;
    }
    cr_assert_geq(ends, 3);
    cr_assert_geq(apart(opened, inside), 0.3 / sqrt(1.5));
    expect_near(apart(opened, inside), 0.15 * sqrt(3), 1e-9);
    cr_assert_eq(apart(opened, on), 0);
    close_pareto(opened, example);
}

/* Who has nothing to gain does not hide the frontier of the others: where the third claims all that
 * it can have, the first two still divide their pie, u_0 = 1 - x and u_1 = x / 2. */
Test(pareto_distance, who_has_nothing_to_gain_hides_nothing)
{
    struct example *example = frontiers_three();
    block_fill(example->by_actor[EXAMPLE_CLAIM][2], 1, LANES);
    struct opened *opened = open_pareto(example, PARETO_POINTS);
    cr_assert_gt(opened->points, 1);
    cr_assert_eq(opened->pareto.reach[2], 0);
    for (int m = 0; m < opened->points; m++) {
        const double *worth = opened->point[m].worth;
        expect_near(worth[0] / 2 + worth[1], 0.5, 1e-8);
        expect_near(worth[2], 1, 1e-8);
    }
    cr_assert_not(pareto_knee(&opened->pareto, &opened->knee));
    const double below[3] = { 0.2, 0.2, 1 }; /* .2 short of a line with the normal (.5, 1) */
    cr_assert_geq(apart(opened, below), 0.2 / sqrt(1.25));
    expect_near(apart(opened, below), 0.2 / sqrt(1.25), 1e-3); /* of points .05 apart */
    close_pareto(opened, example);
}

/* Whether worths are as much for all as a point's and more for somebody. */
static bool better(const double *worth, const double *than, int parties)
{
    bool all = true, more = false;
    for (int i = 0; i < parties; i++) {
        all = all && worth[i] >= than[i] - 1e-9;
        more = more || worth[i] > than[i] + 1e-6;
    }
    return all && more;
}

/* If all can have t more at once, every efficient package gives somebody as much: t <= distance. It
 * is no farther than to any of the points, nor than to any package to which all can be raised. */
static void expect_between(struct opened *opened, const double *worth)
{
    const double share[3] = { 1, 1, 1 };
    struct objective objective = { .share = share };
    struct optimum optimum;
    double found = apart(opened, worth);
    memcpy(objective.floor, worth, 3 * sizeof *worth);
    ray_find(&opened->proposal.zone, &objective, &optimum);
    cr_assert_geq(found, optimum.value - 1e-8);
    for (int m = 0; m < opened->points; m++) {
        const double *there = opened->point[m].worth;
        double square = 0;
        for (int i = 0; i < 3; i++)
            square += (there[i] - worth[i]) * (there[i] - worth[i]);
        cr_assert_leq(found, sqrt(square));
    }
}

/* Three belligerents, three issues: none of 20 000 random packages is better for all; at the
 * weights none has a larger sum. Lattice of steps of a fifth: 21 directions. */
Test(pareto_distance, three_parties_leave_nothing_on_the_table)
{
    struct example *example = example_new(3, 3);
    unsigned state = 77;
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            example_position(example, i, k, example_uniform(&state, 0, 1),
                             example_uniform(&state, 0.1, 1), LOSS_QUADRATIC);
    example_draw(example);
    for (int i = 0; i < 3; i++)
        block_fill(example->by_actor[EXAMPLE_CLAIM][i], 0.2, LANES);
    struct opened *opened = open_pareto(example, COUNT);
    cr_assert(opened->points > 10 && opened->points <= COUNT, "%d points", opened->points);
    cr_assert(pareto_knee(&opened->pareto, &opened->knee));
    for (int trial = 0; trial < 20000; trial++) {
        double worth[3];
        for (int k = 0; k < 3; k++)
            block_fill(example->package[k], example_uniform(&state, 0, 1), LANES);
        for (int i = 0; i < 3; i++)
            worth[i] = frontiers_worth(example, i);
        for (int m = 0; m < opened->points; m++) {
            const struct pareto_point *point = &opened->point[m];
            double here = 0, there = 0;
            cr_assert_not(better(worth, point->worth, 3));
            for (int i = 0; i < 3; i++) {
                cr_assert(point->weight[i] >= 0 && point->worth[i] >= 0.2 - 1e-9);
                here += point->weight[i] * point->worth[i];
                there += point->weight[i] * worth[i];
            }
            cr_assert_leq(there, here + 1e-6);
        }
        double least = fmin(worth[0], fmin(worth[1], worth[2]));
        if (least >= 0.2)
            cr_assert_leq(pareto_sum(&opened->pareto, worth),
                          pareto_sum(&opened->pareto, opened->knee.worth) + 1e-9);
        if (least >= 0.2 && trial % 100 == 0)
            expect_between(opened, worth);
    }
    cr_assert_eq(apart(opened, opened->knee.worth), 0);
    close_pareto(opened, example);
}
