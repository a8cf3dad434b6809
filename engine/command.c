#include "engine/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/inert.h"
#include "engine/limits.h"
#include "engine/memory.h"
#include "engine/output.h"
#include "engine/overlay.h"

extern const struct command command_run, command_sweep, command_compare, command_merge,
    command_check, command_show, command_params, command_trace, command_list, command_explain,
    command_new, command_import, command_solve, command_bench;

const struct command *const commands[] = {
    &command_run,    &command_sweep,      &command_compare, &command_solve,  &command_merge,
    &command_store,  &command_check,      &command_show,    &command_params, &command_trace,
    &command_list,   &command_explain,    &command_new,     &command_import, &command_bench,
    &command_manual, &command_completion, &command_help,
};

const int command_count = sizeof commands / sizeof commands[0];

const struct command *command_find(const char *name)
{
    for (int index = 0; index < command_count; index++)
        if (strcmp(commands[index]->name, name) == 0)
            return commands[index];
    return NULL;
}

int command_misuse(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("zopa: error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EX_USAGE;
}

bool command_files(const struct options *options, struct files *files, int *status)
{
    *status = EX_OK;
    if (options->arguments == 0)
        *status = command_misuse("found no scenario, expected at least one file or folder");
    for (int index = 0; index < options->arguments; index++)
        if (!files_add(files, options->argument[index]))
            *status = EX_NOINPUT;
    if (*status != EX_OK)
        files_free(files);
    return *status == EX_OK;
}

int command_choice(const struct command *command, const struct options *options)
{
    struct names names = { 0 };
    int choice = -1;
    size_t first = strcspn(command->arguments, " ");
    bool alone = command->arguments[first] == '\0';
    if (options->arguments == 0 || (alone && options->arguments != 1)) {
        command_misuse("%s: found %d words, expected %s", command->name, options->arguments,
                       command->arguments);
        return choice;
    }
    char *words = memory_format("%.*s", (int)first, command->arguments);
    names_add_between(&names, words, '|');
    for (int index = 0; index < names.count; index++)
        if (strcmp(names.name[index], options->argument[0]) == 0)
            choice = index;
    if (choice < 0)
        command_misuse("found the unknown word '%s', expected %s", options->argument[0], words);
    names_free(&names);
    free(words);
    return choice;
}

void command_override(const struct options *options, struct scenario *scenario)
{
    if (options->trials >= 0)
        scenario_override(scenario, "trials", options->trials);
    if (options->seed >= 0)
        scenario_override(scenario, "seed", options->seed);
    if (options->horizon >= 0)
        scenario_override(scenario, "horizon", options->horizon);
    if (options->design != NULL)
        scenario_override_word(scenario, "design", options->design);
}

/* A file that begins as every SQLite database does, with its '\0'. */
static bool command_is_store(const char *path)
{
    static const char head[] = "SQLite format 3";
    const char *absent;
    size_t size;
    char *bytes = files_load(path, sizeof head, &size, &absent);
    bool store = bytes != NULL && size >= sizeof head && memcmp(bytes, head, sizeof head) == 0;
    free(bytes);
    return store;
}

static bool command_is_scenario(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot != NULL && strcmp(dot, ".cfg") == 0;
}

int command_check_output(const char *flag, const char *path)
{
    char *place = path == NULL || output_is_standard(path) ? NULL : realpath(path, NULL);
    const char *found = place == NULL             ? NULL
                        : command_is_store(place) ? "a store (SQLite)"
                        : command_is_scenario(place) || command_is_scenario(path)
                            ? "a scenario (.cfg)"
                            : NULL;
    free(place);
    if (found == NULL)
        return EX_OK;
    char *shown = text_printable(path);
    command_misuse("%s: found '%s', which is %s, expected another file", flag, shown, found);
    free(shown);
    return EX_USAGE;
}

static int command_read(const struct options *options, const char *file, bool first,
                        struct scenarios *scenarios, struct faults *faults)
{
    static const int codes[] = { [SCENARIO_GOOD] = EX_OK,
                                 [SCENARIO_BAD] = EX_DATAERR,
                                 [SCENARIO_SETTING] = EX_USAGE,
                                 [SCENARIO_MISSING] = EX_NOINPUT };
    const struct scenario_request request = { .file = file,
                                              .set = options->set,
                                              .sets = options->sets,
                                              .variant = options->variant,
                                              .first = first };
    enum scenario_status status = scenarios_read(&request, scenarios, faults);
    for (int index = 0; index < scenarios->count; index++)
        command_override(options, scenarios->scenario[index]);
    return codes[status];
}

static int command_read_telling(const struct options *options, const char *file, bool first,
                                struct scenarios *scenarios)
{
    struct faults faults = { 0 };
    int status = command_read(options, file, first, scenarios, &faults);
    faults_print(&faults, stderr);
    faults_free(&faults);
    return status;
}

int command_scenarios_read(const struct options *options, const char *file,
                           struct scenarios *scenarios, struct faults *faults)
{
    return command_read(options, file, false, scenarios, faults);
}

void command_scenarios_look(const struct options *options, const char *file,
                            const struct scenarios *scenarios, struct faults *warnings)
{
    inert_look_all(scenarios, file, warnings);
    for (int index = 0; index < options->sets; index++) {
        char *origin = overlay_origin(options->set[index]);
        faults_rank(warnings, origin, index + 1);
        free(origin);
    }
}

bool command_scenarios(const struct options *options, const char *file, struct scenarios *scenarios,
                       int *status)
{
    *status = command_read_telling(options, file, false, scenarios);
    return scenarios->count > 0;
}

/* A folder, of a run say, stands for the one scenario in it. False, with a message, where there are
 * more, or none. */
static bool command_single(const char *file, struct files *files, int *status)
{
    *status = files_add(files, file) ? EX_OK : EX_NOINPUT;
    if (*status == EX_OK && files->count > 1)
        *status = command_misuse("found %d scenarios in %s, expected one of them: %s", files->count,
                                 file, files->path[0]);
    return *status == EX_OK;
}

struct scenario *command_scenario(const struct options *options, const char *file, int *status)
{
    struct scenarios scenarios = { 0 };
    struct files files = { 0 };
    if (command_single(file, &files, status))
        *status = command_read_telling(options, files.path[0], true, &scenarios);
    files_free(&files);
    return scenarios_first(&scenarios);
}

int command_document(void (*write)(FILE *), bool as_json, const char *schema, const char *sort,
                     const char *word)
{
    char *text = NULL;
    size_t size;
    if (!as_json) {
        write(stdout);
        return EX_OK;
    }
    FILE *held = open_memstream(&text, &size);
    if (held == NULL)
        return EX_SOFTWARE;
    write(held);
    if (fclose(held) != 0) {
        free(text);
        return EX_SOFTWARE;
    }
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", schema);
    json_text(&json, sort, word);
    json_text(&json, "text", text);
    json_end(&json);
    free(text);
    return EX_OK;
}

int command_limits(const struct options *options, double *seconds)
{
    *seconds = 0;
    if (options->max_time != NULL && !limits_time(options->max_time, seconds))
        return command_misuse("--max-time: found '%s', expected a time: 90 (seconds), 55m, 1h30m",
                              options->max_time);
    if (options->resume && options->store_trials)
        return command_misuse("--store-trials: found --resume, expected one of them: the trials "
                              "that were played before are not gathered");
    if (options->resume && options->out == NULL)
        return command_misuse("--resume: found no -o, expected the folder of the run to go on "
                              "with");
    if (options->out != NULL && output_is_standard(options->out))
        return command_misuse("--out: found '%s', expected a folder", options->out);
    return EX_OK;
}
