#include "models/belief_cap.h"

#include <math.h>

#include "models/special.h"

/* Whether the last knot is on or below the line from the one before it to a new one, or at the same
 * place. */
static bool belief_cap_below(const struct belief_cap *cap, double z, double chance)
{
    int last = cap->knots - 1;
    if (last >= 0 && cap->z[last] >= z)
        return true;
    if (last < 1)
        return false;
    double there = cap->z[last] - cap->z[last - 1], up = cap->chance[last] - cap->chance[last - 1];
    return up * (z - cap->z[last - 1]) <= (chance - cap->chance[last - 1]) * there;
}

void belief_cap_make(struct belief_cap *cap, const struct belief *belief)
{
    cap->belief = *belief;
    cap->knots = 0;
    for (int m = 0; belief->shape && m <= SHAPE_STEPS; m++) {
        double chance = (double)m / SHAPE_STEPS;
        while (belief_cap_below(cap, belief->shape[m], chance))
            cap->knots--;
        cap->z[cap->knots] = belief->shape[m];
        cap->chance[cap->knots++] = chance;
    }
}

double belief_cap_floor(const struct belief_cap *cap)
{
    const struct belief *belief = &cap->belief;
    if (belief->doubt <= 0)
        return belief->claim;
    return belief->shape ? belief->claim + belief->doubt * belief->shape[0] : -HUGE_VAL;
}

/* The chance of a table, and its derivative; 1 and 0 beyond the last knot. */
static double belief_cap_chance(const struct belief_cap *cap, double z, double *rise)
{
    int low = 0, high = cap->knots - 1;
    *rise = 0;
    if (z >= cap->z[high])
        return 1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (cap->z[middle] <= z)
            low = middle;
        else
            high = middle;
    }
    *rise = (cap->chance[high] - cap->chance[low]) / (cap->z[high] - cap->z[low]);
    double chance = cap->chance[low] + *rise * (z - cap->z[low]);
    return chance > 0 ? chance : 0;
}

double belief_cap_log(const struct belief_cap *cap, double worth)
{
    const struct belief *belief = &cap->belief;
    double rise;
    if (belief->doubt <= 0)
        return 0;
    if (!belief->shape)
        return belief_log(belief, worth);
    double z = (worth - belief->claim) / belief->doubt;
    return special_log(belief_cap_chance(cap, z, &rise) + BELIEF_TAIL);
}

double belief_cap_log_slope(const struct belief_cap *cap, double worth)
{
    const struct belief *belief = &cap->belief;
    double rise;
    if (belief->doubt <= 0)
        return 0;
    if (!belief->shape)
        return belief_log_slope(belief, worth);
    double chance = belief_cap_chance(cap, (worth - belief->claim) / belief->doubt, &rise);
    return rise / (chance + BELIEF_TAIL) / belief->doubt;
}
