/* Mediators: whole runs against closed forms. Shares of `play_near` and the means of `texts_near`
 * are within four standard errors: false alarms 6 in 100,000 each, the seed fixed. */
#include "tests/sitting.h"

/* Texts come with chance a and are all accepted; the first mediator leaves with chance h a round.
 * Alone it takes the talks along: there^t = ((1 - h)(1 - a))^t; behind it another leads on. */
Test(mediation, falls_to_the_next_when_the_lead_walks_away)
{
    double a = .13, h = .21;
    for (int others = 0; others < 2; others++) {
        struct play run = play("name = \"next\"; run = { trials = 40000; horizon = 7; };" PIE(
                                   "", "", "usa = { role = \"mediator\"; walk_away = 0.21; }; %s")
                                   NASH("0.13", ""),
                               others ? "turkey = { role = \"mediator\"; };" : "");
        double there = (1 - h) * (1 - a);
        double deal = others ? 1 - pow(1 - a, 7) : (1 - h) * a * (1 - pow(there, 7)) / (1 - there);
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%d: %.4f, %.4f", others,
                  play_outcome(&run, OUTCOME_DEAL), deal);
        play_free(&run);
    }
}

/* Each round passes without a deal with chance 1 - a k1 (first), 1 - b k2 (second), k the capacity
 * skill attention staff (1 + officials); k1 three times as much in rounds 2 to 4. */
Test(mediation, texts_come_by_capacity_and_effort_and_from_others)
{
    struct play run = play("name = \"pace\"; run = { trials = 40000; horizon = 7; };" PIE(
        "", "",
        "usa = { role = \"mediator\"; mediation = { skill = 0.7; attention = 0.6; staff = 0.9;"
        " effort = { from = 2; until = 4; factor = 3; }; }; };"
        "turkey = { role = \"mediator\"; mediation = { text_rate = 0.08; skill = 0.55; }; };")
                               NASH("0.11", "contacts = { officials = 0.35; };"));
    double lead = .11 * .7 * .6 * .9 * 1.35, other = .08 * .55 * 1.35;
    double none = pow(1 - lead, 4) * pow(1 - 3 * lead, 3) * pow(1 - other, 7);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), 1 - none), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), 1 - none);
    play_free(&run);
}

/* Talks in which every text is refused, as a chain: the run of refusals and how many texts there
 * were. */
struct refusals {
    double rate, persistence, slowdown, call, impatience;
    int deadlock, after, patience, rounds; /* deadlock, after: 0: none */
};

enum { MOST = 16 };

/* The mean number of texts and its standard deviation. */
static void refusals_texts(const struct refusals *self, double *mean, double *sd)
{
    double now[MOST + 1][MOST + 1] = { { 0 } };
    double square = 0, gone[MOST + 1] = { 0 };
    now[0][0] = 1;
    for (int round = 0; round < self->rounds; round++) {
        double next[MOST + 1][MOST + 1] = { { 0 } };
        for (int n = 0; n < MOST; n++)
            for (int texts = 0; texts < MOST; texts++) {
                double leave = n > self->patience ? self->impatience * (n - self->patience) : 0;
                leave = leave > 1 ? 1 : leave;
                gone[texts] += now[n][texts] * leave;
                double stay = now[n][texts] * (1 - leave);
                double text = self->rate * pow(self->persistence, n) *
                              (self->deadlock > 0 && n >= self->deadlock ? self->slowdown : 1);
                for (int tabled = 0; tabled < 2; tabled++) {
                    double part = stay * (tabled ? text : 1 - text);
                    int run = n + tabled;
                    double call = self->after > 0 && run >= self->after ? self->call : 0;
                    next[0][texts + tabled] += part * call;
                    next[run][texts + tabled] += part * (1 - call);
                }
            }
        memcpy(now, next, sizeof now);
    }
    *mean = 0;
    for (int texts = 0; texts <= MOST; texts++) {
        double share = gone[texts];
        for (int n = 0; n <= MOST; n++)
            share += now[n][texts];
        *mean += share * texts;
        square += share * texts * texts;
    }
    *sd = sqrt(square - *mean * *mean);
}

/* Claims of .8 each on one pie, of which the mediator is told otherwise, so that it goes on tabling
 * texts and each is refused. */
