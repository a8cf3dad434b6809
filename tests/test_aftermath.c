/* What becomes of agreements that are in force. */
#include "engine/estimate.h"
#include "engine/negotiation.h"
#include "engine/table.h"
#include "tests/play.h"
#include "tests/settled.h"

/* Steps come with chance rate (1 - reliance (1 - verification)) in each of the 9 rounds behind the
 * one in which the agreement began, and no more than there are. Four standard errors: false alarms
 * 6 in 100,000, the seed is fixed. */
Test(aftermath, steps_are_binomial)
{
    struct play run = play("name = \"steps\"; run = { trials = 64; horizon = 10; };" SETTLED
                           "process = { protocol = \"mediated\"; text_rate = 1.0; solver = "
                           "\"nash\"; steps = { count = 9; rate = 0.45; reliance = 0.5; }; };");
    struct table *table = negotiation_new(run.scenario);
    struct history *history = history_new(run.scenario);
    double p = .45 * (1 - .5 * .6), sum = 0;
    enum { BLOCKS = 100 };
    for (uint64_t block = 0; block < BLOCKS; block++) {
        negotiation_play(table, block * LANES, LANES, history);
        for (int lane = 0; lane < LANES; lane++)
            sum += table->steps_done[lane];
    }
    double n = 9.0 * BLOCKS * LANES;
    cr_expect(fabs(sum / n - p) < 4 * sqrt(p * (1 - p) / n), "%.5f against %.5f", sum / n, p);
    history_free(history);
    negotiation_free(table);
    play_free(&run);
}

/* exp(1.0 per .1 utility points below reservation); never more than the limit; without lack none.
 */
Test(aftermath, dissatisfaction_strains)
{
    cr_expect_float_eq(aftermath_strain(1, .1, 10, .1), exp(1), 1e-12);
    cr_expect_float_eq(aftermath_strain(.7, .1, 10, .23), exp(.7 * 2.3), 1e-12);
    cr_expect_float_eq(aftermath_strain(1, .1, 10, .5), 10, 1e-12);
    cr_expect_float_eq(aftermath_strain(9, 1e-6, 10, 1), 10, 1e-12, "even past every exponential");
    cr_expect_eq(aftermath_strain(1, .1, 10, 0), 1);
}

/* Kydd and Walter 2002, as worked out in the closed forms of the design: t = .7; e = .2, .5, .8
 * leave .651163, .538462, .318182. */
Test(aftermath, attacks_cost_more_trust_where_they_could_be_suppressed)
{
    const double cases[][2] = { { .2, .651163 }, { .5, .538462 }, { .8, .318182 } };
    for (int k = 0; k < 3; k++)
        cr_expect_float_eq(.7 * (1 - aftermath_distrust(.7, cases[k][0])), cases[k][1], 5e-7);
    cr_expect_eq(aftermath_distrust(1, 1), 0, "certainty is beyond doubt");
}

/* One offer in the first round, which is accepted: half of the pie. */
#define ONCE(trials, horizon, more)                                                                \
    "name = \"once\"; run = { trials = " trials "; horizon = " horizon "; };" SETTLED              \
    "process = { protocol = \"ultimatum\"; solver = \"nash\"; " more " };"

/* Two regimes: a settlement lasts ten rounds, nine tests, with chance (1 - h e)^3 (1 - h)^6, h =
 * .05 (1 - .4). Four standard errors: false alarms 6 in 100,000, as in all that follow. */
Test(aftermath, the_first_rounds_are_the_most_dangerous)
{
    struct play run =
        play(ONCE("12000", "10", "violation = 0.05; peace = { early = 4.0; early_rounds = 3; };"));
    double h = .05 * .6, kept = pow(1 - 4 * h, 3) * pow(1 - h, 6);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), kept), "%.4f against %.4f",
              play_outcome(&run, OUTCOME_DEAL), kept);
    play_free(&run);
}

/* Violations, incidents and attacks are independent: nine rounds are got through with chance ((1 -
 * v) (1 - i) (1 - a))^9; q = 1 - (1 - .3) (1 - .4), i = .2 .35 (1 - .9 q), a = .1 .4 (1 - .25). */
