#include "engine/chronicle.h"

#include <math.h>
#include <string.h>

#include "engine/negotiation.h"
#include "tests/trial.h"

static const char *const files[] = { "tests/scenarios/talks.cfg", "tests/scenarios/pie.cfg",
                                     "tests/scenarios/sixteen.cfg" };
enum { FILES = sizeof files / sizeof files[0], TRIALS = 24 };

/* Calls `expect` with the chronicles of the first trials of every file. */
static void each_trial(void (*expect)(const struct chronicle *chronicle))
{
    for (int file = 0; file < FILES; file++) {
        struct scenario *scenario = trial_scenario(files[file]);
        for (uint64_t trial = 0; trial < TRIALS; trial++) {
            struct chronicle *chronicle = trial_told(scenario, trial);
            expect(chronicle);
            chronicle_free(chronicle);
        }
        scenario_free(scenario);
    }
}

/* A lane of a whole block and the trial told by itself, bit by bit. */
static void expect_same(const struct chronicle *told, const struct history *history, int lane)
{
    const struct game *game = &told->scenario->game;
    cr_expect_eq(told->trial, history->trial + (uint64_t)lane);
    cr_expect_eq(told->outcome, history->outcome[lane]);
    cr_expect_eq(told->detail, history->detail[lane]);
    cr_expect_eq(told->since, history->since[lane]);
    cr_expect_eq(told->texts, history->texts[lane]);
    cr_expect_eq(told->rejected, history->rejected[lane]);
    cr_expect_eq(told->leaks, history->leaks[lane]);
    for (int actor = 0; actor < game->actors; actor++)
        cr_expect_eq(told->utility[actor], history->utility[actor * LANES + lane]);
    for (int issue = 0; issue < game->issues; issue++)
        cr_expect_eq(told->package[issue], history->package[issue * LANES + lane]);
}

Test(chronicle, the_trial_is_that_of_the_run_to_the_bit)
{
    for (int file = 0; file < FILES; file++) {
        struct scenario *scenario = trial_scenario(files[file]);
        struct table *table = negotiation_new(scenario);
        struct history *history = history_new(scenario);
        negotiation_play(table, 4096, LANES, history);
        for (int lane = 0; lane < LANES; lane++) {
            struct chronicle *told = trial_told(scenario, 4096 + (uint64_t)lane);
            expect_same(told, history, lane);
            chronicle_free(told);
        }
        history_free(history);
        negotiation_free(table);
        scenario_free(scenario);
    }
}

static void expect_causes(const struct chronicle *told)
{
    for (long round = 1; round < told->scenario->run.horizon; round++) {
        for (int actor = 0; actor < told->scenario->game.actors; actor++) {
            const struct chronicle_actor *now = &told->round[round].actor[actor];
            const struct chronicle_moved *moved = &now->moved;
            double change = now->war - told->round[round - 1].actor[actor].war;
            cr_expect_float_eq(moved->time + moved->front + moved->drift + moved->cost, change,
                               1e-12);
        }
    }
}

Test(chronicle, the_causes_of_a_change_in_the_value_of_war_sum_to_it)
{
    each_trial(expect_causes);
}

static void expect_answers(const struct chronicle *told)
{
    int refused = 0;
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        bool all = seen->tabled == TABLED_TEXT, is_signed = false;
        for (int actor = 0; actor < told->scenario->game.actors; actor++) {
            const struct chronicle_actor *self = &seen->actor[actor];
            double balance = self->worth - self->held - self->wanted + self->mood;
            all = all && (!self->asked || self->accepts);
            if (self->asked && actor != told->proposer)
                cr_expect_eq(self->accepts, balance >= -1e-7 && !self->crossed);
        }
        for (int k = 0; k < seen->turns; k++)
            is_signed |= seen->turn[k].cause == CAUSE_SIGNED;
        cr_expect_eq(all, is_signed);
        refused += seen->tabled == TABLED_TEXT && !all;
    }
    cr_expect_eq(refused, told->rejected);
    int texts = 0, leaks = 0;
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        texts += told->round[round].fresh;
        leaks += told->round[round].leaked;
    }
    cr_expect_eq(texts, told->texts);
    cr_expect_eq(leaks, told->leaks);
}

