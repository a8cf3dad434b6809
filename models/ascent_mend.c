#include <math.h>
#include <string.h>

#include "models/summit.h"

/* A package of a text need not be nearer to the best. */
static const double MEND_GAP = 1e-8;

double ascent_mend(const struct criterion *criterion, const struct branch *branch, double *package)
{
    struct summit summit = { .criterion = criterion };
    struct region region;
    struct mixture mixture = { .count = 0 };
    double raw[FRONTIER_PARTIES];
    for (int i = 0; i < branch->frontier->parties; i++)
        summit.floor[i] = -HUGE_VAL;
    frontier_raw(branch->frontier, package, raw);
    double value = ascent_value(criterion, branch, raw);
    region_open(&region, branch);
    region_raw(&region, package, raw);
    struct summit_result result =
        summit_solve(&summit, &region, package, raw, value + MEND_GAP, MEND_GAP, &mixture);
    frontier_raw(branch->frontier, result.package, raw);
    double mended = ascent_value(criterion, branch, raw);
    if (mended <= value)
        return value;
    memcpy(package, result.package, (size_t)branch->frontier->issues * sizeof *package);
    return mended;
}