Test(aftermath, incidents_and_attacks_break_agreements)
{
    struct play run = play(ONCE("12000", "10",
                                "violation = 0.02;"
                                "incidents = { rate = 0.2; breach = 0.35; detection = 0.3;"
                                "  repair = 0.9; };"
                                "spoilers = { attack = 0.1; breach = 0.4; suppression = 0.25; };"));
    double q = 1 - .7 * .6, i = .2 * .35 * (1 - .9 * q), a = .1 * .4 * .75, v = .02 * .6;
    double kept = pow((1 - v) * (1 - i) * (1 - a), 9);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), kept), "%.4f against %.4f",
              play_outcome(&run, OUTCOME_DEAL), kept);
    play_free(&run);
}

/* What is reckoned with is what is played: half a pie from the second round on is worth U = (1 -
 * eta) / 2 + eta W, W = .5 - .3, and the round of the signature, in which nothing is tested, comes
 * before it. */
Test(aftermath, agreements_are_worth_what_comes_of_them)
{
    struct play run = play(ONCE("16000", "40",
                                "violation = 0.04; peace = { early = 5.0; early_rounds = 4; };"
                                "incidents = { rate = 0.2; breach = 0.1; repair = 0.9; };"
                                "spoilers = { attack = 0.05; breach = 0.3; };"));
    double v = .04 * .6, i = .2 * .1 * (1 - .9 * .4), a = .015;
    struct peril peril = { 5 * v, v, 1 - (1 - i) * (1 - a), 4 };
    double eta = peril_weight(&peril, .95), worth = (1 - eta) * .5 + eta * .2;
    const struct tally *got = &run.summary->actor[0].utility.tally;
    worth = .05 * .5 + .95 * worth;
    cr_expect(fabs(tally_mean(got) - worth) < 4 * tally_sd(got) / sqrt(16000),
              "mean %.5f, expected %.5f", tally_mean(got), worth);
    play_free(&run);
}

#define LEVER(name, kind, more)                                                                    \
    "levers = { " name " = { owner = \"second\"; target = \"first\"; kind = \"" kind "\"; " more   \
    " }; };"

/* An incentive of .1 buys terms at (1 - eta) (u + .1) + eta W = W: they leave the target .1 below
 * war, and are violated e times as often as .02 .6. */
Test(aftermath, bought_terms_are_kept_less)
{
    for (int k = 0; k < 2; k++) {
        struct play run = play(
            "name = \"bought\"; run = { trials = 12000; horizon = 10; };" SETTLED
            "process = { protocol = \"ultimatum\"; proposer = \"second\"; solver = "
            "\"agenda_setter\"; violation = 0.02; dissatisfaction = { weight = %g; }; };" LEVER(
                "aid", "incentive", "size = 0.1;"),
            (double)k);
        double h = .02 * .6, kept = pow(1 - h * (k == 1 ? exp(1) : 1), 9);
        double got = play_outcome(&run, OUTCOME_DEAL);
        cr_expect(play_near(&run, got, kept), "weight %d: %.4f against %.4f", k, got, kept);
        play_free(&run);
    }
}

/* Full pressure of .7 at the signature: 1 + .7 imposed times the hazard. */
Test(aftermath, imposed_terms_are_kept_less)
{
    struct play run = play(ONCE("12000", "10", "violation = 0.03; imposed = 1.5;")
                               LEVER("sanctions", "pressure", "intensity = 0.7; size = 0.01;"));
    double kept = pow(1 - .03 * .6 * (1 + 1.5 * .7), 9);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), kept), "%.4f against %.4f",
              play_outcome(&run, OUTCOME_DEAL), kept);
    play_free(&run);
}

/* Steps: with rate 1 and four of them, done after the tests of rounds 1 to 4, the hazards are h (1
 * - .9 k / 4), k = 0, 1, 2, 3 and then 4. */
