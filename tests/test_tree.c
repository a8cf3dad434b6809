#include "engine/tree.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/memory.h"

/* actors = { russia = { war = { cost = 1 } }; us = { } }; list = ( { name = "one"; rho = 2 }, ( 3 )
 * ) */
static struct node *tree_sample(void)
{
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1);
    tree_append(root, tree_node(NODE_GROUP, "actors", "a.cfg", 2));
    tree_append(root->last, tree_node(NODE_GROUP, "russia", "a.cfg", 3));
    tree_append(root->last->last, tree_node(NODE_GROUP, "war", "a.cfg", 4));
    tree_append(root->last->last->last, tree_node(NODE_INTEGER, "cost", "a.cfg", 5));
    tree_append(root->last, tree_node(NODE_GROUP, "us", "a.cfg", 6));
    struct node *list = tree_node(NODE_LIST, "list", "b.cfg", 1);
    tree_append(root, list);
    tree_append(list, tree_node(NODE_GROUP, NULL, "b.cfg", 2));
    tree_append(list->last, tree_node(NODE_TEXT, "name", "b.cfg", 2));
    list->last->last->text = memory_text("one");
    tree_append(list->last, tree_node(NODE_REAL, "rho", "b.cfg", 2));
    tree_append(list, tree_node(NODE_LIST, NULL, "b.cfg", 3));
    tree_append(list->last, tree_node(NODE_INTEGER, NULL, "b.cfg", 3));
    return root;
}

Test(tree, finds_by_path)
{
    static const char *const good[][2] = {
        { "actors", "actors" },
        { "actors.russia.war.cost", "actors.russia.war.cost" },
        { "list.0.rho", "list[0].rho" },
        { "list[0].rho", "list[0].rho" },
        { "list.one.rho", "list[0].rho" },
        { "list[1][0]", "list[1][0]" },
        { "list.1.0", "list[1][0]" },
    };
    static const char *const bad[] = { "",
                                       ".",
                                       "actors.",
                                       ".actors",
                                       "actors..russia",
                                       "actors.china",
                                       "actors.russia.war.cost.mode",
                                       "list[2]",
                                       "list[]",
                                       "list[0",
                                       "list[0]rho",
                                       "list[-1]",
                                       "list.two",
                                       "list[one].rho",
                                       "list[99999999999999999999]",
                                       "actors[0]" };
    struct node *root = tree_sample();
    char path[64];
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const struct node *node = tree_find(root, good[i][0]);
        cr_assert_not_null(node, "%s", good[i][0]);
        cr_expect_str_eq(tree_path(node, path, sizeof path), good[i][1]);
        cr_expect_eq(tree_find(root, path), node, "a written path leads back");
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_null(tree_find(root, bad[i]), "%s", bad[i]);
    tree_free(root);
}

Test(tree, cuts_a_path_that_has_no_room)
{
    struct node *root = tree_sample();
    char path[12];
    cr_expect_str_eq(tree_path(tree_find(root, "actors.russia.war"), path, sizeof path),
                     "actors.russ");
    cr_expect_str_eq(tree_path(root, path, sizeof path), "");
    tree_free(root);
}

Test(tree, removes_first_middle_and_last)
{
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1);
    static const char *const names[] = { "a", "b", "c", "d" };
    for (int i = 0; i < 4; i++)
        tree_append(root, tree_node(NODE_FLAG, names[i], "a.cfg", i));
    tree_remove(tree_member(root, "b"));
    cr_expect_eq(tree_count(root), 3);
    cr_expect_str_eq(root->first->next->name, "c");
    tree_remove(root->first);
    cr_expect_str_eq(root->first->name, "c");
    tree_remove(root->last);
    cr_expect(root->first == root->last && root->last->next == NULL);
    tree_remove(root->first);
    cr_expect(root->first == NULL && root->last == NULL);
    tree_append(root, tree_node(NODE_FLAG, "e", "a.cfg", 9));
    cr_expect_str_eq(root->last->name, "e");
    tree_free(root);
}

