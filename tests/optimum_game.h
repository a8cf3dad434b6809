/* Random games for tests of the zone and of the search behind the solvers, and what they find. */
#ifndef TESTS_OPTIMUM_GAME_H
#define TESTS_OPTIMUM_GAME_H

#include "models/optimum.h"
#include "models/special.h"
#include "tests/example.h"

enum game_feature {
    GAME_QUADRATIC = 1,
    GAME_LINES = 2,
    GAME_HAZARD = 4,
    GAME_STAKEHOLDER = 8,
    GAME_RISK = 16,
    GAME_AUDIENCE = 32,
    GAME_CONCAVE = 64, /* all of the above */
    GAME_DISCRETE = 64,
    GAME_LINKED = 128,
    GAME_TABLE = 256,
    GAME_SEEKING = 512,
    GAME_FEATURES = 1024, /* all of the above */
    GAME_SMOOTH = 1024,   /* power, CRRA and CARA losses, and linear ones */
    GAME_DEFERRED = 2048, /* all issues but the second wait for a later text, and count in part */
    GAME_HARD = 4096,     /* each has a hard red line */
    GAME_ALL = 8192
};

enum { GAME_ISSUES = 3, GAME_POINTS = 16 };

/* What can be made largest. */
enum game_measure {
    MEASURE_EGALITARIAN,
    MEASURE_FIRST, /* the best for the first party, the others at their claims */
    MEASURE_UTILITARIAN,
    MEASURE_GUARDED, /* the same with everybody at its claim or above */
    MEASURE_NASH,
    MEASURE_CHANCE, /* sum of log chances */
    MEASURES
};

/* A loss and, lane by lane, its shape. */
static inline void game_shape(struct example *example, struct position *position, unsigned *state)
{
    const int loss[] = { LOSS_POWER, LOSS_CRRA, LOSS_CARA, LOSS_LINEAR };
    position->loss = loss[(*state >> 16) % 4];
    example->game.smooth = example->game.smooth || loss_is_smooth(position->loss);
    position->exponent = position->elasticity = position->curvature = example_number(example, 0);
    for (int lane = 0; lane < LANES; lane++)
        example->values[position->exponent.row][lane] = position->loss == LOSS_CRRA
                                                            ? example_uniform(state, 0.3, 1)
                                                            : example_uniform(state, 1, 5);
}

/* A table, lane by lane. */
static inline void game_table(struct example *example, struct quantity *worth, unsigned *state)
{
    for (int m = 0; m < 4; m++) {
        worth[m] = example_number(example, 0);
        for (int lane = 0; lane < LANES; lane++)
            example->values[worth[m].row][lane] = example_uniform(state, 0, 1);
    }
}

static inline void game_position_of(struct example *example, int actor, int issue, int features,
                                    unsigned *state)
{
    int loss = features & GAME_TABLE && issue == 2       ? LOSS_TABLE
               : features & GAME_QUADRATIC && issue != 1 ? LOSS_QUADRATIC
                                                         : LOSS_LINEAR;
    struct position *position = example_position(example, actor, issue, 0, 1, loss);
    if (loss == LOSS_TABLE)
        game_table(example, example->worth[actor][issue], state);
    for (int lane = 0; lane < LANES; lane++) {
        example->values[position->ideal.row][lane] = example_uniform(state, 0, 1);
        example->values[position->salience.row][lane] = example_uniform(state, 0.1, 1);
    }
    if (features & GAME_SMOOTH && loss == LOSS_LINEAR)
        game_shape(example, position, state);
    if (features & GAME_LINES && issue != actor)
        example_line(example, position, 0.5, issue < 2 ? 1 : -1, 0.3);
    if (features & GAME_HARD && issue == actor)
        example_line(example, position, 0.8 - 0.5 * (issue == 1), issue == 1 ? -1 : 1, -1);
}

static inline void game_defer(struct example *example, unsigned *state)
{
    example->issue[1].core = true;
    example->bargain.share = example->by_issue[EXAMPLE_SHARE][0];
    for (int lane = 0; lane < LANES; lane++) {
        example->by_issue[EXAMPLE_SHARE][0][lane] = example_uniform(state, 0, 1);
        example->by_issue[EXAMPLE_SHARE][1][lane] = NAN;
        example->by_issue[EXAMPLE_SHARE][2][lane] = example_uniform(state, 0, 1);
    }
}

