/* Small random games with terms that depend on each other, and the terms once more in plain words,
 * so that the zone and the solvers can be held against grids. */
#ifndef TESTS_TERMS_GAME_H
#define TESTS_TERMS_GAME_H

#include "models/belief.h"
#include "models/special.h"
#include "models/terms.h"
#include "tests/example.h"

/* Which terms a game has. */
enum {
    HARD_LINE = 1,    /* the first keeps issue 2 below .35 unless issue 0 >= .7 and issue 1 <= .6 */
    SOFT_LINE = 2,    /* the second pays for issue 1 below .4 unless issue 2 >= .5 */
    SYMMETRY = 4,     /* issue 1 above .5 only with issue 0 >= .4 */
    FORBIDDEN = 8,    /* never issue 2 above .8 and issue 1 below .2 */
    FRONT = 16,       /* issue 1 never below the front */
    BEYOND = 32,      /* issue 1 above the front only with issue 2 <= .6 */
    STAKEHOLDER = 64, /* a third, whose consent issue 2 needs */
    QUADRATIC = 128,
    NARRATIVE = 256, /* each pays at home below a worth of .6 */
    DEFERRED = 512,  /* issues 1 and 2 wait for a later text and count in part */
    TERMS = 64
};

struct terms_game {
    struct example *example;
    int features;
    struct bound bound[10];
    struct clause clause[8];
    struct rule rule[4];
    double narrative[EXAMPLE_ACTORS][LANES], story[EXAMPLE_ACTORS][LANES];
};

static inline struct bound terms_bound(struct terms_game *game, int issue, double low, double high)
{
    const struct quantity none = { .row = -1 };
    return (struct bound){ .issue = issue,
                           .low = low < 0 ? none : example_number(game->example, low),
                           .high = high < 0 ? none : example_number(game->example, high),
                           .number = game->example->game.bounds++ };
}

static inline void terms_lines(struct terms_game *game)
{
    struct example *example = game->example;
    if (game->features & HARD_LINE) {
        game->bound[0] = terms_bound(game, 0, 0.7, -1);
        game->bound[1] = terms_bound(game, 1, -1, 0.6);
        example_line(example, &example->position[0][2], 0.35, 1, -1);
        example->position[0][2].red_line.unless = (struct condition){ 2, game->bound };
    }
    if (game->features & SOFT_LINE) {
        game->bound[2] = terms_bound(game, 2, 0.5, -1);
        example_line(example, &example->position[1][1], 0.4, -1, 0.5);
        example->position[1][1].red_line.unless = (struct condition){ 1, game->bound + 2 };
    }
}

static inline void terms_rules(struct terms_game *game)
{
    struct game *about = &game->example->game;
    about->rule = game->rule;
    if (game->features & SYMMETRY) {
        game->bound[3] = terms_bound(game, 1, 0.5, -1);
        game->bound[4] = terms_bound(game, 0, 0.4, -1);
        game->rule[about->rules++] =
            (struct rule){ .when = { 1, game->bound + 3 }, .then = { 1, game->bound + 4 } };
    }
    if (game->features & FORBIDDEN) {
        game->bound[5] = terms_bound(game, 2, 0.8, -1);
        game->bound[6] = terms_bound(game, 1, -1, 0.2);
        game->rule[about->rules++] = (struct rule){ .when = { 2, game->bound + 5 } };
    }
    if (game->features & BEYOND) {
        game->bound[7] = terms_bound(game, 1, -1, -1);
        game->bound[7].low_front = true;
        game->bound[8] = terms_bound(game, 2, -1, 0.6);
        game->rule[about->rules++] =
            (struct rule){ .when = { 1, game->bound + 7 }, .then = { 1, game->bound + 8 } };
    }
    about->moving = game->features & (BEYOND | FRONT);
    game->example->issue[1].bounded_by_front = game->features & FRONT ? BOUNDED_LOW : BOUNDED_NONE;
    about->clause = game->clause;
    about->clauses = terms_clauses(about, game->clause);
}