Test(aftermath, carried_out_agreements_are_kept)
{
    struct play run = play(ONCE(
        "12000", "10", "violation = 0.08; steps = { count = 4; rate = 1.0; settled = 0.9; };"));
    double kept = 1;
    for (int test = 0; test < 9; test++)
        kept *= 1 - .08 * .6 * (1 - .9 * (test < 4 ? test : 4) / 4);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), kept), "%.4f against %.4f",
              play_outcome(&run, OUTCOME_DEAL), kept);
    play_free(&run);
}

/* A freeze that comes in the first round: five tests at .3 (1 - .8 .5) times what neglect (there is
 * no mediator), guarantees of credibility .5 and the border make of it, times the escalation; and a
 * spoilers' attack. */
Test(aftermath, freezes_hold_by_what_guards_them)
{
    struct play run = play(
        "name = \"line\"; run = { trials = 12000; horizon = 6; };" SETTLED
        "process = { protocol = \"mediated\"; text_rate = 0.0; solver = \"nash\";"
        "  spoilers = { attack = 0.1; breach = 0.25; };"
        "  ceasefire = { rate = 1.0; perceived = 0.0; flare_up = 0.3; flare_up_rounds = 9;"
        "    monitoring = 0.5; escalation = 0.6; neglect = 0.4; guarantee = 0.5; border = 0.2; }; "
        "};" LEVER("guard", "guarantee", "credibility = 0.5;"));
    double flare_up = .3 * .6 * 1.4 * (1 - .5 * .5) * .8, war = .6 * flare_up;
    double stays = (1 - war) * (1 - .025), frozen = pow(stays, 5);
    /* After the sixth round also those that broke before its tests and were frozen anew: a
     * ceasefire is open in every round, so that a trial is at war only if it broke in the sixth. */
    double old = 1, fresh = 0;
    for (int round = 1; round < 6; round++) {
        double broken = old * (1 - stays);
        old = old * stays + fresh;
        fresh = broken;
    }
    double at_war = summary_share(run.summary->state[5][STATE_FIGHTING], run.summary->trials);
    cr_expect(play_near(&run, at_war, fresh), "%.4f against %.4f", at_war, fresh);
    cr_expect(old >= frozen);
    play_free(&run);
}

/* A flare-up that does not escalate costs each belligerent (1 - d) d^t times its price, and F
 * reckons with it: three tests at .5, nothing escalates. */
Test(aftermath, contained_flare_ups_cost)
{
    struct play run =
        play("name = \"sparks\"; run = { trials = 12000; horizon = 4; };" SETTLED
             "process = { protocol = \"mediated\"; text_rate = 0.0; solver = \"nash\";"
             "  ceasefire = { rate = 1.0; perceived = 0.5; flare_up = 0.5; flare_up_rounds = 99;"
             "    escalation = 0.0; incident = 0.2; }; };");
    double worth = 0, weight = .05;
    for (int t = 0; t < 4; t++) {
        worth += weight * (.5 - (t > 0 ? .5 * .2 : 0));
        weight *= .95;
    }
    worth += weight / .05 * (.5 - .5 * .2);
    const struct tally *got = &run.summary->actor[1].utility.tally;
    cr_expect(fabs(tally_mean(got) - worth) < 4 * tally_sd(got) / sqrt(12000),
              "mean %.5f, expected %.5f", tally_mean(got), worth);
    cr_expect_eq(run.summary->detail[DETAIL_CEASEFIRE], run.summary->trials, "none became war");
    play_free(&run);
}

/* P(yes) = 1 / (1 + exp(-10 (.3 - .7 + .45))): the surplus, the rule's support and the ratifier's
 * own. */
Test(aftermath, support_of_the_ratifier)
{
    static char text[4000];
    snprintf(text, sizeof text, "%s",
             "name = \"own\"; run = { trials = 12000; horizon = 1; };" SETTLED
             "process = { protocol = \"mediated\"; text_rate = 1.0; solver = \"nash\";"
             "  ratification = { by = ( \"first\" ); support = -0.7; }; };");
    char *place = strstr(text, "capability");
    struct play run = play("%.*sratification_support = 0.45; %s", (int)(place - text), text, place);
    double yes = 1 / (1 + exp(-10 * (.3 - .7 + .45)));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), yes), "%.4f against %.4f",
              play_outcome(&run, OUTCOME_DEAL), yes);
    play_free(&run);
}

