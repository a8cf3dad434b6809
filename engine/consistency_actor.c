#include <string.h>

#include "engine/consistency.h"
#include "engine/schema.h"

static bool consistency_empty(const struct node *group)
{
    return group == NULL || (group->kind == NODE_GROUP && group->first == NULL);
}

static void consistency_belligerent(const struct node *root, const struct node *actor,
                                    struct faults *faults)
{
    const struct node *war = schema_member(actor, "war");
    const struct node *positions = schema_member(actor, "positions");
    const struct node *issues = schema_member(root, "issues");
    if (schema_member(actor, "side") == NULL || consistency_word(actor, "side", "none"))
        consistency_lacks(faults, actor, "side", "low or high: a belligerent has a side");
    if (schema_member(actor, "capability") == NULL)
        consistency_lacks(faults, actor, "capability",
                          "a number or a distribution: a belligerent needs it");
    if (schema_member(actor, "discount") == NULL)
        consistency_lacks(faults, actor, "discount",
                          "a number or a distribution: a belligerent needs it");
    if (war == NULL)
        consistency_lacks(faults, actor, "war.cost",
                          "a number or a distribution: a belligerent needs it");
    else if (war->kind == NODE_GROUP && schema_member(war, "cost") == NULL)
        consistency_lacks(faults, war, "cost",
                          "a number or a distribution: a belligerent needs it");
    if (consistency_empty(positions)) {
        consistency_lacks(faults, actor, "positions",
                          "positions on the issues: a belligerent needs them");
        return;
    }
    for (const struct node *issue = consistency_first(issues); issue != NULL; issue = issue->next)
        if (consistency_flag(issue, "core") && positions->kind == NODE_GROUP &&
            schema_member(positions, issue->name) == NULL)
            consistency_lacks(faults, positions, issue->name, "a position: the issue is core");
}

static void consistency_role(const struct node *root, const struct node *actor,
                             struct faults *faults)
{
    const struct node *side = schema_member(actor, "side"),
                      *consent = schema_member(actor, "consent");
    bool mediator = consistency_word(actor, "role", "mediator");
    bool stakeholder = consistency_word(actor, "role", "stakeholder");
    if (consistency_word(actor, "role", "belligerent"))
        consistency_belligerent(root, actor, faults);
    if (mediator && side != NULL && !consistency_word(actor, "side", "none"))
        consistency_fault(faults, side, "found a side of a mediator, expected none");
    if (stakeholder && consistency_empty(schema_member(actor, "positions")))
        consistency_lacks(faults, actor, "positions",
                          "positions on the issues: a stakeholder needs them");
    if (!stakeholder && consent != NULL && consent->first != NULL)
        consistency_fault(faults, consent,
                          "found issues, expected none: only a stakeholder has a consent list "
                          "(a belligerent consents to everything)");
}

static void consistency_salience(const struct node *positions, struct faults *faults)
{
    if (consistency_first(positions) == NULL)
        return;
    for (const struct node *position = consistency_first(positions); position != NULL;
         position = position->next) {
        const struct node *salience = schema_member(position, "salience");
        bool number =
            salience != NULL && (salience->kind == NODE_INTEGER || salience->kind == NODE_REAL);
        if (!number || salience->real != 0)
            return;
    }
    consistency_fault(faults, positions,
                      "found a salience of 0 on every issue, expected one above 0");
}

static void consistency_values(const struct node *root, const struct node *position,
                               struct faults *faults)
{
    const struct node *issue = schema_member(schema_member(root, "issues"), position->name);
    const struct node *levels = schema_member(issue, "levels"),
                      *values = schema_member(position, "values");
    bool table = consistency_word(position, "loss", "table");
    if (issue == NULL)
        return;
    if (!table && values != NULL)
        consistency_fault(faults, values, "found values, expected none unless loss = \"table\"");
    if (!table)
        return;
    if (consistency_is_short(levels))
        consistency_lacks(faults, issue, "levels",
                          "at least two levels: an actor's loss is a table over them");
    if (values == NULL)
        consistency_lacks(faults, position, "values", "the worth of each level: loss is \"table\"");
    else if (values->kind == NODE_GROUP)
        for (const struct node *level = consistency_first(levels); level != NULL;
             level = level->next)
            if (schema_member(values, level->name) == NULL)
                consistency_lacks(faults, values, level->name,
                                  "its worth: the table covers every level");
}

/* Each of these losses has a shape of its own, which no other has. */
static void consistency_shape(const struct node *position, struct faults *faults)
{
    static const char *const shape[][3] = {
        { "exponent", "power", "a number of at least 1: loss is \"power\"" },
        { "elasticity", "crra", "a number above 0, at most 1: loss is \"crra\"" },
        { "curvature", "cara", "a number of at least 0: loss is \"cara\"" },
    };
    for (size_t k = 0; k < sizeof shape / sizeof *shape; k++) {
        const struct node *given = schema_member(position, shape[k][0]);
        bool used = consistency_word(position, "loss", shape[k][1]);
        if (used && given == NULL)
            consistency_lacks(faults, position, shape[k][0], shape[k][2]);
        if (!used && given != NULL)
            consistency_fault(faults, given, "found a shape, expected none unless loss = \"%s\"",
                              shape[k][1]);
    }
}

static void consistency_linkages(const struct node *linkages, struct faults *faults)
{
    if (linkages == NULL || linkages->kind != NODE_LIST)
        return;
    for (const struct node *linkage = linkages->first; linkage != NULL; linkage = linkage->next) {
        const struct node *issues = schema_member(linkage, "issues");
        if (issues == NULL || issues->kind != NODE_LIST)
            continue;
        if (tree_count(issues) != 2)
            consistency_fault(faults, issues, "found %d, expected two issues", tree_count(issues));
        else if (issues->first->kind == NODE_TEXT && issues->last->kind == NODE_TEXT &&
                 strcmp(issues->first->text, issues->last->text) == 0)
            consistency_fault(faults, issues,
                              "found the same issue twice, expected two different ones");
    }
}

void consistency_actor(const struct node *root, const struct node *actor, struct faults *faults)
{
    const struct node *positions = schema_member(actor, "positions");
    if (actor->kind != NODE_GROUP)
        return;
    consistency_role(root, actor, faults);
    consistency_salience(positions, faults);
    for (const struct node *position = consistency_first(positions); position != NULL;
         position = position->next) {
        consistency_values(root, position, faults);
        consistency_shape(position, faults);
        consistency_line(root, position, faults);
    }
    consistency_linkages(schema_member(actor, "linkages"), faults);
}
