/* What levers do to the bargaining range. */
#include "tests/lever_world.h"

/* A scheduled lever of lag 2 costs .1 from round 2 on: d^2 .1 in W at the start. */
Test(levers, a_lag_is_foreseen)
{
    const char *text =
        WORLD("trials = 64;", "", "", "", SILENT, LEVERS(PRESSURE("when = { lag = 2; };")));
    for (int round = 0; round < 3; round++)
        cr_expect_float_eq(war_of_b(text, round), 0.4 - 0.1 * power(d, 2 - round), 1e-9);
}

/* Four steps of a quarter, one a round. */
Test(levers, a_ramp_is_foreseen)
{
    const char *text =
        WORLD("trials = 64;", "", "", "", SILENT, LEVERS(PRESSURE("when = { ramp = 4; };")));
    cr_expect_float_eq(war_of_b(text, 0), 0.4 - 0.025 * (1 + d + d * d + d * d * d), 1e-9);
    cr_expect_float_eq(war_of_b(text, 3), 0.3, 1e-9);
}

/* Set off by a refusal in round 0, it is known in round 1 and felt from round 3 on. */
Test(levers, a_lag_that_history_set_off_counts_from_when_it_bites)
{
    const char *text =
        WORLD("trials = 64;", "", "", "", MENU,
              HARSH_TO_B LEVERS(PRESSURE("when = { rejections = 1; lag = 2; ramp = 2; };")));
    cr_expect_float_eq(war_of_b(text, 0), 0.4, 1e-9);
    cr_expect_float_eq(war_of_b(text, 1), 0.4 - 0.05 * (power(d, 2) + power(d, 3)), 1e-9);
    cr_expect_float_eq(war_of_b(text, 3), 0.4 - 0.05 * (1 + d), 1e-9);
    cr_expect_float_eq(war_of_b(text, 4), 0.3, 1e-9);
}

/* What is promised with a lag behind a framework is worth d^lag at its signature, and what it comes
 * to is what was expected. */
Test(levers, what_is_expected_of_a_lag_comes_true)
{
    const char *text = WORLD("trials = 64;", "", "", "", "solver = \"menu\";",
                             "packages = { p = { x = 0.5; }; };" LEVERS(
                                 CARROT("when = { after = \"framework\"; lag = 3; ramp = 2; };")));
    double ahead = 0.05 * (power(d, 3) + power(d, 4));
    cr_expect_float_eq(bonus_of_a(text, 0), ahead, 1e-12);
    struct play run = play("%s", text);
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), run.summary->trials);
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally), 0.5 + ahead, 1e-9);
    play_free(&run);
}

/* A refuses one text: its incentive goes with the first refusal, or stays where two are borne. */
Test(levers, a_conditional_promise_ends_with_refusals)
{
    for (int borne = 1; borne <= 2; borne++) {
        char text[4000];
        snprintf(text, sizeof text,
                 WORLD("trials = 64;", "", "", "", MENU,
                       HARSH_TO_A LEVERS(CARROT("when = { conditional = %d; };"))),
                 borne);
        cr_expect_float_eq(bonus_of_a(text, 0), 0.1, 1e-12);
        cr_expect_float_eq(bonus_of_a(text, 1), borne == 1 ? 0 : 0.1, 1e-12);
    }
}

/* Of .1 points a fifth is given in war and peace alike; of the rest 1 - .7 (1 - .8 .2) is believed.
 */
Test(levers, an_early_share_is_given_in_war_too)
{
    const char *text =
        WORLD("trials = 64;", "", "", "", SILENT,
              LEVERS(CARROT("credibility = 0.3; early = { share = 0.2; proof = 0.8; };")));
    cr_expect_float_eq(bonus_of_a(text, 0), 0.1 * (0.8 * (1 - 0.7 * 0.84) + 0.2), 1e-12);
    struct play run = play("%s", text);
    cr_expect_float_eq(1 - tally_mean(&run.summary->zone[0].high),
                       0.42 - 0.1 * (0.8 * (1 - 0.7 * 0.84) + 0.2), 1e-9, "W of a, less U");
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally), 0.42, 1e-9);
    play_free(&run);
}

