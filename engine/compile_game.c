#include <math.h>

#include "engine/compile.h"
#include "engine/quantities.h"
#include "engine/schema.h"
#include "engine/settings.h"

/* The first member of a group that may be absent. */
static const struct node *compile_first(const struct node *group)
{
    return group == NULL ? NULL : group->first;
}

static int compile_count(const struct node *group)
{
    return group == NULL ? 0 : tree_count(group);
}

/* Levels come first: other positions name them. */
static void compile_levels(struct compile *compile, const struct node *node, struct issue *issue)
{
    const struct node *levels = schema_member(node, "levels");
    struct schema schema = schema_of(node, issue_parameters);
    const struct parameter *any = schema_find(&schema, "levels")->members;
    issue->name = node->name;
    issue->level = compile_new(compile, (size_t)compile_count(levels), sizeof *issue->level);
    for (const struct node *level = compile_first(levels); level != NULL; level = level->next) {
        issue->level[issue->levels].name = level->name;
        issue->level[issue->levels++].at = quantities_read(compile, any, level);
    }
}

static void compile_issues(struct compile *compile, const struct node *issues)
{
    struct game *game = &compile->scenario->game;
    const struct node *front = compile->scope.issue;
    game->issue = compile_new(compile, (size_t)compile_count(issues), sizeof *game->issue);
    game->front = -1;
    for (const struct node *node = compile_first(issues); node != NULL; node = node->next) {
        struct issue *issue = &game->issue[game->issues];
        compile->scope.issue = node;
        compile_levels(compile, node, issue);
        settings_fill(compile, issue_parameters, node, issue);
        game->front = issue->front ? game->issues : game->front;
        game->issues++;
    }
    compile->scope.issue = front;
}

struct quantity *compile_positions(struct compile *compile, const struct parameter *table,
                                   const struct node *group)
{
    const struct scope scope = compile->scope;
    const struct game *game = &compile->scenario->game;
    struct quantity *at = compile_new(compile, (size_t)game->issues, sizeof *at);
    struct schema schema = schema_of(group, table);
    const struct parameter *any = schema_find(&schema, PARAMETER_ANY);
    struct parameter nothing = *any;
    nothing.initial = NAN;
    for (int issue = 0; issue < game->issues; issue++) {
        const struct node *node = schema_member(group, game->issue[issue].name);
        if (node != NULL)
            compile->scope = scope_inside(&scope, any, node);
        at[issue] = quantities_read(compile, &nothing, node);
    }
    compile->scope = scope;
    return at;
}

static void compile_packages(struct compile *compile, const struct node *packages)
{
    struct game *game = &compile->scenario->game;
    game->package = compile_new(compile, (size_t)compile_count(packages), sizeof *game->package);
    for (const struct node *node = compile_first(packages); node != NULL; node = node->next) {
        struct package *package = &game->package[game->packages++];
        settings_fill(compile, package_parameters, node, package);
        package->name = node->name;
        package->at = compile_positions(compile, package_parameters, node);
    }
}

void compile_game(struct compile *compile)
{
    const struct node *root = compile->scope.root, *actors = schema_member(root, "actors");
    struct game *game = &compile->scenario->game;
    compile_issues(compile, schema_member(root, "issues"));
    compile_packages(compile, schema_member(root, "packages"));
    game->actor = compile_new(compile, (size_t)compile_count(actors), sizeof *game->actor);
    for (int side = SIDE_NONE; side <= SIDE_HIGH; side++)
        game->leader[side] = -1;
    for (const struct node *node = compile_first(actors); node != NULL; node = node->next) {
        struct actor *actor = &game->actor[game->actors];
        compile_actor(compile, node, actor);
        if (actor->role == ROLE_BELLIGERENT && game->leader[actor->side] < 0)
            game->leader[actor->side] = game->actors;
        game->actors++;
    }
    compile_terms(compile);
}
