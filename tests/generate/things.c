/* The issues, actors and packages of random scenarios, the groups that are named after them, and
 * texts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/game.h"
#include "tests/generate/generate.h"

/* Names differ in their ends, so that they can be told apart, and use every character of a name. */
static void things_name(struct generate *generate, char *out, size_t size, char letter, int index)
{
    static const char *const middles[] = { "", "_", "-", "*", "_of-Two" };
    snprintf(out, size, "%c%s%d", letter, middles[generate_index(generate, 5)], index);
}

/* The search over what stands inside the hazard of violation takes every combination: at most one
 * such issue has no levels. */
static void things_issue(struct generate *generate, int index)
{
    struct generate_issue *issue = &generate->issue[index];
    things_name(generate, issue->name, sizeof issue->name, 'i', index);
    issue->levels = generate_chance(generate, 0.3) ? 0 : 1 + generate_index(generate, 4);
    issue->core = generate_chance(generate, 0.5);
    issue->discrete = issue->levels > 1 && generate_chance(generate, 0.3);
    bool bounded = issue->levels > 1 || index == 0;
    issue->guarantees = bounded && generate_chance(generate, 0.3);
    issue->verification = bounded && generate_chance(generate, 0.3);
    for (int level = 0; level < issue->levels; level++)
        things_name(generate, issue->level[level].name, sizeof issue->level[level].name, 'l',
                    level);
}

static struct generate_actor things_actor(struct generate *generate, int index)
{
    struct generate_actor actor = { .role = ROLE_BELLIGERENT, .side = 1 + index % 2 };
    if (index >= 2)
        actor.role = index < GENERATE_CONSENTING ? generate_index(generate, 3) : ROLE_MEDIATOR;
    if (actor.role != ROLE_BELLIGERENT)
        actor.side = actor.role == ROLE_MEDIATOR ? SIDE_NONE : generate_index(generate, 3);
    return actor;
}

/* In any order, which decides who leads a side and who is the first belligerent. */
static void things_actors(struct generate *generate)
{
    generate->actors = 2 + generate_index(generate, GENERATE_ACTORS - 1);
    for (int i = 0; i < generate->actors; i++) {
        int at = generate_index(generate, i + 1);
        generate->actor[i] = generate->actor[at];
        generate->actor[at] = things_actor(generate, i);
    }
    for (int i = 0; i < generate->actors; i++)
        things_name(generate, generate->actor[i].name, sizeof generate->actor[i].name, 'a', i);
}

void generate_plan(struct generate *generate)
{
    generate->density = 0.1 + 0.8 * generate_share(generate);
    generate->wild = generate_chance(generate, 0.4);
    generate->issues = 1 + generate_index(generate, GENERATE_ISSUES);
    for (int k = 0; k < generate->issues; k++)
        things_issue(generate, k);
    if (generate_chance(generate, 0.6))
        generate->issue[generate_index(generate, generate->issues)].front = true;
    things_actors(generate);
    generate->packages = generate_index(generate, GENERATE_PACKAGES + 1);
    for (int p = 0; p < generate->packages; p++)
        things_name(generate, generate->package[p], sizeof generate->package[p], 'p', p);
    generate->levers = 1 + generate_index(generate, GENERATE_LEVERS);
    for (int k = 0; k < generate->levers; k++)
        things_name(generate, generate->lever[k], sizeof generate->lever[k], 'n', k);
}

static bool things_needs(const struct generate *generate, const struct parameter *entry, int actor,
                         int issue)
{
    if (entry->members == issue_parameters)
        return true;
    return entry->members == position_parameters && generate->issue[issue].core &&
           generate->actor[actor].role == ROLE_BELLIGERENT;
}

static int things_loss(struct generate *generate, int issue)
{
    int loss = generate_index(generate, 7) - 1;
    return loss == LOSS_TABLE && generate->issue[issue].levels < 2 ? -1 : loss;
}

/* The issue that must be among those of a group, or -1: one at least that has a position or is
 * part of a condition, where a red line's is not on its own issue. */
static int things_one(struct generate *generate, const struct parameter *entry,
                      const struct generate_place *place)
{
    bool condition = entry->members == bound_parameters || entry->members == excess_parameters;
    if (entry->members != position_parameters && !condition)
        return -1;
    if (place->table != unless_parameters)
        return generate_index(generate, generate->issues);
    generate->conditions++;
    return (place->issue + 1 + generate_index(generate, generate->issues - 1)) % generate->issues;
}

