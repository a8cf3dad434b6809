#include "engine/prior.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"

/* Points at which a prior is read off its quantile function. */
enum { POINTS = 1024, COARSE = 64 };

/* The u-quantile, kept inside the parameter's range; the ends of the support at u = 0 and 1. */
static double prior_quantile(const struct uncertain *uncertain, double u)
{
    const double edge = 0x1p-20;
    double low, high, at = u < edge ? edge : u > 1 - edge ? 1 - edge : u, value;
    uncertain->distribution->quantile(&uncertain->settings, &at, &value, 1);
    uncertain->distribution->support(&uncertain->settings, &low, &high);
    if (u <= 0 && isfinite(low))
        value = low;
    if (u >= 1 && isfinite(high))
        value = high;
    value = value < uncertain->low ? uncertain->low : value;
    return value > uncertain->high ? uncertain->high : value;
}

/* What a point of war cost at the start is worth in the value of war, in the picture: the sum of
 * its discounted, growing and surviving payments. */
static double prior_cost_weight(const struct table *table, int actor)
{
    const struct outlook *outlook = &table->picture.outlook;
    const struct game *game = &table->scenario->game;
    if (table->war->at_once)
        return 1;
    double discount = table_of(table->picture.discount, actor)[0];
    double rate = table_row(table, &table->picture, game->actor[actor].war.cost_growth)[0];
    double weight = 0, factor = 1, growth = 1, stay = 1;
    for (int round = 0; round < outlook->rounds; round++) {
        stay = 1 - outlook->fade[0];
        for (int other = 0; other < game->actors; other++)
            if (game->actor[other].role == ROLE_BELLIGERENT)
                stay -= block_read(outlook->collapse, (size_t)(round * game->actors + other))[0];
        weight += (1 - discount) * factor * growth;
        factor *= discount * stay;
        growth *= round < table->scenario->run.horizon ? 1 + rate : 1;
    }
    return weight + factor * growth * (1 - discount) / (1 - discount * stay);
}

/* The two private numbers behind a threshold; NULL where certain. */
struct source {
    const struct uncertain *resolve, *cost;
    double resolve_mean, cost_mean, weight;
};

/* The threshold at quantile u of the resolve and v of the cost. */
static double source_threshold(const struct source *source, double u, double v)
{
    double resolve =
        source->resolve == NULL ? source->resolve_mean : prior_quantile(source->resolve, u);
    double cost = source->cost == NULL ? source->cost_mean : prior_quantile(source->cost, v);
    return resolve - source->weight * (cost - source->cost_mean);
}

static int source_compare(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Equally likely thresholds, ascending; returns how many. */
static int source_sample(const struct source *source, double *out)
{
    bool both = source->resolve != NULL && source->cost != NULL;
    int count = both ? COARSE * COARSE : POINTS, side = both ? COARSE : POINTS;
    for (int k = 0; k < count; k++) {
        double u = (k % side + 0.5) / side, v = both ? (double)(k / side) : 0;
        out[k] = source_threshold(source, u, both ? (v + 0.5) / side : u);
    }
    qsort(out, (size_t)count, sizeof *out, source_compare);
    return count;
}

static double source_sd(const struct source *source, const double *sample, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++)
        sum += (sample[k] - source->resolve_mean) * (sample[k] - source->resolve_mean);
    return sqrt(sum / count);
}

/* Standardised quantiles at j / SHAPE_STEPS: exact where one number is uncertain, else off the
 * sample. */
static double *source_shape(const struct source *source, const double *sample, int count, double sd)
{
    double *shape = memory_new(SHAPE_STEPS + 1, sizeof *shape);
    bool both = source->resolve != NULL && source->cost != NULL;
    for (int j = 0; j <= SHAPE_STEPS; j++) {
        double u = (double)j / SHAPE_STEPS;
        int k = (int)(u * (count - 1) + 0.5);
        double threshold = both ? sample[k] : source_threshold(source, u, 1 - u);
        shape[j] = (threshold - source->resolve_mean) / sd;
    }
    return shape;
}

void prior_open(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    double *sample = memory_new(COARSE * COARSE, sizeof *sample);
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor *self = &scenario->game.actor[actor];
        struct source source = {
            .resolve = scenario_drawn(scenario, self->resolve),
            .cost = scenario_drawn(scenario, self->war.cost),
            .resolve_mean = table_row(table, &table->picture, self->resolve)[0],
            .cost_mean = table_row(table, &table->picture, self->war.cost)[0],
            .weight = prior_cost_weight(table, actor),
        };
        table->prior_mean[actor] =
            source.resolve_mean + table_row(table, &table->picture, self->bias)[0];
        if (source.resolve == NULL && source.cost == NULL)
            continue;
        int count = source_sample(&source, sample);
        table->prior_sd[actor] = source_sd(&source, sample, count);
        if (table->protocol->exact_prior && table->prior_sd[actor] > 0)
            table->shape[actor] = source_shape(&source, sample, count, table->prior_sd[actor]);
    }
    free(sample);
}
