/* Layout of what a person reads: at most 80 columns of text, aligned, plain where it must be.
 *
 * Whatever is shown of a user's texts is printable; where characters are not UTF-8, a '?' stands
 * for each that is not ASCII. */
#ifndef ENGINE_PAGE_H
#define ENGINE_PAGE_H

#include <stdint.h>
#include <stdio.h>

#include "engine/interval.h"
#include "engine/terminal.h"

enum {
    PAGE_WIDTH = 80,
    PAGE_COUNT = 48 /* room for any count with its '\0' */
};

struct page {
    FILE *out;
    struct terminal terminal;
    int width;  /* of running text; 0: PAGE_WIDTH */
    int column; /* where page_flow stands */
};

/* A page of plain running text, as wide as the terminal; of PAGE_WIDTH where it is none. */
struct page page_plain(FILE *out);

/* A blank line and a heading; one that is too wide is broken as running text. */
__attribute__((format(printf, 2, 3))) void page_heading(struct page *page, const char *format, ...);

/* The first cell of a row: indented text, padded to `width` columns in all. Text that is wider has
 * a line of its own before. */
void page_label(struct page *page, int indent, int width, const char *text);
/* Text in exactly `width` columns, padded on the right, or cut, ending in "..". */
void page_cell(struct page *page, int width, const char *text);
/* What is shown of a text in at most `width` columns, cut, ending in "..". The caller frees it. */
char *page_cut(const struct page *page, int width, const char *text);
/* A share as "21.3%", a number with `decimals` (fewer, or powers of ten, where they do not fit), a
 * count as "100,000": right-aligned in `width` columns behind at least one blank, or (width 0) as
 * it is; "-" where it is NAN, never "-0". */
void page_share(struct page *page, int width, double share);
void page_number(struct page *page, int width, int decimals, double number);
void page_count(struct page *page, int width, uint64_t count);
/* A number with its sign, "+0.120". */
void page_signed(struct page *page, int width, int decimals, double number);
/* The count as text, written into out (PAGE_COUNT bytes), which is returned. */
char *page_grouped(char *out, uint64_t count);
/* "21.0-21.6%"; a difference of shares in percentage points and its interval, of so many decimals,
 * "+3.10 [+2.80, +3.40]": right-aligned likewise. */
void page_interval(struct page *page, int width, struct interval interval);
void page_difference(struct page *page, int width, int decimals, double difference,
                     struct interval interval);
/* A bar of up to `width` columns: eighths of a block where characters are UTF-8, '#' elsewhere. */
void page_bar(struct page *page, int width, double share);
void page_end_line(struct page *page);

/* Running text: broken into lines between words, and within those that are wider than a line;
 * page_flow_end ends it. The lines that a call
 * begins are indented by its `indent`, so that calls in a row can hang a text behind its first
 * word. */
void page_flow(struct page *page, int indent, const char *text);
void page_flow_end(struct page *page);
/* A paragraph by itself. */
void page_paragraph(struct page *page, int indent, const char *text);
/* A line of a list: `term` as it is, then a text that hangs in the column `at`. */
void page_item(struct page *page, int at, const char *term, const char *text);

#endif
