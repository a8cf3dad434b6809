/* Sobol's points and their scrambling. */
#include <criterion/criterion.h>

#include <gsl/gsl_qrng.h>

#include "models/random.h"
#include "models/sobol.h"

enum { BITS = 10, POINTS = 1 << BITS };

static uint64_t points[SOBOL_DIMENSIONS][POINTS];

static void points_fill(void)
{
    for (int dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        uint64_t direction[BITS];
        sobol_directions(dimension, BITS, direction);
        for (uint64_t index = 0; index < POINTS; index++)
            points[dimension][index] = sobol_coordinate(direction, index);
    }
}

static void key_of(uint64_t number, uint64_t key[8])
{
    for (uint64_t half = 0; half < 2; half++)
        random_threefry((const uint64_t[4]){ number, half, 0, 0 },
                        (const uint64_t[4]){ 37, 0, 0, 0 }, key + 4 * half);
}

static double plain(uint64_t coordinate)
{
    return (double)(sobol_reverse(coordinate) >> 11) * 0x1p-53;
}

/* The first ten points in three dimensions, as Joe and Kuo's program and SALib's tests have them.
 */
Test(sobol, first_points)
{
    static const double expected[10][3] = {
        { 0, 0, 0 },
        { .5, .5, .5 },
        { .75, .25, .25 },
        { .25, .75, .75 },
        { .375, .375, .625 },
        { .875, .875, .125 },
        { .625, .125, .875 },
        { .125, .625, .375 },
        { .1875, .3125, .9375 },
        { .6875, .8125, .4375 },
    };
    points_fill();
    for (int point = 0; point < 10; point++)
        for (int dimension = 0; dimension < 3; dimension++)
            cr_expect(plain(points[dimension][point]) == expected[point][dimension],
                      "point %d, dimension %d: %g", point, dimension,
                      plain(points[dimension][point]));
}

/* Where the recurrence begins, worked out by hand from Joe and Kuo's notes, m_k = 2 a_1 m_(k-1) ^
 * 4 a_2 m_(k-2) ^ 8 m_(k-3) ^ m_(k-3): dimension 3 has a = (0, 1), m = 1, 3, 1, so m_4 = 12 ^ 8 ^ 1
 * = 5; dimension 4 has a = (1, 0), m = 1, 1, 1, so m_4 = 2 ^ 8 ^ 1 = 11. Point 8 has bits 3 and 4
 * of Gray's code: 1/8 ^ 5/16 = 7/16, and 1/8 ^ 11/16 = 9/16. */
Test(sobol, recurrence)
{
    points_fill();
    cr_expect(plain(points[3][8]) == 0.4375, "%g", plain(points[3][8]));
    cr_expect(plain(points[4][8]) == 0.5625, "%g", plain(points[4][8]));
}

/* GSL's points are Bratley and Fox's, which have the same first two dimensions, without the
 * origin. */
Test(sobol, first_dimensions_as_gsl)
{
    gsl_qrng *generator = gsl_qrng_alloc(gsl_qrng_sobol, 2);
    points_fill();
    for (int point = 1; point < POINTS; point++) {
        double expected[2];
        gsl_qrng_get(generator, expected);
        for (int dimension = 0; dimension < 2; dimension++)
            cr_expect(plain(points[dimension][point]) == expected[dimension], "point %d", point);
    }
    gsl_qrng_free(generator);
}

/* Every 2^m points, from any multiple of 2^m on, lie one in each interval of 2^-m, in every
 * dimension; scrambled or not. */
Test(sobol, one_point_in_each_interval)
{
    points_fill();
    for (int dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        uint64_t key[8];
        key_of((uint64_t)dimension, key);
        for (int scrambled = 0; scrambled < 2; scrambled++) {
            for (int bits = 1; bits <= BITS; bits++) {
                bool seen[POINTS] = { false };
                for (int index = 0; index < POINTS; index++) {
                    uint64_t point = points[dimension][index];
                    point = scrambled ? sobol_scramble(point, key) : point;
                    int size = 1 << bits, bin = (int)(sobol_real(point) * size);
                    if (index % size == 0)
                        for (int k = 0; k < size; k++)
                            seen[k] = false;
                    cr_assert(!seen[bin], "dimension %d, 2^%d points", dimension, bits);
                    seen[bin] = true;
                }
            }
        }
    }
}

