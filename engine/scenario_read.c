#include <stdlib.h>
#include <string.h>

#include "engine/assignment.h"
#include "engine/idle.h"
#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/overlay.h"
#include "engine/scenario.h"
#include "engine/variants.h"

/* A file's scenarios on their way from its text, which is read once. */
struct reading {
    const struct scenario_request *request;
    struct node *bare;  /* the file without its variants, and without the command line's sets */
    struct node *plain; /* the same with them */
    struct scenarios *scenarios;
    struct faults *faults;
    int known; /* faults of the file's own scenario, which are told once */
    bool good;
};

static bool scenario_set(struct node *tree, const char *set, struct faults *faults)
{
    return assignment_check(tree, scenario_parameters, set, faults) &&
           overlay_set(tree, set, faults);
}

/* What an assignment set in the tree; NULL: nothing stands there. */
static const struct node *scenario_at(const struct node *tree, const char *set)
{
    set += strspn(set, " ");
    char *path = memory_format("%.*s", (int)strcspn(set, "= "), set);
    const struct node *node = path[0] == '\0' ? NULL : tree_find(tree, path);
    free(path);
    return node;
}

/* One assignment of the command line over a variant's tree: where the variant has undone it, it is
 * laid again, and joins what the shown variant (NULL: none is) sets. */
static bool scenario_set_again(const struct reading *reading, const struct node *variant,
                               const char *set, struct node *tree, struct node *shown,
                               struct faults *faults)
{
    bool named = variants_own(variant, set), good = true;
    char *origin = overlay_origin(set);
    if (named && reading->request->variant != NULL) {
        good = faults_add(faults, origin, 1, "the variant has its own");
    } else if (!named && !tree_same(scenario_at(reading->plain, set), scenario_at(tree, set))) {
        good = scenario_set(tree, set, faults);
        if (shown != NULL)
            variants_append(shown, set, origin);
    }
    free(origin);
    return good;
}

/* The tree of a variant: the file, the variant's assignments, then those of the command line. It is
 * made as the scenario that `show` prints would make it, whose own values are the command line's
 * already: what the variant sets of something that these have dropped is void. */
static struct node *scenario_varied(const struct reading *reading, const struct node *variant,
                                    struct node *shown, bool *good, struct faults *faults)
{
    const struct scenario_request *request = reading->request;
    struct node *tree = tree_copy(reading->bare);
    *good = variants_lay(tree, variant, faults);
    shown = *good ? shown : NULL; /* else it is shown as it is written */
    if (request->sets > 0) {
        tree_free(tree);
        tree = tree_copy(reading->plain);
        variants_lay_possible(tree, variant, shown);
    }
    for (int index = 0; index < request->sets; index++)
        *good =
            scenario_set_again(reading, variant, request->set[index], tree, shown, faults) && *good;
    idle_drop(tree, scenario_parameters, request->file);
    return tree;
}

/* Takes the scenario over; NULL counts as a failure. */
static void scenario_keep(struct reading *reading, struct scenario *scenario)
{
    struct scenarios *scenarios = reading->scenarios;
    reading->good = reading->good && scenario != NULL;
    if (scenario == NULL || (reading->request->first && scenarios->count > 0)) {
        scenario_free(scenario);
        return;
    }
    scenarios->scenario =
        memory_grow(scenarios->scenario, (size_t)scenarios->count + 1, sizeof *scenarios->scenario);
    scenarios->scenario[scenarios->count++] = scenario;
}

static void scenario_vary(struct reading *reading, const struct node *variant, struct node *shown)
{
    struct faults found = { 0 };
    bool good;
    struct node *tree = scenario_varied(reading, variant, shown, &good, &found);
    struct scenario *scenario = scenario_build(tree, reading->request->file, &found);
    char *name = variants_name(variant), *who = memory_format("variant '%s'", name);
    faults_join(reading->faults, &found, reading->known, who, variant->file, variant->line);
    reading->good = reading->good && good;
    scenario_keep(reading, scenario);
    faults_free(&found);
    free(who);
    free(name);
}

static void scenario_drop(struct node *tree, const char *key)
{
    struct node *member = tree_member(tree, key);
    if (member != NULL)
        tree_remove(member);
}

/* A copy of a tree without its variants and its sweep. */
static struct node *scenario_bare(const struct node *tree)
{
    struct node *bare = tree_copy(tree);
    scenario_drop(bare, "variants");
    scenario_drop(bare, "sweep");
    return bare;
}

/* The file's own scenario; what its variants need is kept in `reading`. NULL on any fault. */
static struct scenario *scenario_own(struct reading *reading, const struct node *resolved)
{
    const struct scenario_request *request = reading->request;
    struct node *tree = tree_copy(resolved);
    bool good = true;
    for (int index = 0; index < request->sets; index++)
        good = scenario_set(tree, request->set[index], reading->faults) && good;
    if (request->sets > 0)
        scenario_drop(tree, "sweep");
    idle_drop(tree, scenario_parameters, request->file);
    reading->bare = scenario_bare(resolved);
    reading->plain = scenario_bare(tree);
    struct scenario *own = scenario_build(tree, request->file, reading->faults);
    reading->known = reading->faults->count;
    if (own != NULL)
        good = scenario_sweep_check(own, reading->bare, reading->faults) && good;
    if (good)
        return own;
    scenario_free(own);
    return NULL;
}

/* Whether this is the name of the tree's own scenario. */
static bool scenario_is_own(const struct node *tree, const char *name)
{
    const struct node *own = tree_member(tree, "name");
    return name != NULL && own != NULL && own->kind == NODE_TEXT && strcmp(own->text, name) == 0;
}