static inline void terms_numbers(struct example *example, unsigned *state)
{
    for (int i = 0; i < example->game.actors; i++)
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.95;
            example->by_actor[EXAMPLE_FALLBACK][i][lane] = 0.3;
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(state, 0.1, 0.6);
            example->by_actor[EXAMPLE_DOUBT][i][lane] = example_uniform(state, 0.03, 0.2);
            example->by_actor[EXAMPLE_BONUS][i][lane] = 0.15 - 0.05 * i;
        }
    block_fill(example->single[EXAMPLE_HAZARD], 0.1, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    block_fill(example->by_issue[EXAMPLE_STATUS_QUO][0], 0.1, LANES);
    block_fill(example->by_issue[EXAMPLE_STATUS_QUO][2], 0.25, LANES);
    for (int lane = 0; lane < LANES; lane++)
        example->by_issue[EXAMPLE_STATUS_QUO][1][lane] = example_uniform(state, 0.2, 0.7);
}

static inline void terms_stories(struct terms_game *game)
{
    struct example *example = game->example;
    block_fill(game->narrative[0], 0.8, LANES);
    block_fill(game->narrative[1], 0.3, LANES);
    for (int i = 0; i < EXAMPLE_ACTORS; i++) {
        block_fill(game->story[i], 0.6, LANES);
        block_fill(example->by_actor[EXAMPLE_AUDIENCE][i], 0.4, LANES);
        block_fill(example->by_actor[EXAMPLE_DEMAND][i], 0.5 + 0.2 * i, LANES);
    }
    example->bargain.prospect.narrative = game->narrative[0];
    example->bargain.prospect.story = game->story[0];
}

static inline void terms_defer(struct example *example, unsigned *state)
{
    example->issue[0].core = true;
    example->bargain.share = example->by_issue[EXAMPLE_SHARE][0];
    for (int lane = 0; lane < LANES; lane++)
        for (int k = 1; k < 3; k++)
            example->by_issue[EXAMPLE_SHARE][k][lane] = example_uniform(state, 0, 1);
}

/* Three issues, of which the first is inside the hazard of violation, with terms between them; each
 * lane has numbers of its own. */
static inline struct terms_game *terms_game(unsigned seed, int features)
{
    unsigned state = seed;
    struct terms_game *game = calloc(1, sizeof *game);
    int actors = features & STAKEHOLDER ? 3 : 2;
    struct example *example = game->example = example_new(3, actors);
    game->features = features;
    example->game.front = 1;
    example->issue[0].guarantees = example->issue[1].front = true;
    for (int m = 0; m < 4; m++)
        example_level(example, 0, 0.1 + 0.3 * m);
    for (int i = 0; i < actors; i++)
        for (int k = 0; k < 3; k++) {
            struct position *position = example_position(
                example, i, k, 0, 1, features & QUADRATIC && k == 2 ? LOSS_QUADRATIC : LOSS_LINEAR);
            for (int lane = 0; lane < LANES; lane++) {
                double near = example_uniform(&state, 0, 0.4);
                example->values[position->ideal.row][lane] = i == 1 ? 1 - near : near;
                example->values[position->salience.row][lane] = example_uniform(&state, 0.1, 1);
            }
        }
    if (features & STAKEHOLDER) {
        example->actor[2].role = ROLE_STAKEHOLDER;
        example->consent[2][0] = 2;
        example->actor[2].consent.count = 1;
    }
    terms_lines(game);
    terms_rules(game);
    example_draw(example);
    terms_numbers(example, &state);
    if (features & NARRATIVE)
        terms_stories(game);
    if (features & DEFERRED)
        terms_defer(example, &state);
    return game;
}

static inline void terms_free(struct terms_game *game)
{
    free(game->example);
    free(game);
}

/* The terms once more, in plain words, without the code under test; `slack` forgives rounding. */
static inline bool terms_admit(const struct terms_game *game, int lane, double slack)
{
    const struct example *example = game->example;
    double x = example->package[0][lane], y = example->package[1][lane],
           z = example->package[2][lane], front = example->by_issue[EXAMPLE_STATUS_QUO][1][lane];
    int features = game->features;
    if (features & HARD_LINE && z > 0.35 + slack && !(x >= 0.7 - slack && y <= 0.6 + slack))
        return false;
    if (features & SYMMETRY && y > 0.5 + slack && x < 0.4 - slack)
        return false;
    if (features & FORBIDDEN && z > 0.8 + slack && y < 0.2 - slack)
        return false;
    if (features & FRONT && y < front - slack)
        return false;
    return !(features & BEYOND && y > front + slack && z > 0.6 + slack);
}

