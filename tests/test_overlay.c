#include "engine/overlay.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/memory.h"
#include "tests/said.h"
#include "tests/written.h"

/* Files of a test live in a folder of their own, which is the working directory meanwhile. */
static char overlay_folder[] = "/tmp/zopa_overlay_XXXXXX";

static void overlay_begin(void)
{
    cr_assert_not_null(mkdtemp(overlay_folder));
    cr_assert_eq(chdir(overlay_folder), 0);
    cr_assert_eq(mkdir("sub", 0700), 0);
}

static void overlay_end(void)
{
    static const char *const names[] = { "base.cfg",  "a.cfg",     "b.cfg",
                                         "sub/a.cfg", "sub/b.cfg", "link.cfg" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    for (int i = 0; i <= 17; i++) {
        char *name = memory_format("%d.cfg", i);
        unlink(name);
        free(name);
    }
    rmdir("sub");
    cr_assert_eq(chdir("/"), 0);
    rmdir(overlay_folder);
}

static void overlay_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fputs(text, file);
    fclose(file);
}

TestSuite(overlay, .init = overlay_begin, .fini = overlay_end);

static void overlay_expect_files(const char *base, const char *over, const char *expected)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("base.cfg", base);
    char *text = memory_format("extends = \"base.cfg\";\n%s", over);
    overlay_write("a.cfg", text);
    struct node *root = overlay_read("a.cfg", &absent, &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    written_expect(root, expected);
    tree_free(root);
    free(text);
}

Test(overlay, lays_by_name_group_by_group)
{
    overlay_expect_files("a = 1; g = { x = 1; h = { y = 2; }; };",
                         "g = { h = { z = 3; }; }; b = 4;",
                         "a = 1; g = { x = 1; h = { y = 2; z = 3; }; }; b = 4;");
    overlay_expect_files("a = 1; b = 2;", "a = \"one\";", "a = \"one\"; b = 2;");
    overlay_expect_files("l = (1, 2, 3);", "l = (4);", "l = (4);");
    overlay_expect_files("a = { x = 1; };", "a = 2;", "a = 2;");
    overlay_expect_files("a = 2;", "a = { x = 1; };", "a = { x = 1; };");
    overlay_expect_files("a = (1);", "a = { x = 1; };", "a = { x = 1; };");
    overlay_expect_files("", "a = 1;", "a = 1;");
    overlay_expect_files("a = 1;", "", "a = 1;");
}

Test(overlay, replaces_by_a_distribution_and_merges_into_one)
{
    overlay_expect_files("d = { dist = \"beta\"; a = 1; b = 2; };",
                         "d = { dist = \"normal\"; mean = 0; };",
                         "d = { dist = \"normal\"; mean = 0; };");
    overlay_expect_files("d = { dist = \"pert\"; min = 0; mode = 1; };", "d = { mode = 0.2; };",
                         "d = { dist = \"pert\"; min = 0; mode = 0.2; };");
    overlay_expect_files("d = { x = 1; };", "d = { dist = \"normal\"; };",
                         "d = { dist = \"normal\"; };");
    overlay_expect_files("d = { dist = \"beta\"; };", "d = 0.5;", "d = 0.5;");
    overlay_expect_files("d = 0.5;", "d = { dist = \"beta\"; };", "d = { dist = \"beta\"; };");
}

Test(overlay, removes_what_was_inherited)
{
    overlay_expect_files("a = 1; g = { b = 2; c = 3; };",
                         "a = { remove = true; }; g = { c = { remove = true; }; };",
                         "g = { b = 2; };");
    overlay_expect_files("g = { b = { c = 1; }; };", "g = { remove = true; };", "");
}

