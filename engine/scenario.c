#include "engine/scenario.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/allocations.h"
#include "engine/assignment.h"
#include "engine/check.h"
#include "engine/compile.h"
#include "engine/consistency.h"
#include "engine/idle.h"
#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/overlay.h"
#include "engine/sha256.h"
#include "engine/writer.h"

static void scenario_fingerprint(struct scenario *scenario)
{
    char *text = writer_text(scenario->tree);
    sha256_hex(text, strlen(text), scenario->sha256);
    free(text);
}

static bool scenario_check(const struct node *tree, struct faults *faults)
{
    int before = faults->count;
    check_tree(tree, scenario_parameters, faults);
    consistency_check(tree, faults);
    return faults->count == before;
}

/* Takes the tree over. NULL on any fault. */
static struct scenario *scenario_build(struct node *tree, const char *file, struct faults *faults)
{
    struct scenario *scenario = memory_new(1, sizeof *scenario);
    scenario->tree = tree;
    scenario->file = memory_text(file);
    idle_drop(tree, scenario_parameters, file);
    if (!scenario_check(tree, faults) || !compile_scenario(scenario, faults) ||
        !consistency_limits(tree, &scenario->game, faults)) {
        scenario_free(scenario);
        return NULL;
    }
    scenario_fingerprint(scenario);
    return scenario;
}

/* Whether the tree is a scenario without the assignments: then a fault is theirs. */
static bool scenario_is_good(const struct node *plain, const char *file)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_build(tree_copy(plain), file, &faults);
    bool good = scenario != NULL;
    scenario_free(scenario);
    faults_free(&faults);
    return good;
}

static bool scenario_set(struct node *tree, const char *const *sets, int count,
                         struct faults *faults)
{
    bool good = true;
    for (int index = 0; index < count; index++)
        if (!assignment_check(tree, scenario_parameters, sets[index], faults) ||
            !overlay_set(tree, sets[index], faults))
            good = false;
    return good;
}

static void scenario_rank(const char *const *sets, int count, struct faults *faults)
{
    for (int index = 0; index < count; index++) {
        char *origin = overlay_origin(sets[index]);
        faults_rank(faults, origin, index + 1);
        free(origin);
    }
}

struct scenario *scenario_read(const char *file, const char *const *sets, int count,
                               struct faults *faults, enum scenario_status *status)
{
    const char *absent;
    struct node *tree = overlay_read(file, &absent, faults);
    *status = absent != NULL ? SCENARIO_MISSING : SCENARIO_BAD;
    if (absent != NULL)
        faults_add(faults, file, 1, "found no scenario (%s), expected a readable file", absent);
    if (tree == NULL)
        return NULL;
    struct node *plain = tree_copy(tree);
    bool set = scenario_set(tree, sets, count, faults);
    struct scenario *scenario = scenario_build(tree, file, faults);
    scenario_rank(sets, count, faults);
    if (!set) {
        scenario_free(scenario);
        scenario = NULL;
    }
    if (scenario != NULL)
        *status = SCENARIO_GOOD;
    else if (count > 0 && scenario_is_good(plain, file))
        *status = SCENARIO_SETTING;
    tree_free(plain);
    return scenario;
}

struct scenario *scenario_from_text(const char *text, const char *origin, struct faults *faults)
{
    struct node *tree = libconfig_read_text(text, origin, faults);
    return tree == NULL ? NULL : scenario_build(tree, origin, faults);
}

void scenario_free(struct scenario *scenario)
{
    if (scenario == NULL)
        return;
    allocations_free(scenario->owned);
    free(scenario->quantities.expected);
    free(scenario->quantities.uncertain);
    tree_free(scenario->tree);
    free(scenario->file);
    free(scenario);
}

void scenario_override(struct scenario *scenario, const char *key, long value)
{
    struct node *run = tree_member(scenario->tree, "run");
    if (run == NULL) {
        run = tree_node(NODE_GROUP, "run", "command line", 1);
        tree_append(scenario->tree, run);
    }
    struct node *node = tree_node(NODE_INTEGER, key, "command line", 1),
                *old = tree_member(run, key);
    node->integer = value;
    node->real = (double)value;
    if (old != NULL)
        tree_replace(old, node);
    else
        tree_append(run, node);
    for (const struct parameter *entry = run_parameters; entry->name != NULL; entry++)
        if (strcmp(entry->name, key) == 0)
            *(long *)(void *)((char *)&scenario->run + entry->offset) = value;
    scenario_fingerprint(scenario);
}
