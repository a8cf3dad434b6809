/* Small games for tests, made by hand: every number is a row of drawn values, the same in all lanes
 * until a test changes it. */
#ifndef TESTS_EXAMPLE_H
#define TESTS_EXAMPLE_H

#include <criterion/criterion.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/solver.h"

enum {
    EXAMPLE_ISSUES = 16,
    EXAMPLE_ACTORS = 4,
    EXAMPLE_LEVELS = 6,
    EXAMPLE_MOST_LEVELS = 10, /* what there is room for */
    EXAMPLE_ROWS = 1024,
    EXAMPLE_BYTES = 1 << 20
};

struct example {
    struct game game;
    struct issue issue[EXAMPLE_ISSUES];
    struct level level[EXAMPLE_ISSUES][EXAMPLE_MOST_LEVELS];
    struct actor actor[EXAMPLE_ACTORS];
    struct position position[EXAMPLE_ACTORS][EXAMPLE_ISSUES];
    struct quantity worth[EXAMPLE_ACTORS][EXAMPLE_ISSUES][EXAMPLE_MOST_LEVELS];
    struct linkage linkage[EXAMPLE_ACTORS][2];
    int consent[EXAMPLE_ACTORS][EXAMPLE_ISSUES];
    int rows;
    _Alignas(64) double values[EXAMPLE_ROWS][LANES];
    _Alignas(64) unsigned char memory[EXAMPLE_BYTES];
    struct utility utility;
    _Alignas(64) double by_actor[8][EXAMPLE_ACTORS][LANES]; /* what bargain's rows point to */
    _Alignas(64) double by_issue[4][EXAMPLE_ISSUES][LANES];
    _Alignas(64) double single[4][LANES];
    _Alignas(64) double package[EXAMPLE_ISSUES][LANES];
    const double *shape[EXAMPLE_ACTORS];
    bool asked[LANES], found[LANES];
    struct bargain bargain;
};

enum example_by_actor {
    EXAMPLE_DISCOUNT,
    EXAMPLE_FALLBACK,
    EXAMPLE_BONUS,
    EXAMPLE_AUDIENCE,
    EXAMPLE_DEMAND,
    EXAMPLE_CLAIM,
    EXAMPLE_DOUBT,
    EXAMPLE_WAR
};
enum example_by_issue { EXAMPLE_LOW, EXAMPLE_HIGH, EXAMPLE_STATUS_QUO, EXAMPLE_SHARE };
enum example_single {
    EXAMPLE_HAZARD,
    EXAMPLE_CREDIBILITY,
    EXAMPLE_GUARANTEES,
    EXAMPLE_VERIFICATION
};

/* A constant quantity. */
static inline struct quantity example_number(struct example *example, double value)
{
    int row = example->rows++;
    block_fill(example->values[row], value, LANES);
    return (struct quantity){ .row = row, .expected = value };
}

/* Issues without levels and belligerents without positions. */
static inline struct example *example_new(int issues, int actors)
{
    struct example *example = aligned_alloc(64, (sizeof *example + 63) / 64 * 64);
    memset(example, 0, sizeof *example);
    const struct quantity none = { .row = -1 };
    for (int k = 0; k < issues; k++)
        example->issue[k] =
            (struct issue){ .name = "issue", .status_quo = none, .level = example->level[k] };
    for (int i = 0; i < actors; i++) {
        example->actor[i] = (struct actor){ .name = "actor",
                                            .role = ROLE_BELLIGERENT,
                                            .side = i == 0 ? SIDE_LOW : SIDE_HIGH,
                                            .position = example->position[i],
                                            .linkage = example->linkage[i],
                                            .power = example_number(example, 1),
                                            .risk_aversion = none,
                                            .consent = { 0, example->consent[i] } };
        for (int k = 0; k < issues; k++)
            example->position[i][k] =
                (struct position){ .values = example->worth[i][k],
                                   .red_line = { .beyond = none, .penalty = none } };
    }
    example->game = (struct game){ .issues = issues,
                                   .actors = actors,
                                   .issue = example->issue,
                                   .actor = example->actor,
                                   .front = -1 };
    return example;
}

