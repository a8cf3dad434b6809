#include "models/permutation.h"

#include <assert.h>
#include <math.h>

enum { ROUNDS = 8, LEAST_SIDE = 8 }; /* smaller rectangles do not have every permutation */

/* Stafford's mix 13 of a 64-bit word (the finaliser of SplitMix64: Steele, Lea, Flood 2014). */
static inline uint64_t permutation_mix(uint64_t word)
{
    word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9u;
    word = (word ^ word >> 27) * 0x94d049bb133111ebu;
    return word ^ word >> 31;
}

/* A number below `size` <= 2^25 by 32 random bits. */
static inline uint64_t permutation_shift(uint64_t half, int round, const uint64_t key[4],
                                         uint64_t size)
{
    uint64_t word = permutation_mix(half + key[round % 4] + (uint64_t)round * 0x9e3779b97f4a7c15u);
    return (word >> 32) * size >> 32;
}

/* One pass over the rectangle: each half in turn is moved round by a function of the other. */
static uint64_t permutation_pass(uint64_t place, uint64_t width, uint64_t height,
                                 const uint64_t key[4])
{
    uint64_t column = place % width, row = place / width;
    for (int round = 0; round < ROUNDS; round += 2) {
        column += permutation_shift(row, round, key, width);
        column -= column >= width ? width : 0;
        row += permutation_shift(column, round + 1, key, height);
        row -= row >= height ? height : 0;
    }
    return row * width + column;
}

uint64_t permutation_of(uint64_t index, uint64_t size, const uint64_t key[4])
{
    assert(index < size && size <= (uint64_t)1 << 48);
    uint64_t root = (uint64_t)floor(sqrt((double)size));
    uint64_t width = root < LEAST_SIDE ? LEAST_SIDE : root;
    uint64_t rows = (size + width - 1) / width, height = rows < LEAST_SIDE ? LEAST_SIDE : rows;
    do
        index = permutation_pass(index, width, height, key);
    while (index >= size);
    return index;
}
