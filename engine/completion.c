#include "engine/completion.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/text.h"
#include "engine/topic.h"
#include "models/catalogue.h"

static void completion_group(void *context, const struct topic *topic)
{
    struct names *names = context;
    for (int index = 0; index < names->count; index++)
        if (strcmp(names->name[index], topic->name) == 0)
            return;
    names_add(names, topic->name);
}

static void completion_groups(struct names *names)
{
    topic_walk(completion_group, names);
}

static void completion_commands(struct names *names)
{
    for (int index = 0; index < command_count; index++)
        names_add(names, commands[index]->name);
}

static void completion_designs(struct names *names)
{
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, "design") == 0)
            names_add(names, catalogue[index].model->name);
}

/* What a word in capitals stands for: what the shell finds out, or a list that is known. Longer
 * words come before their beginnings. A word with an ending, "TABLE.csv", is a file. */
static const struct {
    const char *word, *offer;
    void (*list)(struct names *names);
} completion_words[] = {
    { "SCENARIO", "@scenarios", NULL },
    { "PATH=", "@settings", NULL },
    { "PATH", "@paths", NULL },
    { "VARIANT", "@variants", NULL },
    { "FILE", "@files", NULL },
    { "DIR", "@folders", NULL },
    { "MODEL", "@models", NULL },
    { "KIND", NULL, command_list_kinds },
    { "GROUP", NULL, completion_groups },
    { "COMMAND", NULL, completion_commands },
    { "DESIGN", NULL, completion_designs },
};

static void completion_add_unique(struct text *offer, const struct names *names)
{
    for (int index = 0; index < names->count; index++)
        if (offer->bytes == NULL || names_index(offer->bytes, names->name[index]) < 0)
            text_add(offer, "%s%s", offer->length == 0 ? "" : " ", names->name[index]);
}

static void completion_add(struct text *offer, const char *word)
{
    struct names names = { 0 };
    if (islower((unsigned char)word[0]))
        names_add(&names, word);
    for (size_t index = 0; index < sizeof completion_words / sizeof *completion_words; index++) {
        if (strncmp(word, completion_words[index].word, strlen(completion_words[index].word)) != 0)
            continue;
        if (completion_words[index].list != NULL)
            completion_words[index].list(&names);
        else
            names_add(&names, completion_words[index].offer);
        break;
    }
    if (names.count == 0 && strchr(word, '.') != NULL)
        names_add(&names, "@files");
    completion_add_unique(offer, &names);
    names_free(&names);
}

char *completion_offer(const char *word)
{
    struct text offer = { 0 };
    struct names names = { 0 };
    text_add(&offer, "%s", "");
    names_add_between(&names, word, '|');
    for (int index = 0; index < names.count; index++)
        completion_add(&offer, names.name[index]);
    names_free(&names);
    return offer.bytes;
}

char *completion_flag(const struct flag *flag)
{
    if (flag->takes.kind == PARAMETER_WORD)
        return memory_text(flag->takes.words);
    return completion_offer(flag->argument);
}

/* "PATH" of "[PATH...]". */
static char *completion_bare(const char *word, bool *last)
{
    const char *dots = strstr(word, "...");
    size_t start = strspn(word, "["), length = strcspn(word + start, "]");
    *last = dots != NULL;
    if (dots != NULL)
        length = (size_t)(dots - word) - start;
    return memory_format("%.*s", (int)length, word + start);
}

bool completion_place(const char *arguments, int index, struct completion_place *place)
{
    struct names names = { 0 };
    names_add_words(&names, arguments);
    bool there = index < names.count;
    if (there) {
        place->word = completion_bare(names.name[index], &place->last);
        place->offer = completion_offer(place->word);
    }
    names_free(&names);
    return there;
}

void completion_place_free(struct completion_place *place)
{
    free(place->offer);
    free(place->word);
}

void completion_models(FILE *out)
{
    struct names kinds = { 0 };
    command_list_kinds(&kinds);
    fputs(
        "# The models of a kind; fails where there are none.\n_zopa_models()\n{\n    case $1 in\n",
        out);
    for (int index = 0; index < kinds.count; index++) {
        char *models = command_list_models(kinds.name[index]);
        fprintf(out, "    %s) REPLY='%s' ;;\n", kinds.name[index], models);
        free(models);
    }
    fputs("    *) return 1 ;;\n    esac\n}\n\n", out);
    names_free(&kinds);
}

void completion_lines(FILE *out, const char *const *lines)
{
    for (; *lines != NULL; lines++)
        fprintf(out, "%s\n", *lines);
}

void completion_quote(FILE *out, const char *text)
{
    fputc('\'', out);
    for (; *text != '\0'; text++)
        fputs(*text == '\'' ? "'\\''" : (const char[]){ *text, '\0' }, out);
    fputc('\'', out);
}
