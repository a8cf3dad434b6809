#include "engine/difference.h"

#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/scenario.h"
#include "engine/schema.h"

/* Those of the top and of run that a comparison leaves out. */
static const char *const difference_top = "sources variants";
static const char *const difference_run = "trials seed design";

/* A pair of groups on the way down. */
struct descent {
    const char *path;
    const struct node *base, *other; /* one of them may be NULL: absent */
    const struct parameter *table;   /* describes their members; NULL: not known */
};

static void difference_add(struct differences *all, char *path, bool order, struct node *from,
                           struct node *to)
{
    all->difference = memory_grow(all->difference, (size_t)all->count + 1, sizeof *all->difference);
    all->difference[all->count++] = (struct difference){ path, order, from, to };
}

static bool difference_is_number(const struct node *node)
{
    return node->kind == NODE_INTEGER || node->kind == NODE_REAL;
}

static bool difference_same(const struct node *left, const struct node *right);

static bool difference_same_members(const struct node *left, const struct node *right)
{
    bool list = left->kind == NODE_LIST;
    const struct node *beside = right->first;
    for (const struct node *one = left->first; one != NULL; one = one->next) {
        const struct node *other = list ? beside : tree_member(right, one->name);
        if (other == NULL || !difference_same(one, other))
            return false;
        beside = list ? beside->next : beside;
    }
    return tree_count(left) == tree_count(right);
}

/* Whether two nodes mean the same: 1 is 1.0, and members stand in any order. */
static bool difference_same(const struct node *left, const struct node *right)
{
    if (difference_is_number(left) && difference_is_number(right))
        return left->real == right->real;
    if (left->kind == right->kind && (left->kind == NODE_GROUP || left->kind == NODE_LIST))
        return difference_same_members(left, right);
    return tree_same(left, right);
}

/* A group whose members are settings of their own. */
static bool difference_opens(const struct node *node)
{
    return node != NULL && node->kind == NODE_GROUP && tree_member(node, "dist") == NULL;
}

/* One whose members are told apart even where only one of the two has it: run, and groups of the
 * top whose members a scenario names (levers, shocks). */
static bool difference_opens_alone(const char *above, const struct parameter *entry)
{
    return above[0] == '\0' && entry != NULL && entry->kind == PARAMETER_GROUP &&
           (strcmp(entry->name, "run") == 0 || strcmp(entry->members->name, PARAMETER_ANY) == 0);
}

static const struct parameter *difference_entry(const struct descent *at, const char *name)
{
    if (at->table == NULL)
        return NULL;
    const struct schema base = schema_of(at->base, at->table),
                        other = schema_of(at->other, at->table);
    const struct parameter *entry = schema_find(&base, name);
    return entry != NULL ? entry : schema_find(&other, name);
}

/* Whether a setting changes no trial, or is made the same. */
static bool difference_is_void(const struct descent *at, const struct parameter *entry,
                               const char *name)
{
    if (entry != NULL && entry->kind == PARAMETER_TEXT)
        return true;
    return names_index(at->path[0] == '\0'            ? difference_top
                       : strcmp(at->path, "run") == 0 ? difference_run
                                                      : "",
                       name) >= 0;
}

static void difference_groups(struct differences *all, const struct descent *at);

static void difference_member(struct differences *all, const struct descent *at,
                              const struct node *from, const struct node *to)
{
    const char *name = from != NULL ? from->name : to->name;
    const struct parameter *entry = difference_entry(at, name);
    if (difference_is_void(at, entry, name))
        return;
    char *path = memory_format("%s%s%s", at->path, at->path[0] == '\0' ? "" : ".", name);
    if (difference_opens_alone(at->path, entry) ||
        (difference_opens(from) && difference_opens(to))) {
        const bool inside = entry != NULL && entry->kind == PARAMETER_GROUP;
        difference_groups(all, &(struct descent){ path, from, to, inside ? entry->members : NULL });
    } else if (from == NULL || to == NULL || !difference_same(from, to)) {
        difference_add(all, memory_text(path), false, from == NULL ? NULL : tree_copy(from),
                       to == NULL ? NULL : tree_copy(to));
    }
    free(path);
}

