#include "engine/history.h"

#include <assert.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "models/calendar.h"

struct history *history_new(const struct scenario *scenario)
{
    size_t actors = (size_t)scenario->game.actors, issues = (size_t)scenario->game.issues;
    size_t rounds = (size_t)scenario->run.horizon;
    struct history *history = memory_new(1, sizeof *history);
    history->scenario = scenario;
    history->refusals = memory_new(actors * LANES, sizeof *history->refusals);
    history->pivotal = memory_new(actors * LANES, sizeof *history->pivotal);
    history->state = memory_new(rounds * LANES, sizeof *history->state);
    history->package = memory_rows(issues);
    history->utility = memory_rows(actors);
    history->durable = memory_rows(DURABLES * DURABLE_SPANS);
    history->width = memory_rows(rounds);
    if (issues == 1) {
        history->low = memory_rows(rounds);
        history->high = memory_rows(rounds);
    }
    if (process_prepares(&scenario->process)) {
        history->trust = memory_rows(rounds);
        history->readiness = memory_rows(rounds);
        history->joint = memory_rows(rounds);
    }
    return history;
}

void history_free(struct history *history)
{
    if (history == NULL)
        return;
    free(history->joint);
    free(history->readiness);
    free(history->trust);
    free(history->high);
    free(history->low);
    free(history->width);
    free(history->durable);
    free(history->utility);
    free(history->package);
    free(history->state);
    free(history->pivotal);
    free(history->refusals);
    free(history);
}

size_t history_durable(int durable, int span)
{
    return (size_t)(durable * DURABLE_SPANS + span);
}

int history_years(int span)
{
    return span == 0 ? 1 : 5;
}

long history_span(const struct scenario *scenario, int span)
{
    long rounds = (long)(calendar_rounds_a_year(scenario->run.round, scenario->run.rounds_a_year) *
                             history_years(span) +
                         0.5);
    return rounds > 1 ? rounds : 1;
}

const char *history_outcome_name(int outcome)
{
    static const char *const name[OUTCOMES] = {
        [OUTCOME_DEAL] = "deal",
        [OUTCOME_FROZEN] = "frozen_conflict",
        [OUTCOME_WAR] = "continued_war",
    };
    assert(outcome >= 0 && outcome < OUTCOMES);
    return name[outcome];
}

const char *history_detail_name(const struct scenario *scenario, int detail, char *out, size_t size)
{
    static const char *const name[DETAIL_VICTORY] = {
        [DETAIL_COMPREHENSIVE] = "comprehensive", [DETAIL_FRAMEWORK] = "framework_holding",
        [DETAIL_CEASEFIRE] = "ceasefire",         [DETAIL_STALLED] = "stalled_framework",
        [DETAIL_DE_FACTO] = "de_facto",           [DETAIL_FIGHTING] = "fighting",
        [DETAIL_RELAPSED] = "relapsed",
    };
    assert(detail >= 0 && detail < DETAIL_VICTORY + scenario->game.actors);
    if (detail < DETAIL_VICTORY)
        snprintf(out, size, "%s", name[detail]);
    else
        snprintf(out, size, "victory_%s", scenario->game.actor[detail - DETAIL_VICTORY].name);
    return out;
}

int history_detail_outcome(int detail)
{
    if (detail <= DETAIL_FRAMEWORK)
        return OUTCOME_DEAL;
    return detail <= DETAIL_DE_FACTO ? OUTCOME_FROZEN : OUTCOME_WAR;
}
