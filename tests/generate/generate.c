/* Random scenarios: what is there, and which keys say so. */
#include "tests/generate/generate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/scenario.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

enum { GENERATE_TABLES = 8 };

/* Whether a key is written. */
enum presence { RULE_FREE, RULE_MUST, RULE_NEVER };

static void generate_group(struct generate *generate, const struct parameter *table,
                           struct generate_place place);

static bool generate_is(const struct parameter *entry, const char *name)
{
    return strcmp(entry->name, name) == 0;
}

static int generate_front(const struct generate *generate)
{
    for (int k = 0; k < generate->issues; k++)
        if (generate->issue[k].front)
            return k;
    return -1;
}

static enum presence generate_rule_actor(const struct generate *generate,
                                         const struct parameter *entry, int role)
{
    static const char *const needed[] = { "side", "capability", "discount", "war", "positions" };
    if (generate_is(entry, "consent") && role != ROLE_STAKEHOLDER)
        return RULE_NEVER;
    if (generate_is(entry, "linkages") && generate->issues < 2)
        return RULE_NEVER;
    if (generate_is(entry, "positions") && role == ROLE_STAKEHOLDER)
        return RULE_MUST;
    for (size_t i = 0; role == ROLE_BELLIGERENT && i < sizeof needed / sizeof *needed; i++)
        if (generate_is(entry, needed[i]))
            return RULE_MUST;
    return RULE_FREE;
}

static enum presence generate_rule_issue(const struct generate_issue *issue,
                                         const struct parameter *entry)
{
    if (generate_is(entry, "bounded_by_front"))
        return issue->front ? RULE_FREE : RULE_NEVER;
    if (generate_is(entry, "levels"))
        return issue->levels > 0 ? RULE_MUST : RULE_NEVER;
    return entry->kind == PARAMETER_FLAG ? RULE_MUST : RULE_FREE;
}

/* A bound has one end at least, and only the front issue the front; of the ways to keep to rules
 * and red lines there are few, since every combination is searched. */
static enum presence generate_rule_terms(const struct generate *generate,
                                         const struct parameter *entry,
                                         const struct generate_place *place)
{
    bool low = generate_is(entry, "at_least") || generate_is(entry, "above");
    if (place->table == rule_parameters)
        return generate_is(entry, "title") || generate_is(entry, "then") ? RULE_FREE : RULE_MUST;
    if (place->table == red_line_parameters && generate_is(entry, "unless"))
        return generate->issues < 2 || generate->conditions > 0 ? RULE_NEVER : RULE_FREE;
    if (entry->kind == PARAMETER_FLAG)
        return generate->issue[place->issue].front ? RULE_FREE : RULE_NEVER;
    return low == (place->issue % 2 == 0) ? RULE_MUST : RULE_NEVER;
}

/* What keys mean together. */
static enum presence generate_rule(const struct generate *generate, const struct parameter *entry,
                                   const struct generate_place *place)
{
    bool belligerent = place->actor >= 0 && generate->actor[place->actor].role == ROLE_BELLIGERENT;
    bool packages = entry->kind == PARAMETER_PACKAGE || entry->kind == PARAMETER_PACKAGES ||
                    generate_is(entry, "packages") || generate_is(entry, "victory");
    if (packages && generate->packages == 0)
        return RULE_NEVER;
    if (entry->required || (generate_is(entry, "packages") && place->table == scenario_parameters))
        return RULE_MUST;
    if (generate_is(entry, "correlations") && generate->uncertain.count < 2)
        return RULE_NEVER;
    if (place->table == run_parameters || generate_is(entry, "run"))
        return RULE_MUST;
    if (place->table == actor_parameters)
        return generate_rule_actor(generate, entry, generate->actor[place->actor].role);
    if (place->table == actor_war_parameters && generate_is(entry, "cost"))
        return belligerent ? RULE_MUST : RULE_FREE;
    if (place->table == rule_parameters || place->table == bound_parameters ||
        place->table == excess_parameters || generate_is(entry, "unless"))
        return generate_rule_terms(generate, entry, place);
    if (place->table == issue_parameters)
        return generate_rule_issue(&generate->issue[place->issue], entry);
    if (place->table == position_parameters && generate_is(entry, "loss"))
        return place->loss >= 0 ? RULE_MUST : RULE_NEVER;
    if (place->table == position_parameters && generate_is(entry, "values"))
        return place->loss == LOSS_TABLE ? RULE_MUST : RULE_NEVER;
    if (place->table == position_parameters && generate_is(entry, "exponent"))
        return place->loss == LOSS_POWER ? RULE_MUST : RULE_NEVER;
    if (place->table == position_parameters && generate_is(entry, "elasticity"))
        return place->loss == LOSS_CRRA ? RULE_MUST : RULE_NEVER;
    if (place->table == position_parameters && generate_is(entry, "curvature"))
        return place->loss == LOSS_CARA ? RULE_MUST : RULE_NEVER;
    return RULE_FREE;
}

