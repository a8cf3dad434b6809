#include <sysexits.h>

#include "engine/command.h"
#include "engine/completion.h"

static int completion(const struct options *options)
{
    /* In the order of the command's arguments. */
    static void (*const shells[])(FILE *) = { completion_bash, completion_zsh, completion_fish };
    int choice = command_choice(&command_completion, options);
    if (choice < 0)
        return EX_USAGE;
    return command_document(shells[choice], options->json, "zopa.completion/1", "shell",
                            options->argument[0]);
}

const struct command command_completion = {
    .name = "completion",
    .arguments = "bash|zsh|fish",
    .summary = "Write what makes a shell complete zopa's command line.",
    .examples = { "source <(zopa completion bash)",
                  "zopa completion fish >~/.config/fish/completions/zopa.fish" },
    .run = completion,
};
