#include "engine/interval.h"

#include <assert.h>
#include <math.h>

struct interval interval_wilson_share(double share, double trials)
{
    double n = trials, p = share, square = INTERVAL_Z * INTERVAL_Z;
    double scale = 1 + square / n;
    double centre = (p + square / (2 * n)) / scale;
    double half = INTERVAL_Z * sqrt(p * (1 - p) / n + square / (4 * n * n)) / scale;
    return (struct interval){ p > 0 ? centre - half : 0, p < 1 ? centre + half : 1 };
}

struct interval interval_wilson(uint64_t hits, uint64_t trials)
{
    assert(hits <= trials);
    if (trials == 0)
        return (struct interval){ NAN, NAN };
    return interval_wilson_share((double)hits / (double)trials, (double)trials);
}

double interval_error(uint64_t hits, uint64_t trials)
{
    assert(hits <= trials);
    if (trials == 0)
        return NAN;
    double n = (double)trials, p = (double)hits / n;
    return sqrt(p * (1 - p) / n);
}

/* Tango's statistic for a difference >= 0 of which `gained` and `lost`, shares, are evidence: its
 * distance in standard errors, of which q, the share lost, is the most likely one given that
 * difference. */
static double interval_score(double gained, double lost, double trials, double difference)
{
    double b = (2 - gained + lost) * difference - gained - lost;
    double c = lost * difference * (1 - difference);
    double root = sqrt(b * b + 8 * c), q = b > 0 ? 2 * c / (b + root) : (root - b) / 4;
    double variance = 2 * q + difference * (1 - difference), distance = gained - lost - difference;
    return variance > 0 ? distance / sqrt(variance / trials) : distance < 0 ? -INFINITY : INFINITY;
}

static double interval_signed_score(double gained, double lost, double trials, double difference)
{
    return difference >= 0 ? interval_score(gained, lost, trials, difference)
                           : -interval_score(lost, gained, trials, -difference);
}

/* The largest difference whose score is -z or more; the score falls as differences grow. */
static double interval_upper(double gained, double lost, double trials)
{
    double low = gained - lost, high = 1;
    for (int halving = 0; halving < 100; halving++) {
        double middle = (low + high) / 2;
        if (interval_signed_score(gained, lost, trials, middle) > -INTERVAL_Z)
            low = middle;
        else
            high = middle;
    }
    return high;
}

struct interval interval_paired_shares(double gained, double lost, double trials)
{
    return (struct interval){ -interval_upper(lost, gained, trials),
                              interval_upper(gained, lost, trials) };
}

struct interval interval_paired(uint64_t gained, uint64_t lost, uint64_t trials)
{
    assert(gained + lost <= trials);
    if (trials == 0)
        return (struct interval){ NAN, NAN };
    double n = (double)trials;
    return interval_paired_shares((double)gained / n, (double)lost / n, n);
}

static double interval_hypotenuse(double one, double other)
{
    return sqrt(one * one + other * other);
}

struct interval interval_independent(double share, struct interval at, double other,
                                     struct interval other_at)
{
    double difference = share - other;
    return (struct interval){
        difference - interval_hypotenuse(share - at.low, other_at.high - other),
        difference + interval_hypotenuse(at.high - share, other - other_at.low),
    };
}
