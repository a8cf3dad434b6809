/* The problem of a scenario's start as models/ search it: opened once, for what is proved of it and
 * for what packages are measured by. Numbers are by actor, as in engine/solving.h. */
#ifndef ENGINE_SOLVING_SEARCH_H
#define ENGINE_SOLVING_SEARCH_H

#include "engine/solving.h"

struct solving_search {
    const struct solving *solving;
    struct zone zone;
    double *memory; /* the zone's */
    struct optimum optimum;
    struct pareto pareto;            /* of the claims, where there is a zone */
    double weight[FRONTIER_PARTIES]; /* [party] of a weighted sum of gains */
    bool needed_alone;               /* the sum is over those whose consent a package needs */
};

/* Of a problem that has been posed, which must outlive it. The caller frees it. */
struct solving_search *solving_search_new(const struct solving *solving);
void solving_search_free(struct solving_search *search);

/* The largest t such that all who are needed get floor + t. */
const struct optimum *solving_search_ray(struct solving_search *search, const double *floor);

/* The largest weighted sum of gains in which those who are needed get their floor; NULL: whether or
 * not somebody refuses. */
const struct optimum *solving_search_sum(struct solving_search *search, const double *floor);

/* What a row's worths are to the parties, [party]. */
void solving_search_parties(const struct solving_search *search, const double *worth,
                            double *party);

#endif
