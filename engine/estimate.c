#include "engine/estimate.h"

#include <math.h>

#include "engine/batch_means.h"
#include "engine/ranks.h"

enum { REPLICATES = DESIGN_REPLICATES };

/* Ranks among more values than this would take long to find, and tell nothing more. */
#define ESTIMATE_MOST 1e10

static uint64_t estimate_sum(const uint64_t counts[REPLICATES])
{
    uint64_t sum = 0;
    for (int k = 0; k < REPLICATES; k++)
        sum += counts[k];
    return sum;
}

/* Whether the replicates tell of an error: they must differ by a trial at least. */
static bool estimate_tells(const struct batch_means *means, double trials)
{
    return means->freedom >= 1 && means->error * trials >= 1;
}

/* How many independent trials, each of that variance, are worth as much; in units that turn z into
 * Student's t. */
static double estimate_worth(const struct batch_means *means, double trials, double variance)
{
    if (!estimate_tells(means, trials))
        return trials;
    double widening = batch_means_quantile(means->freedom) / INTERVAL_Z * means->error;
    return variance / (widening * widening);
}

static struct batch_means estimate_batches(const double part[REPLICATES],
                                           const uint64_t trials[REPLICATES])
{
    double count[REPLICATES];
    for (int k = 0; k < REPLICATES; k++)
        count[k] = (double)trials[k];
    return batch_means_of(part, count, REPLICATES);
}

static struct batch_means estimate_share_batches(const uint64_t hits[REPLICATES],
                                                 const uint64_t trials[REPLICATES])
{
    double part[REPLICATES];
    for (int k = 0; k < REPLICATES; k++)
        part[k] = (double)hits[k];
    return estimate_batches(part, trials);
}

struct estimate estimate_share(const struct design *design, const uint64_t hits[REPLICATES],
                               const uint64_t trials[REPLICATES])
{
    uint64_t hit = estimate_sum(hits), all = estimate_sum(trials);
    struct estimate estimate = { NAN, interval_error(hit, all), interval_wilson(hit, all) };
    if (all == 0)
        return estimate;
    estimate.value = (double)hit / (double)all;
    if (design->independent)
        return estimate;
    struct batch_means means = estimate_share_batches(hits, trials);
    double variance = estimate.value * (1 - estimate.value), n = (double)all;
    if (estimate_tells(&means, n))
        estimate.error = means.error;
    estimate.interval = interval_wilson_share(estimate.value, estimate_worth(&means, n, variance));
    return estimate;
}

struct estimate estimate_outcome(const struct design *design,
                                 const struct summary_outcomes *outcomes, int outcome)
{
    uint64_t trials[REPLICATES] = { 0 };
    for (int k = 0; k < OUTCOMES; k++)
        for (int replicate = 0; replicate < REPLICATES; replicate++)
            trials[replicate] += outcomes->trials[k][replicate];
    return estimate_share(design, outcomes->trials[outcome], trials);
}

struct estimate estimate_detail(const struct summary *summary, int detail)
{
    uint64_t trials[REPLICATES] = { 0 };
    for (int k = 0; k < summary_details(summary->scenario); k++)
        for (int replicate = 0; replicate < REPLICATES; replicate++)
            trials[replicate] += summary->replicate[k][replicate];
    return estimate_share(scenario_design(summary->scenario), summary->replicate[detail], trials);
}

struct estimate estimate_difference(const struct design *design, const uint64_t gained[REPLICATES],
                                    const uint64_t lost[REPLICATES],
                                    const uint64_t trials[REPLICATES])
{
    uint64_t more = estimate_sum(gained), less = estimate_sum(lost), all = estimate_sum(trials);
    double part[REPLICATES], n = (double)all;
    struct estimate estimate = { NAN, NAN, interval_paired(more, less, all) };
    if (all == 0)
        return estimate;
    estimate.value = ((double)more - (double)less) / n;
    double variance = ((double)more + (double)less) / n - estimate.value * estimate.value;
    estimate.error = sqrt(variance / n);
    if (design->independent)
        return estimate;
    for (int k = 0; k < REPLICATES; k++)
        part[k] = (double)gained[k] - (double)lost[k];
    struct batch_means means = estimate_batches(part, trials);
    if (estimate_tells(&means, n))
        estimate.error = means.error;
    estimate.interval = interval_paired_shares((double)more / n, (double)less / n,
                                               estimate_worth(&means, n, variance));
    return estimate;
}