Test(chronicle, an_answer_follows_from_its_figures_and_a_text_is_signed_when_all_say_yes)
{
    each_trial(expect_answers);
}

/* A text that waits was tabled once, is answered once or falls for the reason that is told, and
 * nothing else is tabled meanwhile. */
static void expect_waits(const struct chronicle *told, int *waited, int fell[FALL_TERMS + 1])
{
    bool waits = false;
    int author = -1;
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        bool text = seen->tabled == TABLED_TEXT || seen->tabled == TABLED_WAITS;
        bool walked = author >= 0 && seen->actor[author].walked, gone = false;
        for (int actor = 0; actor < told->scenario->game.actors; actor++)
            gone |= told->scenario->game.actor[actor].role == ROLE_BELLIGERENT &&
                    seen->actor[actor].walked;
        cr_expect(!seen->fresh || text);
        cr_expect_eq(waits && !(text && !seen->fresh), seen->fell != FALL_NONE);
        cr_expect(waits || seen->fresh || !text);
        if (waits)
            cr_expect_eq(walked, seen->fell == FALL_AUTHOR || (walked && seen->fell == FALL_PHASE));
        if (waits && gone)
            cr_expect_neq(seen->fell, FALL_NONE);
        if (seen->fell == FALL_PHASE)
            cr_expect_neq(seen->phase, told->round[round - 1].phase);
        *waited += seen->tabled == TABLED_TEXT && !seen->fresh;
        fell[seen->fell]++;
        waits = seen->tabled == TABLED_WAITS;
        author = seen->proposer;
    }
}

Test(chronicle, a_text_that_waits_was_tabled_once)
{
    static const char *const slow[] = { "actors.south.reply = 0.35", "actors.north.reply = 0.55",
                                        "actors.north.walk_away = 0.02",
                                        "actors.mediator.walk_away = 0.05",
                                        "issues.border.bounded_by_front = \"low\"" };
    struct scenario *scenario = trial_scenario_set("tests/scenarios/talks.cfg", slow, 5);
    int waited = 0, fell[FALL_TERMS + 1] = { 0 };
    for (uint64_t trial = 0; trial < 4 * TRIALS; trial++) {
        struct chronicle *chronicle = trial_told(scenario, trial);
        expect_answers(chronicle);
        expect_waits(chronicle, &waited, fell);
        chronicle_free(chronicle);
    }
    cr_expect(waited > TRIALS / 2);
    for (int why = FALL_PHASE; why <= FALL_TERMS; why++)
        cr_expect(fell[why] > 0, "never fell so: %d", why);
    scenario_free(scenario);
}

static void expect_beliefs(const struct chronicle *told)
{
    for (long round = 1; round < told->scenario->run.horizon; round++) {
        for (int actor = 0; actor < told->scenario->game.actors; actor++) {
            const struct chronicle_actor *before = &told->round[round - 1].actor[actor],
                                         *now = &told->round[round].actor[actor];
            bool text = told->round[round - 1].tabled == TABLED_TEXT && before->asked;
            cr_expect_eq(now->belief_mean, text ? before->learned_mean : before->belief_mean);
            cr_expect_eq(now->belief_sd, text ? before->learned_sd : before->belief_sd);
        }
    }
}

Test(chronicle, what_was_learned_is_what_is_believed_next)
{
    each_trial(expect_beliefs);
}

static void expect_phases(const struct chronicle *told)
{
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        int phase = seen->phase;
        for (int k = 0; k < seen->turns; k++)
            phase = seen->turn[k].phase;
        if (round + 1 < told->scenario->run.horizon)
            cr_expect_eq(told->round[round + 1].phase, phase);
        if (round + 1 < told->scenario->run.horizon)
            cr_expect_eq(told->round[round + 1].front, seen->after);
    }
}

Test(chronicle, phases_and_fronts_follow_on_each_other)
{
    each_trial(expect_phases);
}

static void expect_votes(const struct chronicle *told)
{
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        int due = 0, yes = 0, ratified = 0, down = 0;
        for (int actor = 0; actor < told->scenario->game.actors; actor++) {
            due += seen->actor[actor].ratified;
            yes += seen->actor[actor].ratified && seen->actor[actor].voted;
        }
        for (int k = 0; k < seen->turns; k++) {
            ratified += seen->turn[k].cause == CAUSE_RATIFIED;
            down += seen->turn[k].cause == CAUSE_VOTED_DOWN;
        }
        cr_expect_eq(ratified, due > 0 && yes == due);
        cr_expect_eq(down, due > 0 && yes < due);
    }
}

