#include "engine/tally.h"

#include <assert.h>
#include <math.h>

enum { TALLY_LIMIT = 128 };

static const double tally_unit = 68719476736.0; /* 2^36 */

static int64_t tally_fixed(double value)
{
    if (value < -TALLY_LIMIT)
        value = -TALLY_LIMIT;
    if (value > TALLY_LIMIT)
        value = TALLY_LIMIT;
    return (int64_t)floor(value * tally_unit + 0.5);
}

void tally_add(struct tally *tally, double value)
{
    assert(isfinite(value));
    value += 0.0; /* -0 becomes 0: which of the two is the least would depend on the order */
    if (tally->count == 0 || value < tally->least)
        tally->least = value;
    if (tally->count == 0 || value > tally->greatest)
        tally->greatest = value;
    tally_sum fixed = tally_fixed(value);
    tally->count++;
    tally->total += fixed;
    tally->squares += fixed * fixed;
}

void tally_merge(struct tally *into, const struct tally *from)
{
    if (from->count == 0)
        return;
    if (into->count == 0 || from->least < into->least)
        into->least = from->least;
    if (into->count == 0 || from->greatest > into->greatest)
        into->greatest = from->greatest;
    into->count += from->count;
    into->total += from->total;
    into->squares += from->squares;
}

double tally_mean(const struct tally *tally)
{
    if (tally->count == 0)
        return NAN;
    if (!(tally->least < tally->greatest))
        return tally->least;
    return (double)tally->total / (double)tally->count / tally_unit;
}

/* With total = m count + rest, the sum of (value - m)^2 is squares - m^2 count - 2 m rest: whole
 * numbers below 2^127, so nothing cancels before the one division that rounds. */
double tally_sd(const struct tally *tally)
{
    if (tally->count < 2)
        return NAN;
    if (!(tally->least < tally->greatest))
        return 0;
    tally_sum count = (tally_sum)tally->count;
    tally_sum middle = tally->total / count, rest = tally->total % count;
    tally_sum about = tally->squares - middle * middle * count - 2 * middle * rest;
    double sum = (double)about - (double)rest * ((double)rest / (double)count);
    return sum > 0 ? sqrt(sum / (double)(count - 1)) / tally_unit : 0;
}

uint64_t tally_rank(int percent, uint64_t count)
{
    assert(count > 0 && percent >= 0 && percent <= 100);
    uint64_t rank = ((uint64_t)percent * count + 99) / 100;
    return rank == 0 ? 1 : rank;
}
