#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/manual.h"
#include "engine/memory.h"
#include "engine/page.h"
#include "engine/topic.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

enum { MODELS_WIDTH = 92 };

/* A kind of models, and where the document goes. */
struct shelf {
    const char *kind;
    FILE *out;
};

static void models_key(const struct shelf *shelf, const struct topic *topic,
                       const struct parameter *entry)
{
    char *meaning = manual_prose(entry->meaning), *presence = describe_presence(entry);
    bool group = strchr(topic->path, ' ') == NULL;
    fprintf(shelf->out, "Chosen by `%s%s%s`%s%s (%s): %s.\n\n", group ? topic->path : "",
            group ? "." : "", entry->name, group ? "" : ", ", group ? "" : topic->path, presence,
            meaning);
    free(presence);
    free(meaning);
}

static void models_place(void *context, const struct topic *topic)
{
    const struct shelf *shelf = context;
    for (const struct parameter *entry = topic->table; entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_MODEL && strcmp(entry->words, shelf->kind) == 0)
            models_key(shelf, topic, entry);
}

static void models_overview(const struct shelf *shelf)
{
    fputs("| model | what it is |\n| --- | --- |\n", shelf->out);
    for (int index = 0; index < catalogue_count; index++) {
        const struct model *model = catalogue[index].model;
        if (strcmp(catalogue[index].kind, shelf->kind) != 0)
            continue;
        char *heading = memory_format("%s %s", shelf->kind, model->name);
        char *anchor = manual_anchor(heading), *summary = manual_prose(model->summary);
        fprintf(shelf->out, "| [`%s`](#%s) | %s |\n", model->name, anchor, summary);
        free(summary);
        free(anchor);
        free(heading);
    }
    fputc('\n', shelf->out);
}

/* A formula, one clause a line; commas and brackets stay as they are. */
static void models_formula(FILE *out, const char *formula)
{
    struct page page = { .out = out, .width = MODELS_WIDTH };
    fputs("```text\n", out);
    while (*formula != '\0') {
        const char *end = strstr(formula, "; ");
        size_t length = end == NULL ? strlen(formula) : (size_t)(end - formula);
        char *clause = memory_format("%.*s", (int)length, formula);
        page_flow(&page, 0, clause);
        page_flow_end(&page);
        free(clause);
        formula += length + (end == NULL ? 0 : strlen("; "));
    }
    fputs("```\n\n", out);
}

static void models_model(const struct shelf *shelf, const struct model *model)
{
    const struct parameter *tables[] = { model->parameters, uncertain_lists(shelf->kind, model) };
    char *summary = manual_prose(model->summary), *source = manual_prose(model->source);
    fprintf(shelf->out, "### %s `%s`\n\n%s\n\n", shelf->kind, model->name, summary);
    models_formula(shelf->out, model->formula);
    fprintf(shelf->out, "Source: %s.\n\n", source);
    if (tables[0] == NULL && tables[1] == NULL)
        fputs("No settings of its own.\n", shelf->out);
    else
        manual_settings(shelf->out, NULL, tables, 2);
    fputc('\n', shelf->out);
    free(source);
    free(summary);
}

static void models_kind(struct shelf *shelf)
{
    fprintf(shelf->out, "## %s\n\n", shelf->kind);
    topic_walk(models_place, shelf);
    models_overview(shelf);
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, shelf->kind) == 0)
            models_model(shelf, catalogue[index].model);
}

static const char models_opening[] =
    "# Models\n\n"
    "<!-- Written by `zopa manual models` from models/catalogue.def; tests/run --bless renews it. "
    "-->\n\n"
    "Every model that a scenario can name, by kind: what it is, its formula, where that comes "
    "from, and its settings, which stand in the same group as the word that chooses it. `zopa "
    "explain KIND MODEL` tells the same on the command line. The mathematics around them, and "
    "the meaning of the signs, is in [model.md](model.md); the other keys of a scenario are in "
    "[scenarios.md](scenarios.md).\n\n"
    "In the formulas `u` is the worth of a package to an actor, `U` that of a settlement, `W` the "
    "value of fighting on, `zeta` the actor's private resolve, `claim` = W + zeta, `M` a strength "
    "in the field, `Q(u)` the u-quantile of a distribution.\n\n";

void manual_models(FILE *out)
{
    fputs(models_opening, out);
    for (int index = 0; index < catalogue_count; index++) {
        const char *kind = catalogue[index].kind;
        if (index > 0 && strcmp(kind, catalogue[index - 1].kind) == 0)
            continue;
        models_kind(&(struct shelf){ kind, out });
    }
}