/* The mean of independent values, with Student's t of one degree of freedom less than there are. */
static struct batch_means estimate_plain_mean(const struct spread *spread)
{
    const int most = 1000000; /* Student's t is normal to 2e-6 */
    uint64_t count = spread->tally.count;
    return (struct batch_means){
        .mean = tally_mean(&spread->tally),
        .error = tally_sd(&spread->tally) / sqrt((double)count),
        .freedom = count > (uint64_t)most ? most : (int)count - 1,
    };
}

static struct batch_means estimate_batch_mean(const struct spread *spread)
{
    double total[REPLICATES], count[REPLICATES];
    for (int k = 0; k < REPLICATES; k++) {
        const struct tally *tally = &spread->replicate[k].tally;
        count[k] = (double)tally->count;
        total[k] = tally->count == 0 ? 0 : tally_mean(tally) * count[k];
    }
    struct batch_means means = batch_means_of(total, count, REPLICATES);
    means.mean = tally_mean(&spread->tally);
    return means;
}

struct estimate estimate_mean(const struct spread *spread)
{
    if (spread->tally.count == 0)
        return (struct estimate){ NAN, NAN, { NAN, NAN } };
    struct batch_means means =
        spread->replicate == NULL ? estimate_plain_mean(spread) : estimate_batch_mean(spread);
    return (struct estimate){ means.mean, means.error, batch_means_interval(&means) };
}

struct estimate estimate_chance(const struct spread *spread)
{
    struct estimate estimate = estimate_mean(spread);
    double p = estimate.value, worth = (double)spread->tally.count;
    if (spread->tally.count < 2)
        return estimate;
    struct batch_means means =
        spread->replicate == NULL ? estimate_plain_mean(spread) : estimate_batch_mean(spread);
    if (means.freedom >= 1 && means.error > 0) {
        double widening = batch_means_quantile(means.freedom) / INTERVAL_Z * means.error;
        worth = p * (1 - p) / (widening * widening);
    } else if (p > 0 && p < 1) {
        return estimate;
    }
    estimate.interval = interval_wilson_share(p, worth);
    return estimate;
}

/* How many independent values a spread is worth about a quantile of its own. */
static double estimate_quantile_worth(const struct spread *spread, int percent)
{
    uint64_t hits[REPLICATES], trials[REPLICATES];
    double n = (double)spread->tally.count, at = spread_quantile(spread, percent);
    for (int k = 0; k < REPLICATES; k++) {
        trials[k] = spread->replicate[k].tally.count;
        hits[k] = spread_below(&spread->replicate[k], at);
    }
    struct batch_means means = estimate_share_batches(hits, trials);
    return estimate_worth(&means, n, means.mean * (1 - means.mean));
}

/* A rank of `worth` values as one of `count`; beyond those of the one, beyond those of the other.
 */
static uint64_t estimate_rank(uint64_t rank, uint64_t worth, uint64_t count)
{
    if (rank == 0 || rank > worth)
        return rank == 0 ? 0 : count + 1;
    double share = ((double)rank - 0.5) / (double)worth;
    uint64_t scaled = (uint64_t)floor(share * (double)count) + 1;
    return scaled > count ? count : scaled;
}

struct interval estimate_quantile(const struct spread *spread, int percent)
{
    uint64_t count = spread->tally.count, worth = count;
    if (count == 0 || spread->bins == 0)
        return (struct interval){ NAN, NAN };
    if (spread->replicate != NULL) {
        double most = fmax((double)count, ESTIMATE_MOST);
        worth = (uint64_t)fmax(1, fmin(most, estimate_quantile_worth(spread, percent) + 0.5));
    }
    struct ranks ranks = ranks_of(worth, percent);
    return (struct interval){ spread_value(spread, estimate_rank(ranks.low, worth, count)),
                              spread_value(spread, estimate_rank(ranks.high, worth, count)) };
}
