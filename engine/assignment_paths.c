#include <stdlib.h>
#include <string.h>

#include "engine/assignment.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/schema.h"
#include "engine/text.h"
#include "engine/uncertain.h"

enum { ASSIGNMENT_PATHS = 3 /* the most that a hint names */ };

/* The search for parameters whose path ends in `end`. */
struct assignment_search {
    const char *end;
    struct names *paths;
};

static void assignment_search_group(const struct assignment_search *search, const char *path,
                                    const struct parameter *table, const struct node *group);

static void assignment_search_entry(const struct assignment_search *search, const char *path,
                                    const struct parameter *entry, const char *name,
                                    const struct node *node)
{
    char *longer = memory_format("%s%s%s", path, path[0] == '\0' ? "" : ".", name);
    size_t length = strlen(longer), end = strlen(search->end);
    if (length > end && longer[length - end - 1] == '.' &&
        strcmp(longer + length - end, search->end) == 0 && search->paths->count < ASSIGNMENT_PATHS)
        names_add(search->paths, longer);
    if (entry->kind == PARAMETER_GROUP)
        assignment_search_group(search, longer, entry->members, node);
    else if (uncertain_is(node))
        assignment_search_group(search, longer, uncertain_parameters, node);
    free(longer);
}

/* A group that is absent and needs a key is off as a whole: a path into it would not do. */
static void assignment_search_group(const struct assignment_search *search, const char *path,
                                    const struct parameter *table, const struct node *group)
{
    struct schema schema = schema_of(group, table);
    for (int index = 0; index < schema.count && group == NULL; index++)
        for (const struct parameter *entry = schema.table[index]; entry->name != NULL; entry++)
            if (entry->required)
                return;
    for (int index = 0; index < schema.count; index++)
        for (const struct parameter *entry = schema.table[index]; entry->name != NULL; entry++) {
            bool any = strcmp(entry->name, PARAMETER_ANY) == 0;
            bool named = any && group != NULL && group->kind == NODE_GROUP;
            const struct node *member = named ? group->first : NULL;
            for (; member != NULL; member = member->next)
                if (schema_find(&schema, member->name) == entry)
                    assignment_search_entry(search, path, entry, member->name, member);
            if (!any)
                assignment_search_entry(search, path, entry, entry->name,
                                        schema_member(group, entry->name));
        }
}

char *assignment_paths(const struct node *root, const struct parameter *table, const char *path)
{
    struct names paths = { 0 };
    struct text hint = { 0 };
    const char *dot = strrchr(path, '.');
    struct assignment_search search = { .end = path, .paths = &paths };
    assignment_search_group(&search, "", table, root);
    search.end = dot == NULL ? path : dot + 1;
    if (paths.count == 0 && dot != NULL)
        assignment_search_group(&search, "", table, root);
    text_add(&hint, "%s", paths.count > 0 ? "; did you mean " : "");
    for (int index = 0; index < paths.count; index++)
        text_add(&hint, "%s'%s'%s",
                 index == 0                ? ""
                 : index + 1 < paths.count ? ", "
                                           : " or ",
                 paths.name[index], index + 1 < paths.count ? "" : "?");
    names_free(&paths);
    return hint.bytes;
}

/* The table of what stands below an entry. */
static const struct parameter *assignment_below(const struct parameter *entry)
{
    bool quantity = entry->kind == PARAMETER_QUANTITY || entry->kind == PARAMETER_POSITION;
    return quantity ? uncertain_parameters : entry->members;
}

const struct parameter *assignment_entry(const struct node *root, const struct parameter *table,
                                         const char *path)
{
    const struct parameter *entry = NULL;
    const struct node *at = root;
    bool element = false; /* the step is one of a list */
    while (*path != '\0' && table != NULL) {
        char *step = tree_step(&path);
        if (step == NULL)
            return NULL;
        if (!element) {
            struct schema schema = schema_of(at, table);
            entry = schema_find(&schema, step);
            table = entry == NULL ? NULL : assignment_below(entry);
        }
        at = at == NULL ? NULL : tree_child(at, step);
        element = !element && entry != NULL && entry->kind == PARAMETER_LIST;
        free(step);
    }
    return *path == '\0' ? entry : NULL;
}
