#include "engine/summary.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"

enum { WORTH_LOW = -4, WORTH_HIGH = 4 }; /* range of the bins for utilities and widths */

static void summary_spread(const struct summary *summary, struct spread *spread, double low,
                           double high)
{
    if (!summary->lean)
        spread_start(spread, low, high);
    if (!scenario_design(summary->scenario)->independent)
        spread_divide(spread);
}

static void summary_start_terms(struct summary *summary, const struct game *game)
{
    summary->term = memory_new((size_t)game->issues, sizeof *summary->term);
    for (int issue = 0; issue < game->issues; issue++) {
        struct summary_term *term = &summary->term[issue];
        summary_spread(summary, &term->at, 0, 1);
        term->nearest = memory_new((size_t)game->issue[issue].levels, sizeof *term->nearest);
    }
}

static void summary_start_actors(struct summary *summary, const struct game *game)
{
    summary->actor = memory_new((size_t)game->actors, sizeof *summary->actor);
    for (int actor = 0; actor < game->actors; actor++) {
        summary_spread(summary, &summary->actor[actor].utility, WORTH_LOW, WORTH_HIGH);
        summary_spread(summary, &summary->actor[actor].deal, WORTH_LOW, WORTH_HIGH);
    }
}

static void summary_start_durable(struct summary *summary)
{
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++)
            if (!scenario_design(summary->scenario)->independent)
                spread_divide(&summary->durable[durable][span]);
}

struct summary *summary_start(const struct scenario *scenario, bool lean)
{
    struct summary *summary = memory_new(1, sizeof *summary);
    size_t rounds = (size_t)scenario->run.horizon;
    summary->scenario = scenario;
    summary->lean = lean;
    summary->detail = memory_new((size_t)summary_details(scenario), sizeof *summary->detail);
    summary->replicate = memory_new((size_t)summary_details(scenario), sizeof *summary->replicate);
    summary->state = memory_new(rounds, sizeof *summary->state);
    for (int event = 0; event < EVENTS; event++)
        times_start(&summary->event[event], (int)scenario->run.horizon);
    summary->zone = memory_new(rounds, sizeof *summary->zone);
    for (size_t round = 0; round < rounds; round++)
        if (!lean)
            spread_start(&summary->zone[round].width, WORTH_LOW, WORTH_HIGH);
    if (!lean && process_prepares(&scenario->process))
        summary->process = memory_new(rounds, sizeof *summary->process);
    if (!lean)
        summary_start_durable(summary);
    summary_start_terms(summary, &scenario->game);
    summary_start_actors(summary, &scenario->game);
    return summary;
}

struct summary *summary_new(const struct scenario *scenario)
{
    return summary_start(scenario, false);
}

struct summary *summary_new_lean(const struct scenario *scenario)
{
    return summary_start(scenario, true);
}

void summary_free(struct summary *summary)
{
    if (summary == NULL)
        return;
    for (int actor = 0; actor < summary->scenario->game.actors; actor++) {
        spread_free(&summary->actor[actor].utility);
        spread_free(&summary->actor[actor].deal);
    }
    for (int issue = 0; issue < summary->scenario->game.issues; issue++) {
        spread_free(&summary->term[issue].at);
        free(summary->term[issue].nearest);
    }
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++)
            spread_free(&summary->durable[durable][span]);
    for (long round = 0; round < summary->scenario->run.horizon; round++)
        spread_free(&summary->zone[round].width);
    for (int event = 0; event < EVENTS; event++)
        times_free(&summary->event[event]);
    free(summary->actor);
    free(summary->term);
    free(summary->process);
    free(summary->zone);
    free(summary->state);
    free(summary->replicate);
    free(summary->detail);
    free(summary);
}

/* What is timed of a trial; EVENTS: nothing, it fought on. */
static int summary_event(const struct history *history, int lane)
{
    if (history->outcome[lane] == OUTCOME_DEAL)
        return EVENT_DEAL;
    if (history->outcome[lane] == OUTCOME_FROZEN)
        return EVENT_FROZEN;
    return history->detail[lane] >= DETAIL_VICTORY ? EVENT_VICTORY : EVENTS;
}

static void summary_add_zone(struct summary_zone *zone, const struct history *history, size_t place)
{
    if (!isfinite(history->width[place]))
        return;
    spread_add(&zone->width, history->width[place], 0);
    zone->open += history->width[place] >= 0;
    if (history->low != NULL && history->low[place] <= history->high[place]) {
        tally_add(&zone->low, history->low[place]);
        tally_add(&zone->high, history->high[place]);
    }
}

static void summary_add_process(struct summary_process *process, const struct history *history,
                                size_t place)
{
    tally_add(&process->trust, history->trust[place]);
    tally_add(&process->readiness, history->readiness[place]);
    process->joint += history->joint[place] > 0;
}

