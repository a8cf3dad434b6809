#include <math.h>
#include <stdlib.h>

#include "engine/report.h"

enum { PLOT_COLUMNS = 60, PLOT_ROWS = 10, PLOT_MARGIN = 6 };

/* The areas from the bottom up, which differ without colour as well. Colours of the 256: blue,
 * amber, vermilion and grey, told apart by the colour-blind (after Okabe and Ito 2008). */
static const struct plot_area {
    enum state state;
    const char *name, *block, *letter;
    int colour;
} plot_areas[] = {
    { STATE_DEAL, "deal", "█", "#", 32 },
    { STATE_FROZEN, "frozen", "▒", "=", 214 },
    { STATE_VICTORY, "victory", "╳", "x", 166 },
    { STATE_FIGHTING, "at war", "·", ".", 245 },
};
enum { PLOT_AREAS = sizeof plot_areas / sizeof *plot_areas };

/* Steps between the marks of the axis, in rounds: the first that leaves at most six. */
static long plot_step(long horizon)
{
    static const long steps[] = { 1, 2, 3, 6, 12, 24, 36, 60, 120, 240 };
    size_t k = 0;
    while (k + 1 < sizeof steps / sizeof *steps && horizon > 6 * steps[k])
        k++;
    return steps[k];
}

/* The rounds that have passed at the right edge of a column: the horizon in the last. */
static long plot_rounds(long horizon, int column)
{
    return ((column + 1) * horizon + PLOT_COLUMNS - 1) / PLOT_COLUMNS;
}

/* The area that has most of a level of the column; levels are counted from the bottom. */
static int plot_place(const struct summary *summary, int level, int levels, int column)
{
    const uint64_t *state = summary->state[plot_rounds(summary->scenario->run.horizon, column) - 1];
    double low = (double)level / levels, high = (level + 1.0) / levels, top = 0, most = 0;
    int place = 0;
    for (int area = 0; area < PLOT_AREAS; area++) {
        double bottom = top;
        top += summary_share(state[plot_areas[area].state], summary->trials);
        double part = fmin(top, high) - fmax(bottom, low);
        if (part > most) {
            place = area;
            most = part;
        }
    }
    return place;
}

/* Colour and blocks show areas by eighths of a cell; glyphs, which differ without colour, by whole
 * cells. */
static bool plot_is_fine(const struct page *page)
{
    return page->terminal.colour && page->terminal.utf8;
}

static void plot_colour(struct page *page, int area)
{
    if (page->terminal.colour)
        fprintf(page->out, "\033[38;5;%dm", plot_areas[area].colour);
}

static void plot_plain(struct page *page)
{
    if (page->terminal.colour)
        fputs("\033[0m", page->out);
}

static const char *plot_glyph(const struct page *page, int area)
{
    if (plot_is_fine(page) && area != PLOT_AREAS - 1)
        return "█";
    return page->terminal.utf8 ? plot_areas[area].block : plot_areas[area].letter;
}

static void plot_cell(struct page *page, const struct summary *summary, int row, int column)
{
    int area = plot_place(summary, row, PLOT_ROWS, column);
    plot_colour(page, area);
    fputs(plot_glyph(page, area), page->out);
}

/* The two areas that have most of the cell, the lower one in eighths of a block. */
static void plot_fine_cell(struct page *page, const struct summary *summary, int row, int column)
{
    static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇" };
    int count[PLOT_AREAS] = { 0 }, area = plot_place(summary, row, PLOT_ROWS, column), other = -1;
    for (int eighth = 0; eighth < 8; eighth++)
        count[plot_place(summary, 8 * row + eighth, 8 * PLOT_ROWS, column)]++;
    for (int k = 0; k < PLOT_AREAS; k++)
        if (k != area && count[k] > 0 && (other < 0 || count[k] > count[other]))
            other = k;
    if (other < 0 || count[area] == 0) {
        plot_cell(page, summary, row, column);
        return;
    }
    int lower = area < other ? area : other, upper = area < other ? other : area;
    int eighths = (8 * count[lower] + count[area]) / (count[area] + count[other]);
    eighths = eighths < 1 ? 1 : eighths > 7 ? 7 : eighths;
    plot_colour(page, lower);
    if (upper < PLOT_AREAS - 1)
        fprintf(page->out, "\033[48;5;%dm", plot_areas[upper].colour);
    fputs(blocks[eighths - 1], page->out);
    plot_plain(page);
}

static void plot_row(struct page *page, const struct summary *summary, int row)
{
    const char *label = row == PLOT_ROWS - 1 ? "100%" : row == PLOT_ROWS / 2 - 1 ? "50%" : "";
    fprintf(page->out, "%*s %s", PLOT_MARGIN - 2, label, page->terminal.utf8 ? "│" : "|");
    for (int column = 0; column < PLOT_COLUMNS; column++)
        if (plot_is_fine(page))
            plot_fine_cell(page, summary, row, column);
        else
            plot_cell(page, summary, row, column);
    plot_plain(page);
    page_end_line(page);
}

/* The column whose right edge is so many rounds from the left, or -1 for the axis itself. */
static int plot_edge(long horizon, long rounds)
{
    return (int)(rounds * PLOT_COLUMNS / horizon) - 1;
}

static bool plot_is_marked(long horizon, int column)
{
    for (long rounds = 0; rounds <= horizon; rounds += plot_step(horizon))
        if (plot_edge(horizon, rounds) == column)
            return true;
    return false;
}

static void plot_axis(struct page *page, long horizon)
{
    bool fine = page->terminal.utf8;
    fprintf(page->out, "%*s %s", PLOT_MARGIN - 2, "0%", fine ? "└" : "+");
    for (int column = 0; column < PLOT_COLUMNS; column++)
        if (plot_is_marked(horizon, column))
            fputs(fine ? "┴" : "+", page->out);
        else
            fputs(fine ? "─" : "-", page->out);
    page_end_line(page);
}

/* Each figure ends below its mark. */
static void plot_figures(struct page *page, const struct summary *summary)
{
    long horizon = summary->scenario->run.horizon;
    char *round = report_round_name(page, summary);
    int column = 0;
    for (long rounds = 0; rounds <= horizon; rounds += plot_step(horizon)) {
        int end = PLOT_MARGIN + plot_edge(horizon, rounds) + 1;
        fprintf(page->out, "%*ld", end - column, rounds);
        column = end;
    }
    fprintf(page->out, "%*s %s%s\n", PLOT_MARGIN + PLOT_COLUMNS - column, "", round,
            horizon == 1 ? "" : "s");
    free(round);
}

static void plot_legend(struct page *page, const struct summary *summary)
{
    const uint64_t *state = summary->state[summary->scenario->run.horizon - 1];
    fprintf(page->out, "%*s", PLOT_MARGIN - 1, "");
    for (int area = 0; area < PLOT_AREAS; area++) {
        fputs(area == 0 ? " " : "   ", page->out);
        plot_colour(page, area);
        fputs(plot_glyph(page, area), page->out);
        plot_plain(page);
        fprintf(page->out, " %s", plot_areas[area].name);
        page_share(page, 1, summary_share(state[plot_areas[area].state], summary->trials));
    }
    page_end_line(page);
}

void report_plot(struct page *page, const struct summary *summary)
{
    if (summary->trials == 0)
        return;
    char *round = report_round_name(page, summary);
    page_heading(page, "Where trials stand, by %s", round);
    free(round);
    for (int row = PLOT_ROWS - 1; row >= 0; row--)
        plot_row(page, summary, row);
    plot_axis(page, summary->scenario->run.horizon);
    plot_figures(page, summary);
    plot_legend(page, summary);
}
