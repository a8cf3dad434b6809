#include "engine/ranks.h"

#include <assert.h>
#include <stdbool.h>

static const double ranks_tail = 0.025, ranks_negligible = 1e-18;

/* The binomial distribution, walked from its mode without its constant. */
struct binomial {
    double count, chance;
};

/* P(k + 1) / P(k). */
static double ranks_ratio(const struct binomial *binomial, double k)
{
    return (binomial->count - k) / (k + 1) * (binomial->chance / (1 - binomial->chance));
}

static uint64_t ranks_mode(uint64_t count, int percent)
{
    uint64_t mode = (uint64_t)(((double)count + 1) * percent / 100);
    return mode > count ? count : mode;
}

/* The weight of `steps` values beside the mode, relative to it, downwards or upwards; or of all
 * that are not negligible. */
static double ranks_beside(const struct binomial *binomial, uint64_t mode, bool up, uint64_t steps)
{
    double weight = 1, sum = 0;
    uint64_t most = up ? (uint64_t)binomial->count - mode : mode, k = mode;
    for (uint64_t step = 0; step < steps && step < most && weight > ranks_negligible; step++) {
        weight *= up ? ranks_ratio(binomial, (double)k) : 1 / ranks_ratio(binomial, (double)k - 1);
        k = up ? k + 1 : k - 1;
        sum += weight;
    }
    return sum;
}

/* How many steps beside the mode leave at most `tail` beyond; one more than there are: none do. */
static uint64_t ranks_steps(const struct binomial *binomial, uint64_t mode, bool up, double beside,
                            double tail)
{
    double weight = 1, beyond = beside;
    uint64_t most = up ? (uint64_t)binomial->count - mode : mode, k = mode, step = 0;
    while (beyond > tail && step < most) {
        weight *= up ? ranks_ratio(binomial, (double)k) : 1 / ranks_ratio(binomial, (double)k - 1);
        k = up ? k + 1 : k - 1;
        beyond -= weight;
        step++;
    }
    return step;
}

struct ranks ranks_of(uint64_t count, int percent)
{
    assert(count > 0 && percent > 0 && percent < 100);
    const struct binomial binomial = { (double)count, percent / 100.0 };
    uint64_t mode = ranks_mode(count, percent);
    double below = ranks_beside(&binomial, mode, false, mode);
    double above = ranks_beside(&binomial, mode, true, count - mode);
    double tail = ranks_tail * (below + 1 + above);
    uint64_t down = ranks_steps(&binomial, mode, false, below, tail);
    uint64_t up = ranks_steps(&binomial, mode, true, above, tail);
    return (struct ranks){ mode - down, mode + up + 1 };
}
