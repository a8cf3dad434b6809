#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/completion.h"
#include "engine/memory.h"

static const char *const fish_head[] = {
    "# Completion of zopa's command line for fish, written by \"zopa completion fish\". Keep it:",
    "#     zopa completion fish >~/.config/fish/completions/zopa.fish",
    "# or install it as share/fish/vendor_completions.d/zopa.fish.",
    "",
    NULL,
};

static const char *const fish_helpers[] = {
    "# The words behind the verb that are no flags and no flags' arguments, one a line;",
    "# $argv[1]: -c for those in front of the cursor alone.",
    "function __zopa_words",
    "    set -l words (commandline -op $argv)",
    "    set -l verb $words[2]",
    "    set -e words[1]",
    "    set -e words[1]",
    "    set -l taken no",
    "    for word in $words",
    "        if test $taken = yes",
    "            set taken no",
    "        else if string match -q -- '-?*' $word",
    "            if __zopa_takes $verb $word",
    "                set taken yes",
    "            end",
    "        else",
    "            echo -- $word",
    "        end",
    "    end",
    "end",
    "",
    "function __zopa_no_verb",
    "    test (count (commandline -opc)) -eq 1",
    "end",
    "",
    "function __zopa_verb",
    "    set -l words (commandline -opc)",
    "    test (count $words) -gt 1; and test \"$words[2]\" = $argv[1]",
    "end",
    "",
    "# Whether the cursor is at that place behind the verb, counted from 0; with \"on\", or on.",
    "function __zopa_place",
    "    __zopa_verb $argv[1]; or return 1",
    "    set -l count (count (__zopa_words -c))",
    "    if test \"$argv[3]\" = on",
    "        test $count -ge $argv[2]",
    "    else",
    "        test $count -eq $argv[2]",
    "    end",
    "end",
    "",
    "function __zopa_scenarios",
    "    set -l wanted '^(?:-.*=)?.*(?:/|\\.cfg)(?:\\t.*)?$'",
    "    complete -C \"'' \"(commandline -ct) | string match -r -- $wanted",
    "end",
    "",
    "# Asks the program about the scenario on the command line: __zopa_ask FLAG [ARGUMENT].",
    "function __zopa_ask",
    "    set -l program (commandline -op)[1]",
    "    set -l words (__zopa_words)",
    "    test -n \"$words[1]\"; or return",
    "    set -l scenario (string replace -r '^~/' $HOME/ -- $words[1])",
    "    $program params $argv[1] -- $scenario $argv[2..-1] 2>/dev/null",
    "end",
    "",
    "# The parameters of the scenario; $argv[1] ends a path.",
    "function __zopa_paths",
    "    __zopa_ask --names | string replace -r '$' -- \"$argv[1]\"",
    "end",
    "",
    "function __zopa_variants",
    "    __zopa_ask -q variants | string replace -rf '^variants\\[\\d+\\]\\.name = (.*)' '$1'",
    "end",
    "",
    "function __zopa_models",
    "    switch (__zopa_words -c)[1]",
    NULL,
};

static const char *const fish_foot[] = {
    "    end", "end", "", "complete -c zopa -f", NULL,
};

/* Between single quotes, as fish reads it. */
static void fish_quote(FILE *out, const char *text)
{
    fputc('\'', out);
    for (; *text != '\0'; text++)
        fprintf(out, "%s%c", *text == '\'' || *text == '\\' ? "\\" : "", *text);
    fputc('\'', out);
}

/* The flags that take something. */
static void fish_takes(FILE *out)
{
    fputs("# Whether something stands behind the flag.\nfunction __zopa_takes\n"
          "    switch \"$argv[1] $argv[2]\"\n",
          out);
    for (int index = 0; index < command_count; index++) {
        const char *verb = commands[index]->name;
        for (int k = 0; k < option_flag_count; k++) {
            const struct flag *flag = &option_flags[k];
            if (flag->argument == NULL || !options_apply(flag, verb))
                continue;
            fprintf(out, "        case '%s --%s'", verb, flag->takes.name);
            if (flag->letter != '\0')
                fprintf(out, " '%s -%c'", verb, flag->letter);
            fputs("\n            return 0\n", out);
        }
    }
    fputs("    end\n    return 1\nend\n\n", out);
}

