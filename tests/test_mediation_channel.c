/* Deadlines, a tilt, leaders, advisers and officials: against closed forms. Shares of `play_near`
 * are within four standard errors: false alarms 6 in 100,000 each, the seed fixed. */
#include "engine/mediation.h"
#include "tests/sitting.h"

/* Nothing can be signed before round 4; the owner leaves at round 3 with chance c, or leads. */
Test(mediation_channel, a_deadline_is_kept_as_often_as_it_is_credible)
{
    struct play run = play("name = \"deadline\"; run = { trials = 40000; horizon = 6; };" PIE(
        "", "", "usa = { role = \"mediator\"; };")
                               NASH("1.0", "from = 4; deadline = { owner = \"usa\"; round = 3;"
                                           " credibility = 0.37; };"));
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), .63));
    play_free(&run);
}

/* A lever of the owner's from the deadline on is foreseen with the chance 1 - c that the owner is
 * still there: as one of that share of its intensity. */
Test(mediation_channel, a_deadline_is_foreseen)
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
Test(mediation_channel, a_bluff_costs_credibility)
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
Test(mediation_channel, a_tilt_restrains_its_side_and_is_suspect_to_the_other)
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
Test(mediation_channel, principles_tell_what_each_wants)
{
    const double strength[] = { 1, .6 };
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
Test(mediation_channel, advisers_cut_what_is_misread)
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
Test(mediation_channel, leaders_let_a_refused_text_be_tabled_again)
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
    struct play run = play("name = \"gone\"; run = { trials = 64; horizon = 6; };" PIE(
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
Test(mediation_channel, capacity_and_contacts_prepare_texts)
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
