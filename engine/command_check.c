#include <limits.h>
#include <stdlib.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"

/* What is told of a scenario. The first is the file's own, or the variant that was asked for. */
struct check_counts {
    bool variant;
    int belligerents, issues, uncertain;
};

static struct check_counts check_count(const struct options *options, int place,
                                       const struct scenario *scenario)
{
    const struct game *game = &scenario->game;
    struct check_counts counts = { .variant = place > 0 || options->variant != NULL,
                                   .issues = game->issues,
                                   .uncertain = scenario->quantities.uncertains };
    for (int actor = 0; actor < game->actors; actor++)
        counts.belligerents += game->actor[actor].role == ROLE_BELLIGERENT;
    return counts;
}

static void check_tell(const char *file, const char *name, const struct check_counts *counts)
{
    char *text = memory_format("%s%s%s: ok (%d belligerents, %d issue%s, %d uncertain number%s)",
                               file, counts->variant ? ", " : "", counts->variant ? name : "",
                               counts->belligerents, counts->issues, counts->issues == 1 ? "" : "s",
                               counts->uncertain, counts->uncertain == 1 ? "" : "s");
    struct page page = page_plain(stdout);
    if (!terminal_is(stdout))
        page.width = INT_MAX; /* one line a scenario, for programs */
    page_paragraph(&page, 0, text);
    free(text);
}

static void check_print(const struct options *options, const char *file,
                        const struct scenarios *scenarios, const struct faults *faults,
                        const struct faults *warnings)
{
    faults_print(faults, stderr);
    if (!options->quiet)
        faults_warn(warnings, stderr);
    for (int place = 0; place < scenarios->count && !options->quiet; place++) {
        const struct scenario *scenario = scenarios->scenario[place];
        struct check_counts counts = check_count(options, place, scenario);
        check_tell(file, scenario->name, &counts);
    }
}

static void check_write(const struct options *options, const char *file, struct json *json,
                        const struct scenarios *scenarios, const struct faults *faults,
                        const struct faults *warnings)
{
    json_object(json, NULL);
    json_text(json, "file", file);
    json_flag(json, "ok", scenarios->count > 0);
    json_array(json, "scenarios");
    for (int place = 0; place < scenarios->count; place++) {
        struct check_counts counts = check_count(options, place, scenarios->scenario[place]);
        json_row(json, NULL);
        json_text(json, "name", scenarios->scenario[place]->name);
        json_flag(json, "ok", true);
        json_flag(json, "variant", counts.variant);
        json_integer(json, "belligerents", counts.belligerents);
        json_integer(json, "issues", counts.issues);
        json_integer(json, "uncertain", counts.uncertain);
        json_end(json);
    }
    json_end(json);
    faults_write(faults, json, "faults");
    faults_write(warnings, json, "warnings");
    json_end(json);
}

/* Prints it, or writes it where there is JSON. */
static int check_file(const struct options *options, const char *file, struct json *json)
{
    struct scenarios scenarios;
    struct faults faults = { 0 }, warnings = { 0 };
    int status = command_scenarios_read(options, file, &scenarios, &faults);
    command_scenarios_look(options, file, &scenarios, &warnings);
    if (!options->json)
        check_print(options, file, &scenarios, &faults, &warnings);
    else if (!options->quiet || scenarios.count == 0)
        check_write(options, file, json, &scenarios, &faults, &warnings);
    scenarios_free(&scenarios);
    faults_free(&warnings);
    faults_free(&faults);
    return status;
}

static int check_files(const struct options *options, const struct files *files)
{
    int worst = EX_OK;
    struct json json = json_start(stdout);
    if (options->json) {
        json_object(&json, NULL);
        json_text(&json, "schema", "zopa.check/1");
        json_array(&json, "files");
    }
    for (int index = 0; index < files->count; index++) {
        int status = check_file(options, files->path[index], &json);
        worst = status > worst ? status : worst;
    }
    if (options->json) {
        json_end(&json);
        json_flag(&json, "ok", worst == EX_OK);
        json_end(&json);
    }
    return worst;
}

static int check(const struct options *options)
{
    struct files files = { 0 };
    int status = EX_OK;
    if (!command_files(options, &files, &status))
        return status;
    status = check_files(options, &files);
    files_free(&files);
    return status;
}

const struct command command_check = {
    .name = "check",
    .arguments = "SCENARIO...",
    .summary = "Validate scenarios: every fault at once.",
    .examples = { "zopa check mine.cfg", "zopa check scenarios/ukraine" },
    .run = check,
};