static int summary_nearest(const struct issue *issue, double position)
{
    int nearest = 0;
    double best = INFINITY, at_best = 0;
    for (int level = 0; level < issue->levels; level++) {
        double at = issue->level[level].at.expected, distance = fabs(position - at);
        if (distance < best || (!(distance > best) && at < at_best)) {
            nearest = level;
            best = distance;
            at_best = at;
        }
    }
    return nearest;
}

/* Only where a second agreement is to follow it can a framework leave an issue open: else it is a
 * text that settles everything and awaits its ratification. */
bool summary_settles(const struct scenario *scenario, int detail, int issue)
{
    return detail == DETAIL_COMPREHENSIVE || !scenario->process.comprehensive.staged ||
           scenario->game.issue[issue].core;
}

static int summary_of_lane(const struct summary *summary, const struct history *history, int lane)
{
    return summary_replicate(summary->scenario, history->trial + (uint64_t)lane);
}

static void summary_add_terms(struct summary *summary, const struct history *history, int lane)
{
    const struct game *game = &summary->scenario->game;
    int replicate = summary_of_lane(summary, history, lane);
    for (int issue = 0; issue < game->issues; issue++) {
        struct summary_term *term = &summary->term[issue];
        double position = block_read(history->package, (size_t)issue)[lane];
        if (!summary_settles(summary->scenario, history->detail[lane], issue)) {
            term->open++;
            continue;
        }
        spread_add(&term->at, position, replicate);
        if (game->issue[issue].levels > 0)
            term->nearest[summary_nearest(&game->issue[issue], position)]++;
    }
}

static void summary_add_actors(struct summary *summary, const struct history *history, int lane)
{
    const struct game *game = &summary->scenario->game;
    int replicate = summary_of_lane(summary, history, lane);
    for (int k = 0; k < game->actors; k++) {
        struct summary_actor *actor = &summary->actor[k];
        size_t place = (size_t)k * LANES + (size_t)lane;
        actor->refusals += (uint64_t)history->refusals[place];
        actor->pivotal += (uint64_t)history->pivotal[place];
        if (game->actor[k].neutral)
            continue;
        spread_add(&actor->utility, history->utility[place], replicate);
        tally_add(&actor->worth[replicate], history->utility[place]);
        if (history->outcome[lane] == OUTCOME_DEAL)
            spread_add(&actor->deal, history->utility[place], replicate);
    }
}

static void summary_add_durable(struct summary *summary, const struct history *history, int lane)
{
    int replicate = summary_of_lane(summary, history, lane);
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++) {
            double chance = block_read(history->durable, history_durable(durable, span))[lane];
            if (!isnan(chance))
                spread_add(&summary->durable[durable][span], chance, replicate);
        }
}

static void summary_add_lane(struct summary *summary, const struct history *history, int lane)
{
    int event = summary_event(history, lane);
    if (event < EVENTS)
        times_add(&summary->event[event], history->since[lane]);
    for (long round = 0; round < summary->scenario->run.horizon; round++)
        summary_add_zone(&summary->zone[round], history, (size_t)round * LANES + (size_t)lane);
    for (long round = 0; summary->process != NULL && round < summary->scenario->run.horizon;
         round++)
        summary_add_process(&summary->process[round], history,
                            (size_t)round * LANES + (size_t)lane);
    if (history->outcome[lane] == OUTCOME_DEAL)
        summary_add_terms(summary, history, lane);
    summary_add_actors(summary, history, lane);
    if (!summary->lean)
        summary_add_durable(summary, history, lane);
    summary->rounds += (uint64_t)history->rounds[lane];
    summary->texts += (uint64_t)history->texts[lane];
    summary->rejected += (uint64_t)history->rejected[lane];
    summary->leaks += (uint64_t)history->leaks[lane];
}

void summary_name(struct summary *summary, uint64_t trial)
{
    int place = summary->named;
    while (place > 0 && summary->failure[place - 1] > trial)
        place--;
    if (place == SUMMARY_NAMED)
        return;
    summary->named += summary->named < SUMMARY_NAMED;
    for (int k = summary->named - 1; k > place; k--)
        summary->failure[k] = summary->failure[k - 1];
    summary->failure[place] = trial;
}

static void summary_fail(struct summary *summary, uint64_t trial)
{
    summary_name(summary, trial);
    summary->failed++;
}

void summary_add(struct summary *summary, const struct history *history)
{
    summary->trials += (uint64_t)history->lanes;
    for (long round = 0; round < summary->scenario->run.horizon; round++)
        for (int lane = 0; lane < history->lanes; lane++)
            summary->state[round][history->state[round * LANES + lane]]++;
    for (int lane = 0; lane < history->lanes; lane++) {
        assert(history_detail_outcome(history->detail[lane]) == history->outcome[lane]);
        summary->detail[history->detail[lane]]++;
        summary->replicate[history->detail[lane]][summary_of_lane(summary, history, lane)]++;
        if (history->failed[lane])
            summary_fail(summary, history->trial + (uint64_t)lane);
        else
            summary_add_lane(summary, history, lane);
    }
}
