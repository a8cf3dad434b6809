/* Tables as spreadsheets write them: RFC 4180, and what is met beside it.
 *
 * Cells are separated by commas, semicolons or tabs, whichever divides all of the first lines most;
 * lines end in CR LF, LF or CR. Blanks around a cell do not belong to it, nor, where a cell is in
 * quotation marks, those around them. Lines that are blank, hold empty cells alone or begin with
 * '#' are passed over. */
#ifndef ENGINE_CSV_H
#define ENGINE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/fault.h"
#include "engine/text.h"

struct csv_row {
    int line; /* its first */
    int cells;
    char **cell; /* owned; "" where empty */
};

struct csv {
    char separator;
    int rows;
    struct csv_row *row;
};

/* Reads a text of `size` bytes that ends in '\0'; `file` names it in faults: bytes that are no
 * UTF-8 or no text (the first alone), quotation marks without an end, within a cell or with
 * something behind them. False where it found any. The caller frees the table either way. */
bool csv_read(struct csv *csv, const char *text, size_t size, const char *file,
              struct faults *faults);
void csv_free(struct csv *csv);

/* The cell of a row in a column, counted from 0; "" where the row ends before it. */
const char *csv_cell(const struct csv_row *row, int column);

/* Reads a cell as a finite number. `comma`: a decimal comma will do ("0,8"), as in tables that do
 * not use it to separate cells; a number never holds both a comma and a point. */
bool csv_number(const char *cell, bool comma, double *out);

/* Adds a text as a cell of a file that is written (RFC 4180): between quotation marks where it must
 * be; what is no UTF-8 becomes U+FFFD. */
void csv_add(struct text *text, const char *cell);

#endif
