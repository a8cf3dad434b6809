/* Mediators and channels: whole runs against closed forms. Shares of `play_near` and the means of
 * `texts_near` are within four standard errors: false alarms 6 in 100,000 each, the seed fixed. */
#include "engine/mediation.h"

#include "engine/negotiation.h"
#include "tests/play.h"

/* Two actors over one pie, on a front that stands still at half, and whoever mediates. */
#define PIE(first, second, mediators)                                                              \
    "issues = { pie = { front = true; core = true; status_quo = 0.5; }; };"                        \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = "    \
    "0.95; war = { cost = 0.1; }; positions = { pie = { ideal = 1; }; }; " first " };"             \
    "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"          \
    " war = { cost = 0.1; }; positions = { pie = { ideal = 0; }; }; " second " };" mediators       \
    " }; war = { model = \"front\"; start = 0.5; };"
#define NASH(rate, more)                                                                           \
    "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = " rate "; " more " };"

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
        play("name = \"refused\"; run = { trials = 4000; horizon = %d; };" PIE(
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

/* Nothing can be signed before round 4; the owner leaves at round 3 with chance c, or leads. */
Test(mediation, a_deadline_is_kept_as_often_as_it_is_credible)
{
    struct play run = play("name = \"deadline\"; run = { trials = 40000; horizon = 6; };" PIE(
        "", "", "usa = { role = \"mediator\"; };")
                               NASH("1.0", "from = 4; deadline = { owner = \"usa\"; round = 3;"
                                           " credibility = 0.37; };"));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), .63));
    play_free(&run);
}

/* A table after one block of a scenario. */
struct sitting {
    struct scenario *scenario;
    struct table *table;
    struct history *history;
};

static struct sitting sit(const char *text)
{
    struct faults faults = { 0 };
    struct sitting self = { .scenario = scenario_from_text(text, "test", &faults) };
    faults_print(&faults, stderr);
    cr_assert(self.scenario != NULL);
    self.table = negotiation_new(self.scenario);
    self.history = history_new(self.scenario);
    negotiation_play(self.table, 0, LANES, self.history);
    return self;
}

static void rise(struct sitting *self)
{
    history_free(self->history);
    negotiation_free(self->table);
    scenario_free(self->scenario);
}

/* A lever of the owner's from the deadline on is foreseen with the chance 1 - c that the owner is
 * still there: as one of that share of its intensity. */
Test(mediation, a_deadline_is_foreseen)
{
#define FORESEEN(intensity, deadline)                                                              \
    "name = \"foreseen\"; run = { trials = 64; horizon = 9; };" PIE(                               \
        "", "", "usa = { role = \"mediator\"; };")                                                 \
        NASH("0.0", deadline) "levers = { sanctions = { owner = \"usa\"; target = \"second\";"     \
                              " kind = \"pressure\"; intensity = " intensity ";"                   \
                              " when = { from = 3; }; }; };"
    struct sitting weighed =
        sit(FORESEEN("0.5", "deadline = { owner = \"usa\"; round = 3; credibility = 0.3; };"));
    struct sitting lesser = sit(FORESEEN("0.35", "")), full = sit(FORESEEN("0.5", ""));
    for (int round = 0; round < 9; round++) {
        size_t row = (size_t)round * 3 + 1;
        cr_expect_float_eq(block_read(weighed.table->truth.cost, row)[5],
                           block_read(lesser.table->truth.cost, row)[5], 1e-15);
        cr_expect(round < 3 || block_read(weighed.table->truth.cost, row)[5] <
                                   block_read(full.table->truth.cost, row)[5] - .01);
    }
    /* Known at the end: fighting on costs as if the lever was there, or was not, whatever was
     * foreseen; the horizon's continuation counts the rest of the rounds as they are. */
    for (int lane = 0; lane < 64; lane++) {
        double now = table_of(weighed.table->drivers.cost, 1)[lane];
        double gone = table_of(weighed.table->walked, 2)[lane];
        cr_expect_float_eq(now, gone != 0 ? 0 : .05, 1e-15);
        cr_expect_float_eq(table_of(weighed.table->truth.war, 1)[lane],
                           table_of(full.table->truth.war, 1)[lane] + (gone != 0 ? .05 : 0), 1e-9);
    }
    rise(&full);
    rise(&lesser);
    rise(&weighed);
}

