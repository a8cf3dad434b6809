/* Holds docs/sources.md against the program: each of its rows turns a setting of a scenario, and
 * says which figure of a run then rises or falls, or that it stays as it was. */
#ifndef TESTS_TURNING_H
#define TESTS_TURNING_H

#include "engine/history.h"

enum { TURNING_SETS = 16 };

/* A row of the table. What it turns, "PATH = A -> B", is an assignment on either side; what it
 * holds fixed, "PATH = A", the same on both. */
struct turning {
    int number, line;
    char scenario[96], figure[96], by[96];
    bool rises, stays; /* neither: it falls */
    bool fact;         /* nothing to turn: `by` names what checks it instead */
    int sets;
    char before[TURNING_SETS][256], after[TURNING_SETS][256];
};

/* Reads one line of the table; false where it is not a row, or is wrong (then it says why and sets
 * *sound to false). (tests/turning/row.c) */
bool turning_read(const char *text, int line, struct turning *turning, bool *sound);

/* The figure's value in a lane; NAN where the trial has none. (tests/turning/figure.c) */
double turning_figure(const char *figure, const struct history *history, int lane);

/* Whether the scenario has such a figure. */
bool turning_figure_known(const char *figure, const struct scenario *scenario);

#endif
