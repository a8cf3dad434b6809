/* The games here are worked out from the settings of the coalitions' scenarios, so that the values
 * are known; nothing is simulated. */
#include "engine/attribution.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "tests/pair.h"

enum { TRIALS = 10000 }; /* in each replicate */

/* How often a game was played, and when it is stopped. */
struct board {
    int plays, stop;
    double (*deals)(const struct node *tree, int replicate); /* their share */
};

static double real_at(const struct node *tree, const char *path)
{
    const struct node *node = tree_find(tree, path);
    return node == NULL ? 0 : node->real;
}

/* The deals of a scenario; the rest is war. */
static struct summary_outcomes worth_of(const struct board *board, const struct scenario *scenario)
{
    struct summary_outcomes worth = { 0 };
    for (int k = 0; k < SUMMARY_REPLICATES; k++) {
        worth.trials[OUTCOME_DEAL][k] =
            (uint64_t)floor(TRIALS * board->deals(scenario->tree, k) + 0.5);
        worth.trials[OUTCOME_WAR][k] = TRIALS - worth.trials[OUTCOME_DEAL][k];
    }
    return worth;
}

static bool board_play(void *context, struct scenario *const *scenario, int count,
                       struct summary_outcomes *worth)
{
    struct board *board = context;
    cr_assert(count >= 1 && count <= ATTRIBUTION_BATCH);
    for (int k = 0; k < count; k++)
        worth[k] = worth_of(board, scenario[k]);
    board->plays += count;
    return board->stop == 0 || board->plays < board->stop;
}

struct contest {
    struct scenario *base, *other;
    struct attribution *attribution;
    struct worths worths;
};

static void contest_run(struct contest *contest, struct board *board)
{
    struct summary_outcomes base = worth_of(board, contest->base),
                            other = worth_of(board, contest->other);
    const struct attribution_stage stage = { .base = &base,
                                             .other = &other,
                                             .worths = &contest->worths,
                                             .play = board_play,
                                             .context = board };
    attribution_run(contest->attribution, &stage);
}

static struct contest contest_of(const char *const *sets, int count, enum attribution_method method)
{
    struct contest contest = { .base = pair_scenario(NULL, 0),
                               .other = pair_scenario(sets, count) };
    contest.attribution = attribution_new(contest.base, contest.other, method, 16);
    return contest;
}

static void contest_free(struct contest *contest)
{
    attribution_free(contest->attribution);
    scenario_free(contest->base);
    scenario_free(contest->other);
    free(contest->worths.known);
}

static const struct contribution *share_of(const struct contest *contest, const char *path,
                                           int outcome)
{
    const struct attribution *attribution = contest->attribution;
    int k = 0;
    while (k < attribution->differences.count &&
           strcmp(attribution->differences.difference[k].path, path) != 0)
        k++;
    cr_assert(k < attribution->differences.count, "%s", path);
    return &attribution->contribution[attribution->player[k] * OUTCOMES + outcome];
}

static void expect_share(const struct contest *contest, const char *path, double expected)
{
    const struct contribution *deal = share_of(contest, path, OUTCOME_DEAL);
    cr_expect(fabs(deal->share - expected) < 1e-14, "%s: %.17g", path, deal->share);
    cr_expect(fabs(share_of(contest, path, OUTCOME_WAR)->share + expected) < 1e-14);
    cr_expect(share_of(contest, path, OUTCOME_FROZEN)->share == 0);
}

static const char *const three[] = { "actors.us.credibility=0.9", "process.text_rate=0.4",
                                     "process.leak=0.1", "actors.ukraine.discount=0.95",
                                     "correlations={ remove = true; }" };

/* 0.1 for each 0.1 of credibility, 0.7 of what text_rate adds, nothing of leaks: additive. */
static double additive(const struct node *tree, int replicate)
{
    (void)replicate;
    return 0.1 + 0.1 * real_at(tree, "actors.us.credibility") +
           0.7 * real_at(tree, "process.text_rate");
}

Test(attribution, additive_game)
{
    struct board board = { .deals = additive };
    struct contest contest = contest_of(three, 3, ATTRIBUTION_AUTO);
    cr_expect(contest.attribution->players == 3 && attribution_plays(contest.attribution) == 6);
    contest_run(&contest, &board);
    cr_assert(contest.attribution->complete && board.plays == 6);
    cr_expect(contest.attribution->method == ATTRIBUTION_EXACT);
    expect_share(&contest, "actors.us.credibility", 0.04);
    expect_share(&contest, "process.text_rate", 0.14);
    expect_share(&contest, "process.leak", 0);
    cr_expect(share_of(&contest, "process.leak", OUTCOME_DEAL)->error == 0);
    contest_run(&contest, &board); /* what is known is not played again */
    cr_expect(board.plays == 6);
    contest_free(&contest);
}

