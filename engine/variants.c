#include "engine/variants.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "engine/assignment.h"
#include "engine/consistency.h"
#include "engine/memory.h"
#include "engine/overlay.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "engine/text.h"

enum { VARIANTS_PATH = 512 };

const struct node *variants_first(const struct node *root)
{
    const struct node *list = schema_member(root, "variants");
    return list != NULL && list->kind == NODE_LIST ? list->first : NULL;
}

static const struct node *variants_text(const struct node *variant, const char *key)
{
    const struct node *text = schema_member(variant, key);
    bool nameless = strcmp(key, "name") == 0 && text != NULL && text->kind == NODE_TEXT &&
                    text->text[0] == '\0';
    return text != NULL && text->kind == NODE_TEXT && !nameless ? text : NULL;
}

char *variants_name(const struct node *variant)
{
    char path[VARIANTS_PATH];
    const struct node *name = variants_text(variant, "name");
    return memory_text(name != NULL ? name->text : tree_path(variant, path, sizeof path));
}

const struct node *variants_find(const struct node *root, const char *name)
{
    const struct node *variant = variants_first(root), *own;
    for (; variant != NULL; variant = variant->next) {
        own = variants_text(variant, "name");
        if (own != NULL && strcmp(own->text, name) == 0)
            return variant;
    }
    return NULL;
}

void variants_add_names(const struct node *root, struct names *names)
{
    for (const struct node *variant = variants_first(root); variant != NULL;
         variant = variant->next)
        if (variants_text(variant, "name") != NULL)
            names_add(names, variants_text(variant, "name")->text);
}

static void variants_check_name(const struct node *root, const struct node *variant,
                                struct faults *faults)
{
    char path[VARIANTS_PATH];
    const struct node *name = variants_text(variant, "name");
    const struct node *own = variants_text(root, "name");
    if (name == NULL)
        return;
    const struct node *twin = variants_find(root, name->text);
    if (twin != variant)
        consistency_fault(faults, name, "found '%s', which %s has too, expected another name",
                          name->text, tree_path(twin, path, sizeof path));
    if (own != NULL && strcmp(own->text, name->text) == 0)
        consistency_fault(faults, name,
                          "found '%s', which is the file's own scenario, expected another name",
                          name->text);
}

void variants_check(const struct node *root, struct faults *faults)
{
    for (const struct node *variant = variants_first(root); variant != NULL;
         variant = variant->next) {
        const struct node *set = schema_member(variant, "set");
        variants_check_name(root, variant, faults);
        if (set != NULL && set->kind == NODE_LIST && set->first == NULL)
            consistency_fault(faults, set,
                              "found an empty list, which changes nothing; expected at least one "
                              "\"PATH = VALUE\"");
    }
}

static bool variants_set(struct node *root, const struct node *text, struct faults *faults)
{
    struct faults found = { 0 };
    bool good = true;
    for (const struct parameter *entry = variant_parameters; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_TEXT && assignment_is_of(text->text, entry->name))
            good = faults_add(&found, text->file, 1, "a variant has its %s beside its set",
                              entry->name);
    good = good && assignment_check(root, scenario_parameters, text->text, &found) &&
           overlay_vary(root, text, &found);
    char *shown = text_excerpt(text->text, strlen(text->text));
    for (int index = 0; index < found.count; index++)
        faults_add(faults, text->file, text->line, "\"%s\": %s", shown, found.fault[index].message);
    free(shown);
    faults_free(&found);
    return good;
}

static void variants_place(struct node *root, const struct node *text)
{
    struct node *copy = tree_copy(text), *old = tree_member(root, text->name);
    copy->layer = LAYER_VARIANT;
    if (old == NULL)
        tree_append(root, copy);
    else
        tree_replace(old, copy);
}

/* The first text that an element sets, or NULL. */
static struct node *variants_sets(const struct node *variant)
{
    const struct node *set = schema_member(variant, "set");
    return set != NULL && set->kind == NODE_LIST ? set->first : NULL;
}

static void variants_name_tree(struct node *root, const struct node *variant)
{
    for (const struct parameter *entry = variant_parameters; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_TEXT && variants_text(variant, entry->name) != NULL)
            variants_place(root, variants_text(variant, entry->name));
}

bool variants_lay(struct node *root, const struct node *variant, struct faults *faults)
{
    bool good = true;
    for (const struct node *text = variants_sets(variant); text != NULL; text = text->next)
        if (text->kind == NODE_TEXT)
            good = variants_set(root, text, faults) && good;
    variants_name_tree(root, variant);
    return good;
}

static bool variants_can_set(const struct node *root, const struct node *text)
{
    struct faults none = { 0 };
    struct node *trial = tree_copy(root);
    bool good = text->kind == NODE_TEXT && variants_set(trial, text, &none);
    tree_free(trial);
    faults_free(&none);
    return good;
}

/* A list must change something: the seed, to what it is. */
static void variants_fill(struct node *variant, const struct node *root)
{
    const struct node *seed = tree_find(root, "run.seed");
    struct node *set = tree_member(variant, "set");
    if (set->first != NULL)
        return;
    struct node *text = tree_node(NODE_TEXT, NULL, set->file, set->line);
    long long value = seed != NULL ? seed->integer : 1;
    text->text = memory_format("run.seed=%lld%s", value, value > INT_MAX ? "L" : "");
    tree_append(set, text);
}

void variants_lay_possible(struct node *root, const struct node *variant, struct node *shown)
{
    struct node *twin = shown == NULL ? NULL : variants_sets(shown), *next;
    for (const struct node *text = variants_sets(variant); text != NULL; text = text->next) {
        struct faults none = { 0 };
        next = twin == NULL ? NULL : twin->next;
        if (variants_can_set(root, text))
            variants_set(root, text, &none);
        else if (twin != NULL)
            tree_remove(twin);
        twin = next;
        faults_free(&none);
    }
    if (shown != NULL)
        variants_fill(shown, root);
    variants_name_tree(root, variant);
}

bool variants_own(const struct node *variant, const char *assignment)
{
    for (const struct parameter *entry = variant_parameters; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_TEXT && variants_text(variant, entry->name) != NULL &&
            assignment_is_of(assignment, entry->name))
            return true;
    return false;
}

/* Whether a text sets the member of the group, or the group as a whole. */
static bool variants_reach(const struct node *text, const char *group, const char *key)
{
    if (text->kind != NODE_TEXT || !assignment_is_of(text->text, group))
        return false;
    const char *behind = text->text + strspn(text->text, " ") + strlen(group);
    return *behind != '.' || assignment_is_of(behind + 1, key);
}

bool variants_touch(const struct node *variant, const char *group, const char *key)
{
    const struct node *text = variants_sets(variant);
    while (text != NULL && !variants_reach(text, group, key))
        text = text->next;
    return text != NULL;
}

void variants_append(struct node *variant, const char *assignment, const char *origin)
{
    struct node *set = tree_member(variant, "set");
    if (set == NULL || set->kind != NODE_LIST)
        return;
    struct node *text = tree_node(NODE_TEXT, NULL, origin, 1);
    text->text = memory_text(assignment);
    text->layer = LAYER_COMMAND;
    tree_append(set, text);
}
