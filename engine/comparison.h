/* What `zopa compare` finds: scenarios against a base on the same trials, and why they differ. */
#ifndef ENGINE_COMPARISON_H
#define ENGINE_COMPARISON_H

#include "engine/attribution.h"
#include "engine/json.h"
#include "engine/report.h"
#include "engine/verdict.h"

/* What a scenario asks for itself, where the base's run settings took its place. */
struct comparison_own {
    bool differs;
    long trials, seed;
};

/* One scenario against the base. */
struct comparison_other {
    struct comparison_own own;
    uint64_t trials;                        /* that both have played */
    uint64_t flip[OUTCOMES][OUTCOMES];      /* trials, by outcome in the base and here */
    bool same;                              /* known to be the same scenario but for its texts */
    struct interval interval[OUTCOMES + 1]; /* of the differences, and of the share changed */
    const struct attribution *attribution;
};

/* The base is the first of the lines, the others follow. */
struct comparison {
    int others;
    const struct report_line *line;       /* [1 + others] */
    const struct comparison_other *other; /* [others] */
    int unplayed;                         /* scenarios that a stopped run did not come to */
    bool complete;                        /* all trials were played, and all coalitions */
    const struct verdict *verdict;        /* NULL: none is asked for */
};

/* How many of the trials ended otherwise. */
uint64_t comparison_changed(const struct comparison_other *other);
/* The paired difference of an outcome's share; NAN without trials. */
double comparison_difference(const struct comparison_other *other, int outcome);
/* A figure of a verdict: a difference, or the share changed. */
double comparison_figure(const struct comparison_other *other, int figure);
/* Whether the verdict is no: some term holds for some other. */
bool comparison_fails(const struct comparison *comparison);
/* The players of an attribution that is complete, largest contribution to deals first:
 * order[players]. */
void comparison_rank(const struct attribution *attribution, int *order);

/* The whole of it for people, and as JSON (zopa.compare/1). (engine/comparison_report.c and
 * engine/comparison_write.c) */
void comparison_report(struct page *page, const struct comparison *comparison);
void comparison_write(struct json *json, const struct comparison *comparison);

#endif
