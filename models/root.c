#include "models/root.h"

#include <math.h>
#include <stdbool.h>

enum { ROOT_STEPS = 100 };

/* How long the bracket may be at the end, as a share of where it is. */
static const double ROOT_LENGTH = 1e-15;

struct root_point {
    double at, value;
};

/* The bracket's ends, the newest first, and the end that the newest replaced. */
struct root {
    struct root_point newest, other, last;
};

static void root_narrow(struct root *root, struct root_point point)
{
    bool same = (point.value < 0) == (root->newest.value < 0);
    root->last = same ? root->newest : root->other;
    root->other = same ? root->other : root->newest;
    root->newest = point;
}

/* Where in the bracket to look next, as a share of the way from its newest end. */
static double root_next(const struct root *root)
{
    struct root_point a = root->newest, b = root->other, c = root->last;
    double along = (a.at - b.at) / (c.at - b.at), rise = (a.value - b.value) / (c.value - b.value);
    if (!(rise * rise < along && (1 - rise) * (1 - rise) < 1 - along))
        return 0.5;
    return a.value / (b.value - a.value) * c.value / (b.value - c.value) +
           (c.at - a.at) / (b.at - a.at) * a.value / (c.value - a.value) * b.value /
               (c.value - b.value);
}

double root_find(double (*function)(const void *about, double at), const void *about, double low,
                 double high)
{
    struct root root = { { high, function(about, high) }, { low, function(about, low) }, { 0, 0 } };
    double share = 0.5;
    if (root.other.value >= 0)
        return low;
    if (root.newest.value <= 0)
        return high;
    for (int step = 0; step < ROOT_STEPS; step++) {
        double at = root.newest.at + share * (root.other.at - root.newest.at);
        root_narrow(&root, (struct root_point){ at, function(about, at) });
        double length = fabs(root.other.at - root.newest.at);
        double shortest = ROOT_LENGTH * fabs(at) / length;
        if (root.newest.value == 0 || !(shortest < 0.5))
            break;
        share = root_next(&root);
        share = share < shortest ? shortest : share > 1 - shortest ? 1 - shortest : share;
    }
    bool nearer = fabs(root.newest.value) <= fabs(root.other.value);
    return nearer ? root.newest.at : root.other.at;
}
