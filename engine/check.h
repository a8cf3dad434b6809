/* The check of a resolved scenario against the tables, key by key. */
#ifndef ENGINE_CHECK_H
#define ENGINE_CHECK_H

#include "engine/fault.h"
#include "engine/scope.h"
#include "engine/tree.h"
#include "models/parameter.h"

/* Adds every fault of the tree against the table of its top: unknown and missing keys, wrong kinds,
 * values out of range, words, models, levels and names that do not exist, distributions that make
 * no sense. What keys mean together is for engine/consistency.h. */
void check_tree(const struct node *root, const struct parameter *table, struct faults *faults);

/* For the files of the check alone: one place in the walk, what is checked there. */
enum { CHECK_PATH = 512 };

struct check {
    struct scope scope;
    struct faults *faults;
};

/* A group against its table and those of the models that it chooses. */
void check_group(const struct check *check, const struct parameter *table,
                 const struct node *group);
/* One value against its entry, groups included. (engine/check_value.c) */
void check_value(const struct check *check, const struct parameter *parameter,
                 const struct node *node);

#endif
