/* Outcome lists in the plain, looked through by brute force, and the same as games. */
#ifndef TESTS_PUBLISHED_H
#define TESTS_PUBLISHED_H

#include "models/catalogue.h"
#include "tests/example.h"

enum { PUBLISHED_PARTIES = 4, PUBLISHED_OUTCOMES = 300000 };

/* u_i(outcome) = sum_k weight_ik worth_ikm, m the level of issue k; claims 0 unless said. */
struct published {
    int parties, issues, size[EXAMPLE_ISSUES];
    double weight[PUBLISHED_PARTIES][EXAMPLE_ISSUES];
    double worth[PUBLISHED_PARTIES][EXAMPLE_ISSUES][EXAMPLE_MOST_LEVELS];
    double claim[PUBLISHED_PARTIES];
};

static inline int published_count(const struct published *list)
{
    int count = 1;
    for (int k = 0; k < list->issues; k++)
        count *= list->size[k];
    return count;
}

/* The levels of outcome number `outcome`; the first issue changes slowest. */
static inline void published_levels(const struct published *list, int outcome, int *level)
{
    for (int k = list->issues - 1; k >= 0; k--) {
        level[k] = outcome % list->size[k];
        outcome /= list->size[k];
    }
}

static inline double published_worth(const struct published *list, int party, const int *level)
{
    double sum = 0;
    for (int k = 0; k < list->issues; k++)
        sum += list->weight[party][k] * list->worth[party][k][level[k]];
    return sum;
}

/* The largest (sign 1) or least (-1) worth that an outcome can have for the party. */
static inline double published_end(const struct published *list, int party, int sign)
{
    double sum = 0;
    for (int k = 0; k < list->issues; k++) {
        double end = -HUGE_VAL;
        for (int m = 0; m < list->size[k]; m++)
            end = fmax(end, sign * list->worth[party][k][m]);
        sum += sign * list->weight[party][k] * end;
    }
    return sum;
}

/* The game has every actor's utility run from 0 to 1; the list's units are got back by stretching
 * that by the parties' ranges over the least of them, which is the unit: U_i = u_i / unit. */
static inline double published_unit(const struct published *list)
{
    double unit = HUGE_VAL;
    for (int i = 0; i < list->parties; i++)
        unit = fmin(unit, published_end(list, i, 1) - published_end(list, i, -1));
    return unit;
}

/* By an audience cost of a against a demand that nothing meets: (1 + a) u - a demand. */
static inline void published_measure(const struct published *list, struct example *example)
{
    const double unit = published_unit(list), demand = 2;
    for (int i = 0; i < list->parties; i++) {
        double least = published_end(list, i, -1);
        double cost = (published_end(list, i, 1) - least) / unit - 1;
        block_fill(example->by_actor[EXAMPLE_AUDIENCE][i], cost, LANES);
        block_fill(example->by_actor[EXAMPLE_DEMAND][i], demand, LANES);
        block_fill(example->by_actor[EXAMPLE_BONUS][i], cost * demand + least / unit, LANES);
        example_claim(example, i, list->claim[i] / unit);
    }
}

/* The list as a game of discrete issues and tables. */
static inline struct example *published_game(const struct published *list)
{
    struct example *example = example_new(list->issues, list->parties);
    for (int k = 0; k < list->issues; k++) {
        example->issue[k].discrete = true;
        for (int m = 0; m < list->size[k]; m++)
            example_level(example, k, m / (list->size[k] - 1.0));
    }
    for (int i = 0; i < list->parties; i++)
        for (int k = 0; k < list->issues; k++) {
            example_position(example, i, k, 0, list->weight[i][k], LOSS_TABLE);
            for (int m = 0; m < list->size[k]; m++)
                example->worth[i][k][m] = example_number(example, list->worth[i][k][m]);
        }
    example_draw(example)->lanes = 1;
    published_measure(list, example);
    return example;
}

/* Solves a game of the list and reads the outcome's levels and the gap; false: none was found. */
static inline bool published_find(const struct published *list, struct example *example,
                                  const struct solver *solver, int *level, double *gap)
{
    double gaps[LANES];
    void *settings = example_settings(example, &solver->about);
    solver->solve(settings, example->values[0], &example->bargain, example->package[0],
                  example->found, gaps);
    for (int k = 0; k < list->issues && example->found[0]; k++)
        level[k] = (int)lround(example->package[k][0] * (list->size[k] - 1));
    *gap = gaps[0];
    free(settings);
    return example->found[0];
}

/* Where there must be one; powers: [party], NULL: 1. Returns the gap. */
__attribute__((unused)) static double published_solve(const struct published *list,
                                                      const struct solver *solver,
                                                      const double *power, int *level)
{
    struct example *example = published_game(list);
    double gap;
    for (int i = 0; i < list->parties && power; i++)
        block_fill(example->values[example->actor[i].power.row], power[i], LANES);
    cr_assert(published_find(list, example, solver, level, &gap), "%s", solver->about.name);
    free(example);
    return gap;
}

/* A list of outcomes of two parties as one issue. */
__attribute__((unused)) static struct published published_pairs(int count, const double (*u)[2])
{
    struct published list = {
        .parties = 2, .issues = 1, .size = { count }, .weight = { { 1 }, { 1 } }
    };
    for (int m = 0; m < count; m++)
        for (int i = 0; i < 2; i++)
            list.worth[i][0][m] = u[m][i];
    return list;
}

#endif
