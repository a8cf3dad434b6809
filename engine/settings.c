#include "engine/settings.h"

#include <string.h>

#include "engine/names.h"
#include "engine/quantities.h"
#include "engine/schema.h"

enum { SETTINGS_PATH = 512 };

static void settings_select(struct compile *compile, const struct parameter *entry,
                            const struct node *list, struct selection *selection)
{
    selection->count = list == NULL ? 0 : tree_count(list);
    selection->index = compile_new(compile, (size_t)selection->count, sizeof *selection->index);
    int next = 0;
    for (const struct node *name = list == NULL ? NULL : list->first; name != NULL;
         name = name->next)
        selection->index[next++] = scope_index(&compile->scope, scope_kind(entry), name->text);
}

static void settings_choose(struct compile *compile, const struct parameter *entry,
                            const struct node *group, struct choice *choice)
{
    choice->model = schema_model(entry, group);
    if (choice->model == NULL)
        return;
    if (choice->model->settings_size > 0) {
        choice->settings = compile_new(compile, 1, choice->model->settings_size);
        settings_fill(compile, choice->model->parameters, group, choice->settings);
    }
    const char *sentence =
        choice->model->check == NULL ? NULL : choice->model->check(choice->settings);
    if (sentence == NULL)
        return;
    char path[SETTINGS_PATH];
    const struct node *at = group == NULL ? compile->scope.root : group;
    faults_add(compile->faults, at->file, at->line, "%s: %s %s: %s",
               tree_path(at, path, sizeof path), entry->words, choice->model->name, sentence);
}

static int settings_word(const struct parameter *entry, const struct node *node)
{
    return node == NULL ? (int)entry->initial : names_index(entry->words, node->text);
}

/* A single value, where the entry is one. */
static void settings_value(struct compile *compile, const struct parameter *entry,
                           const struct node *node, void *field)
{
    switch (entry->kind) {
    case PARAMETER_QUANTITY:
    case PARAMETER_POSITION:
        *(struct quantity *)field = quantities_read(compile, entry, node);
        break;
    case PARAMETER_REAL:
        *(double *)field = node == NULL ? entry->initial : node->real;
        break;
    case PARAMETER_COUNT:
        *(long *)field = node == NULL ? (long)entry->initial : (long)node->integer;
        break;
    case PARAMETER_FLAG:
        *(bool *)field = node == NULL ? entry->initial > 0 : node->flag;
        break;
    case PARAMETER_WORD:
        *(int *)field = settings_word(entry, node);
        break;
    case PARAMETER_TEXT:
        *(const char **)field = node == NULL ? entry->standard : node->text;
        break;
    case PARAMETER_ACTOR:
    case PARAMETER_PACKAGE:
        *(int *)field =
            node == NULL ? -1 : scope_index(&compile->scope, scope_kind(entry), node->text);
        break;
    default:
        break;
    }
}

void settings_fill(struct compile *compile, const struct parameter *table, const struct node *group,
                   void *settings)
{
    for (const struct parameter *entry = table; entry != NULL && entry->name != NULL; entry++) {
        if (strcmp(entry->name, PARAMETER_ANY) == 0)
            continue;
        void *field = (char *)settings + entry->offset;
        const struct node *node = schema_member(group, entry->name);
        switch (entry->kind) {
        case PARAMETER_GROUP:
            settings_fill(compile, entry->members, node, field);
            break;
        case PARAMETER_MODEL:
            settings_choose(compile, entry, group, field);
            break;
        case PARAMETER_ACTORS:
        case PARAMETER_ISSUES:
        case PARAMETER_PACKAGES:
        case PARAMETER_LEVERS:
            settings_select(compile, entry, node, field);
            break;
        default:
            settings_value(compile, entry, node, field);
            break;
        }
    }
}
