/* Scenarios laid over one another: `extends` in a file, and single assignments.
 *
 * What is laid over goes by name, group by group: groups merge; anything else replaces what stood
 * there, and so does a group that holds `dist`. `name = { remove = true; };` drops what was
 * inherited, and is a fault where nothing was; an empty group over one with members is a fault too.
 * A node keeps the file and line of the text that gave it. */
#ifndef ENGINE_OVERLAY_H
#define ENGINE_OVERLAY_H

#include <stdbool.h>

#include "engine/fault.h"
#include "engine/tree.h"

enum { OVERLAY_FILES = 16 }; /* the longest chain of files that extend one another */

/* The tree of a file laid over what it extends, and so on; `extends` is relative to the file that
 * names it, and is gone from the result, and so are the `variants` and the `sweep` of a file that
 * is extended: they are of that file alone. The caller frees it. NULL on failure: where `path`
 * itself cannot be read, *absent is the reason and no fault is added; else *absent is NULL and
 * there are faults, also when an extended file is missing. */
struct node *overlay_read(const char *path, const char **absent, struct faults *faults);

/* Lays the node `over` on `old`, a child of `parent`, or puts it behind its children where `old` is
 * NULL. False, with faults, where it removes what is not there, or changes nothing. */
bool overlay_lay_node(struct node *parent, struct node *old, const struct node *over,
                      struct faults *faults);

/* Lays one assignment "PATH=VALUE" over the tree. PATH is tree_find's; members missing on the way
 * are made. VALUE is written as in a file, but a word needs no quotes. False, with faults, when it
 * cannot be done; the tree may then be half changed. New nodes name overlay_origin() as their
 * file, and line 1. */
bool overlay_set(struct node *root, const char *assignment, struct faults *faults);

/* Whether a key of the top is only written in a file, and belongs to that file alone: no assignment
 * reaches it. */
bool overlay_is_fixed(const char *key);

/* The same of a text of a variant's `set`: new nodes name its file and line. Its faults need not,
 * and are for the caller to place. */
bool overlay_vary(struct node *root, const struct node *assignment, struct faults *faults);

/* What the nodes and faults of an assignment name as their file; the caller frees it. */
char *overlay_origin(const char *assignment);

#endif
