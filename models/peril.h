/* What may break an agreement. In a round (not that in which it begins) one of three may,
 * independently of the others:
 *
 *   violation  v = min(1, h s m),  h of models/bargain.h, s the strain on the agreement,
 *              m = early in its first rounds, 1 after them
 *   incident   i = rate breach (1 - repair q),  q = 1 - (1 - detection) (1 - verification)
 *   attack     a = attack breach (1 - suppression)
 *
 * so that a round is survived with chance (1 - v) (1 - o), o = i + a (1 - i). What is played is
 * what is reckoned with: docs/model.md, What may break an agreement. */
#ifndef MODELS_PERIL_H
#define MODELS_PERIL_H

#include "models/block.h"

/* What agreements of a block are exposed to, beside the hazard of violation; rows. */
struct exposure {
    const double *strain; /* factor on that hazard, without the early one */
    const double *early;  /* factor in the first rounds */
    const double *left;   /* first rounds that are still to come, whole numbers */
    const double *incidents, *breach, *detection, *repair;
    const double *attack, *suppression, *success; /* success: an attack's `breach` */
};

/* What an agreement, or a freeze, faces in each round to come. */
struct peril {
    double first, later; /* hazards of violation: in the `left` rounds that come first, and after */
    double other;        /* o: that something else breaks it */
    double left;         /* a whole number */
};

/* Chance per round that an incident, or an attack, breaks the agreement. */
double peril_incident(const struct exposure *exposure, int lane, double verification);
double peril_attack(const struct exposure *exposure, int lane);

/* The perils of one lane at a hazard of violation h. */
struct peril peril_make(const struct exposure *exposure, int lane, double hazard,
                        double verification);

/* Of any of them in a round with that hazard of violation; `now`: in the coming round. */
static inline double peril_total(const struct peril *peril, double violation)
{
    return violation + peril->other * (1 - violation);
}

static inline double peril_now(const struct peril *peril)
{
    return peril_total(peril, peril->left > 0 ? peril->first : peril->later);
}

/* eta: the weight of what comes after the break in an average with weights (1 - d) d^t. With n
 * first rounds left, q = d (1 - h_first) and K = (1 - d) / (1 - d (1 - h)):
 *
 *   1 - eta = K_first + q^n (K_later - K_first),
 *
 * the solution of k_n = (1 - d) + q k_(n-1), k_0 = K_later; n = 0: eta = d h / (1 - d (1 - h)).
 * peril_weight_early() is the part of peril_weight() for n > 0. */
double peril_weight_early(const struct peril *peril, double discount);
static inline double peril_weight(const struct peril *peril, double discount)
{
    double h = peril_total(peril, peril->later);
    return peril->left > 0 ? peril_weight_early(peril, discount)
                           : discount * h / (1 - discount * (1 - h));
}

/* The chance to get through so many rounds: (1 - h_first)^min(n, left) (1 - h_later)^rest. */
double peril_survival(const struct peril *peril, long rounds);

#endif
