/* What sampled orders give, against the exact values. Seeds are fixed, so that a pass is a pass
 * for ever; the rates are those of a fresh seed. */
#include <criterion/criterion.h>
#include <math.h>

#include "engine/shapley.h"
#include "models/random.h"

enum { PLAYERS = 7, ORDERS = 40, RUNS = 2000 };

static void any_game(double *worth)
{
    for (int set = 0; set < 1 << PLAYERS; set++) {
        const uint64_t counter[4] = { (uint64_t)set, 0, 0, 7 }, key[4] = { 2, 0, 0, 0 };
        uint64_t word[4];
        random_threefry(counter, key, word);
        worth[set] = (double)(word[0] >> 12) * 0x1p-52;
    }
}

static void sample(uint64_t seed, const double *worth, double *value, double *error)
{
    static double added[ORDERS * PLAYERS];
    for (int index = 0; index < ORDERS; index++) {
        int order[PLAYERS], set = 0;
        shapley_order(PLAYERS, seed, (uint64_t)index, order);
        for (int k = 0; k < PLAYERS; k++) {
            added[index * PLAYERS + order[k]] = worth[set | 1 << order[k]] - worth[set];
            set |= 1 << order[k];
        }
    }
    shapley_sampled(PLAYERS, ORDERS, added, value, error);
}

/* 2,000 samples of 20 pairs. The mean of the estimates is within 5 of its standard errors of the
 * exact value (false alarm: 7 players, 4e-6); the spread of the estimates is what they say it is:
 * mean square error over mean squared standard error is 1 with a relative error of
 * sqrt(2 / 2000) = 0.032 and little more, and lies within 0.8 and 1.2 (6 of these, 1e-8). Every
 * sample sums to the worth of all. */
Test(shapley_statistical, sampled_orders_agree_with_all)
{
    double worth[1 << PLAYERS], exact[PLAYERS], value[PLAYERS], error[PLAYERS];
    double sum[PLAYERS] = { 0 }, squares[PLAYERS] = { 0 }, claimed[PLAYERS] = { 0 };
    any_game(worth);
    shapley_exact(PLAYERS, worth, exact);
    for (uint64_t run = 0; run < RUNS; run++) {
        double total = 0;
        sample(1000 + run, worth, value, error);
        for (int k = 0; k < PLAYERS; k++) {
            double off = value[k] - exact[k];
            total += value[k];
            sum[k] += off;
            squares[k] += off * off;
            claimed[k] += error[k] * error[k];
        }
        cr_assert(fabs(total - (worth[(1 << PLAYERS) - 1] - worth[0])) < 1e-14);
    }
    for (int k = 0; k < PLAYERS; k++) {
        double bias = fabs(sum[k] / RUNS) / sqrt(squares[k] / RUNS / RUNS);
        double ratio = squares[k] / claimed[k];
        cr_expect(bias < 5, "player %d: bias of %.2f standard errors", k, bias);
        cr_expect(ratio > 0.8 && ratio < 1.2, "player %d: %.3f", k, ratio);
    }
}

/* Each of four players stands at each place in a quarter of 40,000 orders: the sum over the sixteen
 * cells of (count - 10000)^2 / 10000, times 3/4, is chi-squared with 9 degrees of freedom for
 * independent orders; a pair fills two cells that mirror each other, which doubles it at most.
 * Above 2 x 44.8 in one of 1e6. */
Test(shapley_statistical, orders_are_uniform)
{
    enum { DRAWS = 40000 };
    int count[4][4] = { 0 }, order[4];
    for (uint64_t index = 0; index < DRAWS; index++) {
        shapley_order(4, 5, index, order);
        for (int k = 0; k < 4; k++)
            count[k][order[k]]++;
    }
    double sum = 0;
    for (int k = 0; k < 16; k++)
        sum += pow(count[k / 4][k % 4] - DRAWS / 4, 2) / (DRAWS / 4);
    cr_expect(sum * 3 / 4 < 89.6, "%.1f", sum * 3 / 4);
}
