#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"
#include "engine/text.h"
#include "models/catalogue.h"

bool command_list_has(const char *kind)
{
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0)
            return true;
    return false;
}

/* The catalogue keeps the models of a kind together. */
void command_list_kinds(struct names *names)
{
    for (int index = 0; index < catalogue_count; index++)
        if (index == 0 || strcmp(catalogue[index].kind, catalogue[index - 1].kind) != 0)
            names_add(names, catalogue[index].kind);
}

char *command_list_models(const char *kind)
{
    struct text models = { 0 };
    text_add(&models, "%s", "");
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0)
            text_add(&models, "%s%s", models.length == 0 ? "" : " ", catalogue[index].model->name);
    return models.bytes;
}

int command_unknown_word(const char *sort, struct names *names, const char *word)
{
    char *hint = names_hint(names, word);
    int status = command_misuse("found the unknown %s '%s'%s", sort, word, hint);
    free(hint);
    names_free(names);
    return status;
}

static int list_unknown_kind(const char *kind)
{
    struct names names = { 0 };
    command_list_kinds(&names);
    return command_unknown_word("kind", &names, kind);
}

int command_unknown_model(const char *kind, const char *name)
{
    struct names names = { 0 };
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0)
            names_add(&names, catalogue[index].model->name);
    if (names.count == 0)
        return list_unknown_kind(kind);
    return command_unknown_word(kind, &names, name);
}

void command_list_print(struct page *page, const char *kind)
{
    for (int index = 0; index < catalogue_count; index++) {
        const struct catalogue_entry *entry = &catalogue[index];
        if (kind != NULL && strcmp(entry->kind, kind) != 0)
            continue;
        char *term = memory_format("%-12s  %-16s", entry->kind, entry->model->name);
        page_item(page, 32, term, entry->model->summary);
        free(term);
    }
}

void command_list_write(struct json *json, const char *kind)
{
    for (int index = 0; index < catalogue_count; index++) {
        const struct catalogue_entry *entry = &catalogue[index];
        if (kind != NULL && strcmp(entry->kind, kind) != 0)
            continue;
        json_row(json, NULL);
        json_text(json, "kind", entry->kind);
        json_text(json, "name", entry->model->name);
        json_text(json, "summary", entry->model->summary);
        json_end(json);
    }
}

static int list(const struct options *options)
{
    const char *kind = options->arguments > 0 ? options->argument[0] : NULL;
    if (options->arguments > 1)
        return command_misuse("list: found %d kinds, expected at most one", options->arguments);
    if (kind != NULL && !command_list_has(kind))
        return list_unknown_kind(kind);
    if (options->json) {
        struct json json = json_start(stdout);
        json_array(&json, NULL);
        command_list_write(&json, kind);
        json_end(&json);
    } else {
        struct page page = page_plain(stdout);
        command_list_print(&page, kind);
    }
    return EX_OK;
}

const struct command command_list = {
    .name = "list",
    .arguments = "[KIND]",
    .summary = "List the models that a scenario can name.",
    .examples = { "zopa list", "zopa list solver" },
    .run = list,
};
