#include "engine/witness.h"

#include <math.h>

#include "tests/trial.h"

/* A linear issue, fronts far from the ends, no growth and no limits: W = u(front) - c plus what the
 * drift has left to do, so that W moves by the front's move alone, towards the side it favours. The
 * ends of the axis weigh less than 1e-4 at a discount of 0.9. */
static struct scenario *plain_war(const char *more)
{
    struct faults faults = { 0 };
    char text[4000];
    snprintf(text, sizeof text,
             "name = \"plain\"; run = { trials = 1; seed = 5; horizon = 8; tail = 40; };"
             "issues = { pie = { front = true; core = true; }; };"
             "actors = {"
             "  first = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.9;"
             "    war = { cost = 0.07; }; resolve = 0.9; positions = { pie = { ideal = 0; }; }; };"
             "  second = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.9;"
             "    war = { cost = 0.05; }; resolve = 0.9; positions = { pie = { ideal = 1; }; }; };"
             "  broker = { role = \"mediator\"; }; };"
             "war = { model = \"front\"; start = 0.5; sensitivity = 0.003; volatility = 0.003; "
             "boundary = \"absorb\"; };"
             "process = { protocol = \"mediated\"; solver = \"utilitarian\"; };%s",
             more);
    struct scenario *scenario = scenario_from_text(text, "plain", &faults);
    faults_print(&faults, stderr);
    cr_assert_not_null(scenario);
    return scenario;
}

Test(witness, a_front_that_moves_is_the_cause_that_is_named)
{
    struct scenario *scenario = plain_war("");
    struct chronicle *told = trial_told(scenario, 0);
    for (int round = 1; round < 8; round++) {
        double move = told->round[round].front - told->round[round - 1].front;
        const struct chronicle_moved *first = &told->round[round].actor[0].moved,
                                     *second = &told->round[round].actor[1].moved;
        cr_expect(fabs(move) > 1e-5);
        cr_expect_float_eq(first->front, -move, 1e-4 * fabs(move) + 1e-6);
        cr_expect_float_eq(second->front, move, 1e-4 * fabs(move) + 1e-6);
        cr_expect_float_eq(first->time, 0, 1e-4);
        cr_expect_eq(first->drift, 0);
        cr_expect_eq(first->cost, 0);
    }
    chronicle_free(told);
    scenario_free(scenario);
}

/* A shock of cost 0.02 for 3 rounds from round 4 on, which nobody foresaw: W falls by
 * 0.02 (1 - 0.9^left), left = 3, 2, 1, and is back in round 7. */
Test(witness, a_cost_that_was_not_foreseen_is_the_cause_that_is_named)
{
    struct scenario *scenario = plain_war("shocks = { blackout = { target = \"first\"; on = "
                                          "\"cost\"; at = 4; size = 0.02; duration = 3; }; };");
    struct chronicle *told = trial_told(scenario, 0);
    const double fall[] = { 0, 0, 0, 0, 0.271, 0.19, 0.1, 0 };
    for (int round = 1; round < 8; round++) {
        cr_expect_float_eq(told->round[round].actor[0].moved.cost,
                           -0.02 * (fall[round] - fall[round - 1]), 1e-12);
        cr_expect_eq(told->round[round].actor[1].moved.cost, 0);
        cr_expect_eq(told->round[round].shock[0], round >= 4 && round < 7);
    }
    chronicle_free(told);
    scenario_free(scenario);
}

/* A shock that halves the first's strength for good: the front moves sensitivity (1 - 1/2) / (1 +
 * 1/2) = 0.001 more a round, which at a discount of 0.9 reaches 0.9 / (1 - 0.9) = 9 rounds far. */
Test(witness, an_outlook_that_changes_is_the_cause_that_is_named)
{
    struct scenario *scenario =
        plain_war("shocks = { rout = { target = \"first\"; on = \"capability\"; at = 4; size = "
                  "-0.5; duration = 1000; }; };");
    struct chronicle *told = trial_told(scenario, 0);
    for (int round = 1; round < 8; round++) {
        double fall = round == 4 ? 0.009 : 0;
        cr_expect_float_eq(told->round[round].actor[0].moved.drift, -fall, 1e-4);
        cr_expect_float_eq(told->round[round].actor[1].moved.drift, fall, 1e-4);
        cr_expect_eq(told->round[round].actor[0].moved.cost, 0);
    }
    cr_expect_float_eq(told->round[4].expected, 0.001, 1e-12);
    chronicle_free(told);
    scenario_free(scenario);
}
