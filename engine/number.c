#include "engine/number.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int number_format(char *out, size_t size, double value)
{
    assert(isfinite(value) && size >= NUMBER_SIZE);
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
