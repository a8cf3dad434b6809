#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/overlay.h"
#include "tests/said.h"
#include "tests/written.h"

#define OVERLAY_SET_32 "a_name_of_two_and_thirty_letters"

static const char overlay_set_sample[] =
    "name = \"x\"; run = { seed = 1; };\n"
    "actors = { x = { cost = 0.06; d = { dist = \"pert\"; mode = 0.1; }; }; };\n"
    "l = ( { name = \"one\"; rho = 0.5; }, 7 );";

static struct node *overlay_set_read_sample(void)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(overlay_set_sample, "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    return root;
}

Test(overlay_set, sets_what_a_file_could_say)
{
    static const struct {
        const char *assignment, *path, *value;
    } good[] = {
        { "run.seed=2", "run.seed", "2" },
        { "run.seed=3000000000L", "run.seed", "3000000000L" },
        { "  run.seed =  -2 ", "run.seed", "-2" },
        { "run.seed=1e6", "run.seed", "1e6" },
        { "name=nash", "name", "\"nash\"" },
        { "name=nan", "name", "\"nan\"" },
        { "name=\"two words; and = more\"", "name", "\"two words; and = more\"" },
        { "name=TRUE", "name", "true" },
        { "actors.x.cost={ dist = \"beta\"; a = 1; }", "actors.x.cost",
          "{ dist = \"beta\"; a = 1; }" },
        { "actors.x.d={ dist = \"beta\"; a = 1; };", "actors.x.d", "{ dist = \"beta\"; a = 1; }" },
        { "actors.x.d={ mode = 0.2; }", "actors.x.d", "{ dist = \"pert\"; mode = 0.2; }" },
        { "actors.x.d.mode=0.2", "actors.x.d", "{ dist = \"pert\"; mode = 0.2; }" },
        { "actors.y.war.cost=1", "actors.y", "{ war = { cost = 1; }; }" },
        { "l[0].rho=1", "l[0]", "{ name = \"one\"; rho = 1; }" },
        { "l.0.rho=1", "l[0]", "{ name = \"one\"; rho = 1; }" },
        { "l.one.rho=1", "l[0]", "{ name = \"one\"; rho = 1; }" },
        { "l[0]={ new = 1; }", "l[0]", "{ name = \"one\"; rho = 0.5; new = 1; }" },
        { "l[1]=8", "l", "( { name = \"one\"; rho = 0.5; }, 8 )" },
        { "l[1]={ remove = true; }", "l", "( { name = \"one\"; rho = 0.5; } )" },
        { "l=(0, 0.5, \"a\")", "l", "(0, 0.5, \"a\")" },
        { "run={ seed = { remove = true; }; n = 1; }", "run", "{ n = 1; }" },
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct faults faults = { 0 };
        struct node *root = overlay_set_read_sample();
        cr_expect(overlay_set(root, good[i].assignment, &faults), "%s: %s", good[i].assignment,
                  said_first(&faults));
        const struct node *found = tree_find(root, good[i].path);
        cr_assert_not_null(found, "%s", good[i].assignment);
        struct node *holder = tree_node(NODE_GROUP, NULL, "", 1), *copy = tree_copy(found);
        free(copy->name);
        copy->name = memory_text("value");
        tree_append(holder, copy);
        char *expected = memory_format("value = %s;", good[i].value);
        written_expect(holder, expected);
        free(expected);
        tree_free(holder);
        tree_free(root);
    }
}

Test(overlay_set, drops_by_assignment)
{
    struct faults faults = { 0 };
    struct node *root = overlay_set_read_sample();
    cr_expect(overlay_set(root, "actors.x={ remove = true; }", &faults), "%s", said_first(&faults));
    cr_expect(overlay_set(root, "run={ remove = true; };", &faults), "%s", said_first(&faults));
    cr_expect(overlay_set(root, "l={remove=true;}", &faults), "%s", said_first(&faults));
    written_expect(root, "name = \"x\"; actors = { };");
    tree_free(root);
}

Test(overlay_set, names_the_assignment_as_origin)
{
    struct faults faults = { 0 };
    struct node *root = overlay_set_read_sample();
    cr_expect(overlay_set(root, "actors.y.z={ a = (1); }", &faults));
    static const char *const paths[] = { "actors.y", "actors.y.z", "actors.y.z.a",
                                         "actors.y.z.a[0]" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        cr_expect_str_eq(tree_find(root, paths[i])->file, "--set actors.y.z={ a = (1); }");
        cr_expect_eq(tree_find(root, paths[i])->line, 1);
    }
    cr_expect_str_eq(tree_find(root, "actors")->file, "a.cfg");
    tree_free(root);
}

