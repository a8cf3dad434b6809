/* Writes a tree as a scenario that reads back as the same tree: same order, kinds and bits. */
#ifndef ENGINE_WRITER_H
#define ENGINE_WRITER_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/json.h"
#include "engine/tree.h"

/* Writes the members of a root group. `origin` adds "// file:line" behind each plain value. Whether
 * the stream took it is for the caller to ask. */
void writer_scenario(const struct node *root, bool origin, FILE *out);
/* The same text, without origins, for hashing; the caller frees it. */
char *writer_text(const struct node *root);

/* A value on one line, as --set takes it: a word without quotation marks; the caller frees it. */
char *writer_value(const struct node *node);

/* A text as it stands in a scenario, in quotation marks and escaped; the caller frees it. */
char *writer_quoted(const char *value);

/* A node as JSON: groups as objects, lists as arrays, in the order of the text; whole numbers
 * exact. (engine/writer_json.c, like the following) */
void writer_json(struct json *json, const char *name, const struct node *node);
/* Where the values inside a node were written, as rows of an array: path, file, line and layer
 * ("file", "variant", "command", which has no line). A list of plain values is one value. */
void writer_json_origins(struct json *json, const struct node *node);

#endif
