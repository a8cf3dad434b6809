/* What a first text is worth where it settles only the core issues for now (docs/model.md,
 * section 11.5).
 *
 * The other issues wait for a second text. Of each, the share s_k (bargain.share) is counted as the
 * text has it, the rest as it is without agreement, x0_k:
 *
 *   raw_i = sum_k [ s_k part_ik(x_k) + (1 - s_k) w_ik v_ik(x0_k) ] + sum_kl m_ikl y_k y_l
 *   y_k   = s_k x_k + (1 - s_k) x0_k,     s_k = 1 for core issues
 *
 * part being the issue's worth with its soft red lines. Guarantees and verification keep the hazard
 * down by y_k. Where bargain.share is NULL everything counts as the text has it. */
#ifndef MODELS_DEFERRAL_H
#define MODELS_DEFERRAL_H

#include "models/bargain.h"

/* Whether the issue waits for a second text. */
bool deferral_waits(const struct bargain *bargain, int issue);

/* y_k in one lane. */
double deferral_place(const struct bargain *bargain, int issue, int lane, double at);

/* What position `at` of one issue adds to the actor's raw worth in one lane, with what the linkages
 * to issues that wait make of it alone: all of the linkages but deferral_linkage() x_k x_l. */
double deferral_part(const struct bargain *bargain, int actor, int issue, int lane, double at);

/* What remains of a linkage's weight: m s_k s_l. */
double deferral_linkage(const struct bargain *bargain, int actor, int linkage, int lane);

/* The share of an issue that counts, in one lane. */
double deferral_share(const struct bargain *bargain, int issue, int lane);

/* out[lane] = u_actor of a text, [issue][LANES], red lines counted. */
void deferral_utility(const struct bargain *bargain, int actor, const double *package, double *out);

#endif
