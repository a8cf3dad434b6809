#include "engine/overlay.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/libconfig.h"
#include "engine/memory.h"

enum { OVERLAY_PATH = 512 };

/* The files being read, each extended by the one above it. */
struct chain {
    const char *path;
    const struct chain *above;
    int files;
    bool known; /* device and inode are */
    dev_t device;
    ino_t inode;
};

static bool overlay_drop(struct node *old, const struct node *over, struct faults *faults)
{
    char path[OVERLAY_PATH];
    tree_path(over, path, sizeof path);
    if (over->first != over->last || over->first->kind != NODE_FLAG || !over->first->flag)
        return faults_add(faults, over->file, over->line,
                          "%s: remove stands alone: %s = { remove = true; };", path, path);
    if (old == NULL)
        return faults_add(faults, over->file, over->line, "%s: nothing to remove was inherited",
                          path);
    tree_remove(old);
    return true;
}

static bool overlay_idle_fault(const struct node *over, struct faults *faults)
{
    char path[OVERLAY_PATH];
    return faults_add(faults, over->file, over->line,
                      "%s: found an empty group, which changes nothing; expected members, or "
                      "{ remove = true; } to drop what is inherited",
                      tree_path(over, path, sizeof path));
}

static bool overlay_lay(struct node *base, const struct node *over, struct faults *faults);

static struct node *overlay_place(struct node *parent, struct node *old, struct node *fresh)
{
    if (old == NULL)
        tree_append(parent, fresh);
    else
        tree_replace(old, fresh);
    return fresh;
}

static struct node *overlay_group(const struct node *over)
{
    struct node *group = tree_node(NODE_GROUP, over->name, over->file, over->line);
    group->layer = over->layer;
    return group;
}

bool overlay_lay_node(struct node *parent, struct node *old, const struct node *over,
                      struct faults *faults)
{
    if (tree_member(over, "remove") != NULL)
        return overlay_drop(old, over, faults);
    if (over->kind != NODE_GROUP) {
        overlay_place(parent, old, tree_copy(over));
        return true;
    }
    if (over->first == NULL && old != NULL && old->kind == NODE_GROUP && old->first != NULL)
        return overlay_idle_fault(over, faults);
    if (old == NULL || old->kind != NODE_GROUP || tree_member(over, "dist") != NULL)
        old = overlay_place(parent, old, overlay_group(over));
    return overlay_lay(old, over, faults);
}

static bool overlay_lay(struct node *base, const struct node *over, struct faults *faults)
{
    bool good = true;
    for (const struct node *member = over->first; member != NULL; member = member->next)
        good = overlay_lay_node(base, tree_member(base, member->name), member, faults) && good;
    return good;
}

static char *overlay_chain_text(const struct chain *chain, const struct chain *from)
{
    char *text = NULL;
    for (;; chain = chain->above) {
        char *longer =
            text == NULL ? memory_text(chain->path) : memory_format("%s -> %s", chain->path, text);
        free(text);
        text = longer;
        if (chain == from)
            return text;
    }
}

static struct chain overlay_chain(const char *path, const struct chain *above)
{
    struct stat status;
    struct chain chain = { .path = path,
                           .above = above,
                           .files = above == NULL ? 1 : above->files + 1 };
    chain.known = stat(path, &status) == 0;
    if (chain.known) {
        chain.device = status.st_dev;
        chain.inode = status.st_ino;
    }
    return chain;
}

/* Whether the file may join the files above it. */
static bool overlay_check_chain(const struct chain *chain, const struct node *extends,
                                struct faults *faults)
{
    const struct chain *twin = chain->above;
    while (twin != NULL && !(chain->known && twin->known && twin->device == chain->device &&
                             twin->inode == chain->inode))
        twin = twin->above;
    if (twin != NULL) {
        char *text = overlay_chain_text(chain, twin);
        faults_add(faults, extends->file, extends->line, "extends: the file extends itself: %s",
                   text);
        free(text);
    } else if (chain->files > OVERLAY_FILES) {
        faults_add(faults, extends->file, extends->line,
                   "extends: more than %d files extend one another", (int)OVERLAY_FILES);
    }
    return twin == NULL && chain->files <= OVERLAY_FILES;
}

static struct node *overlay_resolve(const struct chain *chain, const char **absent,
                                    struct faults *faults);

static struct node *overlay_extended(const struct node *extends, const struct chain *above,
                                     struct faults *faults)
{
    if (extends->kind != NODE_TEXT || extends->text[0] == '\0') {
        faults_add(faults, extends->file, extends->line,
                   "extends: found %s, expected the path of a scenario",
                   extends->kind == NODE_TEXT ? "an empty text" : tree_kind_name(extends));
        return NULL;
    }
    const char *slash = extends->text[0] == '/' ? NULL : strrchr(above->path, '/');
    int folder = slash == NULL ? 0 : (int)(slash + 1 - above->path);
    char *path = memory_format("%.*s%s", folder, above->path, extends->text);
    struct chain chain = overlay_chain(path, above);
    const char *absent = NULL;
    struct node *base = NULL;
    if (overlay_check_chain(&chain, extends, faults))
        base = overlay_resolve(&chain, &absent, faults);
    if (absent != NULL)
        faults_add(faults, extends->file, extends->line, "extends: cannot read %s: %s", path,
                   absent);
    free(path);
    return base;
}

static struct node *overlay_base(struct node *over, const struct chain *chain,
                                 struct faults *faults)
{
    struct node *extends = tree_member(over, "extends");
    if (extends == NULL)
        return tree_node(NODE_GROUP, NULL, over->file, over->line);
    struct node *base = overlay_extended(extends, chain, faults);
    if (base == NULL)
        return NULL;
    for (struct node *member = base->first, *next; member != NULL; member = next) {
        next = member->next;
        if (overlay_is_fixed(member->name))
            tree_remove(member);
    }
    tree_remove(extends);
    free(base->file);
    base->file = memory_text(over->file);
    return base;
}

static struct node *overlay_resolve(const struct chain *chain, const char **absent,
                                    struct faults *faults)
{
    struct node *over = libconfig_read_file(chain->path, absent, faults);
    if (over == NULL)
        return NULL;
    struct node *base = overlay_base(over, chain, faults);
    if (base != NULL && !overlay_lay(base, over, faults)) {
        tree_free(base);
        base = NULL;
    }
    tree_free(over);
    return base;
}

struct node *overlay_read(const char *path, const char **absent, struct faults *faults)
{
    struct chain chain = overlay_chain(path, NULL);
    return overlay_resolve(&chain, absent, faults);
}
