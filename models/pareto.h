/* The Pareto frontier of one lane's problem: packages that nobody can be given more in without
 * somebody losing, among those that leave all whose consent they need their floors. */
#ifndef MODELS_PARETO_H
#define MODELS_PARETO_H

#include "models/optimum.h"

enum { PARETO_POINTS = 66 };

struct pareto_point {
    double package[FRONTIER_ISSUES];
    double worth[FRONTIER_PARTIES]; /* U_i */
};

/* Points of the frontier, in a fixed order: how far rays from the floors reach, in directions
 * evenly spread between the parties' ideals: shares (ideal_i - floor_i) m_i / steps over all whole
 * m_i >= 0 that sum to `steps`, of which there are as many as there is room for, at most 21 between
 * two parties. Those are left out that are no better than another for anybody and worse for
 * somebody, by more than 1e-9, or the same. `floor`, `ideal`: [party]; who has nothing to gain
 * keeps its floor. Returns how many there are. */
int pareto_front(struct zone *zone, const double *floor, const double *ideal,
                 struct pareto_point point[PARETO_POINTS]);

/* The knee: the package of the frontier that is farthest from the plane through the parties'
 * ideals, gains in units of what each could gain alone,
 *
 *   argmax sum_i (U_i - floor_i) / (ideal_i - floor_i),  U_i >= floor_i
 *
 * over all whose consent it needs and who have something to gain (Das, On Characterizing the "Knee"
 * of the Pareto Curve Based on Normal-Boundary Intersection, Structural Optimization 18, 1999).
 * knee->found: there is one, beyond that plane by more than 1e-9. */
void pareto_knee(struct zone *zone, const double *floor, const double *ideal, struct optimum *knee);

#endif
