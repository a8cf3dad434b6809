#include <criterion/criterion.h>

#include <math.h>
#include <stdlib.h>

#include "models/catalogue.h"

/* A two-actor game on one front issue: first wants 1, second wants 0. */
enum { ROUNDS = 60, ACTORS = 2 };

struct world {
    struct game game;
    struct issue issue;
    struct actor actor[ACTORS];
    struct position position[ACTORS];
    struct utility utility;
    struct outlook outlook;
    double *values, *memory, *rows;
};

static double *rows_new(size_t rows)
{
    double *out = aligned_alloc(64, rows * LANES * sizeof(double));
    for (size_t k = 0; k < rows * LANES; k++)
        out[k] = 0;
    return out;
}

static struct quantity constant(struct world *world, int row, double value)
{
    block_fill(block_row(world->values, (size_t)row), value, LANES);
    return (struct quantity){ .row = row, .expected = value };
}

static void fill(double *rows, size_t count, double value)
{
    for (size_t k = 0; k < count * LANES; k++)
        rows[k] = value;
}

static const struct quantity none = { .row = -1 };

/* Utility by `loss`; drift and volatility of the front, cost, discount, hazards; started at
 * `start`. */
static struct world *world_new(enum loss loss, double start, double drift, double volatility,
                               double collapse)
{
    struct world *world = calloc(1, sizeof *world);
    world->values = rows_new(8);
    world->issue = (struct issue){ .name = "pie", .front = true, .core = true };
    world->issue.status_quo = constant(world, 0, start);
    for (int k = 0; k < ACTORS; k++) {
        world->position[k] = (struct position){ .present = true,
                                                .loss = (int)loss,
                                                .salience = constant(world, 1, 1),
                                                .ideal = constant(world, 2 + k, k == 0 ? 1 : 0),
                                                .red_line = { .beyond = none } };
        world->actor[k] = (struct actor){ .name = k == 0 ? "first" : "second",
                                          .role = ROLE_BELLIGERENT,
                                          .side = k == 0 ? SIDE_HIGH : SIDE_LOW,
                                          .position = &world->position[k],
                                          .risk_aversion = none,
                                          .victory = -1 };
    }
    world->game = (struct game){ .issues = 1,
                                 .actors = ACTORS,
                                 .issue = &world->issue,
                                 .actor = world->actor,
                                 .front = 0,
                                 .leader = { 0, 1, 0 } };
    utility_place(&world->utility, &world->game,
                  rows_new(utility_bytes(&world->game) / (LANES * sizeof(double)) + 1));
    utility_draw(&world->utility, world->values, LANES);
    double *rows = world->rows = rows_new(3 * ROUNDS + 6 * ROUNDS * ACTORS + 40);
    size_t next = 0;
    struct outlook *outlook = &world->outlook;
    *outlook = (struct outlook){
        .utility = &world->utility, .lanes = LANES, .rounds = ROUNDS, .war = &war_front
    };
#define TAKE(field, count, value)                                                                  \
    outlook->field = block_row(rows, next), fill(block_row(rows, next), (count), (value)),         \
    next += (count)
    TAKE(start, 1, start);
    TAKE(status_quo, 1, start);
    TAKE(drift, ROUNDS, drift);
    TAKE(volatility, 1, volatility);
    TAKE(optimism, ACTORS, 0);
    TAKE(cost, ROUNDS * ACTORS, 0.05);
    TAKE(collapse, ROUNDS * ACTORS, collapse);
    TAKE(fade, 1, 0);
    TAKE(discount, ACTORS, 0.95);
    TAKE(victory, 3 * ACTORS, 0);
    fill(block_row(rows, next - 3 * ACTORS + SIDE_HIGH * ACTORS), 1, 1);
    fill(block_row(rows, next - 3 * ACTORS + SIDE_LOW * ACTORS + 1), 1, 1);
    world->memory = rows_new(continuation_war.size(outlook) / LANES);
    continuation_war.solve(NULL, world->values, outlook, world->memory);
    return world;
}

/* The same with a smooth loss: its shape is drawn, and the recursion solved anew. */
static struct world *world_smooth(enum loss loss, double shape, double start, double volatility)
{
    struct world *world = world_new(LOSS_LINEAR, start, 0, volatility, 0);
    world->game.smooth = true;
    for (int k = 0; k < ACTORS; k++) {
        world->position[k].loss = (int)loss;
        world->position[k].exponent = world->position[k].elasticity = world->position[k].curvature =
            constant(world, 4, shape);
    }
    utility_draw(&world->utility, world->values, LANES);
    continuation_war.solve(NULL, world->values, &world->outlook, world->memory);
    return world;
}

static void world_free(struct world *world)
{
    free(world->utility.weight);
    free(world->values);
    free(world->memory);
    free(world->rows);
    free(world);
}