/* Only the two together bring deals, and each replicate has some more of them: half each. The
 * shares of replicate k are (0.2 + k / 100) / 2, whose standard deviation is sqrt(22.6667) / 200,
 * to be divided by sqrt(16). */
static double both(const struct node *tree, int replicate)
{
    bool all = real_at(tree, "actors.us.credibility") > 0.8 && real_at(tree, "process.leak") > 0;
    return all ? 0.2 + replicate / 100.0 : 0;
}

Test(attribution, interplay_is_shared_and_errors_come_from_replicates)
{
    struct board board = { .deals = both };
    struct contest contest = contest_of(three, 3, ATTRIBUTION_EXACT);
    contest_run(&contest, &board);
    expect_share(&contest, "actors.us.credibility", 0.1375);
    expect_share(&contest, "process.leak", 0.1375);
    expect_share(&contest, "process.text_rate", 0);
    double expected = sqrt(340.0 / 15) / 200 / 4;
    const struct contribution *deal = share_of(&contest, "process.leak", OUTCOME_DEAL);
    cr_expect(fabs(deal->error - expected) < 1e-15 && deal->order_error == 0);
    contest_free(&contest);
}

Test(attribution, one_setting_has_all)
{
    struct board board = { .deals = both };
    const char *const sets[] = { "actors.us.credibility=0.95" };
    struct contest contest = contest_of(sets, 1, ATTRIBUTION_AUTO);
    board.deals = additive;
    contest_run(&contest, &board);
    cr_expect(board.plays == 0);
    expect_share(&contest, "actors.us.credibility", 0.045);
    contest_free(&contest);
}

Test(attribution, the_same_scenario_has_no_contributions)
{
    struct board board = { .deals = additive };
    const char *const sets[] = { "title=Another", "run.seed=3" };
    struct contest contest = contest_of(sets, 2, ATTRIBUTION_AUTO);
    contest_run(&contest, &board);
    cr_expect(contest.attribution->complete && contest.attribution->players == 0 &&
              board.plays == 0);
    contest_free(&contest);
}

/* A menu means nothing to another solver, and the menu solver needs one that names a package: they
 * are one player with the package that it names. A number that is made certain has no correlations.
 */
static const char *const menu[] = { "actors.us.credibility=0.9",
                                    "process.solver=menu",
                                    "process.menu=( \"deal\" )",
                                    "packages.deal={ territory = \"contact\"; }",
                                    "process.leak=0.1",
                                    "actors.ukraine.discount=0.95",
                                    "correlations={ remove = true; }" };

static double by_menu(const struct node *tree, int replicate)
{
    (void)replicate;
    return (tree_find(tree, "process.menu") != NULL ? 0.25 : 0.5) -
           0.1 * real_at(tree, "process.leak");
}

Test(attribution, settings_that_cannot_be_set_apart)
{
    struct board board = { .deals = by_menu };
    struct contest contest = contest_of(menu, 7, ATTRIBUTION_AUTO);
    contest_run(&contest, &board);
    cr_assert(contest.attribution->complete);
    cr_expect(contest.attribution->differences.count == 7);
    cr_expect(contest.attribution->players == 4, "%d", contest.attribution->players);
    cr_expect(share_of(&contest, "process.menu", 0) == share_of(&contest, "process.solver", 0));
    cr_expect(share_of(&contest, "process.menu", 0) == share_of(&contest, "packages.deal", 0));
    cr_expect(share_of(&contest, "correlations", 0) ==
              share_of(&contest, "actors.ukraine.discount", 0));
    expect_share(&contest, "process.menu", -0.25);
    expect_share(&contest, "process.leak", -0.01);
    contest_free(&contest);
}

/* All that a coalition's scenario takes from the other is what its players are. */
Test(attribution, coalitions_hold_what_they_say)
{
    struct contest contest = contest_of(three, 3, ATTRIBUTION_AUTO);
    for (uint64_t coalition = 0; coalition < 8; coalition++) {
        struct scenario *scenario = attribution_scenario(contest.attribution, coalition);
        cr_assert_not_null(scenario);
        struct differences rest = difference_list(scenario->tree, contest.other->tree);
        int bits = (int)(coalition & 1) + (int)(coalition >> 1 & 1) + (int)(coalition >> 2);
        cr_expect(rest.count == 3 - bits);
        differences_free(&rest);
        scenario_free(scenario);
    }
    contest_free(&contest);
}

