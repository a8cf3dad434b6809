#include "engine/csv.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/text.h"

enum { CSV_LINES = 3 /* that decide what separates cells */ };

/* Where a reading stands. */
struct csv_reader {
    const char *at, *file;
    int line;
    char separator;
    struct faults *faults;
    int found; /* faults */
    bool open; /* the last cell has no end */
};

static bool csv_ends_line(char letter)
{
    return letter == '\0' || letter == '\n' || letter == '\r';
}

static size_t csv_line_break(const char *at)
{
    return at[0] == '\r' && at[1] == '\n' ? 2 : *at == '\n' || *at == '\r';
}

static const char *csv_skip_line(const char *at)
{
    at += strcspn(at, "\r\n");
    return at + csv_line_break(at);
}

static const char *csv_skip_blanks(const struct csv_reader *reader)
{
    const char *at = reader->at;
    while (*at == ' ' || (*at == '\t' && reader->separator != '\t'))
        at++;
    return at;
}

static bool csv_is_text(const char *text, size_t size, const char *file, struct faults *faults)
{
    int line = 1;
    if (size >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0))
        return faults_add(faults, file, 1,
                          "found a text in UTF-16, expected UTF-8 (spreadsheets call it \"CSV "
                          "UTF-8\")");
    for (const char *at = text; at < text + size; at += text_character(at)) {
        bool blank = *at == '\t' || *at == '\n' || *at == '\r';
        if (*at == '\0' || text_character(at) == 0 || (text_is_control(at) && !blank))
            return faults_add(faults, file, line,
                              "found the byte 0x%02x, expected a text in UTF-8 (spreadsheets call "
                              "it \"CSV UTF-8\")",
                              (unsigned)(unsigned char)*at);
        line += *at == '\n' || (*at == '\r' && at[1] != '\n');
    }
    return true;
}

/* How often a separator stands in a line, outside quotation marks. */
static int csv_count(const char *at, char separator)
{
    int count = 0;
    bool quoted = false;
    for (; *at != '\0' && (quoted || !csv_ends_line(*at)); at++) {
        quoted = quoted != (*at == '"');
        count += !quoted && *at == separator;
    }
    return count;
}

static int csv_least(const char *text, char separator)
{
    int least = -1, lines = 0;
    for (const char *at = text; *at != '\0' && lines < CSV_LINES; at = csv_skip_line(at)) {
        if (*at == '#' || csv_ends_line(at[strspn(at, " \t")]))
            continue;
        int count = csv_count(at, separator);
        least = least < 0 || count < least ? count : least;
        lines++;
    }
    return least;
}

static char csv_separator(const char *text)
{
    char best = ',';
    for (const char *candidate = ";\t"; *candidate != '\0'; candidate++)
        if (csv_least(text, *candidate) > csv_least(text, best))
            best = *candidate;
    return best;
}

static void csv_fault(struct csv_reader *reader, int line, const char *message)
{
    faults_add(reader->faults, reader->file, line, "%s", message);
    reader->found++;
}

/* Passes over what does not belong behind a quotation mark that closed a cell. */
static void csv_close(struct csv_reader *reader)
{
    reader->at = csv_skip_blanks(reader);
    if (*reader->at == reader->separator || csv_ends_line(*reader->at))
        return;
    csv_fault(reader, reader->line,
              "found something behind the quotation mark that ends a cell, expected the next cell; "
              "marks inside a cell are doubled: \"\"");
    while (*reader->at != reader->separator && !csv_ends_line(*reader->at))
        reader->at++;
}

static void csv_quoted(struct csv_reader *reader, struct text *cell)
{
    int line = reader->line;
    reader->at++;
    for (;;) {
        size_t plain = strcspn(reader->at, "\"\r\n"), broken = csv_line_break(reader->at + plain);
        text_add(cell, "%.*s", (int)plain, reader->at);
        reader->at += plain;
        if (*reader->at == '\0') {
            csv_fault(reader, line, "found a quotation mark without its end");
            reader->open = true;
            return;
        }
        if (broken > 0) {
            text_add(cell, "\n");
            reader->line++;
            reader->at += broken;
        } else if (reader->at[1] == '"') {
            text_add(cell, "\"");
            reader->at += 2;
        } else {
            reader->at++;
            csv_close(reader);
            return;
        }
    }
}

