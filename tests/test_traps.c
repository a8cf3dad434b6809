/* The traps of docs/model.md, section 14, and the directions that theory gives. */
#include "tests/play.h"

/* A border dispute fought over a front; knobs: war cost of each side, resolve of each, horizon. */
struct dispute {
    double low_cost, high_cost, resolve;
    int trials, horizon;
    const char *process; /* more settings of the process group */
    const char *actors;  /* more settings of both actors */
};

static struct play dispute_play(const struct dispute *dispute)
{
    return play(
        "name = \"dispute\"; run = { trials = %d; horizon = %d; seed = 3; };"
        "issues = { border = { front = true; core = true; levels = { west = 0.0; east = 1.0; };"
        "    status_quo = 0.5; };"
        "  bases = { core = true; levels = { none = 0.0; many = 1.0; }; status_quo = 0.5; }; };"
        "actors = { south = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = "
        "0.96;"
        "    war = { cost = %g; }; resolve = { dist = \"normal\"; mean = %g; sd = 0.05; }; %s"
        "    positions = { border = { ideal = \"west\"; salience = 0.7; };"
        "      bases = { ideal = \"none\"; salience = 0.3; }; }; };"
        "  north = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = 0.96;"
        "    war = { cost = %g; }; resolve = { dist = \"normal\"; mean = %g; sd = 0.05; }; %s"
        "    positions = { border = { ideal = \"east\"; salience = 0.5; };"
        "      bases = { ideal = \"many\"; salience = 0.5; }; }; }; };"
        "war = { model = \"front\"; start = 0.5; drift = 0.002; volatility = 0.01; };"
        "process = { protocol = \"mediated\"; solver = \"acceptance\"; text_rate = 0.2;"
        "  acceptance = { rule = \"mood\"; sd = 0.02; persistence = 0.9; }; %s };",
        dispute->trials, dispute->horizon, dispute->low_cost, dispute->resolve, dispute->actors,
        dispute->high_cost, dispute->resolve, dispute->actors, dispute->process);
}

static struct dispute dispute_new(double cost, double resolve, int horizon)
{
    return (struct dispute){ .low_cost = cost,
                             .high_cost = cost,
                             .resolve = resolve,
                             .trials = 2048,
                             .horizon = horizon,
                             .process = "",
                             .actors = "" };
}

static double dispute_deals(const struct dispute *dispute)
{
    struct play run = dispute_play(dispute);
    double share = play_outcome(&run, OUTCOME_DEAL);
    play_free(&run);
    return share;
}

/* Trap 1: without a zone of possible agreement there is no deal, however long one waits. A resolve
 * of .5 on either side is more than any package can give both. */
Test(traps, no_zone_no_deal_at_any_horizon)
{
    for (int horizon = 12; horizon <= 192; horizon *= 4) {
        struct dispute dispute = dispute_new(0.05, 0.5, horizon);
        dispute.trials = 256;
        struct play run = dispute_play(&dispute);
        cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), 0, "horizon %d", horizon);
        cr_expect_eq(run.summary->zone[0].open, 0, "no trial has a zone");
        play_free(&run);
    }
}

/* Trap 1: deals grow with the cost of war, under common random numbers; continued war never does.
 */
Test(traps, costlier_wars_are_settled_more_often)
{
    double deals = -1, war = 2;
    for (double cost = 0.02; cost < 0.2; cost += 0.05) {
        struct dispute dispute = dispute_new(cost, 0.1, 24);
        struct play run = dispute_play(&dispute);
        cr_expect(play_outcome(&run, OUTCOME_DEAL) >= deals, "cost %.2f: deals fell", cost);
        cr_expect(play_outcome(&run, OUTCOME_WAR) <= war, "cost %.2f: war rose", cost);
        deals = play_outcome(&run, OUTCOME_DEAL);
        war = play_outcome(&run, OUTCOME_WAR);
        play_free(&run);
    }
    cr_expect(deals > 0.5 && war < 0.5, "and the range is not degenerate: deals %.3f, war %.3f",
              deals, war);
}

/* Trap 2: a horizon is not a deadline. The zone of the 36th round is where it was when the horizon
 * moves to 48: the recursion goes on behind it. The trials still at war are the same in both runs.
 */
