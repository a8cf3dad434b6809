#include <criterion/criterion.h>

#include "tests/terms_game.h"

extern const struct solver solver_nash, solver_utilitarian, solver_acceptance, solver_agenda_setter,
    solver_menu;

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
        cr_assert(found || grid[lane] == -HUGE_VAL || (word == NASH && features & STAKEHOLDER),
                  "features %d word %d lane %d: none found", features, word, lane);
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
    for (int terms = 1; terms < TERMS; terms += 5)
        terms_check(terms | DEFERRED | (terms % 2 == 0 ? QUADRATIC : 0), word);
}

Test(terms, zone_beats_every_grid_point)
{
    terms_check_all(LEAST);
    terms_check(NARRATIVE, LEAST);
    terms_check(NARRATIVE | HARD_LINE | SOFT_LINE | STAKEHOLDER, LEAST);
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

/* A trace changes nothing but the time, though the front moves, and with it the terms, and issues
 * that wait come to count for more or less. */
static void terms_check_trace(int features)
{
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
            if (round % 4 == 1 && features & DEFERRED)
                example->by_issue[EXAMPLE_SHARE][2][lane] = example_uniform(&state, 0, 1);
        }
        bargain_zone(&example->bargain, warm, NULL, trace);
        bargain_zone(&example->bargain, fresh, NULL, NULL);
        for (int lane = 0; lane < LANES; lane++)
            cr_assert_float_eq(warm[lane], fresh[lane], 2e-9, "round %d lane %d", round, lane);
    }
    free(trace);
    terms_free(game);
}

Test(terms, trace_changes_nothing)
{
    terms_check_trace(HARD_LINE | SOFT_LINE | FRONT | BEYOND);
    terms_check_trace(HARD_LINE | SOFT_LINE | DEFERRED);
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
        cr_assert_float_eq(example->found[lane] ? value[lane] : -2,
                           best[lane] > -HUGE_VAL ? best[lane] : -2, 1e-9);
    terms_free(game);
}

Test(terms, menu_is_the_best_that_is_allowed)
{
    for (int terms = 1; terms < TERMS; terms += 2) {
        terms_check_menu(terms, false);
        terms_check_menu(terms, true);
    }
}
