#include "engine/record.h"

#include <math.h>
#include <string.h>

#include "engine/durability.h"
#include "engine/fighting.h"
#include "engine/groups.h"

void record_begin(const struct table *table, struct history *history)
{
    size_t lanes = (size_t)table->scenario->game.actors * LANES;
    history->scenario = table->scenario;
    history->trial = table->random.trial;
    history->lanes = table->lanes;
    memset(history->texts, 0, sizeof history->texts);
    memset(history->rejected, 0, sizeof history->rejected);
    memset(history->leaks, 0, sizeof history->leaks);
    memset(history->failed, 0, sizeof history->failed);
    memset(history->refusals, 0, lanes * sizeof *history->refusals);
    memset(history->pivotal, 0, lanes * sizeof *history->pivotal);
}

/* A signed text that awaits its vote under a truce counts as a framework that holds. */
static int record_detail(const struct table *table, int lane)
{
    switch (table->phase[lane]) {
    case PHASE_SETTLED:
        return DETAIL_COMPREHENSIVE;
    case PHASE_FROZEN:
        return table->frozen_by[lane];
    case PHASE_OVER:
        return DETAIL_VICTORY + table->victor[lane];
    default:
        if (!fighting_in(table, lane))
            return DETAIL_FRAMEWORK;
        return table->relapsed[lane] ? DETAIL_RELAPSED : DETAIL_FIGHTING;
    }
}

static int record_state(const struct table *table, int lane)
{
    if (table->phase[lane] == PHASE_OVER)
        return STATE_VICTORY;
    int outcome = history_detail_outcome(record_detail(table, lane));
    return outcome == OUTCOME_DEAL     ? STATE_DEAL
           : outcome == OUTCOME_FROZEN ? STATE_FROZEN
                                       : STATE_FIGHTING;
}

static void record_preparation(const struct table *table, struct history *history, int round)
{
    size_t row = (size_t)round;
    for (int lane = 0; lane < table->lanes; lane++) {
        block_row(history->trust, row)[lane] = table->trust[lane];
        block_row(history->readiness, row)[lane] = groups_mean(table, lane);
        block_row(history->joint, row)[lane] = table->joint[lane];
    }
}

void record_round(const struct table *table, struct history *history, int round)
{
    unsigned char *state = history->state + (size_t)round * LANES;
    for (int lane = 0; lane < table->lanes; lane++)
        state[lane] = (unsigned char)record_state(table, lane);
    if (history->trust != NULL)
        record_preparation(table, history, round);
}

/* The round in which the trial came into its last state. */
static int record_since(const struct history *history, int horizon, int lane)
{
    int since = horizon;
    int last = history->state[(size_t)(horizon - 1) * LANES + (size_t)lane];
    if (last == STATE_FIGHTING)
        return horizon;
    while (since > 0 && history->state[(size_t)(since - 1) * LANES + (size_t)lane] == last)
        since--;
    return since;
}

static bool record_finite(const struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
    bool finite = isfinite(table->front[lane]) != 0;
    for (int actor = 0; actor < game->actors; actor++)
        finite = finite && isfinite(table_of(table->utility, actor)[lane]);
    for (int issue = 0; issue < game->issues; issue++)
        finite = finite && isfinite(block_row(table->package, (size_t)issue)[lane]);
    return finite;
}

void record_end(const struct table *table, struct history *history)
{
    const struct game *game = &table->scenario->game;
    int horizon = (int)table->scenario->run.horizon;
    for (int lane = 0; lane < table->lanes; lane++) {
        history->detail[lane] = record_detail(table, lane);
        history->outcome[lane] = history_detail_outcome(history->detail[lane]);
        history->since[lane] = record_since(history, horizon, lane);
        history->rounds[lane] = history->since[lane];
        history->failed[lane] = !record_finite(table, lane);
    }
    durability_end(table, history);
    memcpy(history->package, table->package, (size_t)game->issues * LANES * sizeof(double));
    memcpy(history->utility, table->utility, (size_t)game->actors * LANES * sizeof(double));
}
