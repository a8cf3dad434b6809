#include "engine/solving_table.h"

#include <math.h>
#include <stdlib.h>

#include "engine/text.h"

enum {
    ISSUES = 4, /* side by side, at most */
    WIDEST = 24,
    POSITION = 5
};

struct solving_columns solving_table_columns(int all, int from, int most, int widest)
{
    int tables = (all + most - 1) / most, each = tables == 0 ? 1 : (all + tables - 1) / tables;
    int left = all - from, width = (PAGE_WIDTH - SOLVING_LABEL) / each;
    return (struct solving_columns){ .from = from,
                                     .count = left < each ? left : each,
                                     .width = width < widest ? width : widest };
}

static void solving_table_row(struct page *page, const struct solving *solving,
                              const struct solving_row *row, solving_cells *cells,
                              struct solving_columns columns)
{
    fputs(row->own ? "* " : "", page->out);
    page_label(page, row->own ? 0 : 2, SOLVING_LABEL - (row->own ? 2 : 0), row->name);
    cells(page, solving, row, columns);
}

void solving_table_rows(struct page *page, const struct solving *solving, bool distinct,
                        solving_cells *cells, struct solving_columns columns)
{
    bool named = false;
    for (int k = 0; k < solving->rows; k++) {
        const struct solving_row *row = &solving->row[k];
        bool repeated = row->kind == SOLVING_SOLVER && distinct && row->same != k;
        if (!row->found || repeated)
            continue;
        if (row->kind == SOLVING_PACKAGE && !named)
            fputs("named packages\n", page->out);
        named = row->kind == SOLVING_PACKAGE;
        solving_table_row(page, solving, row, cells, columns);
    }
}

/* ".55", "0", "1"; with a '~' before it where it is between levels. */
static void solving_table_place(struct page *page, const struct solving *solving, int issue,
                                double at, int width)
{
    const struct issue *about = &solving->scenario->game.issue[issue];
    int level = solving_level(solving, issue, at), hundredths = (int)(100 * at + 0.5);
    bool near = level >= 0 && fabs(about->level[level].at.expected - at) >= 0.005;
    char position[24];
    if (hundredths % 100 == 0)
        snprintf(position, sizeof position, "%s%d", near ? "~" : "", hundredths / 100);
    else
        snprintf(position, sizeof position, "%s.%02d", near ? "~" : "", hundredths);
    fputc(' ', page->out);
    page_cell(page, width - POSITION - 1, level < 0 ? "" : about->level[level].name);
    fprintf(page->out, "%*s", POSITION, position);
}

static void solving_table_cells(struct page *page, const struct solving *solving,
                                const struct solving_row *row, struct solving_columns columns)
{
    for (int issue = columns.from; issue < columns.from + columns.count; issue++)
        if (solving_stays(solving, row, issue))
            fprintf(page->out, "%*s", columns.width, "=");
        else
            solving_table_place(page, solving, issue, block_read(row->at, (size_t)issue)[0],
                                columns.width);
    page_end_line(page);
}

static void solving_table_head(struct page *page, const struct solving *solving,
                               struct solving_columns columns)
{
    struct text head = { 0 };
    text_add(&head, "%-*s", SOLVING_LABEL, columns.from == 0 ? "Packages" : "");
    for (int issue = columns.from; issue < columns.from + columns.count; issue++) {
        char *name = page_cut(page, columns.width - 1, solving->scenario->game.issue[issue].name);
        text_add(&head, " %-*s", columns.width - 1, name);
        free(name);
    }
    while (head.bytes[head.length - 1] == ' ')
        head.bytes[--head.length] = '\0';
    page_heading(page, "%s", head.bytes);
    free(head.bytes);
    page_label(page, 2, SOLVING_LABEL, "status quo");
    for (int issue = columns.from; issue < columns.from + columns.count; issue++)
        solving_table_place(page, solving, issue,
                            block_read(solving->bargain.status_quo, (size_t)issue)[0],
                            columns.width);
    page_end_line(page);
}

void solving_table_issues(struct page *page, const struct solving *solving)
{
    int issues = solving->scenario->game.issues;
    for (int from = 0; from < issues;) {
        struct solving_columns columns = solving_table_columns(issues, from, ISSUES, WIDEST);
        solving_table_head(page, solving, columns);
        solving_table_rows(page, solving, true, solving_table_cells, columns);
        from += columns.count;
    }
}
