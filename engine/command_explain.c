#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/page.h"
#include "engine/text.h"
#include "engine/topic.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

enum { EXPLAIN_KEY = 64 };

/* What is asked about, and where the answer goes. */
struct explanation {
    const char *word;
    bool models, groups; /* whether any are of that name */
    struct page page;
    struct json json;
};

static void explain_setting(struct page *page, const struct parameter *entry)
{
    char key[EXPLAIN_KEY], *range = describe_range(entry), *presence = describe_presence(entry);
    char *line = memory_format("%s: %s%s%s%s%s; %s", topic_key(entry, key, sizeof key),
                               describe_kind(entry), range[0] == '\0' ? "" : " ", range,
                               entry->unit[0] == '\0' ? "" : ", ", entry->unit, presence);
    page_paragraph(page, 2, line);
    page_paragraph(page, 6, entry->meaning);
    free(line);
    free(presence);
    free(range);
}

static void explain_settings(struct page *page, const struct parameter *table)
{
    for (const struct parameter *entry = table; entry != NULL && entry->name != NULL; entry++)
        explain_setting(page, entry);
}

static void explain_part(struct page *page, const char *title, const char *text)
{
    page_heading(page, "%s", title);
    page_paragraph(page, 2, text);
}

static void explain_print(const char *kind, const struct model *model)
{
    struct page page = page_plain(stdout);
    const struct parameter *lists = uncertain_lists(kind, model);
    printf("%s %s\n", kind, model->name);
    page_paragraph(&page, 2, model->summary);
    explain_part(&page, "formula", model->formula);
    explain_part(&page, "source", model->source);
    page_heading(&page, "settings");
    if (model->parameters == NULL && lists == NULL)
        puts("  none of its own");
    explain_settings(&page, model->parameters);
    explain_settings(&page, lists);
    char *more =
        memory_format("\"zopa explain %s\" tells the keys that stand beside them, whatever "
                      "the model.",
                      kind);
    page_end_line(&page);
    page_paragraph(&page, 0, more);
    free(more);
}

static void explain_write_settings(struct json *json, const struct parameter *table)
{
    char key[EXPLAIN_KEY];
    for (const struct parameter *entry = table; entry != NULL && entry->name != NULL; entry++) {
        json_row(json, NULL);
        json_text(json, "name", topic_key(entry, key, sizeof key));
        json_flag(json, "required", entry->required);
        if (describe_has_default(entry))
            describe_json_value(json, "default", entry, NULL);
        else
            json_text(json, "default", NULL);
        describe_json(json, entry);
        json_end(json);
    }
}

static void explain_write(const char *kind, const struct model *model)
{
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "kind", kind);
    json_text(&json, "name", model->name);
    json_text(&json, "summary", model->summary);
    json_text(&json, "formula", model->formula);
    json_text(&json, "source", model->source);
    json_array(&json, "settings");
    explain_write_settings(&json, model->parameters);
    explain_write_settings(&json, uncertain_lists(kind, model));
    json_end(&json);
    json_end(&json);
}

static int explain_model(const struct options *options, const char *kind, const char *name)
{
    const struct model *model = catalogue_find(kind, name);
    if (model == NULL)
        return command_unknown_model(kind, name);
    if (options->json)
        explain_write(kind, model);
    else
        explain_print(kind, model);
    return EX_OK;
}

static void explain_seek(void *context, const struct topic *topic)
{
    struct explanation *told = context;
    told->groups |= topic_is_about(topic, told->word);
}

static void explain_print_group(void *context, const struct topic *topic)
{
    struct explanation *told = context;
    if (!topic_is_about(topic, told->word))
        return;
    page_heading(&told->page, "%s: %s", topic->path, topic->meaning);
    explain_settings(&told->page, topic->table);
}

static void explain_write_group(void *context, const struct topic *topic)
{
    struct explanation *told = context;
    if (!topic_is_about(topic, told->word))
        return;
    json_object(&told->json, NULL);
    json_text(&told->json, "name", topic->name);
    json_text(&told->json, "path", topic->path);
    json_text(&told->json, "meaning", topic->meaning);
    json_array(&told->json, "keys");
    explain_write_settings(&told->json, topic->table);
    json_end(&told->json);
    json_end(&told->json);
}

static void explain_print_word(struct explanation *told)
{
    told->page = page_plain(stdout);
    puts(told->word);
    if (told->models) {
        page_heading(&told->page, "models, each with settings of its own (zopa explain %s MODEL)",
                     told->word);
        command_list_print(&told->page, told->word);
    }
    topic_walk(explain_print_group, told);
    page_end_line(&told->page);
    page_paragraph(&told->page, 0,
                   "A quantity is a number or a distribution; a position that, or the name of a "
                   "level. \"zopa explain\" with a group's name tells its keys, \"zopa params "
                   "SCENARIO\" what a scenario gives.");
}

static void explain_write_word(struct explanation *told)
{
    told->json = json_start(stdout);
    json_object(&told->json, NULL);
    json_text(&told->json, "name", told->word);
    json_array(&told->json, "models");
    command_list_write(&told->json, told->word);
    json_end(&told->json);
    json_array(&told->json, "groups");
    topic_walk(explain_write_group, told);
    json_end(&told->json);
    json_end(&told->json);
}

static void explain_name(void *context, const struct topic *topic)
{
    struct names *names = context;
    for (int index = 0; index < names->count; index++)
        if (strcmp(names->name[index], topic->name) == 0)
            return;
    names_add(names, topic->name);
}

/* Models of that name, as they are asked about; "" where there are none. */
static char *explain_models(const char *word)
{
    struct text models = { 0 };
    text_add(&models, "%s", "");
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].model->name, word) == 0)
            text_add(&models, "%s%s: zopa explain %s %s",
                     models.length == 0 ? "; a model, of " : ", ", catalogue[index].kind,
                     catalogue[index].kind, word);
    return models.bytes;
}

static int explain_unknown(const char *word)
{
    struct names names = { 0 };
    command_list_kinds(&names);
    topic_walk(explain_name, &names);
    char *model = explain_models(word);
    char *nearest = model[0] != '\0' ? memory_text(model) : names_nearest(&names, word);
    free(model);
    struct text known = { 0 };
    text_add(&known, "%s", "; known: ");
    for (int index = 0; index < names.count; index++)
        text_add(&known, "%s%s", index == 0 ? "" : ", ", names.name[index]);
    int status = command_misuse("found the unknown kind or group '%s'%s", word,
                                nearest[0] == '\0' ? known.bytes : nearest);
    free(known.bytes);
    free(nearest);
    names_free(&names);
    return status;
}

static int explain_word(const struct options *options, const char *word)
{
    struct explanation told = { .word = word, .models = command_list_has(word) };
    topic_walk(explain_seek, &told);
    if (!told.models && !told.groups)
        return explain_unknown(word);
    if (options->json)
        explain_write_word(&told);
    else
        explain_print_word(&told);
    return EX_OK;
}

static int explain(const struct options *options)
{
    if (options->arguments == 1)
        return explain_word(options, options->argument[0]);
    if (options->arguments == 2)
        return explain_model(options, options->argument[0], options->argument[1]);
    return command_misuse("explain: found %d words, expected a kind of models or a group of keys, "
                          "or a kind and a model's name",
                          options->arguments);
}

const struct command command_explain = {
    .name = "explain",
    .arguments = "KIND|GROUP [MODEL]",
    .summary = "Explain a model: formula, source, settings; or a group's keys: actor, lever, run.",
    .examples = { "zopa explain solver nash", "zopa explain red_line" },
    .run = explain,
};
