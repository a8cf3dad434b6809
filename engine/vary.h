/* What a sweep varies: paths, their values, and the points that values of several paths make.
 *
 * A grid has a point for each combination of values, the last path's changing fastest. A spread has
 * so many points in all: of a Latin hypercube, each of so many equal parts of every range holds
 * just one; a Sobol sequence fills the space evenly at any length. Of a path with a list of values,
 * each value then has its equal part. Values are texts as --set takes them, so that any point can
 * be played again by itself. */
#ifndef ENGINE_VARY_H
#define ENGINE_VARY_H

#include <stdint.h>

#include "engine/fault.h"
#include "engine/tree.h"

enum {
    VARY_POINTS = 1000000, /* the most that a sweep may have */
    VARY_PATHS = 10,       /* the most that it may vary */
    VARY_VALUES = 1000,    /* the most in a list */
    VARY_COUNT = 11        /* values of a scenario's range that does not say how many */
};

/* How points lie; words: VARY_SPREADS. */
enum vary_spread { VARY_GRID = -1, VARY_LHS, VARY_SOBOL };
#define VARY_SPREADS "lhs sobol"

/* A path and its values: a list, or a range with both ends. */
struct vary {
    char *path;
    char *origin;     /* "--vary PATH=...", or the file that it stands in */
    int line;         /* of that file; 0: it is of the command line */
    long count;       /* of values; 0: of a range, they depend on the points of a spread */
    char **value;     /* [count] the list; NULL: a range */
    double low, high; /* of a range */
    bool whole;       /* a range of whole numbers */
};

struct vary_plan {
    int paths;
    struct vary vary[VARY_PATHS];
    enum vary_spread spread;
    uint64_t points, seed; /* of a spread: how many, and which */
    uint32_t *order;       /* [path][point] strata of a Latin hypercube; NULL until it is drawn */
};

/* Reads "PATH=LO:HI:N" or "PATH=a,b,c"; of a spread a range is "PATH=LO:HI". NULL, or what is wrong
 * as a sentence that the caller frees. vary_free accepts what it left either way. */
char *vary_parse(struct vary *vary, const char *text, bool spread);
/* The same from an element of a scenario's `sweep`, of which engine/check.h has nothing to say. */
char *vary_element(struct vary *vary, const struct node *element, bool spread);
void vary_free(struct vary *vary);

/* Adds a fault for each element of a scenario's `sweep` that is neither a range nor a list, and for
 * each path that is varied twice. Other faults of the list are engine/check.h's.
 * (engine/vary_check.c, like the four following) */
void vary_check(const struct node *root, struct faults *faults);
/* The elements of a scenario's `sweep`: the first, whose siblings follow; NULL: there is none. */
const struct node *vary_first(const struct node *root);

/* Takes note of whether the path holds whole numbers, so that a range has just those: NULL, or a
 * sentence about a range that has fewer of them than values, which the caller frees. */
char *vary_settle(struct vary *vary, const struct node *root);

/* Whether two paths are the same, or one leads through the other. */
bool vary_overlap(const char *path, const char *other);

/* The points of a plan; 0: more than VARY_POINTS. (engine/vary_points.c, like the following) */
uint64_t vary_points(const struct vary_plan *plan);
/* How many there would be, as text: "4,000,000". The caller frees it. */
char *vary_points_asked(const struct vary_plan *plan);
/* Draws what a spread needs before its points are asked for. */
void vary_draw(struct vary_plan *plan);
/* The value of a path at a point, as text that the caller frees. */
char *vary_value(const struct vary_plan *plan, uint64_t point, int path);
/* The value of a path at a place of its own, 0 .. count - 1: of a grid, or (count 0) 0 and 1 for
 * the ends of a range. The caller frees it. */
char *vary_place(const struct vary *vary, long place);
/* How many points of a spread have the values of an earlier one; 0 where a path has numbers that
 * are not whole. */
uint64_t vary_repeated(const struct vary_plan *plan);
/* "PATH=VALUE". The caller frees it. */
char *vary_assignment(const struct vary_plan *plan, uint64_t point, int path);
/* Frees the varied paths, too. */
void vary_plan_free(struct vary_plan *plan);

#endif
