#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/output.h"
#include "engine/starter.h"
#include "engine/text.h"

static bool new_refuse(const char *found, const char *expected)
{
    char *shown = text_printable(found);
    command_misuse("new: found '%s', expected %s", shown, expected);
    free(shown);
    return false;
}

/* Whether a scenario can be named so; a message says why not. Folders are read without their hidden
 * files, so that a scenario must not be one. */
static bool new_is_name(const char *argument, const char *base, const char *name)
{
    bool printable = true;
    for (const char *at = argument; *at != '\0';
         at += text_character(at) > 0 ? text_character(at) : 1)
        printable = printable && text_character(at) > 0 && !text_is_control(at);
    if (!printable)
        return new_refuse(argument, "a name in UTF-8 without control characters");
    if (base[0] == '\0')
        return new_refuse(argument, "the name of a file, not of a folder");
    if (base[0] == '.')
        return new_refuse(argument, "a name that does not begin with a dot: it would be hidden");
    if (name[0] == '\0')
        return new_refuse(argument, "a name with a letter or a digit in it");
    return true;
}

static void new_tell(const char *path, const char *name)
{
    char *word = label_word(path);
    fprintf(stderr, "zopa: wrote %s: a scenario to start from, named \"%s\"\n", word, name);
    fprintf(stderr, "zopa: next: zopa run %s -n 2000\n", word);
    free(word);
}

static void new_json(const char *path, const char *name)
{
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", "zopa.new/1");
    json_text(&json, "file", path);
    json_text(&json, "name", name);
    json_end(&json);
}

static int new_write(const struct options *options, const char *path, const char *name)
{
    struct output output;
    const char *slash = strrchr(path, '/');
    int status = EX_CANTCREAT;
    if (output_open(&output, path, true)) {
        starter_write(output.stream, name, slash == NULL ? path : slash + 1);
        status = output_close(&output) ? EX_OK : EX_IOERR;
    }
    if (status == EX_OK && options->json)
        new_json(path, name);
    else if (status == EX_OK && !options->quiet)
        new_tell(path, name);
    return status;
}

static int new_scenario(const struct options *options)
{
    if (options->arguments != 1)
        return command_misuse("new: found %d names, expected one", options->arguments);
    const char *argument = options->argument[0];
    char *base = label_base(argument, "cfg"), *name = label_name(base);
    int status = EX_USAGE;
    if (new_is_name(argument, base, name)) {
        size_t length = strlen(argument);
        bool whole = length > 4 && strcmp(argument + length - 4, ".cfg") == 0;
        char *path = memory_format("%s%s", argument, whole ? "" : ".cfg");
        status = options->json && output_is_standard(path)
                     ? command_misuse("new: found --json with %s as standard output, expected "
                                      "another file: standard output has the JSON",
                                      path)
                     : new_write(options, path, name);
        free(path);
    }
    free(name);
    free(base);
    return status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "NAME",
    .summary = "Write NAME.cfg, a commented scenario to start from; never over a file.",
    .examples = { "zopa new talks && zopa run talks.cfg -n 2000", "zopa new folder/talks.cfg" },
    .run = new_scenario,
};