/* The mean chance to last a year, and five, is the closed form, wherever the horizon lies: what is
 * played is drawn with the chances that are reckoned behind it. Here ((1 - 4 h)^3 (1 - h)^(n - 3)
 * (1 - a)^n), n = 12 and 60. Four standard errors: false alarms 6 in 100,000 a figure. */
Test(aftermath, durability_is_the_same_at_every_horizon)
{
    for (int horizon = 1; horizon <= 64; horizon *= 4) {
        struct play run = play("name = \"lasts\"; run = { trials = 6000; horizon = %d; };" SETTLED
                               "process = { protocol = \"ultimatum\"; solver = \"nash\"; "
                               "violation = 0.02; peace = { early = 4.0; early_rounds = 3; };"
                               "spoilers = { attack = 0.04; breach = 0.2; }; };",
                               horizon);
        double h = .02 * .6, a = .008;
        for (int span = 0; span < DURABLE_SPANS; span++) {
            int n = span == 0 ? 12 : 60;
            double expected = pow(1 - 4 * h, 3) * pow(1 - h, n - 3) * pow(1 - a, n);
            struct estimate got = estimate_chance(&run.summary->durable[DURABLE_AGREEMENT][span]);
            cr_expect(fabs(got.value - expected) <= 4 * got.error + 1e-9,
                      "horizon %d, %d rounds: %.5f against %.5f", horizon, n, got.value, expected);
            cr_expect(horizon > 1 || got.interval.low == got.value, "it is certain");
        }
        cr_expect_eq(run.summary->durable[DURABLE_FREEZE][0].tally.count, 0);
        play_free(&run);
    }
}

/* The same of a freeze, whose flare-ups are frequent in three rounds: (1 - .2)^3 (1 - .01)^(n - 3).
 * A framework that stalls stays a freeze. */
Test(aftermath, freezes_last)
{
    for (int horizon = 1; horizon <= 16; horizon *= 4) {
        struct play run =
            play("name = \"frozen\"; run = { trials = 6000; horizon = %d; round = \"quarter\"; "
                 "};" SETTLED "process = { protocol = \"mediated\"; text_rate = 0.0; solver = "
                 "\"nash\"; ceasefire = { rate = 1.0; perceived = 0.0; flare_up = 0.2; "
                 "flare_up_rounds = 3; flare_up_later = 0.01; }; };",
                 horizon);
        for (int span = 0; span < DURABLE_SPANS; span++) {
            double expected = pow(.8, 3) * pow(.99, (span == 0 ? 4 : 20) - 3);
            struct estimate got = estimate_chance(&run.summary->durable[DURABLE_FREEZE][span]);
            cr_expect(fabs(got.value - expected) <= 4 * got.error + 1e-9,
                      "horizon %d, span %d: %.5f against %.5f", horizon, span, got.value, expected);
        }
        play_free(&run);
    }
}

/* A framework is lost when its talks stall: (1 - h) (1 - s) a round; the guns are silent still. */
Test(aftermath, stalled_frameworks_do_not_last)
{
    for (int horizon = 1; horizon <= 16; horizon *= 4) {
        struct play run = play("name = \"stalls\"; run = { trials = 6000; horizon = %d; };" SETTLED
                               "process = { protocol = \"ultimatum\"; solver = \"nash\"; "
                               "violation = 0.02; comprehensive = { staged = true; rate = 0.0; "
                               "stall = 0.03; }; };",
                               horizon);
        double expected = pow((1 - .012) * (1 - .03), 12);
        struct estimate got = estimate_chance(&run.summary->durable[DURABLE_AGREEMENT][0]);
        cr_expect(fabs(got.value - expected) <= 4 * got.error + 1e-9,
                  "horizon %d: %.5f against %.5f", horizon, got.value, expected);
        play_free(&run);
    }
}
