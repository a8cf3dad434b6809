#include "engine/shapley.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "models/random.h"

enum { MOST = 1 << SHAPLEY_EXACT };

static void expect_values(int players, const double *worth, const double *expected)
{
    double value[SHAPLEY_EXACT];
    shapley_exact(players, worth, value);
    for (int k = 0; k < players; k++)
        cr_expect(fabs(value[k] - expected[k]) < 1e-14, "player %d: %.17g, expected %.17g", k,
                  value[k], expected[k]);
}

/* What so many votes weigh against a quota. */
static void voting(int players, const int *votes, int quota, double *worth)
{
    for (int set = 0; set < 1 << players; set++) {
        int sum = 0;
        for (int k = 0; k < players; k++)
            sum += (set >> k & 1) * votes[k];
        worth[set] = sum >= quota;
    }
}

/* A game without structure: a uniform number for each coalition. */
static void any_game(int players, uint64_t seed, double *worth)
{
    for (int set = 0; set < 1 << players; set++) {
        const uint64_t counter[4] = { (uint64_t)set, 0, 0, 7 }, key[4] = { seed, 0, 0, 0 };
        uint64_t word[4];
        random_threefry(counter, key, word);
        worth[set] = (double)(word[0] >> 12) * 0x1p-52;
    }
}

/* One left glove, two right ones; a pair is worth 1. By hand: the right one is first of its kind
 * behind the left in one order of six. */
Test(shapley, gloves)
{
    const double worth[] = { 0, 0, 0, 1, 0, 1, 0, 1 };
    expect_values(3, worth, (const double[]){ 2.0 / 3, 1.0 / 6, 1.0 / 6 });
}

/* Littlechild and Owen 1973, A simple expression for the Shapley value in a special case,
 * Management Science 20: a runway costs what its largest plane needs, and each piece is shared by
 * those who need it. 8 / 4 = 2, + 3 / 3 = 3, + 2 / 2 = 4, + 5 = 9. */
Test(shapley, airport)
{
    const double cost[] = { 8, 11, 13, 18 };
    double worth[16] = { 0 };
    for (int set = 1; set < 16; set++)
        for (int k = 0; k < 4; k++)
            worth[set] = (set >> k & 1) != 0 ? fmax(worth[set], cost[k]) : worth[set];
    expect_values(4, worth, (const double[]){ 2, 3, 4, 9 });
}

/* By hand: with 50, 49 and 1 votes and a quota of 51 the last two are alike. */
Test(shapley, weighted_votes)
{
    double worth[8];
    voting(3, (const int[]){ 50, 49, 1 }, 51, worth);
    expect_values(3, worth, (const double[]){ 2.0 / 3, 1.0 / 6, 1.0 / 6 });
}

/* Shapley and Shubik 1954, A method for evaluating the distribution of power in a committee system,
 * American Political Science Review 48: of the Security Council's eleven votes seven decide, those
 * of the five permanent members among them, who have 98.7% of the power: 76/385 each, the others
 * 1/462. */
Test(shapley, security_council)
{
    static double worth[1 << 11];
    double expected[11];
    voting(11, (const int[]){ 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1 }, 37, worth);
    for (int k = 0; k < 11; k++)
        expected[k] = k < 5 ? 76.0 / 385 : 1.0 / 462;
    expect_values(11, worth, expected);
}

Test(shapley, additive_game_gives_each_its_own)
{
    const double own[] = { 0.37, -2.5, 0, 11.25, 1e-9, 0.81, -0.37 };
    double worth[1 << 7] = { 0 };
    for (int set = 0; set < 1 << 7; set++)
        for (int k = 0; k < 7; k++)
            worth[set] += (set >> k & 1) * own[k];
    expect_values(7, worth, own);
}

Test(shapley, one_player_has_the_difference)
{
    double value;
    shapley_exact(1, (const double[]){ 0.389, 0.014 }, &value);
    cr_expect(value == 0.014 - 0.389);
}

/* In a game without structure: the values sum to the worth of all less that of none; a player that
 * adds nothing gets nothing; two that add the same get the same; sums of games get sums. */
