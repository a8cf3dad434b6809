#include "engine/stopwatch.h"

#include <time.h>

double stopwatch_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

char *stopwatch_date(char out[STOPWATCH_DATE])
{
    time_t now = time(NULL);
    struct tm day;
    out[0] = '\0';
    if (gmtime_r(&now, &day) != NULL)
        strftime(out, STOPWATCH_DATE, "%Y-%m-%dT%H:%M:%SZ", &day);
    return out;
}
