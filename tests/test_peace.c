/* A peace's first rounds, what watches a freeze, and what a text is worth that awaits its vote. */
#include "engine/chronicle.h"
#include "engine/estimate.h"
#include "engine/table.h"
#include "tests/play.h"
#include "tests/settled.h"

/* U of half a pie whose break leads back to W = .2: by k_n = (1 - d) + d (1 - 4 h) k_(n - 1), from
 * k_0 = (1 - d) / (1 - d (1 - h)). */
static double agreed_worth(double h, int left)
{
    double k = .05 / (1 - .95 * (1 - h));
    for (; left > 0; left--)
        k = .05 + .95 * (1 - 4 * h) * k;
    return k * .5 + (1 - k) * .2;
}

/* A framework in round 0 has three first rounds, 1 to 3; the comprehensive text comes in round 1,
 * which therefore tests nothing. */
#define TWICE(trials, violation, more)                                                             \
    "name = \"twice\"; run = { trials = " trials "; horizon = 14; };" SETTLED                      \
    "process = { protocol = \"mediated\"; text_rate = 1.0; solver = \"nash\"; violation "          \
    "= " violation "; peace = { early = 4.0; early_rounds = 3; }; " more " };"
#define STAGED "comprehensive = { staged = true; rate = 1.0; };"

/* A year has 12 tests but for that of round 1: two of them are early. */
Test(peace, a_comprehensive_text_does_not_begin_the_first_rounds_anew)
{
    struct play run = play(TWICE("12000", "0.05", STAGED));
    double h = .05 * .6, kept = pow(1 - 4 * h, 2) * pow(1 - h, 9);
    struct estimate got = estimate_chance(&run.summary->durable[DURABLE_AGREEMENT][0]);
    cr_expect(fabs(got.value - kept) <= 4 * got.error, "%.5f against %.5f", got.value, kept);
    play_free(&run);
}

/* A text of round 1 has two first rounds to come and what is kept by refusing it three; after a
 * relapse a new framework has three again. */
Test(peace, parties_reckon_with_the_first_rounds_that_are_left)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(TWICE("1", "0.2", STAGED), "twice", &faults);
    int anew = 0;
    cr_assert_not_null(scenario);
    for (uint64_t trial = 0; trial < 20; trial++) {
        struct chronicle *chronicle = chronicle_new(scenario);
        chronicle_play(chronicle, trial);
        for (int round = 0; round < 12; round++) {
            const struct chronicle_round *seen = &chronicle->round[round];
            bool war = seen->phase == PHASE_WAR, talks = seen->phase == PHASE_TALKS;
            if (war || talks)
                cr_expect_float_eq(seen->actor[0].worth, agreed_worth(.12, war ? 3 : 2), 1e-6,
                                   "round %d", round);
            if (talks)
                cr_expect_float_eq(seen->actor[0].held, agreed_worth(.12, 3), 1e-6);
            anew += war && round > 0;
        }
        chronicle_free(chronicle);
    }
    cr_expect(anew > 0);
    scenario_free(scenario);
}

/* Nothing has passed of them while a signed text awaits its vote: P(yes) = 1 / (1 + exp(-10 (U -
 * .2))) two rounds after the signature, three first rounds ahead. */
Test(peace, first_rounds_begin_with_the_vote_that_puts_a_text_in_force)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(
        TWICE("1", "0.2", "ratification = { by = ( \"first\" ); delay = 2; };"), "vote", &faults);
    cr_assert_not_null(scenario);
    struct chronicle *chronicle = chronicle_new(scenario);
    chronicle_play(chronicle, 0);
    double surplus = agreed_worth(.12, 3) - .2;
    cr_expect(chronicle->round[2].actor[0].ratified);
    cr_expect_float_eq(chronicle->round[2].actor[0].chance, 1 / (1 + exp(-10 * surplus)), 1e-6);
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* A freeze of the first round, in the second: flare-ups of .3 times 1 + .8 (1 - attention), that of
 * the first mediator who has not left; 1.8 where all have. */
Test(peace, attention_guards_a_freeze)
{
    static const struct {
        const char *first, *second;
        double factor;
    } cases[] = { { "mediation = { attention = 0.6; };", "", 1 + .8 * .4 },
                  { "walk_away = 1.0;", "mediation = { attention = 0.25; };", 1 + .8 * .75 },
                  { "walk_away = 1.0;", "", 1 },
                  { "walk_away = 1.0;", "walk_away = 1.0;", 1.8 } };
    for (int k = 0; k < 4; k++) {
        struct play run = play(
            "name = \"eyes\"; run = { trials = 12000; horizon = 2; };"
            "issues = { pie = { front = true; core = true; status_quo = 0.5; }; };"
            "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount"
            " = 0.95; war = { cost = 0.3; }; positions = { pie = { ideal = 1; }; }; };"
            "  second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
            "    war = { cost = 0.3; }; positions = { pie = { ideal = 0; }; }; };"
            "  m = { role = \"mediator\"; %s }; n = { role = \"mediator\"; %s }; };"
            "war = { model = \"front\"; start = 0.5; };"
            "process = { protocol = \"mediated\"; text_rate = 0.0; solver = \"nash\"; ceasefire = "
            "{ rate = 1.0; perceived = 0.0; flare_up = 0.3; neglect = 0.8; }; };",
            cases[k].first, cases[k].second);
        double at_war = play_outcome(&run, OUTCOME_WAR);
        cr_expect(play_near(&run, at_war, .3 * cases[k].factor), "%d: %.4f", k, at_war);
        play_free(&run);
    }
}

/* While a signed text awaits its vote the books have the war, or, under a truce, the status quo
 * less armed peace, .05; nothing of its package, .55 to the second, nor of an incentive but what is
 * given early, .02 of .1. The vote, of the third round, is certain to carry. At the horizon, here
 * in its sight, stands W, or F at a perceived hazard of .04. */
Test(peace, a_text_that_awaits_its_vote_is_not_booked)
{
    for (int k = 0; k < 4; k++) {
        bool truce = k & 1, passes = k & 2;
        struct play run = play(
            "name = \"vote\"; run = { trials = 64; horizon = %d; };"
            "issues = { pie = { front = true; core = true; status_quo = 0.5; }; };"
            "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount"
            " = 0.95; war = { cost = 0.1; }; positions = { pie = { ideal = 1; }; }; };"
            "  second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
            "    armed_peace = 0.05; war = { cost = 0.1; }; positions = { pie = { ideal = 0; }; };"
            "  }; us = { role = \"mediator\"; }; }; war = { model = \"front\"; start = 0.5; };"
            "packages = { p = { pie = 0.45; }; };"
            "process = { protocol = \"mediated\"; solver = \"menu\"; ratification = { by = ( "
            "\"us\" ); delay = 3; support = 9.0; truce = %s; }; };"
            "levers = { c = { owner = \"us\"; target = \"second\"; kind = \"incentive\"; size = "
            "0.1; early = { share = 0.2; }; }; };",
            passes ? 6 : 2, truce ? "true" : "false");
        int waited = passes ? 3 : 2;
        double later = pow(.95, waited), eta = .95 * .04 / (1 - .95 * .96), war = .4 + .02;
        double flow = truce ? .5 - .05 + .02 : war;
        double end = passes ? .55 + .1 : truce ? (1 - eta) * flow + eta * war : war;
        cr_expect_float_eq(tally_mean(&run.summary->actor[1].utility.tally),
                           (1 - later) * flow + later * end, 1e-9, "%d: %.6f", k,
                           tally_mean(&run.summary->actor[1].utility.tally));
        play_free(&run);
    }
}