Test(chronicle, votes_decide_ratification)
{
    each_trial(expect_votes);
}

static void expect_truces(const struct chronicle *told)
{
    for (long round = 0; round < told->scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        bool suits = seen->truce, frozen = false;
        for (int actor = 0; actor < told->scenario->game.actors; actor++)
            suits = suits && seen->actor[actor].ceasefire >= 0;
        for (int k = 0; k < seen->turns; k++)
            frozen |= seen->turn[k].cause == CAUSE_CEASEFIRE;
        cr_expect_eq(frozen, suits);
    }
}

Test(chronicle, a_bare_ceasefire_comes_where_it_suits_both)
{
    each_trial(expect_truces);
}

static double drawn(const struct chronicle *told, const char *path)
{
    const struct quantities *quantities = &told->scenario->quantities;
    for (int k = 0; k < quantities->uncertains; k++)
        if (strcmp(quantities->uncertain[k].path, path) == 0)
            return told->drawn[k];
    cr_assert_fail("%s is not uncertain", path);
    return 0;
}

static int lever_of(const struct scenario *scenario, const char *name)
{
    int index = 0;
    while (strcmp(scenario->lever[index].name, name) != 0)
        index++;
    return index;
}

/* `zopa explain lever pressure`, `incentive`, `guarantee`: cost = intensity x size; aid falls by
 * intensity x size; bonus = intensity x credibility x size; doubt falls by intensity x credibility.
 * The sizes are the scenario's. */
Test(chronicle, a_lever_does_what_its_kind_says)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/sixteen.cfg");
    struct chronicle *told = trial_told(scenario, 17);
    int aid = lever_of(scenario, "intelligence_to_kyiv"), cost = lever_of(scenario, "aid_to_kyiv"),
        bonus = lever_of(scenario, "normalisation"),
        guarantee = lever_of(scenario, "binding_guarantee"), refused = 0, pulled = 0;
    int target = scenario->lever[cost].target;
    for (long round = 0; round < scenario->run.horizon; round++) {
        const struct chronicle_round *seen = &told->round[round];
        bool on = refused >= 2;
        cr_expect_eq(seen->lever[cost].on, on);
        cr_expect_float_eq(seen->lever[cost].cost,
                           on ? drawn(told, "levers.aid_to_kyiv.intensity") * 0.04 : 0, 1e-12);
        cr_expect_float_eq(seen->lever[aid].aid,
                           on ? 1 - drawn(told, "levers.intelligence_to_kyiv.intensity") * 0.25 : 1,
                           1e-12);
        cr_expect_float_eq(seen->lever[bonus].bonus,
                           0.6 * 0.15 * drawn(told, "levers.normalisation.credibility"), 1e-12);
        cr_expect_float_eq(seen->lever[guarantee].credibility,
                           0.5 * drawn(told, "levers.binding_guarantee.credibility"), 1e-12);
        refused += seen->actor[target].asked && !seen->actor[target].accepts;
        pulled += on;
    }
    cr_expect(pulled > 10 && pulled < 36);
    chronicle_free(told);
    scenario_free(scenario);
}

Test(chronicle, what_was_drawn_is_inside_its_range_and_repeats)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/talks.cfg");
    struct chronicle *first = trial_told(scenario, 5), *again = trial_told(scenario, 5),
                     *other = trial_told(scenario, 6);
    int differ = 0;
    for (int k = 0; k < scenario->quantities.uncertains; k++) {
        const struct uncertain *uncertain = &scenario->quantities.uncertain[k];
        cr_expect_eq(first->drawn[k], again->drawn[k]);
        cr_expect(first->drawn[k] >= uncertain->low && first->drawn[k] <= uncertain->high);
        differ += first->drawn[k] != other->drawn[k];
    }
    cr_expect_eq(differ, scenario->quantities.uncertains);
    chronicle_free(other);
    chronicle_free(again);
    chronicle_free(first);
    scenario_free(scenario);
}
