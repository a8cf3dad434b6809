#include "engine/topic.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

enum { TOPIC_WORD = 64 };

struct topic_walk {
    void (*tell)(void *context, const struct topic *);
    void *context;
    int depth;  /* of the groups to tell, in this turn; -1: all */
    bool found; /* whether there are any so deep */
};

char *topic_key(const struct parameter *parameter, char *out, size_t size)
{
    bool any = strcmp(parameter->name, PARAMETER_ANY) == 0;
    snprintf(out, size, "%s", any ? parameter->words : parameter->name);
    for (char *next = out; any && *next != '\0'; next++)
        if (*next >= 'a' && *next <= 'z')
            *next = (char)(*next - 'a' + 'A');
    return out;
}

/* "issue" of `issues`: the name of one group among many of a sort. */
static char *topic_singular(const char *plural)
{
    size_t length = strlen(plural);
    return memory_format(
        "%.*s", (int)(length > 0 && plural[length - 1] == 's' ? length - 1 : length), plural);
}

/* A group that holds nothing but groups of one sort is no topic: they are. */
static bool topic_holds_many(const struct parameter *table)
{
    return strcmp(table->name, PARAMETER_ANY) == 0 && table->kind == PARAMETER_GROUP;
}

static void topic_walk_table(struct topic_walk *walk, const struct parameter *table,
                             const char *path, const char *holder, int depth);

static void topic_walk_entry(struct topic_walk *walk, const struct parameter *entry,
                             const char *path, const char *holder, int depth)
{
    char key[TOPIC_WORD];
    topic_key(entry, key, sizeof key);
    bool list = entry->kind == PARAMETER_LIST, any = strcmp(entry->name, PARAMETER_ANY) == 0;
    char *inner =
        memory_format("%s%s%s%s", path, path[0] == '\0' ? "" : ".", key, list ? "[N]" : "");
    char *name = any    ? topic_singular(holder)
                 : list ? topic_singular(entry->name)
                        : memory_text(entry->name);
    walk->found |= depth == walk->depth;
    if ((depth == walk->depth || walk->depth < 0) && !topic_holds_many(entry->members))
        walk->tell(walk->context, &(struct topic){ name, inner, entry->members, entry->meaning });
    if (depth < walk->depth || walk->depth < 0)
        topic_walk_table(walk, entry->members, inner, entry->name, depth + 1);
    free(name);
    free(inner);
}

/* Whether a model of the kind, earlier in the catalogue than this one, has the same group. */
static bool topic_told_before(const char *kind, int model, const struct parameter *entry)
{
    for (int k = 0; k < model; k++)
        for (const struct parameter *other = catalogue[k].model->parameters;
             strcmp(catalogue[k].kind, kind) == 0 && other != NULL && other->name != NULL; other++)
            if (other->members == entry->members && strcmp(other->name, entry->name) == 0)
                return true;
    return false;
}

/* The groups among the settings of the models of a kind; each once. */
static void topic_walk_models(struct topic_walk *walk, const char *kind, const char *path,
                              int depth)
{
    for (int k = 0; k < catalogue_count; k++)
        for (const struct parameter *entry = catalogue[k].model->parameters;
             strcmp(catalogue[k].kind, kind) == 0 && entry != NULL && entry->name != NULL; entry++)
            if (entry->kind == PARAMETER_GROUP && !topic_told_before(kind, k, entry))
                topic_walk_entry(walk, entry, path, "", depth);
}

static void topic_walk_table(struct topic_walk *walk, const struct parameter *table,
                             const char *path, const char *holder, int depth)
{
    for (const struct parameter *entry = table; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_GROUP || entry->kind == PARAMETER_LIST)
            topic_walk_entry(walk, entry, path, holder, depth);
        else if (entry->kind == PARAMETER_MODEL)
            topic_walk_models(walk, entry->words, path, depth);
}

static void topic_walk_distribution(const struct topic_walk *walk)
{
    walk->tell(walk->context,
               &(struct topic){ "distribution", "wherever a quantity or a position stands",
                                uncertain_parameters, "an uncertain number" });
}

void topic_walk(void (*tell)(void *context, const struct topic *), void *context)
{
    struct topic_walk walk = { tell, context, 0, true };
    for (; walk.found; walk.depth++) {
        walk.found = false;
        topic_walk_table(&walk, scenario_parameters, "", "", 0);
    }
    topic_walk_distribution(&walk);
}

void topic_walk_nested(void (*tell)(void *context, const struct topic *), void *context)
{
    struct topic_walk walk = { tell, context, -1, true };
    topic_walk_table(&walk, scenario_parameters, "", "", 0);
    topic_walk_distribution(&walk);
}

/* Whether the word is the plural by which many such groups are held: "costs" of
 * "actors.ACTOR.war.costs.COST". */
static bool topic_is_many(const struct topic *topic, const char *word)
{
    const char *last = strrchr(topic->path, '.');
    size_t length = strlen(word);
    if (last == NULL || !isupper((unsigned char)last[1]) || last - topic->path < (long)length)
        return false;
    const char *held = last - length;
    bool begins = held == topic->path || held[-1] == '.';
    return begins && strncmp(held, word, length) == 0;
}

bool topic_is_about(const struct topic *topic, const char *word)
{
    if (strcmp(topic->name, word) == 0 || topic_is_many(topic, word))
        return true;
    for (const struct parameter *entry = topic->table; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_MODEL && strcmp(entry->words, word) == 0)
            return true;
    return false;
}
