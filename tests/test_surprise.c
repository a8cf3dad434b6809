/* What history sets off moves the value of war for as long as it lasts, and within what it can be.
 */
#include "tests/world.h"

/* A cost of .1 for one round takes (1 - d) .1 from W, d = .95. */
Test(surprise, pressure_counts_for_its_rounds)
{
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "", "", "", "solver = \"menu\";",
                   "packages = { bad = { x = 0.0; }; };"
                   "levers = { l = { owner = \"us\"; target = \"b\"; kind = \"pressure\";"
                   "  on = \"cost\"; size = 0.1; when = { rejections = 1; until = 1; }; }; };"));
    cr_expect_float_eq(war_of_b(&run, 0), 0.4, 1e-9);
    cr_expect_float_eq(war_of_b(&run, 1), 0.4 - 0.05 * 0.1, 1e-9);
    cr_expect_float_eq(war_of_b(&run, 2), 0.4, 1e-9);
    play_free(&run);
}

/* A lever that was expected and is taken away, since its owner left, leaves W where it is without
 * it. */
Test(surprise, what_is_taken_away_is_as_though_it_had_never_been)
{
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "", "", "", SILENT,
                   "levers = { l = { owner = \"us\"; target = \"b\"; kind = \"pressure\";"
                   "  on = \"cost\"; size = 0.1; }; };"));
    double with = war_of_b(&run, 0);
    play_free(&run);
    run = play(
        "name = \"gone\"; run = { trials = 64; horizon = 6; };"
        "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
        "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; };"
        "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"
        "  us = { role = \"mediator\"; walk_away = 1.0; }; };"
        "war = { model = \"front\"; start = 0.5; };"
        "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0; };"
        "levers = { l = { owner = \"us\"; target = \"b\"; kind = \"pressure\";"
        "  on = \"cost\"; size = 0.1; }; };");
    cr_expect_float_eq(with, 0.3, 1e-9, "W with the lever for good");
    cr_expect_float_eq(war_of_b(&run, 0), 0.4, 1e-9, "and without its owner");
    play_free(&run);
}

/* Capability ten times as high for one round moves the front by .02 (9 / 11) once: W by d times
 * that. */
Test(surprise, a_round_of_strength_is_a_step_of_the_front)
{
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "", "", "sensitivity = 0.02;", SILENT,
                   "shocks = { s = { target = \"b\"; on = \"capability\"; at = 3; size = 9.0;"
                   "  duration = 1; }; };"));
    cr_expect_float_eq(war_of_b(&run, 3) - war_of_b(&run, 2), 0.95 * 0.02 * 9 / 11, 1e-6);
    cr_expect_float_eq(war_of_b(&run, 4) - war_of_b(&run, 2), 0.02 * 9 / 11, 1e-6,
                       "it has been made");
    play_free(&run);
}

/* An optimist that battles have taught values war as one that never was: one round of a front
 * without noise teaches all. */
Test(surprise, learned_optimism_is_no_optimism)
{
    struct play run = play(
        WORLD("0.95", "horizon = 6;", "", "optimism = 0.01; optimism_sd = 0.01;", "", SILENT, ""));
    cr_expect(war_of_b(&run, 0) > 0.5, "an optimist: %.4f", war_of_b(&run, 0));
    for (int round = 1; round < 6; round++)
        cr_expect_float_eq(war_of_b(&run, round), 0.4, 1e-4, "round %d: %.6f", round,
                           war_of_b(&run, round));
    play_free(&run);
}

/* However patient the parties, and however the front drifts: W lies between the worst and the best
 * that war can be. */
Test(surprise, values_of_war_stay_within_bounds)
{
    struct play run = play(
        WORLD("0.9999", "horizon = 12;", "", "", "sensitivity = 0.05;", "solver = \"menu\";",
              "packages = { bad = { x = 1.0; }; };"
              "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"pressure\"; on = \"aid\";"
              "  intensity = 0.8; when = { rejections = 1; }; }; };"));
    for (int round = 0; round < 12; round++) {
        if (run.summary->zone[round].open == 0)
            continue;
        cr_expect(war_of_a(&run, round) >= -0.1 - 1e-9 && war_of_a(&run, round) <= 1);
        cr_expect(war_of_b(&run, round) >= -0.1 - 1e-9 && war_of_b(&run, round) <= 1);
    }
    play_free(&run);
}

/* Without noise and talks, what an actor gets is what it expected at the start, whatever the
 * horizon: the terminal value continues the plan. */
Test(surprise, nothing_surprises_at_the_horizon)
{
    const int horizons[] = { 1, 5, 10 };
    for (int k = 0; k < 3; k++) {
        char rounds[40];
        snprintf(rounds, sizeof rounds, "horizon = %d;", horizons[k]);
        struct play run =
            play("name = \"tired\"; run = { trials = 64; %s };"
                 "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
                 "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1;"
                 "    discount = 0.95; war = { cost = 0.1; resource = 20; };"
                 "    positions = { x = { ideal = 0.0; }; }; };"
                 "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
                 "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; }; };"
                 "war = { model = \"front\"; start = 0.5; sensitivity = 0.02; };"
                 "process = { protocol = \"mediated\"; " SILENT " };",
                 rounds);
        cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally), war_of_a(&run, 0),
                           1e-6, "horizon %d", horizons[k]);
        play_free(&run);
    }
}

/* A text that was refused comes back when an incentive has made it worth more. */
Test(surprise, a_refused_text_returns_when_its_worth_has_moved)
{
    struct play run = play(
        WORLD("0.9999", "horizon = 6;", "", "", "", "solver = \"menu\";",
              "packages = { deal = { x = 0.7; }; };"
              "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.3;"
              "  when = { rejections = 1; }; }; };"));
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), run.summary->trials);
    cr_expect_eq(run.summary->texts, 2 * run.summary->trials, "refused once, then signed");
    play_free(&run);
}

/* An incentive that waits for the framework counts when the framework is signed. */
Test(surprise, incentives_behind_a_framework_count_at_its_signature)
{
    struct play run = play(
        WORLD("0.95", "horizon = 6;", "", "", "", "solver = \"menu\";",
              "packages = { deal = { x = 0.7; }; };"
              "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.3;"
              "  when = { after = \"framework\"; }; }; };"));
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), run.summary->trials);
    play_free(&run);
}

/* A war whose sides are both without strength is a toss-up, not a victory. */
Test(surprise, no_strength_on_either_side_is_a_toss_up)
{
    struct play run = play(
        "name = \"toss\"; run = { trials = 4096; horizon = 1; };"
        "issues = { x = { core = true; }; };"
        "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; };"
        "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"
        "  us = { role = \"mediator\"; }; };"
        "war = { model = \"lottery\"; };"
        "process = { protocol = \"mediated\"; " SILENT " };"
        "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"pressure\"; on = \"aid\"; };"
        "  m = { owner = \"us\"; target = \"b\"; kind = \"pressure\"; on = \"aid\"; }; };");
    cr_expect(play_near(&run, play_detail(&run, DETAIL_VICTORY), 0.5));
    cr_expect_eq(run.summary->failed, 0);
    play_free(&run);
}
