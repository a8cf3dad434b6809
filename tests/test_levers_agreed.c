/* What levers do to agreements, and what becomes of trust and cohesion. */
#include "tests/lever_world.h"

#define GAME(process, more)                                                                        \
    WORLD("trials = 64;", "", "", "", "solver = \"menu\"; " process,                               \
          "packages = { p = { x = 0.5; }; };" more)

/* Two tranches, a step with chance .5 in each round after that of the signature, paid from the next
 * on: d Phi at the signature. */
Test(levers_agreed, tranches_follow_verified_steps)
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

#define STEPS "steps = { count = 3; rate = 0.4; };"
#define STAGED                                                                                     \
    "comprehensive = { staged = true; rate = 0.4; stall = 0.1; };"                                 \
    "ceasefire = { perceived = 0.0; flare_up = 0.0; flare_up_later = 0.0; };"
#define NO_STALL "comprehensive = { staged = true; rate = 0.1; stall = 0.0; };"
#define WAITS(process, reward)                                                                     \
    LASTING("40", "trials = 4096;", "", "", "", "solver = \"menu\"; " process,                     \
            "packages = { p = { x = 0.49; }; };" LEVERS(CARROT(reward)))

/* What follows a step or a second text is worth its wait as of the first signature, and comes to
 * that: each row's incentive of .1, and the wait. The
 * text gives b less than a freeze does, .49 for .5, so that stalled talks are not begun again. A
 * trial's sum lies between 0 and .1, its sd is below .05: four standard errors, false alarms 6 in
 * 100,000. */
Test(levers_agreed, a_wait_is_worth_what_comes_of_it)
{
    const double q = d * 0.4 / (1 - d * 0.6), c = d * 0.4 / (1 - d * 0.6 * 0.9);
    const double stalls = d * d * 0.6 * 0.1 / (1 - d * 0.6 * 0.9);
    const struct {
        const char *text;
        double wait;
    } row[] = {
        { WAITS(STEPS, "when = { after = \"step\"; step = 1; };"), d * q },
        { WAITS(STEPS, "when = { after = \"step\"; step = 3; };"), d * q * q * q },
        { WAITS(STEPS, "when = { after = \"step\"; step = 2; lag = 2; ramp = 2; };"),
          d * q * q * (d + d * d) / 2 },
        { WAITS(STEPS, "when = { after = \"step\"; step = 2; }; tranches = { released = true; };"),
          d * q * q * (2 + q) / 3 },
        { WAITS(STEPS, "when = { after = \"step\"; step = 4; };"), 0 },
        { WAITS("", "when = { after = \"step\"; step = 1; };"), 0 },
        { WAITS("", "when = { after = \"settlement\"; };"), 1 },
        { WAITS(STAGED, "when = { after = \"settlement\"; };"), d * c },
        { WAITS(STAGED, "when = { after = \"settlement\"; lag = 1; ramp = 4; };"),
          d * c * (1 + d + d * d + d * d * d) / 4 },
        { WAITS(STAGED, "when = { after = \"settlement\"; }; tranches = { released = true; };"),
          d * c },
        { WAITS("", "when = { after = \"framework\"; };"), 1 },
        { WAITS(NO_STALL, "tranches = { released = true; };"), d },
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        double worth = 0.1 * row[k].wait;
        cr_expect_float_eq(bonus_of_a(row[k].text, 0), worth, 1e-12, "%zu", k);
        struct play run = play("%s", row[k].text);
        double realised =
            tally_mean(&run.summary->actor[0].utility.tally) - 0.51 +
            (run.scenario->process.comprehensive.stall.expected > 0 ? 0.01 * stalls : 0);
        cr_expect(fabs(realised - worth) < 4 * 0.05 / 64 + 1e-9, "%zu: %.6f %.6f", k, realised,
                  worth);
        play_free(&run);
    }
}

/* As steps are done the wait for the third grows shorter, and a second text that is on the table is
 * one round away; what waits for it is no part of what a party keeps by refusing it, but a gift is.
 */
