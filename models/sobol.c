#include "models/sobol.h"

#include <assert.h>

#include "models/special.h"

enum { SOBOL_DEGREES = 11, SOBOL_EXACT = 8 };

static const struct direction {
    int degree, inner;
    uint16_t initial[SOBOL_DEGREES];
} sobol_set[SOBOL_DIMENSIONS] = {
    [0] = { 0 },
#define DIRECTION(degree, inner, ...) { degree, inner, { __VA_ARGS__ } },
#include "models/sobol.def"
#undef DIRECTION
};

uint64_t sobol_reverse(uint64_t word)
{
    word = (word >> 1 & 0x5555555555555555u) | (word & 0x5555555555555555u) << 1;
    word = (word >> 2 & 0x3333333333333333u) | (word & 0x3333333333333333u) << 2;
    word = (word >> 4 & 0x0f0f0f0f0f0f0f0fu) | (word & 0x0f0f0f0f0f0f0f0fu) << 4;
    word = (word >> 8 & 0x00ff00ff00ff00ffu) | (word & 0x00ff00ff00ff00ffu) << 8;
    word = (word >> 16 & 0x0000ffff0000ffffu) | (word & 0x0000ffff0000ffffu) << 16;
    return word >> 32 | word << 32;
}

/* Bratley and Fox: v_k = a_1 v_(k-1) ^ ... ^ a_(s-1) v_(k-s+1) ^ v_(k-s) ^ v_(k-s) / 2^s; back to
 * front, division is a shift to the left. */
static uint64_t sobol_next(const struct direction *set, const uint64_t *direction, int k)
{
    int degree = set->degree;
    uint64_t next = direction[k - degree] ^ direction[k - degree] << degree;
    for (int j = 1; j < degree; j++)
        next ^= set->inner >> (degree - 1 - j) & 1 ? direction[k - j] : 0;
    return next;
}

void sobol_directions(int dimension, int bits, uint64_t *direction)
{
    assert(dimension >= 0 && dimension < SOBOL_DIMENSIONS && bits >= 0 && bits <= 64);
    const struct direction *set = &sobol_set[dimension];
    for (int k = 0; k < bits; k++) {
        if (dimension == 0)
            direction[k] = (uint64_t)1 << k;
        else if (k < set->degree)
            direction[k] = sobol_reverse((uint64_t)set->initial[k] << (63 - k));
        else
            direction[k] = sobol_next(set, direction, k);
    }
}

uint64_t sobol_coordinate(const uint64_t *direction, uint64_t index)
{
    uint64_t coordinate = 0;
    for (uint64_t code = index ^ index >> 1; code != 0; code >>= 1, direction++)
        coordinate ^= code & 1 ? *direction : 0;
    return coordinate;
}

/* The first digits, each flipped by a bit of its own for each value of those before it. */
static uint64_t sobol_first_digits(uint64_t coordinate, const uint64_t key[4])
{
    uint64_t node = 1, digits = 0;
    for (int digit = 0; digit < SOBOL_EXACT; digit++) {
        uint64_t bit = coordinate >> digit & 1, flip = key[node >> 6] >> (node & 63) & 1;
        digits |= (bit ^ flip) << digit;
        node = node << 1 | bit;
    }
    return digits;
}

/* Sums, products with odd numbers, and exclusive ors with products with even ones carry to the left
 * alone: a bit depends on those to its right. */
static uint64_t sobol_other_digits(uint64_t coordinate, const uint64_t key[4])
{
    for (int k = 0; k < 4; k++) {
        coordinate += key[k];
        coordinate ^= coordinate * (key[(k + 1) & 3] >> 31 << 1);
        coordinate *= key[(k + 2) & 3] >> 32 | 1;
    }
    return coordinate;
}

uint64_t sobol_scramble(uint64_t coordinate, const uint64_t key[8])
{
    return sobol_first_digits(coordinate, key) |
           sobol_other_digits(coordinate, key + 4) >> SOBOL_EXACT << SOBOL_EXACT;
}

double sobol_real(uint64_t coordinate)
{
    uint64_t bits = sobol_reverse(coordinate) >> 12;
    return special_from_bits(bits | 0x3ff0000000000000u) - (1.0 - 0x1p-53);
}