static void scenario_unknown(struct reading *reading, const struct node *resolved)
{
    const struct scenario_request *request = reading->request;
    const struct node *own = tree_member(resolved, "name");
    struct names names = { 0 };
    if (own != NULL && own->kind == NODE_TEXT)
        names_add(&names, own->text);
    variants_add_names(resolved, &names);
    char *hint = names_sample(&names, request->variant);
    char *origin = memory_format("--variant %s", request->variant);
    reading->good = faults_add(reading->faults, origin, 1, "%s has no variant of that name%s",
                               request->file, hint);
    faults_rank(reading->faults, origin, request->sets + 1);
    free(origin);
    free(hint);
    names_free(&names);
}

/* Has a variant shown as the command line has it, where only the file's own scenario is asked for.
 */
static void scenario_show(const struct reading *reading, const struct node *variant,
                          struct node *shown)
{
    struct faults others = { 0 };
    bool good;
    tree_free(scenario_varied(reading, variant, shown, &good, &others));
    faults_free(&others);
}

/* All variants, or, where the file's own scenario is asked for alone, what is shown of them. */
static void scenario_vary_all(struct reading *reading, const struct node *resolved,
                              struct scenario *own, bool alone)
{
    struct node *list = own == NULL ? NULL : tree_member(own->tree, "variants");
    struct node *shown = list == NULL ? NULL : list->first;
    for (const struct node *variant = variants_first(resolved); variant != NULL;
         variant = variant->next) {
        if (alone)
            scenario_show(reading, variant, shown);
        else
            scenario_vary(reading, variant, shown);
        shown = shown == NULL ? NULL : shown->next;
    }
    if (list != NULL && reading->request->sets > 0)
        scenario_fingerprint(own);
}

/* All that is asked for of a resolved tree. False, and none, on any fault. */
static bool scenario_read_tree(const struct node *resolved, const struct scenario_request *request,
                               struct scenarios *scenarios, struct faults *faults)
{
    struct reading reading = {
        .request = request, .scenarios = scenarios, .faults = faults, .good = true
    };
    bool alone = scenario_is_own(resolved, request->variant);
    const struct node *variant =
        request->variant == NULL || alone ? NULL : variants_find(resolved, request->variant);
    if (request->variant != NULL && !alone && variant == NULL)
        scenario_unknown(&reading, resolved);
    struct scenario *own = scenario_own(&reading, resolved);
    if (variant == NULL) {
        scenario_keep(&reading, own);
        scenario_vary_all(&reading, resolved, own, alone);
    } else {
        reading.good = reading.good && own != NULL;
        scenario_free(own);
        scenario_vary(&reading, variant, NULL);
    }
    tree_free(reading.bare);
    tree_free(reading.plain);
    if (!reading.good)
        scenarios_free(scenarios);
    return reading.good;
}

/* Whether the file is good without what the command line adds: then a fault is the command line's.
 */
static bool scenario_is_good(const struct node *resolved, const struct scenario_request *request)
{
    struct faults faults = { 0 };
    struct scenarios scenarios = { 0 };
    struct scenario_request bare = { .file = request->file, .first = true };
    if (request->variant != NULL && (scenario_is_own(resolved, request->variant) ||
                                     variants_find(resolved, request->variant) != NULL))
        bare.variant = request->variant;
    bool good = scenario_read_tree(resolved, &bare, &scenarios, &faults);
    scenarios_free(&scenarios);
    faults_free(&faults);
    return good;
}

enum scenario_status scenarios_read(const struct scenario_request *request,
                                    struct scenarios *scenarios, struct faults *faults)
{
    enum scenario_status status;
    *scenarios = (struct scenarios){ 0 };
    struct node *resolved = scenario_resolve(request->file, &status, faults);
    if (resolved == NULL)
        return status;
    bool good = scenario_read_tree(resolved, request, scenarios, faults);
    for (int index = 0; index < request->sets; index++) {
        char *origin = overlay_origin(request->set[index]);
        faults_rank(faults, origin, index + 1);
        free(origin);
    }
    bool asked = !good && (request->sets > 0 || request->variant != NULL) &&
                 scenario_is_good(resolved, request);
    tree_free(resolved);
    return good ? SCENARIO_GOOD : asked ? SCENARIO_SETTING : SCENARIO_BAD;
}

struct scenario *scenarios_first(struct scenarios *scenarios)
{
    if (scenarios->count == 0)
        return NULL;
    struct scenario *first = scenarios->scenario[0];
    scenarios->scenario[0] = NULL;
    scenarios_free(scenarios);
    return first;
}

struct scenario *scenario_point(const struct node *resolved, const struct scenario_request *request,
                                struct faults *faults)
{
    struct scenarios scenarios = { 0 };
    const struct node *name = tree_member(resolved, "name");
    struct scenario_request alone = *request;
    alone.first = true;
    if (alone.variant == NULL && name != NULL && name->kind == NODE_TEXT)
        alone.variant = name->text;
    scenario_read_tree(resolved, &alone, &scenarios, faults);
    return scenarios_first(&scenarios);
}

struct scenario *scenario_read(const char *file, const char *const *sets, int count,
                               struct faults *faults, enum scenario_status *status)
{
    struct scenarios scenarios;
    const struct scenario_request request = {
        .file = file, .set = sets, .sets = count, .first = true
    };
    *status = scenarios_read(&request, &scenarios, faults);
    return scenarios_first(&scenarios);
}

struct scenario *scenario_from_text(const char *text, const char *origin, struct faults *faults)
{
    struct scenarios scenarios = { 0 };
    const struct scenario_request request = { .file = origin, .first = true };
    struct node *tree = libconfig_read_text(text, origin, faults);
    if (tree != NULL)
        scenario_read_tree(tree, &request, &scenarios, faults);
    tree_free(tree);
    return scenarios_first(&scenarios);
}
