#include "engine/check.h"

#include <stdlib.h>
#include <string.h>

#include "engine/names.h"
#include "engine/schema.h"

/* A member named after something: that must exist, and says whose levels may be named inside. */
static void check_any(const struct check *check, const struct parameter *parameter,
                      const struct node *node)
{
    const struct node *declared = scope_declared(&check->scope, parameter->words);
    struct check inside = *check;
    inside.scope = scope_inside(&check->scope, parameter, node);
    if (!scope_binds(parameter->words) || schema_member(declared, node->name) != NULL ||
        check_is_moot(&check->scope, parameter->words)) {
        check_value(&inside, parameter, node);
        return;
    }
    char path[CHECK_PATH];
    struct names names = { 0 };
    names_add_members(&names, declared);
    char *hint = names_sample(&names, node->name);
    faults_add(check->faults, node->file, node->line,
               "%s: found the unknown %s '%s', expected a known one%s",
               tree_path(node->parent, path, sizeof path), parameter->words, node->name, hint);
    free(hint);
    names_free(&names);
}

/* Said of the group that lacks the key. */
static void check_missing(const struct check *check, const struct parameter *parameter,
                          const struct node *group)
{
    char path[CHECK_PATH];
    if (check_is_mistyped(group, parameter->name))
        return;
    char *expected = schema_expected(parameter);
    tree_path(group, path, sizeof path);
    faults_add(check->faults, group->file, group->line > 0 ? group->line : 1,
               "%s%s%s: found nothing, expected %s", path, path[0] == '\0' ? "" : ".",
               parameter->name, expected);
    free(expected);
}

void check_group(const struct check *check, const struct parameter *table, const struct node *group)
{
    struct schema schema = schema_of(group, table);
    for (const struct node *member = group->first; member != NULL; member = member->next) {
        const struct parameter *parameter = schema_find(&schema, member->name);
        if (parameter == NULL)
            check_unknown(check, &schema, member);
        else if (strcmp(parameter->name, PARAMETER_ANY) == 0)
            check_any(check, parameter, member);
        else
            check_value(check, parameter, member);
    }
    for (int index = 0; index < schema.count; index++)
        for (const struct parameter *entry = schema.table[index]; entry->name != NULL; entry++)
            if (entry->required && tree_member(group, entry->name) == NULL)
                check_missing(check, entry, group);
}

void check_tree(const struct node *root, const struct parameter *table, struct faults *faults)
{
    struct check check = { .scope = scope_top(root), .faults = faults };
    check_group(&check, table, root);
}
