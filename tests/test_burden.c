/* Kinds of cost, casualties, stress and endurance, in a war whose worth can be worked out by hand:
 * a standing front, u = .5, plain cost .1, discount .95, 6 rounds and a tail of 24. */
#include "tests/trial.h"
#include "tests/world.h"

#define KINDS(kinds) "costs = { " kinds " };"

enum { ROUNDS = 30 };
static const double d = 0.95;

/* W of b: its own settings in `war`, more of the run, of the war and of the rest. */
static struct play quiet(const char *run, const char *war, const char *front, const char *more)
{
    return play("name = \"world\"; run = { trials = 64; horizon = 6; %s };"
                "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
                "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1;"
                "    discount = 0.95; war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; "
                "}; };"
                "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
                "    war = { cost = 0.1; %s }; positions = { x = { ideal = 1.0; }; }; };"
                "  us = { role = \"mediator\"; }; };"
                "war = { model = \"front\"; start = 0.5; %s };"
                "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0; };%s",
                run, war, front, more);
}

static double worth(const char *run, const char *war, const char *front)
{
    struct play played = quiet(run, war, front, "");
    double value = war_of_b(&played, 0);
    double booked = tally_mean(&played.summary->actor[1].utility.tally);
    cr_expect_float_eq(booked, value, 1e-9, "what is booked is what was foreseen: %.9g %.9g",
                       booked, value);
    play_free(&played);
    return value;
}

/* .5 less the average of the costs of rounds 0, 1, ..., the last of them for ever. */
static double averaged(const double cost[ROUNDS])
{
    double value = 0.5, weight = 1 - d;
    for (int round = 0; round < ROUNDS; round++) {
        value -= weight * cost[round] / (round == ROUNDS - 1 ? 1 - d : 1);
        weight *= d;
    }
    return value;
}

Test(burden, kinds_add_up)
{
    cr_expect_float_eq(worth("", KINDS("economy = { cost = 0.02; }; grid = { cost = 0.03; };"), ""),
                       0.35, 1e-9);
}

/* Air defence of .6 keeps that share of strikes off, foreseen or not: a refusal in round 0 brings
 * it from round 1 on. Other kinds stay. */
Test(burden, air_defence_shelters)
{
    const char *kinds =
        KINDS("economy = { cost = 0.02; }; grid = { cost = 0.03; strikes = true; };");
    for (int refused = 0; refused <= 1; refused++) {
        struct play run =
            play(WORLD("0.95", "horizon = 6;", "%s", "", "", "solver = \"menu\";",
                       "packages = { bad = { x = 1.0; }; };"
                       "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"support\";"
                       "  on = \"damage\"; size = 0.6; when = { rejections = %d; }; }; };"),
                 kinds, refused);
        for (int round = 0; round < 6; round++)
            cr_expect_float_eq(war_of_a(&run, round), 0.38 - 0.03 * (round < refused ? 1 : 0.4),
                               1e-9, "%d, %d: %.9g", refused, round, war_of_a(&run, round));
        play_free(&run);
    }
}

/* Growth stops at the horizon, where drivers stand still. */
Test(burden, a_kind_grows)
{
    double cost[ROUNDS];
    for (int round = 0; round < ROUNDS; round++)
        cost[round] = 0.1 + 0.023 * pow(1.07, round < 6 ? round : 6);
    cr_expect_float_eq(worth("", KINDS("economy = { cost = 0.023; growth = 0.07; };"), ""),
                       averaged(cost), 1e-9);
}

/* A share p that lasts for ever is worth d / (1 - d) points for each point of the round. */
Test(burden, what_is_permanent_is_paid_for_ever)
{
    double lasting = 0;
    for (int round = 1; round < 2000; round++)
        lasting += pow(d, round);
    cr_expect_float_eq(worth("", KINDS("people = { cost = 0.013; permanent = 0.21; };"), ""),
                       0.4 - 0.013 * (1 + 0.21 * lasting), 1e-9);
}

/* From 1 November each year of months has five of winter first; the last round of the tail is an
 * average one. */
Test(burden, winter_weighs)
{
    double cost[ROUNDS];
    for (int round = 0; round < ROUNDS; round++)
        cost[round] = 0.1 + 0.017 * (1 + 1.3 * (round % 12 < 5 ? 1 : 0));
    cost[ROUNDS - 1] = 0.1 + 0.017 * (1 + 1.3 * 151.2425 / 365.2425);
    const char *kind = KINDS("grid = { cost = 0.017; season = 1.3; };");
    cr_expect_float_eq(worth("start = \"2025-11-01\";", kind, ""), averaged(cost), 1e-9);
    cr_expect_float_eq(worth("", kind, ""), 0.4 - 0.017, 1e-9, "without a calendar: no winter");
}

/* A resource of 40 rounds: exhaustion grows by 1/40 a round, to the horizon. */
Test(burden, exhaustion_bends_cost)
{
    double cost[ROUNDS];
    for (int round = 0; round < ROUNDS; round++)
        cost[round] = 0.1 + 0.04 * (1 + 2.5 * pow((round < 6 ? round : 6) / 40.0, 2));
    cr_expect_float_eq(
        worth("", "resource = 40;" KINDS("men = { cost = 0.04; convexity = 2.5; };"), ""),
        averaged(cost), 1e-9);
}

