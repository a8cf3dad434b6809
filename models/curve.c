#include "models/curve.h"

#include <math.h>
#include <string.h>

#include "models/ray.h"
#include "models/root.h"

enum { CURVE_PARTS = 256, CURVE_DEPTH = 36 };

/* What a part may be in doubt; how small it may be whatever the doubt; how near a point of the
 * curve is to a corner that it counts as. */
static const double CURVE_DOUBT = 1e-11, CURVE_TINY = 1e-9, CURVE_NEAR = 1e-12;

/* A package with so much more than the ray asks for one party is beside it. The first and the last
 * ray are so far from the axes: what the other's bare claim alone allows is no part of the curve.
 */
static const double CURVE_BESIDE = 1e-8, CURVE_EDGE = 1e-10;

/* The parts of a measured curve, in order. */
struct curve_walk {
    const struct curve *curve;
    curve_measure *measure;
    int parts;
    struct {
        struct curve_point from, to;
        double size, doubt;
    } part[CURVE_PARTS];
};

bool curve_open(struct curve *curve, struct solution *solution)
{
    double most[FRONTIER_PARTIES];
    curve->solution = solution;
    if (solution->parties != 2 || !solution_ideals(solution, solution->claim, most))
        return false;
    for (int i = 0; i < 2; i++)
        curve->reach[i] = most[i] - solution->claim[i];
    return true;
}

/* On a level or upright part of the curve the package has more than the ray asks for one party. */
static void curve_lean(const struct curve *curve, const struct optimum *optimum,
                       struct curve_point *point)
{
    for (int i = 0; i < 2; i++) {
        double has = (optimum->worth[i] - curve->solution->claim[i]) / curve->reach[i];
        point->weight[i] = optimum->weight[i] * curve->reach[i];
        if (has > point->gain[i] + CURVE_BESIDE) {
            point->weight[i] = 0;
            point->weight[1 - i] = 1;
            return;
        }
    }
}

/* The first ray, or the last: the most for one party, the other a little above its claim. */
static struct objective curve_edge(const struct curve *curve, int favoured, double *share)
{
    const double *claim = curve->solution->claim;
    int other = 1 - favoured;
    struct objective objective = { .share = share };
    share[favoured] = curve->reach[favoured];
    share[other] = 0;
    objective.floor[favoured] = claim[favoured];
    objective.floor[other] = claim[other] + CURVE_EDGE * curve->reach[other];
    return objective;
}

static struct objective curve_inside(const struct curve *curve, double at, double *share)
{
    struct objective objective = { .share = share };
    share[0] = curve->reach[0] * (1 - at);
    share[1] = curve->reach[1] * at;
    memcpy(objective.floor, curve->solution->claim, 2 * sizeof *objective.floor);
    return objective;
}

struct curve_point curve_at(const struct curve *curve, double at)
{
    int favoured = at >= 1 - CURVE_EDGE;
    bool edge = at <= CURVE_EDGE || favoured;
    double share[2];
    struct objective objective =
        edge ? curve_edge(curve, favoured, share) : curve_inside(curve, at, share);
    struct optimum optimum;
    ray_find(curve->solution->zone, &objective, &optimum);
    double far = optimum.found && optimum.value > 0 ? optimum.value : 0;
    struct curve_point point = { .at = at, .gain = { (1 - at) * far, at * far } };
    if (edge) {
        point.gain[favoured] = far;
        point.gain[1 - favoured] = CURVE_EDGE;
    }
    curve_lean(curve, &optimum, &point);
    return point;
}

/* The measure between two points by Romberg's method (1955): pieces that are straight count
 * exactly, and the error of pieces of a smooth curve is an odd power series in their length. */
static double curve_romberg(const struct curve *curve, curve_measure *measure,
                            const struct curve_point *from, const struct curve_point *to,
                            double *doubt)
{
    struct curve_point point[5] = { [0] = *from, [4] = *to };
    for (int m = 1; m < 4; m++)
        point[m] = curve_at(curve, from->at + (to->at - from->at) * m / 4);
    double one = measure(point[0].gain, point[4].gain);
    double two = measure(point[0].gain, point[2].gain) + measure(point[2].gain, point[4].gain);
    double four = 0;
    for (int m = 0; m < 4; m++)
        four += measure(point[m].gain, point[m + 1].gain);
    double coarse = two + (two - one) / 3, fine = four + (four - two) / 3;
    *doubt = fabs(fine - coarse) / 15;
    return fine + (fine - coarse) / 15;
}