/* Paths of uncertain numbers that no other correlation joins: any matrix of such is definite. */
static void generate_between(struct generate *generate)
{
    struct names *paths = &generate->uncertain;
    text_add(&generate->out, "( ");
    for (int i = 0; i < 2; i++) {
        int index = generate_index(generate, paths->count);
        text_add(&generate->out, "\"%s\"%s", paths->name[index], i == 0 ? ", " : " )");
        free(paths->name[index]);
        paths->name[index] = paths->name[--paths->count];
    }
}

/* Assignments of a variant that suit every scenario; the seed sees to it that something changes. */
static void generate_set(struct generate *generate)
{
    text_add(&generate->out, "( \"run.seed = %d\"", 1000000 + generate_index(generate, 1000000));
    if (generate_chance(generate, 0.5))
        text_add(&generate->out, ", \"run.horizon=%d\"", 1 + generate_index(generate, 12));
    if (generate_chance(generate, 0.5))
        text_add(&generate->out, ", \"actors.%s.title = plain\"",
                 generate->actor[generate_index(generate, generate->actors)].name);
    text_add(&generate->out, " )");
}

/* An element of a sweep that suits every scenario; none varies what another does. */
static void generate_swept(struct generate *generate, int index)
{
    int low = generate_index(generate, 12), high = 12 + generate_index(generate, 12);
    bool rising = generate_chance(generate, 0.5);
    if (index == 0) {
        text_add(&generate->out, "path = \"run.tail\"; from = %d; to = %d;\n", rising ? low : high,
                 rising ? high : low);
        if (generate_chance(generate, 0.5) || high - low < 10)
            text_add(&generate->out, "points = 2;\n");
    } else if (index == 1) {
        text_add(&generate->out, "path = \"run.seed\"; values = ( %d, %d, 5000000000L );\n", low,
                 high);
    } else {
        text_add(&generate->out, "path = \"actors.%s.title\"; values = ( %s \"</a>\", \"{,\" );\n",
                 generate->actor[generate_index(generate, generate->actors)].name,
                 rising ? "\"a, \\\"b\\\"\"," : "");
    }
}

static const char *generate_name(const struct generate *generate, const struct parameter *entry,
                                 int index)
{
    if (entry->kind == PARAMETER_ACTOR || entry->kind == PARAMETER_ACTORS)
        return generate->actor[index].name;
    if (entry->kind == PARAMETER_ISSUES)
        return generate->issue[index].name;
    return entry->kind == PARAMETER_LEVERS ? generate->lever[index] : generate->package[index];
}

/* Some of the names, each once and from any of them on; of linked issues two. */
static void generate_selection(struct generate *generate, const struct parameter *entry,
                               const struct generate_place *place)
{
    int all = entry->kind == PARAMETER_ACTORS   ? generate->actors
              : entry->kind == PARAMETER_ISSUES ? generate->issues
              : entry->kind == PARAMETER_LEVERS ? generate->levers
                                                : generate->packages;
    bool linked = place->table == linkage_parameters;
    int count = linked ? 2 : generate_index(generate, all + 1),
        from = generate_index(generate, all);
    text_add(&generate->out, "( ");
    for (int i = 0; i < count; i++)
        text_add(&generate->out, "\"%s\"%s", generate_name(generate, entry, (from + i) % all),
                 i + 1 < count ? ", " : "");
    text_add(&generate->out, " )");
}

