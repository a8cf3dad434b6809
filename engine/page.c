#include "engine/page.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

enum {
    PAGE_NUMBER = 352, /* room for any number: DBL_MAX has 309 digits */
    PAGE_DECIMALS = 16
};

struct page page_plain(FILE *out)
{
    return (struct page){ .out = out,
                          .terminal = { .utf8 = terminal_utf8() },
                          .width = terminal_width(out) };
}

static int page_limit(const struct page *page)
{
    return page->width > 0 ? page->width : PAGE_WIDTH;
}

static int page_columns(const char *text)
{
    return text_columns(text, strlen(text));
}

/* The bytes of as much of a text as fits into so many columns. */
static size_t page_bytes(const char *text, int columns)
{
    size_t bytes = 0, length;
    for (; text[bytes] != '\0'; bytes += length) {
        length = text_character(text + bytes);
        columns -= text_columns(text + bytes, length);
        if (columns < 0)
            break;
    }
    return bytes;
}

static char *page_shown(const struct page *page, const char *text)
{
    char *shown = text_printable(text), *end = shown;
    if (page->terminal.utf8)
        return shown;
    for (size_t at = 0, length; shown[at] != '\0'; at += length) {
        length = text_character(shown + at);
        *end++ = length > 1 ? '?' : shown[at];
    }
    *end = '\0';
    return shown;
}

char *page_cut(const struct page *page, int width, const char *text)
{
    char *shown = page_shown(page, text);
    if (page_columns(shown) > width)
        strcpy(shown + page_bytes(shown, width - 2), "..");
    return shown;
}

void page_heading(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_format_list(format, arguments), *shown = page_shown(page, text);
    va_end(arguments);
    fputs(page->terminal.colour ? "\n\033[1m" : "\n", page->out);
    if (page_columns(shown) <= page_limit(page))
        fputs(shown, page->out);
    else
        page_flow(page, 0, shown);
    page->column = 0;
    fputs(page->terminal.colour ? "\033[0m\n" : "\n", page->out);
    free(shown);
    free(text);
}

void page_label(struct page *page, int indent, int width, const char *text)
{
    char *shown = page_shown(page, text);
    int columns = indent + page_columns(shown);
    if (columns > width)
        page_paragraph(page, indent, shown);
    else
        fprintf(page->out, "%*s%s", indent, "", shown);
    fprintf(page->out, "%*s", columns > width ? width : width - columns, "");
    free(shown);
}

void page_cell(struct page *page, int width, const char *text)
{
    char *shown = page_cut(page, width, text);
    fprintf(page->out, "%s%*s", shown, width - page_columns(shown), "");
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
    assert(decimals >= 0 && decimals <= PAGE_DECIMALS);
    snprintf(out, PAGE_NUMBER, plus ? "%+.*f" : "%.*f", decimals, number);
    if (strspn(out, "-0.") == strlen(out))
        snprintf(out, PAGE_NUMBER, plus ? "%+.*f" : "%.*f", decimals, 0.0);
}

/* As many of the decimals as fit into so many columns; powers of ten where none do. */
static void page_squeeze(char out[PAGE_NUMBER], int columns, int decimals, double number)
{
    page_digits(out, decimals, false, number);
    while ((int)strlen(out) > columns && decimals > 0)
        page_digits(out, --decimals, false, number);
    for (int digits = 3; (int)strlen(out) > columns && digits >= 0; digits--)
        snprintf(out, PAGE_NUMBER, "%.*e", digits, number);
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
        page_squeeze(text, width > 0 ? width - 1 : PAGE_WIDTH, decimals, number);
    page_right(page, width, text);
}

void page_signed(struct page *page, int width, int decimals, double number)
{
    char text[PAGE_NUMBER] = "-";
    if (!isnan(number))
        page_digits(text, decimals, true, number);
    page_right(page, width, text);
}

char *page_grouped(char *out, uint64_t count)
{
    char digits[PAGE_COUNT], *end = out;
    int length = snprintf(digits, sizeof digits, "%" PRIu64, count);
    for (int k = 0; k < length; k++) {
        if (k > 0 && (length - k) % 3 == 0)
            *end++ = ',';
        *end++ = digits[k];
    }
    *end = '\0';
    return out;
}

void page_count(struct page *page, int width, uint64_t count)
{
    char grouped[PAGE_COUNT];
    page_right(page, width, page_grouped(grouped, count));
}

void page_interval(struct page *page, int width, struct interval interval)
{
    char text[48] = "-";
    if (!isnan(interval.low))
        snprintf(text, sizeof text, "%.1f-%.1f%%", 100 * interval.low, 100 * interval.high);
    page_right(page, width, text);
}

void page_difference(struct page *page, int width, int decimals, double difference,
                     struct interval interval)
{
    char text[3 * PAGE_NUMBER + 8] = "-", middle[PAGE_NUMBER], low[PAGE_NUMBER], high[PAGE_NUMBER];
    if (!isnan(difference)) {
        page_digits(middle, decimals, true, 100 * difference);
        page_digits(low, decimals, true, 100 * interval.low);
        page_digits(high, decimals, true, 100 * interval.high);
        snprintf(text, sizeof text, "%s [%s, %s]", middle, low, high);
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

static void page_turn(struct page *page, int indent)
{
    fprintf(page->out, "\n%*s", indent, "");
    page->column = indent;
}

/* Writes a word, turning the line wherever it is full. */
static void page_letters(struct page *page, int indent, const char *word)
{
    while (*word != '\0') {
        size_t bytes = page_bytes(word, page_limit(page) - page->column);
        if (bytes == 0 && page->column <= indent)
            bytes = text_character(word); /* a line has no room for it */
        fwrite(word, 1, bytes, page->out);
        page->column += text_columns(word, bytes);
        word += bytes;
        if (*word != '\0')
            page_turn(page, indent);
    }
}

static void page_word(struct page *page, int indent, const char *word)
{
    if (page->column > indent && page->column + 1 + page_columns(word) > page_limit(page)) {
        page_turn(page, indent);
    } else if (page->column == 0) {
        fprintf(page->out, "%*s", indent, "");
        page->column = indent;
    } else {
        fputc(' ', page->out);
        page->column++;
    }
    page_letters(page, indent, word);
}

void page_flow(struct page *page, int indent, const char *text)
{
    static const char blanks[] = " \t\r\n";
    for (text += strspn(text, blanks); *text != '\0'; text += strspn(text, blanks)) {
        size_t bytes = strcspn(text, blanks);
        char *word = memory_format("%.*s", (int)bytes, text), *shown = page_shown(page, word);
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
    char *shown = page_shown(page, term);
    int columns = page_columns(shown);
    page_letters(page, 0, shown);
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
