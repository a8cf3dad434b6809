/* The frontier of two parties as a curve, by rays.
 *
 * Gains are shares of the most that each could gain alone: g_i = (U_i - claim_i) / (b_i - claim_i).
 * The ray at q, 0 <= q <= 1, goes in direction (1 - q, q) as far as some package gives both at
 * least that. So the curve runs from (1, 0) to (0, 1) around all that packages give when utility
 * can be thrown away, never with lotteries: phi(g_0) = max g_1 over packages with at least g_0, a
 * function that never rises, with its vertical parts filled in. Discrete issues, and branches that
 * do not join, make it a staircase or leave it dents. */
#ifndef MODELS_CURVE_H
#define MODELS_CURVE_H

#include "models/solution.h"

struct curve {
    struct solution *solution;
    double reach[2]; /* b_i - claim_i */
};

struct curve_point {
    double at, gain[2];
    double weight[2]; /* of gains: a tangent, where there is one */
};

/* Adds up along the curve: of a straight piece between two points' gains. */
typedef double curve_measure(const double *from, const double *to);

/* False where there are not just two parties that can consent, or not something to gain for both.
 */
bool curve_open(struct curve *curve, struct solution *solution);

/* The point on the ray at q. */
struct curve_point curve_at(const struct curve *curve, double at);

/* The measure of the curve between two points: its limit as the pieces get shorter, to about 1e-11
 * where nothing but kinks is in the way. */
double curve_length(const struct curve *curve, curve_measure *measure, double from, double to);

/* Where the measure before is the measure after; NAN where it is 0 throughout. *miss: by how much
 * that may be missed, utility points. */
double curve_halve(const struct curve *curve, curve_measure *measure, double *miss);

/* Makes the package on the ray at q the solution's (solution_share()); *miss joins its gap. */
bool curve_take(const struct curve *curve, double at, double miss);

#endif
