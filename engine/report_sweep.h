/* A sweep for people: its points as a table, and as a curve or a map. */
#ifndef ENGINE_REPORT_SWEEP_H
#define ENGINE_REPORT_SWEEP_H

#include "engine/estimate.h"
#include "engine/page.h"
#include "engine/scenario.h"
#include "engine/vary.h"

/* What is kept of a point. */
struct report_point {
    struct estimate share[OUTCOMES];
};

struct report_sweep {
    const char *name, *title;
    const char *round;      /* what one is called */
    struct run least, most; /* as in struct sweep, but for the texts */
    const struct vary_plan *plan;
    uint64_t points, told;            /* asked for; played */
    uint64_t broken;                  /* of those played, stopped early */
    const struct report_point *point; /* [told] */
    int figure;                       /* enum outcome: what is drawn */
};

/* A row a point; where one path is varied a curve, where two a map of those that are a grid. */
void report_sweep(struct page *page, const struct report_sweep *sweep);

/* "1,936 of 2,000 points were not played, 64 have fewer trials than asked for": what an incomplete
 * sweep lacks. The caller frees it. */
char *report_sweep_missing(uint64_t points, uint64_t told, uint64_t broken);

/* Its parts. The curve has a row a point: the share, and its interval as a bar around it. The map
 * has a row for each value of the first path and a column for each of the second; shares are
 * written, and shaded from the least to the greatest. (engine/report_sweep_plot.c) */
void report_sweep_curve(struct page *page, const struct report_sweep *sweep);
void report_sweep_map(struct page *page, const struct report_sweep *sweep);
/* "P(deal)": what is drawn. */
const char *report_sweep_figure(const struct report_sweep *sweep);
/* The last step of a path. */
const char *report_sweep_short(const struct vary *vary);
/* A value of a path as it is shown: a number of many digits in as few, four or more, as tell the
 * values of its range apart. Takes the text over; the caller frees what it returns. */
char *report_sweep_shown(const struct vary *vary, char *value);

#endif
