#include "engine/scope.h"

#include <string.h>

/* Where names are declared: a list that scope_binds and scope_declared share. */
static const struct {
    const char *kind, *group;
} scope_groups[] = {
    { "issue", "issues" }, { "actor", "actors" }, { "package", "packages" }, { "lever", "levers" }
};

enum { SCOPE_GROUPS = sizeof scope_groups / sizeof scope_groups[0] };

static const struct node *scope_group(const struct node *parent, const char *name)
{
    const struct node *group = parent == NULL ? NULL : tree_member(parent, name);
    return group != NULL && group->kind == NODE_GROUP ? group : NULL;
}

static const struct node *scope_front(const struct node *root)
{
    const struct node *issues = scope_group(root, "issues");
    for (const struct node *issue = issues == NULL ? NULL : issues->first; issue != NULL;
         issue = issue->next) {
        const struct node *front = issue->kind == NODE_GROUP ? tree_member(issue, "front") : NULL;
        if (front != NULL && front->kind == NODE_FLAG && front->flag)
            return issue;
    }
    return NULL;
}

struct scope scope_top(const struct node *root)
{
    return (struct scope){ .root = root, .issue = scope_front(root) };
}

struct scope scope_inside(const struct scope *scope, const struct parameter *any,
                          const struct node *member)
{
    struct scope inside = *scope;
    if (strcmp(any->words, "issue") == 0) {
        const struct node *issues = scope_group(scope->root, "issues");
        inside.issue = scope_group(issues, member->name);
    }
    return inside;
}

const struct node *scope_declared(const struct scope *scope, const char *kind)
{
    if (strcmp(kind, "level") == 0)
        return scope_group(scope->issue, "levels");
    for (int index = 0; index < SCOPE_GROUPS; index++)
        if (strcmp(kind, scope_groups[index].kind) == 0)
            return scope_group(scope->root, scope_groups[index].group);
    return NULL;
}

bool scope_binds(const char *kind)
{
    if (strcmp(kind, "level") == 0)
        return true;
    for (int index = 0; index < SCOPE_GROUPS; index++)
        if (strcmp(kind, scope_groups[index].kind) == 0)
            return true;
    return false;
}

const char *scope_kind(const struct parameter *parameter)
{
    switch (parameter->kind) {
    case PARAMETER_ACTOR:
    case PARAMETER_ACTORS:
        return "actor";
    case PARAMETER_ISSUES:
        return "issue";
    case PARAMETER_PACKAGE:
    case PARAMETER_PACKAGES:
        return "package";
    case PARAMETER_LEVERS:
        return "lever";
    default:
        return NULL;
    }
}

int scope_index(const struct scope *scope, const char *kind, const char *name)
{
    const struct node *group = scope_declared(scope, kind);
    int index = 0;
    for (const struct node *member = group == NULL ? NULL : group->first; member != NULL;
         member = member->next) {
        if (strcmp(member->name, name) == 0)
            return index;
        index++;
    }
    return -1;
}

bool scope_level(const struct scope *scope, const char *name, double *at)
{
    const struct node *levels = scope_declared(scope, "level");
    const struct node *level = levels == NULL ? NULL : tree_member(levels, name);
    if (level == NULL || (level->kind != NODE_INTEGER && level->kind != NODE_REAL))
        return false;
    *at = level->real;
    return true;
}