Test(tree, names_elements_by_their_place_as_it_is)
{
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1);
    struct node *list = tree_node(NODE_LIST, "list", "a.cfg", 1);
    char path[64];
    tree_append(root, list);
    for (int i = 0; i < 4; i++)
        tree_append(list, tree_node(NODE_FLAG, NULL, "a.cfg", i));
    tree_remove(list->first->next);
    cr_expect_str_eq(tree_path(list->first, path, sizeof path), "list[0]");
    cr_expect_str_eq(tree_path(list->last, path, sizeof path), "list[2]");
    tree_replace(list->first->next, tree_node(NODE_TEXT, NULL, "a.cfg", 5));
    cr_expect_str_eq(tree_path(list->first->next, path, sizeof path), "list[1]");
    tree_append(list, tree_node(NODE_FLAG, NULL, "a.cfg", 6));
    cr_expect_str_eq(tree_path(list->last, path, sizeof path), "list[3]");
    tree_free(root);
}

Test(tree, replaces_in_place)
{
    struct node *root = tree_sample();
    struct node *fresh = tree_node(NODE_TEXT, NULL, "c.cfg", 7);
    fresh->text = memory_text("gone");
    tree_replace(tree_member(root, "actors"), fresh);
    cr_expect_eq(root->first, fresh);
    cr_expect_str_eq(fresh->name, "actors");
    cr_expect_str_eq(fresh->next->name, "list");
    tree_replace(root->last, tree_node(NODE_FLAG, "other", "c.cfg", 8));
    cr_expect_str_eq(root->last->name, "list");
    cr_expect_eq(root->first->next, root->last);
    tree_free(root);
}

Test(tree, copies_deeply)
{
    struct node *root = tree_sample(), *copy = tree_copy(tree_member(root, "list"));
    cr_expect_null(copy->parent);
    cr_expect_null(copy->next);
    tree_free(root);
    cr_expect_str_eq(tree_member(copy->first, "name")->text, "one");
    cr_expect_str_eq(copy->first->file, "b.cfg");
    cr_expect_eq(copy->first->line, 2);
    tree_free(copy);
    tree_free(NULL);
}

Test(tree, names_kinds)
{
    struct node *root = tree_sample();
    cr_expect_str_eq(tree_kind_name(root), "a group");
    cr_expect_str_eq(tree_kind_name(tree_find(root, "list")), "a list");
    cr_expect_str_eq(tree_kind_name(tree_find(root, "list[0].rho")), "a number");
    cr_expect_str_eq(tree_kind_name(tree_find(root, "actors.russia.war.cost")), "a number");
    cr_expect_str_eq(tree_kind_name(tree_find(root, "list[0].name")), "a text");
    tree_free(root);
}

Test(tree, knows_the_same_values)
{
    struct node *root = tree_sample(), *copy = tree_copy(root);
    cr_expect(tree_same(root, copy) && tree_same(NULL, NULL));
    cr_expect(!tree_same(root, NULL) && !tree_same(NULL, root));
    cr_expect(!tree_same(root->first, root->first->first));
    copy->line = 7;
    tree_find(copy, "actors.russia.war")->layer = LAYER_COMMAND;
    cr_expect(tree_same(root, copy), "where they were written does not count");
    tree_find(copy, "actors.russia.war.cost")->integer++;
    cr_expect(!tree_same(root, copy));
    tree_find(copy, "actors.russia.war.cost")->integer--;
    free(tree_find(copy, "list[0].name")->text);
    tree_find(copy, "list[0].name")->text = memory_text("other");
    cr_expect(!tree_same(root, copy) && tree_same(root->first, copy->first));
    tree_remove(tree_find(copy, "actors.us"));
    cr_expect(!tree_same(root->first, copy->first));
    tree_append(copy->first, tree_node(NODE_GROUP, "uk", "a.cfg", 1));
    cr_expect(!tree_same(root->first, copy->first));
    tree_free(copy);
    tree_free(root);
}