static void generate_count(struct generate *generate, const struct parameter *entry,
                           const struct generate_place *place)
{
    double low = entry->low, high = entry->high;
    bool run = place->table == run_parameters;
    if (run && generate_is(entry, "trials"))
        text_add(&generate->out, "%d", 130 + generate_index(generate, 71));
    else if (run && generate_is(entry, "horizon"))
        text_add(&generate->out, "%d", 1 + generate_index(generate, 12));
    else if (run && generate_is(entry, "tail"))
        text_add(&generate->out, "%d", generate_index(generate, 25));
    else if (generate->wild && generate_chance(generate, 0.2))
        text_add(&generate->out, "%lldL", high < 0x1p63 ? (long long)high : INT64_MAX);
    else
        text_add(&generate->out, "%lld",
                 (long long)low +
                     generate_index(generate, high - low < 12 ? (int)(high - low) + 1 : 13));
}

static bool generate_flag(struct generate *generate, const struct parameter *entry,
                          const struct generate_place *place)
{
    const struct generate_issue *issue = &generate->issue[place->issue < 0 ? 0 : place->issue];
    const struct {
        const char *name;
        bool flag;
    } planned[] = { { "front", issue->front },
                    { "core", issue->core },
                    { "discrete", issue->discrete },
                    { "guarantees", issue->guarantees },
                    { "verification", issue->verification } };
    for (size_t i = 0; place->table == issue_parameters && i < sizeof planned / sizeof *planned;
         i++)
        if (generate_is(entry, planned[i].name))
            return planned[i].flag;
    return generate_chance(generate, 0.5);
}

static void generate_word(struct generate *generate, const struct parameter *entry,
                          const struct generate_place *place)
{
    char word[64];
    struct names words = { 0 };
    names_add_words(&words, entry->words);
    int index = generate_index(generate, words.count);
    names_free(&words);
    if (place->table == actor_parameters && generate_is(entry, "role"))
        index = generate->actor[place->actor].role;
    else if (place->table == actor_parameters && generate_is(entry, "side"))
        index = generate->actor[place->actor].side;
    else if (place->table == position_parameters && generate_is(entry, "loss"))
        index = place->loss;
    text_add(&generate->out, "\"%s\"", names_word(entry->words, index, word, sizeof word));
}

static void generate_list(struct generate *generate, const struct parameter *entry,
                          const struct generate_place *place)
{
    size_t length = strlen(generate->path);
    int count = 1 + generate_index(generate, 3);
    if (generate_is(entry, "correlations") && count > generate->uncertain.count / 2)
        count = generate->uncertain.count / 2;
    text_add(&generate->out, "( ");
    for (int i = 0; i < count; i++) {
        snprintf(generate->path + length, sizeof generate->path - length, "[%d]", i);
        if (entry->members == sweep_parameters) {
            text_add(&generate->out, "{ ");
            generate_swept(generate, i);
            text_add(&generate->out, "}");
        } else {
            generate_group(generate, entry->members, *place);
        }
        text_add(&generate->out, i + 1 < count ? ", " : " )");
    }
    generate->path[length] = '\0';
}

/* The value of a key that is not a choice of a model. */
static void generate_value(struct generate *generate, const struct parameter *entry,
                           const struct generate_place *place)
{
    struct parameter salience = *entry;
    switch (entry->kind) {
    case PARAMETER_QUANTITY:
    case PARAMETER_POSITION:
        if (place->table == position_parameters && generate_is(entry, "salience") && place->first)
            salience.low = 1e-6; /* some salience is above 0 */
        generate_quantity(generate, &salience, place);
        break;
    case PARAMETER_REAL:
        generate_write(generate,
                       generate_number(generate, entry->low, entry->high, entry->initial));
        break;
    case PARAMETER_COUNT:
        generate_count(generate, entry, place);
        break;
    case PARAMETER_FLAG:
        text_add(&generate->out, generate_flag(generate, entry, place) ? "true" : "false");
        break;
    case PARAMETER_WORD:
        generate_word(generate, entry, place);
        break;
    case PARAMETER_ACTOR:
        text_add(&generate->out, "\"%s\"",
                 generate_name(generate, entry, generate_index(generate, generate->actors)));
        break;
    case PARAMETER_PACKAGE:
        text_add(&generate->out, "\"%s\"",
                 generate_name(generate, entry, generate_index(generate, generate->packages)));
        break;
    case PARAMETER_ACTORS:
    case PARAMETER_ISSUES:
    case PARAMETER_PACKAGES:
    case PARAMETER_LEVERS:
        generate_selection(generate, entry, place);
        break;
    case PARAMETER_LIST:
        generate_list(generate, entry, place);
        break;
    case PARAMETER_GROUP:
        generate_group(generate, entry->members, *place);
        break;
    default:
        if (generate_is(entry, "between"))
            generate_between(generate);
        else if (place->table == variant_parameters && entry->kind == PARAMETER_TEXTS)
            generate_set(generate);
        else
            generate_texts(generate, entry);
        break;
    }
}

