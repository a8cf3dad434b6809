#include <criterion/criterion.h>

#include "models/belief.h"
#include "models/special.h"
#include "models/terms.h"
#include "tests/example.h"

extern const struct solver solver_nash, solver_utilitarian, solver_acceptance, solver_agenda_setter,
    solver_menu;

/* Which terms a game has. */
enum {
    HARD_LINE = 1,   /* the first keeps issue 2 below .35 unless issue 0 >= .7 and issue 1 <= .6 */
    SOFT_LINE = 2,   /* the second pays for issue 1 below .4 unless issue 2 >= .5 */
    SYMMETRY = 4,    /* issue 1 above .5 only with issue 0 >= .4 */
    FORBIDDEN = 8,   /* never issue 2 above .8 and issue 1 below .2 */
    FRONT = 16,      /* issue 1 never below the front */
    BEYOND = 32,     /* issue 1 above the front only with issue 2 <= .6 */
    STAKEHOLDER = 64, /* a third, whose consent issue 2 needs */
    QUADRATIC = 128,
    TERMS = 64,
    FEATURES = 256
};

struct terms_game {
    struct example *example;
    int features;
    struct bound bound[10];
    struct clause clause[8];
    struct rule rule[4];
};

static struct bound terms_bound(struct terms_game *game, int issue, double low, double high)
{
    const struct quantity none = { .row = -1 };
    return (struct bound){ .issue = issue,
                           .low = low < 0 ? none : example_number(game->example, low),
                           .high = high < 0 ? none : example_number(game->example, high),
                           .number = game->example->game.bounds++ };
}

static void terms_lines(struct terms_game *game)
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

static void terms_rules(struct terms_game *game)
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

static void terms_numbers(struct example *example, unsigned *state)
{
    for (int i = 0; i < example->game.actors; i++)
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.95;
            example->by_actor[EXAMPLE_FALLBACK][i][lane] = 0.3;
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(state, 0.1, 0.6);
            example->by_actor[EXAMPLE_DOUBT][i][lane] = example_uniform(state, 0.03, 0.2);
        }
    block_fill(example->single[EXAMPLE_HAZARD], 0.1, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    block_fill(example->by_issue[EXAMPLE_STATUS_QUO][0], 0.1, LANES);
    block_fill(example->by_issue[EXAMPLE_STATUS_QUO][2], 0.25, LANES);
    for (int lane = 0; lane < LANES; lane++)
        example->by_issue[EXAMPLE_STATUS_QUO][1][lane] = example_uniform(state, 0.2, 0.7);
}

/* Three issues, of which the first is inside the hazard of violation, with terms between them; each
 * lane has numbers of its own. */
static struct terms_game *terms_game(unsigned seed, int features)
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
    return game;
}

static void terms_free(struct terms_game *game)
{
    free(game->example);
    free(game);
}

/* The terms once more, in plain words, without the code under test; `slack` forgives rounding. */
static bool terms_admit(const struct terms_game *game, int lane, double slack)
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
static void terms_worth(const struct terms_game *game, int actor, double *worth)
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

static double terms_add(enum criterion_word word, double value, double surplus, double worth,
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
        return actor > 0      ? value + belief_log(belief, worth)
               : surplus > 0 ? value + special_log(surplus)
                             : -HUGE_VAL;
    }
}

/* The criterion at the example's package, lane by lane; -HUGE_VAL where it breaks the terms. */
static void terms_criterion(const struct terms_game *game, enum criterion_word word, double slack,
                            double *out)
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

enum { GRID = 21 };

/* The best of a grid that has every end of the terms, the front and the status quo. Nash products of
 * different parties cannot be compared: there, of packages that need the same as the one found. */
static void terms_grid(struct terms_game *game, enum criterion_word word, const bool *stays,
                       double *best)
{
    struct example *example = game->example;
    double value[LANES];
    block_fill(best, -HUGE_VAL, LANES);
    for (int point = 0; point < 4 * (GRID + 1) * (GRID + 1); point++) {
        int y = point / 4 % (GRID + 1), z = point / 4 / (GRID + 1);
        block_fill(example->package[0], 0.1 + 0.3 * (point % 4), LANES);
        block_fill(example->package[1], y / (GRID - 1.0), LANES);
        block_fill(example->package[2], z == GRID ? 0.25 : z / (GRID - 1.0), LANES);
        if (y == GRID)
            memcpy(example->package[1], example->by_issue[EXAMPLE_STATUS_QUO][1],
                   sizeof example->package[1]);
        terms_criterion(game, word, 1e-9, value);
        for (int lane = 0; lane < LANES; lane++)
            if (stays == NULL || stays[lane] == (z == GRID || z == 5))
                best[lane] = value[lane] > best[lane] ? value[lane] : best[lane];
    }
}

struct acceptance_only {
    struct quantity weight;
};

static void terms_find(struct terms_game *game, enum criterion_word word)
{
    static const struct acceptance_only neutral = { { .row = -1 } };
    static const struct solver *const solver[] = { [NASH] = &solver_nash,
                                                   [UTILITARIAN] = &solver_utilitarian,
                                                   [ACCEPTANCE] = &solver_acceptance,
                                                   [AGENDA_SETTER] = &solver_agenda_setter };
    struct example *example = game->example;
    double width[LANES];
    example->bargain.proposer = word == AGENDA_SETTER ? 0 : -1;
    if (word != LEAST)
        example_solve(example, solver[word], &neutral);
    else
        bargain_zone(&example->bargain, width, example->package[0], NULL);
    for (int lane = 0; lane < LANES && word == LEAST; lane++)
        example->found[lane] = width[lane] > -1;
}

