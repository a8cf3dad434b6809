#include "engine/limits.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"

enum { LIMITS_SHARDS = 1000000 };

/* A number that takes `length` characters. */
static bool limits_number(const char *text, size_t length, double *number)
{
    char *part = memory_format("%.*s", (int)length, text);
    bool good = number_parse_real(part, number) && *number >= 0;
    free(part);
    return good;
}

bool limits_time(const char *text, double *seconds)
{
    static const struct {
        char letter;
        double seconds;
    } units[] = { { 'h', 3600 }, { 'm', 60 }, { 's', 1 } };
    double number = 0;
    size_t unit = 0;
    *seconds = 0;
    if (limits_number(text, strlen(text), seconds))
        return *seconds > 0;
    while (*text != '\0') {
        size_t length = strcspn(text, "hms");
        while (unit < 3 && units[unit].letter != text[length])
            unit++;
        if (unit == 3 || !limits_number(text, length, &number))
            return false;
        *seconds += number * units[unit++].seconds;
        text += length + 1;
    }
    return *seconds > 0;
}

bool limits_precision(const char *text, struct precision *precision)
{
    size_t length = strlen(text);
    precision->relative = length > 0 && text[length - 1] == '%';
    if (!limits_number(text, precision->relative ? length - 1 : length, &precision->width))
        return false;
    precision->width /= precision->relative ? 100 : 1;
    return precision->width > 0 && precision->width < (precision->relative ? 1 : 0.5);
}

bool limits_shard(const char *text, int *shard, int *shards)
{
    const char *slash = strchr(text, '/');
    long long part = -1, parts = -1;
    if (slash == NULL)
        return false;
    char *first = memory_format("%.*s", (int)(slash - text), text);
    bool good = number_parse_count(first, &part) && number_parse_count(slash + 1, &parts);
    free(first);
    if (!good || part < 0 || part >= parts || parts > LIMITS_SHARDS)
        return false;
    *shard = (int)part;
    *shards = (int)parts;
    return true;
}
