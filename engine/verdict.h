/* Conditions on what a comparison finds, for scripts: `--fail-if 'deal<-0.05'`.
 *
 *     CONDITION  =  TERM , TERM ...                 one of them is enough
 *     TERM       =  [not] FIGURE < NUMBER, or > NUMBER
 *     FIGURE     =  deal | frozen_conflict | continued_war    the paired difference of its share
 *                |  changed                         the share of trials with another outcome
 *     NUMBER     =  0.05 or 5%
 *
 * A term holds where it is shown: where the whole 95% interval lies on that side of the number.
 * What chance could explain is not shown; `not` turns that around, and holds unless the rest is
 * shown. */
#ifndef ENGINE_VERDICT_H
#define ENGINE_VERDICT_H

#include <stdbool.h>

#include "engine/history.h"
#include "engine/interval.h"

enum { VERDICT_TERMS = 16, VERDICT_CHANGED = OUTCOMES };

struct verdict_term {
    bool not, below;
    int figure; /* enum outcome, or VERDICT_CHANGED */
    double limit;
};

struct verdict {
    int terms;
    struct verdict_term term[VERDICT_TERMS];
};

/* Reads a condition. Where it is none: false, and what was found and expected, for the caller to
 * free. */
bool verdict_parse(const char *text, struct verdict *verdict, char **fault);

/* Whether a term holds, given the figure's 95% interval; NAN: nothing is shown. */
bool verdict_holds(const struct verdict_term *term, struct interval interval);

/* "deal<-0.05". The caller frees it. */
char *verdict_text(const struct verdict_term *term);

#endif
