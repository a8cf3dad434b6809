#include "models/belief.h"

#include <math.h>

#include "models/special.h"

static const double BELIEF_CUT = 1.0 / 1024;

struct belief belief_make(const struct bargain *bargain, int actor, int lane, double least)
{
    double doubt = block_read(bargain->doubt, (size_t)actor)[lane];
    return (struct belief){ .claim = block_read(bargain->claim, (size_t)actor)[lane],
                            .doubt = doubt > least ? doubt : least,
                            .shape = bargain->shape ? bargain->shape[actor] : NULL };
}

/* The last table entry that is not above z, or -1. */
static int belief_cell(const double *shape, double z)
{
    int low = -1, high = SHAPE_STEPS + 1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (shape[middle] <= z)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static double belief_table(const double *shape, double z)
{
    int cell = belief_cell(shape, z);
    if (cell < 0 || cell >= SHAPE_STEPS)
        return cell < 0 ? 0 : 1;
    return (cell + (z - shape[cell]) / (shape[cell + 1] - shape[cell])) / SHAPE_STEPS;
}

static double belief_density(const double *shape, double z)
{
    int cell = belief_cell(shape, z);
    return cell < 0 || cell >= SHAPE_STEPS ? 0
                                           : 1 / (SHAPE_STEPS * (shape[cell + 1] - shape[cell]));
}

double belief_chance(const struct belief *belief, double worth)
{
    if (belief->doubt <= 0)
        return worth >= belief->claim ? 1 : 0;
    double z = (worth - belief->claim) / belief->doubt;
    return belief->shape ? belief_table(belief->shape, z) : special_normal_cdf(z);
}

double belief_log(const struct belief *belief, double worth)
{
    double z = (worth - belief->claim) / belief->doubt, below = special_normal_log_cdf(z);
    if (!belief->shape)
        return below;
    double chance = belief_table(belief->shape, z);
    return chance > 0 ? special_log(chance + BELIEF_TAIL * special_normal_cdf(z))
                      : below + special_log(BELIEF_TAIL);
}

double belief_log_slope(const struct belief *belief, double worth)
{
    double z = (worth - belief->claim) / belief->doubt;
    double chance = belief->shape ? belief_table(belief->shape, z) : 0;
    if (chance <= 0)
        return special_normal_ratio(z) / belief->doubt;
    double density = belief_density(belief->shape, z) + BELIEF_TAIL * special_normal_density(z);
    return density / (chance + BELIEF_TAIL * special_normal_cdf(z)) / belief->doubt;
}

double belief_required(const struct belief *belief, double level)
{
    double z, share = level / SHAPE_STEPS;
    if (belief->shape) {
        int cell = level < SHAPE_STEPS ? (int)level : SHAPE_STEPS - 1;
        z = belief->shape[cell] + (level - cell) * (belief->shape[cell + 1] - belief->shape[cell]);
    } else {
        share = share < BELIEF_CUT ? BELIEF_CUT : share;
        z = special_normal_quantile(share > 1 - BELIEF_CUT ? 1 - BELIEF_CUT : share);
    }
    return belief->claim + belief->doubt * z;
}
