/* Order statistics that bound a quantile. */
#include <criterion/criterion.h>

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "engine/ranks.h"

/* The chance that a continuous distribution's quantile lies between the values of two ranks:
 * P(low <= B < high), B binomial, by GSL. */
static double coverage_of(uint64_t count, int percent, struct ranks ranks)
{
    double chance = percent / 100.0;
    double below =
        ranks.low == 0 ? 0 : gsl_cdf_binomial_P((unsigned)ranks.low - 1, chance, (unsigned)count);
    double up =
        ranks.high == 0 ? 0 : gsl_cdf_binomial_P((unsigned)ranks.high - 1, chance, (unsigned)count);
    return up - below;
}

/* Against GSL's binomial distribution: the largest low rank, and the smallest high one, that leave
 * at most 2.5% on their side. */
Test(ranks, against_gsl)
{
    const uint64_t counts[] = { 1, 5, 20, 59, 93, 100, 1000, 10000, 123456 };
    const int percents[] = { 1, 5, 25, 50, 75, 95, 99 };
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        for (size_t j = 0; j < sizeof percents / sizeof *percents; j++) {
            unsigned n = (unsigned)counts[k], low = 0, high = n + 1;
            double p = percents[j] / 100.0;
            while (low < n && gsl_cdf_binomial_P(low, p, n) <= 0.025)
                low++;
            while (high > 1 && gsl_cdf_binomial_Q(high - 2, p, n) <= 0.025)
                high--;
            struct ranks ranks = ranks_of(counts[k], percents[j]);
            cr_expect(ranks.low == low && ranks.high == high, "%u, %d%%: %zu to %zu, not %u to %u",
                      n, percents[j], (size_t)ranks.low, (size_t)ranks.high, low, high);
        }
    }
}

/* The pair of ranks whose coverage is the least that is 95% or more. */
static struct ranks ranks_least(uint64_t count, int percent)
{
    struct ranks best = { 0, 0 };
    double least = 2;
    uint64_t high = 1;
    for (uint64_t low = 1; low <= count; low++) {
        while (high <= count && coverage_of(count, percent, (struct ranks){ low, high }) < 0.95)
            high++;
        double coverage =
            high > count ? 2 : coverage_of(count, percent, (struct ranks){ low, high });
        if (coverage < least) {
            least = coverage;
            best = (struct ranks){ low, high };
        }
        if (high > count)
            break;
    }
    return best;
}

/* OpenTURNS's bilateral ranks (QuantileConfidence, counted from 0 there) are those: 1 and 10 of
 * 100, 36 and 63 of 1,000 for the 5% quantile. Ours leave half on either side instead. */
Test(ranks, as_openturns)
{
    struct ranks few = ranks_least(100, 5), many = ranks_least(1000, 5);
    cr_expect(few.low == 2 && few.high == 11, "%zu, %zu", (size_t)few.low, (size_t)few.high);
    cr_expect(many.low == 37 && many.high == 64, "%zu, %zu", (size_t)many.low, (size_t)many.high);
    cr_expect(coverage_of(10000, 5, (struct ranks){ 438, 537 }) >= 0.95);
    cr_expect(coverage_of(10000, 5, (struct ranks){ 438, 536 }) < 0.95);
}

/* Wilks (1941): the least of 59 values lies below the 5% quantile, and so the greatest above the
 * 95% quantile, with a chance of 95%; the second, third ... of 93, 124, 153, 181, 208. */
Test(ranks, as_wilks)
{
    const uint64_t counts[] = { 59, 93, 124, 153, 181, 208 };
    for (uint64_t order = 1; order <= 6; order++)
        for (uint64_t less = 0; less < 2; less++) {
            uint64_t count = counts[order - 1] - less;
            double chance = coverage_of(count, 95, (struct ranks){ 0, count + 1 - order });
            cr_expect((chance >= 0.95) == (less == 0), "order %zu of %zu: %.5f", (size_t)order,
                      (size_t)count, chance);
        }
}

/* As many as a long run has: near the normal distribution's 1.96 standard deviations. */
Test(ranks, of_many)
{
    struct ranks ranks = ranks_of(10000000000, 50);
    cr_expect(fabs((double)ranks.low - (5e9 - 1.959964 * 5e4)) < 2);
    cr_expect(fabs((double)ranks.high - (5e9 + 1.959964 * 5e4)) < 2);
}
