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
    double worth[PUBLISHED_PARTIES][EXAMPLE_ISSUES][EXAMPLE_LEVELS];
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

/* The list as a game of discrete issues and tables. The game has every actor's utility run from 0
 * to 1, so that U = (u - least) / (most - least); claims are put likewise. */
__attribute__((unused)) static struct example *published_game(const struct published *list)
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
    for (int i = 0; i < list->parties; i++) {
        double least = published_end(list, i, -1), most = published_end(list, i, 1);
        example_claim(example, i, (list->claim[i] - least) / (most - least));
    }
    return example;
}

/* Solves the game and reads the outcome's levels; powers: [party], NULL: 1. Returns the gap. */
__attribute__((unused)) static double published_solve(const struct published *list,
                                                      const struct solver *solver,
                                                      const double *power, int *level)
{
    struct example *example = published_game(list);
    double gap[LANES];
    for (int i = 0; i < list->parties && power; i++)
        block_fill(example->values[example->actor[i].power.row], power[i], LANES);
    solver->solve(NULL, example->values[0], &example->bargain, example->package[0], example->found,
                  gap);
    cr_assert(example->found[0], "%s", solver->about.name);
    for (int k = 0; k < list->issues; k++)
        level[k] = (int)lround(example->package[k][0] * (list->size[k] - 1));
    free(example);
    return gap[0];
}

#endif
