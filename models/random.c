#include "models/random.h"

#include <assert.h>

#include "models/special.h"

/* Trials k, k + 1, k + 2, k + 3 (k divisible by 4) share one call of the generator. A block that
 * begins anywhere touches at most this many such fours. */
enum { FOURS = LANES / 4 + 1 };

/* Threefry's steps, written out: a table of rotations keeps compilers from vectorising over i. */
#define ROTATE(x, by) ((x) << (by) | (x) >> (64 - (by)))
#define MIX(x, y, by) ((x) += (y), (y) = ROTATE(y, by) ^ (x))
#define TWO_ROUNDS(i, j, k, l) (MIX(a, b, i), MIX(c, d, j), MIX(a, d, k), MIX(c, b, l))
#define EVEN_FOUR (TWO_ROUNDS(14, 16, 52, 57), TWO_ROUNDS(23, 40, 5, 37))
#define ODD_FOUR (TWO_ROUNDS(25, 33, 46, 12), TWO_ROUNDS(58, 22, 32, 32))
#define INJECT(k0, k1, k2, k3, step) (a += (k0), b += (k1), c += (k2), d += (k3) + (step))

/* Replaces `count` counters, word w of counter i in words[w][i], by Threefry4x64-20 of them. */
static void random_words(uint64_t words[4][FOURS], int count, const uint64_t key[4])
{
    const uint64_t k0 = key[0], k1 = key[1], k2 = key[2], k3 = key[3];
    const uint64_t k4 = 0x1bd11bdaa9fc1a22u ^ k0 ^ k1 ^ k2 ^ k3;
#pragma omp simd
    for (int i = 0; i < count; i++) {
        uint64_t a = words[0][i], b = words[1][i], c = words[2][i], d = words[3][i];
        INJECT(k0, k1, k2, k3, 0);
        EVEN_FOUR;
        INJECT(k1, k2, k3, k4, 1);
        ODD_FOUR;
        INJECT(k2, k3, k4, k0, 2);
        EVEN_FOUR;
        INJECT(k3, k4, k0, k1, 3);
        ODD_FOUR;
        INJECT(k4, k0, k1, k2, 4);
        EVEN_FOUR;
        INJECT(k0, k1, k2, k3, 5);
        words[0][i] = a;
        words[1][i] = b;
        words[2][i] = c;
        words[3][i] = d;
    }
}

/* The 52 high bits b of a word as (b + 1/2) 2^-52. */
static inline double random_real(uint64_t word)
{
    return special_from_bits(word >> 12 | 0x3ff0000000000000u) - (1.0 - 0x1p-53);
}

uint64_t random_hash(const char *name)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (const char *letter = name; *letter != '\0'; letter++)
        hash = (hash ^ (unsigned char)*letter) * 0x100000001b3u;
    return hash;
}

void random_threefry(const uint64_t counter[4], const uint64_t key[4], uint64_t out[4])
{
    uint64_t words[4][FOURS];
    for (int w = 0; w < 4; w++)
        words[w][0] = counter[w];
    random_words(words, 1, key);
    for (int w = 0; w < 4; w++)
        out[w] = words[w][0];
}

void random_uniform(const struct random *random, enum purpose purpose, uint64_t who, double *out)
{
    assert(random->lanes >= 0 && random->lanes <= LANES);
    const uint64_t first = random->trial >> 2, key[4] = { random->seed, 0, 0, 0 };
    const int skip = (int)(random->trial & 3), fours = (skip + random->lanes + 3) / 4;
    uint64_t words[4][FOURS];
    double row[4 * FOURS];

    for (int i = 0; i < fours; i++) {
        words[0][i] = first + (uint64_t)i;
        words[1][i] = random->round;
        words[2][i] = (uint64_t)purpose;
        words[3][i] = who;
    }
    random_words(words, fours, key);
#pragma omp simd
    for (int i = 0; i < fours; i++) {
        row[4 * i] = random_real(words[0][i]);
        row[4 * i + 1] = random_real(words[1][i]);
        row[4 * i + 2] = random_real(words[2][i]);
        row[4 * i + 3] = random_real(words[3][i]);
    }
    memcpy(out, row + skip, (size_t)random->lanes * sizeof *out);
}

void random_normal(const struct random *random, enum purpose purpose, uint64_t who, double *out)
{
    random_uniform(random, purpose, who, out);
#pragma omp simd
    for (int lane = 0; lane < random->lanes; lane++)
        out[lane] = special_normal_quantile(out[lane]);
}
