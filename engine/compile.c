#include "engine/compile.h"

#include <assert.h>

#include "engine/correlations.h"
#include "engine/dimensions.h"
#include "engine/schema.h"
#include "engine/settings.h"
#include "models/random.h"

void *compile_new(struct compile *compile, size_t count, size_t size)
{
    return allocations_new(&compile->scenario->owned, count, size);
}

static void compile_levers(struct compile *compile, const struct node *levers)
{
    struct scenario *scenario = compile->scenario;
    scenario->levers = levers == NULL ? 0 : tree_count(levers);
    scenario->lever = compile_new(compile, (size_t)scenario->levers, sizeof *scenario->lever);
    struct lever_plan *lever = scenario->lever;
    for (const struct node *node = levers == NULL ? NULL : levers->first; node != NULL;
         node = node->next) {
        settings_fill(compile, lever_parameters, node, lever);
        lever->hash = random_hash(node->name);
        lever++->name = node->name;
    }
}

static void compile_shocks(struct compile *compile, const struct node *shocks)
{
    struct scenario *scenario = compile->scenario;
    scenario->shocks = shocks == NULL ? 0 : tree_count(shocks);
    scenario->shock = compile_new(compile, (size_t)scenario->shocks, sizeof *scenario->shock);
    struct shock *shock = scenario->shock;
    for (const struct node *node = shocks == NULL ? NULL : shocks->first; node != NULL;
         node = node->next) {
        settings_fill(compile, shock_parameters, node, shock);
        shock->hash = random_hash(node->name);
        shock++->name = node->name;
    }
}

static void compile_groups(struct compile *compile, const struct node *groups)
{
    struct process *process = &compile->scenario->process;
    process->groups = groups == NULL ? 0 : tree_count(groups);
    process->group = compile_new(compile, (size_t)process->groups, sizeof *process->group);
    struct working_group *group = process->group;
    for (const struct node *node = groups == NULL ? NULL : groups->first; node != NULL;
         node = node->next) {
        settings_fill(compile, group_parameters, node, group);
        group++->name = node->name;
    }
}

void compile_run(struct scenario *scenario)
{
    struct faults none = { 0 };
    struct compile compile = { .scenario = scenario,
                               .scope = scope_top(scenario->tree),
                               .faults = &none };
    settings_fill(&compile, run_parameters, schema_member(scenario->tree, "run"), &scenario->run);
    assert(none.count == 0);
}

bool compile_scenario(struct scenario *scenario, struct faults *faults)
{
    struct compile compile = { .scenario = scenario,
                               .scope = scope_top(scenario->tree),
                               .faults = faults };
    int before = faults->count;
    compile_game(&compile);
    settings_fill(&compile, scenario_parameters, scenario->tree, scenario);
    compile_levers(&compile, schema_member(scenario->tree, "levers"));
    compile_shocks(&compile, schema_member(scenario->tree, "shocks"));
    compile_groups(&compile,
                   schema_member(schema_member(scenario->tree, "process"), "working_groups"));
    dimensions_assign(&scenario->quantities);
    correlations_compile(scenario->tree, &scenario->quantities, &scenario->owned);
    return faults->count == before;
}
