#include "engine/fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

__attribute__((format(printf, 1, 0))) static char *fault_message(const char *format,
                                                                 va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    size_t size = (size_t)vsnprintf(NULL, 0, format, again) + 1;
    va_end(again);
    char *message = memory_new(size, 1);
    vsnprintf(message, size, format, arguments);
    char *printable = text_printable(message);
    free(message);
    return printable;
}

bool faults_add(struct faults *faults, const char *file, int line, const char *format, ...)
{
    if (faults->count == faults->room) {
        faults->room = 2 * faults->room + 8;
        faults->fault = memory_grow(faults->fault, (size_t)faults->room, sizeof *faults->fault);
    }
    va_list arguments;
    va_start(arguments, format);
    faults->fault[faults->count++] = (struct fault){ .file = text_printable(file),
                                                     .line = line,
                                                     .message = fault_message(format, arguments) };
    va_end(arguments);
    return false;
}

void faults_rank(struct faults *faults, const char *file, int rank)
{
    char *printable = text_printable(file);
    for (int i = 0; i < faults->count; i++)
        if (strcmp(faults->fault[i].file, printable) == 0)
            faults->fault[i].rank = rank;
    free(printable);
}

static bool faults_know(const struct faults *faults, int known, const struct fault *fault)
{
    for (int i = 0; i < known; i++)
        if (faults->fault[i].line == fault->line &&
            strcmp(faults->fault[i].file, fault->file) == 0 &&
            strcmp(faults->fault[i].message, fault->message) == 0)
            return true;
    return false;
}

void faults_join(struct faults *faults, const struct faults *more, int known, const char *who,
                 const char *file, int line)
{
    char *printable = text_printable(file);
    for (int i = 0; i < more->count; i++) {
        const struct fault *fault = &more->fault[i];
        bool here = fault->line >= line && strcmp(fault->file, printable) == 0;
        if (faults_know(faults, known, fault))
            continue;
        if (here)
            faults_add(faults, fault->file, fault->line, "%s: %s", who, fault->message);
        else
            faults_add(faults, fault->file, fault->line, "%s (%s:%d): %s", who, printable, line,
                       fault->message);
        struct fault *joined = &faults->fault[faults->count - 1];
        joined->begin = strlen(joined->message) - strlen(fault->message) + fault->begin;
    }
    free(printable);
}

static int fault_compare(const void *left, const void *right)
{
    const struct fault *a = *(const struct fault *const *)left;
    const struct fault *b = *(const struct fault *const *)right;
    int ranks = (a->rank > b->rank) - (a->rank < b->rank);
    int files = ranks != 0 ? ranks : strcmp(a->file, b->file);
    int lines = (a->line > b->line) - (a->line < b->line);
    return files != 0 ? files : lines != 0 ? lines : strcmp(a->message, b->message);
}

static void fault_print(const struct fault *fault, const char *word, FILE *out)
{
    if (fault->rank > 0)
        fprintf(out, "%s: %s: %s\n", fault->file, word, fault->message);
    else
        fprintf(out, "%s:%d: %s: %s\n", fault->file, fault->line, word, fault->message);
}

/* The faults in their order, each once; *count: how many. The caller frees the list. */
static const struct fault **faults_sort(const struct faults *faults, int *count)
{
    const struct fault **sorted = memory_new((size_t)faults->count, sizeof *sorted);
    for (int i = 0; i < faults->count; i++)
        sorted[i] = &faults->fault[i];
    qsort(sorted, (size_t)faults->count, sizeof *sorted, fault_compare);
    *count = 0;
    for (int i = 0; i < faults->count; i++)
        if (i == 0 || fault_compare(&sorted[*count - 1], &sorted[i]) != 0)
            sorted[(*count)++] = sorted[i];
    return sorted;
}

static void faults_print_as(const struct faults *faults, const char *word, FILE *out)
{
    int count;
    const struct fault **sorted = faults_sort(faults, &count);
    for (int i = 0; i < count; i++)
        fault_print(sorted[i], word, out);
    free(sorted);
}

void faults_print(const struct faults *faults, FILE *out)
{
    faults_print_as(faults, "error", out);
}

void faults_warn(const struct faults *faults, FILE *out)
{
    faults_print_as(faults, "warning", out);
}

/* The path that a message begins with; NULL: none. The caller frees it. */
static char *fault_path(const char *message)
{
    size_t length = strspn(message, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "0123456789_.[]");
    return length > 0 && strncmp(message + length, ": ", 2) == 0
               ? memory_format("%.*s", (int)length, message)
               : NULL;
}

static void fault_write(const struct fault *fault, struct json *json)
{
    char *path = fault_path(fault->message + fault->begin);
    json_row(json, NULL);
    json_text(json, "file", fault->file);
    if (fault->rank > 0)
        json_text(json, "line", NULL);
    else
        json_integer(json, "line", fault->line);
    json_text(json, "path", path);
    json_text(json, "message", fault->message);
    json_end(json);
    free(path);
}

void faults_write(const struct faults *faults, struct json *json, const char *name)
{
    int count;
    const struct fault **sorted = faults_sort(faults, &count);
    json_array(json, name);
    for (int i = 0; i < count; i++)
        fault_write(sorted[i], json);
    json_end(json);
    free(sorted);
}

void faults_free(struct faults *faults)
{
    for (int i = 0; i < faults->count; i++) {
        free(faults->fault[i].file);
        free(faults->fault[i].message);
    }
    free(faults->fault);
    *faults = (struct faults){ 0 };
}

static int fault_least(int a, int b)
{
    return a < b ? a : b;
}

/* Damerau's distance in its restricted form (optimal string alignment): insertions, deletions,
 * substitutions, and swaps of neighbours, each 1. Row r of `cost` holds the first i mod 3 letters
 * of a. */
static int fault_distance(const char *a, const char *b)
{
    int rows = (int)strlen(a), columns = (int)strlen(b), width = columns + 1;
    int *cost = memory_new(3 * (size_t)width, sizeof *cost);
    for (int i = 0; i <= rows; i++) {
        int *here = cost + i % 3 * width;
        const int *last = cost + (i + 2) % 3 * width, *before = cost + (i + 1) % 3 * width;
        for (int j = 0; j <= columns; j++) {
            here[j] = i == 0 ? j : i;
            if (i == 0 || j == 0)
                continue;
            here[j] = fault_least(fault_least(last[j], here[j - 1]) + 1,
                                  last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                here[j] = fault_least(here[j], before[j - 2] + 1);
        }
    }
    int distance = cost[rows % 3 * width + columns];
    free(cost);
    return distance;
}

const char *fault_nearest(const char *word, const char *const *words, int count)
{
    size_t length = strlen(word), most = 1 + length / 4;
    const char *nearest = NULL;
    for (int i = 0; i < count; i++) {
        size_t other = strlen(words[i]);
        if (length > other + most || other > length + most)
            continue;
        size_t distance = (size_t)fault_distance(word, words[i]);
        if (distance <= most && (nearest == NULL || distance < most)) {
            nearest = words[i];
            most = distance;
        }
    }
    return nearest;
}
