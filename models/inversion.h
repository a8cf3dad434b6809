/* Vocabulary: quantile functions that have no formula (gamma, beta), as tables.
 *
 * A table holds y as a function of the standard normal score z of u: y = log x for the gamma law
 * of scale 1, y = log(x / (1 - x)) for the beta law. In these terms both are smooth for all shapes:
 * about linear in the body, parabolas in the tails. INVERSION_PER_UNIT nodes to a unit of z over
 * |z| <= 8.5 (u from 1e-17; beyond, the end value) carry y and its exact slope; between nodes y is
 * a cubic. Nodes solve log P(y) = log Phi(z) by Newton's method, which cannot fail: both sides are
 * log-concave. P is the incomplete gamma or beta function (DLMF 8.7.1, 8.9.2, 8.17.22).
 *
 * Error of a quantile: below 1e-8 standard deviations of the law for 1e-6 <= u <= 1 - 1e-6 and
 * shapes from 0.5 to 500; shapes from 0.01 to 1e5 work. */
#ifndef MODELS_INVERSION_H
#define MODELS_INVERSION_H

#include "models/special.h"

enum { INVERSION_PER_UNIT = 32, INVERSION_CELLS = 17 * INVERSION_PER_UNIT };

/* The doubles of a table: y and (dy/dz) / INVERSION_PER_UNIT per node. */
enum { INVERSION_TABLE = 2 * (INVERSION_CELLS + 1) };

/* Fill a table, for shapes > 0. */
void inversion_gamma(double shape, double *table);
void inversion_beta(double a, double b, double *table);

/* y at the score z. */
ONE_LANE double inversion_read(const double *table, double z)
{
    double at = (z + 8.5) * INVERSION_PER_UNIT;
    double above = at > 0.0 ? at : 0.0, inside = above < INVERSION_CELLS ? above : INVERSION_CELLS;
    int index = (int)inside, cell = index < INVERSION_CELLS ? index : INVERSION_CELLS - 1;
    const double *node = table + 2 * cell;
    double t = inside - cell, rise = node[2] - node[0], start = node[1], end = node[3];
    return node[0] +
           t * (start + t * ((3.0 * rise - 2.0 * start - end) + t * (start + end - 2.0 * rise)));
}

/* out[k] = the u[k]-quantile of the beta law of the table, stretched over [low, high]. */
void inversion_beta_quantile(const double *table, double low, double high, const double *u,
                             double *out, int lanes);

#endif
