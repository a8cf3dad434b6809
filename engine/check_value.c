#include "engine/check.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/schema.h"
#include "engine/scope.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

/* "PATH: found X, expected Y HINT"; `hint` may be NULL and is freed. */
static void check_mismatch(const struct check *check, const struct parameter *parameter,
                           const struct node *node, char *hint)
{
    char path[CHECK_PATH];
    char *found = schema_found(node);
    char *expected = node->parent->kind == NODE_LIST ? schema_expected_element(parameter)
                                                     : schema_expected(parameter);
    faults_add(check->faults, node->file, node->line, "%s: found %s, expected %s%s",
               tree_path(node, path, sizeof path), found, expected, hint == NULL ? "" : hint);
    free(found);
    free(expected);
    free(hint);
}

static bool check_is_number(const struct node *node)
{
    return node->kind == NODE_INTEGER || node->kind == NODE_REAL;
}

static void check_range(const struct check *check, const struct parameter *parameter,
                        const struct node *node)
{
    if (!(node->real >= parameter->low && node->real <= parameter->high))
        check_mismatch(check, parameter, node, NULL);
}

/* A text where a level's name may stand. */
static void check_level(const struct check *check, const struct parameter *parameter,
                        const struct node *node)
{
    double at;
    const struct node *levels = scope_declared(&check->scope, "level");
    bool known = schema_member(levels, node->text) != NULL;
    if (check_is_moot(&check->scope, "level"))
        return;
    if (known &&
        (parameter->kind == PARAMETER_POSITION || scope_level(&check->scope, node->text, &at)))
        return;
    char *hint = NULL;
    if (known) {
        hint = memory_text("; the level is itself uncertain");
    } else if (check->scope.issue == NULL) {
        hint = memory_text("; no issue is marked front = true, so no level has a name here");
    } else {
        struct names names = { 0 };
        names_add_members(&names, levels);
        hint = names_sample(&names, node->text);
        names_free(&names);
    }
    check_mismatch(check, parameter, node, hint);
}

static void check_uncertain(const struct check *check, const struct parameter *parameter,
                            const struct node *node)
{
    struct check inside = *check;
    int before = check->faults->count;
    inside.scope.position = parameter->kind == PARAMETER_POSITION;
    check_group(&inside, uncertain_parameters, node);
    bool moot = inside.scope.position && check_is_moot(&inside.scope, "level");
    if (check->faults->count > before || moot)
        return;
    char *fault = uncertain_fault(node, &inside.scope, parameter);
    char path[CHECK_PATH];
    if (fault != NULL)
        faults_add(check->faults, node->file, node->line, "%s: %s",
                   tree_path(node, path, sizeof path), fault);
    free(fault);
}

static void check_quantity(const struct check *check, const struct parameter *parameter,
                           const struct node *node)
{
    if (check_is_number(node))
        check_range(check, parameter, node);
    else if (node->kind == NODE_GROUP)
        check_uncertain(check, parameter, node);
    else if (node->kind == NODE_TEXT && parameter->kind == PARAMETER_POSITION)
        check_level(check, parameter, node);
    else
        check_mismatch(check, parameter, node, NULL);
}

static void check_real(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    if (check_is_number(node))
        check_range(check, parameter, node);
    else if (node->kind == NODE_TEXT && check->scope.position)
        check_level(check, parameter, node);
    else
        check_mismatch(check, parameter, node, NULL);
}

static void check_count(const struct check *check, const struct parameter *parameter,
                        const struct node *node)
{
    if (node->kind == NODE_INTEGER) {
        check_range(check, parameter, node);
        return;
    }
    char *hint = NULL;
    bool whole = node->kind == NODE_REAL && node->real >= parameter->low &&
                 node->real <= parameter->high && node->real < 9e18 &&
                 (double)(long long)node->real == node->real;
    if (whole) {
        long long integer = (long long)node->real;
        hint = memory_format("; write %lld%s", integer, integer > 2147483647 ? "L" : "");
    }
    check_mismatch(check, parameter, node, hint);
}

