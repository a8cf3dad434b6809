#include "engine/page.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/text.h"

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

void page_share(struct page *page, int width, double share)
{
    if (isnan(share))
        fprintf(page->out, "%*s", width, "-");
    else
        fprintf(page->out, "%*.1f%%", width - 1, 100 * share);
}

void page_number(struct page *page, int width, int decimals, double number)
{
    if (isnan(number))
        fprintf(page->out, "%*s", width, "-");
    else
        fprintf(page->out, "%*.*f", width, decimals, number);
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
    fprintf(page->out, "%*s", width, grouped);
}

void page_interval(struct page *page, int width, struct interval interval)
{
    char text[48] = "-";
    if (!isnan(interval.low))
        snprintf(text, sizeof text, "%.1f-%.1f%%", 100 * interval.low, 100 * interval.high);
    fprintf(page->out, "%*s", width, text);
}

void page_difference(struct page *page, int width, struct interval interval)
{
    char text[48] = "-";
    if (!isnan(interval.low))
        snprintf(text, sizeof text, "%+.2f to %+.2f", 100 * interval.low, 100 * interval.high);
    fprintf(page->out, "%*s", width, text);
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

static void page_word(struct page *page, int indent, const char *word, size_t bytes)
{
    int columns = page_columns(word, bytes);
    if (page->column > indent && page->column + 1 + columns > PAGE_WIDTH) {
        fprintf(page->out, "\n%*s", indent, "");
        page->column = indent;
    } else if (page->column == 0) {
        fprintf(page->out, "%*s", indent, "");
        page->column = indent;
    } else {
        fputc(' ', page->out);
        page->column++;
    }
    fwrite(word, 1, bytes, page->out);
    page->column += columns;
}

void page_flow(struct page *page, int indent, const char *text)
{
    char *shown = text_printable(text);
    for (const char *word = shown; *word != '\0';) {
        size_t bytes = strcspn(word, " ");
        if (bytes > 0)
            page_word(page, indent, word, bytes);
        word += bytes + (word[bytes] == ' ');
    }
    free(shown);
}

void page_flow_end(struct page *page)
{
    page->column = 0;
    page_end_line(page);
}