/* The names of one group that another has too, in its order, as a list of texts. */
static struct node *difference_common(const struct node *group, const struct node *other)
{
    struct node *list = tree_node(NODE_LIST, NULL, group->file, group->line);
    for (const struct node *member = group->first; member != NULL; member = member->next) {
        if (tree_member(other, member->name) == NULL)
            continue;
        struct node *name = tree_node(NODE_TEXT, NULL, member->file, member->line);
        name->text = memory_text(member->name);
        tree_append(list, name);
    }
    return list;
}

/* The order of actors, issues and the like: who is named first may move first. That of keys, and of
 * names further down, means nothing. */
static void difference_order(struct differences *all, const struct descent *at)
{
    const struct parameter *any = difference_entry(at, PARAMETER_ANY);
    if (any == NULL || at->base == NULL || at->other == NULL || strchr(at->path, '.') != NULL)
        return;
    struct node *from = difference_common(at->base, at->other);
    struct node *to = difference_common(at->other, at->base);
    if (!tree_same(from, to)) {
        difference_add(all, memory_text(at->path), true, from, to);
        return;
    }
    tree_free(from);
    tree_free(to);
}

static void difference_groups(struct differences *all, const struct descent *at)
{
    const struct node *base = at->base == NULL ? NULL : at->base->first;
    const struct node *other = at->other == NULL ? NULL : at->other->first;
    difference_order(all, at);
    for (; base != NULL; base = base->next)
        difference_member(all, at, base, schema_member(at->other, base->name));
    for (; other != NULL; other = other->next)
        if (schema_member(at->base, other->name) == NULL)
            difference_member(all, at, NULL, other);
}

struct differences difference_list(const struct node *base, const struct node *other)
{
    struct differences all = { 0 };
    difference_groups(&all, &(struct descent){ "", base, other, scenario_parameters });
    return all;
}

void differences_free(struct differences *differences)
{
    for (int k = 0; k < differences->count; k++) {
        free(differences->difference[k].path);
        tree_free(differences->difference[k].from);
        tree_free(differences->difference[k].to);
    }
    free(differences->difference);
    *differences = (struct differences){ 0 };
}

/* Moves the members that the list names behind all others, in its order. */
static void difference_reorder(struct node *group, const struct node *list)
{
    for (const struct node *name = list->first; name != NULL; name = name->next) {
        struct node *member = tree_member(group, name->text), *copy = tree_copy(member);
        tree_remove(member);
        tree_append(group, copy);
    }
}

/* The group that holds the last step of a path; one that is not there is made. */
static struct node *difference_parent(struct node *tree, const char *path, const char *last)
{
    if (last == path)
        return tree;
    char *above = memory_format("%.*s", (int)(last - path - 1), path);
    struct node *parent = tree_find(tree, above);
    if (parent == NULL) { /* of the top: difference_opens_alone */
        parent = tree_node(NODE_GROUP, above, tree->file, tree->line);
        tree_append(tree, parent);
    }
    free(above);
    return parent;
}

void difference_lay(const struct difference *difference, struct node *tree)
{
    const char *path = difference->path, *dot = strrchr(path, '.');
    const char *last = dot == NULL ? path : dot + 1;
    struct node *parent = difference_parent(tree, path, last), *old = tree_member(parent, last);
    if (difference->order)
        difference_reorder(old, difference->to);
    else if (difference->to == NULL)
        tree_remove(old);
    else if (old != NULL)
        tree_replace(old, tree_copy(difference->to));
    else
        tree_append(parent, tree_copy(difference->to));
}

char *difference_value(const struct node *side)
{
    return side == NULL ? memory_text("absent") : describe_value(NULL, side);
}
