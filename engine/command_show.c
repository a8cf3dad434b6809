#include <stdio.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/writer.h"

static int show(const struct options *options)
{
    int status;
    if (options->arguments != 1)
        return command_misuse("show: found %d scenarios, expected one", options->arguments);
    struct scenario *scenario = command_scenario(options, options->argument[0], &status);
    if (scenario != NULL)
        writer_scenario(scenario->tree, options->origin, stdout);
    scenario_free(scenario);
    return status;
}

const struct command command_show = {
    .name = "show",
    .arguments = "SCENARIO",
    .summary = "Write the resolved scenario, after extends and --set: itself a valid scenario.",
    .examples = { "zopa show mine.cfg --origin",
                  "zopa show mine.cfg --set run.horizon=48 >longer.cfg" },
    .run = show,
};
