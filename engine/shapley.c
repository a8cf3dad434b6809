#include "engine/shapley.h"

#include <assert.h>
#include <math.h>

#include "models/random.h"

uint64_t shapley_all(int players)
{
    assert(players >= 0 && players <= SHAPLEY_PLAYERS);
    return players == SHAPLEY_PLAYERS ? UINT64_MAX : ((uint64_t)1 << players) - 1;
}

static int shapley_size(uint64_t coalition)
{
    int size = 0;
    for (; coalition != 0; coalition &= coalition - 1)
        size++;
    return size;
}

/* The share of orders in which exactly a given coalition of `size` stands before a given player:
 * size! (players - 1 - size)! / players!. */
static double shapley_weight(int players, int size)
{
    double weight = 1.0 / players;
    for (int k = 1; k <= size; k++)
        weight *= (double)k / (players - k);
    return weight;
}

void shapley_exact(int players, const double *worth, double *value)
{
    double weight[SHAPLEY_PLAYERS];
    assert(players <= SHAPLEY_EXACT);
    for (int size = 0; size < players; size++)
        weight[size] = shapley_weight(players, size);
    for (int player = 0; player < players; player++) {
        uint64_t bit = (uint64_t)1 << player;
        value[player] = 0;
        for (uint64_t before = 0; before <= shapley_all(players); before++)
            if ((before & bit) == 0)
                value[player] +=
                    weight[shapley_size(before)] * (worth[before | bit] - worth[before]);
    }
}

/* A whole number below `count`. Purpose 0 is none of models/random.h's, so that these draws are
 * independent of those of any trial. */
static int shapley_draw(uint64_t seed, uint64_t pair, int at, int count)
{
    const uint64_t counter[4] = { pair, (uint64_t)at, 0, 0 }, key[4] = { seed, 0, 0, 0 };
    uint64_t word[4];
    random_threefry(counter, key, word);
    return (int)floor((double)(word[0] >> 12) * 0x1p-52 * count);
}

void shapley_order(int players, uint64_t seed, uint64_t index, int *order)
{
    for (int k = 0; k < players; k++)
        order[k] = k;
    for (int k = players - 1; k > 0; k--) { /* Fisher and Yates, as Durstenfeld (1964) has it */
        int with = shapley_draw(seed, index / 2, k, k + 1), held = order[k];
        order[k] = order[with];
        order[with] = held;
    }
    for (int k = 0; index % 2 == 1 && k < players / 2; k++) {
        int held = order[k];
        order[k] = order[players - 1 - k];
        order[players - 1 - k] = held;
    }
}

static double shapley_mean_of_pair(int players, int pair, const double *added, int player)
{
    const double *row = added + 2 * pair * players + player;
    return (row[0] + row[players]) / 2;
}

void shapley_sampled(int players, int orders, const double *added, double *value, double *error)
{
    int pairs = orders / 2;
    assert(orders > 0 && orders % 2 == 0);
    for (int player = 0; player < players; player++) {
        double sum = 0, squares = 0;
        for (int pair = 0; pair < pairs; pair++)
            sum += shapley_mean_of_pair(players, pair, added, player);
        value[player] = sum / pairs;
        for (int pair = 0; error != NULL && pair < pairs; pair++) {
            double off = shapley_mean_of_pair(players, pair, added, player) - value[player];
            squares += off * off;
        }
        if (error != NULL)
            error[player] = pairs < 2 ? NAN : sqrt(squares / (pairs - 1) / pairs);
    }
}