static void generate_member(struct generate *generate, const char *name,
                            const struct parameter *entry, const struct generate_place *place)
{
    size_t length = strlen(generate->path);
    snprintf(generate->path + length, sizeof generate->path - length, "%s%s",
             length == 0 ? "" : ".", name);
    text_add(&generate->out, "%s = ", name);
    generate_value(generate, entry, place);
    text_add(&generate->out, ";\n");
    generate->path[length] = '\0';
}

/* A menu has no single issues; some solvers serve few. */
static bool generate_fits(const struct generate *generate, const struct catalogue_entry *entry)
{
    const struct solver *solver = (const struct solver *)(const void *)entry->model;
    if (strcmp(entry->kind, "solver") == 0 && solver->parties > 0)
        return generate->actors <= solver->parties;
    return !generate->menu || strcmp(entry->model->name, "issue_by_issue") != 0;
}

/* The model that a key chooses; NULL where it is absent and nothing is standard. */
static const struct model *generate_model(struct generate *generate, const struct parameter *entry)
{
    if (!entry->required && generate_chance(generate, 0.3))
        return entry->standard == NULL ? NULL : catalogue_find(entry->words, entry->standard);
    const struct catalogue_entry *chosen;
    do
        chosen = &catalogue[generate_index(generate, catalogue_count)];
    while (strcmp(chosen->kind, entry->words) != 0 || !generate_fits(generate, chosen));
    generate->menu |= strcmp(chosen->model->name, "menu") == 0;
    text_add(&generate->out, "%s = \"%s\";\n", entry->name, chosen->model->name);
    return chosen->model;
}

static void generate_entry(struct generate *generate, const struct parameter *entry,
                           const struct generate_place *place)
{
    enum presence rule = generate_rule(generate, entry, place);
    if (rule == RULE_MUST || (rule == RULE_FREE && generate_chance(generate, generate->density)))
        generate_member(generate, entry->name, entry, place);
}

static void generate_members(struct generate *generate, const struct parameter *table,
                             const struct generate_place *place)
{
    const struct parameter *tables[GENERATE_TABLES] = { table };
    for (int next = 0, count = 1; next < count; next++)
        for (const struct parameter *entry = tables[next]; entry != NULL && entry->name != NULL;
             entry++) {
            const struct model *model =
                entry->kind == PARAMETER_MODEL ? generate_model(generate, entry) : NULL;
            if (model != NULL)
                tables[count++] = model->parameters;
            else if (entry->kind != PARAMETER_MODEL && generate_is(entry, PARAMETER_ANY))
                generate_things(generate, entry, place, generate_member);
            else if (entry->kind != PARAMETER_MODEL)
                generate_entry(generate, entry, place);
        }
}

static void generate_group(struct generate *generate, const struct parameter *table,
                           struct generate_place place)
{
    place.table = table;
    text_add(&generate->out, "{\n");
    generate_members(generate, table, &place);
    text_add(&generate->out, "}");
}

char *generate_scenario(uint64_t seed)
{
    struct generate generate = { .state = seed * 0x2545f4914f6cdd1du };
    generate_plan(&generate);
    struct generate_place place = {
        .table = scenario_parameters, .issue = generate_front(&generate), .actor = -1, .loss = -1
    };
    generate_members(&generate, scenario_parameters, &place);
    names_free(&generate.uncertain);
    return generate.out.bytes;
}
