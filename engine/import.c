#include "engine/import.h"

#include <stdlib.h>
#include <string.h>

#include "engine/label.h"
#include "engine/memory.h"
#include "engine/number.h"

enum { IMPORT_MARKS = 10 };

/* What KTAB's leading line says: a name, a description, how many actors and how many dimensions. */
struct import_leading {
    int rows; /* that it takes: 1, or 0 where there is none */
    long long actors, issues;
};

static struct import_leading import_leading(const struct csv *csv)
{
    struct import_leading leading = { 0 };
    const struct csv_row *row = csv->row;
    int cells = csv->rows == 0 ? 0 : row->cells;
    while (cells > 0 && row->cell[cells - 1][0] == '\0')
        cells--;
    double number;
    leading.rows = cells >= 3 && cells <= 4 && !number_parse_real(row->cell[cells - 3], &number) &&
                   number_parse_count(row->cell[cells - 2], &leading.actors) &&
                   number_parse_count(row->cell[cells - 1], &leading.issues);
    return leading;
}

static void import_compare(const struct import_table *table, const struct import_leading *leading,
                           int line, struct faults *faults)
{
    if (leading->actors != table->actors)
        faults_add(faults, table->file, line,
                   "found %lld actors announced, expected %d, as many as follow", leading->actors,
                   table->actors);
    if (leading->issues != table->issues)
        faults_add(faults, table->file, line,
                   "found %lld dimensions announced, expected %d, as many as have columns",
                   leading->issues, table->issues);
}

/* A key that no other has yet: "key", "key_2" ... */
static char *import_unique(struct import_table *table, const struct names *taken, char *key)
{
    char *unique = memory_text(key);
    for (int number = 2;; number++) {
        bool known = false;
        for (int index = 0; index < taken->count; index++)
            known = known || strcmp(taken->name[index], unique) == 0;
        if (!known)
            break;
        free(unique);
        unique = memory_format("%s_%d", key, number);
    }
    if (strcmp(unique, key) != 0 && table != NULL)
        names_add(&table->numbered, unique);
    free(key);
    return unique;
}

/* Remembers a title of which nothing is left in its key. */
static void import_stand_in(struct import_table *table, const char *title, const char *key)
{
    char *left = label_key(title, "");
    if (left[0] == '\0') {
        names_add(&table->unwritten, title);
        names_add(&table->stand_ins, key);
    }
    free(left);
}

static void import_keys(struct import_table *table)
{
    struct names issues = { 0 }, actors = { 0 };
    for (int index = 0; index < table->issues; index++) {
        struct import_issue *issue = &table->issue[index];
        issue->key = import_unique(table, &issues, label_key(issue->title, "issue"));
        names_add(&issues, issue->key);
        import_stand_in(table, issue->title, issue->key);
    }
    for (int index = 0; index < table->actors; index++) {
        struct import_actor *actor = &table->actor[index];
        actor->key = import_unique(table, &actors, label_key(actor->title, "actor"));
        names_add(&actors, actor->key);
        import_stand_in(table, actor->title, actor->key);
    }
    table->mediator = import_unique(NULL, &actors, memory_text("mediator"));
    names_free(&issues);
    names_free(&actors);
}

/* KTAB's descriptions name actors whose first column is a code; some tables repeat one text. */
static void import_describe(struct import_table *table)
{
    for (int index = 0; index < table->actors; index++)
        for (int other = 0; other < index; other++)
            if (table->actor[index].description != NULL &&
                table->actor[other].description != NULL &&
                strcmp(table->actor[index].description, table->actor[other].description) == 0) {
                for (int all = 0; all < table->actors; all++) {
                    free(table->actor[all].description);
                    table->actor[all].description = NULL;
                }
                return;
            }
}

/* What the user is told of the columns. */
static void import_remember(struct import_table *table, const struct import_head *head)
{
    for (int index = 0; index < head->columns; index++)
        if (head->column[index].kind == IMPORT_OTHER)
            names_add(&table->ignored, head->column[index].header);
    if (head->guessed)
        names_add(&table->guessed, head->column[0].header);
}