/* Whether an issue may be among them, too. */
static bool things_more(struct generate *generate, const struct parameter *entry,
                        const struct generate_place *place, int issue)
{
    bool own = place->table == unless_parameters && issue == place->issue;
    return !own && entry->members != excess_parameters &&
           generate_chance(generate, generate->density);
}

/* Positions are on one issue at least. */
static void things_issues(struct generate *generate, const struct parameter *entry,
                          const struct generate_place *place,
                          void (*member)(struct generate *, const char *, const struct parameter *,
                                         const struct generate_place *))
{
    int one = things_one(generate, entry, place);
    struct generate_place inside = *place;
    inside.first = true;
    for (int k = 0; k < generate->issues; k++) {
        if (k != one && !things_needs(generate, entry, place->actor, k) &&
            !things_more(generate, entry, place, k))
            continue;
        inside.issue = k;
        inside.loss = things_loss(generate, k);
        member(generate, generate->issue[k].name, entry, &inside);
        inside.first = false;
    }
}

static void things_levels(struct generate *generate, const struct parameter *entry,
                          const struct generate_place *place,
                          void (*member)(struct generate *, const char *, const struct parameter *,
                                         const struct generate_place *))
{
    struct generate_issue *issue = &generate->issue[place->issue];
    for (int l = 0; l < issue->levels; l++) {
        size_t start = generate->out.length;
        member(generate, issue->level[l].name, entry, place);
        const char *value = strchr(generate->out.bytes + start, '=') + 2;
        if (strcmp(entry->words, "name") == 0) {
            issue->level[l].certain = *value != '{';
            issue->level[l].at = strtod(value, NULL);
        }
    }
}

/* All of them where they are declared, else the belligerents. */
static void things_actors_named(struct generate *generate, const struct parameter *entry,
                                const struct generate_place *place,
                                void (*member)(struct generate *, const char *,
                                               const struct parameter *,
                                               const struct generate_place *))
{
    struct generate_place inside = *place;
    for (inside.actor = 0; inside.actor < generate->actors; inside.actor++) {
        const struct generate_actor *actor = &generate->actor[inside.actor];
        if (entry->members == actor_parameters ||
            (actor->role == ROLE_BELLIGERENT && generate_chance(generate, generate->density)))
            member(generate, actor->name, entry, &inside);
    }
}

void generate_things(struct generate *generate, const struct parameter *entry,
                     const struct generate_place *place,
                     void (*member)(struct generate *, const char *, const struct parameter *,
                                    const struct generate_place *))
{
    char name[16];
    if (strcmp(entry->words, "issue") == 0) {
        things_issues(generate, entry, place, member);
    } else if (strcmp(entry->words, "actor") == 0) {
        things_actors_named(generate, entry, place, member);
    } else if (strcmp(entry->words, "level") == 0 || strcmp(entry->words, "name") == 0) {
        things_levels(generate, entry, place, member);
    } else if (strcmp(entry->words, "package") == 0) {
        for (int p = 0; p < generate->packages; p++)
            member(generate, generate->package[p], entry, place);
    } else if (strcmp(entry->words, "lever") == 0) {
        for (int k = 0; k < generate->levers; k++)
            member(generate, generate->lever[k], entry, place);
    } else {
        bool rule = strcmp(entry->words, "rule") == 0;
        for (int n = rule ? 0 : generate_index(generate, 3); n >= 0; n--) {
            things_name(generate, name, sizeof name, 'n', n);
            member(generate, name, entry, place);
        }
    }
}

void generate_texts(struct generate *generate, const struct parameter *entry)
{
    static const char *const texts[] = { "plain",          "two words",       "",
                                         "\\\"quoted\\\"", "line\\none, \\t", "\xc3\xa9t\xc3\xa9",
                                         "</script>",      "a,b;c = { }",     "%s %n" };
    int count = (int)(sizeof texts / sizeof *texts);
    if (entry->kind == PARAMETER_TEXT && entry->required)
        text_add(&generate->out, "\"unique %zu\"", generate->out.length);
    else if (strcmp(entry->name, "start") == 0)
        text_add(&generate->out, "\"%d-%02d-%02d\"", 1900 + generate_index(generate, 200),
                 1 + generate_index(generate, 12), 1 + generate_index(generate, 28));
    else if (entry->kind == PARAMETER_TEXT)
        text_add(&generate->out, "\"%s\"", texts[generate_index(generate, count)]);
    if (entry->kind == PARAMETER_TEXT)
        return;
    text_add(&generate->out, "( ");
    for (int i = generate_index(generate, 4); i >= 0; i--)
        text_add(&generate->out, "\"%s\"%s", texts[generate_index(generate, count)],
                 i > 0 ? ", " : "");
    text_add(&generate->out, " )");
}
