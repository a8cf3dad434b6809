#include <stdlib.h>
#include <string.h>

#include "engine/check.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "engine/text.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

enum { CHECK_PATHS = 3 /* the most that a hint names */ };

/* The search for parameters whose path ends in `end`. */
struct check_search {
    const char *end;
    struct names *paths;
};

static void check_search_group(const struct check_search *search, const char *path,
                               const struct parameter *table, const struct node *group);

static void check_search_entry(const struct check_search *search, const char *path,
                               const struct parameter *entry, const char *name,
                               const struct node *node)
{
    char *longer = memory_format("%s%s%s", path, path[0] == '\0' ? "" : ".", name);
    size_t length = strlen(longer), end = strlen(search->end);
    if (length > end && longer[length - end - 1] == '.' &&
        strcmp(longer + length - end, search->end) == 0 && search->paths->count < CHECK_PATHS)
        names_add(search->paths, longer);
    if (entry->kind == PARAMETER_GROUP)
        check_search_group(search, longer, entry->members, node);
    else if (uncertain_is(node))
        check_search_group(search, longer, uncertain_parameters, node);
    free(longer);
}

/* A group that is absent and needs a key is off as a whole: a path into it would not do. */
static void check_search_group(const struct check_search *search, const char *path,
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
                    check_search_entry(search, path, entry, member->name, member);
            if (!any)
                check_search_entry(search, path, entry, entry->name,
                                   schema_member(group, entry->name));
        }
}

/* Of a --set whose path begins with no key of the top: the paths that end so, or in its last word.
 * "" where there are none. */
static char *check_paths(const struct node *unknown)
{
    struct names paths = { 0 };
    struct text hint = { 0 };
    const char *start = strchr(unknown->file, ' ') + 1;
    start += strspn(start, " ");
    char *path = memory_format("%.*s", (int)strcspn(start, "= "), start);
    const char *dot = strrchr(path, '.');
    struct check_search search = { .end = path, .paths = &paths };
    check_search_group(&search, "", scenario_parameters, unknown->parent);
    search.end = dot == NULL ? path : dot + 1;
    if (paths.count == 0 && dot != NULL)
        check_search_group(&search, "", scenario_parameters, unknown->parent);
    text_add(&hint, "%s", paths.count > 0 ? "; did you mean " : "");
    for (int index = 0; index < paths.count; index++)
        text_add(&hint, "%s'%s'%s",
                 index == 0                ? ""
                 : index + 1 < paths.count ? ", "
                                           : " or ",
                 paths.name[index], index + 1 < paths.count ? "" : "?");
    names_free(&paths);
    free(path);
    return hint.bytes;
}

static char *check_hint(const struct names *known, const struct node *unknown)
{
    bool top = unknown->parent->parent == NULL && schema_is_set(unknown);
    char *hint = top ? check_paths(unknown) : memory_text("");
    if (hint[0] != '\0')
        return hint;
    free(hint);
    struct names candidates = { 0 };
    check_candidates(known, unknown, &candidates);
    hint = names_nearest(&candidates, unknown->name);
    names_free(&candidates);
    if (hint[0] != '\0')
        return hint;
    free(hint);
    return top ? memory_format("; zopa params %s lists the paths", unknown->parent->file)
               : names_known(known);
}

/* "mood or logit": the models of a kind that have the key. "" where none has. */
static char *check_owners(const char *kind, const char *key)
{
    struct text owners = { 0 };
    text_add(&owners, "%s", "");
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0 &&
            schema_model_has(kind, catalogue[index].model, key))
            text_add(&owners, "%s%s", owners.length == 0 ? "" : " or ",
                     catalogue[index].model->name);
    return owners.bytes;
}

/* Whether the key belongs to a model that was not chosen: then that is told, unless the choice is
 * itself at fault. */
static bool check_foreign(const struct check *check, const struct schema *schema,
                          const struct node *node)
{
    char path[CHECK_PATH];
    bool foreign = false;
    for (int index = 0; index < schema->count && !foreign; index++)
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++) {
            if (entry->kind != PARAMETER_MODEL || foreign)
                continue;
            const struct model *chosen = schema_model(entry, node->parent);
            char *owners = check_owners(entry->words, node->name);
            foreign = owners[0] != '\0';
            if (foreign && chosen != NULL)
                faults_add(check->faults, node->file, node->line,
                           "%s: belongs to %s %s, and here it is %s",
                           tree_path(node, path, sizeof path), entry->words, owners, chosen->name);
            free(owners);
        }
    return foreign;
}

void check_unknown(const struct check *check, const struct schema *schema, const struct node *node)
{
    char path[CHECK_PATH];
    if (check_foreign(check, schema, node))
        return;
    struct names known = { 0 };
    check_known(&check->scope, schema, node->parent, &known);
    char *hint = check_hint(&known, node);
    tree_path(node->parent, path, sizeof path);
    faults_add(check->faults, node->file, node->line, "%s%sunknown key '%s'%s", path,
               path[0] == '\0' ? "" : ": ", node->name, hint);
    free(hint);
    names_free(&known);
}
