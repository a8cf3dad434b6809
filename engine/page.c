#include "engine/page.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

enum { PAGE_NUMBER = 352 }; /* room for any number: DBL_MAX has 309 digits */

struct page page_plain(FILE *out)
{
    return (struct page){ .out = out, .width = terminal_width(out) };
}

void page_heading(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs(page->terminal.colour ? "\n\033[1m" : "\n", page->out);
    vfprintf(page->out, format, arguments);
    fputs(page->terminal.colour ? "\033[0m\n" : "\n", page->out);
    va_end(arguments);
}

/* Characters up to a byte. */
static int page_columns(const char *text, size_t bytes)
{
    int columns = 0;
    for (size_t k = 0; k < bytes; k++)
        columns += ((unsigned char)text[k] & 0xc0) != 0x80;
    return columns;
}

static size_t page_bytes(const char *text, int columns)
{
    size_t bytes = 0;
    for (; text[bytes] != '\0'; bytes++)
        if (((unsigned char)text[bytes] & 0xc0) != 0x80 && columns-- == 0)
            break;
    return bytes;
}

void page_cell(struct page *page, int width, const char *text)
{
    char *shown = text_printable(text);
    int columns = page_columns(shown, strlen(shown));
    if (columns <= width)
        fprintf(page->out, "%s%*s", shown, width - columns, "");
    else
        fprintf(page->out, "%.*s..", (int)page_bytes(shown, width - 2), shown);
    free(shown);
}

void page_fit(struct page *page, int width, const char *text)
{
    char *shown = text_printable(text);
    page_cell(page,
              page_columns(shown, strlen(shown)) < width ? page_columns(shown, strlen(shown))
                                                         : width,
              text);
    free(shown);
}

/* Columns never touch, however little room they were given. */
static void page_right(struct page *page, int width, const char *text)
{
    int columns = (int)strlen(text);
    fprintf(page->out, "%*s%s", columns < width ? width - columns : width > 0, "", text);
}

/* A number as text, without the sign of what rounds to zero. */
static void page_digits(char out[PAGE_NUMBER], int decimals, bool plus, double number)
{
    snprintf(out, PAGE_NUMBER, plus ? "%+.*f" : "%.*f", decimals, number);
    if (strspn(out, "-0.") == strlen(out))
        snprintf(out, PAGE_NUMBER, plus ? "%+.*f" : "%.*f", decimals, 0.0);
}

void page_share(struct page *page, int width, double share)
{
    char text[PAGE_NUMBER] = "-";
    if (!isnan(share))
        snprintf(text, sizeof text, "%.1f%%", 100 * share);
    page_right(page, width, text);
}

void page_number(struct page *page, int width, int decimals, double number)
{
    char text[PAGE_NUMBER] = "-";
    if (!isnan(number))
        page_digits(text, decimals, false, number);
    page_right(page, width, text);
}

void page_signed(struct page *page, int width, int decimals, double number)
{
    char text[PAGE_NUMBER] = "-";
    if (!isnan(number))
        page_digits(text, decimals, true, number);
    page_right(page, width, text);
}

void page_count(struct page *page, int width, uint64_t count)
{
    char digits[32], grouped[48], *end = grouped;
    int length = snprintf(digits, sizeof digits, "%" PRIu64, count);
    for (int k = 0; k < length; k++) {
        if (k > 0 && (length - k) % 3 == 0)
            *end++ = ',';
        *end++ = digits[k];
    }
    *end = '\0';
    page_right(page, width, grouped);
}

void page_interval(struct page *page, int width, struct interval interval)
{
    char text[48] = "-";
    if (!isnan(interval.low))
        snprintf(text, sizeof text, "%.1f-%.1f%%", 100 * interval.low, 100 * interval.high);
    page_right(page, width, text);
}

void page_points(struct page *page, int width, double difference)
{
    char text[PAGE_NUMBER] = "-";
    if (!isnan(difference))
        page_digits(text, 2, true, 100 * difference);
    page_right(page, width, text);
}

void page_difference(struct page *page, int width, struct interval interval)
{
    char text[2 * PAGE_NUMBER + 8] = "-", low[PAGE_NUMBER], high[PAGE_NUMBER];
    if (!isnan(interval.low)) {
        page_digits(low, 2, true, 100 * interval.low);
        page_digits(high, 2, true, 100 * interval.high);
        snprintf(text, sizeof text, "%s to %s", low, high);
    }
    page_right(page, width, text);
}

void page_bar(struct page *page, int width, double share)
{
    static const char *const part[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
    int eighths = (int)ceil(share * 8 * width);
    if (!page->terminal.utf8)
        eighths = eighths / 8 * 8 + (eighths % 8 >= 4 ? 8 : 0);
    for (int k = 0; k < eighths / 8; k++)
        fputs(page->terminal.utf8 ? "█" : "#", page->out);
    fputs(part[eighths % 8], page->out);
}

void page_end_line(struct page *page)
{
    fputc('\n', page->out);
}

static int page_limit(const struct page *page)
{
    return page->width > 0 ? page->width : PAGE_WIDTH;
}

static void page_word(struct page *page, int indent, const char *word)
{
    int columns = page_columns(word, strlen(word));
    if (page->column > indent && page->column + 1 + columns > page_limit(page)) {
        fprintf(page->out, "\n%*s", indent, "");
        page->column = indent;
    } else if (page->column == 0) {
        fprintf(page->out, "%*s", indent, "");
        page->column = indent;
    } else {
        fputc(' ', page->out);
        page->column++;
    }
    fputs(word, page->out);
    page->column += columns;
}

void page_flow(struct page *page, int indent, const char *text)
{
    static const char blanks[] = " \t\r\n";
    for (text += strspn(text, blanks); *text != '\0'; text += strspn(text, blanks)) {
        size_t bytes = strcspn(text, blanks);
        char *word = memory_format("%.*s", (int)bytes, text), *shown = text_printable(word);
        page_word(page, indent, shown);
        free(shown);
        free(word);
        text += bytes;
    }
}

void page_flow_end(struct page *page)
{
    page->column = 0;
    page_end_line(page);
}

void page_paragraph(struct page *page, int indent, const char *text)
{
    page_flow(page, indent, text);
    page_flow_end(page);
}

void page_item(struct page *page, int at, const char *term, const char *text)
{
    char *shown = text_printable(term);
    int columns = page_columns(shown, strlen(shown));
    fputs(shown, page->out);
    free(shown);
    if (columns >= at) {
        page_end_line(page);
        columns = 0;
    }
    /* One column short: page_flow sets a blank before the first word. */
    fprintf(page->out, "%*s", at - 1 - columns, "");
    page->column = at - 1;
    page_flow(page, at, text);
    page_flow_end(page);
}
