/* Random bargaining problems in the plain, for checks of what a solution must satisfy: settings of
 * a game that can be changed one at a time and made anew. */
#ifndef TESTS_AXIOM_GAME_H
#define TESTS_AXIOM_GAME_H

#include "models/catalogue.h"
#include "tests/example.h"

enum { AXIOM_ACTORS = 3, AXIOM_ISSUES = 4 };

/* U_i = stretch_i u_i + shift_i, u_i with these ideals, saliences and losses. */
struct axiom_game {
    int actors, issues;
    double ideal[AXIOM_ACTORS][AXIOM_ISSUES], salience[AXIOM_ACTORS][AXIOM_ISSUES];
    int loss[AXIOM_ACTORS][AXIOM_ISSUES];
    double low[AXIOM_ISSUES], high[AXIOM_ISSUES];
    double claim[AXIOM_ACTORS], power[AXIOM_ACTORS], stretch[AXIOM_ACTORS], shift[AXIOM_ACTORS];
};

/* What a solver makes of it. */
struct axiom_answer {
    bool found;
    double gap, package[AXIOM_ISSUES], surplus[AXIOM_ACTORS];
};

/* A stretch of 1 + a is an audience cost of a against a demand that nothing meets: flow
 * (1 + a) u - a demand. */
static const double AXIOM_DEMAND = 2;

__attribute__((unused)) static struct example *axiom_example(const struct axiom_game *game)
{
    struct example *example = example_new(game->issues, game->actors);
    for (int i = 0; i < game->actors; i++)
        for (int k = 0; k < game->issues; k++)
            example_position(example, i, k, game->ideal[i][k], game->salience[i][k],
                             game->loss[i][k]);
    example_draw(example)->lanes = 1;
    for (int i = 0; i < game->actors; i++) {
        example->by_actor[EXAMPLE_DISCOUNT][i][0] = 0.9;
        example->by_actor[EXAMPLE_AUDIENCE][i][0] = game->stretch[i] - 1;
        example->by_actor[EXAMPLE_DEMAND][i][0] = AXIOM_DEMAND;
        example->by_actor[EXAMPLE_BONUS][i][0] =
            game->shift[i] + (game->stretch[i] - 1) * AXIOM_DEMAND;
        example->by_actor[EXAMPLE_CLAIM][i][0] = game->claim[i];
        block_fill(example->values[example->actor[i].power.row], game->power[i], LANES);
    }
    for (int k = 0; k < game->issues; k++) {
        example->by_issue[EXAMPLE_LOW][k][0] = game->low[k];
        example->by_issue[EXAMPLE_HIGH][k][0] = game->high[k];
    }
    example->bargain.proposer = 0;
    return example;
}

static inline void axiom_surplus(struct example *example, const double *package, double *surplus)
{
    double worth[LANES];
    for (int k = 0; k < example->game.issues; k++)
        example->package[k][0] = package[k];
    for (int i = 0; i < example->game.actors; i++) {
        bargain_worth(&example->bargain, i, example->package[0], worth);
        surplus[i] = worth[0] - example->by_actor[EXAMPLE_CLAIM][i][0];
    }
}

/* `first`, where not NAN: the value of the solver's first setting, a quantity. */
__attribute__((unused)) static struct axiom_answer
axiom_solve(const struct axiom_game *game, const struct solver *solver, double first)
{
    struct axiom_answer answer = { .found = false, .gap = NAN };
    struct example *example = axiom_example(game);
    void *settings = example_settings(example, &solver->about);
    if (!isnan(first))
        *(struct quantity *)settings = example_number(example, first);
    double gap[LANES];
    solver->solve(settings, example->values[0], &example->bargain, example->package[0],
                  example->found, gap);
    answer.found = example->found[0];
    answer.gap = gap[0];
    for (int k = 0; k < game->issues; k++)
        answer.package[k] = example->package[k][0];
    if (answer.found)
        axiom_surplus(example, answer.package, answer.surplus);
    free(settings);
    free(example);
    return answer;
}

/* A random problem with a zone: claims are below what some package inside the bounds gives. */
__attribute__((unused)) static struct axiom_game axiom_random(unsigned seed, int actors,
                                                              bool smooth)
{
    unsigned state = seed * 2654435761u + 12345u;
    struct axiom_game game = { .actors = actors, .issues = 2 + (int)(seed % 3) };
    double inside[AXIOM_ISSUES], surplus[AXIOM_ACTORS];
    for (int k = 0; k < game.issues; k++) {
        game.high[k] = 1;
        inside[k] = example_uniform(&state, 0.2, 0.8);
    }
    for (int i = 0; i < actors; i++) {
        game.power[i] = example_uniform(&state, 0.3, 1.5);
        game.stretch[i] = 1;
        for (int k = 0; k < game.issues; k++) {
            game.ideal[i][k] = example_uniform(&state, 0, 1);
            game.salience[i][k] = example_uniform(&state, 0.1, 1);
            game.loss[i][k] =
                smooth || example_uniform(&state, 0, 1) < 0.5 ? LOSS_QUADRATIC : LOSS_LINEAR;
        }
    }
    struct example *example = axiom_example(&game);
    axiom_surplus(example, inside, surplus);
    for (int i = 0; i < actors; i++)
        game.claim[i] = surplus[i] - example_uniform(&state, 0.02, 0.3);
    free(example);
    return game;
}

#endif
