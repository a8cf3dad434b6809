#include "engine/scenario.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/allocations.h"
#include "engine/check.h"
#include "engine/compile.h"
#include "engine/consistency.h"
#include "engine/memory.h"
#include "engine/quantile.h"
#include "engine/sha256.h"
#include "engine/variants.h"
#include "engine/vary.h"
#include "engine/writer.h"

void scenario_fingerprint(struct scenario *scenario)
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
    variants_check(tree, faults);
    vary_check(tree, faults);
    return faults->count == before;
}

struct scenario *scenario_build(struct node *tree, const char *file, struct faults *faults)
{
    struct scenario *scenario = memory_new(1, sizeof *scenario);
    scenario->tree = tree;
    scenario->file = memory_text(file);
    if (!scenario_check(tree, faults) || !compile_scenario(scenario, faults) ||
        !consistency_limits(tree, &scenario->game, faults) ||
        !consistency_solver(tree, &scenario->game,
                            (const struct solver *)scenario->process.solver.model, faults)) {
        scenario_free(scenario);
        return NULL;
    }
    scenario_fingerprint(scenario);
    return scenario;
}

void scenario_free(struct scenario *scenario)
{
    if (scenario == NULL)
        return;
    for (int index = 0; index < scenario->quantities.uncertains; index++) {
        const struct uncertain *uncertain = &scenario->quantities.uncertain[index];
        quantile_release(uncertain->distribution, &uncertain->settings);
    }
    allocations_free(scenario->owned);
    free(scenario->quantities.expected);
    free(scenario->quantities.uncertain);
    tree_free(scenario->tree);
    free(scenario->file);
    free(scenario);
}

void scenarios_free(struct scenarios *scenarios)
{
    for (int index = 0; index < scenarios->count; index++)
        scenario_free(scenarios->scenario[index]);
    free(scenarios->scenario);
    *scenarios = (struct scenarios){ 0 };
}

static void scenario_override_variants(const struct node *root, const char *key, const char *value)
{
    struct node *list = tree_member(root, "variants");
    char *assignment = memory_format("run.%s=%s", key, value);
    for (struct node *variant = list == NULL ? NULL : list->first; variant != NULL;
         variant = variant->next)
        if (variants_touch(variant, "run", key))
            variants_append(variant, assignment, "command line");
    free(assignment);
}

/* Lays a member of `run` over what stands there, and the same, as --set would have it, over the
 * variants. Takes the node over. */
static void scenario_lay(struct scenario *scenario, struct node *node, const char *value)
{
    struct node *run = tree_member(scenario->tree, "run");
    if (run == NULL) {
        run = tree_node(NODE_GROUP, "run", "command line", 1);
        tree_append(scenario->tree, run);
    }
    struct node *old = tree_member(run, node->name);
    if (old != NULL)
        tree_replace(old, node);
    else
        tree_append(run, node);
    compile_run(scenario);
    scenario_override_variants(scenario->tree, node->name, value);
    scenario_fingerprint(scenario);
}

void scenario_override(struct scenario *scenario, const char *key, long value)
{
    struct node *node = tree_node(NODE_INTEGER, key, "command line", 1);
    node->integer = value;
    node->real = (double)value;
    char *text = memory_format("%ld%s", value, value > 2147483647 ? "L" : "");
    scenario_lay(scenario, node, text);
    free(text);
}

void scenario_override_word(struct scenario *scenario, const char *key, const char *word)
{
    struct node *node = tree_node(NODE_TEXT, key, "command line", 1);
    node->text = memory_text(word);
    char *text = memory_format("\"%s\"", word);
    scenario_lay(scenario, node, text);
    free(text);
}

const struct design *scenario_design(const struct scenario *scenario)
{
    return (const struct design *)scenario->run.design.model;
}
