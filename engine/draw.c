#include "engine/draw.h"

#include "models/special.h"

void draw_expected(const struct quantities *quantities, double *values)
{
    for (int row = 0; row < quantities->rows; row++)
        block_fill(block_row(values, (size_t)row), quantities->expected[row], LANES);
}

/* Replaces the members' independent uniforms by correlated ones: normals through the Cholesky
 * factor. From the last member back, since a member's normal is a sum over those before it. */
static void draw_correlate(const struct quantities *quantities,
                           const struct correlation *correlation, int lanes, double *values)
{
    int count = correlation->count;
    for (int k = 0; k < count; k++) {
        double *row = block_row(values, (size_t)quantities->uncertain[correlation->member[k]].row);
        for (int lane = 0; lane < lanes; lane++)
            row[lane] = special_normal_quantile(row[lane]);
    }
    for (int k = count - 1; k >= 0; k--) {
        const double *factor = correlation->factor + (size_t)k * (size_t)count;
        double *row = block_row(values, (size_t)quantities->uncertain[correlation->member[k]].row);
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int j = 0; j <= k; j++) {
                int member = quantities->uncertain[correlation->member[j]].row;
                sum += factor[j] * block_read(values, (size_t)member)[lane];
            }
            row[lane] = special_normal_cdf(sum);
        }
    }
}

/* The farthest uniforms that invert to finite values. */
static double inside(double uniform)
{
    const double edge = 0x1p-53;
    return uniform < edge ? edge : uniform > 1 - edge ? 1 - edge : uniform;
}

static void draw_uniforms(const struct scenario *scenario, const struct random *random,
                          double *values)
{
    const struct design *design = scenario_design(scenario);
    struct design_axis axis = { .random = *random, .trials = (uint64_t)scenario->run.trials };
    for (int k = 0; k < scenario->quantities.uncertains; k++) {
        const struct uncertain *uncertain = &scenario->quantities.uncertain[k];
        axis.who = uncertain->hash;
        axis.dimension = uncertain->dimension;
        design->uniform(&axis, block_row(values, (size_t)uncertain->row));
    }
}

void draw_values(const struct scenario *scenario, const struct random *random, double *values)
{
    const struct quantities *quantities = &scenario->quantities;
    draw_uniforms(scenario, random, values);
    for (int k = 0; k < quantities->correlations; k++)
        draw_correlate(quantities, &quantities->correlation[k], random->lanes, values);
    for (int k = 0; k < quantities->uncertains; k++) {
        const struct uncertain *uncertain = &quantities->uncertain[k];
        double *row = block_row(values, (size_t)uncertain->row);
        for (int lane = 0; lane < random->lanes; lane++)
            row[lane] = inside(row[lane]);
        uncertain->distribution->quantile(&uncertain->settings, row, row, random->lanes);
        for (int lane = 0; lane < random->lanes; lane++) {
            double low = row[lane] < uncertain->low ? uncertain->low : row[lane];
            row[lane] = low > uncertain->high ? uncertain->high : low;
        }
    }
}
