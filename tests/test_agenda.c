/* Issues that are closed one by one: whole runs, in which nothing is drawn, against what follows by
 * hand. */
#include "tests/play.h"
#include "tests/trial.h"

/* The first wants all of both, the second none of either, and war is dear to the second, who would
 * therefore yield more of the pie than lies behind the front, which may not be passed. Tabled is a
 * turn a round. */
#define TWO(pie, cake, drift, rules)                                                               \
    "issues = { pie = { front = true; core = true; status_quo = 0.5; bounded_by_front = \"high\";" \
    " }; cake = { core = true; status_quo = 0.5; }; };"                                            \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = "    \
    "0.95; war = { cost = 0.2; }; positions = { pie = { ideal = 1; salience = " pie                \
    "; }; cake = { ideal = 1; salience = " cake "; }; }; };"                                       \
    "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"          \
    " war = { cost = 0.5; }; positions = { pie = { ideal = 0; salience = " pie                     \
    "; }; cake = { ideal = 0; salience = " cake "; }; }; };"                                       \
    "usa = { role = \"mediator\"; }; }; war = { model = \"front\"; start = 0.5; drift = " drift    \
    "; }; " rules "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 1.0;"       \
    " agenda = \"issue_by_issue\"; };"

/* Expects that all trials end in a deal in this round, and none before, with so much of the pie. */
static void signed_in(const char *text, int round, double pie)
{
    for (int rounds = round; rounds <= round + 1; rounds++) {
        struct play run =
            play("name = \"again\"; run = { trials = 64; horizon = %d; }; %s", rounds, text);
        cr_expect_eq(summary_outcome(run.summary, OUTCOME_DEAL),
                     rounds > round ? run.summary->trials : 0, "%d rounds", rounds);
        if (rounds > round)
            cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), pie, 1e-6, "%.9f",
                               tally_mean(&run.summary->term[0].at.tally));
        play_free(&run);
    }
}

/* The pie is the easier and is closed at the front, .5; a round later that is at .495 and the pie
 * is open again, but the cake's turn comes first; in the third round the pie is closed at .49, and
 * with it the text. */
Test(agenda, an_issue_that_the_front_has_left_opens_again)
{
    signed_in(TWO("0.6", "0.4", "-0.005", ""), 2, .49);
    signed_in(TWO("0.8", "0.2", "0.005", ""), 1, .5);
}

/* The cake is the easier and is closed below .8; a round later the front is below .495, where a
 * rule asks for more cake, and the pie may not be above it: nothing can be closed with that cake.
 * So all is open again; the cake is closed at .8, then the pie, at the front. */
Test(agenda, opens_all_where_nothing_can_be_closed_with_what_is)
{
    signed_in(TWO("0.4", "0.6", "-0.01",
                  "rules = { deep = { if = { pie = { below = 0.495; }; }; then = { cake = { "
                  "at_least = 0.8; }; }; }; };"),
              3, .47);
}

/* All want the cake, which is not core; the pie is split in half. */
static struct play staged(int rounds, const char *rules)
{
    return play(
        "name = \"staged\"; run = { trials = 64; horizon = %d; };"
        "issues = { pie = { front = true; core = true; status_quo = 0.5; };"
        " cake = { status_quo = 0.0; }; };"
        "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = "
        "0.95; war = { cost = 0.5; }; positions = { pie = { ideal = 1; }; cake = { ideal = 1; }; "
        "}; };"
        "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
        " war = { cost = 0.5; }; positions = { pie = { ideal = 0; }; cake = { ideal = 1; }; }; };"
        "usa = { role = \"mediator\"; }; }; war = { model = \"front\"; start = 0.5; }; %s"
        "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 1.0;"
        " agenda = \"issue_by_issue\"; comprehensive = { staged = true; rate = 1.0; stall = 0.0; };"
        " };",
        rounds, rules);
}

/* The first text is whole with its only core issue, in the first round; the other issue is the
 * second text's, a round later. */
Test(agenda, takes_core_issues_first_where_texts_come_in_two_stages)
{
    for (int rounds = 1; rounds <= 2; rounds++) {
        struct play run = staged(rounds, "");
        int detail = rounds == 1 ? DETAIL_FRAMEWORK : DETAIL_COMPREHENSIVE;
        cr_expect_eq(run.summary->detail[detail], run.summary->trials, "%d", rounds);
        cr_expect_eq(run.summary->texts, (uint64_t)rounds * run.summary->trials);
        cr_expect_float_eq(tally_mean(&run.summary->term[0].at.tally), .5, 1e-6);
        if (rounds == 2)
            cr_expect_float_eq(tally_mean(&run.summary->term[1].at.tally), 1, 1e-6);
        play_free(&run);
    }
}

/* A rule that no text may lack some cake: that must be closed before the first text, a turn more.
 */
Test(agenda, takes_what_a_rule_needs_before_the_first_text)
{
    for (int rounds = 1; rounds <= 2; rounds++) {
        struct play run =
            staged(rounds, "rules = { some = { then = { cake = { at_least = 0.5; }; }; }; };");
        cr_expect_eq(run.summary->detail[DETAIL_FRAMEWORK], rounds == 2 ? run.summary->trials : 0,
                     "%d", rounds);
        play_free(&run);
    }
}

/* Three issues are left to the second text, for which the first of them is closed at once; where
 * the framework breaks before the others are, the next first text leaves all three as they are. */
Test(agenda, opens_again_what_was_closed_for_a_second_text_that_never_came)
{
    struct play run =
        play("name = \"broken\"; run = { trials = 64; horizon = 24; };"
             "issues = { pie = { core = true; status_quo = 0.5; }; cake = { status_quo = 0.0; };"
             " tea = { status_quo = 0.0; }; milk = { status_quo = 0.0; }; }; actors = {"
             "first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95;"
             " war = { cost = 0.5; }; positions = { pie = { ideal = 1; }; cake = { ideal = 1; };"
             " tea = { ideal = 1; }; milk = { ideal = 1; }; }; };"
             "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"
             " war = { cost = 0.5; }; positions = { pie = { ideal = 0; }; cake = { ideal = 1; };"
             " tea = { ideal = 1; }; milk = { ideal = 1; }; }; };"
             "usa = { role = \"mediator\"; }; }; war = { model = \"front\"; start = 0.5; };"
             "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 1.0; violation = "
             "0.3; agenda = \"issue_by_issue\"; comprehensive = { staged = true; rate = 1.0; stall "
             "= 0.1; }; ceasefire = { flare_up = 0.5; flare_up_later = 0.5; }; };");
    int again = 0;
    for (uint64_t trial = 0; trial < 8; trial++) {
        struct chronicle *told = trial_told(run.scenario, trial);
        for (int round = 1; round < 24; round++) {
            const struct chronicle_round *seen = &told->round[round];
            bool broken = told->round[round - 1].phase == PHASE_TALKS && seen->phase != PHASE_TALKS;
            if (!broken || seen->phase == PHASE_SETTLED || seen->tabled != TABLED_TEXT)
                continue;
            again += told->round[round - 1].tabled == TABLED_CLOSED;
            for (int issue = 1; issue < 4; issue++)
                cr_expect_float_eq(seen->offer[issue], 0, 0, "trial %d, round %d", (int)trial,
                                   round);
        }
        chronicle_free(told);
    }
    cr_expect(again > 10, "%d", again);
    play_free(&run);
}
