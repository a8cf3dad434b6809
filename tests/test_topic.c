#include <criterion/criterion.h>
#include <string.h>

#include "engine/topic.h"
#include "models/catalogue.h"

/* A topic that is looked for, and how often it came. */
struct sought {
    const char *name, *path, *key;
    int times;
};

static bool topic_has(const struct topic *topic, const char *key)
{
    for (const struct parameter *entry = topic->table; entry->name != NULL; entry++)
        if (strcmp(entry->name, key) == 0)
            return true;
    return false;
}

static void topic_seek(void *context, const struct topic *topic)
{
    for (struct sought *sought = context; sought->name != NULL; sought++)
        sought->times += strcmp(topic->name, sought->name) == 0 &&
                         strcmp(topic->path, sought->path) == 0 && topic_has(topic, sought->key);
    cr_expect(topic->meaning != NULL && topic->name[0] != '\0');
}

Test(topic, every_group_of_a_file_comes_once)
{
    struct sought sought[] = {
        { "run", "run", "horizon", 0 },
        { "issue", "issues.ISSUE", "core", 0 },
        { "levels", "issues.ISSUE.levels", "*", 0 },
        { "actor", "actors.ACTOR", "role", 0 },
        { "war", "actors.ACTOR.war", "cost_growth", 0 },
        { "position", "actors.ACTOR.positions.ISSUE", "salience", 0 },
        { "red_line", "actors.ACTOR.positions.ISSUE.red_line", "beyond", 0 },
        { "linkage", "actors.ACTOR.linkages[N]", "weight", 0 },
        { "public_demand", "actors.ACTOR.public_demand", "*", 0 },
        { "war", "war", "fade", 0 },
        { "lever", "levers.LEVER", "intensity", 0 },
        { "when", "levers.LEVER.when", "until", 0 },
        { "shock", "shocks.SHOCK", "hazard", 0 },
        { "process", "process", "solver", 0 },
        { "acceptance", "process.acceptance", "rule", 0 },
        { "ceasefire", "process.ceasefire", "flare_up", 0 },
        { "ratification", "process.ratification", "by", 0 },
        { "comprehensive", "process.comprehensive", "staged", 0 },
        { "package", "packages.PACKAGE", "title", 0 },
        { "victory", "victory", "*", 0 },
        { "correlation", "correlations[N]", "rho", 0 },
        { "distribution", "wherever a quantity or a position stands", "dist", 0 },
        { NULL, NULL, NULL, 0 },
    };
    topic_walk(topic_seek, sought);
    for (const struct sought *each = sought; each->name != NULL; each++)
        cr_expect(each->times == 1, "%s came %d times", each->path, each->times);
}

/* Where models of a kind are chosen. */
struct choosing {
    const char *kind;
    int topics;
};

static void topic_choose(void *context, const struct topic *topic)
{
    struct choosing *choosing = context;
    choosing->topics += topic_is_about(topic, choosing->kind);
}

Test(topic, every_kind_of_models_is_chosen_somewhere)
{
    for (int index = 0; index < catalogue_count; index++) {
        struct choosing choosing = { catalogue[index].kind, 0 };
        topic_walk(topic_choose, &choosing);
        cr_expect(choosing.topics > 0, "%s", choosing.kind);
    }
}

/* The last topic told, and how many came. */
struct nesting {
    char last[128];
    int told, inside;
};

static void topic_nest(void *context, const struct topic *topic)
{
    struct nesting *nesting = context;
    size_t length = strlen(nesting->last);
    nesting->told++;
    nesting->inside += strncmp(topic->path, nesting->last, length) == 0 && length > 0 &&
                       topic->path[length] == '.';
    strncpy(nesting->last, topic->path, sizeof nesting->last - 1);
}

static void topic_count(void *context, const struct topic *topic)
{
    *(int *)context += topic->name != NULL;
}

Test(topic, nested_groups_follow_their_group)
{
    struct nesting nested = { "", 0, 0 };
    int all = 0;
    topic_walk_nested(topic_nest, &nested);
    topic_walk(topic_count, &all);
    cr_expect(nested.told == all, "%d, %d", nested.told, all);
    /* levels, actor.war, values, when, acceptance: each right behind the group that holds it */
    cr_expect(nested.inside >= 5, "%d", nested.inside);
}

static void topic_look(void *context, const struct topic *topic)
{
    *(int *)context += strcmp(topic->path, "levers.LEVER.tranches") == 0;
}

/* The groups of models' own settings are topics, once though several models have them. */
Test(topic, groups_of_models_are_told_once)
{
    int tranches = 0;
    topic_walk(topic_look, &tranches);
    cr_expect(tranches == 1, "%d", tranches);
}

/* By the plural that holds them, too; by no other part of the path. */
Test(topic, many_are_found_by_what_holds_them)
{
    struct topic cost = { "cost", "actors.ACTOR.war.costs.COST", NULL, "" };
    static const struct parameter nothing[] = { PARAMETER_END };
    cost.table = nothing;
    cr_expect(topic_is_about(&cost, "costs"));
    cr_expect(topic_is_about(&cost, "cost"));
    cr_expect(!topic_is_about(&cost, "war"));
    cr_expect(!topic_is_about(&cost, "ts"));
}
