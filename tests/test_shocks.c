/* What shocks strike beside cost, capability and audience costs. */
#include "tests/trial.h"
#include "tests/world.h"

static struct play surprise(const char *process, const char *shock)
{
    return play("name = \"jump\"; run = { trials = 64; horizon = 6; };"
                "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
                "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = "
                "1; discount = 0.95; war = { cost = 0.1; }; positions = { x = { ideal = "
                "0.0; }; }; }; b = { role = \"belligerent\"; side = \"high\"; "
                "capability = 1; discount = 0.95; war = { cost = 0.1; };"
                "    positions = { x = { ideal = 1.0; }; }; }; };"
                "war = { model = \"front\"; start = 0.5; };"
                "process = { protocol = \"mediated\"; solver = \"nash\"; %s };"
                "shocks = { s = { on = \"front\"; at = 2; size = %s }; };",
                process, shock);
}

static double front_at_end(const char *process, const char *shock)
{
    struct play run = surprise(process, shock);
    struct chronicle *told = trial_told(run.scenario, 0);
    double at = told->round[5].after;
    chronicle_free(told);
    play_free(&run);
    return at;
}

/* The front jumps once, towards the side of the actor that is struck, and stays on the axis. */
Test(shocks, a_surprise_moves_the_front)
{
    const char *silent = "text_rate = 0;";
    cr_expect_float_eq(front_at_end(silent, "0.07; target = \"b\"; duration = 9;"), 0.57, 1e-12);
    cr_expect_float_eq(front_at_end(silent, "0.07; target = \"a\";"), 0.43, 1e-12);
    cr_expect_float_eq(front_at_end(silent, "-0.02; target = \"a\";"), 0.52, 1e-12);
    cr_expect_float_eq(front_at_end(silent, "0.7; target = \"b\";"), 1, 1e-12);
    cr_expect_float_eq(
        front_at_end("text_rate = 0; ceasefire = { rate = 1; perceived = 0; flare_up = 0; "
                     "flare_up_later = 0; };",
                     "0.07; target = \"b\";"),
        0.5, 1e-12, "no guns fire, no surprise");
}

/* Where no guns fire it moves nothing, and is not told. */
Test(shocks, a_surprise_is_told_where_it_strikes)
{
    static const char *const calm[] = { "text_rate = 0;",
                                        "text_rate = 0; ceasefire = { rate = 1; perceived = 0; "
                                        "flare_up = 0; flare_up_later = 0; };" };
    for (int frozen = 0; frozen < 2; frozen++) {
        struct play run = surprise(calm[frozen], "0.07; target = \"b\";");
        struct chronicle *told = trial_told(run.scenario, 0);
        cr_expect_eq(told->round[2].shock[0], !frozen);
        cr_expect_not(told->round[1].shock[0] || told->round[3].shock[0], "one round only");
        chronicle_free(told);
        play_free(&run);
    }
}

/* W is read at the front that has jumped: .1 to b's side, whose W was .4. */
Test(shocks, a_surprise_moves_the_value_of_war)
{
    struct play run = play(WORLD("0.95", "horizon = 6;", "", "", "", SILENT,
                                 "shocks = { s = { target = \"b\"; on = \"front\"; at = 2;"
                                 "  size = 0.1; }; };"));
    cr_expect_float_eq(war_of_b(&run, 1), 0.4, 1e-9);
    cr_expect_float_eq(war_of_b(&run, 2), 0.5, 1e-9);
    cr_expect_float_eq(war_of_b(&run, 5), 0.5, 1e-9);
    play_free(&run);
}

/* A window of ripeness: texts come with chance .1 (1 + 4) in rounds 2 and 3, else with .1; none is
 * signed, and each is another text since the front wavers. Four standard errors: false alarms 6 in
 * 100,000; the seed is fixed. */
Test(shocks, a_window_brings_texts)
{
    struct play run =
        play("name = \"window\"; run = { trials = 20000; horizon = 6; };"
             "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
             "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = "
             "0.95; war = { cost = 0.1; }; resolve = 0.9; positions = { x = { ideal = 0.0; }; }; };"
             "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
             "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"
             "  us = { role = \"mediator\"; }; };"
             "war = { model = \"front\"; start = 0.5; volatility = 0.2; boundary = \"reflect\"; };"
             "process = { protocol = \"mediated\"; solver = \"menu\"; text_rate = 0.1; };"
             "packages = { half = { x = 0.5; }; };"
             "shocks = { w = { target = \"us\"; on = \"texts\"; at = 2; size = 4; duration = 2; "
             "}; };");
    double expected = (4 * 0.1 + 2 * 0.5) * 20000;
    double error = sqrt(20000 * (4 * 0.09 + 2 * 0.25)), texts = (double)run.summary->texts;
    cr_expect(texts <= expected + 4 * error, "%g, at most %g", texts, expected);
    cr_expect(texts > 0.8 * expected, "few are stale: %g of %g", texts, expected);
    play_free(&run);
}

/* A mediator that loses patience in rounds 1 to 4 walks away with chance .3 in each: a text that
 * would come for certain in round 5 then comes with chance .7^4 (false alarms as above). */
Test(shocks, patience_runs_out)
{
    struct play run =
        play("name = \"patience\"; run = { trials = 20000; horizon = 6; };"
             "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
             "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = "
             "0.95; war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; };"
             "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
             "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"
             "  us = { role = \"mediator\"; }; };"
             "war = { model = \"front\"; start = 0.5; };"
             "process = { protocol = \"mediated\"; solver = \"nash\"; from = 5; };"
             "shocks = { tired = { target = \"us\"; on = \"patience\"; at = 1; size = 0.3;"
             "  duration = 4; }; };");
    double share = play_outcome(&run, OUTCOME_DEAL);
    cr_expect(play_near(&run, share, 0.7 * 0.7 * 0.7 * 0.7), "%.4f", share);
    play_free(&run);
}

/* Trust of one half loses four tenths of itself at once, or closes four tenths of the way to 1, and
 * then stays: nothing else moves it. */
Test(shocks, trust_moves_at_once)
{
    const struct {
        const char *size;
        double then;
    } cases[] = { { "-0.4", 0.3 }, { "0.4", 0.7 } };
    for (int k = 0; k < 2; k++) {
        struct play run =
            play(WORLD("0.95", "horizon = 6;", "", "", "",
                       SILENT "trust = { start = 0.5; reversion = 0; };",
                       "shocks = { s = { target = \"us\"; on = \"trust\"; at = 2; size = %s;"
                       "  duration = 3; }; };"),
                 cases[k].size);
        struct chronicle *told = trial_told(run.scenario, 0);
        for (int round = 0; round < 6; round++)
            cr_expect_float_eq(told->round[round].process.trust, round < 3 ? 0.5 : cases[k].then,
                               1e-12, "round %d: %g", round, told->round[round].process.trust);
        chronicle_free(told);
        play_free(&run);
    }
}
