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
            example_any(example, &state, i, k, 0.1, LOSS_QUADRATIC);
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

enum { LIST_ISSUES = 2, LIST = EXAMPLE_LEVELS * EXAMPLE_LEVELS };

/* All outcomes of two discrete issues. */
struct list {
    double worth[LIST][3];
    bool best[LIST]; /* all have their claims, and nothing is better for one and as good for all */
};

static struct example *list_game(unsigned seed, int actors)
{
    unsigned state = seed * 2654435761u + 99u;
    struct example *example = example_new(LIST_ISSUES, actors);
    for (int k = 0; k < LIST_ISSUES; k++) {
        for (int m = 0; m < EXAMPLE_LEVELS; m++)
            example_level(example, k, m / (EXAMPLE_LEVELS - 1.0));
        example->issue[k].discrete = true;
        for (int i = 0; i < actors; i++) {
            example_position(example, i, k, 0, example_uniform(&state, 0.2, 1), LOSS_TABLE);
            for (int m = 0; m < EXAMPLE_LEVELS; m++)
                example->worth[i][k][m] = example_number(example, example_uniform(&state, 0, 1));
        }
    }
    example_draw(example);
    for (int i = 0; i < actors; i++)
        block_fill(example->by_actor[EXAMPLE_CLAIM][i], 0.3, LANES);
    return example;
}

static struct list list_of(struct example *example, int actors)
{
    struct list list;
    for (int m = 0; m < LIST; m++) {
        block_fill(example->package[0], m % EXAMPLE_LEVELS / (EXAMPLE_LEVELS - 1.0), LANES);
        block_fill(example->package[1], m / EXAMPLE_LEVELS / (EXAMPLE_LEVELS - 1.0), LANES);
        list.best[m] = true;
        for (int i = 0; i < actors; i++) {
            list.worth[m][i] = frontiers_worth(example, i);
            list.best[m] = list.best[m] && list.worth[m][i] >= 0.3;
        }
    }
    for (int m = 0; m < LIST; m++)
        for (int other = 0; other < LIST; other++)
            list.best[m] = list.best[m] && !better(list.worth[other], list.worth[m], actors);
    return list;
}

static double list_distance(const struct list *list, int from, int actors)
{
    double least = HUGE_VAL;
    for (int m = 0; m < LIST; m++) {
        double square = 0;
        for (int i = 0; i < actors; i++)
            square += (list->worth[m][i] - list->worth[from][i]) *
                      (list->worth[m][i] - list->worth[from][i]);
        least = list->best[m] ? fmin(least, sqrt(square)) : least;
    }
    return least;
}

static bool list_has(const struct list *list, const double *worth, int actors)
{
    for (int m = 0; m < LIST; m++) {
        double apart = 0;
        for (int i = 0; i < actors; i++)
            apart = fmax(apart, fabs(list->worth[m][i] - worth[i]));
        if (list->best[m] && apart < 1e-9)
            return true;
    }
    return false;
}

/* Against all 36 outcomes of random lists: points are efficient ones; never nearer than the nearest
 * efficient outcome that all accept, 0 of those and of no other. Where a list is dented rays may
 * miss the nearest. */
static void expect_list(unsigned seed, int actors, int *all, int *exact)
{
    struct example *example = list_game(seed, actors);
    struct list list = list_of(example, actors);
    struct opened *opened = malloc(sizeof *opened);
    proposal_open(&opened->proposal, &example->bargain, 0, -1, &opened->room);
    bool open = pareto_open(&opened->pareto, &example->bargain, 0, &opened->proposal.zone);
    opened->points = pareto_points(&opened->pareto, actors == 2 ? 21 : 66, opened->point);
    for (int m = 0; m < opened->points; m++)
        cr_assert(list_has(&list, opened->point[m].worth, actors), "%u: point %d", seed, m);
    for (int m = 0; m < LIST && open; m++) {
        double found = apart(opened, list.worth[m]), truth = list_distance(&list, m, actors);
        cr_assert_geq(found, truth - 1e-9, "%u: %g, not %g", seed, found, truth);
        cr_assert_eq(found == 0, list.best[m], "%u: outcome %d: %g", seed, m, found);
        *exact += found <= truth + 1e-7;
        ++*all;
    }
    close_pareto(opened, example);
}

Test(pareto_distance, is_that_of_a_list)
{
    for (int actors = 2; actors <= 3; actors++) {
        int all = 0, exact = 0;
        for (unsigned seed = 1; seed <= 15; seed++)
            expect_list(seed, actors, &all, &exact);
        cr_assert_gt(all, 500);
        cr_expect_geq(exact, 0.95 * all, "%d of %d with %d parties", exact, all, actors);
    }
}