static double read(struct world *world, int actor, int round, double at)
{
    double front[LANES], value[LANES];
    block_fill(front, at, LANES);
    continuation_war.read(&world->outlook, world->memory, actor, round, front, value);
    return value[0];
}

/* The ends of the axis are hundreds of thousands to one away in the closed forms below: they move W
 * by less than this. */
static const double far = 1e-6;

Test(continuation_war, linear_front_closed_form)
{
    /* No boundary in reach: W = x + mu d / (1 - d) - c, plus what the frozen end cuts off: the mean
     * move stops after 60 rounds, mu d^60 (sum over s > 60 of d^(s-60)) = mu d^61 / (1 - d). */
    struct world *world = world_new(LOSS_LINEAR, 0.4, 0.002, 0.01, 0);
    double d = 0.95, mu = 0.002;
    double moved = mu * d / (1 - d) * (1 - pow(d, ROUNDS));
    cr_expect_float_eq(read(world, 0, 0, 0.4), 0.4 + moved - 0.05, far);
    cr_expect_float_eq(read(world, 1, 0, 0.4), 0.6 - moved - 0.05, far);
    double later = mu * d / (1 - d) * (1 - pow(d, ROUNDS - 20));
    cr_expect_float_eq(read(world, 0, 20, 0.47), 0.47 + later - 0.05, far, "off the centre, later");
    world_free(world);
}

Test(continuation_war, quadratic_front_closed_form)
{
    /* E (1 - x_s)^2 = (1 - x - mu s)^2 + sigma^2 s, weighted (1 - d) d^s; frozen after 60 rounds.
     */
    struct world *world = world_new(LOSS_QUADRATIC, 0.4, 0.002, 0.01, 0);
    double d = 0.95, expected = 0;
    for (int s = 0; s < 2000; s++) {
        double moved = s < ROUNDS ? s : ROUNDS, away = 1 - 0.4 - 0.002 * moved;
        expected += (1 - d) * pow(d, s) * (1 - away * away - 0.0001 * moved - 0.05);
    }
    cr_expect_float_eq(read(world, 0, 0, 0.4), expected, far);
    world_free(world);
}

/* E u(x_s) by 4,001 points of the normal distribution with variance sigma^2 s, weighted (1 - d)
 * d^s; frozen after 60 rounds. The lattice is exact for quadratics and good to its spacing's fourth
 * power beyond. */
