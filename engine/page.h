/* Layout of what a person reads: at most 80 columns of text, aligned, plain where it must be. */
#ifndef ENGINE_PAGE_H
#define ENGINE_PAGE_H

#include <stdint.h>
#include <stdio.h>

#include "engine/interval.h"
#include "engine/terminal.h"

enum { PAGE_WIDTH = 80 };

struct page {
    FILE *out;
    struct terminal terminal;
    int column; /* where page_flow stands */
};

/* A blank line and a heading. */
__attribute__((format(printf, 2, 3))) void page_heading(struct page *page, const char *format, ...);

/* Text in exactly `width` columns, padded on the right, or cut, ending in "..". */
void page_cell(struct page *page, int width, const char *text);
/* A share as "21.3%", a number with `decimals`, a count as "100,000": right-aligned in `width`
 * columns; "-" where it is NAN. */
void page_share(struct page *page, int width, double share);
void page_number(struct page *page, int width, int decimals, double number);
void page_count(struct page *page, int width, uint64_t count);
/* "21.0-21.6%", and "+2.80 to +3.40" in percentage points, right-aligned likewise. */
void page_interval(struct page *page, int width, struct interval interval);
void page_difference(struct page *page, int width, struct interval interval);
/* A bar of up to `width` columns: eighths of a block where characters are UTF-8, '#' elsewhere. */
void page_bar(struct page *page, int width, double share);
void page_end_line(struct page *page);

/* Running text: broken into lines between words, all indented alike; page_flow_end ends it. */
void page_flow(struct page *page, int indent, const char *text);
void page_flow_end(struct page *page);

#endif