Test(levers_agreed, a_wait_grows_shorter)
{
    const double q = d * 0.4 / (1 - d * 0.6);
    struct scenario *scenario;
    struct chronicle *chronicle =
        told(WAITS(STEPS, "when = { after = \"step\"; step = 3; };"), 3, &scenario);
    for (int round = 1; round < 12; round++) {
        int left = 3 - (int)chronicle->round[round - 1].steps;
        cr_expect_float_eq(chronicle->round[round].lever[0].bonus, 0.1 * power(q, left), 1e-12,
                           "round %d, %d left", round, left);
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
    chronicle = told(WAITS(STAGED "violation = 0.05;",
                           "when = { after = \"settlement\"; }; early = { share = 0.25; };"),
                     1, &scenario);
    const double eta = d * 0.05 / (1 - d * 0.95);
    int texts = 0;
    for (int round = 1; round < 12; round++)
        if (chronicle->round[round].phase == PHASE_TALKS && chronicle->round[round].fresh) {
            const struct chronicle_actor *seen = &chronicle->round[round].actor[0];
            cr_expect_float_eq(chronicle->round[round].lever[0].bonus, 0.025 + 0.075 * d, 1e-12);
            cr_expect_float_eq(seen->worth - seen->held, (1 - eta) * 0.075 * d, 1e-12);
            texts++;
        }
    cr_expect(texts > 0);
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* Steps are done behind a framework, too: a second text that changes nothing is worth nothing more
 * than what a party keeps by refusing it, whatever waits for its steps. */
Test(levers_agreed, what_waits_for_steps_is_kept)
{
    struct scenario *scenario;
    struct chronicle *chronicle =
        told(WAITS(STAGED STEPS "violation = 0.05;", "when = { after = \"step\"; step = 3; };"), 1,
             &scenario);
    int texts = 0;
    for (int round = 1; round < 12; round++)
        if (chronicle->round[round].phase == PHASE_TALKS && chronicle->round[round].fresh) {
            const struct chronicle_actor *seen = &chronicle->round[round].actor[0];
            cr_expect(chronicle->round[round].lever[0].bonus > 0);
            cr_expect_float_eq(seen->worth - seen->held, 0, 1e-12);
            texts++;
        }
    cr_expect(texts > 0);
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* What is outstanding takes half of the hazard away at first, a quarter after one of two steps,
 * nothing when all is paid; a violation ends it. */
Test(levers_agreed, what_is_outstanding_restrains)
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
Test(levers_agreed, guarantees_are_bound_by_a_vote_and_void_by_a_breach)
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
Test(levers_agreed, trust_sets_levers_off_and_levers_make_trust)
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
Test(levers_agreed, cohesion_is_shaken_and_recovers)
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
Test(levers_agreed, a_guarantee_that_waits_for_a_step_guards_nothing_meanwhile)
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
Test(levers_agreed, an_early_share_is_not_paid_twice)
{
    struct play run =
        play(GAME("", LEVERS(CARROT("credibility = 0.3; early = { share = 0.2; proof = 0.8; };"))));
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally),
                       0.5 + 0.1 * (0.8 * (1 - 0.7 * 0.84) + 0.2), 1e-9);
    play_free(&run);
}

/* Leaders who agreed on principles before the talks have spoken. */
Test(levers_agreed, recognition_is_worth_more_from_leader_to_leader)
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

/* What waits for an agreement is pulled while one is in force, not in the war or the freeze that
 * follows it: a settlement, or a framework, that breaks; a framework whose talks stall; nor is what
 * waits for a settlement pulled behind a framework. Its lag and ramp count anew from each
 * signature: before it .1 is worth .05 (d^2 + d^3), and a round less of waiting in each round after
 * it; times d behind a framework for what the second text brings, nothing before it where none will
 * come. */
Test(levers_agreed, what_waits_for_an_agreement_is_lost_with_it)
{
#define WAITING(after)                                                                             \
    LEVERS(CARROT("when = { after = \"" after "\"; lag = 2; ramp = 2; };")                         \
               PRESSURE("when = { after = \"" after "\"; };"))
    const char *const texts[] = {
        GAME("violation = 0.8;", WAITING("settlement")),
        GAME("violation = 0.8;", WAITING("framework")),
        GAME("comprehensive = { staged = true; rate = 0.0; stall = 0.8; };", WAITING("framework")),
        GAME("comprehensive = { staged = true; rate = 0.0; };", WAITING("settlement")),
    };
    for (int k = 0; k < 4; k++) {
        int lost = 0;
        for (uint64_t trial = 0; trial < 20; trial++) {
            struct scenario *scenario;
            struct chronicle *chronicle = told(texts[k], trial, &scenario);
            for (int round = 0, age = 0; round < 6; round++) {
                const struct chronicle_round *seen = &chronicle->round[round];
                bool agreed = seen->phase == PHASE_SETTLED || (k < 3 && seen->phase == PHASE_TALKS);
                age = agreed ? age + 1 : 0;
                double bonus =
                    0.05 * (power(d, age < 2 ? 2 - age : 0) + power(d, age < 3 ? 3 - age : 0));
                if (k == 3 && seen->phase != PHASE_TALKS)
                    bonus = 0;
                cr_expect_eq(seen->lever[0].pays, agreed, "%d: round %d", k, round);
                cr_expect_eq(seen->lever[1].pays, agreed, "%d: round %d", k, round);
                cr_expect_float_eq(seen->lever[0].bonus, bonus, 1e-12, "%d: round %d", k, round);
                lost += round > 0 && !agreed;
            }
            chronicle_free(chronicle);
            scenario_free(scenario);
        }
        cr_expect(lost > 0);
    }
}