/* Where the tangents at two points meet between their rays: a corner, if the curve has one. */
static bool curve_corner(const struct curve_point *from, const struct curve_point *to, double *gain)
{
    const double *v = from->weight, *w = to->weight;
    double cross = v[0] * w[1] - v[1] * w[0];
    double first = v[0] * from->gain[0] + v[1] * from->gain[1];
    double second = w[0] * to->gain[0] + w[1] * to->gain[1];
    if (!(fabs(cross) > 1e-9 * (v[0] + v[1]) * (w[0] + w[1])))
        return false;
    gain[0] = (first * w[1] - second * v[1]) / cross;
    gain[1] = (second * v[0] - first * w[0]) / cross;
    double at = gain[1] / (gain[0] + gain[1]);
    return at > from->at && at < to->at;
}

/* Where to part a piece: at a corner if the tangents show one, else in the middle. Beside an end
 * only a true corner will do: else nothing would be won. */
static struct curve_point curve_between(const struct curve *curve, const struct curve_point *from,
                                        const struct curve_point *to)
{
    double gain[2], middle = (from->at + to->at) / 2, width = to->at - from->at;
    if (!curve_corner(from, to, gain))
        return curve_at(curve, middle);
    struct curve_point corner = curve_at(curve, gain[1] / (gain[0] + gain[1]));
    bool beside = fabs(corner.at - middle) > 0.499 * width;
    if (beside && fabs(corner.gain[0] - gain[0]) + fabs(corner.gain[1] - gain[1]) > CURVE_NEAR)
        return curve_at(curve, middle);
    return corner;
}

static void curve_add(struct curve_walk *walk, const struct curve_point *from,
                      const struct curve_point *to, double size, double doubt)
{
    walk->part[walk->parts].from = *from;
    walk->part[walk->parts].to = *to;
    walk->part[walk->parts].size = size;
    walk->part[walk->parts++].doubt = doubt;
}

static void curve_visit(struct curve_walk *walk, const struct curve_point *from,
                        const struct curve_point *to, int depth)
{
    double doubt, size = curve_romberg(walk->curve, walk->measure, from, to, &doubt);
    bool full = walk->parts + depth + 1 >= CURVE_PARTS;
    bool good = depth > 0 && (doubt <= CURVE_DOUBT || size <= CURVE_TINY);
    if (depth >= CURVE_DEPTH || full || good) {
        curve_add(walk, from, to, size, doubt);
        return;
    }
    struct curve_point middle = curve_between(walk->curve, from, to);
    curve_visit(walk, from, &middle, depth + 1);
    curve_visit(walk, &middle, to, depth + 1);
}

/* Adds up [from, to]; fills the parts. */
static double curve_walk_along(struct curve_walk *walk, double from, double to)
{
    struct curve_point first = curve_at(walk->curve, from), last = curve_at(walk->curve, to);
    double total = 0;
    walk->parts = 0;
    curve_visit(walk, &first, &last, 0);
    for (int m = 0; m < walk->parts; m++)
        total += walk->part[m].size;
    return total;
}

double curve_length(const struct curve *curve, curve_measure *measure, double from, double to)
{
    struct curve_walk walk = { .curve = curve, .measure = measure };
    return curve_walk_along(&walk, from, to);
}

/* The part in which the measure reaches `target`, and what comes before it. */
static int curve_reach(const struct curve_walk *walk, double target, double *before)
{
    int m = 0;
    *before = 0;
    while (m + 1 < walk->parts && *before + walk->part[m].size < target)
        *before += walk->part[m++].size;
    return m;
}

/* A search for the place in a part where its measure reaches `target`. */
struct curve_search {
    const struct curve_walk *walk;
    const struct curve_point *from;
    double target;
};

static double curve_past(const void *about, double at)
{
    const struct curve_search *search = about;
    struct curve_point to = curve_at(search->walk->curve, at);
    double doubt;
    return curve_romberg(search->walk->curve, search->walk->measure, search->from, &to, &doubt) -
           search->target;
}

double curve_halve(const struct curve *curve, curve_measure *measure, double *miss)
{
    struct curve_walk walk = { .curve = curve, .measure = measure };
    double total = curve_walk_along(&walk, 0, 1), doubt = 0, before;
    for (int m = 0; m < walk.parts; m++)
        doubt += walk.part[m].doubt;
    if (!(total > 2 * doubt + CURVE_DOUBT))
        return NAN;
    int part = curve_reach(&walk, total / 2, &before);
    const struct curve_point *from = &walk.part[part].from, *to = &walk.part[part].to;
    struct curve_search search = { &walk, from, total / 2 - before };
    double reach = fmax(curve->reach[0] * (from->gain[0] - to->gain[0]),
                        curve->reach[1] * (to->gain[1] - from->gain[1]));
    *miss = doubt / walk.part[part].size * reach;
    return root_find(curve_past, &search, from->at, to->at);
}

bool curve_take(const struct curve *curve, double at, double miss)
{
    const double share[2] = { curve->reach[0] * (1 - at), curve->reach[1] * at };
    struct solution *solution = curve->solution;
    bool found = solution_share(solution, solution->claim, share);
    solution->gap += miss;
    return found;
}
