/* Efficient packages of one lane's zone of possible agreement, over all that it allows.
 *
 * Gains are shares of what each could gain alone: g_i = (U_i - claim_i) / (ideal_i - claim_i), the
 * ideal being the most for i while all who are asked have their claims; who has nothing to gain, by
 * 1e-9, counts for nothing and keeps its claim. A point of the frontier is the package at the end
 * of a ray from the claims, in a direction of gains, where after it all are raised who can be at
 * nobody's cost (solution_share()): so that no package is better for one and as good for all, of
 * those whose consent it needs, by more than 1e-7. (At a cost of 1e-10: from an ideal where the
 * frontier is flat a point moves on by as much.) The directions are the lattice of the simplex:
 * all shares k / m that add up to 1, those of a single party among them, the rays to the ideals.
 *
 * No lotteries: where issues are discrete, or branches do not join, several directions end at one
 * package, which counts once. Nobody whose consent a package needs has less than its claim, but for
 * 1e-9. */
#ifndef MODELS_PARETO_H
#define MODELS_PARETO_H

#include "models/solution.h"

enum { PARETO_POINTS = 66 /* at most: steps of a tenth for three parties */ };

struct pareto_point {
    double package[FRONTIER_ISSUES];
    double worth[FRONTIER_PARTIES];  /* U_i */
    double weight[FRONTIER_PARTIES]; /* >= 0, of U_i, sum 1: what proves the end of the last ray in
                                        its branch (models/optimum.h). Where packages of the branch
                                        can be averaged: none of it has a larger weighted sum. All
                                        0: nothing is proved */
    bool needed[FRONTIER_PARTIES];   /* its branch asks it */
    double gap; /* U points: how much further the ray may reach; NAN: unknown */
};

struct pareto {
    struct solution solution;
    double reach[FRONTIER_PARTIES]; /* ideal_i - claim_i; 0: nothing to gain */
};

/* Of the zone's claims. False where nobody has anything to gain: where there is no zone, or where
 * it is a single worth of everybody; then there are no points and no knee. The zone must outlive
 * it, and is left anywhere. */
bool pareto_open(struct pareto *pareto, const struct bargain *bargain, int lane, struct zone *zone);

/* Fills point[0 ..] and returns how many there are: of the finest lattice of at most `count` (<=
 * PARETO_POINTS, >= parties) directions. Those are left out that are no better than another for
 * anybody and worse for somebody, by more than 1e-9, or the same. In order of the directions, the
 * first party's ideal first; for two parties `count` directions evenly spaced from its ideal to the
 * other's. */
int pareto_points(struct pareto *pareto, int count, struct pareto_point *point);

/* The knee: the package with the largest sum of gains g_i among those that nobody refuses, which is
 * farthest beyond the plane sum_i g_i = 1 through the points at which one has its ideal and the
 * others their claims (Das, On Characterizing the "Knee" of the Pareto Curve Based on
 * Normal-Boundary Intersection, Structural Optimization 18, 1999). Found as a sum
 * (models/optimum.h); gap is in sums of gains. False where none is beyond it by 1e-9: the frontier
 * is flat, or dented everywhere. */
bool pareto_knee(struct pareto *pareto, struct pareto_point *knee);

/* sum_i g_i. */
double pareto_sum(const struct pareto *pareto, const double *worth);

/* How far worths are from the frontier: Euclidean, in U, over all parties. 0 where a package gives
 * all whose consent it needs as much, and their claims, and nobody more than 1e-7 more at nobody's
 * cost. Else an upper bound, the distance to the nearest efficient package that was looked at: the
 * points (of pareto_points()), the one to which all are raised alike, and between two parties the
 * ends of rays around the nearest of these (compass search in steps halved 40 times at most; Kolda,
 * Lewis and Torczon, Optimization by Direct Search, SIAM Review 45, 2003), so that with 21 points
 * it is the distance itself, to 1e-7, but for a frontier that is dented within a step. NAN without
 * points. */
double pareto_distance(struct pareto *pareto, const struct pareto_point *point, int points,
                       const double *worth);

#endif