/* 1,024 points of the first two dimensions: one in each of 32 x 32 cells. */
Test(sobol, one_point_in_each_cell)
{
    uint64_t key[2][8];
    bool seen[32][32] = { { false } };
    points_fill();
    key_of(501, key[0]);
    key_of(502, key[1]);
    for (int index = 0; index < POINTS; index++) {
        int cell[2];
        for (int k = 0; k < 2; k++)
            cell[k] = (int)(32 * sobol_real(sobol_scramble(points[k][index], key[k])));
        cr_expect(!seen[cell[0]][cell[1]], "point %d", index);
        seen[cell[0]][cell[1]] = true;
    }
}

/* The first three digits of a scrambled coordinate: their seven flips, one for each value of the
 * digits before, are independent, that is all 128 patterns are equally likely. Chi-squared with 127
 * degrees of freedom (standard deviation 15.9), within 5 of them; the keys are fixed. */
Test(sobol, scrambling_is_nested_and_uniform)
{
    enum { PATTERNS = 128, EACH = 400 };
    int count[PATTERNS] = { 0 };
    for (uint64_t draw = 0; draw < PATTERNS * EACH; draw++) {
        uint64_t key[8];
        int pattern = 0;
        key_of(draw, key);
        for (int digit = 0; digit < 3; digit++)
            for (uint64_t before = 0; before < 1u << digit; before++)
                pattern = 2 * pattern + (int)(sobol_scramble(before, key) >> digit & 1);
        count[pattern]++;
    }
    double square = 0;
    for (int k = 0; k < PATTERNS; k++)
        square += (count[k] - EACH) * (double)(count[k] - EACH) / EACH;
    cr_expect(square > 127 - 5 * 15.9 && square < 127 + 5 * 15.9, "chi-squared %.1f", square);
}

/* The origin goes anywhere: each digit is set by half of 10,000 keys, within 5 standard errors. */
Test(sobol, scrambling_moves_the_origin)
{
    int set[52] = { 0 };
    for (uint64_t draw = 0; draw < 10000; draw++) {
        uint64_t key[8];
        key_of(draw, key);
        for (int digit = 0; digit < 52; digit++)
            set[digit] += (int)(sobol_scramble(0, key) >> digit & 1);
    }
    for (int digit = 0; digit < 52; digit++)
        cr_expect(set[digit] > 4750 && set[digit] < 5250, "digit %d: %d", digit, set[digit]);
}

/* Two coordinates that agree in the first `same` digits, and in no more: so do the scrambled ones,
 * and the four digits after that differ in every way equally often. Chi-squared with 15 degrees of
 * freedom stays below 45 but in one of 10,000 tests; the keys are fixed. */
Test(sobol, scrambling_parts_what_differs)
{
    enum { WAYS = 16, EACH = 1000 };
    for (int same = 0; same < 44; same += 4) {
        int count[WAYS] = { 0 };
        for (uint64_t draw = 0; draw < WAYS * EACH; draw++) {
            uint64_t key[8], other[8];
            key_of(draw, key);
            key_of(draw + 1000000, other);
            uint64_t first = other[0], second = first ^ (uint64_t)1 << same ^ other[1] << 1 << same;
            uint64_t apart = sobol_scramble(first, key) ^ sobol_scramble(second, key);
            cr_assert((apart & (((uint64_t)1 << same) - 1)) == 0 && (apart >> same & 1) == 1);
            count[apart >> (same + 1) & (WAYS - 1)]++;
        }
        double square = 0;
        for (int k = 0; k < WAYS; k++)
            square += (count[k] - EACH) * (double)(count[k] - EACH) / EACH;
        cr_expect(square < 45, "after %d digits: chi-squared %.1f", same, square);
    }
}
