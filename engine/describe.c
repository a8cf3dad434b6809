#include "engine/describe.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "engine/text.h"
#include "engine/writer.h"
#include "models/catalogue.h"

enum { DESCRIBE_WORD = 64 };

struct walk {
    void (*tell)(void *context, const struct description *);
    void *context;
};

static void describe_group(const struct walk *walk, const char *path, const struct parameter *table,
                           const struct node *group);

static bool describe_requires(const struct parameter *table)
{
    for (const struct parameter *entry = table; entry->name != NULL; entry++)
        if (entry->required)
            return true;
    return false;
}

static void describe_entry(const struct walk *walk, const char *path, const char *name,
                           const struct parameter *entry, const struct node *node)
{
    char *inner = memory_format("%s%s%s", path, path[0] == '\0' ? "" : ".", name);
    if (entry->kind != PARAMETER_GROUP)
        walk->tell(walk->context, &(struct description){ inner, entry, node });
    else if (node != NULL || !describe_requires(entry->members))
        describe_group(walk, inner, entry->members, node);
    free(inner);
}

static void describe_any(const struct walk *walk, const char *path, const struct schema *schema,
                         const struct parameter *any, const struct node *group)
{
    const struct node *member = group == NULL ? NULL : group->first;
    for (; member != NULL; member = member->next)
        if (schema_find(schema, member->name) == any)
            describe_entry(walk, path, member->name, any, member);
}

static void describe_elements(const struct walk *walk, const char *path,
                              const struct parameter *entry, const struct node *list)
{
    int index = 0;
    for (const struct node *element = list == NULL ? NULL : list->first; element != NULL;
         element = element->next) {
        char *inner =
            memory_format("%s%s%s[%d]", path, path[0] == '\0' ? "" : ".", entry->name, index++);
        describe_group(walk, inner, entry->members, element);
        free(inner);
    }
}

static void describe_group(const struct walk *walk, const char *path, const struct parameter *table,
                           const struct node *group)
{
    struct schema schema = schema_of(group, table);
    for (int index = 0; index < schema.count; index++)
        for (const struct parameter *entry = schema.table[index]; entry->name != NULL; entry++) {
            if (strcmp(entry->name, PARAMETER_ANY) == 0)
                describe_any(walk, path, &schema, entry, group);
            else if (entry->kind == PARAMETER_LIST)
                describe_elements(walk, path, entry, schema_member(group, entry->name));
            else
                describe_entry(walk, path, entry->name, entry, schema_member(group, entry->name));
        }
}

void describe_parameters(const struct node *root,
                         void (*tell)(void *context, const struct description *), void *context)
{
    const struct walk walk = { tell, context };
    describe_group(&walk, "", scenario_parameters, root);
}

const char *describe_kind(const struct parameter *parameter)
{
    static const char *const kinds[] = {
        [PARAMETER_QUANTITY] = "quantity", [PARAMETER_POSITION] = "position",
        [PARAMETER_REAL] = "number",       [PARAMETER_COUNT] = "count",
        [PARAMETER_FLAG] = "flag",         [PARAMETER_WORD] = "word",
        [PARAMETER_TEXT] = "text",         [PARAMETER_TEXTS] = "texts",
        [PARAMETER_NUMBERS] = "numbers",   [PARAMETER_LIST] = "list",
        [PARAMETER_ACTOR] = "actor",       [PARAMETER_ACTORS] = "actors",
        [PARAMETER_ISSUES] = "issues",     [PARAMETER_PACKAGE] = "package",
        [PARAMETER_PACKAGES] = "packages", [PARAMETER_MODEL] = "model",
        [PARAMETER_VALUES] = "values",     [PARAMETER_GROUP] = "group",
        [PARAMETER_LEVERS] = "levers",
    };
    return kinds[parameter->kind];
}

/* The words that a parameter accepts, or its range. The caller frees it. */
static char *describe_choice(const struct parameter *parameter, const char *between)
{
    struct text list = { 0 };
    struct names names = { 0 };
    char range[3 * NUMBER_SIZE];
    if (parameter->kind == PARAMETER_WORD)
        names_add_words(&names, parameter->words);
    for (int index = 0; index < catalogue_count && parameter->kind == PARAMETER_MODEL; index++)
        if (strcmp(catalogue[index].kind, parameter->words) == 0)
            names_add(&names, catalogue[index].model->name);
    text_add(&list, "%s", schema_range(parameter, range, sizeof range));
    for (int index = 0; index < names.count; index++)
        text_add(&list, "%s%s", index == 0 ? "" : between, names.name[index]);
    names_free(&names);
    return list.bytes;
}