/* A bluff of damage d leaves 1 - d of the credibility of its guarantee: 1 - (1 - d) c is doubt. */
Test(mediation, a_bluff_costs_credibility)
{
    struct sitting self = sit("name = \"bluff\"; run = { trials = 64; horizon = 5; };" PIE(
        "", "", "usa = { role = \"mediator\"; credibility = 0.7; };")
                                  NASH("0.0", "deadline = { owner = \"usa\"; round = 2;"
                                              " credibility = 0.5; damage = 0.35; };"));
    int stayed = 0;
    for (int lane = 0; lane < 64; lane++) {
        bool gone = table_of(self.table->walked, 2)[lane] != 0;
        stayed += !gone;
        cr_expect_float_eq(self.table->credibility[lane], gone ? 0 : .7 * .65, 1e-12);
    }
    cr_expect(stayed > 10 && stayed < 54);
    rise(&self);
}

/* Kydd 2003: o (1 - r t)^n after n rounds for the side that a mediator tilts to; the other side
 * hears nothing new. Kydd 2006: its guarantee is worth c (1 - s |t|), its promise to the side that
 * it does not favour c (1 - s |t|), to the other c. */
Test(mediation, a_tilt_restrains_its_side_and_is_suspect_to_the_other)
{
    for (int high = 0; high < 2; high++) {
        char text[4000];
        snprintf(
            text, sizeof text,
            "name = \"tilt\"; run = { trials = 64; horizon = 6; };" PIE(
                "optimism = 0.004;", "optimism = 0.003;",
                "usa = { role = \"mediator\"; credibility = 0.7; mediation = { tilt = %g; }; "
                "};")
                NASH(
                    "0.0",
                    "tilt = { restraint = 0.23; suspicion = 0.41; };") "levers = { first = { owner "
                                                                       "= \"usa\"; target = "
                                                                       "\"first\"; kind = "
                                                                       "\"incentive\"; size = "
                                                                       "0.11; credibility = 0.9; "
                                                                       "}; second = { owner = "
                                                                       "\"usa\";"
                                                                       " target = \"second\"; kind "
                                                                       "= \"incentive\"; size = "
                                                                       "0.13; credibility = 0.8; "
                                                                       "}; };",
            high ? .6 : -.6);
        struct sitting self = sit(text);
        double less = pow(1 - .23 * .6, 6), doubted = 1 - .41 * .6;
        cr_expect_float_eq(table_of(self.table->drift_belief, 0)[9], .004 * (high ? less : 1),
                           1e-15);
        cr_expect_float_eq(table_of(self.table->drift_belief, 1)[9], .003 * (high ? 1 : less),
                           1e-15);
        cr_expect_float_eq(self.table->credibility[9], .7 * doubted, 1e-12);
        cr_expect_float_eq(table_of(self.table->drivers.bonus, 0)[9],
                           .11 * .9 * (high ? 1 : doubted), 1e-12);
        cr_expect_float_eq(table_of(self.table->drivers.bonus, 1)[9],
                           .13 * .8 * (high ? doubted : 1), 1e-12);
        rise(&self);
    }
}

/* Principles tell a share p of what each wants: doubt falls to (1 - p) sd, and what is believed has
 * the prior's mean and variance around which the truth lies: squared errors average (1 - p)^2 var.
 * At p = 1 they are the truth. False alarms of the mean of 64: chi-square beyond 4 sd. */
Test(mediation, principles_tell_what_each_wants)
{
    const double strength[] = { 1, .4 };
    for (size_t k = 0; k < 2; k++) {
        char text[4000];
        snprintf(text, sizeof text,
                 "name = \"principles\"; run = { trials = 64; horizon = 1; };" PIE(
                     "resolve = { dist = \"normal\"; mean = 0.2; sd = 0.1; };", "",
                     "usa = { role = \"mediator\"; };")
                     NASH("0.0", "leader_channel = { principles = %g; };"),
                 strength[k]);
        struct sitting self = sit(text);
        double left = (1 - strength[k]) * .1, sum = 0;
        for (int lane = 0; lane < 64; lane++) {
            double error =
                table_of(self.table->belief_mean, 0)[lane] - table_of(self.table->resolve, 0)[lane];
            cr_expect_float_eq(sqrt(table_of(self.table->belief_variance, 0)[lane]), left, 1e-4);
            cr_expect(strength[k] < 1 || fabs(error) < 1e-12);
            sum += error * error;
        }
        cr_expect(strength[k] == 1 ||
                      fabs(sum / 64 - left * left) < 4 * left * left * sqrt(2.0 / 64),
                  "%g", sum / 64 / left / left);
        rise(&self);
    }
}

