#include "engine/writer.h"

enum { WRITER_PATH = 512 };

void writer_json(struct json *json, const char *name, const struct node *node)
{
    switch (node->kind) {
    case NODE_INTEGER:
        json_integer(json, name, node->integer);
        return;
    case NODE_REAL:
        json_number(json, name, node->real);
        return;
    case NODE_FLAG:
        json_flag(json, name, node->flag);
        return;
    case NODE_TEXT:
        json_text(json, name, node->text);
        return;
    case NODE_GROUP:
        json_object(json, name);
        break;
    case NODE_LIST:
        json_array(json, name);
        break;
    }
    for (const struct node *member = node->first; member != NULL; member = member->next)
        writer_json(json, member->name, member);
    json_end(json);
}

static bool writer_is_value(const struct node *node)
{
    if (node->kind == NODE_GROUP)
        return node->first == NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (child->kind == NODE_GROUP || child->kind == NODE_LIST)
            return false;
    return true;
}

static void writer_json_origin(struct json *json, const struct node *node)
{
    static const char *const layers[] = {
        [LAYER_FILE] = "file", [LAYER_VARIANT] = "variant", [LAYER_COMMAND] = "command"
    };
    char path[WRITER_PATH];
    json_row(json, NULL);
    json_text(json, "path", tree_path(node, path, sizeof path));
    json_text(json, "file", node->file);
    if (node->layer == LAYER_COMMAND)
        json_text(json, "line", NULL);
    else
        json_integer(json, "line", node->line);
    json_text(json, "layer", layers[node->layer]);
    json_end(json);
}

void writer_json_origins(struct json *json, const struct node *node)
{
    for (const struct node *member = node->first; member != NULL; member = member->next)
        if (writer_is_value(member))
            writer_json_origin(json, member);
        else
            writer_json_origins(json, member);
}
