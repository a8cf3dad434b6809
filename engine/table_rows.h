/* Lists of the table's rows: what a fresh block finds at zero, and the rows of drivers. */
#ifndef ENGINE_TABLE_ROWS_H
#define ENGINE_TABLE_ROWS_H

#include "engine/table.h"

/* Rows that a fresh block finds at zero, and how many they are. */
struct table_cleared {
    double **rows;
    size_t count;
};

enum { TABLE_CLEARED = 96 };

/* All of them, written into out; how many entries there are. */
size_t table_rows_cleared(struct table *table, struct table_cleared out[TABLE_CLEARED]);

/* Allocates the rows of drivers, and frees them. */
void table_drivers_new(struct drivers *drivers, size_t actors);
void table_drivers_free(struct drivers *drivers);

#endif
