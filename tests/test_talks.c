/* When texts are tabled, by whom, and what a refused one leaves behind: whole runs against closed
 * forms. */
#include "tests/play.h"

/* Two actors over one pie, on a front that stands still at half: `first` wants all of it. */
#define PIE(first, second)                                                                         \
    "issues = { pie = { front = true; core = true; levels = { none = 0.0; half = 0.5; all = 1.0; " \
    "};"                                                                                           \
    "  status_quo = \"half\"; }; };"                                                               \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; " first " };"                                                                           \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95; "     \
    "" second " }; };"                                                                             \
    "war = { model = \"front\"; start = 0.5; };"
#define ALL "positions = { pie = { ideal = \"all\"; }; };"
#define NONE "positions = { pie = { ideal = \"none\"; }; };"

/* In war a text comes with chance a and a bare ceasefire with chance r; in a freeze a text comes
 * with chance a; each is accepted, since war costs .1 and armed peace .02. With a ceasefire first,
 * war ends by a ceasefire alone. Shares by recursion over the rounds. */
Test(talks, wait_for_the_ceasefire_where_it_comes_first)
{
    double a = .13, r = .21;
    for (int first = 0; first < 2; first++) {
        struct play run = play(
            "name = \"order\"; run = { trials = 40000; horizon = 7; };" PIE(
                "war = { cost = 0.1; }; armed_peace = 0.02;" ALL,
                "war = { cost = 0.1; }; armed_peace = 0.02;" NONE) "process = { protocol = "
                                                                   "\"mediated\"; solver = "
                                                                   "\"nash\"; text_rate = 0.13;"
                                                                   "  ceasefire = { rate = 0.21; "
                                                                   "perceived = 0.0; flare_up = "
                                                                   "0.0;"
                                                                   "    flare_up_later = 0.0; "
                                                                   "first = %s; }; };",
            first ? "true" : "false");
        double war = 1, frozen = 0, deal = 0;
        for (int round = 0; round < 7; round++) {
            double text = first ? 0 : a;
            deal += a * frozen + text * war;
            frozen = (1 - a) * frozen + (1 - text) * r * war;
            war *= (1 - text) * (1 - r);
        }
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "first %d: %.4f, %.4f",
                  first, play_outcome(&run, OUTCOME_DEAL), deal);
        cr_expect(play_near(&run, play_detail(&run, DETAIL_CEASEFIRE), frozen));
        cr_expect(play_near(&run, play_detail(&run, DETAIL_FIGHTING), war));
        play_free(&run);
    }
}

/* Texts come with chance a from round `from` on, and each is accepted: by the recursion over the
 * rounds, with a freeze beside war. */
Test(talks, wait_for_their_first_round)
{
    double a = .13, r = .21;
    for (int from = 0; from <= 8; from += 4) {
        struct play run = play(
            "name = \"later\"; run = { trials = 40000; horizon = 7; };" PIE(
                "war = { cost = 0.1; }; armed_peace = 0.02;" ALL,
                "war = { cost = 0.1; }; armed_peace = 0.02;" NONE) "process = { protocol = "
                                                                   "\"mediated\"; solver = "
                                                                   "\"nash\"; text_rate = 0.13;"
                                                                   "  from = %d; ceasefire = { "
                                                                   "rate = 0.21; perceived = 0.0;"
                                                                   " flare_up = 0.0; "
                                                                   "flare_up_later = 0.0; }; };",
            from);
        double war = 1, frozen = 0, deal = 0;
        for (int round = 0; round < 7; round++) {
            double text = round < from ? 0 : a;
            deal += text * (frozen + war);
            frozen = (1 - text) * (frozen + r * war);
            war *= (1 - text) * (1 - r);
        }
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "from %d: %.4f, %.4f",
                  from, play_outcome(&run, OUTCOME_DEAL), deal);
        cr_expect(play_near(&run, play_detail(&run, DETAIL_CEASEFIRE), frozen));
        cr_expect(from < 7 || run.summary->texts == 0);
        play_free(&run);
    }
}

/* With a ceasefire first and none in reach there is no text at all, at any rate of texts. */
Test(talks, never_begin_without_the_ceasefire_that_comes_first)
{
    struct play run = play("name = \"never\"; run = { trials = 256; horizon = 24; };" PIE(
        "war = { cost = 0.1; };" ALL,
        "war = { cost = 0.1; };" NONE) "process = { protocol = \"mediated\"; solver = \"nash\";"
                                       "  ceasefire = { first = true; }; };");
    cr_expect_eq(run.summary->texts, 0);
    cr_expect_eq(run.summary->detail[DETAIL_FIGHTING], run.summary->trials);
    play_free(&run);
}

/* Of two offers in a row under a normal prior of the other's resolve, mean m and sd s: x maximises
 * Phi((.6 - x - m) / s)(x - .4), .6 being what leaves the other as well off as war, .4 war's worth
 * to the proposer; the second on the belief that the refusal left. */
struct offer {
    double mean, sd;
};

static double normal(double z)
{
    return erfc(-z / sqrt(2)) / 2;
}