static void csv_plain(struct csv_reader *reader, struct text *cell)
{
    const char *start = reader->at;
    while (*reader->at != reader->separator && !csv_ends_line(*reader->at))
        reader->at++;
    size_t length = (size_t)(reader->at - start);
    if (memchr(start, '"', length) != NULL)
        csv_fault(reader, reader->line,
                  "found a quotation mark inside a cell, expected the whole cell in quotation "
                  "marks, and those inside it doubled: \"\"");
    while (length > 0 && (start[length - 1] == ' ' || start[length - 1] == '\t'))
        length--;
    text_add(cell, "%.*s", (int)length, start);
}

static char *csv_next(struct csv_reader *reader)
{
    struct text cell = { 0 };
    text_add(&cell, "%s", "");
    reader->at = csv_skip_blanks(reader);
    if (*reader->at == '"')
        csv_quoted(reader, &cell);
    else
        csv_plain(reader, &cell);
    return cell.bytes;
}

static void csv_row_free(struct csv_row *row)
{
    for (int index = 0; index < row->cells; index++)
        free(row->cell[index]);
    free(row->cell);
}

/* A row and the end of its line; its cells may all be empty. */
static struct csv_row csv_next_row(struct csv_reader *reader, bool *empty)
{
    struct csv_row row = { .line = reader->line };
    *empty = true;
    for (bool more = true; more;) {
        row.cell = memory_grow(row.cell, (size_t)row.cells + 1, sizeof *row.cell);
        row.cell[row.cells++] = csv_next(reader);
        *empty = *empty && row.cell[row.cells - 1][0] == '\0';
        more = *reader->at == reader->separator;
        reader->at += more;
    }
    size_t broken = csv_line_break(reader->at);
    reader->line += broken > 0;
    reader->at += broken;
    return row;
}

static void csv_append(struct csv *csv, struct csv_row row)
{
    if ((csv->rows & (csv->rows - 1)) == 0)
        csv->row = memory_grow(csv->row, csv->rows == 0 ? 1 : 2 * (size_t)csv->rows, sizeof row);
    csv->row[csv->rows++] = row;
}

bool csv_read(struct csv *csv, const char *text, size_t size, const char *file,
              struct faults *faults)
{
    *csv = (struct csv){ 0 };
    if (!csv_is_text(text, size, file, faults))
        return false;
    text += strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    csv->separator = csv_separator(text);
    struct csv_reader reader = { text, file, 1, csv->separator, faults, 0, false };
    while (*reader.at != '\0') {
        bool empty, comment = *reader.at == '#';
        if (comment) {
            reader.at = csv_skip_line(reader.at);
            reader.line++;
            continue;
        }
        struct csv_row row = csv_next_row(&reader, &empty);
        if (empty || reader.open)
            csv_row_free(&row);
        else
            csv_append(csv, row);
    }
    return reader.found == 0;
}

void csv_free(struct csv *csv)
{
    for (int index = 0; index < csv->rows; index++)
        csv_row_free(&csv->row[index]);
    free(csv->row);
    *csv = (struct csv){ 0 };
}

const char *csv_cell(const struct csv_row *row, int column)
{
    return column < row->cells ? row->cell[column] : "";
}

bool csv_number(const char *cell, bool comma, double *out)
{
    if (!comma || strchr(cell, ',') == NULL)
        return number_parse_real(cell, out);
    if (strchr(cell, '.') != NULL)
        return false;
    char *point = memory_text(cell);
    *strchr(point, ',') = '.';
    bool good = number_parse_real(point, out);
    free(point);
    return good;
}