Test(shapley, axioms)
{
    static double one[MOST], other[MOST], both[MOST];
    double value[SHAPLEY_EXACT], more[SHAPLEY_EXACT], sum[SHAPLEY_EXACT];
    const int all = MOST - 1, dummy = 1 << 4, twins = 1 << 2 | 1 << 9;
    any_game(SHAPLEY_EXACT, 3, one);
    any_game(SHAPLEY_EXACT, 4, other);
    for (int set = 0; set <= all; set++)
        if ((set & dummy) != 0)
            one[set] = one[set & ~dummy];
    for (int set = 0; set <= all; set++)
        if ((set & twins) == 1 << 9)
            one[set] = one[set ^ twins];
    for (int set = 0; set <= all; set++)
        both[set] = one[set] + other[set];
    shapley_exact(SHAPLEY_EXACT, one, value);
    shapley_exact(SHAPLEY_EXACT, other, more);
    shapley_exact(SHAPLEY_EXACT, both, sum);
    double total = 0;
    for (int k = 0; k < SHAPLEY_EXACT; k++) {
        total += value[k];
        cr_expect(fabs(value[k] + more[k] - sum[k]) < 1e-14);
    }
    cr_expect(fabs(total - (one[all] - one[0])) < 1e-14);
    cr_expect(value[4] == 0);
    cr_expect(fabs(value[2] - value[9]) < 1e-15 && fabs(value[2] - value[3]) > 1e-3);
}

/* The average over all orders is the definition: with all 6! of them it is the exact value. */
Test(shapley, mean_over_all_orders)
{
    double worth[1 << 6], exact[6], value[6];
    static double added[720 * 6];
    int rows = 0;
    any_game(6, 5, worth);
    for (int code = 0; code < 46656; code++) { /* 6^6 words, of which the permutations count */
        int rest = code, set = 0, order[6];
        for (int k = 0; k < 6; k++, rest /= 6) {
            order[k] = rest % 6;
            set |= 1 << order[k];
        }
        if (set != 63)
            continue;
        set = 0;
        for (int k = 0; k < 6; k++) {
            added[rows * 6 + order[k]] = worth[set | 1 << order[k]] - worth[set];
            set |= 1 << order[k];
        }
        rows++;
    }
    cr_assert(rows == 720);
    shapley_sampled(6, 720, added, value, NULL);
    shapley_exact(6, worth, exact);
    for (int k = 0; k < 6; k++)
        cr_expect(fabs(value[k] - exact[k]) < 1e-14);
}

Test(shapley, orders_are_permutations_and_their_reverses)
{
    int order[SHAPLEY_PLAYERS], reverse[SHAPLEY_PLAYERS], again[SHAPLEY_PLAYERS];
    for (int players = 1; players <= SHAPLEY_PLAYERS; players++)
        for (uint64_t pair = 0; pair < 20; pair++) {
            uint64_t joined = 0;
            shapley_order(players, 17, 2 * pair, order);
            shapley_order(players, 17, 2 * pair + 1, reverse);
            shapley_order(players, 17, 2 * pair, again);
            for (int k = 0; k < players; k++) {
                joined |= (uint64_t)1 << order[k];
                cr_assert(reverse[players - 1 - k] == order[k] && again[k] == order[k]);
            }
            cr_assert(joined == shapley_all(players));
        }
    cr_expect(shapley_all(0) == 0 && shapley_all(3) == 7 && shapley_all(64) == UINT64_MAX);
    shapley_order(30, 17, 0, order);
    shapley_order(30, 18, 0, again);
    shapley_order(30, 17, 2, reverse);
    cr_expect(memcmp(order, again, 30 * sizeof *order) != 0);
    cr_expect(memcmp(order, reverse, 30 * sizeof *order) != 0);
}

/* By hand: pairs have the means 2 and 5 for the one, 1 and 1 for the other. */
Test(shapley, error_is_that_of_pairs)
{
    const double added[] = { 1, 0, 3, 2, 4, 3, 6, -1 };
    double value[2], error[2];
    shapley_sampled(2, 4, added, value, error);
    cr_expect(value[0] == 3.5 && value[1] == 1);
    cr_expect(fabs(error[0] - 1.5) < 1e-15 && error[1] == 0);
    shapley_sampled(2, 2, added, value, error);
    cr_expect(value[0] == 2 && isnan(error[0]));
}
