/* What levers do to the bargaining range, in a world in which it has a closed form. */
#include "engine/chronicle.h"
#include "tests/play.h"

/* A standing front at one half, cost .1 to both, discount .95, a mediator: with a single issue the
 * range runs from W of b, .4, to 1 - W of a + incentives of a, .6 without any. */
#define WORLD(run, a, us, war, process, more)                                                      \
    "name = \"world\"; run = { horizon = 6; " run " };"                                            \
    "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"                          \
    "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95; "   \
    "    war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; " a " };"                   \
    "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95; "           \
    "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"                         \
    "  us = { role = \"mediator\"; " us " }; eu = { role = \"mediator\"; }; };"                    \
    "war = { model = \"front\"; start = 0.5; " war " };"                                           \
    "process = { protocol = \"mediated\"; " process " };" more

#define SILENT "solver = \"nash\"; text_rate = 0.0;"
/* One text, which gives b or a nothing: it refuses that. */
#define MENU "solver = \"menu\";"
#define HARSH_TO_B "packages = { p = { x = 0.0; }; };"
#define HARSH_TO_A "packages = { p = { x = 1.0; }; };"

static const double d = 0.95;

static double power(double base, int times)
{
    double product = 1;
    for (int k = 0; k < times; k++)
        product *= base;
    return product;
}

/* One trial told; the caller frees both. */
static struct chronicle *told(const char *text, uint64_t trial, struct scenario **scenario)
{
    struct faults faults = { 0 };
    *scenario = scenario_from_text(text, "test", &faults);
    faults_print(&faults, stderr);
    cr_assert(*scenario != NULL);
    struct chronicle *chronicle = chronicle_new(*scenario);
    chronicle_play(chronicle, trial);
    return chronicle;
}

static double war_of_b(const char *text, int round)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    double war = chronicle->round[round].actor[1].war;
    chronicle_free(chronicle);
    scenario_free(scenario);
    return war;
}

/* What the levers add to a settlement for a. */
static double bonus_of_a(const char *text, int round)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    double bonus = 0;
    for (int k = 0; k < scenario->levers; k++)
        bonus += chronicle->round[round].lever[k].bonus;
    chronicle_free(chronicle);
    scenario_free(scenario);
    return bonus;
}

#define PRESSURE(more)                                                                             \
    "l = { owner = \"us\"; target = \"b\"; kind = \"pressure\"; on = \"cost\"; size = 0.1; " more  \
    " };"
#define CARROT(more)                                                                               \
    "c = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.1; " more " };"
#define LEVERS(list) "levers = { " list " };"

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