static void fish_models(FILE *out)
{
    struct names kinds = { 0 };
    command_list_kinds(&kinds);
    for (int index = 0; index < kinds.count; index++) {
        char *models = command_list_models(kinds.name[index]);
        fprintf(out, "        case %s\n            string split ' ' '%s'\n", kinds.name[index],
                models);
        free(models);
    }
    names_free(&kinds);
}

/* The options of `complete` for an offer. */
static void fish_offer(FILE *out, const char *offer)
{
    static const char *const calls[][2] = {
        { "@scenarios", "(__zopa_scenarios)" },
        { "@files", "" },
        { "@folders", "(__fish_complete_directories)" },
        { "@paths", "(__zopa_paths \"\")" },
        { "@settings", "(__zopa_paths =)" },
        { "@models", "(__zopa_models)" },
        { "@variants", "(__zopa_variants)" },
    };
    for (size_t index = 0; index < sizeof calls / sizeof *calls; index++) {
        if (strcmp(offer, calls[index][0]) != 0)
            continue;
        fprintf(out, " -k -a '%s'", calls[index][1]);
        return;
    }
    if (offer[0] != '\0') {
        fputs(" -a ", out);
        fish_quote(out, offer);
    }
}

/* A flag under a condition. */
static void fish_flag(FILE *out, const char *condition, const struct flag *flag)
{
    char *offer = flag->argument == NULL ? NULL : completion_flag(flag);
    fprintf(out, "complete -c zopa -n '%s' -l %s", condition, flag->takes.name);
    if (flag->letter != '\0')
        fprintf(out, " -s %c", flag->letter);
    fputs(" -d ", out);
    fish_quote(out, flag->takes.meaning);
    if (offer != NULL && strcmp(offer, "@files") == 0)
        fputs(" -r -F", out);
    else if (offer != NULL)
        fputs(" -x", out);
    if (offer != NULL && strcmp(offer, "@files") != 0)
        fish_offer(out, offer);
    fputc('\n', out);
    free(offer);
}

static void fish_flags(FILE *out, const char *condition, const char *verb)
{
    for (int index = 0; index < option_flag_count; index++)
        if (options_apply(&option_flags[index], verb))
            fish_flag(out, condition, &option_flags[index]);
}

static void fish_places(FILE *out, const struct command *command)
{
    struct completion_place place;
    for (int index = 0; completion_place(command->arguments, index, &place); index++) {
        bool files = strcmp(place.offer, "@files") == 0;
        if (place.offer[0] != '\0') {
            fprintf(out, "complete -c zopa -n '__zopa_place %s %d%s'%s", command->name, index,
                    place.last ? " on" : "", files ? " -F" : "");
            if (!files)
                fish_offer(out, place.offer);
            fputc('\n', out);
        }
        completion_place_free(&place);
    }
}

static void fish_command(FILE *out, const struct command *command)
{
    char *condition = memory_format("__zopa_verb %s", command->name);
    fprintf(out, "\ncomplete -c zopa -n __zopa_no_verb -a %s -d ", command->name);
    fish_quote(out, command->summary);
    fputc('\n', out);
    fish_flags(out, condition, command->name);
    fish_places(out, command);
    free(condition);
}

void completion_fish(FILE *out)
{
    completion_lines(out, fish_head);
    fish_takes(out);
    completion_lines(out, fish_helpers);
    fish_models(out);
    completion_lines(out, fish_foot);
    fish_flags(out, "__zopa_no_verb", command_help.name);
    for (int index = 0; index < command_count; index++)
        fish_command(out, commands[index]);
}
