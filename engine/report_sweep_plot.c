#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/report_sweep.h"

enum {
    PLOT_LABEL = 17,
    PLOT_COLUMNS = 52, /* of the curve */
    MAP_LABEL = 15,
    MAP_CELL = 7,       /* the least, */
    MAP_CELL_MOST = 16, /* and the most columns of a cell */
    MAP_SHADES = 8
};

/* The share at the right edge: the least multiple of 10% that holds all intervals. */
static double curve_top(const struct report_sweep *sweep)
{
    double most = 0;
    for (uint64_t point = 0; point < sweep->told; point++)
        most = fmax(most, sweep->point[point].share[sweep->figure].interval.high);
    return fmax(0.1, ceil(most * 10 - 1e-9) / 10);
}

static int curve_column(double share, double top)
{
    return (int)(fmin(share / top, 1) * (PLOT_COLUMNS - 1) + 0.5);
}

/* A column of the bar: the share itself, the ends of its interval, what lies between. */
static const char *curve_glyph(const struct page *page, int column, int low, int at, int high)
{
    bool fine = page->terminal.utf8;
    if (column == at)
        return fine ? "●" : "o";
    if (column < low || column > high)
        return " ";
    if (column == low)
        return fine ? "├" : "[";
    if (column == high)
        return fine ? "┤" : "]";
    return fine ? "─" : "-";
}

static void curve_row(struct page *page, const struct report_sweep *sweep, uint64_t number,
                      double top)
{
    const struct report_point *point = &sweep->point[number];
    double share = point->share[sweep->figure].value;
    struct interval interval = point->share[sweep->figure].interval;
    char *value = report_sweep_shown(&sweep->plan->vary[0], vary_value(sweep->plan, number, 0));
    page_cell(page, PLOT_LABEL - 1, value);
    fputs(page->terminal.utf8 ? " │" : " |", page->out);
    for (int column = 0; column < PLOT_COLUMNS && !isnan(share); column++)
        fputs(curve_glyph(page, column, curve_column(interval.low, top), curve_column(share, top),
                          curve_column(interval.high, top)),
              page->out);
    page_share(page, 8, share);
    page_end_line(page);
    free(value);
}

void report_sweep_curve(struct page *page, const struct report_sweep *sweep)
{
    double top = curve_top(sweep);
    char right[16];
    page_heading(page, "%s by %s, with its 95%% interval", report_sweep_figure(sweep),
                 report_sweep_short(&sweep->plan->vary[0]));
    for (uint64_t point = 0; point < sweep->told; point++)
        curve_row(page, sweep, point, top);
    snprintf(right, sizeof right, "%.0f%%", 100 * top);
    fprintf(page->out, "%*s%s", PLOT_LABEL, "", page->terminal.utf8 ? "└" : "+");
    for (int column = 0; column < PLOT_COLUMNS; column++)
        fputs(page->terminal.utf8 ? "─" : "-", page->out);
    fprintf(page->out, "\n%*s0%%%*s\n", PLOT_LABEL + 1, "", PLOT_COLUMNS - 2, right);
}

/* The least and the greatest share of the points that were played. */
static struct interval map_range(const struct report_sweep *sweep)
{
    struct interval range = { INFINITY, -INFINITY };
    for (uint64_t point = 0; point < sweep->told; point++) {
        double share = sweep->point[point].share[sweep->figure].value;
        range.low = fmin(range.low, share);
        range.high = fmax(range.high, share);
    }
    return range;
}

static const char *map_shade(const struct page *page, int shade)
{
    static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
    static const char *const marks[] = { ".", ":", "-", "=", "+", "*", "#", "@" };
    return page->terminal.utf8 ? blocks[shade] : marks[shade];
}

static void map_colour(const struct page *page, const char *code)
{
    if (page->terminal.colour)
        fprintf(page->out, "\033[%sm", code);
}

/* Columns of a cell: room for the widest value above, and a blank. */
static int map_width(const struct vary *columns)
{
    size_t width = MAP_CELL;
    for (long column = 0; column < columns->count; column++) {
        char *value = report_sweep_shown(columns, vary_place(columns, column));
        width = strlen(value) + 1 > width ? strlen(value) + 1 : width;
        free(value);
    }
    return width > MAP_CELL_MOST ? MAP_CELL_MOST : (int)width;
}

/* A share, shaded: " ▅▅ 43%". */
static void map_cell(struct page *page, const struct report_sweep *sweep, uint64_t point,
                     struct interval range, int cell)
{
    if (point >= sweep->told) {
        fprintf(page->out, "%*s", cell, "-");
        return;
    }
    double share = sweep->point[point].share[sweep->figure].value, width = range.high - range.low;
    int shade = width > 0 ? (int)((share - range.low) / width * MAP_SHADES) : 0;
    shade = shade < MAP_SHADES ? shade : MAP_SHADES - 1;
    fprintf(page->out, "%*s", cell - MAP_CELL + 1, "");
    map_colour(page, "38;5;32");
    fprintf(page->out, "%s%s", map_shade(page, shade), map_shade(page, shade));
    map_colour(page, "0");
    fprintf(page->out, "%3.0f%%", 100 * share);
}

/* As many columns as fit side by side, from one on. */
static void map_band(struct page *page, const struct report_sweep *sweep, long from,
                     struct interval range, int cell)
{
    const struct vary *rows = &sweep->plan->vary[0], *columns = &sweep->plan->vary[1];
    long until = from + (PAGE_WIDTH - MAP_LABEL) / cell;
    until = until < columns->count ? until : columns->count;
    page_end_line(page);
    page_cell(page, MAP_LABEL, "");
    for (long column = from; column < until; column++) {
        char *value = report_sweep_shown(columns, vary_place(columns, column)),
             *shown = page_cut(page, cell - 1, value);
        fprintf(page->out, "%*s", cell, shown);
        free(shown);
        free(value);
    }
    page_end_line(page);
    for (long row = 0; row < rows->count; row++) {
        char *value = report_sweep_shown(rows, vary_place(rows, row));
        page_cell(page, MAP_LABEL, value);
        for (long column = from; column < until; column++)
            map_cell(page, sweep, (uint64_t)(row * columns->count + column), range, cell);
        page_end_line(page);
        free(value);
    }
}

void report_sweep_map(struct page *page, const struct report_sweep *sweep)
{
    struct interval range = map_range(sweep);
    int cell = map_width(&sweep->plan->vary[1]);
    char *text = memory_format("Shaded from %s %.1f%%, the least, to %s %.1f%%, the greatest.",
                               map_shade(page, 0), 100 * range.low, map_shade(page, MAP_SHADES - 1),
                               100 * range.high);
    page_heading(page, "%s: down %s, across %s", report_sweep_figure(sweep),
                 sweep->plan->vary[0].path, sweep->plan->vary[1].path);
    page_paragraph(page, 0, text);
    for (long from = 0; from < sweep->plan->vary[1].count; from += (PAGE_WIDTH - MAP_LABEL) / cell)
        map_band(page, sweep, from, range, cell);
    free(text);
}
