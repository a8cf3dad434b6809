#include <math.h>

#include "engine/trace.h"

static bool trace_party(const struct chronicle *chronicle, int actor)
{
    return game_actor_answers(&chronicle->scenario->game.actor[actor]);
}

/* Before the first round nothing has moved. */
static void trace_moved(struct json *json, const struct chronicle_moved *moved, int round)
{
    if (round == 0) {
        json_text(json, "moved", NULL);
        return;
    }
    json_row(json, "moved");
    json_number(json, "time", moved->time);
    json_number(json, "front", moved->front);
    json_number(json, "outlook", moved->drift);
    json_number(json, "cost", moved->cost);
    json_end(json);
}

static void trace_actor(struct json *json, const struct chronicle *chronicle, int round, int actor)
{
    const struct actor *self = &chronicle->scenario->game.actor[actor];
    const struct chronicle_actor *seen = &chronicle->round[round].actor[actor];
    json_row(json, self->name);
    json_flag(json, "walked", seen->walked);
    json_number(json, "exhaustion", seen->exhaustion);
    json_number(json, "war_cost", seen->cost);
    if (!self->neutral) {
        json_number(json, "war", seen->war);
        json_number(json, "frozen", seen->frozen);
        trace_moved(json, &seen->moved, round);
    }
    if (trace_party(chronicle, actor)) {
        json_number(json, "believed_mean", seen->belief_mean);
        json_number(json, "believed_sd", seen->belief_sd);
    }
    json_end(json);
}

static void trace_lever(struct json *json, const char *name, const struct chronicle_lever *seen)
{
    json_row(json, name);
    json_flag(json, "on", seen->on);
    json_flag(json, "pays", seen->pays);
    json_number(json, "cost", seen->cost);
    json_number(json, "burn", seen->burn);
    json_number(json, "aid", seen->aid);
    json_number(json, "capability", seen->capability);
    json_number(json, "bonus", seen->bonus);
    json_number(json, "credibility", seen->credibility);
    json_number(json, "guarantees", seen->guarantees);
    json_number(json, "verification", seen->verification);
    json_number(json, "expense", seen->expense);
    json_end(json);
}

static void trace_circumstances(struct json *json, const struct chronicle *chronicle, int round)
{
    const struct scenario *scenario = chronicle->scenario;
    const struct chronicle_round *seen = &chronicle->round[round];
    json_object(json, "actors");
    for (int actor = 0; actor < scenario->game.actors; actor++)
        trace_actor(json, chronicle, round, actor);
    json_end(json);
    json_object(json, "levers");
    for (int k = 0; k < scenario->levers; k++)
        trace_lever(json, scenario->lever[k].name, &seen->lever[k]);
    json_end(json);
    json_row(json, "shocks");
    for (int k = 0; k < scenario->shocks; k++)
        json_flag(json, scenario->shock[k].name, seen->shock[k]);
    json_end(json);
}

static void trace_answer(struct json *json, const struct chronicle *chronicle, int actor,
                         const struct chronicle_actor *seen)
{
    json_row(json, chronicle->scenario->game.actor[actor].name);
    json_flag(json, "asked", seen->asked);
    if (seen->asked) {
        json_flag(json, "accepts", seen->accepts);
        json_flag(json, "red_line", seen->crossed);
        json_number(json, "worth", seen->worth);
        json_number(json, "keeps", seen->held);
        json_number(json, "wants", seen->wanted);
        json_number(json, "mood", seen->mood);
        json_number(json, "surplus", seen->worth - seen->held - seen->wanted + seen->mood);
        json_number(json, "reckoned", seen->reckoned);
        json_number(json, "learned_mean", seen->learned_mean);
        json_number(json, "learned_sd", seen->learned_sd);
    }
    json_end(json);
}

static void trace_text(struct json *json, const struct chronicle *chronicle, int round)
{
    static const char *const tabled[] = { [TABLED_NOT_DUE] = "not_due",
                                          [TABLED_ABSENT] = "absent",
                                          [TABLED_NONE] = "none_found",
                                          [TABLED_STALE] = "stale",
                                          [TABLED_TEXT] = "text" };
    const struct game *game = &chronicle->scenario->game;
    const struct chronicle_round *seen = &chronicle->round[round];
    json_text(json, "tabled", tabled[seen->tabled]);
    trace_clauses(json, chronicle, round);
    if (seen->tabled != TABLED_TEXT)
        return;
    json_row(json, "text");
    for (int issue = 0; issue < game->issues; issue++)
        json_number(json, game->issue[issue].name, seen->offer[issue]);
    json_end(json);
    json_object(json, "answers");
    for (int actor = 0; actor < game->actors; actor++)
        if (trace_party(chronicle, actor))
            trace_answer(json, chronicle, actor, &seen->actor[actor]);
    json_end(json);
    json_flag(json, "leaked", seen->leaked);
}

static void trace_votes(struct json *json, const struct chronicle *chronicle,
                        const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    bool any = false;
    for (int actor = 0; actor < game->actors; actor++) {
        const struct chronicle_actor *self = &seen->actor[actor];
        if (!self->ratified)
            continue;
        if (!any)
            json_object(json, "votes");
        any = true;
        json_row(json, game->actor[actor].name);
        json_flag(json, "for", self->voted);
        json_number(json, "chance", self->chance);
        json_end(json);
    }
    if (any)
        json_end(json);
}

static void trace_truce(struct json *json, const struct chronicle *chronicle,
                        const struct chronicle_round *seen)
{
    const struct game *game = &chronicle->scenario->game;
    if (!seen->truce)
        return;
    json_row(json, "ceasefire");
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_BELLIGERENT)
            json_number(json, game->actor[actor].name, seen->actor[actor].ceasefire);
    json_end(json);
}

static void trace_turns(struct json *json, const struct chronicle *chronicle,
                        const struct chronicle_round *seen)
{
    json_array(json, "turns");
    for (int k = 0; k < seen->turns; k++) {
        const struct turn *turn = &seen->turn[k];
        json_row(json, NULL);
        json_text(json, "cause", trace_cause_name(turn->cause));
        if (turn->actor >= 0)
            json_text(json, "actor", chronicle->scenario->game.actor[turn->actor].name);
        json_text(json, "phase", trace_phase_name(turn->phase));
        json_end(json);
    }
    json_end(json);
}

void trace_round(struct json *json, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    json_object(json, NULL);
    json_count(json, "round", (uint64_t)round);
    json_text(json, "phase", trace_phase_name(seen->phase));
    json_number(json, "front", seen->front);
    json_number(json, "front_expected", seen->expected);
    json_number(json, "front_after", seen->after);
    json_number(json, "zopa_width", seen->width);
    json_number(json, "confidentiality", seen->confidentiality);
    json_number(json, "credibility", seen->credibility);
    trace_circumstances(json, chronicle, round);
    trace_text(json, chronicle, round);
    trace_votes(json, chronicle, seen);
    trace_truce(json, chronicle, seen);
    if (seen->hazard > 0)
        json_number(json, "hazard", seen->hazard);
    trace_turns(json, chronicle, seen);
    json_end(json);
}
