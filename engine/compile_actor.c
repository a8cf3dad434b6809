#include "engine/compile.h"
#include "engine/quantities.h"
#include "engine/schema.h"
#include "engine/settings.h"
#include "models/random.h"

/* The line lies away from the ideal; where they meet, towards the nearer end of the axis: what lies
 * between is then still open. */
static int compile_direction(const struct position *position)
{
    double ideal = position->ideal.expected, beyond = position->red_line.beyond.expected;
    return ideal < beyond || (ideal == beyond && beyond < 0.5) ? 1 : -1;
}

static void compile_values(struct compile *compile, const struct node *node,
                           const struct issue *issue, struct position *position)
{
    const struct node *values = schema_member(node, "values");
    struct schema schema = schema_of(node, position_parameters);
    const struct parameter *any = schema_find(&schema, "values")->members;
    if (position->loss != LOSS_TABLE)
        return;
    position->values = compile_new(compile, (size_t)issue->levels, sizeof *position->values);
    for (int level = 0; level < issue->levels; level++)
        position->values[level] =
            quantities_read(compile, any, tree_member(values, issue->level[level].name));
}

static void compile_position(struct compile *compile, const struct node *node,
                             const struct issue *issue, struct position *position)
{
    const struct node *front = compile->scope.issue;
    if (node != NULL)
        compile->scope.issue =
            tree_member(schema_member(compile->scope.root, "issues"), issue->name);
    settings_fill(compile, position_parameters, node, position);
    position->present = node != NULL;
    if (position->present) {
        compile_values(compile, node, issue, position);
        compile->scenario->game.smooth |= loss_is_smooth(position->loss);
    }
    if (position->red_line.beyond.row >= 0) {
        position->red_line.direction = compile_direction(position);
        compile_condition(compile, bound_parameters,
                          schema_member(schema_member(node, "red_line"), "unless"),
                          &position->red_line.unless);
    }
    compile->scope.issue = front;
}

static void compile_linkages(struct compile *compile, const struct node *list, struct actor *actor)
{
    struct schema schema = schema_of(NULL, linkage_parameters);
    actor->linkages = list == NULL ? 0 : tree_count(list);
    actor->linkage = compile_new(compile, (size_t)actor->linkages, sizeof *actor->linkage);
    struct linkage *linkage = actor->linkage;
    for (const struct node *node = list == NULL ? NULL : list->first; node != NULL;
         node = node->next) {
        const struct node *issues = tree_member(node, "issues");
        linkage->issue[0] = scope_index(&compile->scope, "issue", issues->first->text);
        linkage->issue[1] = scope_index(&compile->scope, "issue", issues->last->text);
        linkage->weight =
            quantities_read(compile, schema_find(&schema, "weight"), tree_member(node, "weight"));
        linkage++;
    }
}

/* Kinds of cost, by name. */
static void compile_costs(struct compile *compile, const struct node *war, struct actor_war *own)
{
    const struct node *costs = schema_member(war, "costs");
    own->kinds = costs == NULL ? 0 : tree_count(costs);
    own->kind = compile_new(compile, (size_t)own->kinds, sizeof *own->kind);
    struct burden_kind *kind = own->kind;
    for (const struct node *node = costs == NULL ? NULL : costs->first; node != NULL;
         node = node->next) {
        settings_fill(compile, burden_kind_parameters, node, kind);
        kind++->name = node->name;
    }
}

static int compile_victory(const struct compile *compile, const char *actor)
{
    const struct node *package =
        schema_member(schema_member(compile->scope.root, "victory"), actor);
    return package == NULL ? -1 : scope_index(&compile->scope, "package", package->text);
}

void compile_actor(struct compile *compile, const struct node *node, struct actor *actor)
{
    const struct game *game = &compile->scenario->game;
    const struct node *positions = schema_member(node, "positions");
    settings_fill(compile, actor_parameters, node, actor);
    actor->name = node->name;
    actor->hash = random_hash(node->name);
    actor->neutral = true;
    actor->position = compile_new(compile, (size_t)game->issues, sizeof *actor->position);
    for (int issue = 0; issue < game->issues; issue++) {
        const struct node *position = schema_member(positions, game->issue[issue].name);
        compile_position(compile, position, &game->issue[issue], &actor->position[issue]);
        actor->neutral &= position == NULL;
    }
    compile_linkages(compile, schema_member(node, "linkages"), actor);
    compile_costs(compile, schema_member(node, "war"), &actor->war);
    actor->public_demand.at =
        compile_positions(compile, demand_parameters, schema_member(node, "public_demand"));
    actor->victory = compile_victory(compile, node->name);
}