static inline void game_numbers(struct example *example, int features, unsigned *state)
{
    for (int i = 0; i < example->game.actors; i++)
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.95;
            example->by_actor[EXAMPLE_FALLBACK][i][lane] = 0.3;
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(state, 0.2, 0.7);
            example->by_actor[EXAMPLE_AUDIENCE][i][lane] = features & GAME_AUDIENCE ? 0.3 : 0;
            example->by_actor[EXAMPLE_DEMAND][i][lane] = example_uniform(state, 0.4, 0.8);
            example->by_actor[EXAMPLE_BONUS][i][lane] = features & GAME_HAZARD ? 0.05 + 0.1 * i : 0;
        }
    block_fill(example->single[EXAMPLE_HAZARD], features & GAME_HAZARD ? 0.1 : 0, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    for (int k = 0; k < GAME_ISSUES; k++)
        block_fill(example->by_issue[EXAMPLE_STATUS_QUO][k], 0.125 + 0.25 * k, LANES);
    if (features & GAME_DEFERRED)
        game_defer(example, state);
}

/* Three issues on which two or three parties differ; each lane has numbers of its own. */
static inline struct example *game_random(unsigned seed, int features)
{
    unsigned state = seed * 2654435761u + 12345u;
    int actors = features & GAME_STAKEHOLDER ? 3 : 2;
    struct example *example = example_new(GAME_ISSUES, actors);
    for (int k = 0; k < GAME_ISSUES; k++)
        for (int m = 0; m < 4; m++)
            example_level(example, k, m / 4.0 + 0.125);
    for (int i = 0; i < actors; i++) {
        for (int k = 0; k < GAME_ISSUES; k++)
            game_position_of(example, i, k, features, &state);
        double risk = features & GAME_RISK ? 2 : 0;
        example->actor[i].risk_aversion =
            example_number(example, features & GAME_SEEKING && i == 1 ? -1.5 : risk);
    }
    example->issue[0].guarantees = features & GAME_HAZARD;
    example->issue[1].discrete = features & GAME_DISCRETE;
    if (features & GAME_LINKED) {
        example->actor[1].linkages = 1;
        example->linkage[1][0] = (struct linkage){ { 1, 2 }, example_number(example, 0.4) };
    }
    if (features & GAME_STAKEHOLDER) {
        example->actor[2].role = ROLE_STAKEHOLDER;
        example->consent[2][0] = 2;
        example->actor[2].consent.count = 1;
    }
    example_draw(example);
    game_numbers(example, features, &state);
    return example;
}

static inline double game_weight(int party)
{
    return 1 + 0.3 * party;
}

static inline double game_measure(int measure, int party, double surplus)
{
    if (measure == MEASURE_CHANCE)
        return special_normal_log_cdf(surplus / (0.05 + 0.03 * party));
    if (measure != MEASURE_NASH)
        return game_weight(party) * surplus;
    return surplus > 1e-12 ? game_weight(party) * special_log(surplus)
                           : game_weight(party) * (special_log(1e-12) + surplus / 1e-12 - 1);
}

static inline double game_value(const struct criterion *criterion, const struct branch *branch,
                                int party, double worth)
{
    int measure = *(const int *)criterion->about;
    return branch->needed[party] ? game_measure(measure, party, worth - branch->claim[party]) : 0;
}

static inline double game_slope(const struct criterion *criterion, const struct branch *branch,
                                int party, double worth)
{
    int measure = *(const int *)criterion->about;
    double surplus = worth - branch->claim[party], sd = 0.05 + 0.03 * party;
    if (!branch->needed[party])
        return 0;
    if (measure == MEASURE_CHANCE)
        return special_normal_ratio(surplus / sd) / sd;
    if (measure != MEASURE_NASH)
        return game_weight(party);
    return game_weight(party) / (surplus > 1e-12 ? surplus : 1e-12);
}

/* A zone of one lane in memory of its own. */
struct game_zone {
    struct zone zone;
    double *memory;
};

static inline struct game_zone *game_open(struct example *example, int lane)
{
    struct game_zone *opened = malloc(sizeof *opened);
    opened->memory = calloc(zone_size(&example->game, example->game.actors), sizeof(double));
    zone_open(&opened->zone, &example->bargain, lane, -1, opened->memory);
    return opened;
}

static inline void game_close(struct game_zone *opened)
{
    free(opened->memory);
    free(opened);
}

