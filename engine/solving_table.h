/* Tables of the solvers' packages: a row for each package, then those that the scenario names; what
 * stands side by side is dealt out evenly over as many tables as it takes. */
#ifndef ENGINE_SOLVING_TABLE_H
#define ENGINE_SOLVING_TABLE_H

#include "engine/solving.h"

enum { SOLVING_LABEL = 20 };

/* The columns of one table. */
struct solving_columns {
    int from, count; /* which */
    int width;       /* of each */
};

/* Writes the cells of one row. */
typedef void solving_cells(struct page *page, const struct solving *solving,
                           const struct solving_row *row, struct solving_columns columns);

/* The columns of the table that begins at `from`; count 0: there is none. */
struct solving_columns solving_table_columns(int all, int from, int most, int widest);

/* Rows with a package; `distinct`: of solvers with the same one the first alone. */
void solving_table_rows(struct page *page, const struct solving *solving, bool distinct,
                        solving_cells *cells, struct solving_columns columns);

/* Packages on the issues' levels; '=' where one is as the status quo is. */
void solving_table_issues(struct page *page, const struct solving *solving);

#endif
