#include <stdlib.h>
#include <string.h>

#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"

static bool import_lacks(const struct import_head *head, enum import_kind kind, const char *file,
                         int line, struct faults *faults)
{
    char word[32];
    if (head->of[kind] >= 0)
        return false;
    const char *near = import_near(head, kind);
    names_word(IMPORT_WORDS[kind], 0, word, sizeof word);
    if (near != NULL)
        faults_add(faults, file, line, "column '%s': found an unknown header, did you mean '%s'?",
                   near, word);
    else
        faults_add(faults, file, line, "found no column '%s', expected one headed by any of: %s",
                   word, IMPORT_WORDS[kind]);
    return true;
}

/* Whether two columns say the same of the same issue. */
static bool import_same(const struct import_column *one, const struct import_column *other)
{
    char *key = label_key(one->rest, "issue"), *beside = label_key(other->rest, "issue");
    bool same = strcmp(key, beside) == 0;
    free(key);
    free(beside);
    return same;
}

static void import_twice(const struct import_head *head, const char *file, int line,
                         struct faults *faults)
{
    for (int right = 0; right < head->columns; right++) {
        const struct import_column *column = &head->column[right], *before = NULL;
        bool figure = column->kind == IMPORT_POSITION || column->kind == IMPORT_SALIENCE;
        for (int left = 0; left < right && before == NULL; left++)
            if (head->column[left].kind == column->kind && column->kind != IMPORT_OTHER &&
                (!figure || !head->wide || import_same(&head->column[left], column)))
                before = &head->column[left];
        if (before != NULL)
            faults_add(faults, file, line,
                       "column '%s': found a second column like '%s', expected one", column->header,
                       before->header);
    }
}

/* Pairs each position with the salience of the same issue; a table of one issue needs no names. */
static void import_pair(struct import_head *head, const char *file, int line, struct faults *faults)
{
    int positions = 0, saliences = 0, issues = 0;
    for (int index = 0; index < head->columns; index++) {
        positions += head->column[index].kind == IMPORT_POSITION;
        saliences += head->column[index].kind == IMPORT_SALIENCE;
    }
    for (int left = 0; left < head->columns; left++)
        for (int right = 0; right < head->columns; right++) {
            struct import_column *position = &head->column[left], *salience = &head->column[right];
            bool pair = position->kind == IMPORT_POSITION && salience->kind == IMPORT_SALIENCE &&
                        position->issue < 0 && salience->issue < 0;
            if (pair && ((positions == 1 && saliences == 1) || import_same(position, salience)))
                position->issue = salience->issue = issues++;
        }
    for (int index = 0; index < head->columns; index++) {
        const struct import_column *column = &head->column[index];
        bool figure = column->kind == IMPORT_POSITION || column->kind == IMPORT_SALIENCE;
        const char *other = column->kind == IMPORT_POSITION ? "salience" : "position";
        if (figure && column->issue < 0)
            faults_add(faults, file, line,
                       "column '%s': found no %s column for it, expected one headed '%s%s%s'",
                       column->header, other, column->rest, column->rest[0] == '\0' ? "" : " ",
                       other);
    }
}

static void import_columns(struct import_head *head, const struct csv_row *row)
{
    head->columns = row->cells;
    while (head->columns > 0 && row->cell[head->columns - 1][0] == '\0')
        head->columns--;
    head->column = memory_new((size_t)head->columns, sizeof *head->column);
    for (int kind = 0; kind < IMPORT_OTHER; kind++)
        head->of[kind] = -1;
    for (int index = head->columns - 1; index >= 0; index--) {
        struct import_column *column = &head->column[index];
        *column = (struct import_column){ .header = row->cell[index], .issue = -1 };
        import_classify(column);
        if (column->kind != IMPORT_OTHER)
            head->of[column->kind] = index;
    }
    head->wide = head->of[IMPORT_ISSUE] < 0;
}

/* Without any of the columns that are needed it is no such table. */
static bool import_foreign(const struct csv_row *row, const char *file, struct faults *faults)
{
    char *shown = text_excerpt(row->cell[0], strlen(row->cell[0]));
    faults_add(faults, file, row->line,
               "found a first line that begins with '%s', expected a header with the columns "
               "actor, capability, position, salience",
               shown);
    free(shown);
    return true;
}

bool import_head(struct import_head *head, const struct csv *csv, int first, const char *file,
                 struct faults *faults)
{
    static const enum import_kind needed[] = { IMPORT_ACTOR, IMPORT_CAPABILITY, IMPORT_POSITION,
                                               IMPORT_SALIENCE };
    int before = faults->count, missing = 0;
    *head = (struct import_head){ .row = first };
    if (first >= csv->rows)
        return faults_add(faults, file, 1,
                          "found no table, expected a header with the columns actor, capability, "
                          "position, salience, and a row for each actor");
    const struct csv_row *row = &csv->row[first];
    import_columns(head, row);
    for (size_t index = 0; index < sizeof needed / sizeof *needed; index++)
        missing += head->of[needed[index]] < 0;
    head->foreign = missing == sizeof needed / sizeof *needed;
    if (head->foreign)
        return !import_foreign(row, file, faults);
    if (head->of[IMPORT_ACTOR] < 0 && head->column[0].kind == IMPORT_OTHER) {
        head->column[0].kind = IMPORT_ACTOR;
        head->of[IMPORT_ACTOR] = 0;
        head->guessed = true;
    }
    for (size_t index = 0; index < sizeof needed / sizeof *needed; index++)
        import_lacks(head, needed[index], file, row->line, faults);
    import_twice(head, file, row->line, faults);
    if (head->wide && head->of[IMPORT_POSITION] >= 0 && head->of[IMPORT_SALIENCE] >= 0 &&
        faults->count == before)
        import_pair(head, file, row->line, faults);
    return faults->count == before;
}

void import_head_free(struct import_head *head)
{
    for (int index = 0; index < head->columns; index++)
        free(head->column[index].rest);
    free(head->column);
    *head = (struct import_head){ 0 };
}
