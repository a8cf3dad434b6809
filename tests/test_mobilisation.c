/* Mobilisation against its closed form: a standing front, u linear in it, plain cost .1. */
#include "models/mobilisation.h"

#include <math.h>

#include "tests/trial.h"

/* Strengths are 1 and 1, sensitivity .02: a mobilisation of one half drifts the front by
 * m = .02 (.5 / 2.5) = .004 a round. For D rounds that is worth m d (1 - d^D) / (1 - d), and they
 * cost (1 - d^D) cost: b mobilises iff cost < m d / (1 - d) = .076, whatever D is. */
static const double threshold = 0.004 * 0.95 / 0.05;

static struct chronicle *told(double cost, const char *more, struct scenario **scenario)
{
    struct faults faults = { 0 };
    char text[4000];
    snprintf(text, sizeof text,
             "name = \"call-up\"; run = { trials = 1; horizon = 14; tail = 40; };"
             "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
             "actors = {"
             "  a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
             "    war = { cost = 0.1; }; positions = { x = { ideal = 0; }; }; };"
             "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
             "    war = { cost = 0.1; }; positions = { x = { ideal = 1; }; };"
             "    mobilisation = { size = 0.5; cost = %.9f; %s }; }; };"
             "war = { model = \"front\"; start = 0.5; sensitivity = 0.02; };"
             "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0; };",
             cost, more);
    *scenario = scenario_from_text(text, "call-up", &faults);
    faults_print(&faults, stderr);
    cr_assert_not_null(*scenario);
    return trial_told(*scenario, 0);
}

/* In which rounds b's mobilisation is under way, as a string of 0 and 1. */
static void called_up(double cost, const char *more, const char *rounds)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(cost, more, &scenario);
    for (int round = 0; round < 14; round++) {
        const struct chronicle_round *seen = &chronicle->round[round];
        bool on = rounds[round] == '1';
        cr_expect(seen->actor[1].mobilised == on, "%g, %s: round %d", cost, more, round);
        cr_expect_float_eq(seen->expected, on ? 0.004 : 0, 1e-12);
        cr_expect_float_eq(seen->actor[1].cost, on ? 0.1 + cost : 0.1, 1e-12);
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
}

Test(mobilisation, it_is_chosen_where_it_pays)
{
    const char *const durations[] = { "duration = 3; limit = 1;", "duration = 10; limit = 1;" };
    const char *const rounds[] = { "01110000000000", "01111111111000" };
    for (int k = 0; k < 2; k++) {
        called_up(threshold * 0.999, durations[k], rounds[k]);
        called_up(threshold * 1.001, durations[k], "00000000000000");
    }
}

Test(mobilisation, it_comes_late_ends_and_is_done_so_often)
{
    called_up(0.01, "duration = 3; limit = 1; delay = 4;", "00000111000000");
    called_up(0.01, "duration = 3; limit = 2;", "01111110000000");
    called_up(0.01, "duration = 3; limit = 0;", "00000000000000");
    called_up(0.01, "duration = 2;", "01111111111111");
}

/* While it lasts W moves by what the front has still to gain, m d (1 - d^left) / (1 - d), less what
 * it has still to cost, (1 - d^left) cost; when it is over the front has moved by 3 m. */
Test(mobilisation, it_moves_the_value_of_war)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(0.05, "duration = 3; limit = 1;", &scenario);
    for (int round = 1; round < 6; round++) {
        double left = round < 4 ? 4 - round : 0, passing = 1 - pow(0.95, left);
        double front = 0.5 + 0.004 * (round < 4 ? round - 1 : 3);
        cr_expect_float_eq(chronicle->round[round].actor[1].war,
                           front - 0.1 + passing * (threshold - 0.05), 1e-6, "round %d", round);
        cr_expect_float_eq(chronicle->round[round].actor[0].war, 0.9 - front - passing * threshold,
                           1e-6, "round %d", round);
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
}

/* Where the war is expected to end soon the annuity, not the duration, bounds the price. */
Test(mobilisation, its_price_is_bounded_by_the_war)
{
    cr_expect_float_eq(mobilisation_price(0.2, 0.3, 0.9, 50), 0.06, 1e-12);
    cr_expect_float_eq(mobilisation_price(0.2, 1, 0.9, 2), 0.2 * 0.19, 1e-12);
    cr_expect_float_eq(mobilisation_reach(1.5, 0.9, 50), 1.5, 1e-12);
    cr_expect_float_eq(mobilisation_reach(9, 0.9, 2), 1.71, 1e-12);
}

/* An incentive that goes with its owner, in the first round, has nothing to do with the front: W is
 * what it is above, less the price of the men lost in a round, .004 2, for as long as the
 * mobilisation lasts. */
Test(mobilisation, it_lasts_as_long_as_it_does_whatever_else_differs)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(
        "name = \"call-up\"; run = { trials = 1; horizon = 14; tail = 40; };"
        "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"
        "actors = {"
        "  a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; }; positions = { x = { ideal = 0; }; }; };"
        "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
        "    war = { cost = 0.1; casualties = 2.0; }; positions = { x = { ideal = 1; }; };"
        "    mobilisation = { size = 0.5; cost = 0.05; duration = 3; limit = 1; }; };"
        "  us = { role = \"mediator\"; walk_away = 1.0; }; };"
        "war = { model = \"front\"; start = 0.5; sensitivity = 0.02; };"
        "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0; };"
        "levers = { c = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; }; };",
        "call-up", &faults);
    faults_print(&faults, stderr);
    cr_assert_not_null(scenario);
    struct chronicle *chronicle = trial_told(scenario, 0);
    for (int round = 1; round < 6; round++) {
        double left = round < 4 ? 4 - round : 0, passing = 1 - pow(0.95, left);
        double front = 0.5 + 0.004 * (round < 4 ? round - 1 : 3);
        cr_expect_float_eq(chronicle->round[round].actor[1].war,
                           front - 0.1 + passing * (threshold - 0.05 - 0.008), 1e-6, "round %d",
                           round);
        cr_expect_float_eq(chronicle->round[round].actor[0].war, 0.9 - front - passing * threshold,
                           1e-6, "round %d", round);
    }
    chronicle_free(chronicle);
    scenario_free(scenario);
}
