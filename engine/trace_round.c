#include <math.h>

#include "engine/groups.h"
#include "engine/home.h"
#include "engine/season.h"
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
    if (self->mobilisation.size.expected > 0)
        json_flag(json, "mobilised", seen->mobilised);
    if (home_keeps_legitimacy(self))
        json_number(json, "legitimacy", seen->legitimacy);
    if (home_keeps_weariness(self))
        json_number(json, "weariness", seen->weariness);
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
    json_number(json, "pull", seen->pull);
    json_number(json, "cost", seen->cost);
    json_number(json, "burn", seen->burn);
    json_number(json, "aid", seen->aid);
    json_number(json, "capability", seen->capability);
    json_number(json, "bonus", seen->bonus);
    json_number(json, "credibility", seen->credibility);
    json_number(json, "guarantees", seen->guarantees);
    json_number(json, "verification", seen->verification);
    json_number(json, "expense", seen->expense);
    json_number(json, "paid", seen->paid);
    json_number(json, "gift", seen->gift);
    json_number(json, "backfill", seen->backfill);
    json_number(json, "damage", seen->damage);
    json_number(json, "audience", seen->audience);
    json_number(json, "precision", seen->precision);
    json_number(json, "noise", seen->noise);
    json_number(json, "strain", seen->strain);
    json_number(json, "restraint", seen->restraint);
    json_number(json, "legitimacy", seen->legitimacy);
    json_number(json, "confidence", seen->confidence);
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

/* Only where there is something to tell. */
static void trace_process(struct json *json, const struct chronicle *chronicle,
                          const struct chronicle_process *seen)
{
    const struct process *process = &chronicle->scenario->process;
    if (process->comprehensive.staged)
        json_number(json, "counted", seen->counted);
    if (!process_prepares(process) && !groups_divided(chronicle->scenario))
        return;
    json_number(json, "trust", seen->trust);
    json_number(json, "readiness", seen->ready);
    json_flag(json, "joint", seen->joint);
    json_object(json, "groups");
    for (int k = 0; k < process->groups; k++) {
        json_row(json, process->group[k].name);
        json_number(json, "meets", seen->meets[k]);
        json_number(json, "readiness", seen->readiness[k]);
        json_end(json);
    }
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

static void trace_name(struct json *json, const char *key, const struct game *game, int actor)
{
    json_text(json, key, actor < 0 ? NULL : game->actor[actor].name);
}

/* Who leads, and where the talks stand. */
static void trace_mediation(struct json *json, const struct chronicle *chronicle,
                            const struct chronicle_round *seen)
{
    static const char *const fell[] = { [FALL_PHASE] = "phase",
                                        [FALL_AUTHOR] = "author",
                                        [FALL_PARTY] = "party",
                                        [FALL_TERMS] = "terms" };
    const struct game *game = &chronicle->scenario->game;
    trace_name(json, "lead", game, seen->lead);
    json_count(json, "refused_in_a_row", (uint64_t)seen->refused);
    if (seen->called)
        json_flag(json, "leaders_call", true);
    if (seen->bluffed)
        json_flag(json, "bluff", true);
    if (seen->closed >= 0) {
        json_text(json, "closed", game->issue[seen->closed].name);
        json_number(json, "closed_at", seen->closed_at);
    }
    if (seen->fell != FALL_NONE)
        json_text(json, "fell", fell[seen->fell]);
    if (seen->tabled == TABLED_TEXT || seen->tabled == TABLED_WAITS)
        trace_name(json, "proposer", game, seen->proposer);
    if (seen->tabled != TABLED_WAITS)
        return;
    json_row(json, "replied");
    for (int actor = 0; actor < game->actors; actor++)
        if (trace_party(chronicle, actor))
            json_flag(json, game->actor[actor].name, seen->actor[actor].replied);
    json_end(json);
}

static void trace_text(struct json *json, const struct chronicle *chronicle, int round)
{
    static const char *const tabled[] = { [TABLED_NOT_DUE] = "not_due",
                                          [TABLED_ABSENT] = "absent",
                                          [TABLED_NONE] = "none_found",
                                          [TABLED_STALE] = "stale",
                                          [TABLED_CLOSED] = "issue_closed",
                                          [TABLED_WAITS] = "waits",
                                          [TABLED_TEXT] = "text" };
    const struct game *game = &chronicle->scenario->game;
    const struct chronicle_round *seen = &chronicle->round[round];
    json_text(json, "tabled", tabled[seen->tabled]);
    trace_clauses(json, chronicle, round);
    trace_mediation(json, chronicle, seen);
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
    if (chronicle->scenario->process.summit.threshold.row < 0)
        return;
    json_flag(json, "collapsed", seen->process.collapsed);
    json_number(json, "collapse", seen->process.collapse);
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

/* What befalls an agreement or a freeze; nothing where there is nothing to tell. */
static void trace_aftermath(struct json *json, const struct chronicle *chronicle,
                            const struct chronicle_round *seen)
{
    if (seen->hazard > 0)
        json_number(json, "hazard", seen->hazard);
    if (seen->strain > 0 && seen->strain != 1)
        json_number(json, "strain", seen->strain);
    if (chronicle->scenario->process.aftermath.steps.count > 0)
        json_number(json, "steps", seen->steps);
    if (seen->incident)
        json_flag(json, "incident", true);
    if (seen->attack)
        json_flag(json, "attack", true);
}

static void trace_date(struct json *json, const struct scenario *scenario, int round)
{
    struct calendar calendar = season_calendar(scenario);
    struct date date = calendar_date(calendar_day(&calendar, round));
    char day[48];
    if (!calendar.known)
        return;
    snprintf(day, sizeof day, "%04d-%02d-%02d", date.year, date.month, date.day);
    json_text(json, "date", day);
    json_number(json, "winter", calendar_winter(&calendar, &scenario->conflict.winter, round));
}

void trace_round(struct json *json, const struct chronicle *chronicle, int round)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    json_object(json, NULL);
    json_count(json, "round", (uint64_t)round);
    trace_date(json, chronicle->scenario, round);
    json_text(json, "phase", trace_phase_name(seen->phase));
    json_number(json, "front", seen->front);
    json_number(json, "front_expected", seen->expected);
    json_number(json, "front_after", seen->after);
    json_number(json, "zopa_width", seen->width);
    json_number(json, "confidentiality", seen->confidentiality);
    json_number(json, "credibility", seen->credibility);
    json_number(json, "cohesion", seen->cohesion);
    trace_circumstances(json, chronicle, round);
    trace_process(json, chronicle, &seen->process);
    trace_text(json, chronicle, round);
    trace_votes(json, chronicle, seen);
    trace_truce(json, chronicle, seen);
    trace_aftermath(json, chronicle, seen);
    trace_turns(json, chronicle, seen);
    json_end(json);
}
