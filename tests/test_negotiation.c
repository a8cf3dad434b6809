/* Whole runs against closed forms. */
#include "engine/negotiation.h"
#include "engine/table.h"
#include "tests/play.h"

/* Two actors over one pie: first wants 1 and is on the high side, second wants 0. */
#define PIE(first, second)                                                                         \
    "issues = { pie = { front = true; core = true; levels = { none = 0.0; half = 0.5; all = 1.0; " \
    "};"                                                                                           \
    "  status_quo = \"half\"; }; };"                                                               \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; " first "    positions = { pie = { ideal = \"all\"; }; }; };"                           \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = "           \
    "0.95; " second "    positions = { pie = { ideal = \"none\"; }; }; }; };"

#define LOTTERY                                                                                    \
    PIE("war = { cost = %g; };", "war = { cost = %s; };")                                          \
    "war = { model = \"lottery\"; p = %g; "                                                        \
    "};"

static double mean_terms(const struct play *play)
{
    return tally_mean(&play->summary->term[0].at.tally);
}

/* Fearon 1995: risk-return ultimatum; closed_form values of x* and P(war) for c_B uniform on [lo,
 * hi]: z = max(lo, (hi - cA)/2), x = min(1, p + z), P(war) = max(0, (z - lo)/(hi - lo)). */
Test(negotiation, fearon_ultimatum)
{
    const struct {
        double p, cost, low, high, offer, war;
    } cases[] = { { .5, .1, 0, .4, .65, .375 },    { .5, .1, .1, .4, .65, 1.0 / 6 },
                  { .5, .1, 0, .3, .60, 1.0 / 3 }, { .5, .25, .1, .4, .60, 0 },
                  { .85, .02, 0, .5, 1.00, .30 },  { .6, .1, 0, .4, .75, .375 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        char private[200];
        snprintf(private, sizeof private, "{ dist = \"uniform\"; min = %.6f; max = %.6f; }",
                 cases[k].low, cases[k].high);
        struct play run =
            play("name = \"fearon\"; run = { trials = 10000; horizon = 1; };" LOTTERY
                 "process = { protocol = \"ultimatum\"; solver = \"agenda_setter\"; };",
                 cases[k].cost, private, cases[k].p);
        double war = play_outcome(&run, OUTCOME_WAR);
        cr_expect(play_near(&run, war, cases[k].war), "case %zu: war %.4f, closed form %.4f", k,
                  war, cases[k].war);
        cr_expect_float_eq(mean_terms(&run), cases[k].offer, 1e-6, "case %zu: offer %.9g", k,
                           mean_terms(&run));
        play_free(&run);
    }
}

/* Fearon 1995: the bargaining range is [p - cA, p + cB]; with certain costs the proposer takes p +
 * cB. */
Test(negotiation, fearon_range)
{
    struct play run = play("name = \"range\"; run = { trials = 64; horizon = 1; };" LOTTERY
                           "process = { protocol = \"ultimatum\"; solver = \"agenda_setter\"; };",
                           .1, "0.15", .6);
    cr_expect_float_eq(tally_mean(&run.summary->zone[0].low), 0.5, 1e-9);
    cr_expect_float_eq(tally_mean(&run.summary->zone[0].high), 0.75, 1e-9);
    cr_expect_float_eq(tally_mean(&run.summary->zone[0].width.tally), 0.125, 1e-9);
    cr_expect_float_eq(mean_terms(&run), 0.75, 1e-8);
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), run.summary->trials);
    cr_expect_float_eq(tally_mean(&run.summary->actor[0].utility.tally), 0.75, 1e-8,
                       "a settlement at once is worth x");
    play_free(&run);
}

/* Nash 1950: the pie divides at W1 + power1 (1 - W1 - W2), W = p - c. */
Test(negotiation, nash_division)
{
    struct play run = play("name = \"nash\"; run = { trials = 64; horizon = 1; };" PIE(
        "power = 0.7; war = { cost = 0.2; };",
        "power = 0.3; war = { cost = 0.5; };") "war = { model = \"lottery\"; p = 0.4; };"
                                               "process = { protocol = \"mediated\"; solver = "
                                               "\"nash\"; };");
    cr_expect_float_eq(mean_terms(&run), 0.2 + 0.7 * 0.7, 1e-7, "got %.9g", mean_terms(&run));
    play_free(&run);
}

#define FRONT(war)                                                                                 \
    "war = { model = \"front\"; start = %g; drift = %g; volatility = %g; boundary = "              \
    "\"absorb\"; " war " };"
#define SILENT "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0; };"

/* Gambler's ruin of a drifted front: P(high) = (1 - e^(-2 mu x / s^2)) / (1 - e^(-2 mu / s^2)), x
 * at mu = 0, for Brownian motion; steps of sd s overshoot an end by .5826 s (Siegmund 1985), which
 * widens the interval by as much at either end. */
Test(negotiation, gamblers_ruin)
{
    const double cases[][3] = { { .3, 0, .05 }, { .5, .002, .06 }, { .6, -.003, .05 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct play run =
            play("name = \"ruin\"; run = { trials = 2000; horizon = 800; };" PIE(
                     "war = { cost = 0.1; };", "war = { cost = 0.1; };") FRONT("") SILENT,
                 cases[k][0], cases[k][1], cases[k][2]);
        double s = cases[k][2], over = 0.5826 * s, x = cases[k][0] + over, length = 1 + 2 * over;
        double bend = 2 * cases[k][1] / (s * s);
        double p = bend == 0 ? x / length : expm1(-bend * x) / expm1(-bend * length);
        double high = play_detail(&run, DETAIL_VICTORY),
               low = play_detail(&run, DETAIL_VICTORY + 1);
        cr_expect(high + low > 0.998, "case %zu: all are absorbed in time", k);
        cr_expect(fabs(high - p) < 0.004 + 4 * sqrt(p * (1 - p) / 2000),
                  "case %zu: high wins %.4f, closed form %.4f", k, high, p);
        play_free(&run);
    }
}

/* Competing risks: in each round a deal comes with chance a, else a side collapses with chance 2k
 * or the war fades with chance f: shares are their parts of 1 - stay^T, stay = (1 - a)(1 - 2k - f).
 */
Test(negotiation, competing_risks)
{
    double a = .02, k = .0025, f = .03, stay = (1 - a) * (1 - 2 * k - f),
           gone = (1 - pow(stay, 12)) / (1 - stay);
    struct play run = play(
        "name = \"risks\"; run = { trials = 60000; horizon = 12; };" PIE(
            "war = { cost = 0.2; collapse = 0.0025; };",
            "war = { cost = 0.2; collapse = 0.0025; };")
            FRONT("fade = 0.03;") "process = { protocol = \"mediated\"; solver = \"nash\"; "
                                  "text_rate = 0.02;"
                                  "  ceasefire = { flare_up = 0.0; flare_up_later = 0.0; }; };",
        .5, 0.0, 0.0);
    /* A text may also end a freeze: P(frozen at T) counts fades at t that meet no text in the T - t
     * - 1 rounds left. */
    double frozen = 0, deal = 0, war = 1;
    for (int round = 0; round < 12; round++) {
        deal += a * (war + frozen);
        frozen = frozen * (1 - a) + war * (1 - a) * f;
        war *= stay;
    }
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_FROZEN), frozen));
    cr_expect(play_near(&run, play_detail(&run, DETAIL_VICTORY), gone * (1 - a) * k));
    cr_expect(play_near(&run, play_detail(&run, DETAIL_VICTORY + 1), gone * (1 - a) * k));
    cr_expect(play_near(&run, play_detail(&run, DETAIL_FIGHTING), pow(stay, 12)));
    play_free(&run);
}

/* What an actor expects of war at the start is what it gets on average, when nobody agrees. */
Test(negotiation, war_is_worth_what_it_was_expected_to_be)
{
    struct play run = play("name = \"worth\"; run = { trials = 60000; horizon = 24; };" PIE(
                               "war = { cost = 0.08; cost_growth = 0.01; collapse = 0.004; };",
                               "war = { cost = 0.05; collapse = 0.03; };") FRONT("") SILENT,
                           .6, .003, .02);
    /* W of the first: sum of (1-d) d^t stay^t (x + mu t - c g^t), and prizes: 0 when it collapses
     * itself (chance .004), 1 from the next round on when the second does (.03); drivers frozen
     * behind horizon and tail as in docs/model.md, Value of fighting on. */
    double d = .95, stay = 1 - .004 - .03, front = .6, cost = .08, weight = 1, worth = 0;
    for (int t = 0; t < 3000; t++) {
        worth += weight * ((1 - d) * (front - cost) + d * .03);
        weight *= d * stay;
        front += t < 48 ? .003 : 0;
        cost *= t < 24 ? 1.01 : 1;
    }
    const struct tally *got = &run.summary->actor[0].utility.tally;
    cr_expect(fabs(tally_mean(got) - worth) < 0.0005 + 4 * tally_sd(got) / sqrt(60000),
              "mean %.5f, expected %.5f", tally_mean(got), worth);
    play_free(&run);
}

/* Ratification: P(yes) = 1 / (1 + exp(-precision (U - W + support))); here U - W is known. */
Test(negotiation, ratification)
{
    struct play run =
        play("name = \"vote\"; run = { trials = 40000; horizon = 1; };" LOTTERY
             "process = { protocol = \"mediated\"; solver = \"nash\";"
             "  ratification = { by = ( \"first\" ); precision = 10.0; support = -0.1; }; };",
             .1, "0.1", .6);
    double yes = 1 / (1 + exp(-10 * (0.6 - 0.5 - 0.1)));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), yes));
    cr_expect(play_near(&run, play_detail(&run, DETAIL_STALLED), 1 - yes));
    play_free(&run);
}