/* (.1 + .05)(1 - .8 .75) = .06: the same talks as with a noise of .06. */
Test(mediation, advisers_cut_what_is_misread)
{
    const char *noise[] = { "noise = 0.1; contacts = { advisers = 0.75; };", "noise = 0.06;" };
    const char *own[] = { "mediation = { noise = 0.05; };", "" };
    double utility[2];
    for (size_t k = 0; k < 2; k++) {
        struct play run =
            play("name = \"noise\"; run = { trials = 640; horizon = 6; };" PIE(
                     "resolve = { dist = \"normal\"; mean = 0.1; sd = 0.1; };",
                     "resolve = { dist = \"normal\"; mean = 0.1; sd = 0.1; };",
                     "usa = { role = \"mediator\"; %s };") "process = { protocol = \"mediated\"; "
                                                           "solver = \"acceptance\";"
                                                           " %s };",
                 own[k], noise[k]);
        utility[k] = tally_mean(&run.summary->actor[0].utility.tally);
        play_free(&run);
    }
    cr_expect_float_eq(utility[0], utility[1], 1e-9, "%.12g %.12g", utility[0], utility[1]);
}

/* One named text that the second refuses. Without a call it is tabled once; where leaders speak
 * after each refusal it comes again in every round. */
Test(mediation, leaders_let_a_refused_text_be_tabled_again)
{
    for (int call = 0; call < 2; call++) {
        struct play run =
            play("name = \"again\"; run = { trials = 64; horizon = 6; };" PIE(
                     "", "resolve = 0.3; bias = -0.3;",
                     "usa = { role = \"mediator\"; };") "process = { protocol = \"mediated\"; "
                                                        "solver = \"menu\"; leader_channel = "
                                                        "{ after = 1; chance = %d; }; };"
                                                        "packages = { half = { pie = 0.5; }; };",
                 call);
        cr_expect_eq(run.summary->texts, run.summary->trials * (call ? 6 : 1));
        play_free(&run);
    }
    struct play
        run =
            play(
                "name = \"gone\"; run = { trials = 64; horizon = 6; };" PIE(
                    "", "resolve = 0.3; bias = -0.3;",
                    "usa = { role = \"mediator\"; }; envoy = { role = \"mediator\"; walk_away = 1; "
                    "};") "process = { protocol = \"mediated\"; solver = \"menu\"; leader_channel "
                          "= { between = "
                          "( \"first\", \"envoy\" ); after = 1; chance = 1; }; };"
                          "packages = { half = { pie = 0.5; }; };");
    cr_expect_eq(run.summary->texts, run.summary->trials, "one of them has left: no calls");
    play_free(&run);
}

/* q <- q + rate k (1 - q), k the lead's capacity, from (1 - p) away from full readiness; trust
 * takes a (1 + advisers) of its way in each round with a meeting, and p besides in the first. */
Test(mediation, capacity_and_contacts_prepare_texts)
{
    struct sitting self = sit(
        "name = \"prepare\"; run = { trials = 64; horizon = 5; };" PIE(
            "", "", "usa = { role = \"mediator\"; mediation = { skill = 0.7; staff = 0.8; }; };")
            NASH("0.0", "contacts = { officials = 0.3; advisers = 0.6; };"
                        " leader_channel = { principles = 0.2; };"
                        " trust = { start = 0.4; base = 0.4; meeting = 0.1; };"
                        " working_groups = { all = { issues = ( \"pie\" ); members = ( \"first\","
                        " \"second\" ); from = 0; rate = 0.25; }; };"));
    double unready = .8, distrust = .6, trust = .4;
    for (int round = 0; round < 5; round++) {
        unready *= 1 - .25 * .7 * .8 * 1.3 * trust;
        distrust *= 1 - .1 * 1.6 - (round == 0 ? .2 : 0);
        trust = 1 - distrust;
    }
    cr_expect_float_eq(table_of(self.table->readiness, 0)[7], 1 - unready, 1e-12);
    cr_expect_float_eq(self.table->trust[7], trust, 1e-12);
    rise(&self);
}