/* Both W and B = W have the gift: the range ends where u + incentives = W, however likely a
 * violation is; and a text of surplus (1 - eta) (u + rest - W without the gift) is worth that. */
Test(levers, an_early_share_is_in_what_follows_a_violation_as_well)
{
    const char *text = WORLD("trials = 64;", "", "", "", MENU "violation = 0.1;",
                             "packages = { p = { x = 0.55; }; };" LEVERS(CARROT(
                                 "credibility = 0.3; early = { share = 0.2; proof = 0.8; };")));
    double rest = 0.1 * 0.8 * (1 - 0.7 * 0.84), eta = d * 0.1 / (1 - d * 0.9);
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    const struct chronicle_actor *seen = &chronicle->round[0].actor[0];
    cr_expect_float_eq(seen->held, 0.42, 1e-9);
    cr_expect_float_eq(seen->worth - seen->held, (1 - eta) * (0.45 + rest - 0.4), 1e-9);
    chronicle_free(chronicle);
    scenario_free(scenario);
    struct play run = play("%s", text);
    cr_expect_float_eq(1 - tally_mean(&run.summary->zone[0].high), 0.4 - rest, 1e-9);
    play_free(&run);
}

/* A freeze has the gift as war has: F = (1 - eta) (1/2 + .02) + eta (.4 + .02) at a hazard of .05
 * of flare-ups that are expected; where none are, what a freeze comes to is what it is worth. */
Test(levers, an_early_share_is_given_in_a_freeze)
{
#define FREEZE(more)                                                                               \
    WORLD("trials = 64;", "", "", "", SILENT "ceasefire = { rate = 1.0; flare_up = 0.0; " more,    \
          LEVERS(CARROT("early = { share = 0.2; };")))
    struct scenario *scenario;
    struct chronicle *chronicle = told(FREEZE("perceived = 0.05; };"), 0, &scenario);
    double eta = d * 0.05 / (1 - d * 0.95);
    cr_expect_float_eq(chronicle->round[0].actor[0].frozen, 0.52 * (1 - eta) + 0.42 * eta, 1e-9);
    cr_expect_float_eq(chronicle->round[0].actor[1].frozen, 0.5 * (1 - eta) + 0.4 * eta, 1e-9);
    chronicle_free(chronicle);
    scenario_free(scenario);
    struct play run = play(FREEZE("flare_up_later = 0.0; perceived = 0.0; };"));
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_FROZEN), run.summary->trials);
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally), 0.52, 1e-9);
    play_free(&run);
}

/* What is played is what is reckoned with: terms that are bought once, at an audience cost and
 * without a story to tell, and are broken at .05 a round, behind that of the signature. */
Test(levers, a_settlement_is_worth_what_comes_of_it)
{
    const char *text = LASTING(
        "40", "trials = 16000;",
        "audience_cost = 0.2; public_demand = { x = 0.0; }; narrative = { worth = 0.5; cost = 0.1; "
        "};",
        "", "", MENU "violation = 0.05;",
        "packages = { p = { x = 0.7; }; };"
        "levers = { c = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.4;"
        "  when = { until_violated = true; }; }; };");
    double flow = 0.3 + 0.4 - 0.2 * 0.7 - 0.1 * 0.2, eta = d * 0.05 / (1 - d * 0.95);
    double worth = (1 - eta) * flow + eta * 0.4;
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    cr_expect_float_eq(chronicle->round[0].actor[0].worth, worth, 1e-9);
    chronicle_free(chronicle);
    scenario_free(scenario);
    struct play run = play("%s", text);
    const struct tally *got = &run.summary->actor[0].utility.tally;
    double expected = (1 - d) * flow + d * worth;
    /* Four standard errors: false alarms 6 in 100,000, and the seed is fixed. */
    cr_expect(fabs(tally_mean(got) - expected) < 4 * tally_sd(got) / sqrt(16000), "%.5f, not %.5f",
              tally_mean(got), expected);
    play_free(&run);
}