Test(continuation_war, smooth_fronts_by_quadrature)
{
    const struct {
        enum loss loss;
        double shape;
    } cases[] = { { LOSS_CRRA, 0.5 }, { LOSS_CARA, 3 }, { LOSS_POWER, 3 }, { LOSS_POWER, 2 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        const double at = 0.5, sigma = 0.01, d = 0.95;
        struct world *world = world_smooth(cases[k].loss, cases[k].shape, at, sigma);
        double expected = 0;
        for (int s = 0; s <= ROUNDS; s++) {
            double mean = 0, total = 0;
            for (int j = -2000; j <= 2000; j++) {
                double z = j / 400.0, weight = exp(-0.5 * z * z), x = at + sigma * sqrt(s) * z;
                total += weight;
                mean += weight * loss_worth((int)cases[k].loss, cases[k].shape, 1, x);
            }
            double share = s < ROUNDS ? (1 - d) * pow(d, s) : pow(d, s);
            expected += share * (mean / total - 0.05);
        }
        cr_expect_float_eq(read(world, 0, 0, at), expected, 1e-4, "%zu: %.9f %.9f", k,
                           read(world, 0, 0, at), expected);
        world_free(world);
    }
}

Test(continuation_war, collapse_closed_form)
{
    /* Each side collapses with hazard k: a standing front pays x - c while the war lasts, prizes 1
     * or 0 after: W = [(1-d)(x - c) + d k] / (1 - d (1 - 2k)). */
    struct world *world = world_new(LOSS_LINEAR, 0.4, 0, 0, 0.01);
    double d = 0.95, k = 0.01;
    cr_expect_float_eq(read(world, 0, 0, 0.4), ((1 - d) * 0.35 + d * k) / (1 - d * (1 - 2 * k)),
                       1e-12);
    world_free(world);
}

/* W for a front absorbed at both ends, by convolution on a fine grid of 2,001 fronts, with
 * 61 points of the normal step. */
static double convolution(double start, double drift, double volatility)
{
    enum { GRID = 2001, STEPS = 61 };
    static double now[GRID], next[GRID];
    double d = 0.95, weight[STEPS], total = 0;
    for (int j = 0; j < STEPS; j++)
        total += weight[j] = exp(-0.5 * (j - 30) * (j - 30) / 36.0);
    for (int k = 0; k < GRID; k++)
        next[k] = k / (double)(GRID - 1) - 0.05;
    next[0] = 0, next[GRID - 1] = 1;
    for (int round = ROUNDS - 1; round >= 0; round--) {
        for (int k = 0; k < GRID; k++) {
            double x = k / (double)(GRID - 1), mean = 0;
            for (int j = 0; j < STEPS; j++) {
                double to = (x + drift + volatility * (j - 30) / 6.0) * (GRID - 1);
                int cell = (int)to;
                double value = to <= 0 ? 0
                               : to >= GRID - 1
                                   ? 1
                                   : next[cell] + (to - cell) * (next[cell + 1] - next[cell]);
                mean += weight[j] / total * value;
            }
            now[k] = (1 - d) * (x - 0.05) + d * mean;
        }
        for (int k = 1; k < GRID - 1; k++)
            next[k] = now[k];
    }
    return next[(int)(start * (GRID - 1) + 0.5)];
}

Test(continuation_war, absorption_against_convolution)
{
    const double cases[][3] = {
        { 0.9, 0.004, 0.03 }, { 0.8, 0, 0.05 }, { 0.5, 0.01, 0.04 }, { 0.1, -0.002, 0.03 }
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct world *world = world_new(LOSS_LINEAR, cases[k][0], cases[k][1], cases[k][2], 0);
        double expected = convolution(cases[k][0], cases[k][1], cases[k][2]);
        double got = read(world, 0, 0, cases[k][0]);
        cr_expect(fabs(got - expected) < 0.001, "case %zu: W %.5f, convolution %.5f", k, got,
                  expected);
        world_free(world);
    }
}

/* The same front thrown back at the ends, by convolution: the step beyond an end is mirrored. */
static double mirrored(double start, double drift, double volatility)
{
    enum { GRID = 2001, STEPS = 121 };
    static double now[GRID], next[GRID];
    double d = 0.95, weight[STEPS], total = 0;
    for (int j = 0; j < STEPS; j++)
        total += weight[j] = exp(-0.5 * (j - 60) * (j - 60) / 144.0);
    for (int k = 0; k < GRID; k++)
        next[k] = k / (double)(GRID - 1) - 0.05;
    for (int round = ROUNDS - 1; round >= 0; round--) {
        for (int k = 0; k < GRID; k++) {
            double x = k / (double)(GRID - 1), mean = 0;
            for (int j = 0; j < STEPS; j++) {
                double to = x + drift + volatility * (j - 60) / 12.0;
                to = to < 0 ? -to : to > 1 ? 2 - to : to;
                int cell = (int)(to * (GRID - 1));
                double over = to * (GRID - 1) - cell;
                mean += weight[j] / total *
                        (next[cell] + over * (next[cell + (cell < GRID - 1)] - next[cell]));
            }
            now[k] = (1 - d) * (x - 0.05) + d * mean;
        }
        for (int k = 0; k < GRID; k++)
            next[k] = now[k];
    }
    return next[(int)(start * (GRID - 1) + 0.5)];
}

Test(continuation_war, reflection_against_convolution)
{
    const double cases[][3] = {
        { 0.9, 0, 0.1 }, { 0.9, 0, 0.03 }, { 0.5, 0.02, 0.05 }, { 0.5, 0, 0.2 }
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct world *world = world_new(LOSS_LINEAR, cases[k][0], cases[k][1], cases[k][2], 0);
        world->outlook.boundary = BOUNDARY_REFLECT;
        continuation_war.solve(NULL, world->values, &world->outlook, world->memory);
        double expected = mirrored(cases[k][0], cases[k][1], cases[k][2]);
        double got = read(world, 0, 0, cases[k][0]);
        cr_expect(fabs(got - expected) < 0.003, "case %zu: W %.5f, convolution %.5f", k, got,
                  expected);
        world_free(world);
    }
}

/* A point a round, and a unit of drift a round, from a round on: sums of discounted rounds; what
 * drift moves counts from the next round on, and ends with the recursion. */
Test(continuation_war, weights_closed_form)
{
    struct world *world = world_new(LOSS_LINEAR, 0.5, 0, 0.01, 0.01);
    double d = 0.95, stay = 0.98, annuity[LANES], reach[LANES], point = 0, drift = 0;
    continuation_war.weigh(&world->outlook, world->memory, 0, 10, annuity, reach);
    for (int s = 0; s < 2000; s++)
        point += (1 - d) * pow(d * stay, s);
    for (int s = 1; s <= ROUNDS - 10; s++)
        drift += pow(d * stay, s);
    cr_expect_float_eq(annuity[5], point, 1e-12);
    cr_expect_float_eq(reach[5], drift, 1e-12);
    world_free(world);
}

Test(continuation_war, a_front_past_a_red_line_leaves_it_finite)
{
    struct world *world = world_new(LOSS_LINEAR, 0.98, 0.01, 0.01, 0.001);
    for (int round = 0; round < ROUNDS; round++)
        for (double at = 0; at <= 1; at += 0.05)
            cr_expect(isfinite(read(world, 1, round, at)));
    world_free(world);
}
