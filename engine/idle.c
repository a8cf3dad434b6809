#include "engine/idle.h"

#include <string.h>

#include "engine/schema.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

static bool idle_kind_has(const char *kind, const char *name)
{
    for (int index = 0; index < catalogue_count; index++) {
        const struct catalogue_entry *entry = &catalogue[index];
        if (strcmp(entry->kind, kind) == 0 && schema_model_has(kind, entry->model, name))
            return true;
    }
    return false;
}

bool idle_is_older(const struct node *setting, const struct node *choice, const char *file)
{
    if (setting->layer != LAYER_FILE)
        return false;
    return choice->layer != LAYER_FILE ||
           (strcmp(setting->file, file) != 0 && strcmp(setting->file, choice->file) != 0);
}

static bool idle_is(const struct schema *schema, const struct node *setting, const char *file)
{
    for (int index = 0; index < schema->count; index++)
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++) {
            const struct node *choice = schema_member(setting->parent, entry->name);
            if (entry->kind == PARAMETER_MODEL && choice != NULL &&
                idle_is_older(setting, choice, file) && idle_kind_has(entry->words, setting->name))
                return true;
        }
    return false;
}

static void idle_group(struct node *group, const struct parameter *table, const char *file);

static void idle_inside(struct node *node, const struct parameter *entry, const char *file)
{
    if (entry->kind == PARAMETER_LIST)
        for (struct node *element = node->first; element != NULL; element = element->next)
            idle_group(element, entry->members, file);
    else if (entry->kind == PARAMETER_GROUP)
        idle_group(node, entry->members, file);
    else if (entry->kind == PARAMETER_QUANTITY || entry->kind == PARAMETER_POSITION)
        idle_group(node, uncertain_parameters, file);
}

static void idle_group(struct node *group, const struct parameter *table, const char *file)
{
    if (group->kind != NODE_GROUP)
        return;
    const struct schema schema = schema_of(group, table);
    for (struct node *member = group->first, *next; member != NULL; member = next) {
        const struct parameter *entry = schema_find(&schema, member->name);
        next = member->next;
        if (entry != NULL)
            idle_inside(member, entry, file);
        else if (!schema.open && idle_is(&schema, member, file))
            tree_remove(member);
    }
}

/* Whether a text of a correlation names a number that was made certain after the correlation was
 * written. */
static bool idle_is_fixed(const struct node *root, const struct node *text, const char *file)
{
    const struct node *number = text->kind == NODE_TEXT ? tree_find(root, text->text) : NULL;
    return number != NULL && !uncertain_is(number) && idle_is_older(text, number, file);
}

static void idle_correlations(const struct node *root, struct node *list, const char *file)
{
    for (struct node *element = list->first, *next; element != NULL; element = next) {
        const struct node *between = tree_member(element, "between");
        bool fixed = false;
        for (const struct node *text = between == NULL ? NULL : between->first; text != NULL;
             text = text->next)
            fixed = fixed || idle_is_fixed(root, text, file);
        next = element->next;
        if (fixed)
            tree_remove(element);
    }
}

void idle_drop(struct node *root, const struct parameter *table, const char *file)
{
    struct node *correlations = tree_member(root, "correlations");
    idle_group(root, table, file);
    if (correlations != NULL && correlations->kind == NODE_LIST)
        idle_correlations(root, correlations, file);
}
