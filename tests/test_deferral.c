/* First texts that leave issues open (models/deferral.h): worth against the average over what comes
 * of each open issue, and whole runs against the share from which on a framework is worth signing.
 */
#include "models/deferral.h"
#include "tests/example.h"
#include "tests/play.h"
#include "tests/trial.h"

/* Four issues, the first of them core; the actor has a soft line on the second, losses of all
 * kinds, and linkages between a core and an open issue and between two open ones. */
static struct example *deferral_game(void)
{
    struct example *example = example_new(4, 1);
    const double status_quo[] = { 0.3, 0.2, 0.6, 0.9 }, share[] = { NAN, 0.3, 0.6, 0.8 };
    const int loss[] = { LOSS_LINEAR, LOSS_QUADRATIC, LOSS_LINEAR, LOSS_QUADRATIC };
    for (int k = 0; k < 4; k++)
        example_position(example, 0, k, 0.1 + 0.25 * k, 1 + k, loss[k]);
    example_line(example, &example->position[0][1], 0.4, 1, 0.5);
    example->actor[0].linkages = 2;
    example->linkage[0][0] = (struct linkage){ { 1, 0 }, example_number(example, 0.4) };
    example->linkage[0][1] = (struct linkage){ { 2, 3 }, example_number(example, -0.3) };
    example->issue[0].core = true;
    example_draw(example);
    for (int k = 0; k < 4; k++) {
        block_fill(example->by_issue[EXAMPLE_STATUS_QUO][k], status_quo[k], LANES);
        block_fill(example->by_issue[EXAMPLE_SHARE][k], share[k], LANES);
    }
    example->bargain.share = example->by_issue[EXAMPLE_SHARE][0];
    return example;
}

static const double deferral_text[] = { 0.7, 0.9, 0.25, 0.4 };

static void deferral_put(struct example *example)
{
    for (int k = 0; k < 4; k++)
        block_fill(example->package[k], deferral_text[k], LANES);
}

/* The mean of u over what comes of the open issues: each, by itself, the text's with chance s_k,
 * else the status quo. Equal to the formula since raw worth is a sum of parts and products of two
 * independent positions. */
static double deferral_mean(struct example *example)
{
    double mean = 0, worth[LANES];
    for (int kept = 0; kept < 8; kept++) {
        double chance = 1;
        deferral_put(example);
        for (int k = 1; k < 4; k++) {
            double share = example->by_issue[EXAMPLE_SHARE][k][0];
            bool comes = kept >> (k - 1) & 1;
            chance *= comes ? share : 1 - share;
            if (!comes)
                block_fill(example->package[k], example->by_issue[EXAMPLE_STATUS_QUO][k][0], LANES);
        }
        utility_of(&example->utility, 0, example->package[0], true, worth, LANES);
        mean += chance * worth[0];
    }
    return mean;
}

Test(deferral, worth_is_the_mean_over_what_comes)
{
    struct example *example = deferral_game();
    double worth[LANES], mean = deferral_mean(example);
    deferral_put(example);
    deferral_utility(&example->bargain, 0, example->package[0], worth);
    for (int lane = 0; lane < LANES; lane++)
        cr_assert_float_eq(worth[lane], mean, 1e-12);
    free(example);
}

/* The parts and what remains of the linkages add up to the same raw worth. */
Test(deferral, parts_add_up)
{
    struct example *example = deferral_game();
    double worth[LANES], raw = 0;
    deferral_put(example);
    deferral_utility(&example->bargain, 0, example->package[0], worth);
    for (int k = 0; k < 4; k++)
        raw += deferral_part(&example->bargain, 0, k, 0, deferral_text[k]);
    for (int m = 0; m < 2; m++) {
        const int *pair = example->linkage[0][m].issue;
        raw += deferral_linkage(&example->bargain, 0, m, 0) * deferral_text[pair[0]] *
               deferral_text[pair[1]];
    }
    cr_assert_float_eq((raw - example->utility.offset[0]) * example->utility.scale[0], worth[0],
                       1e-12);
    free(example);
}

/* Nothing counted: as though the status quo were written in; all: as though nothing waited. */
Test(deferral, ends_are_the_core_alone_and_the_whole)
{
    for (int whole = 0; whole < 2; whole++) {
        struct example *example = deferral_game();
        double worth[LANES], plain[LANES];
        for (int k = 1; k < 4; k++)
            block_fill(example->by_issue[EXAMPLE_SHARE][k], whole, LANES);
        deferral_put(example);
        deferral_utility(&example->bargain, 0, example->package[0], worth);
        for (int k = 1; k < 4 && !whole; k++)
            block_fill(example->package[k], example->by_issue[EXAMPLE_STATUS_QUO][k][0], LANES);
        utility_of(&example->utility, 0, example->package[0], true, plain, LANES);
        cr_assert_float_eq(worth[0], plain[0], 1e-12);
        free(example);
    }
}

