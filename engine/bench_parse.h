/* Reads JSON (RFC 8259) into a tree, as far as stored figures need it. */
#ifndef ENGINE_BENCH_PARSE_H
#define ENGINE_BENCH_PARSE_H

#include "engine/tree.h"

/* The value of a whole text as a nameless node, whose lines are those of the text; the caller frees
 * it. Objects are groups, arrays lists, every number a real; null is left out of objects, and a
 * fault in arrays and by itself. Escapes other than of quotation marks, backslashes and slashes
 * are faults. NULL, with a fault that names the line, where the text is none. */
struct node *bench_parse(const char *text, const char *file, struct faults *faults);

#endif
