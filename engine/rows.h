/* The trials themselves, for statistics beyond the summary: a row of CSV each (RFC 4180, but for
 * lines that end in LF alone), as docs/trials.md tells.
 *
 * A file may hold the trials of several scenarios: it has the columns of them all, and what a
 * scenario lacks is missing in its rows. */
#ifndef ENGINE_ROWS_H
#define ENGINE_ROWS_H

#include "engine/history.h"
#include "engine/names.h"
#include "engine/text.h"

/* Whose utilities and which issues a file has columns for, in the order in which they came. Zeroed,
 * it has none; rows_columns_free releases its inside. */
struct rows_columns {
    struct names actors, issues;
};

/* Adds those of a scenario that are new. */
void rows_columns_add(struct rows_columns *columns, const struct scenario *scenario);
void rows_columns_free(struct rows_columns *columns);
/* Adds the first line. An issue whose name another column bears is "issue_" and its name there. */
void rows_head(const struct rows_columns *columns, struct text *text);

/* How the trials of one scenario are written. */
struct rows {
    const struct scenario *scenario; /* not owned */
    int utilities, terms;            /* columns */
    int *actor, *issue;              /* whose utility, which term a column shows; -1: missing */
    char *name;                      /* the first field */
    char **fate; /* [detail] the fields between the number of the trial and the round */
};

/* `called`: what the first field calls the scenario. The caller frees them; the scenario must
 * outlive them. */
struct rows *rows_new(const struct rows_columns *columns, const struct scenario *scenario,
                      const char *called);
void rows_free(struct rows *rows);

/* Adds a line for every trial of the block. */
void rows_add(const struct rows *rows, const struct history *history, struct text *text);

/* Adds "," and the number in its shortest digits, nothing where it is not finite; -0 is written as
 * 0, as which a summary counts it. */
void rows_number(struct text *text, double number);

#endif
