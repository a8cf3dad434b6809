#include "engine/writer.h"

#include <stdlib.h>
#include <string.h>

#include "engine/number.h"
#include "engine/text.h"
#include "engine/token.h"

enum { WRITER_INDENT = 4 };

struct writer {
    struct text out;
    bool origin;
};

static size_t writer_plain(const char *value)
{
    const char *at = value;
    while (*at != '"' && *at != '\\' && !text_is_control(at))
        at++;
    return (size_t)(at - value);
}

/* Writes one character that cannot stand as it is, and returns its bytes. */
static size_t writer_escape(struct writer *writer, const char *at)
{
    static const char escaped[] = "\n\r\t\f\\\"", letter[] = "nrtf\\\"";
    const char *escape = strchr(escaped, *at);
    if (escape != NULL) {
        text_add(&writer->out, "\\%c", letter[escape - escaped]);
        return 1;
    }
    for (size_t i = 0; i < text_character(at); i++)
        text_add(&writer->out, "\\x%02x", (unsigned)(unsigned char)at[i]);
    return text_character(at);
}

static void writer_text_value(struct writer *writer, const char *value)
{
    text_add(&writer->out, "\"");
    for (;;) {
        size_t plain = writer_plain(value);
        text_add(&writer->out, "%.*s", (int)plain, value);
        value += plain;
        if (*value == '\0')
            break;
        value += writer_escape(writer, value);
    }
    text_add(&writer->out, "\"");
}

static void writer_real(struct writer *writer, double value)
{
    char digits[NUMBER_SIZE];
    number_format(digits, sizeof digits, value);
    text_add(&writer->out, "%s%s", digits, strpbrk(digits, ".e") == NULL ? ".0" : "");
}

static void writer_integer(struct writer *writer, long long value)
{
    bool wide = value > 2147483647 || value < -2147483647;
    text_add(&writer->out, "%lld%s", value, wide ? "L" : "");
}

static void writer_scalar(struct writer *writer, const struct node *node)
{
    if (node->kind == NODE_INTEGER)
        writer_integer(writer, node->integer);
    else if (node->kind == NODE_REAL)
        writer_real(writer, node->real);
    else if (node->kind == NODE_TEXT)
        writer_text_value(writer, node->text);
    else
        text_add(&writer->out, node->flag ? "true" : "false");
}

static bool writer_is_scalar(const struct node *node)
{
    return node->kind != NODE_GROUP && node->kind != NODE_LIST;
}

/* What stands on one line: plain values, lists of them, empty groups, and distributions, whose
 * members each need a line of their own only to name their origins. */
static bool writer_is_flat(const struct writer *writer, const struct node *node)
{
    if (writer_is_scalar(node) || node->first == NULL)
        return true;
    if (node->kind == NODE_GROUP && (writer->origin || tree_member(node, "dist") == NULL))
        return false;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (node->kind == NODE_LIST ? !writer_is_scalar(child) : !writer_is_flat(writer, child))
            return false;
    return true;
}

static void writer_flat(struct writer *writer, const struct node *node)
{
    if (writer_is_scalar(node)) {
        writer_scalar(writer, node);
        return;
    }
    bool group = node->kind == NODE_GROUP;
    text_add(&writer->out, group ? "{ " : "( ");
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (group)
            text_add(&writer->out, "%s = ", child->name);
        writer_flat(writer, child);
        text_add(&writer->out, group ? "; " : child->next != NULL ? ", " : " ");
    }
    text_add(&writer->out, group ? "}" : ")");
}

/* A member or an element from its indentation to its line's end. */
static void writer_node(struct writer *writer, const struct node *node, int indent)
{
    bool flat = writer_is_flat(writer, node), group = node->kind == NODE_GROUP;
    text_add(&writer->out, "%*s", indent, "");
    if (node->name != NULL)
        text_add(&writer->out, "%s = ", node->name);
    if (flat) {
        writer_flat(writer, node);
    } else {
        text_add(&writer->out, group ? "{\n" : "(\n");
        for (const struct node *child = node->first; child != NULL; child = child->next)
            writer_node(writer, child, indent + WRITER_INDENT);
        text_add(&writer->out, "%*s%s", indent, "", group ? "}" : ")");
    }
    text_add(&writer->out, node->name != NULL ? ";" : node->next != NULL ? "," : "");
    if (flat && writer->origin) {
        char *file = text_printable(node->file);
        text_add(&writer->out, "  // %s", file);
        if (node->layer != LAYER_COMMAND)
            text_add(&writer->out, ":%d", node->line);
        free(file);
    }
    text_add(&writer->out, "\n");
}

static char *writer_root(const struct node *root, bool origin)
{
    struct writer writer = { .origin = origin };
    text_add(&writer.out, "%s", "");
    for (const struct node *member = root->first; member != NULL; member = member->next)
        writer_node(&writer, member, 0);
    return writer.out.bytes;
}

void writer_scenario(const struct node *root, bool origin, FILE *out)
{
    char *text = writer_root(root, origin);
    fputs(text, out);
    free(text);
}

char *writer_text(const struct node *root)
{
    return writer_root(root, false);
}

char *writer_value(const struct node *node)
{
    struct writer writer = { 0 };
    if (node->kind == NODE_TEXT && token_is_name(node->text))
        text_add(&writer.out, "%s", node->text);
    else
        writer_flat(&writer, node);
    return writer.out.bytes;
}

char *writer_quoted(const char *value)
{
    struct writer writer = { 0 };
    writer_text_value(&writer, value);
    return writer.out.bytes;
}
