/* What is wrong with an input: collected, so that a file's faults are all reported at once. */
#ifndef ENGINE_FAULT_H
#define ENGINE_FAULT_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/json.h"

struct fault {
    char *file;
    int line;
    char *message; /* "PATH: found ..., expected ...; did you mean ...?" */
    size_t begin;  /* where in it PATH stands: behind the scenarios that it was joined for */
    int rank;      /* of a --set, from 1; 0: of a file */
};

struct faults {
    int count, room;
    struct fault *fault;
};

/* Adds one. Always returns false, so that a caller can `return faults_add(...)`. */
__attribute__((format(printf, 4, 5))) bool faults_add(struct faults *faults, const char *file,
                                                      int line, const char *format, ...);
/* Marks the faults of a --set, whose `file` is "--set PATH=VALUE", as those of the rank-th. */
void faults_rank(struct faults *faults, const char *file, int rank);
/* Adds those of `more` that are not among the first `known`, with "WHO: " before their message;
 * where they are not of this file from this line on, with "WHO (FILE:LINE): ". */
void faults_join(struct faults *faults, const struct faults *more, int known, const char *who,
                 const char *file, int line);
/* Prints "FILE:LINE: error: MESSAGE" lines, by file and line, then "--set PATH=VALUE: error:
 * MESSAGE" lines by rank; each once. */
void faults_print(const struct faults *faults, FILE *out);
/* The same as "warning" in place of "error": what is said of an input that is good all the same. */
void faults_warn(const struct faults *faults, FILE *out);
/* The same faults, in the same order, as an array of rows { file, line, path, message }: no line of
 * a
 * --set, and a path only where the message begins with one. */
void faults_write(const struct faults *faults, struct json *json, const char *name);
void faults_free(struct faults *faults);

/* The nearest of the words to `word` (Damerau-Levenshtein, at most 1 + length / 4), or NULL. */
const char *fault_nearest(const char *word, const char *const *words, int count);

#endif