static inline void example_level(struct example *example, int issue, double at)
{
    example->level[issue][example->issue[issue].levels++] =
        (struct level){ "level", example_number(example, at) };
}

static inline struct position *example_position(struct example *example, int actor, int issue,
                                                double ideal, double salience, int loss)
{
    struct position *position = &example->position[actor][issue];
    position->present = true;
    position->ideal = example_number(example, ideal);
    position->salience = example_number(example, salience);
    position->loss = loss;
    return position;
}

/* A position whose loss has a shape (models/loss.h). */
static inline struct position *example_smooth(struct example *example, int actor, int issue,
                                              double ideal, double salience, int loss, double shape)
{
    struct position *position = example_position(example, actor, issue, ideal, salience, loss);
    example->game.smooth = true;
    position->exponent = position->elasticity = position->curvature =
        example_number(example, shape);
    return position;
}

static inline void example_line(struct example *example, struct position *position, double beyond,
                                int direction, double penalty)
{
    position->red_line = (struct red_line){ .beyond = example_number(example, beyond),
                                            .hard = penalty < 0,
                                            .penalty = example_number(example, penalty),
                                            .direction = direction };
}

/* Draws utilities and points the bargain at its rows: no hazard, claims and doubts 0, bounds from
 * the red lines, every lane asked. */
static inline struct bargain *example_draw(struct example *example)
{
    struct bargain *bargain = &example->bargain;
    utility_place(&example->utility, &example->game, example->memory);
    utility_draw(&example->utility, example->values[0], LANES);
    utility_bounds(&example->utility, example->by_issue[EXAMPLE_LOW][0],
                   example->by_issue[EXAMPLE_HIGH][0], LANES);
    for (int lane = 0; lane < LANES; lane++)
        example->asked[lane] = true;
    *bargain = (struct bargain){
        .game = &example->game,
        .utility = &example->utility,
        .prospect = { .discount = example->by_actor[EXAMPLE_DISCOUNT][0],
                      .fallback = example->by_actor[EXAMPLE_FALLBACK][0],
                      .bonus = example->by_actor[EXAMPLE_BONUS][0],
                      .audience = example->by_actor[EXAMPLE_AUDIENCE][0],
                      .demand = example->by_actor[EXAMPLE_DEMAND][0],
                      .hazard = example->single[EXAMPLE_HAZARD],
                      .credibility = example->single[EXAMPLE_CREDIBILITY],
                      .guarantees = example->single[EXAMPLE_GUARANTEES],
                      .verification = example->single[EXAMPLE_VERIFICATION] },
        .lanes = LANES,
        .asked = example->asked,
        .low = example->by_issue[EXAMPLE_LOW][0],
        .high = example->by_issue[EXAMPLE_HIGH][0],
        .status_quo = example->by_issue[EXAMPLE_STATUS_QUO][0],
        .claim = example->by_actor[EXAMPLE_CLAIM][0],
        .doubt = example->by_actor[EXAMPLE_DOUBT][0],
        .shape = example->shape,
        .proposer = -1,
        .proposer_fallback = example->by_actor[EXAMPLE_WAR][0],
    };
    return bargain;
}

static inline void example_claim(struct example *example, int actor, double claim)
{
    block_fill(example->by_actor[EXAMPLE_CLAIM][actor], claim, LANES);
}

/* Two belligerents who want opposite ends of every issue, losses linear: u_0 = sum w_0k (1 - x_k),
 * u_1 = sum w_1k x_k. */
static inline struct example *example_pies(int issues, const double *first, const double *second)
{
    struct example *example = example_new(issues, 2);
    for (int k = 0; k < issues; k++) {
        example_position(example, 0, k, 0, first[k], LOSS_LINEAR);
        example_position(example, 1, k, 1, second[k], LOSS_LINEAR);
    }
    example_draw(example);
    return example;
}

