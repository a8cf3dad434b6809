/* The check of a resolved scenario against the tables, key by key. */
#ifndef ENGINE_CHECK_H
#define ENGINE_CHECK_H

#include "engine/fault.h"
#include "engine/names.h"
#include "engine/schema.h"
#include "engine/scope.h"
#include "engine/tree.h"
#include "models/parameter.h"

/* Adds every fault of the tree against the table of its top: unknown and missing keys, wrong kinds,
 * values out of range, words, models, levels and names that do not exist, distributions that make
 * no sense. What keys mean together is for engine/consistency.h. */
void check_tree(const struct node *root, const struct parameter *table, struct faults *faults);

/* Whether the group lacks the key only because one of its members, whose name nobody knows, was
 * probably meant to be it: then that has been told. (engine/check_names.c) */
bool check_is_mistyped(const struct node *group, const char *key);

/* For the files of the check alone: one place in the walk, what is checked there. */
enum { CHECK_PATH = 512 };

struct check {
    struct scope scope;
    struct faults *faults;
};

/* A group against its table and those of the models that it chooses. */
void check_group(const struct check *check, const struct parameter *table,
                 const struct node *group);
/* A key that the group must not have. (engine/check_unknown.c) */
void check_unknown(const struct check *check, const struct schema *schema, const struct node *node);
/* One value against its entry, groups included. (engine/check_value.c) */
void check_value(const struct check *check, const struct parameter *parameter,
                 const struct node *node);

/* Adds the names that a member of the group may have; where a choice of model is at fault, those of
 * every model of the kind. (engine/check_names.c, like the following) */
void check_known(const struct scope *scope, const struct schema *schema, const struct node *group,
                 struct names *names);
/* Adds those of the names that would be a remedy for a member that has an unknown one. */
void check_candidates(const struct names *known, const struct node *unknown,
                      struct names *candidates);
/* Whether names of a kind cannot be judged, because what should declare them is itself at fault. */
bool check_is_moot(const struct scope *scope, const char *kind);

#endif
