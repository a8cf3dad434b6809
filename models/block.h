/* A block of trials: the unit in which everything is played.
 *
 * A block holds up to LANES trials side by side. Whatever differs between trials is stored as rows
 * of LANES doubles, one per trial, so that each step of a model is a short loop over lanes that the
 * compiler can vectorise. Lanes never look at each other: a trial's history is the same whatever
 * block it is played in, and a block of one lane is the plain reference. */
#ifndef MODELS_BLOCK_H
#define MODELS_BLOCK_H

#include <stddef.h>

enum { LANES = 64 };

/* Row `row` of a table of rows. Tables are 64-byte aligned, so every row is. */
static inline double *block_row(double *rows, size_t row)
{
    return rows + row * LANES;
}

static inline const double *block_read(const double *rows, size_t row)
{
    return rows + row * LANES;
}

/* Sets the first `lanes` entries of a row to `value`. */
static inline void block_fill(double *row, double value, int lanes)
{
    for (int lane = 0; lane < lanes; lane++)
        row[lane] = value;
}

#endif
