#include <stdio.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/writer.h"

static void show_json(const struct scenario *scenario, bool origin)
{
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", "zopa.show/1");
    json_text(&json, "name", scenario->name);
    json_text(&json, "scenario_sha256", scenario->sha256);
    writer_json(&json, "scenario", scenario->tree);
    if (origin) {
        json_array(&json, "origins");
        writer_json_origins(&json, scenario->tree);
        json_end(&json);
    }
    json_end(&json);
}

static int show(const struct options *options)
{
    int status;
    if (options->arguments != 1)
        return command_misuse("show: found %d scenarios, expected one", options->arguments);
    struct scenario *scenario = command_scenario(options, options->argument[0], &status);
    if (scenario != NULL && options->json)
        show_json(scenario, options->origin);
    else if (scenario != NULL)
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
