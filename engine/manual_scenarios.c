#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/manual.h"
#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/topic.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

static const char scenarios_opening[] =
    "## Reference: every key\n\n"
    "Written by `zopa manual scenarios` from the tables that the program checks a file by. Names "
    "in CAPITALS are yours to choose: an ISSUE, an ACTOR. A key that a file leaves out has the "
    "default; `none` means that nothing holds until it is given. Ranges include their ends.\n\n"
    "| what it takes | written as | for instance |\n| --- | --- | --- |\n";

/* What each kind of key takes. */
static const struct {
    const char *takes, *example;
} scenarios_kinds[] = {
    [PARAMETER_QUANTITY] = { "a number, or a distribution",
                             "`0.35` or `{ dist = \"uniform\"; min = 0.2; max = 0.5; }`" },
    [PARAMETER_POSITION] = { "a position on an issue's axis: a level's name, a number from 0 to 1, "
                             "or a distribution",
                             "`\"middle\"` or `0.5`" },
    [PARAMETER_REAL] = { "a plain number", "`-0.4`" },
    [PARAMETER_COUNT] = { "a whole number", "`36`" },
    [PARAMETER_FLAG] = { "true or false", "`true`" },
    [PARAMETER_WORD] = { "one of the words listed", "`\"low\"`" },
    [PARAMETER_TEXT] = { "any text", "`\"The border\"`" },
    [PARAMETER_TEXTS] = { "a list of texts", "`( \"first.txt\", \"second.txt\" )`" },
    [PARAMETER_NUMBERS] = { "a list of numbers", "`( 0.0, 0.5, 1.0 )`" },
    [PARAMETER_VALUES] = { "a list of values of any sort",
                           "`( 0.5, \"linear\", { dist = \"normal\"; mean = 0.4; sd = 0.1; } )`" },
    [PARAMETER_LIST] = { "a list of groups",
                         "`( { issues = ( \"border\", \"trade\" ); weight = 0.1; } )`" },
    [PARAMETER_ACTOR] = { "the name of an actor", "`\"south\"`" },
    [PARAMETER_ACTORS] = { "a list of actors' names", "`( \"south\" )`" },
    [PARAMETER_ISSUES] = { "a list of issues' names", "`( \"border\", \"trade\" )`" },
    [PARAMETER_PACKAGE] = { "the name of a package", "`\"plan\"`" },
    [PARAMETER_PACKAGES] = { "a list of packages' names", "`( \"plan\", \"other_plan\" )`" },
    [PARAMETER_LEVERS] = { "a list of levers' names", "`( \"sanctions\" )`" },
    [PARAMETER_MODEL] = { "the name of a model, whose settings then join the group",
                          "`\"front\"`" },
    [PARAMETER_GROUP] = { "a group of keys", "`{ from = 3; until = 18; }`" },
};

static void scenarios_legend(FILE *out)
{
    for (size_t kind = 0; kind < sizeof scenarios_kinds / sizeof *scenarios_kinds; kind++) {
        const struct parameter parameter = { .kind = (enum parameter_kind)kind };
        fprintf(out, "| %s | %s | %s |\n", describe_kind(&parameter), scenarios_kinds[kind].takes,
                scenarios_kinds[kind].example);
    }
    fputc('\n', out);
}

/* The settings of a model, where it has any: they join the group that chooses it. */
static void scenarios_model(FILE *out, const struct parameter *entry, const struct model *model)
{
    const struct parameter *tables[] = { model->parameters, uncertain_lists(entry->words, model) };
    if (tables[0] == NULL && tables[1] == NULL)
        return;
    char *summary = manual_prose(model->summary);
    fprintf(out, "With `%s = \"%s\"` also these. %s\n\n", entry->name, model->name, summary);
    manual_settings(out, NULL, tables, 2);
    fputc('\n', out);
    free(summary);
}

static void scenarios_models(FILE *out, const struct parameter *entry)
{
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, entry->words) == 0)
            scenarios_model(out, entry, catalogue[index].model);
}

static void scenarios_topic(FILE *out, const char *path, const struct topic *topic)
{
    manual_settings(out, path, &topic->table, 1);
    fputc('\n', out);
    for (const struct parameter *entry = topic->table; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_MODEL)
            scenarios_models(out, entry);
}

static void scenarios_group(void *context, const struct topic *topic)
{
    FILE *out = context;
    char *meaning = manual_prose(topic->meaning);
    if (strchr(topic->path, ' ') == NULL)
        fprintf(out, "### `%s`\n\n", topic->path);
    else
        fprintf(out, "### A %s, %s\n\n", topic->name, topic->path);
    fprintf(out, "%c%s.\n\n", meaning[0] >= 'a' && meaning[0] <= 'z' ? meaning[0] - 32 : meaning[0],
            meaning + 1);
    scenarios_topic(out, topic->path, topic);
    free(meaning);
}

void manual_scenarios(FILE *out)
{
    const struct topic file = { "scenario", "", scenario_parameters, "the file itself" };
    fputs(scenarios_opening, out);
    scenarios_legend(out);
    fputs("### The file\n\nBeside these, `extends = \"FILE\";` lays the file over another one.\n\n",
          out);
    scenarios_topic(out, "", &file);
    topic_walk_nested(scenarios_group, out);
}
