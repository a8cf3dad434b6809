/* A scenario's text as a tree that keeps file and line: what libconfig's parser found, before
 * anyone asks what it means. Nodes live until tree_free of the root's owner; strings are owned by
 * the tree. */
#ifndef ENGINE_TREE_H
#define ENGINE_TREE_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/fault.h"

/* Which text gave a node. Assignments come after files. */
enum node_layer { LAYER_FILE, LAYER_VARIANT, LAYER_COMMAND };

enum node_kind { NODE_GROUP, NODE_LIST, NODE_INTEGER, NODE_REAL, NODE_TEXT, NODE_FLAG };

struct node {
    char *name; /* NULL for list elements and the root */
    enum node_kind kind;
    long long integer;
    double real; /* also set for NODE_INTEGER */
    char *text;
    bool flag;
    char *file; /* where it stands: a path, or "--set PATH=VALUE" */
    int line;   /* 1 for --set */
    enum node_layer layer;
    int place; /* among its siblings, from 0: paths name list elements by it */
    struct node *first, *last, *next, *parent;
};

/* Texts are copied; `name` may be NULL. */
struct node *tree_node(enum node_kind kind, const char *name, const char *file, int line);
/* The child, so far without a parent, becomes the last. */
void tree_append(struct node *parent, struct node *child);
void tree_remove(struct node *child); /* unlinks and frees */
/* The replacement takes the place and the name of `old`, which is freed. */
void tree_replace(struct node *old, struct node *replacement);
/* A deep copy, without parent or siblings. */
struct node *tree_copy(const struct node *node);
void tree_free(struct node *node); /* NULL is fine */
/* Whether two nodes, each of which may be NULL, hold the same values in the same order, whatever
 * their own names and wherever they were written. */
bool tree_same(const struct node *left, const struct node *right);

/* The member of a group, or NULL. */
struct node *tree_member(const struct node *group, const char *name);
/* The node at a dotted path of names ("actors.russia.war.cost"; list elements by index from 0, as
 * .0 or [0], or by their `name` member), or NULL. */
struct node *tree_find(const struct node *root, const char *path);
/* The node one step down: a group's member by name, a list's element by index or by its `name`. */
struct node *tree_child(const struct node *node, const char *step);
/* Cuts the first step off a path ("a.b[0].c" or "a.b.0.c": "a", "b", "0", "c") and moves *path
 * behind it, "" at the end. The caller frees the step; NULL where the path is malformed. */
char *tree_step(const char **path);
/* How many members a group, or elements a list, has. */
int tree_count(const struct node *node);
/* Writes a node's path from the root ("actors.russia.war.cost", "correlations[0].rho") into `out`,
 * cut where there is no room; returns out. tree_find finds the node by it. */
char *tree_path(const struct node *node, char *out, size_t size);
/* What a node is, for messages: "a group", "a list", "a number", "a text", "a flag". */
const char *tree_kind_name(const struct node *node);

#endif