/* A reproducible uniform in [low, high]; for drawing random problems only. */
static inline double example_uniform(unsigned *state, double low, double high)
{
    *state = *state * 1664525u + 1013904223u;
    return low + (high - low) * ((*state >> 8) / 16777216.0);
}

/* A position with random numbers, the salience from `least` to 1. (Not as arguments of one call:
 * which of those is drawn first is the compiler's choice.) */
static inline struct position *example_any(struct example *example, unsigned *state, int actor,
                                           int issue, double least, int loss)
{
    double salience = example_uniform(state, least, 1), ideal = example_uniform(state, 0, 1);
    return example_position(example, actor, issue, ideal, salience, loss);
}

/* Belligerents with random positions on discrete issues of `points` levels, from 0 to 1. */
static inline struct example *example_discrete(unsigned seed, int issues, int points, int parties,
                                               double claim)
{
    struct example *example = example_new(issues, parties);
    unsigned state = 77u + seed * 131u;
    for (int k = 0; k < issues; k++) {
        example->issue[k].discrete = true;
        for (int m = 0; m < points; m++)
            example_level(example, k, m / (points - 1.0));
        for (int i = 0; i < parties; i++)
            example_any(example, &state, i, k, 0.1, LOSS_LINEAR);
    }
    example_draw(example);
    for (int i = 0; i < parties; i++)
        example_claim(example, i, claim);
    return example;
}

/* The surplus that a package (in lane 0's numbers, any positions) leaves the least satisfied actor
 * whose consent it needs, by the definitions of models/bargain.h; used to check solvers without
 * them. */
static inline double example_least(struct example *example, int lane)
{
    double least = HUGE_VAL, worth[LANES];
    bool needed[LANES];
    for (int i = 0; i < example->game.actors; i++) {
        bargain_worth(&example->bargain, i, example->package[0], worth);
        bargain_consent(&example->bargain, i, example->package[0], needed);
        double surplus = worth[lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
        if (needed[lane] && surplus < least)
            least = surplus;
    }
    return least;
}

static inline void example_solve(struct example *example, const struct solver *solver,
                                 const void *settings)
{
    solver->solve(settings, example->values[0], &example->bargain, example->package[0],
                  example->found, NULL);
}

/* The settings that a scenario without any would give the solver; the caller frees them. */
static inline void *example_settings(struct example *example, const struct model *about)
{
    unsigned char *settings = calloc(1, about->settings_size + 1);
    for (const struct parameter *line = about->parameters; line && line->name; line++) {
        void *field = settings + line->offset;
        struct quantity none = { .row = -1 };
        if (line->kind == PARAMETER_QUANTITY)
            *(struct quantity *)field =
                isnan(line->initial) ? none : example_number(example, line->initial);
        else if (line->kind == PARAMETER_REAL)
            *(double *)field = line->initial;
        else if (line->kind == PARAMETER_WORD)
            *(int *)field = (int)line->initial;
        else if (line->kind == PARAMETER_FLAG)
            *(bool *)field = line->initial != 0;
        else if (line->kind == PARAMETER_COUNT)
            *(long *)field = (long)line->initial;
        else
            cr_assert_eq(line->kind, PARAMETER_PACKAGES, "a kind that this has no default for");
    }
    return settings;
}

static inline void example_expect(struct example *example, int issue, double position,
                                  double tolerance)
{
    cr_assert(example->found[0]);
    cr_assert_float_eq(example->package[issue][0], position, tolerance,
                       "issue %d: %.12f, expected %.12f", issue, example->package[issue][0],
                       position);
}

static inline void example_power(struct example *example, double first, double second)
{
    block_fill(example->values[example->actor[0].power.row], first, LANES);
    block_fill(example->values[example->actor[1].power.row], second, LANES);
}

static inline void example_doubt(struct example *example, int actor, double sd)
{
    block_fill(example->by_actor[EXAMPLE_DOUBT][actor], sd, LANES);
}

#endif
