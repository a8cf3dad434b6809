#include "engine/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

struct node *tree_node(enum node_kind kind, const char *name, const char *file, int line)
{
    struct node *node = memory_new(1, sizeof *node);
    node->kind = kind;
    node->name = memory_text(name);
    node->file = memory_text(file);
    node->line = line;
    return node;
}

void tree_append(struct node *parent, struct node *child)
{
    assert(child->parent == NULL && child->next == NULL);
    child->parent = parent;
    child->place = parent->last == NULL ? 0 : parent->last->place + 1;
    if (parent->last == NULL)
        parent->first = child;
    else
        parent->last->next = child;
    parent->last = child;
}

static struct node *tree_previous(const struct node *child)
{
    struct node *previous = NULL;
    for (struct node *node = child->parent->first; node != child; node = node->next)
        previous = node;
    return previous;
}

/* Puts `replacement`, which may be NULL, where `old` hangs; frees `old`. */
static void tree_relink(struct node *old, struct node *replacement)
{
    struct node *parent = old->parent, *previous = tree_previous(old);
    struct node *next = replacement != NULL ? replacement : old->next;
    if (previous == NULL)
        parent->first = next;
    else
        previous->next = next;
    if (parent->last == old)
        parent->last = replacement != NULL ? replacement : previous;
    if (replacement != NULL) {
        replacement->parent = parent;
        replacement->next = old->next;
        replacement->place = old->place;
    } else {
        for (struct node *later = old->next; later != NULL; later = later->next)
            later->place--;
    }
    tree_free(old);
}

void tree_remove(struct node *child)
{
    assert(child->parent != NULL);
    tree_relink(child, NULL);
}

void tree_replace(struct node *old, struct node *replacement)
{
    assert(old->parent != NULL && replacement->parent == NULL && replacement->next == NULL);
    free(replacement->name);
    replacement->name = memory_text(old->name);
    tree_relink(old, replacement);
}

struct node *tree_copy(const struct node *node)
{
    struct node *copy = tree_node(node->kind, node->name, node->file, node->line);
    copy->integer = node->integer;
    copy->real = node->real;
    copy->text = memory_text(node->text);
    copy->flag = node->flag;
    copy->layer = node->layer;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        tree_append(copy, tree_copy(child));
    return copy;
}

void tree_free(struct node *node)
{
    if (node == NULL)
        return;
    for (struct node *child = node->first, *next; child != NULL; child = next) {
        next = child->next;
        tree_free(child);
    }
    free(node->name);
    free(node->text);
    free(node->file);
    free(node);
}

static bool tree_same_value(const struct node *left, const struct node *right)
{
    if (left->kind != right->kind)
        return false;
    switch (left->kind) {
    case NODE_INTEGER:
        return left->integer == right->integer;
    case NODE_REAL:
        return left->real == right->real;
    case NODE_TEXT:
        return strcmp(left->text, right->text) == 0;
    case NODE_FLAG:
        return left->flag == right->flag;
    default:
        return true;
    }
}

bool tree_same(const struct node *left, const struct node *right)
{
    if (left == NULL || right == NULL)
        return left == right;
    if (!tree_same_value(left, right))
        return false;
    const struct node *one = left->first, *other = right->first;
    while (one != NULL && other != NULL && tree_same(one, other) &&
           (one->name == NULL || strcmp(one->name, other->name) == 0)) {
        one = one->next;
        other = other->next;
    }
    return one == NULL && other == NULL;
}

struct node *tree_member(const struct node *group, const char *name)
{
    if (group->kind != NODE_GROUP)
        return NULL;
    struct node *member = group->first;
    while (member != NULL && strcmp(member->name, name) != 0)
        member = member->next;
    return member;
}

static struct node *tree_element(const struct node *list, const char *step)
{
    if (step[strspn(step, "0123456789")] == '\0') {
        struct node *element = list->first;
        for (long index = strtol(step, NULL, 10); element != NULL && index > 0; index--)
            element = element->next;
        return element;
    }
    for (struct node *element = list->first; element != NULL; element = element->next) {
        const struct node *name = tree_member(element, "name");
        if (name != NULL && name->kind == NODE_TEXT && strcmp(name->text, step) == 0)
            return element;
    }
    return NULL;
}

struct node *tree_child(const struct node *node, const char *step)
{
    return node->kind == NODE_LIST ? tree_element(node, step) : tree_member(node, step);
}

char *tree_step(const char **path)
{
    bool bracket = **path == '[';
    const char *start = *path + bracket;
    size_t length = strcspn(start, bracket ? "]" : ".[");
    const char *end = start + length;
    if (length == 0 || (bracket && (*end != ']' || strspn(start, "0123456789") < length)))
        return NULL;
    end += bracket;
    if (*end == '.' ? end[1] == '\0' : *end != '\0' && *end != '[')
        return NULL;
    *path = end + (*end == '.');
    return memory_format("%.*s", (int)length, start);
}

struct node *tree_find(const struct node *root, const char *path)
{
    struct node *found = NULL;
    do {
        char *step = tree_step(&path);
        found = step == NULL ? NULL : tree_child(found == NULL ? root : found, step);
        free(step);
    } while (found != NULL && *path != '\0');
    return found;
}

int tree_count(const struct node *node)
{
    int count = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        count++;
    return count;
}

static size_t tree_path_write(const struct node *node, char *out, size_t size)
{
    if (node->parent == NULL)
        return 0;
    size_t used = tree_path_write(node->parent, out, size);
    int more = node->name == NULL
                   ? snprintf(out + used, size - used, "[%d]", node->place)
                   : snprintf(out + used, size - used, "%s%s", used == 0 ? "" : ".", node->name);
    used += (size_t)more;
    return used < size ? used : size - 1;
}

char *tree_path(const struct node *node, char *out, size_t size)
{
    assert(size > 0);
    out[0] = '\0';
    tree_path_write(node, out, size);
    return out;
}

const char *tree_kind_name(const struct node *node)
{
    static const char *const names[] = {
        [NODE_GROUP] = "a group", [NODE_LIST] = "a list", [NODE_INTEGER] = "a number",
        [NODE_REAL] = "a number", [NODE_TEXT] = "a text", [NODE_FLAG] = "a flag",
    };
    return names[node->kind];
}
