#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/import.h"
#include "engine/memory.h"

/* The rows of a table on their way. */
struct import_reading {
    struct import_table *table;
    const struct import_head *head;
    const struct csv *csv;
    struct faults *faults;
};

__attribute__((format(printf, 4, 5))) static void
import_fault(const struct import_reading *reading, int line, int column, const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    faults_add(reading->faults, reading->table->file, line, "column '%s': %s",
               reading->head->column[column].header, sentence);
}

/* A number in a range; else a fault, and false. */
static bool import_number(const struct import_reading *reading, const struct csv_row *row,
                          int column, double low, double high, const char *expected, double *out)
{
    const char *cell = csv_cell(row, column);
    char *shown = text_excerpt(cell, strlen(cell));
    bool comma = reading->csv->separator != ',';
    bool good = csv_number(cell, comma, out) && *out >= low && *out <= high;
    if (good)
        reading->table->comma = reading->table->comma || strchr(cell, ',') != NULL;
    else if (cell[0] == '\0')
        import_fault(reading, row->line, column, "found nothing, expected %s", expected);
    else
        import_fault(reading, row->line, column, "found '%s', expected %s%s", shown, expected,
                     !comma && strchr(cell, ',') != NULL ? " with a decimal point" : "");
    free(shown);
    return good;
}

/* A finite position, and a salience. */
static void import_figures(const struct import_reading *reading, const struct csv_row *row,
                           int position, int salience, struct import_position *out)
{
    bool blank = csv_cell(row, position)[0] == '\0' && csv_cell(row, salience)[0] == '\0';
    if (blank && reading->head->wide && reading->table->issues > 1)
        return;
    bool placed =
        import_number(reading, row, position, -1e15, 1e15, "a number up to 1e15", &out->position);
    bool weighed = import_number(reading, row, salience, 0, 100,
                                 "a salience, from 0 to 1 or from 0 to 100", &out->salience);
    out->line = row->line;
    out->present = placed && weighed;
}

/* More cells than headers are numbers that a decimal comma cut, more often than not. */
static bool import_fits(const struct import_reading *reading, const struct csv_row *row)
{
    int cells = row->cells;
    while (cells > 0 && row->cell[cells - 1][0] == '\0')
        cells--;
    if (cells <= reading->head->columns)
        return true;
    return faults_add(reading->faults, reading->table->file, row->line,
                      "found %d cells, expected at most %d, as many as the header has; numbers are "
                      "written with a point, and names that hold a '%c' in quotation marks",
                      cells, reading->head->columns, reading->csv->separator);
}

static struct import_actor *import_find(const struct import_table *table, const char *title)
{
    for (int index = 0; index < table->actors; index++)
        if (strcasecmp(table->actor[index].title, title) == 0)
            return &table->actor[index];
    return NULL;
}

/* A title in one line. */
static char *import_title(const char *cell)
{
    char *title = memory_text(cell);
    for (char *at = title; *at != '\0'; at++)
        *at = *at == '\n' || *at == '\t' ? ' ' : *at;
    return title;
}

static struct import_actor *import_add(const struct import_reading *reading,
                                       const struct csv_row *row, char *title)
{
    struct import_table *table = reading->table;
    int description = reading->head->of[IMPORT_DESCRIPTION];
    const char *words = description < 0 ? "" : csv_cell(row, description);
    table->actor = memory_grow(table->actor, (size_t)table->actors + 1, sizeof *table->actor);
    struct import_actor *actor = &table->actor[table->actors++];
    *actor = (struct import_actor){ .title = title, .line = row->line };
    actor->description = words[0] == '\0' ? NULL : import_title(words);
    actor->position = memory_new(IMPORT_ISSUES, sizeof *actor->position);
    if (!import_number(reading, row, reading->head->of[IMPORT_CAPABILITY], 1e-9, 1e9,
                       "a number above 0", &actor->capability))
        actor->capability = -1;
    return actor;
}

/* A further row of an actor in a long table: its capability is blank or the same. */
static void import_again(const struct import_reading *reading, const struct csv_row *row,
                         const struct import_actor *actor)
{
    double capability;
    int column = reading->head->of[IMPORT_CAPABILITY];
    const char *cell = csv_cell(row, column);
    if (cell[0] == '\0' || actor->capability < 0)
        return;
    if (import_number(reading, row, column, 1e-9, 1e9, "a number above 0", &capability) &&
        capability != actor->capability)
        import_fault(reading, row->line, column,
                     "found '%s', expected the capability that '%s' has in line %d", cell,
                     actor->title, actor->line);
}

/* Told once. */
static void import_crowd(const struct import_reading *reading, const struct csv_row *row)
{
    if (!reading->table->crowded)
        faults_add(
            reading->faults, reading->table->file, row->line,
            "found more than %d actors, expected at most that many: a scenario holds 64, and "
            "a mediator is added",
            IMPORT_ACTORS);
    reading->table->crowded = true;
}

/* The actor of a row, or NULL where the row cannot be used. */
static struct import_actor *import_actor(const struct import_reading *reading,
                                         const struct csv_row *row)
{
    struct import_table *table = reading->table;
    int column = reading->head->of[IMPORT_ACTOR];
    const char *cell = csv_cell(row, column);
    if (cell[0] == '\0') {
        import_fault(reading, row->line, column, "found nothing, expected the name of an actor");
        return NULL;
    }
    char *title = import_title(cell);
    struct import_actor *actor = import_find(table, title);
    if (actor == NULL && table->actors < IMPORT_ACTORS)
        return import_add(reading, row, title);
    if (actor == NULL)
        import_crowd(reading, row);
    else if (reading->head->wide)
        import_fault(reading, row->line, column,
                     "found '%s' again, expected it once: line %d has it", title, actor->line);
    else
        import_again(reading, row, actor);
    free(title);
    return reading->head->wide ? NULL : actor;
}

