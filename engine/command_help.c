#include <stdlib.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/names.h"

static void help_overview(void)
{
    puts("zopa simulates negotiations: a scenario in, the distribution of outcomes out.\n");
    puts("usage: zopa COMMAND [FLAGS] [ARGUMENTS]\n");
    for (int index = 0; index < command_count; index++)
        printf("  %-8s %-22s %s\n", commands[index]->name, commands[index]->arguments,
               commands[index]->summary);
    puts("\n\"zopa help COMMAND\" tells a command's flags; \"zopa --version\" tells the version.");
}

int command_help_tell(const struct command *command)
{
    if (command == NULL) {
        help_overview();
        return EX_OK;
    }
    printf("usage: zopa %s [FLAGS] %s\n\n%s\n\n", command->name, command->arguments,
           command->summary);
    options_help(command->name, stdout);
    return EX_OK;
}

int command_unknown(const char *name)
{
    struct names names = { 0 };
    for (int index = 0; index < command_count; index++)
        names_add(&names, commands[index]->name);
    char *hint = names_hint(&names, name);
    int status = command_misuse("found the unknown command '%s'%s", name, hint);
    free(hint);
    names_free(&names);
    return status;
}

static int help(const struct options *options)
{
    if (options->arguments > 1)
        return command_misuse("help: found %d commands, expected at most one", options->arguments);
    if (options->arguments == 0)
        return command_help_tell(NULL);
    const struct command *command = command_find(options->argument[0]);
    if (command == NULL)
        return command_unknown(options->argument[0]);
    return command_help_tell(command);
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Tell what there is, or the flags of one command.",
    .run = help,
};