/* A gift that its owner may take back is no part of what was foreseen, and moves W all the same. */
Test(levers, an_early_share_may_be_lost)
{
    const char *text =
        WORLD("trials = 64;", "", "", "", MENU,
              HARSH_TO_A LEVERS(CARROT("early = { share = 0.2; }; when = { conditional = 1; };")));
    struct play run = play("%s", text);
    cr_expect_float_eq(1 - tally_mean(&run.summary->zone[0].high), 0.42 - 0.1, 1e-9);
    cr_expect_float_eq(1 - tally_mean(&run.summary->zone[1].high), 0.4, 1e-9);
    play_free(&run);
}

/* Pressure of .1 on b and an incentive of .1 for a, either of which has two fifths of its effect
 * alone and all of it with the other: the range of width .2 grows by .04 or .2. */
Test(levers, complements_do_together_what_neither_does_alone)
{
    double width[4];
    for (int k = 0; k < 4; k++) {
        struct play run = play(
            WORLD("trials = 64;", "", "", "", SILENT,
                  LEVERS(
                      PRESSURE("intensity = %d; complement = { with = ( \"c\" ); alone = 0.4; };")
                          CARROT(
                              "intensity = %d; complement = { with = ( \"l\" ); alone = 0.4; };"))),
            k & 1, k >> 1);
        width[k] = tally_mean(&run.summary->zone[0].high) - tally_mean(&run.summary->zone[0].low);
        play_free(&run);
    }
    cr_expect_float_eq(width[0], 0.2, 1e-9);
    cr_expect_float_eq(width[1], 0.24, 1e-9);
    cr_expect_float_eq(width[2], 0.24, 1e-9);
    cr_expect_float_eq(width[3], 0.4, 1e-9);
}

/* The allies press their partner, which costs them cohesion, and with it the pressure: W of b is
 * what it would be on that path, as was foreseen. */
Test(levers, pressing_a_partner_costs_the_allies_their_pull)
{
    const char *text = WORLD("trials = 64;", "", "", "",
                             SILENT "cohesion = { allies = ( \"us\" ); partners = ( \"b\" );"
                                    "  erosion = 0.2; recovery = 0.1; floor = 0.3; };",
                             LEVERS(PRESSURE("intensity = 0.7;")));
    double cohesion[7] = { 1 }, war = 0;
    for (int round = 0; round < 6; round++)
        cohesion[round + 1] = cohesion[round] + 0.1 * (1 - cohesion[round]) -
                              0.2 * 0.7 * cohesion[round] * cohesion[round];
    for (int from = 5; from >= 0; from--) {
        war = 0.4 - 0.07 * cohesion[6] * power(d, 6 - from);
        for (int round = from; round < 6; round++)
            war -= (1 - d) * power(d, round - from) * 0.07 * cohesion[round];
        cr_expect_float_eq(war_of_b(text, from), war, 1e-9, "round %d", from);
    }
}

/* Status 2 that grows by a tenth in each round fought, of which 5 lie before the run. */
Test(levers, status_is_worth_more_as_the_war_goes_on)
{
#define STATUS(war)                                                                                \
    WORLD("trials = 64;", "status = 2.0; status_growth = 0.1;", "", war, SILENT,                   \
          "levers = { s = { owner = \"us\"; target = \"a\"; kind = \"status\";"                    \
          "  size = 0.1; credibility = 0.5; }; };")
    for (int round = 0; round < 6; round++) {
        cr_expect_float_eq(bonus_of_a(STATUS(""), round), 0.1 * (1 + 0.1 * round), 1e-12, "%g",
                           bonus_of_a(STATUS(""), round));
        cr_expect_float_eq(bonus_of_a(STATUS("age = 5;"), round), 0.1 * (1.5 + 0.1 * round), 1e-12,
                           "%g", bonus_of_a(STATUS("age = 5;"), round));
    }
}