static void import_add_issue(struct import_table *table, const char *title, const char *header)
{
    table->issue = memory_grow(table->issue, (size_t)table->issues + 1, sizeof *table->issue);
    table->issue[table->issues++] =
        (struct import_issue){ .title = import_title(title), .header = memory_text(header) };
}

/* The issue of a row of a long table; -1: none. */
static int import_issue(const struct import_reading *reading, const struct csv_row *row)
{
    struct import_table *table = reading->table;
    int column = reading->head->of[IMPORT_ISSUE];
    const char *cell = csv_cell(row, column);
    for (int index = 0; index < table->issues && index < IMPORT_ISSUES; index++)
        if (strcasecmp(table->issue[index].title, cell) == 0)
            return index;
    if (cell[0] == '\0')
        import_fault(reading, row->line, column, "found nothing, expected the name of an issue");
    else if (table->issues < IMPORT_ISSUES)
        import_add_issue(table, cell,
                         reading->head->column[reading->head->of[IMPORT_POSITION]].header);
    else
        table->issues = IMPORT_ISSUES + 1;
    return cell[0] == '\0' || table->issues > IMPORT_ISSUES ? -1 : table->issues - 1;
}

static void import_long(const struct import_reading *reading, const struct csv_row *row)
{
    const int *of = reading->head->of;
    int issue = import_issue(reading, row);
    struct import_actor *actor = import_actor(reading, row);
    if (issue < 0 || actor == NULL)
        return;
    struct import_position *position = &actor->position[issue];
    if (position->line > 0)
        import_fault(reading, row->line, of[IMPORT_ISSUE],
                     "found '%s' of '%s' again, expected it once: line %d has it",
                     reading->table->issue[issue].title, actor->title, position->line);
    else
        import_figures(reading, row, of[IMPORT_POSITION], of[IMPORT_SALIENCE], position);
}

/* The columns of positions and saliences of a wide table, by issue. */
static int import_column(const struct import_head *head, enum import_kind kind, int issue)
{
    int column = 0;
    while (head->column[column].kind != kind || head->column[column].issue != issue)
        column++;
    return column;
}

static void import_wide(const struct import_reading *reading, const struct csv_row *row)
{
    struct import_actor *actor = import_actor(reading, row);
    for (int issue = 0; actor != NULL && issue < reading->table->issues; issue++)
        import_figures(reading, row, import_column(reading->head, IMPORT_POSITION, issue),
                       import_column(reading->head, IMPORT_SALIENCE, issue),
                       &actor->position[issue]);
}

static void import_wide_issues(struct import_table *table, const struct import_head *head)
{
    int issues = 0;
    for (int index = 0; index < head->columns; index++)
        issues += head->column[index].kind == IMPORT_POSITION;
    for (int issue = 0; issue < issues && issue < IMPORT_ISSUES; issue++) {
        const struct import_column *column =
            &head->column[import_column(head, IMPORT_POSITION, issue)];
        char *title = import_issue_title(table->file, column->rest, issues == 1);
        import_add_issue(table, title, column->header);
        free(title);
    }
    table->issues = issues;
}

static void import_weightless(const struct import_reading *reading,
                              const struct import_actor *actor)
{
    double sum = 0;
    for (int issue = 0; issue < reading->table->issues; issue++)
        sum += actor->position[issue].present ? actor->position[issue].salience : 0;
    if (sum <= 0)
        faults_add(reading->faults, reading->table->file, actor->line,
                   "found no salience above 0 for '%s', expected one: it would care about nothing",
                   actor->title);
}

static void import_idle(const struct import_reading *reading, int issue, int line)
{
    double sum = 0;
    for (int index = 0; index < reading->table->actors; index++)
        sum += reading->table->actor[index].position[issue].salience;
    if (sum <= 0)
        faults_add(reading->faults, reading->table->file, line,
                   "found no salience above 0 on '%s', expected one: nobody cares about it",
                   reading->table->issue[issue].title);
}

bool import_rows(struct import_table *table, const struct csv *csv, const struct import_head *head,
                 struct faults *faults)
{
    struct import_reading reading = { table, head, csv, faults };
    int before = faults->count;
    if (head->wide)
        import_wide_issues(table, head);
    for (int index = head->row + 1; index < csv->rows && table->issues <= IMPORT_ISSUES; index++)
        if (import_fits(&reading, &csv->row[index])) {
            if (head->wide)
                import_wide(&reading, &csv->row[index]);
            else
                import_long(&reading, &csv->row[index]);
        }
    if (table->issues > IMPORT_ISSUES)
        faults_add(faults, table->file, csv->row[head->row].line,
                   "found more than %d issues, expected at most that many", IMPORT_ISSUES);
    table->issues = table->issues < IMPORT_ISSUES ? table->issues : IMPORT_ISSUES;
    if (table->actors < 2 && faults->count == 0)
        faults_add(faults, table->file, csv->row[head->row].line,
                   "found %d actor%s, expected at least two", table->actors,
                   table->actors == 1 ? "" : "s");
    for (int index = 0; index < table->actors && faults->count == before; index++)
        import_weightless(&reading, &table->actor[index]);
    for (int issue = 0; issue < table->issues && faults->count == before; issue++)
        import_idle(&reading, issue, csv->row[head->row].line);
    return faults->count == before;
}
