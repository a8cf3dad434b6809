/* Texts that wait for answers, and what makes them fall: whole runs against closed forms. Shares of
 * `play_near` are within four standard errors: false alarms 6 in 100,000 each, the seed fixed. */
#include "tests/sitting.h"

enum { ROUNDS = 7 };

/* Two answers, each in with chance q a round, are both there by the n-th with this chance. */
static double both(double q, int rounds)
{
    return pow(1 - pow(1 - q, rounds), 2);
}

/* One text in the first round that all accept; an answer comes with chance q a round, and the other
 * belligerent leaves with chance h before each. What is left of the wait then leads nowhere. */
Test(talks_reply, a_text_falls_when_a_belligerent_leaves)
{
    double q = .27, h = .11, deal = 0;
    for (int round = 0; round < ROUNDS; round++)
        deal += pow(1 - h, round + 1) * pow(1 - q, round) * q;
    struct play run = play("name = \"gone\"; run = { trials = 40000; horizon = %d; };" PIE(
                               "walk_away = 0.11;", "reply = 0.27;",
                               "usa = { role = \"mediator\"; };") NASH("1.0", ""),
                           ROUNDS);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), deal);
    play_free(&run);
}

/* A stakeholder that has left is asked all the same, at once or in time: texts come with chance a,
 * or one waits for its answer, which comes with chance a. The first wants more than the half that
 * would need no consent of the stakeholder's. */
Test(talks_reply, a_stakeholder_that_left_is_asked_all_the_same)
{
    double a = .21;
    for (int waits = 0; waits < 2; waits++) {
        struct play run =
            play("name = \"asked\"; run = { trials = 40000; horizon = %d; };" PIE(
                     "resolve = 0.15;", "",
                     "eu = { role = \"stakeholder\"; discount = 0.95; consent = ( \"pie\" );"
                     " walk_away = 0.9; reply = %g; positions = { pie = { ideal = 1; }; }; };"
                     "usa = { role = \"mediator\"; };") NASH("%g", ""),
                 ROUNDS, waits ? a : 1, waits ? 1 : a);
        double deal = 1 - pow(1 - a, ROUNDS);
        cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%d: %.4f, %.4f", waits,
                  play_outcome(&run, OUTCOME_DEAL), deal);
        play_free(&run);
    }
}

/* The lead leaves with chance h before each round, and another leads, whose text all have to answer
 * anew. */
Test(talks_reply, a_text_falls_with_its_author)
{
    double q = .27, h = .17, deal = pow(1 - h, ROUNDS) * both(q, ROUNDS);
    double texts = 1;
    for (int round = 0; round < ROUNDS; round++) {
        double leaves = h * pow(1 - h, round), before = both(q, round);
        deal += leaves * (before + (1 - before) * both(q, ROUNDS - round));
        texts += round > 0 ? leaves * (1 - before) : 0;
    }
    struct play run =
        play("name = \"author\"; run = { trials = 40000; horizon = %d; };" PIE(
                 "reply = 0.27;", "reply = 0.27;",
                 "usa = { role = \"mediator\"; walk_away = 0.17; }; turkey = { role = "
                 "\"mediator\"; };") NASH("1.0", ""),
             ROUNDS);
    double told = (double)run.summary->texts / (double)run.summary->trials;
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), deal);
    cr_expect(play_near(&run, told - 1, texts - 1), "%.4f, %.4f", told, texts);
    play_free(&run);
}

/* The one that follows tables a text while another leads, and none where it leads itself: its text
 * outlives the lead, which leaves with chance h before each round. */
Test(talks_reply, a_text_outlives_a_lead_that_did_not_table_it)
{
    double deal = (1 - .17) * both(.27, ROUNDS);
    struct play run =
        play("name = \"other\"; run = { trials = 40000; horizon = %d; };" PIE(
                 "reply = 0.27;", "reply = 0.27;",
                 "usa = { role = \"mediator\"; walk_away = 0.17; }; turkey = { role = "
                 "\"mediator\"; mediation = { text_rate = 1.0; }; };") NASH("0.0", ""),
             ROUNDS);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), deal);
    play_free(&run);
}

/* A pie on a front that goes by the same step every round. The second, to which war is dear, would
 * yield more of it than lies behind the front, and a text may not give the first more: it is made
 * at the front. An answer is in with chance q a round. */
static struct play moving(double step, const char *bound, const char *rules)
{
    return play("name = \"moving\"; run = { trials = 40000; horizon = %d; };"
                "issues = { pie = { front = true; core = true; status_quo = 0.5; %s }; };"
                "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1;"
                " discount = 0.95; war = { cost = 0.2; }; positions = { pie = { ideal = 1; }; }; };"
                "second = { role = \"belligerent\"; side = \"low\"; capability = 1; reply = 0.27;"
                " discount = 0.95; war = { cost = 0.5; }; positions = { pie = { ideal = 0; }; }; };"
                "usa = { role = \"mediator\"; }; }; war = { model = \"front\"; start = 0.5;"
                " drift = %g; }; %s" NASH("1.0", ""),
                ROUNDS, bound, step, rules);
}

/* The front falls: a text whose answer is in at once is signed at the front as it stands, any other
 * falls when its answer comes, and the next is tabled the round after. */
static void falls_with_the_front(const char *bound, const char *rules)
{
    double q = .27, deal = 0, at = 0, square = 0, fresh[2 * ROUNDS + 2] = { 1 };
    for (int round = 0; round < ROUNDS; round++) {
        double signs = fresh[round] * q, front = .5 - .005 * round;
        deal += signs;
        at += signs * front;
        square += signs * front * front;
        for (int wait = 1; wait < ROUNDS; wait++)
            fresh[round + wait + 1] += fresh[round] * pow(1 - q, wait) * q;
    }
    struct play run = moving(-.005, bound, rules);
    double mean = at / deal, sd = sqrt(square / deal - mean * mean);
    double deals = (double)summary_outcome(run.summary, OUTCOME_DEAL);
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), deal);
    cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), mean, 4 * sd / sqrt(deals),
                       "%.6f, %.6f", tally_mean(&run.summary->term[0].at.tally), mean);
    cr_expect_eq(run.summary->actor[0].refusals + run.summary->actor[1].refusals, 0);
    play_free(&run);
}

Test(talks_reply, a_text_falls_that_gives_more_than_the_front_does_by_now)
{
    falls_with_the_front("bounded_by_front = \"high\";", "");
}

Test(talks_reply, a_text_falls_that_breaks_a_rule_by_now)
{
    falls_with_the_front("", "rules = { line = { if = { pie = { above_front = true; }; }; }; };");
}

/* The front rises, and what was tabled at the front still gives no more than that. */
Test(talks_reply, a_text_stands_that_the_front_has_passed)
{
    double deal = 1 - pow(1 - .27, ROUNDS);
    struct play run = moving(.005, "bounded_by_front = \"high\";", "");
    cr_expect(play_near(&run, play_outcome(&run, OUTCOME_DEAL), deal), "%.4f, %.4f",
              play_outcome(&run, OUTCOME_DEAL), deal);
    cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), .5, 1e-6);
    cr_expect_eq(run.summary->texts, run.summary->trials);
    play_free(&run);
}