/* U of an actor from the definitions: the penalty of the soft line is taken off by hand. */
static inline void terms_worth(const struct terms_game *game, int actor, double *worth)
{
    struct example *example = game->example;
    struct red_line *line = &example->position[1][1].red_line;
    struct condition unless = line->unless;
    double held[LANES], lifted[LANES], *penalty = example->utility.penalty + (1 * 3 + 1) * LANES;
    double kept[LANES];
    line->unless.count = 0;
    bargain_worth(&example->bargain, actor, example->package[0], held);
    memcpy(kept, penalty, sizeof kept);
    block_fill(penalty, 0, LANES);
    bargain_worth(&example->bargain, actor, example->package[0], lifted);
    memcpy(penalty, kept, sizeof kept);
    line->unless = unless;
    for (int lane = 0; lane < LANES; lane++)
        worth[lane] = game->features & SOFT_LINE && example->package[2][lane] >= 0.5 - 1e-9
                          ? lifted[lane]
                          : held[lane];
}

enum criterion_word { LEAST, NASH, UTILITARIAN, ACCEPTANCE, AGENDA_SETTER, CRITERIA };

static inline double terms_add(enum criterion_word word, double value, double surplus, double worth,
                               const struct belief *belief, int actor)
{
    switch (word) {
    case LEAST:
        return surplus < value ? surplus : value;
    case NASH:
        return value + (surplus > 0 ? special_log(surplus) : -HUGE_VAL);
    case UTILITARIAN:
        return value + worth;
    case ACCEPTANCE:
        return value + belief_log(belief, worth);
    default:
        return actor > 0     ? value + belief_log(belief, worth)
               : surplus > 0 ? value + special_log(surplus)
                             : -HUGE_VAL;
    }
}

/* The criterion at the example's package, lane by lane; -HUGE_VAL where it breaks the terms. */
static inline void terms_criterion(const struct terms_game *game, enum criterion_word word,
                                   double slack, double *out)
{
    struct example *example = game->example;
    double worth[LANES];
    bool needed[LANES];
    block_fill(out, word == LEAST ? HUGE_VAL : 0, LANES);
    for (int i = 0; i < example->game.actors; i++) {
        terms_worth(game, i, worth);
        bargain_consent(&example->bargain, i, example->package[0], needed);
        for (int lane = 0; lane < LANES; lane++) {
            struct belief belief =
                belief_make(&example->bargain, i, lane, word == ACCEPTANCE ? 0.005 : 0);
            double surplus = worth[lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
            if (needed[lane] || word == UTILITARIAN)
                out[lane] = terms_add(word, out[lane], surplus, worth[lane], &belief, i);
        }
    }
    for (int lane = 0; lane < LANES; lane++)
        out[lane] = terms_admit(game, lane, slack) ? out[lane] : -HUGE_VAL;
}

enum { GRID = 21, GRID_POINTS = 4 * (GRID + 1) * (GRID + 1) };

/* Puts a point of the grid into the package: it has every end of the terms, the front and the
 * status quo. Returns whether issue 2 is at the status quo. */
static inline bool terms_point(struct terms_game *game, int point)
{
    struct example *example = game->example;
    int y = point / 4 % (GRID + 1), z = point / 4 / (GRID + 1);
    block_fill(example->package[0], 0.1 + 0.3 * (point % 4), LANES);
    block_fill(example->package[1], y / (GRID - 1.0), LANES);
    block_fill(example->package[2], z == GRID ? 0.25 : z / (GRID - 1.0), LANES);
    if (y == GRID)
        memcpy(example->package[1], example->by_issue[EXAMPLE_STATUS_QUO][1],
               sizeof example->package[1]);
    return z == GRID || z == 5;
}

/* The best of the grid. Nash products of different parties cannot be compared: there, of packages
 * that need the same as the one found. */
static inline void terms_grid(struct terms_game *game, enum criterion_word word, const bool *stays,
                              double *best)
{
    double value[LANES];
    block_fill(best, -HUGE_VAL, LANES);
    for (int point = 0; point < GRID_POINTS; point++) {
        bool here = terms_point(game, point);
        terms_criterion(game, word, 1e-9, value);
        for (int lane = 0; lane < LANES; lane++)
            if (stays == NULL || stays[lane] == here)
                best[lane] = value[lane] > best[lane] ? value[lane] : best[lane];
    }
}

#endif
