#include "engine/interval.h"

#include <assert.h>
#include <math.h>

struct interval interval_wilson(uint64_t hits, uint64_t trials)
{
    assert(hits <= trials);
    if (trials == 0)
        return (struct interval){ NAN, NAN };
    double n = (double)trials, p = (double)hits / n, square = INTERVAL_Z * INTERVAL_Z;
    double scale = 1 + square / n;
    double centre = (p + square / (2 * n)) / scale;
    double half = INTERVAL_Z * sqrt(p * (1 - p) / n + square / (4 * n * n)) / scale;
    return (struct interval){ hits == 0 ? 0 : centre - half, hits == trials ? 1 : centre + half };
}

double interval_error(uint64_t hits, uint64_t trials)
{
    assert(hits <= trials);
    if (trials == 0)
        return NAN;
    double n = (double)trials, p = (double)hits / n;
    return sqrt(p * (1 - p) / n);
}

struct interval interval_paired(uint64_t gained, uint64_t lost, uint64_t trials)
{
    assert(gained + lost <= trials);
    if (trials == 0)
        return (struct interval){ NAN, NAN };
    double n = (double)trials + 2, change = (double)gained - (double)lost;
    double discordant = (double)gained + (double)lost + 1;
    double half = INTERVAL_Z * sqrt(discordant - change * change / n) / n;
    double low = change / n - half, high = change / n + half;
    return (struct interval){ low < -1 ? -1 : low, high > 1 ? 1 : high };
}
