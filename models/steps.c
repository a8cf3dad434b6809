#include "models/steps.h"

#include <math.h>

static double steps_weight(const struct distribution_settings *settings, int index)
{
    return settings->weight == NULL ? 1.0 : settings->weight[index];
}

const char *steps_check(const void *about)
{
    const struct distribution_settings *settings = about;
    double sum = 0.0;
    for (int i = 0; i < settings->count; i++) {
        if (!(steps_weight(settings, i) >= 0.0))
            return "no weight may be negative";
        sum += steps_weight(settings, i);
    }
    if (settings->count < 1)
        return "values must hold at least one number";
    if (settings->count > STEPS_VALUES)
        return "values must hold at most 4096 numbers";
    return sum > 0.0 && sum < 1e300 ? NULL : "the weights must have a positive, finite sum";
}

/* Inserts the values into the table's first part in ascending order, weights beside them. */
static void steps_sort(const struct distribution_settings *settings, double *value, double *weight)
{
    for (int i = 0; i < settings->count; i++) {
        int at = i;
        for (; at > 0 && value[at - 1] > settings->value[i]; at--) {
            value[at] = value[at - 1];
            weight[at] = weight[at - 1];
        }
        value[at] = settings->value[i];
        weight[at] = steps_weight(settings, i);
    }
}

void steps_prepare(struct distribution_settings *settings, double *table)
{
    double *value = table, *share = table + STEPS_VALUES, sum = 0.0;
    steps_sort(settings, value, share);
    for (int i = 0; i < settings->count; i++) {
        sum += share[i];
        share[i] = sum;
    }
    for (int i = 0; i < settings->count; i++)
        share[i] /= sum;
    settings->table = table;
}

/* The first value whose cumulated share reaches u, by bisection in a fixed number of steps. */
void steps_quantile(const struct distribution_settings *settings, const double *u, double *out,
                    int lanes)
{
    const double *value = settings->table, *share = settings->table + STEPS_VALUES;
    const int last = settings->count - 1;
    for (int lane = 0; lane < lanes; lane++) {
        int below = 0; /* values known to have less than u */
        for (int step = STEPS_VALUES / 2; step > 0; step /= 2) {
            int next = below + step;
            below = next <= last && share[next - 1] < u[lane] ? next : below;
        }
        out[lane] = value[below];
    }
}

double steps_mean(const struct distribution_settings *settings)
{
    double sum = 0.0, weights = 0.0;
    for (int i = 0; i < settings->count; i++) {
        sum += steps_weight(settings, i) * settings->value[i];
        weights += steps_weight(settings, i);
    }
    return sum / weights;
}

void steps_support(const struct distribution_settings *settings, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (int i = 0; i < settings->count; i++) {
        if (steps_weight(settings, i) == 0.0)
            continue;
        *low = settings->value[i] < *low ? settings->value[i] : *low;
        *high = settings->value[i] > *high ? settings->value[i] : *high;
    }
}
