#include "engine/compile.h"
#include "engine/schema.h"
#include "engine/settings.h"
#include "models/terms.h"

void compile_condition(struct compile *compile, const struct parameter *table,
                       const struct node *group, struct condition *condition)
{
    const struct scope scope = compile->scope;
    struct game *game = &compile->scenario->game;
    condition->count = group == NULL ? 0 : tree_count(group);
    condition->bound = compile_new(compile, (size_t)condition->count, sizeof *condition->bound);
    struct bound *bound = condition->bound;
    for (const struct node *node = group == NULL ? NULL : group->first; node != NULL;
         node = node->next, bound++) {
        compile->scope.issue = tree_member(schema_member(scope.root, "issues"), node->name);
        settings_fill(compile, table, node, bound);
        bound->issue = scope_index(&scope, "issue", node->name);
        bound->number = game->bounds++;
        game->moving |= bound->low_front || bound->high_front;
    }
    compile->scope = scope;
}

static void compile_rules(struct compile *compile, const struct node *rules)
{
    struct game *game = &compile->scenario->game;
    game->rules = rules == NULL ? 0 : tree_count(rules);
    game->rule = compile_new(compile, (size_t)game->rules, sizeof *game->rule);
    struct rule *rule = game->rule;
    for (const struct node *node = rules == NULL ? NULL : rules->first; node != NULL;
         node = node->next, rule++) {
        settings_fill(compile, rule_parameters, node, rule);
        rule->name = node->name;
        compile_condition(compile, excess_parameters, schema_member(node, "if"), &rule->when);
        compile_condition(compile, bound_parameters, schema_member(node, "then"), &rule->then);
    }
}

void compile_terms(struct compile *compile)
{
    struct game *game = &compile->scenario->game;
    compile_rules(compile, schema_member(compile->scope.root, "rules"));
    game->moving |= game->front >= 0 && game->issue[game->front].bounded_by_front != BOUNDED_NONE;
    game->clause = compile_new(compile, (size_t)terms_clauses(game, NULL), sizeof *game->clause);
    game->clauses = terms_clauses(game, game->clause);
}