/* A drift of .0003 a round costs the side that gains 100 times that; the other nothing. */
Test(burden, ground_gained_costs)
{
    for (int sign = -1; sign <= 1; sign += 2) {
        const char *drift = sign > 0 ? "drift = 0.0003;" : "drift = -0.0003;";
        struct play free = quiet("", "", drift, ""),
                    paid = quiet("", "casualties = 100;", drift, "");
        cr_expect_float_eq(war_of_b(&free, 0) - war_of_b(&paid, 0), sign > 0 ? 0.03 : 0, 1e-6);
        cr_expect_float_eq(war_of_a(&free, 0), war_of_a(&paid, 0), 1e-12);
        cr_expect_float_eq(tally_mean(&paid.summary->actor[1].utility.tally), war_of_b(&paid, 0),
                           1e-6, "what is booked is what was foreseen");
        play_free(&free);
        play_free(&paid);
    }
}

/* Winter takes its share of the drift: .01 (1 - .6) in a month of winter, .01 in another. */
Test(burden, winter_slows_the_front)
{
    const char *drift = "drift = 0.01; winter = { drift = 0.6; };";
    const struct {
        const char *run;
        double moved;
    } cases[] = { { "start = \"2025-12-11\";", 3 * 0.004 + 0.01 * (1 - 0.6 * 21 / 31) + 0.02 },
                  { "start = \"2025-05-01\";", 0.06 },
                  { "", 0.06 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct play played = quiet(cases[k].run, "", drift, "");
        struct chronicle *told = trial_told(played.scenario, 0);
        cr_expect_float_eq(told->round[5].after, 0.5 + cases[k].moved, 1e-9, "case %zu", k);
        chronicle_free(told);
        play_free(&played);
    }
}

#define PRESSED(when)                                                                              \
    "levers = { l = { owner = \"us\"; target = \"b\"; kind = \"pressure\"; on = \"cost\";"         \
    "  size = 0.05; when = { " when " }; }; };"

/* Pressure of .05 at a stress of .4 is growth of .02 a round: foreseen and played alike. */
Test(burden, pressure_speeds_growth)
{
    struct play stress = quiet("", "stress = 0.4;", "", PRESSED("")),
                growth = quiet("", "cost_growth = 0.02;", "", PRESSED(""));
    for (int round = 0; round < 6; round++)
        cr_expect_float_eq(war_of_b(&stress, round), war_of_b(&growth, round), 1e-12);
    cr_expect_float_eq(tally_mean(&stress.summary->actor[1].utility.tally),
                       tally_mean(&growth.summary->actor[1].utility.tally), 1e-12);
    play_free(&stress);
    play_free(&growth);
}

/* Pressure that a refusal brings in round 1 was not foreseen. What it has made of the plain cost by
 * round r, .1 (1.02^(r - 1) - 1), is taken to last, like the pressure itself. */
Test(burden, stress_that_was_not_foreseen_stays)
{
    struct play run =
        play(WORLD("0.95", "horizon = 6;", "stress = 0.4;", "", "", "solver = \"menu\";",
                   "packages = { bad = { x = 1.0; }; };"
                   "levers = { l = { owner = \"us\"; target = \"a\"; kind = \"pressure\";"
                   "  on = \"cost\"; size = 0.05; when = { rejections = 1; }; }; };"));
    cr_expect_float_eq(war_of_a(&run, 0), 0.4, 1e-9);
    for (int round = 1; round < 6; round++)
        cr_expect_float_eq(war_of_a(&run, round), 0.35 - 0.1 * (pow(1.02, round - 1) - 1), 1e-9,
                           "round %d: %.9g", round, war_of_a(&run, round));
    play_free(&run);
}

/* Beyond three rounds of war the hazard of collapse grows by .02 a round; what was fought before
 * the run counts. */
static void endure(int before)
{
    double stays = 1;
    for (int round = 0; round < 6; round++)
        stays *= 1 - 0.02 * (round > 3 ? round - 3 : 0);
    struct play played =
        play("name = \"endure\"; run = { trials = 60000; horizon = 6; };"
             "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
             "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1;"
             "    discount = 0.95; war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; };"
             "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
             "    war = { cost = 0.1; endurance = { rounds = %d; hazard = 0.02; }; };"
             "    positions = { x = { ideal = 1.0; }; }; }; };"
             "war = { model = \"front\"; start = 0.5; age = %d; };"
             "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0; };",
             3 + before, before);
    cr_expect(play_near(&played, play_detail(&played, DETAIL_VICTORY), 1 - stays), "%.4f %.4f",
              play_detail(&played, DETAIL_VICTORY), 1 - stays);
    double value = 0;
    for (int round = ROUNDS; round >= 0; round--) {
        int at = round < ROUNDS ? round : ROUNDS - 1;
        double hazard = 0.02 * (at > 3 ? at - 3 : 0);
        value = round == ROUNDS ? (1 - d) * 0.4 / (1 - d * (1 - hazard))
                                : (1 - d) * 0.4 + d * (1 - hazard) * value;
    }
    cr_expect_float_eq(war_of_b(&played, 0), value, 1e-9, "%.9g %.9g", war_of_b(&played, 0), value);
    play_free(&played);
}

Test(burden, endurance_runs_out)
{
    endure(0);
    endure(7);
}