Test(overlay, refuses_to_remove_what_is_not_there)
{
    static const struct {
        const char *text, *message;
    } bad[] = {
        { "\nq = { remove = true; };", "q: nothing to remove" },
        { "\ng = { q = { remove = true; }; };", "g.q: nothing to remove" },
        { "\nd = { dist = \"x\"; a = { remove = true; }; };", "d.a: nothing to remove" },
        { "\nq = { remove = false; };", "remove stands alone" },
        { "\nq = { remove = true; x = 1; };", "remove stands alone" },
        { "\nq = { remove = 1; };", "remove stands alone" },
    };
    overlay_write("base.cfg", "g = { x = 1; }; d = { dist = \"y\"; a = 1; };");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct faults faults = { 0 };
        const char *absent;
        char *text = memory_format("extends = \"base.cfg\";%s", bad[i].text);
        overlay_write("a.cfg", text);
        cr_expect_null(overlay_read("a.cfg", &absent, &faults));
        cr_expect(said(&faults, "a.cfg", 2, bad[i].message), "%s: %s", bad[i].text,
                  said_first(&faults));
        faults_free(&faults);
        free(text);
    }
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("b.cfg", "q = { remove = true; };\nr = { s = { remove = true; }; };");
    cr_expect_null(overlay_read("b.cfg", &absent, &faults), "also without extends");
    cr_expect_eq(faults.count, 2, "all at once");
    faults_free(&faults);
}

Test(overlay, refuses_an_empty_group_over_members)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("base.cfg", "g = { x = 1; h = { y = 2; }; }; e = { }; n = 3;");
    overlay_write("a.cfg", "extends = \"base.cfg\";\ng = { };");
    overlay_write("b.cfg", "extends = \"base.cfg\";\ng = { h = { }; };");
    cr_expect_null(overlay_read("a.cfg", &absent, &faults));
    cr_expect_null(overlay_read("b.cfg", &absent, &faults));
    cr_expect(said(&faults, "a.cfg", 2, "g: found an empty group, which changes nothing"));
    cr_expect(said(&faults, "b.cfg", 2, "g.h: found an empty group, which changes nothing"));
    faults_free(&faults);
    overlay_expect_files("e = { }; n = 3;", "e = { }; n = { }; m = { };",
                         "e = { }; n = { }; m = { };");
}

Test(overlay, keeps_the_origin_of_every_node)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("base.cfg", "\na = 1;\ng = { x = 1;\ny = 2; };");
    overlay_write("sub/b.cfg", "extends = \"../base.cfg\";\n\n\n\ng = { x = 5; };");
    overlay_write("sub/a.cfg", "extends = \"b.cfg\";\nb = 3;");
    struct node *root = overlay_read("sub/a.cfg", &absent, &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    written_expect(root, "a = 1; g = { x = 5; y = 2; }; b = 3;");
    cr_expect_str_eq(root->file, "sub/a.cfg");
    cr_expect_eq(root->line, 1);
    cr_expect_str_eq(tree_find(root, "a")->file, "sub/../base.cfg");
    cr_expect_eq(tree_find(root, "a")->line, 2);
    cr_expect_str_eq(tree_find(root, "g.x")->file, "sub/b.cfg");
    cr_expect_eq(tree_find(root, "g.x")->line, 5);
    cr_expect_str_eq(tree_find(root, "g.y")->file, "sub/../base.cfg");
    cr_expect_str_eq(tree_find(root, "b")->file, "sub/a.cfg");
    tree_free(root);
}

Test(overlay, leaves_variants_to_the_file_that_lists_them)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("base.cfg", "a = 1; variants = ( { name = \"x\"; } );");
    overlay_write("a.cfg", "extends = \"base.cfg\"; b = 2;");
    overlay_write("b.cfg", "extends = \"base.cfg\"; variants = ( { name = \"y\"; } );");
    struct node *heir = overlay_read("a.cfg", &absent, &faults);
    struct node *other = overlay_read("b.cfg", &absent, &faults);
    cr_assert(heir != NULL && other != NULL && faults.count == 0);
    written_expect(heir, "a = 1; b = 2;");
    written_expect(other, "a = 1; variants = ( { name = \"y\"; } );");
    tree_free(other);
    tree_free(heir);
}

