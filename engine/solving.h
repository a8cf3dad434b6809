/* What the solvers make of a scenario at its start, side by side, without simulation.
 *
 * The problem is the one that the text of the first round faces, with every uncertain number at its
 * expected value (engine/draw.h) and before anything that chance decides (negotiation_expect). The
 * claims are war reservation values as they are then, W + resolve; doubts, which the solvers
 * `acceptance` and `agenda_setter` weigh, are the proposer's in that round. Rows are of LANES
 * doubles, of which the first counts. */
#ifndef ENGINE_SOLVING_H
#define ENGINE_SOLVING_H

#include "engine/history.h"
#include "engine/json.h"
#include "engine/page.h"
#include "engine/table.h"
#include "models/pareto.h"

/* A gain that is less below 0 than this is none: solvers stop at about as much. */
#define SOLVING_SLIGHT 1e-9

enum solving_kind {
    SOLVING_NEAREST, /* where there is no zone: the package in which the least satisfied lacks least
                      */
    SOLVING_KNEE,    /* where there is one: models/pareto.h */
    SOLVING_SOLVER,
    SOLVING_PACKAGE /* that the scenario names */
};

/* One row of the comparison. */
struct solving_row {
    int kind;                    /* enum solving_kind */
    const struct solver *solver; /* NULL: it is none */
    const char *name;
    bool own;    /* the scenario's solver, with the scenario's settings; others have defaults
                    where the scenario says nothing that they read */
    bool found;  /* there is a package */
    char *apart; /* why the solver does not apply; NULL: it does. Owned */
    double gap;  /* models/solver.h; NAN of a named package */

    double *at;      /* [issue] rows */
    double *worth;   /* [actor] U_i; 0 for a neutral actor */
    double *gain;    /* [actor] U_i - claim_i; NAN where it cannot refuse */
    bool *needed;    /* [actor] its consent is needed for the package, and it judges by a utility */
    int crossed;     /* the actor whose hard red line the package passes ... */
    int line;        /* ... on this issue; -1: none is passed */
    bool broken;     /* it breaks a rule, or gives a side more than the front allows */
    double least;    /* the least gain of those needed; HUGE_VAL: nobody's consent is */
    double sum;      /* of the gains of all who can refuse */
    double nash;     /* product of the gains of those needed; NAN where one is below 0 */
    double lost;     /* share of the largest sum that is lost; NAN where somebody refuses, or where
                        there is no zone */
    double slack;    /* by how much all who are needed could be better off at once; NAN: unknown */
    double distance; /* to the Pareto frontier, in U (models/pareto.h); NAN without a zone */
    int same;        /* the first row with the same package; itself where there is none before */
};

/* The problem of one scenario and all rows. */
struct solving {
    const struct scenario *scenario;
    struct table *table;
    struct history *history;
    struct bargain bargain;
    bool asked[LANES];
    int proposer;   /* who writes the text; -1: nobody in particular */
    double *claim;  /* [actor] plain numbers, like all that follows; 0 where it cannot refuse */
    double *doubt;  /* [actor] of the proposer, sd */
    double *ideal;  /* [actor] most that it can have, in U, while the others have their claims; NAN
                       where they cannot, or where it cannot refuse */
    double *weight; /* [actor] where there is no zone: weights, of sum 1, at which no package is
                       worth the claims; NULL where there is one, or where nothing is proved */
    double width;   /* of the zone (models/bargain.h), to 1e-9 */
    double bound;   /* no package gives the least satisfied more; HUGE_VAL: nothing is proved */
    double most;    /* the largest sum of gains of a package that nobody refuses; NAN: none */
    double low, high; /* with a single issue: the interval of agreements; else NAN */
    int points;       /* of the Pareto frontier (models/pareto.h); 0 where there is no zone */
    struct pareto_point point[PARETO_POINTS];
    int parties, party[FRONTIER_PARTIES]; /* the actors that the points' worths are of */
    struct solving_search *search;        /* engine/solving_search.h */
    int rows;
    struct solving_row *row; /* by kind; solvers as the catalogue lists them */
};

/* Solves a scenario with the solvers of these names, separated by commas (NULL: with all). The
 * caller frees it; the scenario must outlive it. */
struct solving *solving_new(const struct scenario *scenario, const char *solvers);
void solving_free(struct solving *solving);

/* Whether an actor can refuse a text, and judges it by a utility. */
bool solving_counts(const struct solving *solving, int actor);
/* Whether somebody whose consent is needed has less than its claim. */
bool solving_refused(const struct solving_row *row);
/* The level of an issue that is nearest to a position; -1: it has none. */
int solving_level(const struct solving *solving, int issue, double at);
/* Whether an issue is in a package as it is in the status quo. */
bool solving_stays(const struct solving *solving, const struct solving_row *row, int issue);

/* For the files of the module: what is proved of the problem, with a package of the zone's
 * width ([issue] rows). (engine/solving_bounds.c) */
void solving_bounds(struct solving *solving, double *nearest);
/* Fills the points, and the knee ([issue] rows) with its gap; false where there is none. */
bool solving_frontier(struct solving *solving, double *knee, double *gap);
/* Fills what is known of a row's package. Rows are measured in their order, after the bounds and
 * the frontier. (engine/solving_measure.c) */
void solving_measure(struct solving *solving, struct solving_row *row);

/* As JSON, schema "zopa.solve/1" (docs/solvers.md). (engine/solving_write.c) */
void solving_write(struct json *json, const struct solving *solving);
/* As tables of at most 80 columns; `notes`: with how to read them. (engine/solving_report.c) */
void solving_report(struct page *page, const struct solving *solving, bool notes);

#endif
