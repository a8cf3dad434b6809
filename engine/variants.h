/* The scenarios inside a file: each element of `variants` changes the file's own a little. */
#ifndef ENGINE_VARIANTS_H
#define ENGINE_VARIANTS_H

#include "engine/fault.h"
#include "engine/names.h"
#include "engine/tree.h"

/* The first element of a scenario's list; NULL where there is none. Its siblings follow. */
const struct node *variants_first(const struct node *root);
/* What messages call an element: its name, or its place in the list. The caller frees it. */
char *variants_name(const struct node *variant);
/* The element of that name, or NULL. */
const struct node *variants_find(const struct node *root, const char *name);
/* Adds the names of all elements. */
void variants_add_names(const struct node *root, struct names *names);

/* Adds a fault for each element that changes nothing, or whose name another scenario of the file
 * has. Other faults of the list are engine/check.h's. */
void variants_check(const struct node *root, struct faults *faults);

/* Lays what an element sets, then its name, title and notes, over a copy of the scenario that is
 * without the list. Elements with faults of engine/check.h are laid as far as they go. False with
 * faults of the element's file and lines. */
bool variants_lay(struct node *root, const struct node *variant, struct faults *faults);

/* The same as far as it goes without faults. What cannot be laid is dropped from what `shown`, a
 * copy of the element in another tree (NULL: there is none), sets. */
void variants_lay_possible(struct node *root, const struct node *variant, struct node *shown);

/* Whether an element has such a text (`name`, `title`, `notes`) of its own. */
bool variants_own(const struct node *variant, const char *assignment);
/* Whether an element sets that member of a group of the top, or the group as a whole. */
bool variants_touch(const struct node *variant, const char *group, const char *key);
/* Makes an assignment of the command line, named as `origin`, the last that an element sets. */
void variants_append(struct node *variant, const char *assignment, const char *origin);

#endif