char *describe_range(const struct parameter *parameter)
{
    return describe_choice(parameter, " | ");
}

static void describe_text(struct text *text, const struct node *node)
{
    char number[NUMBER_SIZE];
    const struct node *kind = schema_member(node, "dist");
    switch (node->kind) {
    case NODE_INTEGER:
        text_add(text, "%lld", node->integer);
        return;
    case NODE_REAL:
        number_format(number, sizeof number, node->real);
        text_add(text, "%s", number);
        return;
    case NODE_TEXT:
        text_add(text, "%s", node->text);
        return;
    case NODE_FLAG:
        text_add(text, "%s", node->flag ? "true" : "false");
        return;
    default:
        break;
    }
    const char *between = "";
    text_add(text, "%s%s(", kind == NULL ? "" : kind->text, kind == NULL ? "" : " ");
    for (const struct node *member = node->first; member != NULL; member = member->next) {
        if (member == kind)
            continue;
        text_add(text, "%s%s%s", between, member->name == NULL ? "" : member->name,
                 member->name == NULL ? "" : " ");
        describe_text(text, member);
        between = ", ";
    }
    text_add(text, ")");
}

struct node *describe_default(const struct parameter *parameter)
{
    char word[DESCRIBE_WORD];
    struct node *node = NULL;
    switch (parameter->kind) {
    case PARAMETER_QUANTITY:
    case PARAMETER_POSITION:
    case PARAMETER_REAL:
        node = isnan(parameter->initial) ? NULL : tree_node(NODE_REAL, NULL, "", 1);
        break;
    case PARAMETER_COUNT:
        node = tree_node(NODE_INTEGER, NULL, "", 1);
        node->integer = (long long)parameter->initial;
        break;
    case PARAMETER_FLAG:
        node = tree_node(NODE_FLAG, NULL, "", 1);
        node->flag = parameter->initial > 0;
        break;
    case PARAMETER_WORD:
        node = tree_node(NODE_TEXT, NULL, "", 1);
        node->text =
            memory_text(names_word(parameter->words, (int)parameter->initial, word, sizeof word));
        break;
    case PARAMETER_MODEL:
    case PARAMETER_TEXT:
        node = parameter->standard == NULL ? NULL : tree_node(NODE_TEXT, NULL, "", 1);
        if (node != NULL)
            node->text = memory_text(parameter->standard);
        break;
    default:
        break;
    }
    if (node != NULL)
        node->real = parameter->initial;
    return node;
}

char *describe_value(const struct parameter *parameter, const struct node *node)
{
    struct text text = { 0 };
    struct node *holds = node == NULL ? describe_default(parameter) : NULL;
    if (node == NULL && holds == NULL)
        return memory_text("none");
    describe_text(&text, node == NULL ? holds : node);
    tree_free(holds);
    return text.bytes;
}

bool describe_has_default(const struct parameter *parameter)
{
    return !parameter->required && parameter->kind != PARAMETER_GROUP &&
           parameter->kind != PARAMETER_LIST && strcmp(parameter->name, PARAMETER_ANY) != 0;
}

char *describe_presence(const struct parameter *parameter)
{
    if (parameter->required)
        return memory_text("required");
    if (!describe_has_default(parameter))
        return memory_text("optional");
    char *value = describe_value(parameter, NULL), *text = memory_format("default %s", value);
    free(value);
    return text;
}

void describe_json_value(struct json *json, const char *name, const struct parameter *parameter,
                         const struct node *node)
{
    struct node *holds = node == NULL ? describe_default(parameter) : NULL;
    if (node == NULL && holds == NULL)
        json_text(json, name, NULL);
    else
        writer_json(json, name, node == NULL ? holds : node);
    tree_free(holds);
}

void describe_json(struct json *json, const struct parameter *parameter)
{
    char range[3 * NUMBER_SIZE];
    json_text(json, "kind", describe_kind(parameter));
    if (schema_range(parameter, range, sizeof range)[0] != '\0') {
        json_pair(json, "range", parameter->low, parameter->high);
    } else {
        char *words = describe_choice(parameter, "|");
        json_text(json, "range", words[0] == '\0' ? NULL : words);
        free(words);
    }
    json_text(json, "unit", parameter->unit);
    json_text(json, "meaning", parameter->meaning);
}