/* Bounds what is looked at, and told, of a file that is no such table. */
static bool import_is_small(const struct import_table *table, const struct csv *csv,
                            struct faults *faults)
{
    if (csv->rows > IMPORT_ROWS + 2)
        return faults_add(
            faults, table->file, csv->row[IMPORT_ROWS + 2].line,
            "found more than %d rows, expected at most one for each of %d actors and %d "
            "issues",
            (int)IMPORT_ROWS, (int)IMPORT_ACTORS, (int)IMPORT_ISSUES);
    for (int index = 0; index < csv->rows; index++)
        if (csv->row[index].cells > IMPORT_COLUMNS)
            return faults_add(faults, table->file, csv->row[index].line,
                              "found %d cells, expected at most %d", csv->row[index].cells,
                              (int)IMPORT_COLUMNS);
    return true;
}

/* One forgotten quotation mark makes a fault of every other that follows: a few are enough. */
static void import_join(const struct faults *marks, struct faults *faults)
{
    for (int index = 0; index < marks->count && index < IMPORT_MARKS; index++)
        faults_add(faults, marks->fault[index].file, marks->fault[index].line, "%s",
                   marks->fault[index].message);
    if (marks->count > IMPORT_MARKS)
        faults_add(faults, marks->fault[IMPORT_MARKS].file, marks->fault[IMPORT_MARKS].line,
                   "found %d more faults of this sort from here on", marks->count - IMPORT_MARKS);
}

/* `marks`: the faults of the text, told where its first line is a header. */
static bool import_fill(struct import_table *table, const struct csv *csv,
                        const struct faults *marks, struct faults *faults)
{
    struct import_head head;
    struct import_leading leading = import_leading(csv);
    bool good = import_head(&head, csv, leading.rows, table->file, faults);
    if (!head.foreign)
        import_join(marks, faults);
    if (good && leading.rows > 0)
        table->title = memory_text(csv->row[0].cell[0]);
    good = good && import_rows(table, csv, &head, faults);
    if (good && leading.rows > 0)
        import_compare(table, &leading, csv->row[0].line, faults);
    if (good) {
        import_keys(table);
        import_describe(table);
        import_remember(table, &head);
    }
    import_head_free(&head);
    return good && faults->count == 0;
}

bool import_read(struct import_table *table, const char *text, size_t size, const char *file,
                 struct faults *faults)
{
    struct csv csv;
    *table = (struct import_table){ .file = file };
    if (size > IMPORT_BYTES)
        faults_add(faults, file, 1,
                   "found more than 1 MiB, expected a table of at most %d actors and %d issues",
                   IMPORT_ACTORS, IMPORT_ISSUES);
    if (size > IMPORT_BYTES)
        return false;
    struct faults marks = { 0 };
    bool sound = csv_read(&csv, text, size, file, &marks);
    bool table_like = (sound || csv.rows > 0) && import_is_small(table, &csv, faults);
    if (!table_like)
        import_join(&marks, faults);
    bool good = table_like && import_fill(table, &csv, &marks, faults);
    faults_free(&marks);
    csv_free(&csv);
    return good && sound;
}

void import_free(struct import_table *table)
{
    for (int index = 0; index < table->issues; index++) {
        free(table->issue[index].title);
        free(table->issue[index].header);
        free(table->issue[index].key);
    }
    for (int index = 0; index < table->actors; index++) {
        free(table->actor[index].title);
        free(table->actor[index].key);
        free(table->actor[index].description);
        free(table->actor[index].position);
    }
    free(table->issue);
    free(table->actor);
    free(table->title);
    free(table->mediator);
    names_free(&table->guessed);
    names_free(&table->ignored);
    names_free(&table->numbered);
    names_free(&table->unwritten);
    names_free(&table->stand_ins);
    *table = (struct import_table){ 0 };
}
