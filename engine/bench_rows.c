#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/memory.h"

void bench_rows_add(struct bench_rows *rows, const struct bench_row *row)
{
    int place = rows->count;
    rows->row = memory_grow(rows->row, (size_t)rows->count + 1, sizeof *rows->row);
    for (int index = 0; index < rows->count; index++)
        if (strcmp(rows->row[index].aim, row->aim) == 0 &&
            strcmp(rows->row[index].size, row->size) == 0)
            place = index + 1;
    memmove(rows->row + place + 1, rows->row + place,
            (size_t)(rows->count - place) * sizeof *rows->row);
    rows->row[place] = *row;
    rows->count++;
}

const struct bench_row *bench_rows_find(const struct bench_rows *rows, const struct bench_row *row)
{
    for (int index = 0; index < rows->count; index++) {
        const struct bench_row *one = &rows->row[index];
        if (strcmp(one->aim, row->aim) == 0 && strcmp(one->by, row->by) == 0 &&
            strcmp(one->start, row->start) == 0 && strcmp(one->size, row->size) == 0)
            return one;
    }
    return NULL;
}

static bool bench_rows_better(const struct bench_row *row, const struct bench_row *best)
{
    if (best == NULL || row->failures != best->failures)
        return best == NULL || row->failures < best->failures;
    return row->least < best->least;
}

const struct bench_row *bench_rows_best(const struct bench_rows *rows, const char *aim,
                                        const char *size, const struct bench_rows *others)
{
    const struct bench_row *best = NULL;
    for (int index = 0; index < rows->count; index++) {
        const struct bench_row *row = &rows->row[index];
        if (row->rival && strcmp(row->size, size) == 0 &&
            (aim == NULL || strcmp(row->aim, aim) == 0) &&
            (others == NULL || bench_rows_find(others, row) != NULL) &&
            bench_rows_better(row, best))
            best = row;
    }
    return best;
}

void bench_rows_compare(struct bench_rows *rows)
{
    for (int index = 0; index < rows->count; index++) {
        struct bench_row *row = &rows->row[index];
        const struct bench_row *best = bench_rows_best(rows, row->aim, row->size, NULL);
        row->baseline = best == NULL ? NULL : best->by;
        row->ratio = best == NULL ? NAN : best->least / row->least;
    }
}

static int bench_rows_order(const void *left, const void *right)
{
    double one = *(const double *)left, other = *(const double *)right;
    return (one > other) - (one < other);
}

void bench_rows_sort(double *value, long count)
{
    qsort(value, (size_t)count, sizeof *value, bench_rows_order);
}
