#include "engine/inert.h"

#include <stdlib.h>
#include <string.h>

#include "engine/idle.h"
#include "engine/memory.h"
#include "engine/schema.h"
#include "engine/text.h"

enum { INERT_PATH = 512 };

/* A walk over all nodes that fit a pattern; `visit` ends it by returning true. `word`: what the
 * pattern ends in behind =; NULL: nothing. */
struct inert_walk {
    bool (*visit)(const struct inert_walk *walk, const struct node *node,
                  const struct parameter *entry, const char *word);
    const struct node *root;
    const char *file;
    const struct inert_rule *rule;
    const struct node *setting; /* whose needs are looked for; NULL: settings are */
    struct faults *notices;
};

static bool inert_is(const struct node *node, const char *word)
{
    if (node == NULL)
        return false;
    if (node->kind == NODE_LIST)
        for (const struct node *element = node->first; element != NULL; element = element->next)
            if (inert_is(element, word))
                return true;
    if (node->kind == NODE_FLAG)
        return strcmp(word, node->flag ? "true" : "false") == 0;
    return node->kind == NODE_TEXT && strcmp(node->text, word) == 0;
}

/* Whether a member fits one step: its name, and what stands in brackets behind it. */
static bool inert_fits(const struct node *node, const char *step, size_t length)
{
    size_t name = strcspn(step, ".[=");
    bool fits = strncmp(step, "*", name) == 0 ||
                (strlen(node->name) == name && strncmp(step, node->name, name) == 0);
    for (const char *at = step + name; fits && at < step + length && *at == '[';) {
        size_t key = strcspn(at + 1, "="), word = strcspn(at + key + 2, "]");
        char *member = memory_format("%.*s", (int)key, at + 1);
        char *expected = memory_format("%.*s", (int)word, at + key + 2);
        fits = inert_is(schema_member(node, member), expected);
        free(expected);
        free(member);
        at += key + word + 3;
    }
    return fits;
}

/* What stands behind = at the end of the last step. */
static const char *inert_word(const char *step)
{
    const char *closed = strrchr(step, ']'), *equal = strchr(closed == NULL ? step : closed, '=');
    return equal == NULL ? NULL : equal + 1;
}

static bool inert_find(const struct inert_walk *walk, const struct node *group,
                       const struct parameter *table, const char *pattern)
{
    size_t length = strcspn(pattern, ".");
    if (group->kind != NODE_GROUP)
        return false;
    const struct schema schema = schema_of(group, table);
    for (const struct node *member = group->first; member != NULL; member = member->next) {
        const struct parameter *entry = schema_find(&schema, member->name);
        if (entry == NULL || !inert_fits(member, pattern, length))
            continue;
        if (pattern[length] == '.' ? inert_find(walk, member, entry->members, pattern + length + 1)
                                   : walk->visit(walk, member, entry, inert_word(pattern)))
            return true;
    }
    return false;
}

/* Whether it says something else than its absence would. */
static bool inert_says(const struct node *node, const struct parameter *entry)
{
    switch (node->kind) {
    case NODE_GROUP:
    case NODE_LIST:
        return node->first != NULL;
    case NODE_TEXT:
        return true;
    case NODE_FLAG:
        return node->flag != (entry->initial != 0);
    default:
        return node->real != entry->initial;
    }
}

static bool inert_meets(const struct inert_walk *walk, const struct node *node,
                        const struct parameter *entry, const char *word)
{
    return idle_is_older(walk->setting, node, walk->file) ||
           (word != NULL ? inert_is(node, word) : inert_says(node, entry));
}

/* The member of the top's named group (actors.X, levers.X) in which a node stands. */
static const struct node *inert_self(const struct node *node)
{
    while (node->parent->parent != NULL && node->parent->parent->parent != NULL)
        node = node->parent;
    return node;
}

/* Adds what the sign at `at` stands for; returns what follows it. */
static const char *inert_spell_sign(struct text *text, const struct node *setting, const char *at)
{
    const struct node *self = inert_self(setting);
    char path[INERT_PATH];
    if (*at == '$')
        text_add(text, "%s", self->name);
    else if (*at == '^')
        text_add(text, "%s", tree_path(setting->parent, path, sizeof path));
    if (*at != '<')
        return at + 1;
    size_t length = strcspn(at, ">");
    char *key = memory_format("%.*s", (int)length - 1, at + 1);
    const struct node *name = schema_member(self, key);
    text_add(text, "%s", name != NULL && name->kind == NODE_TEXT ? name->text : "");
    free(key);
    return at + length + 1;
}

/* One need with its own names in place of $, <target>, <owner> and ^. The caller frees it. */
static char *inert_spell(const struct node *setting, const char *need, size_t length)
{
    const char *end = need + length;
    struct text text = { 0 };
    while (need < end) {
        size_t plain = strcspn(need, "$<^"), rest = (size_t)(end - need);
        text_add(&text, "%.*s", (int)(plain < rest ? plain : rest), need);
        need = plain < rest ? inert_spell_sign(&text, setting, need + plain) : end;
    }
    return text.bytes;
}

static bool inert_is_met(const struct inert_walk *walk, const struct node *setting)
{
    struct inert_walk needs = *walk;
    bool met = false;
    needs.visit = inert_meets;
    needs.setting = setting;
    for (const char *need = walk->rule->needs; !met && need != NULL;) {
        const char *end = strstr(need, " | ");
        char *pattern =
            inert_spell(setting, need, end == NULL ? strlen(need) : (size_t)(end - need));
        met = inert_find(&needs, walk->root, scenario_parameters, pattern);
        free(pattern);
        need = end == NULL ? NULL : end + strlen(" | ");
    }
    return met;
}

static bool inert_notice(const struct inert_walk *walk, const struct node *node,
                         const struct parameter *entry, const char *word)
{
    char path[INERT_PATH];
    bool own = node->layer != LAYER_FILE || strcmp(node->file, walk->file) == 0;
    bool number = node->kind == NODE_INTEGER || node->kind == NODE_REAL;
    bool said = word != NULL ? inert_is(node, word)
                             : inert_says(node, entry) && !(number && node->real == 0);
    if (own && said && !inert_is_met(walk, node))
        faults_add(walk->notices, node->file, node->line, "%s: %s",
                   tree_path(node, path, sizeof path), walk->rule->verdict);
    return false;
}

void inert_look(const struct node *root, const char *file, struct faults *notices)
{
    struct inert_walk walk = {
        .visit = inert_notice, .root = root, .file = file, .notices = notices
    };
    for (walk.rule = inert_rules; walk.rule->setting != NULL; walk.rule++)
        inert_find(&walk, root, scenario_parameters, walk.rule->setting);
}

void inert_look_all(const struct scenarios *scenarios, const char *file, struct faults *notices)
{
    for (int place = 0; place < scenarios->count; place++) {
        const struct scenario *scenario = scenarios->scenario[place];
        struct faults found = { 0 };
        char *who = memory_format("variant '%s'", scenario->name);
        inert_look(scenario->tree, file, place == 0 ? notices : &found);
        faults_join(notices, &found, notices->count, who, file, 1);
        faults_free(&found);
        free(who);
    }
}
