#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/manual.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/text.h"

enum { MAN_WIDTH = 76 };

static void man_text(FILE *out, const char *text)
{
    struct page page = { .out = out, .width = MAN_WIDTH };
    char *roff = manual_roff(text);
    page_paragraph(&page, 0, roff);
    free(roff);
}

static void man_section(FILE *out, const char *title)
{
    fprintf(out, ".SH %s\n", title);
}

static void man_paragraph(FILE *out, const char *text)
{
    fputs(".PP\n", out);
    man_text(out, text);
}

static void man_item(FILE *out, const char *term, const char *text)
{
    char *roff = manual_roff(term);
    fprintf(out, ".TP\n\\fB%s\\fR\n", roff);
    man_text(out, text);
    free(roff);
}

static void man_name(FILE *out)
{
    fprintf(out, ".TH ZOPA 1 \"\" \"zopa %s\" \"User Commands\"\n.nh\n.ad l\n", ZOPA_VERSION);
    man_section(out, "NAME");
    fputs("zopa \\- simulate negotiations to end a war\n", out);
    man_section(out, "SYNOPSIS");
    fputs(".B zopa\n.I COMMAND\n.RI [ FLAGS ]\n.RI [ ARGUMENTS ]\n.br\n.B zopa help\n"
          ".RI [ COMMAND ]\n",
          out);
}

static void man_description(FILE *out)
{
    man_section(out, "DESCRIPTION");
    man_text(out, "A scenario is a text file: who the parties are, what they want issue by issue, "
                  "what fighting costs them, who mediates and with which levers, and how sure "
                  "each number is. zopa plays the talks many thousand times and tells how often "
                  "they end in a deal, a frozen conflict or continued war, with intervals, when, "
                  "on what terms and who refused.");
    man_paragraph(out, "The results are consequences of a scenario's assumptions. They are not "
                       "forecasts. The same scenario, seed and number of trials give the same "
                       "bytes, whatever the threads, the block or the machine.");
    man_paragraph(out, "Results go to standard output, messages and progress to standard error. A "
                       "folder stands for the .cfg files in it.");
}

/* "-n, --trials N" */
static char *man_flag_term(const struct flag *flag)
{
    struct text term = { 0 };
    char *name = manual_roff(flag->takes.name);
    if (flag->letter != '\0')
        text_add(&term, "\\fB\\-%c\\fR, ", flag->letter);
    text_add(&term, "\\fB\\-\\-%s\\fR", name);
    if (flag->argument != NULL) {
        char *argument = manual_roff(flag->argument);
        text_add(&term, " \\fI%s\\fR", argument);
        free(argument);
    }
    free(name);
    return term.bytes;
}

/* "run, check and show"; "every command" for NULL. */
static char *man_verbs(const char *verbs)
{
    struct text list = { 0 };
    struct names names = { 0 };
    if (verbs == NULL)
        return memory_text("every command");
    names_add_words(&names, verbs);
    for (int index = 0; index < names.count; index++)
        text_add(&list, "%s%s",
                 index == 0                ? ""
                 : index + 1 < names.count ? ", "
                                           : " and ",
                 names.name[index]);
    names_free(&names);
    return list.bytes;
}

static void man_flag(FILE *out, const struct flag *flag)
{
    char *term = man_flag_term(flag), *meaning = options_meaning(flag);
    char *verbs = man_verbs(flag->verbs);
    char *text = memory_format("%s. Taken by %s.", meaning, verbs);
    fprintf(out, ".TP\n%s\n", term);
    man_text(out, text);
    free(text);
    free(verbs);
    free(meaning);
    free(term);
}

static void man_commands(FILE *out)
{
    man_section(out, "COMMANDS");
    for (int index = 0; index < command_count; index++) {
        char *arguments = manual_roff(commands[index]->arguments);
        fprintf(out, ".TP\n\\fB%s\\fR \\fI%s\\fR\n", commands[index]->name, arguments);
        man_text(out, commands[index]->summary);
        free(arguments);
    }
}

static void man_options(FILE *out)
{
    man_section(out, "OPTIONS");
    man_text(out, "Flags may stand before, between and behind arguments; those behind \"--\" are "
                  "arguments.");
    for (int index = 0; index < option_flag_count; index++)
        man_flag(out, &option_flags[index]);
    man_paragraph(out, "PATH=VALUE is a path as \"zopa params\" tells it and a value as in a "
                       "scenario; a bare word needs no quotes: process.solver=nash.");
}

static void man_codes(FILE *out)
{
    int count;
    const struct command_code *codes = command_help_codes(&count);
    man_section(out, "EXIT STATUS");
    for (int index = 0; index < count; index++) {
        char *code = memory_format("%d", codes[index].code);
        char *meaning = memory_format("%s.", codes[index].meaning);
        man_item(out, code, meaning);
        free(meaning);
        free(code);
    }
}

static void man_environment(FILE *out)
{
    man_section(out, "ENVIRONMENT");
    man_item(out, "NO_COLOR", "Set and not empty: no colour, unless --color asks for it.");
    man_item(out, "TERM", "\"dumb\": no colour, and no progress that rewrites its line.");
    man_item(out, "LC_ALL, LC_CTYPE, LANG",
             "The first of them that is set and not empty decides whether bars are drawn with "
             "characters of UTF-8 or with \"#\". Numbers are written alike everywhere.");
}

/* As it is, on a line of its own. */
static void man_example(FILE *out, const char *text)
{
    char *roff = manual_roff(text);
    fprintf(out, "%s\n", roff);
    free(roff);
}

static void man_examples(FILE *out)
{
    man_section(out, "EXAMPLES");
    fputs(".nf\n", out);
    for (int index = 0; index < command_count; index++)
        for (size_t k = 0; k < sizeof commands[index]->examples / sizeof(char *); k++)
            if (commands[index]->examples[k] != NULL)
                man_example(out, commands[index]->examples[k]);
    fputs(".fi\n", out);
}

static void man_see(FILE *out)
{
    man_section(out, "SEE ALSO");
    man_text(out,
             "zopa help COMMAND, zopa explain solver nash, zopa params SCENARIO; the documents "
             "docs/scenarios.md (how to write a scenario, and every key), docs/models.md "
             "(every model), docs/model.md (the mathematics), docs/summary.md (what --json "
             "holds).");
}

void manual_man(FILE *out)
{
    fputs(".\\\" Written by \"zopa manual man\" from the tables of commands and flags.\n", out);
    man_name(out);
    man_description(out);
    man_commands(out);
    man_options(out);
    man_codes(out);
    man_environment(out);
    man_examples(out);
    man_see(out);
}
