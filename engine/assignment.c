#include "engine/assignment.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/overlay.h"
#include "engine/schema.h"
#include "engine/scope.h"

static void assignment_fault(const struct parameter *any, const struct node *group,
                             const char *name, const char *assignment, struct faults *faults)
{
    struct names names = { 0 };
    names_add_members(&names, group);
    char *hint = names_hint(&names, name);
    char *file = overlay_origin(assignment);
    faults_add(faults, file, 1, "found the unknown %s '%s', expected a known one%s", any->words,
               name, hint);
    free(file);
    free(hint);
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

bool assignment_check(const struct node *root, const struct parameter *table,
                      const char *assignment, struct faults *faults)
{
    const struct scope scope = scope_top(root);
    const struct node *group = root;
    const char *step = assignment;
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