/* What replaces withheld aid whole leaves the war as it was; with a lag, one round of it is lost.
 */
Test(levers, backfill_replaces_withheld_aid)
{
#define AID(more)                                                                                  \
    WORLD("trials = 64;", "", "", "sensitivity = 0.02;", SILENT,                                   \
          "levers = { cut = { owner = \"us\"; target = \"b\"; kind = \"pressure\"; on = \"aid\";"  \
          "    size = 0.5; when = { from = 2; }; };" more " };")
#define FILL(more) "fill = { owner = \"eu\"; target = \"b\"; kind = \"backfill\"; " more " };"
    double none = war_of_b(WORLD("trials = 64;", "", "", "sensitivity = 0.02;", SILENT, ""), 0);
    double cut = war_of_b(AID(""), 0), whole = war_of_b(AID(FILL("")), 0);
    double half = war_of_b(AID(FILL("size = 0.5;")), 0),
           late = war_of_b(AID(FILL("when = { lag = 1; };")), 0);
    cr_expect_float_eq(whole, none, 1e-9);
    cr_expect(cut < half && half < none, "%.4f %.4f %.4f", cut, half, none);
    /* one round's drift of .02 (1/2 - 1) / (1/2 + 1) is there for good from round 3 on */
    cr_expect_float_eq(none - late, power(d, 3) * 0.02 / 3, 2e-4);
}

/* u - a (1 - u) >= W at an audience cost of a = .3, halved by outreach. */
Test(levers, outreach_spares_audience_costs)
{
    for (int k = 0; k < 2; k++) {
        struct play run =
            play(WORLD("trials = 64;", "audience_cost = 0.3;", "", "", SILENT,
                       "levers = { o = { owner = \"us\"; target = \"a\"; kind = \"outreach\";"
                       "  intensity = %g; }; };"),
                 0.5 * k);
        double a = k == 0 ? 0.3 : 0.15;
        cr_expect_float_eq(tally_mean(&run.summary->zone[0].high), 1 - (0.4 + a) / (1 + a), 1e-9);
        play_free(&run);
    }
}