/* A settlement that is violated at the hazard h survives T rounds with chance (1 - h)^(T - 1): the
 * round in which it is signed is not tested. */
Test(negotiation, violations_come_at_the_hazard_of_the_settlement)
{
    struct play run = play(
        "name = \"hazard\"; run = { trials = 40000; horizon = 10; };" PIE("war = { cost = 0.3; };",
                                                                          "war = { cost = 0.3; };")
            FRONT(
                "") "process = { protocol = \"ultimatum\"; solver = \"nash\"; violation = 0.05; };",
        .5, 0.0, 0.0);
    double kept = pow(.95, 9);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), kept));
    cr_expect(play_near(&run, play_detail(&run, DETAIL_RELAPSED), 1 - kept));
    play_free(&run);
}

#define STANDING "war = { model = \"front\"; start = 0.5; };"

/* A bare ceasefire is taken iff F - leverage >= W: on a standing front F = x and W = x - c. */
Test(negotiation, ceasefire_follows_leverage)
{
    for (int k = 0; k < 2; k++) {
        struct play run =
            play("name = \"truce\"; run = { trials = 20000; horizon = 1; };" PIE(
                     "war = { cost = 0.05; }; leverage = %g;", "war = { cost = 0.05; };") STANDING
                 "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0;"
                 "  ceasefire = { rate = 0.3; perceived = 0.0; }; };",
                 k == 0 ? .04 : .06);
        double frozen = play_detail(&run, DETAIL_CEASEFIRE);
        cr_expect(k == 0 ? play_near(&run, frozen, 0.3) : frozen == 0, "case %d: %.4f", k, frozen);
        play_free(&run);
    }
}

