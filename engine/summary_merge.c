#include <assert.h>

#include "engine/summary.h"

static void summary_merge_counts(uint64_t *into, const uint64_t *from, int count)
{
    for (int k = 0; k < count; k++)
        into[k] += from[k];
}

static void summary_merge_round(struct summary *into, const struct summary *from, long round)
{
    struct summary_zone *zone = &into->zone[round];
    const struct summary_zone *other = &from->zone[round];
    summary_merge_counts(into->state[round], from->state[round], STATES);
    spread_merge(&zone->width, &other->width);
    zone->open += other->open;
    tally_merge(&zone->low, &other->low);
    tally_merge(&zone->high, &other->high);
    if (into->process == NULL)
        return;
    tally_merge(&into->process[round].trust, &from->process[round].trust);
    tally_merge(&into->process[round].readiness, &from->process[round].readiness);
    into->process[round].joint += from->process[round].joint;
}

static void summary_merge_term(struct summary_term *into, const struct summary_term *from,
                               int levels)
{
    spread_merge(&into->at, &from->at);
    summary_merge_counts(into->nearest, from->nearest, levels);
    into->open += from->open;
}

static void summary_merge_actor(struct summary_actor *into, const struct summary_actor *from)
{
    spread_merge(&into->utility, &from->utility);
    spread_merge(&into->deal, &from->deal);
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        tally_merge(&into->worth[k], &from->worth[k]);
    into->refusals += from->refusals;
    into->pivotal += from->pivotal;
}

void summary_merge(struct summary *into, const struct summary *from)
{
    const struct scenario *scenario = into->scenario;
    assert(from->scenario == scenario);
    assert(from->lean == into->lean);
    for (int k = 0; k < from->named; k++)
        summary_name(into, from->failure[k]);
    into->trials += from->trials;
    into->failed += from->failed;
    into->rounds += from->rounds;
    into->texts += from->texts;
    into->rejected += from->rejected;
    into->leaks += from->leaks;
    summary_merge_counts(into->detail, from->detail, summary_details(scenario));
    for (int detail = 0; detail < summary_details(scenario); detail++)
        summary_merge_counts(into->replicate[detail], from->replicate[detail], SUMMARY_REPLICATES);
    for (int event = 0; event < EVENTS; event++)
        times_merge(&into->event[event], &from->event[event]);
    for (long round = 0; round < scenario->run.horizon; round++)
        summary_merge_round(into, from, round);
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++)
            spread_merge(&into->durable[durable][span], &from->durable[durable][span]);
    for (int issue = 0; issue < scenario->game.issues; issue++)
        summary_merge_term(&into->term[issue], &from->term[issue],
                           scenario->game.issue[issue].levels);
    for (int actor = 0; actor < scenario->game.actors; actor++)
        summary_merge_actor(&into->actor[actor], &from->actor[actor]);
}
