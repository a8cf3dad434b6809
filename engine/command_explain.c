#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

static void explain_setting(const struct parameter *entry)
{
    char *range = describe_range(entry), *value = describe_value(entry, NULL);
    char *line = memory_format(
        "%s: %s%s%s%s%s; %s%s", entry->name, describe_kind(entry), range[0] == '\0' ? "" : " ",
        range, entry->unit[0] == '\0' ? "" : ", ", entry->unit,
        entry->required ? "required" : "default ", entry->required ? "" : value);
    describe_lines(stdout, 2, line);
    describe_lines(stdout, 6, entry->meaning);
    free(line);
    free(range);
    free(value);
}

static void explain_settings(const struct parameter *table)
{
    for (const struct parameter *entry = table; entry != NULL && entry->name != NULL; entry++)
        explain_setting(entry);
}

static void explain_print(const char *kind, const struct model *model)
{
    const struct parameter *lists = uncertain_lists(kind, model);
    printf("%s %s\n", kind, model->name);
    describe_lines(stdout, 2, model->summary);
    printf("\nformula\n");
    describe_lines(stdout, 2, model->formula);
    printf("\nsource\n");
    describe_lines(stdout, 2, model->source);
    printf("\nsettings\n");
    if (model->parameters == NULL && lists == NULL)
        puts("  none");
    explain_settings(model->parameters);
    explain_settings(lists);
}

static void explain_write_settings(struct json *json, const struct parameter *table)
{
    for (const struct parameter *entry = table; entry != NULL && entry->name != NULL; entry++) {
        json_row(json, NULL);
        json_text(json, "name", entry->name);
        json_flag(json, "required", entry->required);
        describe_json_value(json, "default", entry, NULL);
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

static int explain_unknown(const char *kind, const char *name)
{
    struct names names = { 0 };
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0)
            names_add(&names, catalogue[index].model->name);
    if (names.count == 0)
        return command_unknown_kind(kind);
    char *hint = names_hint(&names, name);
    int status = command_misuse("found the unknown %s '%s'%s", kind, name, hint);
    free(hint);
    names_free(&names);
    return status;
}

static int explain(const struct options *options)
{
    if (options->arguments != 2)
        return command_misuse("explain: found %d words, expected a kind and a name",
                              options->arguments);
    const char *kind = options->argument[0];
    const struct model *model = catalogue_find(kind, options->argument[1]);
    if (model == NULL)
        return explain_unknown(kind, options->argument[1]);
    if (options->json)
        explain_write(kind, model);
    else
        explain_print(kind, model);
    return EX_OK;
}

const struct command command_explain = {
    .name = "explain",
    .arguments = "KIND NAME",
    .summary = "Explain a model: its formula, its source, its settings.",
    .run = explain,
};