/* Flare-ups: hazard h (1 - .8 m) in the first rounds, not in the round in which the truce begins,
 * and the later hazard after them. */
Test(negotiation, flare_ups_and_monitoring)
{
    struct play run =
        play("name = \"flare\"; run = { trials = 40000; horizon = 5; };" PIE(
            "war = { cost = 0.05; };", "war = { cost = 0.05; };") STANDING
             "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 0.0;"
             "  ceasefire = { rate = 1.0; perceived = 0.0; flare_up = 0.5; flare_up_rounds = 2;"
             "    flare_up_later = 0.25; monitoring = 0.5; }; };");
    double early = .5 * .6, later = .25 * .6;
    double held = (1 - early) * (1 - early) * (1 - later);
    uint64_t at_war = run.summary->state[3][STATE_FIGHTING];
    /* After the fourth round: a trial fights if its truce has just flared up; broken truces are
     * renewed in the next round and are then as young as new ones. */
    double age[4] = { 1, 0, 0, 0 }, war = 0;
    for (int round = 1; round <= 3; round++) {
        double flared = age[0] * early + age[1] * early + (age[2] + age[3]) * later;
        double next[4] = { war, age[0] * (1 - early), age[1] * (1 - early),
                           (age[2] + age[3]) * (1 - later) };
        war = flared;
        for (int k = 0; k < 4; k++)
            age[k] = next[k];
    }
    cr_expect(play_near(&run, summary_share(at_war, run.summary->trials), war), "%.4f against %.4f",
              summary_share(at_war, run.summary->trials), war);
    cr_expect(age[3] < held + 1e-9 && age[3] > held - 1e-9);
    play_free(&run);
}

