#include <stdlib.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/describe.h"
#include "engine/memory.h"

static void params_print(void *context, const struct description *told)
{
    (void)context;
    char *value = describe_value(told->parameter, told->node),
         *range = describe_range(told->parameter);
    const char *unit = told->parameter->unit;
    printf("%s = %s%s\n", told->path, value, told->node == NULL ? "   (default)" : "");
    char *meaning =
        memory_format("%s%s%s%s%s: %s", describe_kind(told->parameter), range[0] == '\0' ? "" : " ",
                      range, unit[0] == '\0' ? "" : ", ", unit, told->parameter->meaning);
    describe_lines(stdout, 4, meaning);
    free(meaning);
    free(range);
    free(value);
}

static void params_write(void *context, const struct description *told)
{
    struct json *json = context;
    json_row(json, NULL);
    json_text(json, "path", told->path);
    describe_json_value(json, "value", told->parameter, told->node);
    json_flag(json, "default", told->node == NULL);
    describe_json(json, told->parameter);
    json_end(json);
}

static int params(const struct options *options)
{
    int status;
    if (options->arguments != 1)
        return command_misuse("params: found %d scenarios, expected one", options->arguments);
    struct scenario *scenario = command_scenario(options, options->argument[0], &status);
    if (scenario == NULL)
        return status;
    if (options->json) {
        struct json json = json_start(stdout);
        json_array(&json, NULL);
        describe_parameters(scenario->tree, params_write, &json);
        json_end(&json);
    } else {
        describe_parameters(scenario->tree, params_print, NULL);
    }
    scenario_free(scenario);
    return EX_OK;
}

const struct command command_params = {
    .name = "params",
    .arguments = "SCENARIO",
    .summary = "List every parameter: path, value, kind, range, unit, meaning.",
    .run = params,
};
