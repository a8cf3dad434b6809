#include "models/pareto.h"
#include "tests/frontiers.h"

static double memory[FRONTIER_ROOM];

static struct zone *pareto_zone(struct example *example)
{
    static struct zone zone;
    memset(memory, 0, sizeof memory);
    zone_open(&zone, &example->bargain, 0, -1, memory);
    return &zone;
}

static const double NONE[FRONTIER_PARTIES] = { 0 }, ONE[FRONTIER_PARTIES] = { 1, 1, 1 };

/* u_1 = 1 - u_0^2 between the ideals (1, 0) and (0, 1): farthest from their line where the slope is
 * -1, at (.5, .75). */
Test(pareto, parabola)
{
    struct example *example = frontiers_parabola();
    struct zone *zone = pareto_zone(example);
    struct pareto_point point[PARETO_POINTS];
    struct optimum knee;
    int count = pareto_front(zone, NONE, ONE, point);
    cr_assert_eq(count, 21);
    for (int m = 0; m < count; m++) {
        double first = point[m].worth[0], second = point[m].worth[1];
        cr_expect_float_eq(second, 1 - first * first, 1e-8);
        /* On its ray: second / first is m to 20 - m. */
        cr_expect_float_eq(second * (20 - m), first * m, 1e-7);
    }
    pareto_knee(zone, NONE, ONE, &knee);
    cr_assert(knee.found);
    cr_expect_float_eq(knee.value, 1.25, 1e-9);
    cr_expect_float_eq(knee.worth[0], 0.5, 2e-5);
    cr_expect_leq(knee.bound - knee.value, 1e-9);
    free(example);
}

/* Two issues, .7 and .3 against .3 and .7: the corner (.7, .7). */
Test(pareto, corner)
{
    const double first[2] = { 0.7, 0.3 }, second[2] = { 0.3, 0.7 };
    struct example *example = example_pies(2, first, second);
    struct zone *zone = pareto_zone(example);
    struct optimum knee;
    pareto_knee(zone, NONE, ONE, &knee);
    cr_expect_float_eq(knee.worth[0], 0.7, 1e-8);
    cr_expect_float_eq(knee.worth[1], 0.7, 1e-8);
    free(example);
}

/* validation.md: of (0, 1), (.6, .3), (1, 0), without lotteries, all three are efficient; (.5, .2)
 * is not. Rays see each from some direction. */
Test(pareto, list)
{
    double utility[2][EXAMPLE_LEVELS] = { { 0, 0.6, 1, 0.5 }, { 1, 0.3, 0, 0.2 } };
    struct example *example = frontiers_list(2, 4, utility);
    struct zone *zone = pareto_zone(example);
    struct pareto_point point[PARETO_POINTS];
    cr_assert_eq(pareto_front(zone, NONE, ONE, point), 3);
    cr_expect_float_eq(point[0].worth[0], 1, 1e-9);
    cr_expect_float_eq(point[1].worth[0], 0.6, 1e-9);
    cr_expect_float_eq(point[2].worth[0], 0, 1e-9);
    free(example);
}

/* No zone: no frontier. */
Test(pareto, none)
{
    const double one[1] = { 1 }, floor[2] = { 0.7, 0.7 }, ideal[2] = { 0.8, 0.8 };
    struct example *example = example_pies(1, one, one);
    struct zone *zone = pareto_zone(example);
    struct pareto_point point[PARETO_POINTS];
    struct optimum knee;
    cr_expect_eq(pareto_front(zone, floor, ideal, point), 0);
    pareto_knee(zone, floor, ideal, &knee);
    cr_expect_not(knee.found);
    free(example);
}

/* Three parties: v_0 + v_1 + v_2 = 1 (tests/frontiers.h): every point on that plane, all parties'
 * ends among them, none better than another for everybody. */
Test(pareto, three)
{
    struct example *example = frontiers_three();
    struct zone *zone = pareto_zone(example);
    struct pareto_point point[PARETO_POINTS];
    int count = pareto_front(zone, NONE, ONE, point), ends = 0;
    cr_assert_gt(count, 20);
    for (int m = 0; m < count; m++) {
        const double *worth = point[m].worth;
        cr_expect_float_eq(worth[0] / 2 + worth[1] + worth[2] / 2, 1, 1e-8);
        for (int i = 0; i < 3; i++)
            ends += worth[i] > 1 - 1e-8;
    }
    cr_expect_geq(ends, 3);
    free(example);
}

/* A straight frontier has no knee; a third party with nothing to gain hinders neither. */
Test(pareto, straight)
{
    const double one[1] = { 1 };
    struct example *example = example_pies(1, one, one);
    struct zone *zone = pareto_zone(example);
    struct pareto_point point[PARETO_POINTS];
    struct optimum knee;
    pareto_knee(zone, NONE, ONE, &knee);
    cr_expect_not(knee.found);
    int count = pareto_front(zone, NONE, ONE, point);
    cr_assert_eq(count, 21);
    for (int m = 0; m < count; m++)
        cr_expect_float_eq(point[m].worth[0] + point[m].worth[1], 1, 1e-8);
    free(example);
    const double floor[3] = { 0, 0, 1 };
    example = frontiers_three();
    zone = pareto_zone(example);
    cr_expect_gt(pareto_front(zone, floor, ONE, point), 1);
    free(example);
}