static void check_flag(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    if (node->kind != NODE_FLAG)
        check_mismatch(check, parameter, node, NULL);
}

static void check_text(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    if (node->kind != NODE_TEXT || (parameter->required && node->text[0] == '\0'))
        check_mismatch(check, parameter, node, NULL);
}

static void check_word(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    if (node->kind != NODE_TEXT) {
        check_mismatch(check, parameter, node, NULL);
    } else if (names_index(parameter->words, node->text) < 0) {
        struct names names = { 0 };
        names_add_words(&names, parameter->words);
        check_mismatch(check, parameter, node, names_nearest(&names, node->text));
        names_free(&names);
    }
}

static void check_model(const struct check *check, const struct parameter *parameter,
                        const struct node *node)
{
    if (node->kind == NODE_TEXT && catalogue_find(parameter->words, node->text) != NULL)
        return;
    struct names names = { 0 };
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, parameter->words) == 0)
            names_add(&names, catalogue[index].model->name);
    check_mismatch(check, parameter, node,
                   names_hint(&names, node->kind == NODE_TEXT ? node->text : ""));
    names_free(&names);
}

/* A name that must have been declared in its group. */
static void check_name(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    const char *kind = scope_kind(parameter);
    if (node->kind == NODE_TEXT &&
        (scope_index(&check->scope, kind, node->text) >= 0 || check_is_moot(&check->scope, kind)))
        return;
    struct names names = { 0 };
    names_add_members(&names, scope_declared(&check->scope, kind));
    check_mismatch(check, parameter, node,
                   node->kind == NODE_TEXT ? names_sample(&names, node->text) : NULL);
    names_free(&names);
}

static void check_list(const struct check *check, const struct parameter *parameter,
                       const struct node *node)
{
    if (node->kind != NODE_LIST) {
        check_mismatch(check, parameter, node, NULL);
        return;
    }
    for (const struct node *element = node->first; element != NULL; element = element->next) {
        bool fits = parameter->kind == PARAMETER_VALUES ? true
                    : parameter->kind == PARAMETER_LIST ? element->kind == NODE_GROUP
                    : parameter->kind == PARAMETER_NUMBERS
                        ? check_is_number(element) || check->scope.position
                        : element->kind == NODE_TEXT;
        if (!fits)
            check_mismatch(check, parameter, element, NULL);
        else if (parameter->kind == PARAMETER_LIST)
            check_group(check, parameter->members, element);
        else if (scope_kind(parameter) != NULL)
            check_name(check, parameter, element);
        else if (parameter->kind == PARAMETER_NUMBERS && element->kind == NODE_TEXT)
            check_level(check, parameter, element);
    }
}

static void check_inner(const struct check *check, const struct parameter *parameter,
                        const struct node *node)
{
    if (node->kind == NODE_GROUP)
        check_group(check, parameter->members, node);
    else
        check_mismatch(check, parameter, node, NULL);
}

void check_value(const struct check *check, const struct parameter *parameter,
                 const struct node *node)
{
    static void (*const checks[])(const struct check *, const struct parameter *,
                                  const struct node *) = {
        [PARAMETER_QUANTITY] = check_quantity, [PARAMETER_POSITION] = check_quantity,
        [PARAMETER_REAL] = check_real,         [PARAMETER_COUNT] = check_count,
        [PARAMETER_FLAG] = check_flag,         [PARAMETER_WORD] = check_word,
        [PARAMETER_TEXT] = check_text,         [PARAMETER_TEXTS] = check_list,
        [PARAMETER_NUMBERS] = check_list,      [PARAMETER_LIST] = check_list,
        [PARAMETER_ACTOR] = check_name,        [PARAMETER_ACTORS] = check_list,
        [PARAMETER_ISSUES] = check_list,       [PARAMETER_PACKAGE] = check_name,
        [PARAMETER_PACKAGES] = check_list,     [PARAMETER_MODEL] = check_model,
        [PARAMETER_VALUES] = check_list,       [PARAMETER_GROUP] = check_inner,
        [PARAMETER_LEVERS] = check_list,
    };
    checks[parameter->kind](check, parameter, node);
}
