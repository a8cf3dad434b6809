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

/* b is helped once it has refused a text: by its strength again until round 3 and by half of both
 * until round 2. Of a move m in the s-th round from now W has d^s m: two of .02 2/4, one of .02
 * 1/3. An incentive that nobody could count on, and is there for good, has nothing to do with it.
 */
Test(surprise, each_cause_pushes_the_front_as_long_as_it_lasts)
{
    const double d = 0.95;
    struct play run = play(
        WORLD("0.95", "horizon = 6;", "", "", "sensitivity = 0.02;", "solver = \"menu\";",
              "packages = { bad = { x = 0.0; }; };"
              "levers = { s = { owner = \"us\"; target = \"b\"; kind = \"support\"; size = 0.5;"
              "    when = { rejections = 1; until = 2; }; };"
              "  l = { owner = \"us\"; target = \"b\"; kind = \"support\"; size = 1.0;"
              "    when = { rejections = 1; until = 3; }; };"
              "  c = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.1;"
              "    when = { chance = 1.0; }; }; };"));
    const double both = 0.02 * 2 / 4, one = 0.02 / 3;
    cr_expect_float_eq(war_of_b(&run, 1), 0.4 + both * (d + d * d) + one * d * d * d, 1e-6);
    cr_expect_float_eq(war_of_b(&run, 2), 0.4 + both + both * d + one * d * d, 1e-6);
    cr_expect_float_eq(war_of_b(&run, 3), 0.4 + 2 * both + one * d, 1e-6);
    cr_expect_float_eq(war_of_b(&run, 4), 0.4 + 2 * both + one, 1e-6);
    play_free(&run);
}

/* The same of two shocks. */
Test(surprise, each_shock_pushes_the_front_as_long_as_it_lasts)
{
    const double d = 0.95, both = 0.02 * 2 / 4, one = 0.02 / 3;
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "", "", "sensitivity = 0.02;", SILENT,
                   "shocks = { l = { target = \"b\"; on = \"capability\"; at = 2; size = 1.0;"
                   "    duration = 3; };"
                   "  s = { target = \"b\"; on = \"capability\"; at = 2; size = 0.5;"
                   "    duration = 1; }; };"));
    cr_expect_float_eq(war_of_b(&run, 2), 0.4 + both * d + one * (d * d + d * d * d), 1e-6);
    cr_expect_float_eq(war_of_b(&run, 3), 0.4 + both + one * (d + d * d), 1e-6);
    play_free(&run);
}

/* What has been burned is gone, and what will be is not foreseen: in round 2, after one round of
 * pressure on burn, W is the same whether it is over or goes on. */
Test(surprise, what_is_burned_is_gone_for_good)
{
    double war[2];
    for (int k = 0; k < 2; k++) {
        struct play run = play(
            WORLD("0.95", "horizon = 6;", "resource = 20;", "", "sensitivity = 0.02;",
                  "solver = \"menu\";",
                  "packages = { bad = { x = 1.0; }; };"
                  "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"pressure\";"
                  "  on = \"burn\"; size = 3.0; when = { rejections = 1; until = %d; }; }; };"),
            k == 0 ? 1 : 3);
        war[k] = war_of_b(&run, 2);
        play_free(&run);
    }
    cr_expect_float_eq(war[0], war[1], 1e-12, "%.6f, %.6f", war[0], war[1]);
}

/* Air defence that comes with a refusal keeps a half of .2 a round off for two rounds, whatever
 * else the refusal sets off. */
Test(surprise, shelter_counts_for_its_rounds)
{
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "costs = { grid = { cost = 0.2; strikes = true; }; };",
                   "", "", "solver = \"menu\";",
                   "packages = { bad = { x = 1.0; }; };"
                   "levers = { s = { owner = \"us\"; target = \"a\"; kind = \"support\";"
                   "    on = \"damage\"; size = 0.5; when = { rejections = 1; until = 2; }; };"
                   "  c = { owner = \"us\"; target = \"b\"; kind = \"incentive\"; size = 0.1;"
                   "    when = { chance = 1.0; }; }; };"));
    for (int round = 0; round < 4; round++) {
        double left = round == 0 || round == 3 ? 0 : 3 - round;
        cr_expect_float_eq(war_of_a(&run, round), 0.2 + (1 - pow(0.95, left)) * 0.1, 1e-9,
                           "round %d: %.6f", round, war_of_a(&run, round));
    }
    play_free(&run);
}

/* Half of a's aid is withheld from round 1 to 5, half of that is replaced until round 2, and b is
 * twice as strong in round 1: moves of .02 1.25/2.75, .02 .25/1.75 and three of .02 .5/1.5. */
Test(surprise, what_lasts_longest_is_what_is_left_in_the_end)
{
    const double d = 0.95;
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "", "", "sensitivity = 0.02;", SILENT,
                   "levers = { s = { owner = \"us\"; target = \"b\"; kind = \"support\";"
                   "    size = 1.0; when = { from = 1; until = 1; chance = 1.0; }; };"
                   "  p = { owner = \"us\"; target = \"a\"; kind = \"pressure\"; on = \"aid\";"
                   "    size = 0.5; when = { from = 1; until = 5; chance = 1.0; }; };"
                   "  f = { owner = \"us\"; target = \"a\"; kind = \"backfill\"; size = 0.5;"
                   "    when = { until = 2; }; }; };"));
    cr_expect_float_eq(war_of_b(&run, 0), 0.4, 1e-9);
    cr_expect_float_eq(
        war_of_b(&run, 1),
        0.4 + 0.02 * (d * 1.25 / 2.75 + d * d / 7 + (d * d * d + pow(d, 4) + pow(d, 5)) / 3), 1e-6);
    play_free(&run);
}

/* Those of the two shocks where they are a's, and the price of the men that a round's move costs
 * it, 2 a unit: of the round at hand, and of the two after it. */
Test(surprise, casualties_follow_each_push)
{
    const double d = 0.95, both = 0.02 * 2 / 4, one = 0.02 / 3;
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "casualties = 2.0;", "", "sensitivity = 0.02;", SILENT,
                   "shocks = { l = { target = \"a\"; on = \"capability\"; at = 2; size = 1.0;"
                   "    duration = 3; };"
                   "  s = { target = \"a\"; on = \"capability\"; at = 2; size = 0.5;"
                   "    duration = 1; }; };"));
    double men = 2 * (1 - d) * (both + one * (d + d * d));
    cr_expect_float_eq(war_of_a(&run, 2), 0.4 + both * d + one * (d * d + d * d * d) - men, 1e-6);
    play_free(&run);
}