static void texts_near(const struct refusals *self)
{
    struct play run =
        play("name = \"refused\"; run = { trials = 2000; horizon = %d; };" PIE(
                 "resolve = { dist = \"normal\"; mean = 0.4; sd = 0.01; }; bias = -0.4;",
                 "resolve = { dist = \"normal\"; mean = 0.4; sd = 0.03; }; bias = -0.37;",
                 "usa = { role = \"mediator\"; mediation = { persistence = %g; patience = %d;"
                 " impatience = %g; }; };") "process = { protocol = \"mediated\"; solver = "
                                            "\"acceptance\";"
                                            " belief_drift = 0.02; text_rate = %g;"
                                            " deadlock = { after = %d; slowdown = %g; };"
                                            " leader_channel = { after = %d; chance = %g; }; };",
             self->rounds, self->persistence, self->patience, self->impatience, self->rate,
             self->deadlock, self->slowdown, self->after, self->call);
    double mean, sd, trials = (double)run.summary->trials;
    refusals_texts(self, &mean, &sd);
    cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL), 0);
    cr_expect(fabs((double)run.summary->texts / trials - mean) <= 4 * sd / sqrt(trials) + 1e-12,
              "%.4f texts a trial, %.4f by the chain", (double)run.summary->texts / trials, mean);
    play_free(&run);
}

Test(mediation, loses_patience_by_the_run_of_refusals)
{
    struct refusals self = {
        .rate = .83, .persistence = 1, .impatience = .137, .patience = 2, .rounds = 9
    };
    texts_near(&self);
}

Test(mediation, slows_with_refusals_as_far_as_it_does_not_persist)
{
    struct refusals self = { .rate = .83, .persistence = .71, .rounds = 9 };
    texts_near(&self);
}

Test(mediation, is_stuck_in_a_deadlock_until_leaders_speak)
{
    struct refusals self = {
        .rate = .83, .persistence = 1, .slowdown = .17, .deadlock = 2, .rounds = 9
    };
    texts_near(&self);
    self.after = 3;
    self.call = .41;
    texts_near(&self);
    self.impatience = .21;
    self.patience = 1;
    self.persistence = .9;
    texts_near(&self);
}

/* Two answers, each in with chance q a round: both are by round t with chance (1 - (1 - q)^t)^2,
 * t counted from 1; the text is tabled in the first round and accepted. */
Test(mediation, a_text_waits_for_answers)
{
    double q = .27, both = pow(1 - pow(1 - q, 5), 2);
    struct play run = play("name = \"reply\"; run = { trials = 40000; horizon = 5; };" PIE(
        "reply = 0.27;", "reply = 0.27;", "usa = { role = \"mediator\"; };") NASH("1.0", ""));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), both), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), both);
    cr_expect_eq(run.summary->texts, run.summary->trials, "one text a trial");
    play_free(&run);
}

/* Three pies of weights (.6, .3, .1) and (.2, .3, .5); war is worth 0 to both. The Nash package
 * gives the first all of the first pie and a third of the second: (.7, .7). Each pie by itself is
 * split in half: (.5, .5). Raiffa (1982). */
#define LINKED                                                                                     \
    "issues = { a = { front = true; core = true; status_quo = 0.5; };"                             \
    " b = { core = true; status_quo = 0.5; }; c = { core = true; status_quo = 0.5; }; };"          \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = "    \
    "0.95; war = { cost = 0.5; }; positions = { a = { ideal = 1; salience = 0.6; };"               \
    " b = { ideal = 1; salience = 0.3; }; c = { ideal = 1; salience = 0.1; }; }; };"               \
    "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"          \
    " war = { cost = 0.5; }; positions = { a = { ideal = 0; salience = 0.2; };"                    \
    " b = { ideal = 0; salience = 0.3; }; c = { ideal = 0; salience = 0.5; }; }; }; };"            \
    "war = { model = \"front\"; start = 0.5; };"

Test(mediation, a_package_trades_one_issue_against_another)
{
    const double package[] = { 1, 1.0 / 3, 0 };
    for (int rounds = 2; rounds <= 3; rounds++)
        for (int alone = 0; alone < 2; alone++) {
            struct play run =
                play("name = \"linked\"; run = { trials = 64; horizon = %d; };" LINKED NASH(
                         "1.0", "agenda = \"%s\";"),
                     rounds, alone ? "issue_by_issue" : "package");
            bool deal = !alone || rounds == 3; /* three issues take three rounds */
            cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL),
                         deal ? run.summary->trials : 0);
            for (int issue = 0; issue < 3 && deal; issue++)
                cr_expect_float_eq(tally_mean(&run.summary->term[issue].at.tally),
                                   alone ? .5 : package[issue], 1e-6, "issue %d: %.9g", issue,
                                   tally_mean(&run.summary->term[issue].at.tally));
            play_free(&run);
        }
}