/* Normal beliefs: precision adds up; and the mean comes nearer to what b wants. */
Test(levers, intelligence_adds_precision)
{
    const char *text =
        "name = \"spies\"; run = { trials = 64; horizon = 6; };"
        "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
        "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95; "
        "    war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; };"
        "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95; "
        "    resolve = { dist = \"normal\"; mean = 0.1; sd = 0.05; };"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"
        "  us = { role = \"mediator\"; }; };"
        "war = { model = \"front\"; start = 0.5; };"
        "process = { protocol = \"mediated\"; " SILENT " };"
        "levers = { i = { owner = \"us\"; target = \"b\"; kind = \"intelligence\"; size = 0.08;"
        "  intensity = 0.6; }; };";
    double before = 0, after = 0;
    for (uint64_t trial = 0; trial < 200; trial++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(text, trial, &scenario);
        double wanted = chronicle->trait[1].resolve;
        for (int round = 0; round < 6; round++) {
            double precision = 1 / (0.05 * 0.05) + (round + 1) * 0.6 / (0.08 * 0.08);
            cr_expect_float_eq(chronicle->round[round].actor[1].belief_sd, 1 / sqrt(precision),
                               1e-4);
        }
        double mean = chronicle->round[5].actor[1].belief_mean;
        before += (wanted - 0.1) * (wanted - 0.1) / 200;
        after += (wanted - mean) * (wanted - mean) / 200;
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
    /* Expected square errors .0025 and 1 / (400 + 562.5); each within four standard errors of a
     * mean of 200 chi-squares, sqrt(2 / 200): false alarms 1 in 10,000, the seed is fixed. */
    cr_expect(fabs(before / 0.0025 - 1) < 0.4, "%.5f", before);
    cr_expect(fabs(after * 962.5 - 1) < 0.4, "%.5f", after);
}

/* A quarter of the owners never pull: within four standard errors of 4,096 trials, false alarms 6
 * in 100,000. */
Test(levers, a_lever_may_never_be_pulled)
{
    struct play run = play(WORLD("trials = 4096;", "", "", "", SILENT,
                                 LEVERS(PRESSURE("when = { chance = 0.75; };"))));
    double share = (0.4 - tally_mean(&run.summary->zone[3].low)) / 0.1;
    cr_expect(play_near(&run, share, 0.75), "%.4f", share);
    play_free(&run);
}

/* A decay of .2, a quarter of which outreach of .5 at size .5 spares: .8, and .85 of it a round of
 * war. */
Test(levers, outreach_slows_the_decay_of_legitimacy)
{
#define REACH(intensity)                                                                           \
    WORLD("trials = 64;", "legitimacy = { start = 0.8; decay = 0.2; audience = 0.1; };", "", "",   \
          SILENT,                                                                                  \
          "levers = { o = { owner = \"us\"; target = \"a\"; kind = \"outreach\";"                  \
          "  on = \"legitimacy\"; size = 0.5; intensity = " intensity "; }; };")
    const char *texts[] = { REACH("0.0"), REACH("0.5") };
    for (int k = 0; k < 2; k++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(texts[k], 0, &scenario);
        for (int round = 0; round < 6; round++)
            cr_expect_float_eq(chronicle->round[round].actor[0].legitimacy,
                               0.8 * power(k == 0 ? 0.8 : 0.85, round), 1e-12, "%d, round %d", k,
                               round);
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
}

/* Of an erosion of .2 outreach of .6 at size .5 leaves .14. */
Test(levers, outreach_spares_the_allies_cohesion)
{
    const char *text =
        WORLD("trials = 64;", "", "", "",
              SILENT "cohesion = { allies = ( \"us\" ); partners = ( \"b\" ); erosion = 0.2; };",
              LEVERS(PRESSURE("intensity = 0.7;") "o = { owner = \"eu\"; target = \"b\"; kind = "
                                                  "\"outreach\"; on = \"cohesion\"; size = 0.5; "
                                                  "intensity = 0.6; };"));
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    double cohesion = 1;
    for (int round = 0; round < 6; round++) {
        cr_expect_float_eq(chronicle->round[round].cohesion, cohesion, 1e-12, "round %d", round);
        cohesion -= 0.14 * 0.7 * cohesion * cohesion;
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* b is offered one half and keeps .4. The mediator misreads it by a noise of .4, of which
 * intelligence of .5 at size .5 takes a quarter away: the chance of a yes is Phi(.1 / .3), of which
 * Abramowitz and Stegun, table 26.1, have .63056, against Phi(.1 / .4) = .59871. */
Test(levers, intelligence_takes_noise_away)
{
#define SPIES(intensity)                                                                           \
    WORLD("trials = 64;", "", "", "", MENU "noise = 0.4;",                                         \
          "packages = { p = { x = 0.5; }; }; levers = { i = { owner = \"us\"; target = \"b\";"     \
          "  kind = \"intelligence\"; on = \"noise\"; size = 0.5; intensity = " intensity          \
          "; }; };")
    const char *texts[] = { SPIES("0.0"), SPIES("0.5") };
    const double chance[] = { 0.59871, 0.63056 };
    for (int k = 0; k < 2; k++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(texts[k], 0, &scenario);
        cr_expect_eq(chronicle->round[0].tabled, TABLED_TEXT);
        cr_expect_float_eq(chronicle->round[0].actor[1].reckoned, chance[k], 1e-5, "%g",
                           chronicle->round[0].actor[1].reckoned);
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
}
