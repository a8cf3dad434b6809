#include "tests/generate/coverage.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/schema.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

struct coverage_use {
    const struct parameter *entry;
    char *form; /* "number", "level", "distribution", "true", a word, a model; "" for all else */
    long times;
};

static struct coverage_use *coverage_find(const struct coverage *coverage,
                                          const struct parameter *entry, const char *form)
{
    for (int i = 0; i < coverage->count; i++)
        if (coverage->use[i].entry == entry && strcmp(coverage->use[i].form, form) == 0)
            return &coverage->use[i];
    return NULL;
}

static void coverage_add(struct coverage *coverage, const struct parameter *entry, const char *form)
{
    if (coverage_find(coverage, entry, form) != NULL)
        return;
    coverage->use = memory_grow(coverage->use, (size_t)coverage->count + 1, sizeof *coverage->use);
    coverage->use[coverage->count++] = (struct coverage_use){ entry, memory_text(form), 0 };
}

static void coverage_add_words(struct coverage *coverage, const struct parameter *entry)
{
    struct names words = { 0 };
    names_add_words(&words, entry->words);
    for (int i = 0; i < words.count; i++)
        coverage_add(coverage, entry, words.name[i]);
    names_free(&words);
}

static void coverage_add_table(struct coverage *coverage, const struct parameter *table);

static void coverage_add_models(struct coverage *coverage, const struct parameter *entry)
{
    for (int i = 0; i < catalogue_count; i++) {
        if (strcmp(catalogue[i].kind, entry->words) != 0)
            continue;
        coverage_add(coverage, entry, catalogue[i].model->name);
        coverage_add_table(coverage, catalogue[i].model->parameters);
        coverage_add_table(coverage, uncertain_lists(entry->words, catalogue[i].model));
    }
}

static void coverage_add_entry(struct coverage *coverage, const struct parameter *entry)
{
    bool position = entry->kind == PARAMETER_POSITION;
    if (entry->kind == PARAMETER_MODEL) {
        coverage_add_models(coverage, entry);
    } else if (entry->kind == PARAMETER_WORD) {
        coverage_add_words(coverage, entry);
    } else if (entry->kind == PARAMETER_FLAG) {
        coverage_add(coverage, entry, "true");
        coverage_add(coverage, entry, "false");
    } else if (entry->kind == PARAMETER_QUANTITY || position) {
        coverage_add(coverage, entry, "number");
        coverage_add(coverage, entry, "distribution");
        if (position)
            coverage_add(coverage, entry, "level");
        coverage_add_table(coverage, uncertain_parameters);
    } else {
        coverage_add(coverage, entry, "");
        coverage_add_table(coverage, entry->members);
    }
}

static void coverage_add_table(struct coverage *coverage, const struct parameter *table)
{
    if (table == uncertain_parameters && coverage_find(coverage, table, "normal") != NULL)
        return;
    for (; table != NULL && table->name != NULL; table++)
        coverage_add_entry(coverage, table);
}

void coverage_start(struct coverage *coverage, const struct parameter *table)
{
    coverage_add_table(coverage, table);
}

static const char *coverage_form(const struct parameter *entry, const struct node *node)
{
    bool quantity = entry->kind == PARAMETER_QUANTITY || entry->kind == PARAMETER_POSITION;
    if (entry->kind == PARAMETER_MODEL || entry->kind == PARAMETER_WORD)
        return node->text;
    if (entry->kind == PARAMETER_FLAG)
        return node->flag ? "true" : "false";
    if (!quantity)
        return "";
    return uncertain_is(node) ? "distribution" : node->kind == NODE_TEXT ? "level" : "number";
}

static void coverage_mark_node(struct coverage *coverage, const struct node *node,
                               const struct parameter *entry)
{
    struct coverage_use *use = coverage_find(coverage, entry, coverage_form(entry, node));
    assert(use != NULL);
    use->times++;
    if (uncertain_is(node))
        coverage_mark(coverage, node, uncertain_parameters);
    else if (entry->kind == PARAMETER_GROUP)
        coverage_mark(coverage, node, entry->members);
    else if (entry->kind == PARAMETER_LIST)
        for (const struct node *element = node->first; element != NULL; element = element->next)
            coverage_mark(coverage, element, entry->members);
}

void coverage_mark(struct coverage *coverage, const struct node *root,
                   const struct parameter *table)
{
    struct schema schema = schema_of(root, table);
    for (const struct node *member = root->first; member != NULL; member = member->next) {
        const struct parameter *entry = schema_find(&schema, member->name);
        assert(entry != NULL);
        coverage_mark_node(coverage, member, entry);
    }
}

int coverage_missing(const struct coverage *coverage)
{
    int missing = 0;
    for (int i = 0; i < coverage->count; i++)
        if (coverage->use[i].times == 0) {
            missing++;
            fprintf(stderr, "never used: %s %s (%s)\n", coverage->use[i].entry->name,
                    coverage->use[i].form, coverage->use[i].entry->meaning);
        }
    return missing;
}

void coverage_free(struct coverage *coverage)
{
    for (int i = 0; i < coverage->count; i++)
        free(coverage->use[i].form);
    free(coverage->use);
    *coverage = (struct coverage){ 0 };
}
