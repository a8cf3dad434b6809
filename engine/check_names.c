#include <stdlib.h>
#include <string.h>

#include "engine/check.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

/* Where a group stands: what describes it. */
struct check_place {
    const struct parameter *table;
    struct scope scope;
};

/* False where no table describes it. */
static bool check_locate(const struct node *group, struct check_place *place)
{
    if (group->parent == NULL) {
        *place = (struct check_place){ scenario_parameters, scope_top(group) };
        return true;
    }
    if (!check_locate(group->parent, place))
        return false;
    if (group->parent->kind == NODE_LIST) /* its table is that of its elements */
        return true;
    struct schema schema = schema_of(group->parent, place->table);
    const struct parameter *entry = schema_find(&schema, group->name);
    if (entry == NULL)
        return false;
    if (strcmp(entry->name, PARAMETER_ANY) == 0)
        place->scope = scope_inside(&place->scope, entry, group);
    bool number = entry->kind == PARAMETER_QUANTITY || entry->kind == PARAMETER_POSITION;
    place->table = number ? uncertain_parameters : entry->members;
    return place->table != NULL;
}

/* The keys of every model that could have been chosen where the choice is at fault. */
static void check_add_models(struct names *names, const struct schema *schema,
                             const struct node *group)
{
    for (int index = 0; index < schema->count; index++)
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++) {
            if (entry->kind != PARAMETER_MODEL || schema_model(entry, group) != NULL)
                continue;
            for (int model = 0; model < catalogue_count; model++)
                if (strcmp(catalogue[model].kind, entry->words) == 0) {
                    names_add_table(names, catalogue[model].model->parameters);
                    names_add_table(names, uncertain_lists(entry->words, catalogue[model].model));
                }
        }
}

void check_known(const struct scope *scope, const struct schema *schema, const struct node *group,
                 struct names *names)
{
    for (int index = 0; index < schema->count; index++) {
        names_add_table(names, schema->table[index]);
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++)
            if (strcmp(entry->name, PARAMETER_ANY) == 0 && scope_binds(entry->words))
                names_add_members(names, scope_declared(scope, entry->words));
    }
    check_add_models(names, schema, group);
}

/* A name that the same file gives already would only be named twice. */
void check_candidates(const struct names *known, const struct node *unknown,
                      struct names *candidates)
{
    for (int index = 0; index < known->count; index++) {
        const struct node *twin = schema_member(unknown->parent, known->name[index]);
        if (twin == NULL || unknown->layer != LAYER_FILE || strcmp(twin->file, unknown->file) != 0)
            names_add(candidates, known->name[index]);
    }
}

/* Whether a member that has no name known was probably meant to have this one. */
static bool check_is_meant(const struct names *known, const struct node *member, const char *key)
{
    struct names candidates = { 0 };
    for (int index = 0; index < known->count; index++)
        if (strcmp(known->name[index], member->name) == 0)
            return false;
    check_candidates(known, member, &candidates);
    const char *nearest =
        fault_nearest(member->name, (const char *const *)candidates.name, candidates.count);
    bool meant = nearest != NULL && strcmp(nearest, key) == 0;
    names_free(&candidates);
    return meant;
}

bool check_is_mistyped(const struct node *group, const char *key)
{
    struct check_place place;
    struct names known = { 0 };
    bool mistyped = false;
    if (group->kind != NODE_GROUP || !check_locate(group, &place))
        return false;
    struct schema schema = schema_of(group, place.table);
    const struct parameter *entry = schema_find(&schema, "");
    if (entry != NULL && !scope_binds(entry->words))
        return false;
    check_known(&place.scope, &schema, group, &known);
    for (const struct node *member = group->first; member != NULL; member = member->next)
        mistyped = mistyped || check_is_meant(&known, member, key);
    names_free(&known);
    return mistyped;
}

/* Whether no issue is known to be the front because what would say so is at fault. */
static bool check_is_front_lost(const struct node *issues)
{
    for (const struct node *issue = issues->first; issue != NULL; issue = issue->next) {
        const struct node *front = schema_member(issue, "front");
        if (issue->kind != NODE_GROUP || (front != NULL && front->kind != NODE_FLAG) ||
            check_is_mistyped(issue, "front"))
            return true;
    }
    return false;
}

bool check_is_moot(const struct scope *scope, const char *kind)
{
    const struct node *issues = schema_member(scope->root, "issues");
    if (scope_declared(scope, kind) != NULL)
        return false;
    if (strcmp(kind, "level") != 0) {
        char *group = memory_format("%ss", kind);
        struct schema schema = schema_of(scope->root, scenario_parameters);
        const struct parameter *entry = schema_find(&schema, group);
        bool moot = schema_member(scope->root, group) != NULL || entry->required ||
                    check_is_mistyped(scope->root, group);
        free(group);
        return moot;
    }
    if (issues == NULL || issues->kind != NODE_GROUP)
        return true;
    if (scope->issue == NULL)
        return check_is_front_lost(issues);
    return schema_member(scope->issue, "levels") != NULL ||
           check_is_mistyped(scope->issue, "levels");
}
