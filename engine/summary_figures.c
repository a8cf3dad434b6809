#include <assert.h>
#include <math.h>

#include "engine/summary.h"

int summary_details(const struct scenario *scenario)
{
    return DETAIL_VICTORY + scenario->game.actors;
}

bool summary_lists(const struct summary *summary, int detail)
{
    const struct game *game = &summary->scenario->game;
    int actor = detail - DETAIL_VICTORY;
    return actor < 0 || summary->detail[detail] > 0 || actor == game->leader[SIDE_LOW] ||
           actor == game->leader[SIDE_HIGH];
}

int summary_replicate(const struct scenario *scenario, uint64_t trial)
{
    return design_replicate(scenario_design(scenario), trial);
}

uint64_t summary_hits(const struct summary_outcomes *outcomes, int outcome)
{
    uint64_t hits = 0;
    for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
        hits += outcomes->trials[outcome][replicate];
    return hits;
}

uint64_t summary_outcome(const struct summary *summary, int outcome)
{
    uint64_t trials = 0;
    for (int detail = 0; detail < summary_details(summary->scenario); detail++)
        if (history_detail_outcome(detail) == outcome)
            trials += summary->detail[detail];
    return trials;
}

struct summary_outcomes summary_outcomes(const struct summary *summary)
{
    struct summary_outcomes outcomes = { 0 };
    for (int detail = 0; detail < summary_details(summary->scenario); detail++)
        for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
            outcomes.trials[history_detail_outcome(detail)][replicate] +=
                summary->replicate[detail][replicate];
    return outcomes;
}

bool summary_complete(const struct summary *summary)
{
    return summary->trials == (uint64_t)summary->scenario->run.trials;
}

double summary_share(uint64_t part, uint64_t whole)
{
    return whole == 0 ? NAN : (double)part / (double)whole;
}

double summary_per_trial(const struct summary *summary, uint64_t total)
{
    return summary_share(total, summary->trials - summary->failed);
}

double summary_pivotal(const struct summary *summary, int actor)
{
    uint64_t texts = 0;
    for (int k = 0; k < summary->scenario->game.actors; k++)
        texts += summary->actor[k].pivotal;
    return summary_share(summary->actor[actor].pivotal, texts);
}

const char *summary_durable_name(int durable)
{
    return durable == DURABLE_AGREEMENT ? "agreements" : "ceasefires";
}

const char *summary_event_name(int event)
{
    static const char *const name[EVENTS] = {
        [EVENT_DEAL] = "deal",
        [EVENT_FROZEN] = "frozen_conflict",
        [EVENT_VICTORY] = "victory",
    };
    assert(event >= 0 && event < EVENTS);
    return name[event];
}
