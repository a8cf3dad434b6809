#include "engine/assignment.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/overlay.h"
#include "engine/schema.h"
#include "engine/scope.h"
#include "engine/token.h"

enum { ASSIGNMENT_PATH = 512 };

/* How a name that is new comes into its group. */
static char *assignment_new(const struct parameter *any, const struct node *group, const char *name)
{
    char path[ASSIGNMENT_PATH];
    tree_path(group, path, sizeof path);
    return any->kind == PARAMETER_GROUP
               ? memory_format("; a new one is set as a whole: %s.%s={ ... }", path, name)
               : memory_format("; a new one is set in its group: %s={ %s=...; }", path, name);
}

static void assignment_fault(const struct parameter *any, const struct node *group,
                             const char *name, const char *assignment, struct faults *faults)
{
    struct names names = { 0 };
    names_add_members(&names, group);
    char *near = names_nearest(&names, name), *known = names_known(&names);
    char *add = assignment_new(any, group, name), *file = overlay_origin(assignment);
    bool mistyped = near[0] != '\0';
    faults_add(faults, file, 1, "found the unknown %s '%s', expected a known one%s%s", any->words,
               name, mistyped ? near : known, mistyped ? "" : add);
    free(file);
    free(add);
    free(known);
    free(near);
    names_free(&names);
}

/* Whether the rest of the assignment, behind a name, is a group: a definition. */
static bool assignment_defines(const char *rest)
{
    rest += strspn(rest, " ");
    if (*rest != '=')
        return false;
    rest++;
    rest += strspn(rest, " ");
    return *rest == '{';
}

bool assignment_is_of(const char *assignment, const char *key)
{
    assignment += strspn(assignment, " ");
    size_t length = strcspn(assignment, ".[= ");
    return length == strlen(key) && strncmp(assignment, key, length) == 0;
}

/* Says which paths could have been meant, or which key of the top. */
static char *assignment_hint(const struct node *root, const struct parameter *table,
                             const char *start, const char *key)
{
    char *path = memory_format("%.*s", (int)strcspn(start, "= "), start);
    char *hint = assignment_paths(root, table, path);
    free(path);
    if (hint[0] != '\0')
        return hint;
    free(hint);
    struct names names = { 0 };
    for (const struct parameter *entry = table; entry->name != NULL; entry++)
        if (!overlay_is_fixed(entry->name))
            names_add(&names, entry->name);
    hint = names_nearest(&names, key);
    names_free(&names);
    if (hint[0] != '\0')
        return hint;
    free(hint);
    return memory_format("; zopa params %s lists the paths", root->file);
}

/* A path that begins with no key of the top. Malformed ones are for engine/overlay.h. */
static bool assignment_check_top(const struct node *root, const struct parameter *table,
                                 const char *assignment, struct faults *faults)
{
    const struct schema schema = schema_of(root, table);
    const char *start = assignment + strspn(assignment, " ");
    char *key = memory_format("%.*s", (int)strcspn(start, ".[= "), start);
    bool good = !token_is_name(key) || strchr(start, '=') == NULL || overlay_is_fixed(key) ||
                schema_find(&schema, key) != NULL;
    if (!good) {
        char *origin = overlay_origin(assignment);
        char *hint = assignment_hint(root, table, start, key);
        faults_add(faults, origin, 1, "unknown key '%s'%s", key, hint);
        free(hint);
        free(origin);
    }
    free(key);
    return good;
}

bool assignment_check(const struct node *root, const struct parameter *table,
                      const char *assignment, struct faults *faults)
{
    const struct scope scope = scope_top(root);
    const struct node *group = root;
    const char *step = assignment + strspn(assignment, " ");
    if (!assignment_check_top(root, table, assignment, faults))
        return false;
    while (table != NULL && group != NULL && group->kind == NODE_GROUP) {
        size_t length = strcspn(step, ".[= ");
        char *name = memory_format("%.*s", (int)length, step);
        struct schema schema = schema_of(group, table);
        const struct parameter *entry = schema_find(&schema, name);
        const struct node *member = tree_member(group, name);
        bool chosen = entry != NULL && strcmp(entry->name, PARAMETER_ANY) == 0;
        step += length;
        if (chosen && member == NULL && !assignment_defines(step) &&
            (!scope_binds(entry->words) || group == scope_declared(&scope, entry->words))) {
            assignment_fault(entry, group, name, assignment, faults);
            free(name);
            return false;
        }
        free(name);
        if (entry == NULL || *step != '.')
            break;
        step++;
        group = member;
        table = entry->members;
    }
    return true;
}