/* Thirteen settings and more are sampled; the shares sum to the difference all the same, and in an
 * additive game every order gives the exact ones. */
static const char *const many[] = {
    "actors.us.credibility=0.9",
    "process.text_rate=0.4",
    "process.leak=0.1",
    "process.confidentiality=0.5",
    "process.ceasefire.rate=0.1",
    "actors.ukraine.optimism=0.003",
    "actors.ukraine.war.burn=2",
    "actors.ukraine.war.cost_growth=0.02",
    "actors.russia.audience_cost=0.1",
    "actors.europe.credibility=0.3",
    "war.drift=0.003",
    "war.volatility=0.02",
    "war.sensitivity=0.02",
    "run.horizon=12",
    "process.acceptance.persistence=0.8",
    "process.acceptance.sd=0.02",
};

static double tangled(const struct node *tree, int replicate)
{
    double x = real_at(tree, "actors.us.credibility") * real_at(tree, "process.leak") *
               real_at(tree, "process.text_rate") * (replicate + 1);
    double y = real_at(tree, "war.drift") * real_at(tree, "actors.ukraine.war.burn");
    return 0.2 + x + 10 * y;
}

/* The same in every replicate, so that the only error is that of the orders. */
static double knotted(const struct node *tree, int replicate)
{
    (void)replicate;
    return tangled(tree, 5);
}

static void contest_again(struct contest *contest, struct board *board,
                          double (*deals)(const struct node *tree, int replicate))
{
    board->deals = deals;
    contest->worths.count = 0;
    contest_run(contest, board);
}

Test(attribution, many_settings_are_sampled)
{
    struct board board = { .deals = tangled };
    struct contest contest = contest_of(many, 16, ATTRIBUTION_AUTO);
    cr_assert(contest.attribution->players == 16, "%d", contest.attribution->players);
    cr_expect(contest.attribution->method == ATTRIBUTION_SAMPLED);
    contest_run(&contest, &board);
    cr_assert(contest.attribution->complete);
    cr_expect(board.plays == attribution_plays(contest.attribution) && board.plays <= 240);
    double sum = 0;
    for (int player = 0; player < 16; player++)
        sum += contest.attribution->contribution[player * OUTCOMES].share;
    double difference = 0;
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        difference += floor(TRIALS * tangled(contest.other->tree, k) + 0.5) -
                      floor(TRIALS * tangled(contest.base->tree, k) + 0.5);
    cr_expect(fabs(sum - difference / TRIALS / SUMMARY_REPLICATES) < 1e-14);
    const struct contribution *leak = share_of(&contest, "process.leak", OUTCOME_DEAL);
    cr_expect(leak->share > 0 && leak->order_error > 0 && leak->error > leak->order_error);
    contest_again(&contest, &board, knotted);
    leak = share_of(&contest, "process.leak", OUTCOME_DEAL);
    cr_expect(leak->order_error > 1e-4 && fabs(leak->error - leak->order_error) < 1e-12);
    contest_again(&contest, &board, additive);
    expect_share(&contest, "actors.us.credibility", 0.04);
    expect_share(&contest, "process.text_rate", 0.14);
    contest_free(&contest);
}

Test(attribution, stopped_early_it_has_no_contributions)
{
    struct board board = { .deals = additive, .stop = 3 };
    struct contest contest = contest_of(three, 3, ATTRIBUTION_AUTO);
    contest_run(&contest, &board);
    cr_expect(!contest.attribution->complete && contest.attribution->contribution == NULL);
    contest_free(&contest);
}

Test(attribution, none_and_too_many)
{
    struct contest none = contest_of(three, 3, ATTRIBUTION_NONE);
    struct contest exact = contest_of(many, 16, ATTRIBUTION_EXACT);
    cr_expect(attribution_plays(none.attribution) == 0 && none.attribution->coalitions == 0);
    cr_expect(none.attribution->differences.count == 3);
    cr_expect(exact.attribution->coalitions == 0);
    contest_free(&none);
    contest_free(&exact);
}

/* The longest paths are joined first: what lies deepest is closest to one another. */
Test(attribution, too_many_settings_are_joined_by_their_paths)
{
    struct contest contest = contest_of(many, 16, ATTRIBUTION_NONE);
    struct attribution *attribution = contest.attribution;
    attribution_join_paths(attribution, 15);
    cr_expect(attribution->players <= 15 && attribution->players > 8, "%d", attribution->players);
    attribution_join_paths(attribution, 4);
    cr_expect(attribution->players <= 4);
    for (int k = 0; k < attribution->differences.count; k++)
        cr_expect(attribution->player[k] < attribution->players);
    contest_free(&contest);
}
