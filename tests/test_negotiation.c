/* Whole runs against closed forms. */
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
    PIE("war = { cost = %g; };", "war = { cost = %s; };") "war = { model = \"lottery\"; p = %g; "  \
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
            play("name = \"fearon\"; run = { trials = 40000; horizon = 1; };" LOTTERY
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
            play("name = \"ruin\"; run = { trials = 4000; horizon = 800; };" PIE(
                     "war = { cost = 0.1; };", "war = { cost = 0.1; };") FRONT("") SILENT,
                 cases[k][0], cases[k][1], cases[k][2]);
        double s = cases[k][2], over = 0.5826 * s, x = cases[k][0] + over, length = 1 + 2 * over;
        double bend = 2 * cases[k][1] / (s * s);
        double p = bend == 0 ? x / length : expm1(-bend * x) / expm1(-bend * length);
        double high = play_detail(&run, DETAIL_VICTORY),
               low = play_detail(&run, DETAIL_VICTORY + 1);
        cr_expect(high + low > 0.998, "case %zu: all are absorbed in time", k);
        cr_expect(fabs(high - p) < 0.004 + 4 * sqrt(p * (1 - p) / 4000),
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
                               "war = { cost = 0.05; };") FRONT("") SILENT,
                           .6, .003, .02);
    /* W of the first: sum of (1-d) d^t stay^t (x + mu t - c g^t) and prizes; recursion by hand,
     * drivers frozen behind horizon + tail as in docs/model.md, section 5. */
    double d = .95, stay = .996, front = .6, cost = .08, weight = 1, worth = 0;
    for (int t = 0; t < 3000; t++) {
        worth += weight * (1 - d) * (front - cost);
        weight *= d * stay;
        front += t < 48 ? .003 : 0;
        cost *= t < 24 ? 1.01 : 1;
    }
    const struct tally *got = &run.summary->actor[0].utility.tally;
    cr_expect(fabs(tally_mean(got) - worth) < 0.003 + 4 * tally_sd(got) / sqrt(60000),
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
