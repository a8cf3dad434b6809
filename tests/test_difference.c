#include "engine/difference.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/libconfig.h"
#include "tests/pair.h"

static const struct difference *find(const struct differences *all, const char *path)
{
    for (int k = 0; k < all->count; k++)
        if (strcmp(all->difference[k].path, path) == 0)
            return &all->difference[k];
    return NULL;
}

static void expect(const struct differences *all, const char *path, const char *from,
                   const char *to)
{
    const struct difference *found = find(all, path);
    cr_assert_not_null(found, "%s", path);
    char *before = difference_value(found->from), *after = difference_value(found->to);
    cr_expect_str_eq(before, from);
    cr_expect_str_eq(after, to);
    free(before);
    free(after);
}

static const char *const sets[] = {
    "actors.us.credibility=0.9",
    "actors.ukraine.capability={ dist = \"uniform\"; min = 0.3; max = 0.5; }",
    "actors.ukraine.discount=0.96",
    "actors.europe.consent=( \"guarantees\", \"neutrality\" )",
    "actors.russia.audience_cost=0.1",
    "levers.aid={ remove = true; }",
    "levers.help={ owner = \"europe\"; target = \"ukraine\"; kind = \"support\"; }",
    "shocks.grid={ remove = true; }",
    "correlations={ remove = true; }",
    "process.acceptance.sd=0.05",
    "run.horizon=12",
    /* What changes no trial, or is made the same. */
    "name=other",
    "title=Another",
    "notes=None",
    "actors.us.title=USA",
    "sources=( \"003.txt\" )",
    "run.trials=5",
    "run.seed=6",
    "run.round=week",
};

/* Every setting once, as --set addresses it; texts, trials and seed are none. */
Test(difference, settings_by_path)
{
    struct scenario *base = pair_scenario(NULL, 0), *other = PAIR_SETS(sets);
    struct differences all = difference_list(base->tree, other->tree);
    expect(&all, "actors.us.credibility", "0.5", "0.9");
    expect(&all, "actors.ukraine.capability", "triangular (min 0.35, mode 0.42, max 0.5)",
           "uniform (min 0.3, max 0.5)");
    expect(&all, "actors.ukraine.discount", "beta (a 120, b 4)", "0.96");
    expect(&all, "actors.europe.consent", "(guarantees)", "(guarantees, neutrality)");
    expect(&all, "actors.russia.audience_cost", "absent", "0.1");
    expect(&all, "levers.help", "absent", "(owner europe, target ukraine, kind support)");
    expect(&all, "shocks.grid", "(target ukraine, hazard 0.02, size 0.05, duration 3)", "absent");
    expect(&all, "process.acceptance.sd", "0.03", "0.05");
    expect(&all, "run.horizon", "absent", "12");
    cr_assert_not_null(find(&all, "levers.aid"));
    cr_assert_not_null(find(&all, "correlations"));
    cr_expect(find(&all, "levers.aid")->to == NULL && find(&all, "correlations")->to == NULL);
    cr_expect(all.count == 11, "%d", all.count);
    differences_free(&all);
    scenario_free(other);
    scenario_free(base);
}

/* Laid over the base they make the other; the texts, and the trials, stay those of the base. */
Test(difference, laid_over_the_base)
{
    struct scenario *base = pair_scenario(NULL, 0), *other = PAIR_SETS(sets);
    struct differences all = difference_list(base->tree, other->tree);
    struct node *tree = tree_copy(base->tree);
    for (int k = 0; k < all.count; k++)
        difference_lay(&all.difference[k], tree);
    struct differences none = difference_list(tree, other->tree);
    cr_expect(none.count == 0, "%s", none.count == 0 ? "" : none.difference[0].path);
    cr_expect_str_eq(tree_find(tree, "name")->text, "relief");
    cr_expect(tree_find(tree, "run.trials")->integer == 2000);
    struct differences back = difference_list(tree, base->tree);
    cr_expect(back.count == all.count);
    differences_free(&back);
    differences_free(&none);
    tree_free(tree);
    differences_free(&all);
    scenario_free(other);
    scenario_free(base);
}

static struct differences between(const char *base, const char *other)
{
    struct faults faults = { 0 };
    struct node *one = libconfig_read_text(base, "a.cfg", &faults);
    struct node *two = libconfig_read_text(other, "b.cfg", &faults);
    cr_assert(one != NULL && two != NULL, "%s", said_first(&faults));
    struct differences all = difference_list(one, two);
    tree_free(one);
    tree_free(two);
    return all;
}

/* 1 is 1.0; members of a group stand in any order, elements of a list do not. */
Test(difference, the_same_in_other_words)
{
    struct differences all = between(
        "war = { p = 1; }; actors = { a = { discount = { dist = \"beta\"; a = 3; b = 4; };"
        " consent = ( \"x\", \"y\" ); linkages = ( { weight = 1; issues = ( \"x\", \"y\" ); } ); "
        "}; };",
        "actors = { a = { linkages = ( { issues = ( \"x\", \"y\" ); weight = 1.0; } );"
        " consent = ( \"y\", \"x\" ); discount = { b = 4.0; a = 3; dist = \"beta\"; }; }; };"
        "war = { p = 1.0; };");
    cr_expect(all.count == 1);
    expect(&all, "actors.a.consent", "(x, y)", "(y, x)");
    differences_free(&all);
}

/* Groups of the top whose members have names of their own, and run, are taken apart even where one
 * side has none of it; others are not. */
Test(difference, groups_of_one_side)
{
    struct differences all =
        between("name = \"x\";", "run = { horizon = 5; seed = 3; }; shocks = { "
                                 "a = { size = 1; }; b = { size = 2; }; }; "
                                 "process = { ceasefire = { rate = 1; }; };");
    expect(&all, "run.horizon", "absent", "5");
    expect(&all, "shocks.a", "absent", "(size 1)");
    expect(&all, "shocks.b", "absent", "(size 2)");
    expect(&all, "process", "absent", "(ceasefire (rate 1))");
    cr_expect(all.count == 4);
    struct node *tree = tree_node(NODE_GROUP, NULL, "x.cfg", 1);
    for (int k = 0; k < all.count; k++)
        difference_lay(&all.difference[k], tree);
    cr_expect(tree_find(tree, "run.horizon")->integer == 5);
    cr_expect(tree_find(tree, "shocks.b.size")->integer == 2);
    tree_free(tree);
    differences_free(&all);
}

/* Who is named first may matter, and is a setting of its own, for names that both have. */
Test(difference, order_of_names)
{
    struct differences all = between("actors = { a = { bias = 1; }; b = { bias = 2; }; c = {}; };",
                                     "actors = { b = { bias = 3; }; d = {}; a = { bias = 1; }; };");
    cr_assert(all.count == 4 && all.difference[0].order);
    expect(&all, "actors", "(a, b)", "(b, a)");
    struct node *tree = tree_node(NODE_GROUP, NULL, "x.cfg", 1);
    struct differences lay = between("name = \"x\";", "actors = { a = {}; b = {}; };");
    for (int k = 0; k < lay.count; k++)
        difference_lay(&lay.difference[k], tree);
    difference_lay(&all.difference[0], tree);
    cr_expect_str_eq(tree_find(tree, "actors")->first->name, "b");
    cr_expect_str_eq(tree_find(tree, "actors")->last->name, "a");
    tree_free(tree);
    differences_free(&lay);
    differences_free(&all);
}
