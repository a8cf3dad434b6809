#include "engine/schema.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/scope.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

const struct node *schema_member(const struct node *group, const char *name)
{
    return group != NULL && group->kind == NODE_GROUP ? tree_member(group, name) : NULL;
}

const struct model *schema_model(const struct parameter *parameter, const struct node *group)
{
    const struct node *word = schema_member(group, parameter->name);
    const char *name = word == NULL              ? parameter->standard
                       : word->kind == NODE_TEXT ? word->text
                                                 : NULL;
    return name == NULL ? NULL : catalogue_find(parameter->words, name);
}

static bool schema_table_has(const struct parameter *table, const char *name)
{
    for (; table != NULL && table->name != NULL; table++)
        if (strcmp(table->name, name) == 0)
            return true;
    return false;
}

bool schema_model_has(const char *kind, const struct model *model, const char *name)
{
    return schema_table_has(model->parameters, name) ||
           schema_table_has(uncertain_lists(kind, model), name);
}

static void schema_add(struct schema *schema, const struct parameter *table)
{
    if (table == NULL)
        return;
    assert(schema->count < SCHEMA_TABLES);
    schema->table[schema->count++] = table;
}

struct schema schema_of(const struct node *group, const struct parameter *table)
{
    struct schema schema = { 0 };
    schema_add(&schema, table);
    for (int index = 0; index < schema.count; index++) {
        for (const struct parameter *entry = schema.table[index]; entry->name != NULL; entry++) {
            if (entry->kind != PARAMETER_MODEL)
                continue;
            const struct model *model = schema_model(entry, group);
            schema.open |= model == NULL;
            if (model != NULL)
                schema_add(&schema, model->parameters);
            if (model != NULL)
                schema_add(&schema, uncertain_lists(entry->words, model));
        }
    }
    return schema;
}

const struct parameter *schema_find(const struct schema *schema, const char *name)
{
    const struct parameter *any = NULL;
    for (int index = 0; index < schema->count; index++) {
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++) {
            if (strcmp(entry->name, name) == 0)
                return entry;
            if (strcmp(entry->name, PARAMETER_ANY) == 0)
                any = entry;
        }
    }
    return any;
}

char *schema_bound(const struct parameter *parameter, double bound, char *out)
{
    if (parameter->kind != PARAMETER_COUNT)
        number_format(out, NUMBER_SIZE, bound);
    else
        snprintf(out, NUMBER_SIZE, "%lld", bound < 0x1p63 ? (long long)bound : LLONG_MAX);
    return out;
}

char *schema_range(const struct parameter *parameter, char *out, size_t size)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    bool whole = parameter->kind == PARAMETER_COUNT;
    bool number = whole || parameter->kind == PARAMETER_REAL ||
                  parameter->kind == PARAMETER_QUANTITY || parameter->kind == PARAMETER_POSITION;
    out[0] = '\0';
    if (!number)
        return out;
    snprintf(out, size, "[%s, %s]", schema_bound(parameter, parameter->low, low),
             schema_bound(parameter, parameter->high, high));
    return out;
}

/* "belligerent, mediator or stakeholder" */
static char *schema_words(const char *words)
{
    struct names names = { 0 };
    names_add_words(&names, words);
    char *list = memory_text(names.name[0]);
    for (int index = 1; index < names.count; index++) {
        char *longer = memory_format("%s%s%s", list, index + 1 < names.count ? ", " : " or ",
                                     names.name[index]);
        free(list);
        list = longer;
    }
    names_free(&names);
    return list;
}

char *schema_expected(const struct parameter *parameter)
{
    static const char *const formats[] = {
        [PARAMETER_QUANTITY] = "a number in %s or a distribution",
        [PARAMETER_POSITION] = "a position in %s, the name of a level or a distribution",
        [PARAMETER_REAL] = "a number in %s",
        [PARAMETER_COUNT] = "a whole number in %s",
        [PARAMETER_FLAG] = "true or false",
        [PARAMETER_TEXT] = "a text",
        [PARAMETER_TEXTS] = "a list of texts",
        [PARAMETER_NUMBERS] = "a list of numbers",
        [PARAMETER_VALUES] = "a list of values",
        [PARAMETER_LIST] = "a list of groups",
        [PARAMETER_ACTOR] = "the name of an actor",
        [PARAMETER_ACTORS] = "a list of actors' names",
        [PARAMETER_ISSUES] = "a list of issues' names",
        [PARAMETER_PACKAGE] = "the name of a package",
        [PARAMETER_PACKAGES] = "a list of packages' names",
        [PARAMETER_LEVERS] = "a list of levers' names",
        [PARAMETER_GROUP] = "a group",
    };
    char range[3 * NUMBER_SIZE];
    schema_range(parameter, range, sizeof range);
    if (parameter->kind == PARAMETER_WORD)
        return schema_words(parameter->words);
    if (parameter->kind == PARAMETER_MODEL)
        return memory_format("the name of a %s", parameter->words);
    const char *format = formats[parameter->kind];
    const char *hole = strstr(format, "%s");
    if (hole == NULL)
        return memory_text(format);
    return memory_format("%.*s%s%s", (int)(hole - format), format, range, hole + 2);
}

char *schema_expected_element(const struct parameter *list)
{
    switch (list->kind) {
    case PARAMETER_TEXTS:
        return memory_text("a text");
    case PARAMETER_NUMBERS:
        return memory_text("a number");
    case PARAMETER_LIST:
        return memory_text("a group");
    default:
        return memory_format("the name of %s %s", strchr("aeiou", scope_kind(list)[0]) ? "an" : "a",
                             scope_kind(list));
    }
}

char *schema_found(const struct node *node)
{
    char number[NUMBER_SIZE];
    switch (node->kind) {
    case NODE_INTEGER:
        return memory_format("%lld", node->integer);
    case NODE_REAL:
        number_format(number, sizeof number, node->real);
        return memory_format("%s%s", number, strpbrk(number, ".e") == NULL ? ".0" : "");
    case NODE_TEXT:
        return memory_format("the text \"%.60s\"", node->text);
    case NODE_FLAG:
        return memory_text(node->flag ? "true" : "false");
    default:
        return memory_text(tree_kind_name(node));
    }
}