static inline void game_find(struct zone *zone, int measure, struct optimum *optimum)
{
    static const double equal[FRONTIER_PARTIES] = { 1, 1, 1, 1 }, first[FRONTIER_PARTIES] = { 1 };
    struct criterion criterion = { game_value, game_slope, &measure };
    struct objective objective = { .criterion = &criterion };
    bool guarded = measure != MEASURE_UTILITARIAN && measure != MEASURE_CHANCE;
    if (measure <= MEASURE_FIRST)
        objective.share = measure == MEASURE_FIRST ? first : equal;
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        objective.floor[i] =
            guarded && i < zone->frontier.parties ? zone->branch.claim[i] : -HUGE_VAL;
    optimum_find(zone, &objective, optimum);
}

/* The same of a package by the definitions: surpluses of those whose consent is needed. */
static inline double game_score(int measure, int parties, const double *surplus, const bool *needed)
{
    double least = HUGE_VAL, others = HUGE_VAL, sum = 0;
    for (int i = 0; i < parties; i++) {
        if (!needed[i])
            continue;
        least = fmin(least, surplus[i]);
        others = i > 0 ? fmin(others, surplus[i]) : others;
        sum += measure > MEASURE_FIRST ? game_measure(measure, i, surplus[i]) : 0;
    }
    if (measure == MEASURE_EGALITARIAN)
        return least;
    if (measure == MEASURE_FIRST)
        return others >= -1e-11 ? surplus[0] : -HUGE_VAL;
    bool guarded = measure == MEASURE_GUARDED || measure == MEASURE_NASH;
    return guarded && least < -1e-11 ? -HUGE_VAL : sum;
}

/* score[measure][lane] of what is in example->package, for the first `measures` and the bargain's
 * lanes. */
static inline void game_scores(struct example *example, int measures, double (*score)[LANES])
{
    double worth[EXAMPLE_ACTORS][LANES];
    bool needed[EXAMPLE_ACTORS][LANES];
    int actors = example->game.actors;
    for (int i = 0; i < actors; i++) {
        bargain_worth(&example->bargain, i, example->package[0], worth[i]);
        bargain_consent(&example->bargain, i, example->package[0], needed[i]);
    }
    for (int lane = 0; lane < example->bargain.lanes; lane++) {
        double surplus[EXAMPLE_ACTORS];
        bool asked[EXAMPLE_ACTORS];
        for (int i = 0; i < actors; i++) {
            surplus[i] = worth[i][lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
            asked[i] = needed[i][lane];
        }
        for (int measure = 0; measure < measures; measure++)
            score[measure][lane] = game_score(measure, actors, surplus, asked);
    }
}

/* Only its levels can be agreed. */
static inline bool game_whole(const struct example *example, int issue)
{
    return example->issue[issue].discrete || example->issue[issue].guarantees;
}

/* Position number `point` of an issue: of the grid, or of its levels, and the status quo. */
static inline double game_position(const struct example *example, int issue, int point)
{
    if (point == GAME_POINTS)
        return example->by_issue[EXAMPLE_STATUS_QUO][issue][0];
    return game_whole(example, issue) ? point % 4 / 4.0 + 0.125 : point / (GAME_POINTS - 1.0);
}

/* No position is past a hard red line. */
static inline bool game_admits(const struct example *example, const double *at)
{
    for (int i = 0; i < example->game.actors; i++)
        for (int k = 0; k < GAME_ISSUES; k++) {
            const struct red_line *line = &example->position[i][k].red_line;
            if (line->hard && line->direction * (at[k] - line->beyond.expected) > 1e-12)
                return false;
        }
    return true;
}

/* The best of a grid, for each of the first `measures` and every lane; packages past a hard red
 * line do not count. */
static inline void game_grid(struct example *example, int measures, double (*best)[LANES])
{
    const int points = GAME_POINTS + 1;
    for (int measure = 0; measure < measures; measure++)
        block_fill(best[measure], -HUGE_VAL, LANES);
    for (int point = 0; point < points * points * points; point++) {
        double score[MEASURES][LANES], at[GAME_ISSUES];
        for (int k = 0, rest = point; k < GAME_ISSUES; k++, rest /= points) {
            at[k] = game_position(example, k, rest % points);
            block_fill(example->package[k], at[k], LANES);
        }
        if (!game_admits(example, at))
            continue;
        game_scores(example, measures, score);
        for (int measure = 0; measure < measures; measure++)
            for (int lane = 0; lane < example->bargain.lanes; lane++)
                best[measure][lane] = fmax(best[measure][lane], score[measure][lane]);
    }
}

#endif
