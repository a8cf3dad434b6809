/* Linear programs to which columns are added one by one: the largest sum cost v over v >= 0 with
 * sum column v = bound, by the revised simplex method (Dantzig 1953). */
#ifndef MODELS_PROGRAM_H
#define MODELS_PROGRAM_H

#include <stdbool.h>

enum { PROGRAM_ROWS = 33, PROGRAM_COLUMNS = 192 };

struct program {
    int rows, columns, next;
    double bound[PROGRAM_ROWS];
    double column[PROGRAM_COLUMNS][PROGRAM_ROWS], cost[PROGRAM_COLUMNS];
    int basic[PROGRAM_ROWS]; /* a feasible basis: the caller sets the first */
    /* By program_solve(): */
    double level[PROGRAM_ROWS]; /* of the basic columns */
    double price[PROGRAM_ROWS]; /* dual: cost - price column <= 0 for every column */
    double inverse[PROGRAM_ROWS][PROGRAM_ROWS];
};

/* Adds a column and returns its place: that of one outside the basis when there is no more room. */
int program_add(struct program *program, const double *column, double cost);

/* From the basis at hand; false where that has become singular. */
bool program_solve(struct program *program);

#endif
