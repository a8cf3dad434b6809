#include <sysexits.h>

#include "engine/command.h"
#include "engine/manual.h"

static int manual(const struct options *options)
{
    /* In the order of the command's arguments. */
    static void (*const documents[])(FILE *) = { manual_scenarios, manual_models, manual_man };
    int choice = command_choice(&command_manual, options);
    if (choice < 0)
        return EX_USAGE;
    return command_document(documents[choice], options->json, "zopa.manual/1", "document",
                            options->argument[0]);
}

const struct command command_manual = {
    .name = "manual",
    .arguments = "scenarios|models|man",
    .summary = "Write a part of the manual: every key of a scenario, every model, or the page for "
               "man(1).",
    .examples = { "zopa manual man | man -l -", "zopa manual models >models.md" },
    .run = manual,
};