static double offer_best(struct offer belief)
{
    double best = 0, most = -1;
    for (double x = .4; x <= 1; x += 1e-6) {
        double gain = normal((.6 - x - belief.mean) / belief.sd) * (x - .4);
        best = gain > most ? x : best;
        most = gain > most ? gain : most;
    }
    return best;
}

/* The mean and variance of a normal resolve given that it is above .6 - x. */
static struct offer offer_refused(struct offer belief, double x)
{
    double z = (.6 - x - belief.mean) / belief.sd;
    double ratio = exp(-z * z / 2) / sqrt(2 * acos(-1.0)) / normal(-z); /* phi(z) / Phi(-z) */
    return (struct offer){ belief.mean + ratio * belief.sd,
                           belief.sd * sqrt(1 - ratio * (ratio - z)) };
}

/* A party that tables its own texts asks less once it was refused; each offer is its best on what
 * it believes. Accepted are the trials whose true resolve allows it. */
Test(talks, a_party_learns_from_refusals_of_its_own_texts)
{
    const struct offer prior = { .02, .07 };
    double first = offer_best(prior), second = offer_best(offer_refused(prior, first));
    double at_once = normal((.6 - first - prior.mean) / prior.sd);
    double in_two = normal((.6 - second - prior.mean) / prior.sd);
    cr_assert(second < first - .01 && at_once > .2 && in_two < .97, "the case is worth testing");
    for (int rounds = 1; rounds <= 2; rounds++) {
        struct play run =
            play("name = \"learn\"; run = { trials = 60000; horizon = %d; };" PIE(
                     "war = { cost = 0.1; };" ALL,
                     "war = { cost = 0.1; }; resolve = { dist = \"normal\"; mean = 0.02; sd = "
                     "0.07; };" NONE) "process = { protocol = \"direct\"; proposer = \"first\";"
                                      "  solver = \"agenda_setter\"; };",
                 rounds);
        double deals = rounds == 1 ? at_once : in_two;
        double terms =
            rounds == 1 ? first : (at_once * first + (in_two - at_once) * second) / in_two;
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deals), "%d: %.4f, %.4f",
                  rounds, play_outcome(&run, OUTCOME_DEAL), deals);
        cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), terms, 1e-3,
                           "%d: %.6f, %.6f", rounds, tally_mean(&run.summary->term[0].at.tally),
                           terms);
        play_free(&run);
    }
}

/* Of a prior that is not normal it knows mean and variance, as its learning does. */
Test(talks, a_party_that_learns_knows_mean_and_variance)
{
    const struct offer prior = { .02, .07 };
    double half = .07 * sqrt(3);
    struct play run =
        play("name = \"flat\"; run = { trials = 64; horizon = 1; };" PIE(
                 "war = { cost = 0.1; };" ALL,
                 "war = { cost = 0.1; }; resolve = { dist = \"uniform\"; "
                 "min = %.9f; max = %.9f; };" NONE) "process = { protocol = \"direct\"; solver = "
                                                    "\"agenda_setter\"; };",
             .02 - half, .02 + half);
    cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), offer_best(prior), 1e-4);
    play_free(&run);
}

/* A direct text comes with its rate, by the party that is named, on its best terms: here the other
 * side's numbers are known, and all of war's costs go to the proposer. */
Test(talks, direct_texts_come_at_their_rate_and_favour_their_author)
{
    for (int high = 0; high < 2; high++) {
        struct play run =
            play("name = \"direct\"; run = { trials = 40000; horizon = 6; };" PIE(
                     "war = { cost = 0.1; };" ALL,
                     "war = { cost = 0.1; };" NONE) "process = { protocol = \"direct\"; proposer = "
                                                    "\"%s\"; text_rate = 0.17;"
                                                    "  solver = \"agenda_setter\"; };",
                 high ? "first" : "second");
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), 1 - pow(.83, 6)));
        cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), high ? .6 : .4, 1e-8);
        play_free(&run);
    }
}

/* A text past a hard red line is no candidate; a mediator that insists tables it, once, since
 * nothing moves, and the party whose line it is refuses. */
Test(talks, who_insists_is_refused_by_a_hard_line)
{
    for (int insist = 0; insist < 2; insist++) {
        struct play run = play(
            "name = \"insist\"; run = { trials = 512; horizon = 5; };" PIE(
                "war = { cost = 0.3; };" ALL,
                "war = { cost = 0.3; }; positions = { pie = { ideal = \"none\"; red_line = { "
                "beyond = \"half\"; hard = true; }; }; };") "packages = { more = { pie = 0.6; }; };"
                                                            "process = { protocol = \"mediated\"; "
                                                            "solver = \"menu\"; insist = %s; };",
            insist ? "true" : "false");
        uint64_t refused = insist ? run.summary->trials : 0;
        cr_expect_eq(run.summary->texts, refused);
        cr_expect_eq(run.summary->actor[1].refusals, refused, "the line is second's");
        cr_expect_eq(run.summary->actor[0].refusals, 0, "first would have it");
        cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), 0);
        play_free(&run);
    }
}
