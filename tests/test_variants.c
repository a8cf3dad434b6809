#include "engine/variants.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/libconfig.h"
#include "tests/said.h"

Test(variants, lay_what_can_be_laid)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(
        "name = \"x\"; run = { seed = 4; };\n"
        "variants = ( { name = \"y\"; set = ( \"run.horizon = 5\", \"run.sed = 5\",\n"
        " \"run.seed.low = 1\" ); }, { name = \"z\"; set = ( \"run.seed.low = 1\" ); } );",
        "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    const struct node *first = variants_first(root), *second = first->next;
    struct node *tree = tree_copy(root), *shown = tree_copy(root);
    cr_expect(!variants_lay(tree, first, &faults));
    cr_expect(faults.count == 1 &&
              said(&faults, "a.cfg", 3, "\"run.seed.low = 1\": run.seed: holds a number"));
    cr_expect(tree_find(tree, "run.horizon")->integer == 5 && tree_find(tree, "run.sed") != NULL);
    cr_expect_str_eq(tree_find(tree, "name")->text, "y");
    struct node *list = tree_member(shown, "variants");
    variants_lay_possible(tree, first, list->first);
    variants_lay_possible(tree, second, list->last);
    cr_expect(tree_count(tree_member(list->first, "set")) == 2);
    cr_expect_str_eq(tree_member(list->last, "set")->first->text, "run.seed=4");
    cr_expect(tree_count(tree_member(list->last, "set")) == 1);
    tree_free(shown);
    tree_free(tree);
    tree_free(root);
    faults_free(&faults);
}

Test(variants, know_what_they_touch)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(
        "variants = ( { name = \"y\"; title = \"Y\"; set = ( \" run.seed=1\", \"war.p = 1\" ); },\n"
        "{ set = ( \"run = { seed = 2; }\", 3 ); }, 7 );",
        "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    const struct node *first = variants_first(root), *second = first->next, *third = second->next;
    cr_expect(variants_touch(first, "run", "seed") && !variants_touch(first, "run", "trials"));
    cr_expect(variants_touch(second, "run", "seed") && variants_touch(second, "run", "trials"));
    cr_expect(!variants_touch(second, "war", "p") && !variants_touch(third, "run", "seed"));
    cr_expect(variants_own(first, "title=x") && variants_own(first, " name = x"));
    cr_expect(!variants_own(first, "notes=x") && !variants_own(first, "titles=x"));
    char *name = variants_name(first), *nameless = variants_name(second);
    cr_expect_str_eq(name, "y");
    cr_expect_str_eq(nameless, "variants[1]");
    cr_expect(variants_find(root, "y") == first && variants_find(root, "z") == NULL);
    free(name);
    free(nameless);
    tree_free(root);
}
