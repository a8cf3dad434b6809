#include "engine/libconfig.h"

#include <assert.h>
#include <libconfig.h>
#include <stdlib.h>
#include <string.h>

#include "engine/files.h"
#include "engine/memory.h"
#include "engine/prescan.h"
#include "engine/text.h"

/* A parsed text on its way into a tree. */
struct copying {
    const char *file;
    const struct prescan_lines *texts;
    int next; /* text */
    struct faults *faults;
};

static enum node_kind libconfig_kind(const config_setting_t *setting)
{
    switch (config_setting_type(setting)) {
    case CONFIG_TYPE_GROUP:
        return NODE_GROUP;
    case CONFIG_TYPE_INT:
    case CONFIG_TYPE_INT64:
        return NODE_INTEGER;
    case CONFIG_TYPE_FLOAT:
        return NODE_REAL;
    case CONFIG_TYPE_STRING:
        return NODE_TEXT;
    case CONFIG_TYPE_BOOL:
        return NODE_FLAG;
    default:
        return NODE_LIST;
    }
}

/* Escapes may have made bytes that the text itself had not. */
static void libconfig_check_text(const struct node *node, struct copying *copying)
{
    for (const char *at = node->text; *at != '\0'; at += text_character(at))
        if (text_character(at) == 0) {
            faults_add(copying->faults, node->file, node->line,
                       "an escape makes this text no UTF-8");
            return;
        }
}

static void libconfig_copy_text(struct node *node, const config_setting_t *setting,
                                struct copying *copying)
{
    assert(copying->next < copying->texts->count);
    int line = copying->texts->line[copying->next++];
    node->text = memory_text(config_setting_get_string(setting));
    node->line = node->name == NULL ? line : node->line;
    libconfig_check_text(node, copying);
}

static struct node *libconfig_copy(const config_setting_t *setting, struct copying *copying)
{
    int line = config_setting_is_root(setting) ? 1 : (int)config_setting_source_line(setting);
    struct node *node =
        tree_node(libconfig_kind(setting), config_setting_name(setting), copying->file, line);
    if (node->kind == NODE_INTEGER) {
        node->integer = config_setting_get_int64(setting);
        node->real = (double)node->integer;
    } else if (node->kind == NODE_REAL) {
        node->real = config_setting_get_float(setting);
    } else if (node->kind == NODE_TEXT) {
        libconfig_copy_text(node, setting, copying);
    } else if (node->kind == NODE_FLAG) {
        node->flag = config_setting_get_bool(setting);
    } else {
        for (int i = 0; i < config_setting_length(setting); i++)
            tree_append(node,
                        libconfig_copy(config_setting_get_elem(setting, (unsigned)i), copying));
    }
    return node;
}

/* The parser notices an error at the token behind it: quotes the last line up to there that is not
 * blank. */
static void libconfig_syntax_fault(const config_t *config, const char *text, const char *origin,
                                   struct faults *faults)
{
    const char *start = text;
    int line = 1;
    for (int i = 1; text != NULL && i <= config_error_line(config); i++) {
        const char *word = text + strspn(text, " \t\r\f");
        if (*word != '\n' && *word != '\0') {
            start = word;
            line = i;
        }
        text = strchr(text, '\n') == NULL ? NULL : strchr(text, '\n') + 1;
    }
    char *quoted = text_excerpt(start, strcspn(start, "\r\n"));
    faults_add(faults, origin, line, "%s at or before: %s", config_error_text(config), quoted);
    free(quoted);
}

/* The whole text; NULL where the parser refuses it, and it fills in `config`'s error. */
static struct node *libconfig_parse(config_t *config, const char *text, struct copying *copying)
{
    int before = copying->faults->count;
    if (!config_read_string(config, text))
        return NULL;
    struct node *root = libconfig_copy(config_root_setting(config), copying);
    if (copying->faults->count == before)
        return root;
    tree_free(root);
    return NULL;
}

/* `shown` is the part of the text that a syntax fault quotes. */
static struct node *libconfig_read(const char *text, const char *shown, const char *origin,
                                   struct faults *faults)
{
    struct prescan_lines texts = { 0 };
    struct node *root = NULL;
    if (prescan_text(text, origin, &texts, faults)) {
        config_t config;
        config_init(&config);
        root = libconfig_parse(&config, text, &(struct copying){ origin, &texts, 0, faults });
        if (config_error_type(&config) != CONFIG_ERR_NONE)
            libconfig_syntax_fault(&config, shown, origin, faults);
        config_destroy(&config);
    }
    free(texts.line);
    return root;
}

struct node *libconfig_read_text(const char *text, const char *origin, struct faults *faults)
{
    static const char mark[] = "\xef\xbb\xbf"; /* some editors begin UTF-8 files so */
    if (strncmp(text, mark, strlen(mark)) == 0)
        text += strlen(mark);
    return libconfig_read(text, text, origin, faults);
}

struct node *libconfig_read_value(const char *text, const char *origin, struct faults *faults)
{
    assert(strchr(text, '\n') == NULL);
    char *setting = memory_format("value = %s\n", text);
    struct node *root = libconfig_read(setting, text, origin, faults);
    struct node *value = NULL;
    if (root != NULL && tree_count(root) == 1) {
        value = tree_copy(root->first);
        free(value->name);
        value->name = NULL;
    } else if (root != NULL) {
        faults_add(faults, origin, 1, "found several values, expected one");
    }
    tree_free(root);
    free(setting);
    return value;
}

struct node *libconfig_read_file(const char *path, const char **absent, struct faults *faults)
{
    size_t size;
    struct node *root = NULL;
    char *text = files_load(path, LIBCONFIG_BYTES, &size, absent);
    if (text == NULL)
        return NULL;
    if (size > LIBCONFIG_BYTES)
        faults_add(faults, path, 1, "the file is larger than 1 MiB");
    else if (strlen(text) < size)
        faults_add(faults, path, 1, "found the byte 0x00, expected a text in UTF-8");
    else
        root = libconfig_read_text(text, path, faults);
    free(text);
    return root;
}