Test(overlay, takes_an_absolute_path)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("base.cfg", "a = 1;");
    char *text = memory_format("extends = \"%s/base.cfg\";", overlay_folder);
    overlay_write("sub/a.cfg", text);
    struct node *root = overlay_read("sub/a.cfg", &absent, &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    written_expect(root, "a = 1;");
    tree_free(root);
    free(text);
}

Test(overlay, refuses_a_bad_extends_at_its_line)
{
    static const struct {
        const char *text, *message;
    } bad[] = {
        { "\nextends = 3;", "found a number, expected the path of a scenario" },
        { "\nextends = ( \"base.cfg\" );", "found a list" },
        { "\nextends = { remove = true; };", "found a group" },
        { "\nextends = \"\";", "found an empty text" },
        { "\nextends = \"no.cfg\";", "cannot read no.cfg: No such file or directory" },
        { "\nextends = \"sub\";", "cannot read sub: Is a directory" },
        { "\nextends = \"a.cfg\";", "extends itself: a.cfg -> a.cfg" },
        { "\nextends = \"sub/../a.cfg\";", "extends itself: a.cfg -> sub/../a.cfg" },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct faults faults = { 0 };
        const char *absent = "unset";
        overlay_write("a.cfg", bad[i].text);
        cr_expect_null(overlay_read("a.cfg", &absent, &faults));
        cr_expect_null(absent, "the named file itself is there");
        cr_expect(said(&faults, "a.cfg", 2, bad[i].message), "%s: %s", bad[i].text,
                  said_first(&faults));
        faults_free(&faults);
    }
}

Test(overlay, tells_a_missing_file_from_a_bad_one)
{
    struct faults faults = { 0 };
    const char *absent = NULL;
    cr_expect_null(overlay_read("no.cfg", &absent, &faults));
    cr_expect_str_eq(absent, "No such file or directory");
    cr_expect_null(overlay_read("sub", &absent, &faults));
    cr_expect_str_eq(absent, "Is a directory");
    cr_expect_eq(faults.count, 0);
    overlay_write("a.cfg", "extends = \"base.cfg\";");
    overlay_write("base.cfg", "a = ;");
    cr_expect_null(overlay_read("a.cfg", &absent, &faults));
    cr_expect_null(absent);
    cr_expect(said(&faults, "base.cfg", 1, "syntax error"), "%s", said_first(&faults));
    faults_free(&faults);
}

Test(overlay, finds_cycles)
{
    struct faults faults = { 0 };
    const char *absent;
    overlay_write("a.cfg", "extends = \"sub/b.cfg\";");
    overlay_write("sub/b.cfg", "\nextends = \"../link.cfg\";");
    cr_assert_eq(symlink("a.cfg", "link.cfg"), 0);
    cr_expect_null(overlay_read("a.cfg", &absent, &faults));
    cr_expect(
        said(&faults, "sub/b.cfg", 2, "extends itself: a.cfg -> sub/b.cfg -> sub/../link.cfg"),
        "%s", said_first(&faults));
    faults_free(&faults);
}

Test(overlay, follows_sixteen_files)
{
    for (int i = 0; i < OVERLAY_FILES; i++) {
        char *name = memory_format("%d.cfg", i);
        char *text = memory_format("extends = \"%d.cfg\";", i + 1);
        overlay_write(name, text);
        free(name);
        free(text);
    }
    overlay_write("16.cfg", "a = 1;");
    struct faults faults = { 0 };
    const char *absent;
    struct node *root = overlay_read("1.cfg", &absent, &faults);
    cr_expect_not_null(root, "%s", said_first(&faults));
    tree_free(root);
    cr_expect_null(overlay_read("0.cfg", &absent, &faults));
    cr_expect(said(&faults, "15.cfg", 1, "more than 16 files"), "%s", said_first(&faults));
    faults_free(&faults);
}