Test(overlay_set, refuses_a_bad_assignment_and_keeps_the_tree)
{
    static const struct {
        const char *assignment, *message;
    } bad[] = {
        { "", "no path" },
        { "=", "no path" },
        { "=1", "no path" },
        { "  = 1", "no path" },
        { "run.seed", "no value" },
        { "run.seed=", "no value" },
        { "run.seed=  ", "no value" },
        { "run.=1", "'run.' is no path" },
        { ".run=1", "is no path" },
        { "run..seed=1", "is no path" },
        { "run[0=1", "is no path" },
        { "9x=1", "'9x' cannot be a name" },
        { "a b=1", "'a b' cannot be a name" },
        { "true=1", "'true' cannot be a name" },
        { "new.9x=1", "'9x' cannot be a name" },
        { "run[0]=1", "'0' cannot be a name" },
        { "extends=a", "extends: cannot be set" },
        { "variants=(1)", "variants: cannot be set" },
        { "variants[0].name=a", "variants: cannot be set" },
        { "new." OVERLAY_SET_32 OVERLAY_SET_32 OVERLAY_SET_32 OVERLAY_SET_32 "x=1",
          "found a name of 129 bytes, expected at most 128" },
        { "actors.x.cost.mode=0.1", "actors.x.cost: holds a number, not a group with 'mode'" },
        { "name.first=1", "name: holds a text" },
        { "l[2]=1", "l: the list has no element '2'" },
        { "l.two.rho=1", "l: the list has no element 'two'" },
        { "new={ remove = true; }", "new: nothing to remove" },
        { "run={}", "run: found an empty group, which changes nothing" },
        { "actors.x={ }", "actors.x: found an empty group" },
        { "l[0]={}", "found an empty group" },
        { "run.seed=beta(50,4)", "{ dist = \"beta\"; a = 50; b = 4; }" },
        { "run.seed=1,5", "numbers have a decimal point, 1.5" },
        { "actors.q={ remove = true; }", "actors.q: nothing to remove" },
        { "a=1; b = 2", "several values" },
        { "a=1 b = 2", "several values" },
        { "a=1, b = 2", "several values" },
        { "a=1; value = 2", "duplicate" },
        { "a=1 }; b = {", "closes nothing" },
        { "a=two words", "a text has quotes" },
        { "a=(one)", "a text has quotes" },
        { "a==1", "syntax error at or before: =1" },
        { "a=\"x", "no end" },
        { "a=1 /*", "no end" },
        { "a=@include \"/etc/passwd\"", "@include" },
        { "a=3000000000", "write 3000000000L" },
        { "a=1e999", "too large" },
        { "a=[1, 2.0]", "write a list" },
        { "a=1\nb=2", "control character" },
        { "a\t=1", "control character" },
        { "a=\"\x1b[2J\"", "control character" },
        { "a=\"\xff\"", "0xff" },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct faults faults = { 0 };
        struct node *root = overlay_set_read_sample();
        cr_expect(!overlay_set(root, bad[i].assignment, &faults), "took %s", bad[i].assignment);
        cr_expect(faults.count > 0 && strstr(said_first(&faults), bad[i].message) != NULL, "%s: %s",
                  bad[i].assignment, said_first(&faults));
        cr_expect(faults.count > 0 && strncmp(faults.fault[0].file, "--set ", 6) == 0 &&
                  faults.fault[0].line == 1);
        written_expect(root, overlay_set_sample);
        tree_free(root);
        faults_free(&faults);
    }
}

Test(overlay_set, nests_no_deeper_than_a_file_may)
{
    struct faults faults = { 0 };
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1);
    char path[64 * 2 + 64] = "a";
    for (int i = 0; i < 64; i++)
        strcat(path, ".a");
    char *deep = memory_format("%s=1", path), *deeper = memory_format("%s=(1)", path);
    cr_expect(overlay_set(root, deep, &faults), "%s", said_first(&faults));
    char *text = writer_text(root);
    written_expect(root, text);
    cr_expect(!overlay_set(root, deeper, &faults));
    cr_expect(strstr(said_first(&faults), "nested too deep") != NULL, "%s", said_first(&faults));
    free(text);
    free(deep);
    free(deeper);
    tree_free(root);
    faults_free(&faults);
}
