#include "engine/number.h"

#include <criterion/criterion.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The shortest decimal of each double, from the literature on float printing: Steele and White 1990
 * (5e-324, 1e23), Loitsch 2010, and IEEE 754's extremes. */
Test(number, formats_the_shortest_digits)
{
    static const struct {
        double value;
        const char *text;
    } examples[] = {
        { 0.0, "0" },
        { -0.0, "-0" },
        { 1.0, "1" },
        { 0.1, "0.1" },
        { 1.0 / 3.0, "0.3333333333333333" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e22, "1e+22" },
        { 1e23, "1e+23" },
        { 1e300, "1e+300" },
        { 5e-324, "5e-324" },
        { DBL_MIN, "2.2250738585072014e-308" },
        { DBL_MAX, "1.7976931348623157e+308" },
        { -123456.75, "-123456.75" },
    };
    char out[NUMBER_SIZE];
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        int length = number_format(out, sizeof out, examples[i].value);
        cr_expect_str_eq(out, examples[i].text);
        cr_expect_eq((size_t)length, strlen(out));
    }
}

/* Any finite bits come back: a walk over the 64-bit patterns (Knuth's MMIX generator). */
Test(number, reads_back_the_same_bits)
{
    uint64_t bits = 1;
    char out[NUMBER_SIZE];
    for (int i = 0; i < 100000; i++) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        double value, again;
        memcpy(&value, &bits, sizeof value);
        if (value - value != 0)
            continue;
        number_format(out, sizeof out, value);
        again = strtod(out, NULL);
        cr_assert(memcmp(&again, &value, sizeof value) == 0, "%a became %s", value, out);
    }
}

/* By the definition: the fewest digits, 15 or more, with which the C library reads back the same.
 */
static void number_expect(double value)
{
    char out[NUMBER_SIZE], expected[400];
    int digits = 15;
    do
        snprintf(expected, sizeof expected, "%.*g", digits++, value);
    while (strtod(expected, NULL) != value);
    int length = number_format(out, sizeof out, value);
    cr_assert(strcmp(out, expected) == 0, "%a became %s, expected %s", value, out, expected);
    cr_assert((size_t)length == strlen(out));
}

/* Where digits are found without the C library: random mantissas with each exponent, the ends of
 * binades, decimal fractions, and the neighbours of powers of ten. */
Test(number, finds_the_digits_that_the_library_finds)
{
    uint64_t bits = 5;
    for (int exponent = -15; exponent <= 51; exponent++) {
        for (int k = 0; k < 3000; k++) {
            bits = bits * 6364136223846793005u + 1442695040888963407u;
            double fraction = 1 + (double)(bits >> 12) / 4503599627370496.0;
            number_expect(ldexp(k % 2 == 0 ? fraction : -fraction, exponent));
        }
        for (uint64_t k = 0; k < 50; k++) {
            number_expect(ldexp(1 + (double)k / 4503599627370496.0, exponent));
            number_expect(ldexp(2 - (double)(k + 1) / 4503599627370496.0, exponent));
        }
    }
    for (int k = 1; k < 20000; k++) {
        number_expect(k / 1000.0);
        number_expect(k * 1e-7);
        number_expect(k * 1e10);
    }
    for (double power = 1e-6; power < 1e17; power *= 10) {
        number_expect(power);
        number_expect(nextafter(power, 0));
        number_expect(nextafter(power, INFINITY));
    }
}

Test(number, parses_counts_strictly)
{
    static const char *const bad[] = {
        "", "-", "+5", " 5", "5 ", "5.0", "1e6", "0x10", "5L", "--5", "9223372036854775808", "five"
    };
    long long value;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(!number_parse_count(bad[i], &value), "took '%s'", bad[i]);
    cr_expect(number_parse_count("0", &value) && value == 0);
    cr_expect(number_parse_count("-1", &value) && value == -1);
    cr_expect(number_parse_count("9223372036854775807", &value) && value == INT64_MAX);
    cr_expect(number_parse_count("-9223372036854775808", &value) && value == INT64_MIN);
}

Test(number, parses_reals_strictly)
{
    static const char *const bad[] = { "",      "-",   ".",     "e5",  "1e",   "1e+",
                                       " 1",    "1 ",  "nan",   "inf", "-inf", "0x1p3",
                                       "1e999", "1,5", "1.2.3", "1-2", "--1" };
    double value;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(!number_parse_real(bad[i], &value), "took '%s'", bad[i]);
    cr_expect(number_parse_real("0.5", &value) && value == 0.5);
    cr_expect(number_parse_real("-.5", &value) && value == -0.5);
    cr_expect(number_parse_real("+1e-3", &value) && value == 1e-3);
    cr_expect(number_parse_real("7.", &value) && value == 7);
    cr_expect(number_parse_real("1e-999", &value) && value == 0);
}
