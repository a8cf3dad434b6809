#include "engine/bench_parse.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/text.h"

enum { PARSE_DEPTH = 16 };

struct parse {
    const char *at, *file;
    int line, depth;
    struct faults *faults;
};

static struct node *bench_parse_value(struct parse *parse, const char *name, bool *null);

static void *bench_parse_refuse(struct parse *parse, const char *expected)
{
    size_t length = strcspn(parse->at, "\n");
    char *found = text_excerpt(parse->at, length < 24 ? length : 24);
    if (parse->faults->count == 0)
        faults_add(parse->faults, parse->file, parse->line, "found '%s', expected %s", found,
                   expected);
    free(found);
    return NULL;
}

/* Moves behind a sign, and blanks around it, if it stands here. */
static bool bench_parse_sign(struct parse *parse, char sign)
{
    bool there;
    for (; isspace((unsigned char)*parse->at); parse->at++)
        parse->line += *parse->at == '\n';
    there = *parse->at == sign && sign != '\0';
    parse->at += there;
    for (; there && isspace((unsigned char)*parse->at); parse->at++)
        parse->line += *parse->at == '\n';
    return there;
}

static bool bench_parse_word(struct parse *parse, const char *word)
{
    bool there = strncmp(parse->at, word, strlen(word)) == 0;
    parse->at += there ? strlen(word) : 0;
    return there;
}

/* A text in quotation marks; the caller frees it. */
static char *bench_parse_text(struct parse *parse)
{
    struct text text = { 0 };
    text_add(&text, "%s", "");
    for (parse->at++; *parse->at != '"'; parse->at++) {
        bool escape = *parse->at == '\\';
        parse->at += escape;
        if ((unsigned char)*parse->at < ' ' || (escape && strchr("\"\\/", *parse->at) == NULL)) {
            free(text.bytes);
            return bench_parse_refuse(parse, "the rest of a text");
        }
        text_append(&text, parse->at, 1);
    }
    parse->at++;
    return text.bytes;
}

static struct node *bench_parse_plain(struct parse *parse, const char *name)
{
    struct node *node = tree_node(NODE_TEXT, name, parse->file, parse->line);
    if (*parse->at == '"') {
        node->text = bench_parse_text(parse);
        if (node->text != NULL)
            return node;
    } else if (bench_parse_word(parse, "true") || bench_parse_word(parse, "false")) {
        node->kind = NODE_FLAG;
        node->flag = parse->at[-2] == 'u';
        return node;
    } else {
        size_t length = strspn(parse->at, "+-.0123456789eE");
        char *number = memory_format("%.*s", (int)length, parse->at);
        bool good = number_parse_real(number, &node->real);
        free(number);
        node->kind = NODE_REAL;
        parse->at += good ? length : 0;
        if (good)
            return node;
        bench_parse_refuse(parse, "a value");
    }
    tree_free(node);
    return NULL;
}

static bool bench_parse_member(struct parse *parse, struct node *group)
{
    bool null = false;
    char *name = *parse->at == '"' ? bench_parse_text(parse) : NULL;
    if (name == NULL)
        return bench_parse_refuse(parse, "a name in quotation marks") != NULL;
    struct node *value = NULL;
    if (tree_member(group, name) != NULL || !bench_parse_sign(parse, ':'))
        bench_parse_refuse(parse, "':' behind a name of its own");
    else
        value = bench_parse_value(parse, name, &null);
    free(name);
    if (value != NULL)
        tree_append(group, value);
    return value != NULL || null;
}

static bool bench_parse_element(struct parse *parse, struct node *list)
{
    bool null = false;
    struct node *value = bench_parse_value(parse, NULL, &null);
    if (value != NULL)
        tree_append(list, value);
    else if (null)
        bench_parse_refuse(parse, "a value other than null");
    return value != NULL;
}

static struct node *bench_parse_many(struct parse *parse, const char *name, char close)
{
    bool group = close == '}', good = true;
    struct node *node = tree_node(group ? NODE_GROUP : NODE_LIST, name, parse->file, parse->line);
    if (++parse->depth > PARSE_DEPTH)
        good = bench_parse_refuse(parse, "less depth") != NULL;
    if (good && bench_parse_sign(parse, close)) {
        parse->depth--;
        return node;
    }
    do
        good = good && (group ? bench_parse_member(parse, node) : bench_parse_element(parse, node));
    while (good && bench_parse_sign(parse, ','));
    parse->depth--;
    if (good && bench_parse_sign(parse, close))
        return node;
    if (good)
        bench_parse_refuse(parse, group ? "',' or '}'" : "',' or ']'");
    tree_free(node);
    return NULL;
}

static struct node *bench_parse_value(struct parse *parse, const char *name, bool *null)
{
    if (bench_parse_sign(parse, '{'))
        return bench_parse_many(parse, name, '}');
    if (bench_parse_sign(parse, '['))
        return bench_parse_many(parse, name, ']');
    *null = bench_parse_word(parse, "null");
    return *null ? NULL : bench_parse_plain(parse, name);
}

struct node *bench_parse(const char *text, const char *file, struct faults *faults)
{
    struct parse parse = { .at = text, .file = file, .line = 1, .faults = faults };
    bool null = false;
    struct node *node = bench_parse_value(&parse, NULL, &null);
    if (null)
        bench_parse_refuse(&parse, "a value other than null");
    if (node == NULL || (!bench_parse_sign(&parse, '\0') && *parse.at == '\0'))
        return node;
    bench_parse_refuse(&parse, "nothing more");
    tree_free(node);
    return NULL;
}
