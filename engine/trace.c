#include "engine/trace.h"

#include <math.h>

#include "engine/summary.h"

const char *trace_phase_name(int phase)
{
    static const char *const name[] = {
        [PHASE_WAR] = "war",         [PHASE_VOTE] = "vote",     [PHASE_TALKS] = "talks",
        [PHASE_SETTLED] = "settled", [PHASE_FROZEN] = "frozen", [PHASE_OVER] = "over",
    };
    return name[phase];
}

const char *trace_cause_name(int cause)
{
    static const char *const name[] = {
        [CAUSE_SIGNED] = "signed",         [CAUSE_RATIFIED] = "ratified",
        [CAUSE_VOTED_DOWN] = "voted_down", [CAUSE_CEASEFIRE] = "ceasefire",
        [CAUSE_VIOLATED] = "violated",     [CAUSE_STALLED] = "stalled",
        [CAUSE_FLARE_UP] = "flare_up",     [CAUSE_FADED] = "faded",
        [CAUSE_COLLAPSE] = "collapse",     [CAUSE_ABSORBED] = "absorbed",
        [CAUSE_LOTTERY] = "lottery",       [CAUSE_INCIDENT] = "incident",
        [CAUSE_ATTACK] = "attack",
    };
    return name[cause];
}

static void trace_provenance(struct json *json, const struct chronicle *chronicle)
{
    const struct scenario *scenario = chronicle->scenario;
    json_text(json, "schema", "zopa.trace/1");
    json_text(json, "version", ZOPA_VERSION);
    json_text(json, "scenario", scenario->name);
    json_text(json, "title", scenario->title);
    json_text(json, "scenario_sha256", scenario->sha256);
    json_count(json, "seed", (uint64_t)scenario->run.seed);
    json_count(json, "trial", chronicle->trial);
    json_text(json, "design", scenario_design(scenario)->about.name);
    json_count(json, "horizon", (uint64_t)scenario->run.horizon);
    json_text(json, "round_name", scenario->run.round);
    json_text(json, "proposer",
              chronicle->proposer < 0 ? NULL : scenario->game.actor[chronicle->proposer].name);
}

static void trace_outcome(struct json *json, const struct chronicle *chronicle)
{
    const struct scenario *scenario = chronicle->scenario;
    char detail[256];
    json_text(json, "outcome", history_outcome_name(chronicle->outcome));
    json_text(json, "detail",
              history_detail_name(scenario, chronicle->detail, detail, sizeof detail));
    json_count(json, "round", (uint64_t)chronicle->since);
    json_flag(json, "failed", chronicle->failed);
    json_count(json, "texts", (uint64_t)chronicle->texts);
    json_count(json, "rejections", (uint64_t)chronicle->rejected);
    json_count(json, "leaks", (uint64_t)chronicle->leaks);
}

static void trace_drawn(struct json *json, const struct chronicle *chronicle)
{
    const struct quantities *quantities = &chronicle->scenario->quantities;
    json_object(json, "drawn");
    for (int k = 0; k < quantities->uncertains; k++)
        json_number(json, quantities->uncertain[k].path, chronicle->drawn[k]);
    json_end(json);
}

static void trace_terms(struct json *json, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    if (chronicle->outcome != OUTCOME_DEAL) {
        json_text(json, "terms", NULL);
        return;
    }
    json_row(json, "terms");
    for (int issue = 0; issue < game->issues; issue++)
        json_number(json, game->issue[issue].name,
                    summary_settles(chronicle->scenario, chronicle->detail, issue)
                        ? chronicle->package[issue]
                        : NAN);
    json_end(json);
}

static void trace_actors(struct json *json, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    json_object(json, "actors");
    for (int actor = 0; actor < game->actors; actor++) {
        const struct chronicle_trait *trait = &chronicle->trait[actor];
        bool neutral = game->actor[actor].neutral;
        json_row(json, game->actor[actor].name);
        json_number(json, "utility", neutral ? NAN : chronicle->utility[actor]);
        json_number(json, "capability", trait->capability);
        json_number(json, "discount", trait->discount);
        json_number(json, "war_cost", trait->cost);
        json_number(json, "resolve", trait->resolve);
        json_end(json);
    }
    json_end(json);
}

void trace_write(struct json *json, const struct chronicle *chronicle)
{
    json_object(json, NULL);
    trace_provenance(json, chronicle);
    trace_outcome(json, chronicle);
    trace_drawn(json, chronicle);
    trace_actors(json, chronicle);
    trace_terms(json, chronicle);
    json_array(json, "rounds");
    for (int round = 0; round < chronicle->scenario->run.horizon; round++)
        trace_round(json, chronicle, round);
    json_end(json);
    json_end(json);
}
