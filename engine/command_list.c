#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/json.h"
#include "engine/names.h"
#include "models/catalogue.h"

static bool list_has(const char *kind)
{
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0)
            return true;
    return false;
}

int command_unknown_kind(const char *kind)
{
    struct names names = { 0 };
    for (int index = 0; index < catalogue_count; index++)
        if (index == 0 || strcmp(catalogue[index].kind, catalogue[index - 1].kind) != 0)
            names_add(&names, catalogue[index].kind);
    char *hint = names_hint(&names, kind);
    int status = command_misuse("found the unknown kind '%s'%s", kind, hint);
    free(hint);
    names_free(&names);
    return status;
}

static void list_print(const char *kind)
{
    for (int index = 0; index < catalogue_count; index++) {
        const struct catalogue_entry *entry = &catalogue[index];
        if (kind == NULL || strcmp(entry->kind, kind) == 0)
            printf("%-12s  %-16s  %s\n", entry->kind, entry->model->name, entry->model->summary);
    }
}

static void list_write(const char *kind)
{
    struct json json = json_start(stdout);
    json_array(&json, NULL);
    for (int index = 0; index < catalogue_count; index++) {
        const struct catalogue_entry *entry = &catalogue[index];
        if (kind != NULL && strcmp(entry->kind, kind) != 0)
            continue;
        json_row(&json, NULL);
        json_text(&json, "kind", entry->kind);
        json_text(&json, "name", entry->model->name);
        json_text(&json, "summary", entry->model->summary);
        json_end(&json);
    }
    json_end(&json);
}

static int list(const struct options *options)
{
    const char *kind = options->arguments > 0 ? options->argument[0] : NULL;
    if (options->arguments > 1)
        return command_misuse("list: found %d kinds, expected at most one", options->arguments);
    if (kind != NULL && !list_has(kind))
        return command_unknown_kind(kind);
    if (options->json)
        list_write(kind);
    else
        list_print(kind);
    return EX_OK;
}

const struct command command_list = {
    .name = "list",
    .arguments = "[KIND]",
    .summary = "List the models that a scenario can name.",
    .run = list,
};
