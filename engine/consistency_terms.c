#include "engine/consistency.h"
#include "engine/schema.h"
#include "models/terms.h"

static const char *const terms_ends_keys[] = { "at_least", "at_most", "above", "below" };

static bool consistency_is_number(const struct node *node)
{
    return node != NULL && (node->kind == NODE_INTEGER || node->kind == NODE_REAL);
}

/* A bound has an end, and not one past the other. */
static void consistency_bound(const struct node *root, const struct node *bound, const char *key,
                              struct faults *faults)
{
    const struct node *issue = schema_member(schema_member(root, "issues"), bound->name);
    const struct node *low = schema_member(bound, "at_least"),
                      *high = schema_member(bound, "at_most");
    bool front = consistency_flag(bound, "above_front") || consistency_flag(bound, "below_front");
    bool any = front;
    for (size_t k = 0; k < sizeof terms_ends_keys / sizeof *terms_ends_keys; k++)
        any = any || schema_member(bound, terms_ends_keys[k]) != NULL;
    if (bound->kind != NODE_GROUP)
        return;
    if (!any)
        consistency_lacks(faults, bound, key, "a position, or another end");
    if (front && issue != NULL && !consistency_flag(issue, "front"))
        consistency_fault(faults, bound,
                          "found the front on another issue, expected it only on "
                          "the issue marked front");
    if (consistency_is_number(low) && consistency_is_number(high) && low->real > high->real)
        consistency_fault(faults, bound,
                          "found at_least above at_most, expected a range that can be met");
}

static void consistency_condition(const struct node *root, const struct node *condition,
                                  const char *key, struct faults *faults)
{
    if (condition == NULL || condition->kind != NODE_GROUP)
        return;
    if (condition->first == NULL)
        consistency_fault(faults, condition, "found no issue, expected at least one");
    for (const struct node *bound = condition->first; bound != NULL; bound = bound->next)
        consistency_bound(root, bound, key, faults);
}

void consistency_line(const struct node *root, const struct node *position, struct faults *faults)
{
    const struct node *unless = schema_member(schema_member(position, "red_line"), "unless");
    consistency_condition(root, unless, "at_least", faults);
    const struct node *own = schema_member(unless, position->name);
    if (own != NULL)
        consistency_fault(faults, own,
                          "found the line's own issue, expected others: what lifts it");
}

void consistency_rules(const struct node *root, struct faults *faults)
{
    const struct node *rules = schema_member(root, "rules");
    const struct node *issues = schema_member(root, "issues");
    for (const struct node *rule = consistency_first(rules); rule != NULL; rule = rule->next) {
        const struct node *when = schema_member(rule, "if"), *then = schema_member(rule, "then");
        if (when == NULL && then == NULL && rule->kind == NODE_GROUP)
            consistency_lacks(faults, rule, "then", "what a text must keep to");
        consistency_condition(root, when, "above", faults);
        consistency_condition(root, then, "at_least", faults);
    }
    for (const struct node *issue = consistency_first(issues); issue != NULL; issue = issue->next) {
        const struct node *bounded = schema_member(issue, "bounded_by_front");
        if (bounded != NULL && !consistency_word(issue, "bounded_by_front", "none") &&
            !consistency_flag(issue, "front"))
            consistency_fault(faults, bounded,
                              "found the front on another issue, expected it only on the issue "
                              "marked front");
    }
}

bool consistency_terms(const struct node *root, const struct game *game, struct faults *faults)
{
    int before = faults->count;
    if (game->clauses > TERMS_CLAUSES)
        consistency_fault(faults, tree_member(root, "actors"),
                          "found %d rules and red lines with a condition, expected at most %d",
                          game->clauses, (int)TERMS_CLAUSES);
    else if (terms_cases(game) > TERMS_CASES)
        consistency_fault(faults, tree_member(root, "actors"),
                          "found rules and red lines with a condition that can be kept in more "
                          "than %d ways together, expected at most that many",
                          (int)TERMS_CASES);
    return faults->count == before;
}
