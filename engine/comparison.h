/* What `zopa compare` finds: scenarios against a base on the same trials, and why they differ. */
#ifndef ENGINE_COMPARISON_H
#define ENGINE_COMPARISON_H

#include "engine/attribution.h"
#include "engine/json.h"
#include "engine/report.h"
#include "engine/verdict.h"
#include "engine/worth.h"

/* What a scenario asks for itself, where the base's run settings took its place. */
struct comparison_own {
    bool differs;
    long trials, seed;
    const char *design;
};

/* One scenario against the base. */
struct comparison_other {
    struct comparison_own own;
    bool same; /* known to be the same scenario but for its texts: the difference is 0, exactly */
    struct attribution *attribution; /* owned by who made it */
    int worths;
    struct worth *worth; /* [worths] owned likewise */
};

/* The base is the first of the lines, the others follow, each paired with it. */
struct comparison {
    int others;
    const struct report_line *line;       /* [1 + others] */
    const struct comparison_other *other; /* [others] */
    bool complete;                        /* all that was asked for has been played */
    const struct verdict *verdict;        /* NULL: none is asked for */
};

/* The design of all, which is the base's. */
const struct design *comparison_design(const struct comparison *comparison);

/* A figure of a verdict, and its 95% interval: the paired difference of an outcome's share, or the
 * share of the trials that ended otherwise. NAN without trials. */
double comparison_figure(const struct comparison *comparison, int other, int figure);
struct interval comparison_interval(const struct comparison *comparison, int other, int figure);
/* Whether a term of the verdict holds for an other; whether any does for any, so that it fails. */
bool comparison_holds(const struct comparison *comparison, int other, int term);
bool comparison_fails(const struct comparison *comparison);
/* The players of an attribution that is complete, largest contribution to deals first:
 * order[players]. */
void comparison_rank(const struct attribution *attribution, int *order);

/* What a scenario is worth to the actors, beside the base. */
void comparison_worths(struct page *page, const struct comparison_other *other, const char *base,
                       const char *name);

/* The whole of it for people, and as JSON (zopa.compare/1). (engine/comparison_report.c and
 * engine/comparison_write.c) */
void comparison_report(struct page *page, const struct comparison *comparison);
void comparison_write(struct json *json, const struct comparison *comparison);

#endif
