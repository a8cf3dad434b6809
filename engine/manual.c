#include "engine/manual.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/text.h"
#include "engine/topic.h"

enum { MANUAL_KEY = 64 };

/* Where the mathematics stands, as the models name it, and as a document beside it links to it. */
static const char manual_model[] = "docs/model.md", manual_model_link[] = "[model.md](model.md)";

char *manual_prose(const char *text)
{
    struct text prose = { 0 };
    bool code = false;
    text_add(&prose, "%s", "");
    for (; *text != '\0'; text++) {
        if (!code && strncmp(text, manual_model, sizeof manual_model - 1) == 0) {
            text_add(&prose, "%s", manual_model_link);
            text += sizeof manual_model - 2;
            continue;
        }
        code ^= *text == '`';
        text_add(&prose, "%s%c", strchr(code ? "|" : "\\*_[]<>|~#", *text) == NULL ? "" : "\\",
                 *text);
    }
    return prose.bytes;
}

char *manual_code(const char *text)
{
    struct text code = { 0 };
    text_add(&code, "%s", text[0] == '\0' ? "" : "`");
    for (const char *next = text; *next != '\0'; next++)
        text_add(&code, "%s%c", *next == '|' ? "\\" : "", *next);
    text_add(&code, "%s", text[0] == '\0' ? "" : "`");
    return code.bytes;
}

char *manual_anchor(const char *heading)
{
    struct text anchor = { 0 };
    text_add(&anchor, "%s", "");
    for (; *heading != '\0'; heading++) {
        if (isalnum((unsigned char)*heading) || *heading == '_' || *heading == '-')
            text_add(&anchor, "%c", tolower((unsigned char)*heading));
        else if (*heading == ' ')
            text_add(&anchor, "-");
    }
    return anchor.bytes;
}

char *manual_roff(const char *text)
{
    struct text roff = { 0 };
    text_add(&roff, "%s", "");
    for (const char *next = text; *next != '\0'; next++) {
        /* A full stop that begins a line would be a request; an apostrophe is one within a word. */
        bool begins = next == text || next[-1] == ' ';
        bool within =
            !begins && isalnum((unsigned char)next[-1]) && isalnum((unsigned char)next[1]);
        const char *special = *next == '\\'              ? "\\e"
                              : *next == '-'             ? "\\-"
                              : *next == '"'             ? "\\(dq"
                              : *next == '\'' && !within ? "\\(aq"
                              : *next == '^'             ? "\\(ha"
                              : *next == '~'             ? "\\(ti"
                              : *next == '`'             ? "\\(ga"
                              : *next == '.' && begins   ? "\\&."
                                                         : NULL;
        if (special != NULL)
            text_add(&roff, "%s", special);
        else
            text_add(&roff, "%c", *next);
    }
    return roff.bytes;
}

/* "quantity `[0, 10]`" */
static char *manual_takes(const struct parameter *entry)
{
    char *range = describe_range(entry), *code = manual_code(range);
    char *takes = memory_format("%s%s%s", describe_kind(entry), code[0] == '\0' ? "" : " ", code);
    free(code);
    free(range);
    return takes;
}

static char *manual_default(const struct parameter *entry)
{
    if (entry->required)
        return memory_text("**required**");
    if (!describe_has_default(entry))
        return memory_text("");
    char *value = describe_value(entry, NULL), *code = manual_code(value);
    free(value);
    return code;
}

/* The key; a group's key links to where its keys are told. */
static char *manual_key(const char *path, const struct parameter *entry)
{
    char key[MANUAL_KEY];
    char *code = manual_code(topic_key(entry, key, sizeof key));
    bool list = entry->kind == PARAMETER_LIST;
    if (path == NULL || (entry->kind != PARAMETER_GROUP && !list))
        return code;
    char *inner = memory_format("%s%s%s%s", path, path[0] == '\0' ? "" : ".", key, list ? "N" : "");
    if (entry->members != NULL && strcmp(entry->members->name, PARAMETER_ANY) == 0 &&
        entry->members->kind == PARAMETER_GROUP) {
        char *of = memory_format("%s.%s", inner, topic_key(entry->members, key, sizeof key));
        free(inner);
        inner = of;
    }
    char *anchor = manual_anchor(inner), *link = memory_format("[%s](#%s)", code, anchor);
    free(anchor);
    free(inner);
    free(code);
    return link;
}

static void manual_setting(FILE *out, const char *path, const struct parameter *entry)
{
    char *key = manual_key(path, entry), *takes = manual_takes(entry);
    char *standard = manual_default(entry);
    char *unit = manual_prose(entry->unit), *meaning = manual_prose(entry->meaning);
    fprintf(out, "| %s | %s | %s | %s | %s |\n", key, takes, unit, standard, meaning);
    free(meaning);
    free(unit);
    free(standard);
    free(takes);
    free(key);
}

void manual_settings(FILE *out, const char *path, const struct parameter *const *tables, int count)
{
    fputs("| key | takes | unit | default | meaning |\n| --- | --- | --- | --- | --- |\n", out);
    for (int index = 0; index < count; index++)
        for (const struct parameter *entry = tables[index]; entry != NULL && entry->name != NULL;
             entry++)
            manual_setting(out, path, entry);
}
