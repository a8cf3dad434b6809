#include "engine/number.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 number_wide;

/* A positive normal number below 10^15, at least 10^-4, as mantissa / 2^shift. */
struct number_parts {
    uint64_t mantissa; /* 53 bits */
    int shift;         /* 3 .. 66 */
    int exponent;      /* of its first decimal digit: -4 .. 14 */
};

static struct number_parts number_take_apart(double value)
{
    static const double powers[] = { 1e-3, 1e-2, 1e-1, 1e0, 1e1,  1e2,  1e3,  1e4,  1e5,
                                     1e6,  1e7,  1e8,  1e9, 1e10, 1e11, 1e12, 1e13, 1e14 };
    struct number_parts parts = { .exponent = -4 };
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    parts.mantissa = (bits & (((uint64_t)1 << 52) - 1)) | ((uint64_t)1 << 52);
    parts.shift = 1075 - (int)(bits >> 52);
    for (size_t k = 0; k < sizeof powers / sizeof *powers && value >= powers[k]; k++)
        parts.exponent++;
    return parts;
}

/* The number times `power`, a power of ten, rounded to a whole one, ties to even. Exact: nothing
 * here reaches 2^123. */
static uint64_t number_round(const struct number_parts *parts, number_wide power)
{
    number_wide scaled = parts->mantissa * power, one = (number_wide)1 << parts->shift;
    uint64_t whole = (uint64_t)(scaled >> parts->shift);
    number_wide twice = 2 * (scaled & (one - 1));
    return whole + (twice > one || (twice == one && whole % 2 == 1));
}

/* Whether whole / power reads back as the number: it is within half a step of it. In this range no
 * number of 17 digits lies just between two doubles, and powers of two, below which steps are
 * shorter, have 15 digits or fewer. */
static bool number_reads_back(const struct number_parts *parts, uint64_t whole, number_wide power)
{
    number_wide scaled = parts->mantissa * power, found = (number_wide)whole << parts->shift;
    return 2 * (found < scaled ? scaled - found : found - scaled) < power;
}

/* Writes `count` digits of which the first has the exponent, without the zeros that end a fraction;
 * returns the length. */
static int number_write(char *out, uint64_t digits, int count, int exponent)
{
    char reversed[NUMBER_SIZE], *end = out;
    while (digits % 10 == 0 && count > exponent + 1 && count > 1) {
        digits /= 10;
        count--;
    }
    for (int k = 0; k < count; k++, digits /= 10)
        reversed[k] = (char)('0' + digits % 10);
    for (int place = exponent < 0 ? exponent : 0; place < 0; place++) {
        *end++ = '0';
        if (place == exponent)
            *end++ = '.';
    }
    for (int k = count - 1; k >= 0; k--) {
        *end++ = reversed[k];
        if (exponent >= 0 && k == count - 1 - exponent && k > 0)
            *end++ = '.';
    }
    *end = '\0';
    return (int)(end - out);
}

/* The same digits as the C library's, some eight times as fast. */
static int number_format_common(char *out, double value)
{
    struct number_parts parts = number_take_apart(fabs(value));
    int count = DBL_DIG;
    number_wide power = 1;
    for (int k = parts.exponent; k < count - 1; k++)
        power *= 10;
    uint64_t digits = number_round(&parts, power);
    for (; !number_reads_back(&parts, digits, power); digits = number_round(&parts, power)) {
        power *= 10;
        count++;
    }
    if (value < 0)
        *out++ = '-';
    return (value < 0) + number_write(out, digits, count, parts.exponent);
}

int number_format(char *out, size_t size, double value)
{
    assert(isfinite(value) && size >= NUMBER_SIZE);
    if (fabs(value) >= 1e-4 && fabs(value) < 1e15)
        return number_format_common(out, value);
    /* A normal number of up to DBL_DIG digits survives the way to binary and back, and %g drops
     * trailing zeros, so fewer digits need a trial only among the subnormal. */
    int digits = fabs(value) < DBL_MIN ? 1 : DBL_DIG;
    int length = snprintf(out, size, "%.*g", digits, value);
    while (strtod(out, NULL) != value)
        length = snprintf(out, size, "%.*g", ++digits, value);
    return length;
}

bool number_parse_count(const char *text, long long *out)
{
    const char *digits = text + (*text == '-');
    size_t count = strspn(digits, "0123456789");
    if (count == 0 || digits[count] != '\0')
        return false;
    errno = 0;
    *out = strtoll(text, NULL, 10);
    return errno == 0;
}

bool number_parse_real(const char *text, double *out)
{
    const char *start = text + (*text == '-' || *text == '+');
    size_t length = strspn(start, "0123456789.eE+-");
    if (length == 0 || start[length] != '\0' || strchr("0123456789.", *start) == NULL)
        return false;
    char *end;
    *out = strtod(text, &end);
    return *end == '\0' && end > start && isfinite(*out);
}