/* The prior about a threshold holds the private part of the war cost: a uniform cost of width .4
 * has sd .4 / sqrt 12, times what a point of cost is worth in W. In a lottery that is 1; on a front
 * where costs grow by g it is (1 - d) sum d^t (1 + g)^t, growth ending at the horizon. */
Test(negotiation, priors_hold_the_private_cost)
{
    const char *cost =
        "war = { cost = { dist = \"uniform\"; min = 0.0; max = 0.4; }; cost_growth = 0.02; };";
    for (int k = 0; k < 2; k++) {
        struct play run =
            play("name = \"prior\"; run = { trials = 64; horizon = 20; };" PIE(
                     "war = { cost = 0.1; };",
                     "%s") "%s"
                           "process = { protocol = \"mediated\"; solver = \"nash\"; };",
                 cost, k == 0 ? "war = { model = \"lottery\"; p = 0.5; };" : STANDING);
        double d = .95, weight = 0, factor = 1;
        for (int t = 0; t < 2000; t++) {
            weight += (1 - d) * factor;
            factor *= d * (t < 20 ? 1.02 : 1);
        }
        struct table *table = negotiation_new(run.scenario);
        double expected = .4 / sqrt(12) * (k == 0 ? 1 : weight);
        cr_expect(fabs(table->prior_sd[1] - expected) < 1e-4 * expected,
                  "case %d: %.6f, expected %.6f", k, table->prior_sd[1], expected);
        cr_expect(table->prior_sd[0] == 0, "a certain cost leaves no doubt");
        negotiation_free(table);
        play_free(&run);
    }
}

static double mean_width(const struct play *play, int round)
{
    return tally_mean(&play->summary->zone[round].width.tally);
}

/* A shock that adds dc to one side's cost for D rounds lowers its W by (1 - d^D) dc while it is
 * under way, and so widens the zone by half of that (one issue, linear): to the last digit, since
 * both sides' worth of the pie is linear. */
Test(negotiation, shocks_move_the_value_of_war)
{
    struct play run =
        play("name = \"shock\"; run = { trials = 64; horizon = 12; };" PIE(
            "war = { cost = 0.05; };", "war = { cost = 0.05; };") STANDING SILENT
             "shocks = { blackout = { target = \"first\"; on = \"cost\"; at = 4; size = 0.1;"
             "    duration = 3; }; };");
    double still = mean_width(&run, 3);
    cr_expect_float_eq(still, 0.05, 1e-9);
    for (int round = 4; round < 7; round++) {
        double passing = 1 - pow(.95, 7 - round);
        cr_expect_float_eq(mean_width(&run, round) - still, passing * 0.1 / 2, 1e-9, "round %d",
                           round);
    }
    cr_expect_float_eq(mean_width(&run, 7), still, 1e-9, "and is over");
    play_free(&run);
}

/* Battles teach: an optimist who is unsure learns the true drift, so that its value of war falls
 * and the zone widens; one who is sure does not. */
Test(negotiation, battles_teach_optimists)
{
    double width[2];
    for (int k = 0; k < 2; k++) {
        struct play run = play("name = \"optimist\"; run = { trials = 512; horizon = 24; };" PIE(
                                   "war = { cost = 0.1; }; optimism = 0.004; optimism_sd = %g;",
                                   "war = { cost = 0.1; };") FRONT("") SILENT,
                               k == 0 ? 0 : .004, .5, 0.0, .01);
        width[k] = mean_width(&run, 23) - mean_width(&run, 0);
        play_free(&run);
    }
    /* What there is to learn: half of .004 d / (1 - d) of width. */
    cr_expect(width[1] - width[0] > 0.5 * 0.5 * .004 * .95 / .05, "sure %.4f, unsure %.4f",
              width[0], width[1]);
    cr_expect(width[1] - width[0] < 1.2 * 0.5 * .004 * .95 / .05);
}