/* Nothing on the grid beats what is found, what is found keeps to the terms, and is worth what the
 * definitions say. */
static void terms_check(int features, enum criterion_word word)
{
    struct terms_game *game = terms_game(17 + (unsigned)features, features);
    double grid[LANES], value[LANES];
    bool stays[LANES];
    terms_find(game, word);
    terms_criterion(game, word, 1e-7, value);
    for (int lane = 0; lane < LANES; lane++)
        stays[lane] = game->example->package[2][lane] == 0.25;
    terms_grid(game, word, word == NASH && features & STAKEHOLDER ? stays : NULL, grid);
    for (int lane = 0; lane < LANES; lane++) {
        bool found = game->example->found[lane];
        cr_assert(found || grid[lane] == -HUGE_VAL || (word == NASH && features & STAKEHOLDER), "features %d word %d lane %d: none found",
                  features, word, lane);
        cr_assert(!found || value[lane] > -HUGE_VAL, "features %d word %d lane %d: not allowed",
                  features, word, lane);
        cr_assert(!found || value[lane] >= grid[lane] - 1e-6,
                  "features %d word %d lane %d: %g below the grid's %g", features, word, lane,
                  value[lane], grid[lane]);
        if (word == LEAST)
            cr_assert(value[lane] <= grid[lane] + 0.05, "lane %d: %g far above %g", lane,
                      value[lane], grid[lane]);
    }
    terms_free(game);
}

static void terms_check_all(enum criterion_word word)
{
    for (int terms = 1; terms < TERMS; terms += 2 + (terms & 4))
        terms_check(terms | (terms % 3 == 0 ? STAKEHOLDER : 0) | (terms % 5 == 0 ? QUADRATIC : 0),
                    word);
    for (int term = 1; term < TERMS; term *= 2)
        terms_check(term, word);
}

Test(terms, zone_beats_every_grid_point)
{
    terms_check_all(LEAST);
}

Test(terms, nash_beats_every_grid_point)
{
    terms_check_all(NASH);
}

Test(terms, utilitarian_beats_every_grid_point)
{
    terms_check_all(UTILITARIAN);
}

Test(terms, acceptance_beats_every_grid_point)
{
    terms_check_all(ACCEPTANCE);
}

Test(terms, agenda_setter_beats_every_grid_point)
{
    terms_check_all(AGENDA_SETTER);
}

/* A trace changes nothing but the time, though the front moves, and with it the terms. */
Test(terms, trace_changes_nothing)
{
    const int features = HARD_LINE | SOFT_LINE | FRONT | BEYOND;
    struct terms_game *game = terms_game(5, features);
    struct example *example = game->example;
    double *trace = calloc(bargain_zone_rows(&example->game) * LANES, sizeof *trace);
    double warm[LANES], fresh[LANES];
    unsigned state = 9;
    for (int round = 0; round < 20; round++) {
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_CLAIM][round % 2][lane] +=
                example_uniform(&state, -0.05, 0.05);
            if (round % 3 == 0)
                example->by_issue[EXAMPLE_STATUS_QUO][1][lane] = example_uniform(&state, 0, 1);
        }
        bargain_zone(&example->bargain, warm, NULL, trace);
        bargain_zone(&example->bargain, fresh, NULL, NULL);
        for (int lane = 0; lane < LANES; lane++)
            cr_assert_float_eq(warm[lane], fresh[lane], 2e-9, "round %d lane %d", round, lane);
    }
    free(trace);
    terms_free(game);
}

struct menu_only {
    struct selection menu;
    int criterion;
    bool insist;
};

enum { MENU_UTILITARIAN = 2, PACKAGES = 40 };

/* The best of a list that the terms admit, by going through it; who insists may pass the line, but
 * breaks no rule. */
static void terms_check_menu(int features, bool insist)
{
    struct terms_game *game = terms_game(23 + (unsigned)features, features);
    struct example *example = game->example;
    static struct package package[PACKAGES];
    static struct quantity at[PACKAGES][3];
    const struct menu_only settings = { .criterion = MENU_UTILITARIAN, .insist = insist };
    double best[LANES], value[LANES];
    unsigned state = 3;
    block_fill(best, -HUGE_VAL, LANES);
    for (int m = 0; m < PACKAGES; m++) {
        package[m] = (struct package){ .at = at[m] };
        for (int k = 0; k < 3; k++)
            at[m][k] = example_number(example, example_uniform(&state, 0, 1));
        for (int k = 0; k < 3; k++)
            block_fill(example->package[k], example->values[at[m][k].row][0], LANES);
        game->features = insist ? features & ~HARD_LINE : features;
        terms_criterion(game, UTILITARIAN, 1e-9, value);
        for (int lane = 0; lane < LANES; lane++)
            best[lane] = value[lane] > best[lane] ? value[lane] : best[lane];
    }
    example->game.packages = PACKAGES;
    example->game.package = package;
    example_solve(example, &solver_menu, &settings);
    terms_criterion(game, UTILITARIAN, 1e-9, value);
    for (int lane = 0; lane < LANES; lane++)
        cr_assert_float_eq(example->found[lane] ? value[lane] : -2, best[lane] > -HUGE_VAL ? best[lane] : -2, 1e-9);
    terms_free(game);
}

Test(terms, menu_is_the_best_that_is_allowed)
{
    for (int terms = 1; terms < TERMS; terms += 2) {
        terms_check_menu(terms, false);
        terms_check_menu(terms, true);
    }
}