Test(traps, a_horizon_is_not_a_deadline)
{
    struct dispute short_run = dispute_new(0.06, 0.12, 36), long_run = dispute_new(0.06, 0.12, 48);
    struct play early = dispute_play(&short_run), late = dispute_play(&long_run);
    double first = tally_mean(&early.summary->zone[35].width.tally);
    double second = tally_mean(&late.summary->zone[35].width.tally);
    cr_expect(fabs(first - second) < 0.004, "width %.5f with horizon 36, %.5f with 48", first,
              second);
    double drop = tally_mean(&early.summary->zone[34].width.tally) - first;
    cr_expect(fabs(drop) < 0.004, "nor does it jump at the last round: %.5f", drop);
    play_free(&early);
    play_free(&late);
}

/* Trap 6: resolve and the cost of a lottery war enter as a sum: trials cannot tell one from the
 * other. */
Test(traps, resolve_and_cost_enter_as_a_sum)
{
    uint64_t deals[2];
    for (int k = 0; k < 2; k++) {
        struct play run = play(
            "name = \"sum\"; run = { trials = 4096; horizon = 1; };"
            "issues = { pie = { core = true; levels = { none = 0.0; all = 1.0; }; }; };"
            "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0;"
            "    discount = 0.9; war = { cost = 0.1; }; positions = { pie = { ideal = 1.0; }; }; };"
            "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.9;"
            "    war = { cost = %g; }; resolve = { dist = \"normal\"; mean = %g; sd = 0.1; };"
            "    positions = { pie = { ideal = 0.0; }; }; }; };"
            "war = { model = \"lottery\"; p = 0.5; };"
            "process = { protocol = \"mediated\"; solver = \"acceptance\"; };",
            k == 0 ? 0.10 : 0.25, k == 0 ? 0.05 : 0.20);
        deals[k] = summary_outcome(run.summary, OUTCOME_DEAL);
        play_free(&run);
    }
    cr_expect(deals[0] > 100 && deals[0] < 4000);
    cr_expect(deals[0] + 2 > deals[1] && deals[1] + 2 > deals[0], "%d and %d deals", (int)deals[0],
              (int)deals[1]);
}

/* Directions under common random numbers. */
Test(traps, incentives_guarantees_and_secrecy_help)
{
    const char *off = "", *leaky = "confidentiality = 0.0;", *secret = "confidentiality = 0.9;";
    struct dispute base = dispute_new(0.08, 0.12, 24), other = base;
    base.actors = other.actors = "audience_cost = 0.3;";
    base.process = leaky;
    other.process = secret;
    double open = dispute_deals(&base), closed = dispute_deals(&other);
    cr_expect(closed > open, "secrecy spares audience costs: deals %.3f open, %.3f secret", open,
              closed);
    base.actors = other.actors = off;
    base.process = "violation = 0.06;";
    other.process = "violation = 0.01;";
    double risky = dispute_deals(&base), safe = dispute_deals(&other);
    cr_expect(safe > risky, "deals that last are signed more often: %.3f at .06, %.3f at .01",
              risky, safe);
}

/* Swapping the two sides, and turning the axis round, swaps their results: nothing in the engine
 * favours one of them. */
Test(traps, the_sides_are_alike)
{
    double utility[2][2];
    for (int k = 0; k < 2; k++) {
        struct play run =
            play("name = \"mirror\"; run = { trials = 4096; horizon = 12; };"
                 "issues = { border = { front = true; core = true; status_quo = 0.5; }; };"
                 "actors = { a = { role = \"belligerent\"; side = \"%s\"; capability = 1.0; "
                 "discount = 0.96;"
                 "    war = { cost = 0.06; }; positions = { border = { ideal = %g; }; }; };"
                 "  b = { role = \"belligerent\"; side = \"%s\"; capability = 2.0; discount = 0.95;"
                 "    war = { cost = 0.04; }; positions = { border = { ideal = %g; }; }; }; };"
                 "war = { model = \"front\"; start = %g; sensitivity = 0.01; volatility = 0.01; };"
                 "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.2; };",
                 k == 0 ? "low" : "high", k == 0 ? 0.0 : 1.0, k == 0 ? "high" : "low",
                 k == 0 ? 1.0 : 0.0, k == 0 ? 0.4 : 0.6);
        for (int actor = 0; actor < 2; actor++)
            utility[k][actor] = tally_mean(&run.summary->actor[actor].utility.tally);
        play_free(&run);
    }
    for (int actor = 0; actor < 2; actor++)
        cr_expect(fabs(utility[0][actor] - utility[1][actor]) < 0.001, "actor %d: %.6f and %.6f",
                  actor, utility[0][actor], utility[1][actor]);
}
