#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/overlay.h"

/* One call of `zopa params`. */
struct listing {
    const struct options *options;
    struct page page;
    struct json json;
};

/* A path that is looked for, and what could stand where it goes astray. */
struct astray {
    const char *path;
    bool found;
    int steps;         /* how many of its steps, from the top, some parameter shares */
    struct names next; /* what follows those in such parameters */
};

/* How many steps two paths share, from the top; *whole: all those of the first. */
static int params_shared(const char *path, const char *other, bool *whole)
{
    int shared = 0;
    bool same = true;
    while (same && path[0] != '\0') {
        char *step = tree_step(&path), *beside = tree_step(&other);
        same = step != NULL && beside != NULL && strcmp(step, beside) == 0;
        shared += same;
        free(step);
        free(beside);
    }
    *whole = same;
    return shared;
}

/* Whether a path begins with one of those asked for; all do where none is. */
static bool params_wanted(const struct options *options, const char *path)
{
    bool wanted = options->arguments == 1;
    for (int index = 1; index < options->arguments && !wanted; index++)
        params_shared(options->argument[index], path, &wanted);
    return wanted;
}

static void params_print_entry(struct page *page, const struct description *told)
{
    char *value = describe_value(told->parameter, told->node);
    page_flow(page, 0, told->path);
    page_flow(page, 4, "=");
    page_flow(page, 4, value);
    if (told->node == NULL)
        page_flow(page, 4, "(default)");
    page_flow_end(page);
    free(value);
}

static void params_print(void *context, const struct description *told)
{
    struct listing *listing = context;
    if (!params_wanted(listing->options, told->path))
        return;
    if (listing->options->names) {
        char *key = memory_format("%.*s", (int)strcspn(told->path, ".["), told->path);
        if (!overlay_is_fixed(key))
            puts(told->path);
        free(key);
        return;
    }
    params_print_entry(&listing->page, told);
    if (listing->options->quiet)
        return;
    char *range = describe_range(told->parameter);
    const char *unit = told->parameter->unit;
    char *meaning =
        memory_format("%s%s%s%s%s: %s", describe_kind(told->parameter), range[0] == '\0' ? "" : " ",
                      range, unit[0] == '\0' ? "" : ", ", unit, told->parameter->meaning);
    page_paragraph(&listing->page, 4, meaning);
    free(meaning);
    free(range);
}

static void params_write(void *context, const struct description *told)
{
    struct listing *listing = context;
    struct json *json = &listing->json;
    if (!params_wanted(listing->options, told->path))
        return;
    json_row(json, NULL);
    json_text(json, "path", told->path);
    describe_json_value(json, "value", told->parameter, told->node);
    json_flag(json, "default", told->node == NULL);
    describe_json(json, told->parameter);
    json_end(json);
}

/* The step of a path at a place, counted from 0; NULL: it has none. The caller frees it. */
static char *params_step(const char *path, int place)
{
    char *step = path[0] == '\0' ? NULL : tree_step(&path);
    for (; place > 0 && step != NULL; place--) {
        free(step);
        step = path[0] == '\0' ? NULL : tree_step(&path);
    }
    return step;
}

static void params_seek(void *context, const struct description *told)
{
    struct astray *astray = context;
    bool whole;
    int shared = params_shared(astray->path, told->path, &whole);
    astray->found |= whole;
    if (shared > astray->steps) {
        names_free(&astray->next);
        astray->steps = shared;
    }
    char *next = shared < astray->steps ? NULL : params_step(told->path, shared);
    int last = astray->next.count - 1;
    if (next != NULL && (last < 0 || strcmp(astray->next.name[last], next) != 0))
        names_add(&astray->next, next);
    free(next);
}

/* Whether any parameter begins with the path; else a message says where it goes astray. */
static bool params_find(const struct scenario *scenario, const char *path)
{
    struct astray astray = { .path = path };
    describe_parameters(scenario->tree, params_seek, &astray);
    if (!astray.found) {
        char *step = params_step(path, astray.steps);
        char *hint = step == NULL ? memory_text("") : names_sample(&astray.next, step);
        if (step == NULL)
            command_misuse("found '%s', expected a path", path);
        else
            command_misuse("no parameter begins with '%s': found the unknown '%s'%s", path, step,
                           hint);
        free(hint);
        free(step);
    }
    names_free(&astray.next);
    return astray.found;
}

static int params_tell(struct listing *listing, const struct scenario *scenario)
{
    for (int index = 1; index < listing->options->arguments; index++)
        if (!params_find(scenario, listing->options->argument[index]))
            return EX_USAGE;
    if (!listing->options->json) {
        describe_parameters(scenario->tree, params_print, listing);
        return EX_OK;
    }
    json_array(&listing->json, NULL);
    describe_parameters(scenario->tree, params_write, listing);
    json_end(&listing->json);
    return EX_OK;
}

static int params(const struct options *options)
{
    int status;
    if (options->arguments == 0)
        return command_misuse("params: found no scenario, expected one");
    struct scenario *scenario = command_scenario(options, options->argument[0], &status);
    if (scenario == NULL)
        return status;
    struct listing listing = { options, page_plain(stdout), json_start(stdout) };
    status = params_tell(&listing, scenario);
    scenario_free(scenario);
    return status;
}

const struct command command_params = {
    .name = "params",
    .arguments = "SCENARIO [PATH...]",
    .summary = "List every parameter, or those whose path begins so: value, kind, range, unit, "
               "meaning.",
    .examples = { "zopa params mine.cfg", "zopa params mine.cfg actors.us process.ceasefire" },
    .run = params,
};
