#include <stdlib.h>
#include <string.h>

#include "engine/check.h"
#include "engine/names.h"
#include "engine/schema.h"
#include "engine/text.h"
#include "models/catalogue.h"

static char *check_hint(const struct names *known, const struct node *unknown)
{
    struct names candidates = { 0 };
    check_candidates(known, unknown, &candidates);
    char *hint = names_nearest(&candidates, unknown->name);
    names_free(&candidates);
    if (hint[0] != '\0')
        return hint;
    free(hint);
    return names_known(known);
}

/* "mood or logit": the models of a kind that have the key. "" where none has. */
static char *check_owners(const char *kind, const char *key)
{
    struct text owners = { 0 };
    text_add(&owners, "%s", "");
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0 &&
            schema_model_has(kind, catalogue[index].model, key))
            text_add(&owners, "%s%s", owners.length == 0 ? "" : " or ",
                     catalogue[index].model->name);
    return owners.bytes;
}

/* Whether the key belongs to a model that was not chosen: then that is told, unless the choice is
 * itself at fault. */
static bool check_foreign(const struct check *check, const struct schema *schema,
                          const struct node *node)
{
    char path[CHECK_PATH];
    bool foreign = false;
    for (int index = 0; index < schema->count && !foreign; index++)
        for (const struct parameter *entry = schema->table[index]; entry->name != NULL; entry++) {
            if (entry->kind != PARAMETER_MODEL || foreign)
                continue;
            const struct model *chosen = schema_model(entry, node->parent);
            char *owners = check_owners(entry->words, node->name);
            foreign = owners[0] != '\0';
            if (foreign && chosen != NULL)
                faults_add(check->faults, node->file, node->line,
                           "%s: belongs to %s %s, and here it is %s",
                           tree_path(node, path, sizeof path), entry->words, owners, chosen->name);
            free(owners);
        }
    return foreign;
}

void check_unknown(const struct check *check, const struct schema *schema, const struct node *node)
{
    char path[CHECK_PATH];
    if (check_foreign(check, schema, node))
        return;
    struct names known = { 0 };
    check_known(&check->scope, schema, node->parent, &known);
    char *hint = check_hint(&known, node);
    tree_path(node->parent, path, sizeof path);
    faults_add(check->faults, node->file, node->line, "%s%sunknown key '%s'%s", path,
               path[0] == '\0' ? "" : ": ", node->name, hint);
    free(hint);
    names_free(&known);
}
