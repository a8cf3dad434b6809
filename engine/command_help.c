#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/command.h"
#include "engine/memory.h"
#include "engine/names.h"

enum { HELP_VERB = 34, HELP_CODE = 8 };

const struct command_code *command_help_codes(int *count)
{
    static const struct command_code codes[] = {
        { EX_OK, "done" },
        { 1, "compare --fail-if: the condition holds; bench --check: something is worse" },
        { EX_USAGE, "the command line is wrong: a verb, a flag, an argument, a --set" },
        { EX_DATAERR, "a scenario, a file that it extends, a table or a store is wrong" },
        { EX_NOINPUT, "a scenario, or a store, is missing or cannot be read" },
        { EX_SOFTWARE, "memory ran out, or a bug" },
        { EX_CANTCREAT,
          "a file cannot be created, or exists and is not replaced; a store cannot be opened" },
        { EX_IOERR, "standard output, or a file, cannot be written" },
        { EX_TEMPFAIL, "stopped early because the time was up; it can be resumed" },
        { 130, "interrupted (SIGINT): what was done until then is told, as incomplete" },
        { 143, "terminated (SIGTERM): likewise" },
    };
    *count = sizeof codes / sizeof codes[0];
    return codes;
}

static void help_codes(struct page *page)
{
    int count;
    const struct command_code *codes = command_help_codes(&count);
    page_heading(page, "exit codes");
    for (int index = 0; index < count; index++) {
        char *term = memory_format("  %3d", codes[index].code);
        page_item(page, HELP_CODE, term, codes[index].meaning);
        free(term);
    }
}

/* Room for the longest verb. */
static int help_width(void)
{
    size_t width = 0;
    for (int index = 0; index < command_count; index++)
        width = strlen(commands[index]->name) > width ? strlen(commands[index]->name) : width;
    return (int)width;
}

static void help_overview(struct page *page)
{
    page_paragraph(page, 0,
                   "zopa simulates negotiations: a scenario in, the distribution of outcomes out.");
    page_heading(page, "usage: zopa COMMAND [FLAGS] [ARGUMENTS]");
    for (int index = 0; index < command_count; index++) {
        char *term = memory_format("  %-*s %s", help_width(), commands[index]->name,
                                   commands[index]->arguments);
        page_item(page, HELP_VERB, term, commands[index]->summary);
        free(term);
    }
    help_codes(page);
    page_end_line(page);
    page_paragraph(
        page, 0,
        "\"zopa help COMMAND\" tells a command's flags, \"zopa --version\" the version. The "
        "manual: \"zopa manual man\" writes the page that \"man zopa\" shows, \"zopa "
        "manual scenarios\" every key of a scenario, \"zopa manual models\" every "
        "model.");
}

static void help_command(struct page *page, const struct command *command)
{
    printf("usage: zopa %s [FLAGS] %s\n\n", command->name, command->arguments);
    page_paragraph(page, 0, command->summary);
    page_heading(page, "flags");
    options_help(page, command->name);
    if (options_have(command->name, "set")) {
        page_heading(page, "PATH=VALUE");
        page_paragraph(page, 2,
                       "a path as in zopa params, a value as in a scenario: process.solver=nash");
    }
    page_heading(page, "examples");
    for (size_t index = 0; index < sizeof command->examples / sizeof *command->examples; index++)
        if (command->examples[index] != NULL)
            printf("  %s\n", command->examples[index]);
    page_end_line(page);
    page_paragraph(page, 0, "The manual: \"zopa manual man | man -l -\".");
}

static void help_write_command(struct json *json, const struct command *command)
{
    json_object(json, NULL);
    json_text(json, "name", command->name);
    json_text(json, "arguments", command->arguments);
    json_text(json, "summary", command->summary);
    json_array(json, "flags");
    options_write(json, command->name);
    json_end(json);
    json_array(json, "examples");
    for (size_t index = 0; index < sizeof command->examples / sizeof *command->examples; index++)
        if (command->examples[index] != NULL)
            json_text(json, NULL, command->examples[index]);
    json_end(json);
    json_end(json);
}

static void help_write_codes(struct json *json)
{
    int count;
    const struct command_code *codes = command_help_codes(&count);
    json_array(json, "exit_codes");
    for (int index = 0; index < count; index++) {
        json_row(json, NULL);
        json_integer(json, "code", codes[index].code);
        json_text(json, "meaning", codes[index].meaning);
        json_end(json);
    }
    json_end(json);
}

/* Of one command, or (NULL) of all. */
static void help_write(const struct command *command)
{
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", "zopa.help/1");
    json_text(&json, "version", ZOPA_VERSION);
    json_array(&json, "commands");
    for (int index = 0; index < command_count; index++)
        if (command == NULL || command == commands[index])
            help_write_command(&json, commands[index]);
    json_end(&json);
    help_write_codes(&json);
    json_end(&json);
}

int command_help_tell(const struct command *command, bool as_json)
{
    if (as_json) {
        help_write(command);
        return EX_OK;
    }
    struct page page = page_plain(stdout);
    if (command == NULL)
        help_overview(&page);
    else
        help_command(&page, command);
    return EX_OK;
}

int command_unknown(const char *name)
{
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".cfg") == 0 && access(name, R_OK) == 0)
        return command_misuse("found the unknown command '%s'; did you mean 'zopa run %s'?", name,
                              name);
    struct names names = { 0 };
    for (int index = 0; index < command_count; index++)
        names_add(&names, commands[index]->name);
    return command_unknown_word("command", &names, name);
}

static int help(const struct options *options)
{
    if (options->arguments > 1)
        return command_misuse("help: found %d commands, expected at most one", options->arguments);
    if (options->arguments == 0)
        return command_help_tell(NULL, options->json);
    const struct command *command = command_find(options->argument[0]);
    if (command == NULL)
        return command_unknown(options->argument[0]);
    return command_help_tell(command, options->json);
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Tell what there is, or the flags of one command.",
    .examples = { "zopa help run", "zopa help params" },
    .run = help,
};
