#include <stdlib.h>
#include <string.h>

#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/overlay.h"
#include "engine/prescan.h"
#include "engine/text.h"
#include "engine/token.h"

enum { OVERLAY_PATH = 512, OVERLAY_ORIGIN = 200 };

static char *overlay_trim(const char *start, size_t length)
{
    size_t blank = strspn(start, " ");
    if (blank > length)
        blank = length;
    while (length > blank && start[length - 1] == ' ')
        length--;
    return memory_format("%.*s", (int)(length - blank), start + blank);
}

static struct node *overlay_value(const char *text, const char *origin, struct faults *faults)
{
    if (!token_is_name(text))
        return libconfig_read_value(text, origin, faults);
    struct node *word = tree_node(NODE_TEXT, NULL, origin, 1);
    word->text = memory_text(text);
    return word;
}

static int overlay_depth(const struct node *node)
{
    int deepest = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        int depth = overlay_depth(child);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest + (node->kind == NODE_GROUP || node->kind == NODE_LIST);
}

/* A tree that holds just the value at the path: groups named after its steps. */
static struct node *overlay_assignment(const char *path, struct node *value, struct faults *faults)
{
    struct node *root = tree_node(NODE_GROUP, NULL, value->file, 1), *group = root;
    const char *rest = path;
    char *step = tree_step(&rest);
    int depth = overlay_depth(value);
    for (; step != NULL && *rest != '\0' && depth < PRESCAN_DEPTH; depth++) {
        tree_append(group, tree_node(NODE_GROUP, step, value->file, 1));
        group = group->last;
        free(step);
        step = tree_step(&rest);
    }
    value->name = step;
    tree_append(group, value);
    if (step != NULL && *rest == '\0')
        return root;
    faults_add(faults, value->file, 1, step == NULL ? "'%s' is no path" : "'%s' is nested too deep",
               path);
    tree_free(root);
    return NULL;
}

/* Whether what the assignment would make below `base`, from `over` on, can be made. */
static bool overlay_check_new(const struct node *base, const struct node *over,
                              const struct node *value, struct faults *faults)
{
    char path[OVERLAY_PATH];
    tree_path(base, path, sizeof path);
    if (base->kind == NODE_LIST)
        return faults_add(faults, over->file, 1, "%s: the list has no element '%s'", path,
                          over->name);
    if (base->kind != NODE_GROUP)
        return faults_add(faults, over->file, 1, "%s: holds %s, not a group with '%s'", path,
                          tree_kind_name(base), over->name);
    for (;; over = over->first) {
        if (!token_is_name(over->name))
            return faults_add(faults, over->file, 1, "'%s' cannot be a name", over->name);
        if (strlen(over->name) > TOKEN_NAME_BYTES)
            return faults_add(faults, over->file, 1,
                              "found a name of %zu bytes, expected at most %d", strlen(over->name),
                              (int)TOKEN_NAME_BYTES);
        if (over == value)
            return true;
    }
}

bool overlay_is_fixed(const char *key)
{
    return strcmp(key, "extends") == 0 || strcmp(key, "variants") == 0 || strcmp(key, "sweep") == 0;
}

static bool overlay_assign(struct node *root, const struct node *assignment,
                           const struct node *value, struct faults *faults)
{
    struct node *base = root;
    const struct node *over = assignment->first;
    if (overlay_is_fixed(over->name))
        return faults_add(faults, over->file, 1,
                          "%s: cannot be set, only written at the top of a file", over->name);
    struct node *old = tree_child(base, over->name);
    while (old != NULL && over != value) {
        base = old;
        over = over->first;
        old = tree_child(base, over->name);
    }
    if (old == NULL && !overlay_check_new(base, over, value, faults))
        return false;
    return overlay_lay_node(base, old, over, faults);
}

/* Where an assignment stands. */
struct overlay_place {
    const char *file;
    int line;
    enum node_layer layer;
};

static void overlay_stamp(struct node *node, const struct overlay_place *place)
{
    node->line = place->line;
    node->layer = place->layer;
    for (struct node *child = node->first; child != NULL; child = child->next)
        overlay_stamp(child, place);
}

static bool overlay_set_path(struct node *root, const char *path, const char *text,
                             const struct overlay_place *place, struct faults *faults)
{
    struct node *value = overlay_value(text, place->file, faults);
    if (value == NULL)
        return false;
    struct node *assignment = overlay_assignment(path, value, faults);
    if (assignment == NULL)
        return false;
    overlay_stamp(assignment, place);
    bool good = overlay_assign(root, assignment, value, faults);
    tree_free(assignment);
    return good;
}

char *overlay_origin(const char *assignment)
{
    return memory_format("--set %.*s%s", (int)OVERLAY_ORIGIN, assignment,
                         strlen(assignment) > OVERLAY_ORIGIN ? "..." : "");
}

static bool overlay_set_at(struct node *root, const char *assignment,
                           const struct overlay_place *place, struct faults *faults)
{
    size_t split = strcspn(assignment, "=");
    const char *behind = assignment[split] == '=' ? assignment + split + 1 : "";
    char *path = overlay_trim(assignment, split), *value = overlay_trim(behind, strlen(behind));
    bool good = true;
    for (const char *at = assignment; good && *at != '\0'; at++)
        if (text_is_control(at))
            good = faults_add(faults, place->file, 1,
                              "found a control character, expected PATH=VALUE");
    if (good && (*path == '\0' || *value == '\0'))
        good = faults_add(faults, place->file, 1, "found no %s, expected PATH=VALUE",
                          *path == '\0' ? "path" : "value");
    good = good && overlay_set_path(root, path, value, place, faults);
    free(value);
    free(path);
    return good;
}

bool overlay_set(struct node *root, const char *assignment, struct faults *faults)
{
    char *origin = overlay_origin(assignment);
    const struct overlay_place place = { origin, 1, LAYER_COMMAND };
    bool good = overlay_set_at(root, assignment, &place, faults);
    free(origin);
    return good;
}

bool overlay_vary(struct node *root, const struct node *assignment, struct faults *faults)
{
    const struct overlay_place place = { assignment->file, assignment->line, LAYER_VARIANT };
    return overlay_set_at(root, assignment->text, &place, faults);
}
