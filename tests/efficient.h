/* The frontiers of games made by hand, opened for tests. */
#ifndef TESTS_EFFICIENT_H
#define TESTS_EFFICIENT_H

#include "models/pareto.h"
#include "models/proposal.h"
#include "tests/frontiers.h"

enum { COUNT = 21 };

struct opened {
    struct proposal_room room;
    struct proposal proposal;
    struct pareto pareto;
    struct pareto_point point[PARETO_POINTS], knee;
    int points;
};

/* The caller frees it. */
static inline struct opened *open_pareto(struct example *example, int count)
{
    struct opened *opened = malloc(sizeof *opened);
    proposal_open(&opened->proposal, &example->bargain, 0, -1, &opened->room);
    cr_assert(pareto_open(&opened->pareto, &example->bargain, 0, &opened->proposal.zone));
    opened->points = pareto_points(&opened->pareto, count, opened->point);
    return opened;
}

/* pareto_distance() among the points. */
static inline double apart(struct opened *opened, const double *worth)
{
    return pareto_distance(&opened->pareto, opened->point, opened->points, worth);
}

static inline void expect_near(double found, double expected, double tolerance)
{
    cr_assert_float_eq(found, expected, tolerance, "%.15g, expected %.15g", found, expected);
}

static inline void close_pareto(struct opened *opened, struct example *example)
{
    free(opened);
    free(example);
}

#endif
