/* A small scenario made by hand, and trials whose every figure is a function of their number: what
 * the tests of summaries, results and reports count. */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/history.h"
#include "models/catalogue.h"

enum { SAMPLE_HORIZON = 4, SAMPLE_ISSUES = 2, SAMPLE_ACTORS = 3 };

/* Two belligerents and a neutral mediator, territory with three levels and neutrality with none. */
static inline struct scenario sample_scenario(long trials)
{
    static struct level levels[] = {
        { .name = "line", .at = { .expected = 0.5 } },
        { .name = "all", .at = { .expected = 1.0 } },
        { .name = "borders", .at = { .expected = 0.0 } },
    };
    static struct issue issues[SAMPLE_ISSUES] = {
        { .name = "territory", .levels = 3, .level = levels },
        { .name = "neutrality" },
    };
    static struct actor actors[SAMPLE_ACTORS] = {
        { .name = "north", .role = ROLE_BELLIGERENT, .side = SIDE_LOW },
        { .name = "south", .role = ROLE_BELLIGERENT, .side = SIDE_HIGH },
        { .name = "broker", .role = ROLE_MEDIATOR, .neutral = true },
    };
    static char file[] = "sample.cfg";
    return (struct scenario){
        .file = file,
        .name = "sample",
        .title = "A sample",
        .sha256 = "0123",
        .run = { .trials = trials,
                 .seed = 7,
                 .horizon = SAMPLE_HORIZON,
                 .round = "month",
                 .design = { .model = catalogue_find("design", "mc") } },
        .game = { .issues = SAMPLE_ISSUES,
                  .actors = SAMPLE_ACTORS,
                  .issue = issues,
                  .actor = actors,
                  .front = -1,
                  .leader = { -1, 0, 1 } },
    };
}

/* SplitMix64's finaliser (Steele, Lea, Flood 2014): a number to take everything from. */
static inline uint64_t sample_hash(uint64_t trial)
{
    uint64_t hash = (trial + 1) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

static inline int sample_detail(uint64_t trial)
{
    static const int details[10] = {
        DETAIL_COMPREHENSIVE, DETAIL_COMPREHENSIVE, DETAIL_FRAMEWORK, DETAIL_CEASEFIRE,
        DETAIL_DE_FACTO,      DETAIL_FIGHTING,      DETAIL_FIGHTING,  DETAIL_RELAPSED,
        DETAIL_VICTORY,       DETAIL_VICTORY + 1,
    };
    return details[sample_hash(trial) % 10];
}

static inline int sample_state(int detail)
{
    if (detail >= DETAIL_VICTORY)
        return STATE_VICTORY;
    static const int states[OUTCOMES] = { STATE_DEAL, STATE_FROZEN, STATE_FIGHTING };
    return states[history_detail_outcome(detail)];
}

static inline double sample_position(uint64_t trial)
{
    return (double)((sample_hash(trial) >> 16) % 1001) / 1000;
}

static inline double sample_utility(uint64_t trial)
{
    return (double)((sample_hash(trial) >> 20) % 2001) / 1000 - 1;
}

static inline double sample_width(uint64_t trial, int round)
{
    return (double)((sample_hash(trial) >> 12) % 1000) / 1000 - 0.5 - 0.1 * round;
}

static inline int sample_since(uint64_t trial)
{
    return sample_state(sample_detail(trial)) == STATE_FIGHTING
               ? SAMPLE_HORIZON
               : (int)((sample_hash(trial) >> 8) % SAMPLE_HORIZON);
}

/* Deals last a year with some chance, five with none; freezes for certain; wars had neither. */
static inline double sample_durable(uint64_t trial, int durable, int span)
{
    int outcome = history_detail_outcome(sample_detail(trial));
    if (durable == DURABLE_FREEZE)
        return outcome == OUTCOME_FROZEN ? 1 : NAN;
    double chance = span == 0 ? (double)(sample_hash(trial) >> 24 & 1023) / 1024 : 0;
    return outcome == OUTCOME_DEAL ? chance : NAN;
}

static inline bool sample_failed(uint64_t trial)
{
    return trial % 97 == 13;
}

static inline void sample_fill_lane(struct history *history, int lane)
{
    uint64_t trial = history->trial + (uint64_t)lane;
    int detail = sample_detail(trial), since = sample_since(trial);
    history->detail[lane] = detail;
    history->outcome[lane] = history_detail_outcome(detail);
    history->since[lane] = history->rounds[lane] = since;
    history->texts[lane] = (int)(trial % 5);
    history->rejected[lane] = (int)(trial % 5 / 2);
    history->leaks[lane] = trial % 3 == 0;
    history->failed[lane] = sample_failed(trial);
    for (int actor = 0; actor < SAMPLE_ACTORS; actor++) {
        history->refusals[actor * LANES + lane] = actor < 2 ? history->rejected[lane] : 0;
        history->pivotal[actor * LANES + lane] = actor == (int)(trial % 4);
    }
    for (int round = 0; round < SAMPLE_HORIZON; round++) {
        int place = round * LANES + lane;
        history->state[place] =
            (unsigned char)(round >= since ? sample_state(detail) : STATE_FIGHTING);
        history->width[place] = round <= since ? sample_width(trial, round) : NAN;
    }
    block_row(history->package, 0)[lane] = sample_position(trial);
    block_row(history->package, 1)[lane] = 0.62;
    block_row(history->utility, 0)[lane] = sample_utility(trial);
    block_row(history->utility, 1)[lane] = 0.1;
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++)
            block_row(history->durable, history_durable(durable, span))[lane] =
                sample_durable(trial, durable, span);
}

/* Plays trials first .. first + lanes - 1. */
static inline void sample_fill(struct history *history, uint64_t first, int lanes)
{
    history->trial = first;
    history->lanes = lanes;
    for (int lane = 0; lane < lanes; lane++)
        sample_fill_lane(history, lane);
}

#endif
