#include "engine/consistency.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/check.h"
#include "engine/correlations.h"
#include "engine/memory.h"
#include "engine/schema.h"
#include "models/calendar.h"

enum { CONSISTENCY_PATH = 512 };

void consistency_lacks(struct faults *faults, const struct node *group, const char *key,
                       const char *expected)
{
    char path[CONSISTENCY_PATH];
    char *step = memory_format("%.*s", (int)strcspn(key, "."), key);
    if (!check_is_mistyped(group, step))
        faults_add(faults, group->file, group->line, "%s.%s: found nothing, expected %s",
                   tree_path(group, path, sizeof path), key, expected);
    free(step);
}

void consistency_fault(struct faults *faults, const struct node *node, const char *format, ...)
{
    char path[CONSISTENCY_PATH], sentence[CONSISTENCY_PATH];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    faults_add(faults, node->file, node->line, "%s: %s", tree_path(node, path, sizeof path),
               sentence);
}

const struct node *consistency_first(const struct node *group)
{
    return group != NULL && group->kind == NODE_GROUP ? group->first : NULL;
}

bool consistency_word(const struct node *group, const char *key, const char *word)
{
    const struct node *node = schema_member(group, key);
    return node != NULL && node->kind == NODE_TEXT && strcmp(node->text, word) == 0;
}

bool consistency_flag(const struct node *group, const char *key)
{
    const struct node *node = schema_member(group, key);
    return node != NULL && node->kind == NODE_FLAG && node->flag;
}

bool consistency_is_short(const struct node *levels)
{
    return levels == NULL || (levels->kind == NODE_GROUP && tree_count(levels) < 2);
}

static void consistency_issues(const struct node *root, struct faults *faults)
{
    const struct node *issues = schema_member(root, "issues"), *front = NULL;
    if (issues != NULL && issues->kind == NODE_GROUP && issues->first == NULL)
        consistency_fault(faults, issues, "found an empty group, expected at least one issue");
    for (const struct node *issue = consistency_first(issues); issue != NULL; issue = issue->next) {
        const struct node *levels = schema_member(issue, "levels");
        if (consistency_flag(issue, "discrete") && consistency_is_short(levels))
            consistency_lacks(faults, issue, "levels",
                              "at least two levels: the issue is discrete");
        if (!consistency_flag(issue, "front"))
            continue;
        if (front != NULL)
            consistency_fault(faults, tree_member(issue, "front"),
                              "found a second front issue beside %s, expected at most one",
                              front->name);
        front = issue;
    }
}

/* Belligerents whose side or role is itself at fault count for either side. */
static bool consistency_on_side(const struct node *actors, const char *side)
{
    for (const struct node *actor = consistency_first(actors); actor != NULL; actor = actor->next) {
        bool other = consistency_word(actor, "role", "mediator") ||
                     consistency_word(actor, "role", "stakeholder");
        bool known =
            consistency_word(actor, "side", "low") || consistency_word(actor, "side", "high");
        bool belligerent = consistency_word(actor, "role", "belligerent");
        if (!other && (consistency_word(actor, "side", side) || !known || !belligerent))
            return true;
    }
    return false;
}

static void consistency_sides(const struct node *root, struct faults *faults)
{
    const struct node *actors = schema_member(root, "actors");
    if (actors == NULL || actors->kind != NODE_GROUP)
        return;
    bool low = consistency_on_side(actors, "low"), high = consistency_on_side(actors, "high");
    if (!low && !high)
        consistency_fault(faults, actors,
                          "found no belligerents, expected at least one on each side");
    else if (!low || !high)
        consistency_fault(
            faults, actors,
            "found all belligerents on one side, expected at least one with side = \"%s\"",
            low ? "high" : "low");
}

static void consistency_victories(const struct node *root, struct faults *faults)
{
    const struct node *victories = schema_member(root, "victory");
    const struct node *actors = schema_member(root, "actors");
    for (const struct node *victory = consistency_first(victories); victory != NULL;
         victory = victory->next) {
        const struct node *actor = schema_member(actors, victory->name);
        if (consistency_word(actor, "role", "mediator") ||
            consistency_word(actor, "role", "stakeholder"))
            consistency_fault(faults, victory,
                              "found a victory of an actor that does not fight, expected one "
                              "of a belligerent");
    }
}

static bool consistency_is_whole(const struct node *root, const char *key)
{
    const struct node *group = schema_member(root, key);
    return group != NULL && group->kind == NODE_GROUP;
}

static void consistency_start(const struct node *root, struct faults *faults)
{
    const struct node *start = schema_member(schema_member(root, "run"), "start");
    long day;
    if (start != NULL && start->kind == NODE_TEXT && !calendar_read(start->text, &day))
        consistency_fault(faults, start, "found no day, expected one as in \"2025-12-11\"");
}

/* A menu has whole packages only: of one issue alone it finds none. */
static void consistency_agenda(const struct node *root, struct faults *faults)
{
    const struct node *process = schema_member(root, "process");
    if (consistency_word(process, "agenda", "issue_by_issue") &&
        consistency_word(process, "solver", "menu"))
        consistency_fault(faults, schema_member(process, "agenda"),
                          "found \"issue_by_issue\" with solver = \"menu\", which has whole "
                          "packages only, expected \"package\" or another solver");
}

void consistency_check(const struct node *root, struct faults *faults)
{
    const struct node *actors = schema_member(root, "actors");
    consistency_start(root, faults);
    consistency_issues(root, faults);
    consistency_sides(root, faults);
    for (const struct node *actor = consistency_first(actors); actor != NULL; actor = actor->next)
        consistency_actor(root, actor, faults);
    consistency_victories(root, faults);
    consistency_rules(root, faults);
    consistency_agenda(root, faults);
    if (consistency_is_whole(root, "issues") && consistency_is_whole(root, "actors"))
        correlations_check(root, faults);
}