/* Guarantees that wait keep the hazard down by s x + (1 - s) x0: .1 (1 - .8 (.6 .25 + .4 .6)). */
Test(deferral, guarantees_that_wait_count_in_part)
{
    struct example *example = deferral_game();
    double hazard[LANES];
    example->issue[2].guarantees = true;
    block_fill(example->single[EXAMPLE_HAZARD], 0.1, LANES);
    block_fill(example->single[EXAMPLE_CREDIBILITY], 0.8, LANES);
    deferral_put(example);
    bargain_hazard(&example->bargain, example->package[0], hazard);
    cr_assert_float_eq(hazard[0], 0.1 * (1 - 0.8 * (0.6 * 0.25 + 0.4 * 0.6)), 1e-15);
    free(example);
}

/* A pie of which each wants more, and crumbs that both want, at .5 each without agreement. War
 * costs nothing, so W = .5; each wants .1 on top. The framework at pie = .5 with crumbs = 1 counted
 * by q is worth .25 + .5 (q + .5 (1 - q)) = .5 + .25 q to both, and no division of the pie helps:
 * signed if and only if q >= .4, and the zone is .25 q - .1 wide. */
#define PARTY(name, side, ideal)                                                                   \
    name " = { role = \"belligerent\"; side = \"" side "\"; capability = 1.0; discount = 0.95; "   \
         "resolve = 0.1; war = { cost = 0.0; }; positions = { pie = { ideal = " ideal              \
         "; }; crumbs = "                                                                          \
         "{ ideal = 1.0; }; }; };"
#define PIE_AND_CRUMBS                                                                             \
    "name = \"crumbs\"; run = { trials = 64; horizon = 4; };"                                      \
    "issues = { pie = { core = true; status_quo = 0.5; }; crumbs = { status_quo = 0.5; }; };"      \
    "packages = { whole = { pie = 0.5; crumbs = 1.0; }; }; "                                       \
    "war = { model = \"front\"; start = 0.5; }; "                                                  \
    "process = { protocol = \"mediated\"; text_rate = 1.0; %s "                                    \
    "comprehensive = { staged = true; expected = %g; }; "                                          \
    "working_groups = { pies = { issues = ( \"pie\" ); members = ( \"first\", \"second\" ); "      \
    "rate = 0.0; readiness = 1.0; }; %s }; };"                                                     \
    "actors = { " PARTY("first", "high", "1.0") PARTY("second", "low", "0.0") "};"
#define CRUMBS_AT(readiness)                                                                       \
    "crumbs = { issues = ( \"crumbs\" ); members = ( \"first\", \"second\" ); rate = 0.0; "        \
    "readiness = " readiness "; }; "

static const char *const deferral_solver[] = {
    "solver = \"nash\";", "solver = \"menu\"; menu = ( \"whole\" ); criterion = \"utilitarian\";"
};

/* Whether the framework is signed when its crumbs count by q, by a solver that tables nothing else,
 * and by one that tables it whatever the answers. */
static void deferral_signs(double q, double expected, const char *group)
{
    for (int k = 0; k < 2; k++) {
        struct play run = play(PIE_AND_CRUMBS, deferral_solver[k], expected, group);
        cr_expect_float_eq(play_outcome(&run, OUTCOME_DEAL), q >= 0.4, 0, "%s %g",
                           deferral_solver[k], q);
        cr_expect_float_eq(tally_mean(&run.summary->zone[0].width.tally), 0.25 * q - 0.1, 1e-9);
        if (k == 0)
            cr_expect_eq(run.summary->rejected, 0, "%g", q);
        play_free(&run);
    }
}

/* A text that was refused is tabled again once more of it counts: q = 1 - .9 (.7)^n is .37 in the
 * first round and .559 in the second. */
Test(deferral, what_counts_more_is_tabled_again)
{
    struct play run =
        play(PIE_AND_CRUMBS, deferral_solver[1], 1.0,
             "crumbs = { issues = ( \"crumbs\" ); members = ( \"first\", \"second\" ); rate = "
             "0.3; readiness = 0.1; };");
    cr_expect_eq(run.summary->rejected, 64);
    cr_expect_float_eq(play_outcome(&run, OUTCOME_DEAL), 1, 0);
    play_free(&run);
}

Test(deferral, a_framework_is_signed_on_what_counts)
{
    deferral_signs(1, 1, "");
    deferral_signs(0.39, 0.39, "");
    deferral_signs(0.41, 0.41, "");
    deferral_signs(0.39, 1, CRUMBS_AT("0.39"));
    deferral_signs(0.41, 1, CRUMBS_AT("0.41"));
    deferral_signs(0.8 * 0.49, 0.8, CRUMBS_AT("0.49"));
    deferral_signs(0.8 * 0.51, 0.8, CRUMBS_AT("0.51"));
}

/* The mean over what waits: the crumbs alone, .5 times .6. */
Test(deferral, a_trace_tells_how_much_counts)
{
    struct play run = play(PIE_AND_CRUMBS, deferral_solver[0], 0.5, CRUMBS_AT("0.6"));
    struct chronicle *told = trial_told(run.scenario, 0);
    cr_expect_float_eq(told->round[0].process.counted, 0.3, 1e-12);
    chronicle_free(told);
    play_free(&run);
}