/* Status 2 that grows by a tenth in each round fought. */
Test(levers, status_is_worth_more_as_the_war_goes_on)
{
    const char *text = WORLD("trials = 64;", "status = 2.0; status_growth = 0.1;", "", "", SILENT,
                             "levers = { s = { owner = \"us\"; target = \"a\"; kind = \"status\";"
                             "  size = 0.1; credibility = 0.5; }; };");
    for (int round = 0; round < 6; round++)
        cr_expect_float_eq(bonus_of_a(text, round), 0.1 * (1 + 0.1 * round), 1e-12, "%g",
                           bonus_of_a(text, round));
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

#define GAME(process, more)                                                                        \
    WORLD("trials = 64;", "", "", "", "solver = \"menu\"; " process,                               \
          "packages = { p = { x = 0.5; }; };" more)

/* Two tranches, a step with chance .5 in each round after that of the signature, paid from the next
 * on: d Phi at the signature. */
Test(levers, tranches_follow_verified_steps)
{
    const double q = d * 0.5 / (1 - d * 0.5), worth = 0.1 * d * (q + q * q) / 2;
    const char *text = WORLD(
        "trials = 4096;", "", "", "", "solver = \"menu\"; steps = { count = 2; rate = 0.5; };",
        "packages = { p = { x = 0.5; }; };" LEVERS(CARROT("when = { after = \"framework\"; };"
                                                          "tranches = { released = true; };")));
    cr_expect_float_eq(bonus_of_a(text, 0), worth, 1e-12);
    struct play run = play("%s", text);
    double realised = tally_mean(&run.summary->actor[0].utility.tally);
    /* A trial's sum lies between 0 and .1, its sd is below .02 (rounds to both steps: sd 2, each of
     * .05 (1 - d) d^t): four standard errors, false alarms 6 in 100,000. */
    cr_expect(fabs(realised - 0.5 - worth) < 4 * 0.02 / 64, "%.6f %.6f", realised, 0.5 + worth);
    play_free(&run);
}

/* What is outstanding takes half of the hazard away at first, a quarter after one of two steps,
 * nothing when all is paid; a violation ends it. */
Test(levers, what_is_outstanding_restrains)
{
    const char *text = GAME("violation = 0.2; steps = { count = 2; rate = 0.3; };",
                            LEVERS(CARROT("credibility = 0.8; when = { after = \"framework\"; };"
                                          "tranches = { released = true; restraint = 0.625; };")));
    int broken = 0;
    for (uint64_t trial = 0; trial < 60; trial++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(text, trial, &scenario);
        cr_expect_float_eq(chronicle->round[0].hazard, 0.1, 1e-12);
        for (int round = 1; round < 6 && chronicle->round[round].phase == PHASE_SETTLED; round++) {
            const struct chronicle_lever *seen = &chronicle->round[round].lever[0];
            double done = seen->paid / 0.04;
            cr_expect_float_eq(chronicle->round[round].hazard, 0.1 * (1 + done / 2), 1e-9);
        }
        for (int round = 1; round < 6; round++)
            if (chronicle->round[round].phase == PHASE_WAR) {
                cr_expect_not(chronicle->round[round].lever[0].on, "it snapped back");
                broken++;
            }
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
    cr_expect(broken > 0);
}

/* A guarantee that its owner's vote binds; one that ends if it is its target that attacks, which is
 * so in some trials and not in others. */
Test(levers, guarantees_are_bound_by_a_vote_and_void_by_a_breach)
{
    const char *text =
        GAME("violation = 0.9; ratification = { by = ( \"us\" ); delay = 1; support = 9.0; };",
             "levers = { g = { owner = \"us\"; target = \"a\"; kind = \"guarantee\";"
             "  credibility = 0.3; bound = 0.7; when = { until_breach = true; }; }; };");
    int kept = 0, lost = 0;
    for (uint64_t trial = 0; trial < 60; trial++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(text, trial, &scenario);
        cr_expect_float_eq(chronicle->round[0].credibility, 0.3, 1e-12, "signed");
        cr_expect_float_eq(chronicle->round[1].credibility, 0.3, 1e-12, "before the vote");
        cr_expect_float_eq(chronicle->round[2].credibility, 0.7, 1e-12, "bound");
        if (chronicle->round[3].phase == PHASE_WAR) {
            kept += fabs(chronicle->round[3].credibility - 0.7) < 1e-12;
            lost += fabs(chronicle->round[3].credibility) < 1e-12;
        }
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
    cr_expect(kept > 0 && lost > 0, "%d %d", kept, lost);
}

/* Trust that reverts from .2 to 1 by half its distance a round passes .7 in round 2, by exchanges
 * of prisoners too: from .2 by a share of .5, without reversion. */
Test(levers, trust_sets_levers_off_and_levers_make_trust)
{
    const char *reverts = WORLD("trials = 64;", "", "", "",
                                SILENT "trust = { start = 0.2; base = 1.0; reversion = 0.5; };",
                                LEVERS(CARROT("when = { after = \"trust\"; trust = 0.7; };")));
    const char *built =
        WORLD("trials = 64;", "", "", "", SILENT "trust = { start = 0.2; };",
              LEVERS(CARROT(
                  "when = { after = \"trust\"; trust = 0.7; };") "p = { owner = \"eu\"; target = "
                                                                 "\"b\"; kind = \"confidence\"; "
                                                                 "size = 0.5; };"));
    const char *texts[] = { reverts, built };
    for (int k = 0; k < 2; k++) {
        struct scenario *scenario;
        struct chronicle *chronicle = told(texts[k], 0, &scenario);
        for (int round = 0; round < 6; round++)
            cr_expect_eq(chronicle->round[round].lever[0].pays, round >= 2, "%d, round %d", k,
                         round);
        chronicle_free(chronicle);
        scenario_free(scenario);
    }
}

/* A shock on cohesion, a floor, and recovery by half of the distance. */
Test(levers, cohesion_is_shaken_and_recovers)
{
    const char *text = WORLD(
        "trials = 64;", "", "", "",
        SILENT "cohesion = { allies = ( \"us\" ); recovery = 0.5; floor = 0.2; };",
        "shocks = { s = { target = \"b\"; on = \"cohesion\"; at = 2; size = -0.9; }; };" LEVERS(
            PRESSURE("")));
    const double expected[] = { 1, 1, 0.2, 0.6, 0.8, 0.9 };
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    for (int round = 0; round < 6; round++) {
        cr_expect_float_eq(chronicle->round[round].cohesion, expected[round], 1e-12);
        cr_expect_float_eq(chronicle->round[round].lever[0].cost, 0.1 * expected[round], 1e-12);
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* Monitoring that waits for a step of a settlement is reckoned with when that is signed, and is not
 * there before the step is done. */
Test(levers, a_guarantee_that_waits_for_a_step_guards_nothing_meanwhile)
{
    const char *text =
        GAME("violation = 0.1; steps = { count = 1; rate = 1.0; };",
             "levers = { m = { owner = \"us\"; target = \"a\"; kind = \"guarantee\";"
             "  on = \"verification\"; size = 0.4; when = { after = \"step\"; }; }; };");
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 1, &scenario);
    const double expected[] = { 0.06, 0.1, 0.06 };
    for (int round = 0; round < 3; round++)
        cr_expect_float_eq(chronicle->round[round].hazard, expected[round], 1e-12, "round %d: %g",
                           round, chronicle->round[round].hazard);
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* What an incentive with an early share comes to is what was expected of it at its signature. */
Test(levers, an_early_share_is_not_paid_twice)
{
    struct play run =
        play(GAME("", LEVERS(CARROT("credibility = 0.3; early = { share = 0.2; proof = 0.8; };"))));
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally),
                       0.5 + 0.1 * (0.8 * (1 - 0.7 * 0.84) + 0.2), 1e-9);
    play_free(&run);
}

/* Leaders who agreed on principles before the talks have spoken. */
Test(levers, recognition_is_worth_more_from_leader_to_leader)
{
#define STATUS                                                                                     \
    "levers = { s = { owner = \"us\"; target = \"a\"; kind = \"status\"; size = 0.1;"              \
    "  personal = 0.7; }; };"
    cr_expect_float_eq(bonus_of_a(WORLD("trials = 64;", "", "", "", SILENT, STATUS), 0), 0.1,
                       1e-12);
    cr_expect_float_eq(bonus_of_a(WORLD("trials = 64;", "", "", "",
                                        SILENT "leader_channel = { principles = 0.2; };", STATUS),
                                  0),
                       0.17, 1e-12);
}
