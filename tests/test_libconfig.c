#include "engine/libconfig.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/memory.h"
#include "tests/said.h"

/* What libconfig 1.5 does with each of these was measured on Debian's package. */
Test(libconfig, keeps_kinds_and_values)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(
        "whole = 1; real = 1.0; exponent = 1e6; negative = -2147483647; wide = 3000000000L;\n"
        "least = -9223372036854775808L; hexadecimal = 0x7fffffff; wide_hexadecimal = 0xFFFFFFFFL;\n"
        "zero = -0.0; point = .5; text = \"a\\tb\\x41\" \"c\"; yes = TRUE; no = false;\n"
        "list = (0, 0.5, 1); array = [1, 2]; empty = { }; nothing = ();\n"
        "// a comment with 3000000000 and @include\n# another \" one\n/* and\nthis ( */ last: 7",
        "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    cr_expect_eq(tree_find(root, "whole")->kind, NODE_INTEGER);
    cr_expect_eq(tree_find(root, "whole")->real, 1);
    cr_expect_eq(tree_find(root, "real")->kind, NODE_REAL);
    cr_expect_eq(tree_find(root, "exponent")->kind, NODE_REAL);
    cr_expect_eq(tree_find(root, "negative")->integer, -2147483647);
    cr_expect_eq(tree_find(root, "wide")->integer, 3000000000LL);
    cr_expect_eq(tree_find(root, "least")->integer, -9223372036854775807LL - 1);
    cr_expect_eq(tree_find(root, "hexadecimal")->integer, 0x7fffffff);
    cr_expect_eq(tree_find(root, "wide_hexadecimal")->integer, 0xffffffffLL);
    cr_expect(signbit(tree_find(root, "zero")->real));
    cr_expect_eq(tree_find(root, "point")->real, 0.5);
    cr_expect_str_eq(tree_find(root, "text")->text, "a\tbAc");
    cr_expect(tree_find(root, "yes")->flag && !tree_find(root, "no")->flag);
    cr_expect_eq(tree_find(root, "list[0]")->kind, NODE_INTEGER);
    cr_expect_eq(tree_find(root, "list[1]")->kind, NODE_REAL);
    cr_expect_eq(tree_find(root, "array")->kind, NODE_LIST);
    cr_expect_eq(tree_count(tree_find(root, "array")), 2);
    cr_expect_eq(tree_find(root, "last")->line, 8);
    cr_expect_str_eq(tree_find(root, "last")->file, "a.cfg");
    tree_free(root);
}

/* libconfig 1.5 itself gives "b", "c" and "d" the line of the token behind them. */
Test(libconfig, knows_the_line_of_every_node)
{
    struct faults faults = { 0 };
    struct node *root =
        libconfig_read_text("a = (\n\"b\",\n\"c\"\n\"c\"\n,\n{ e = \"d\"\n; f\n=\n1; }\n);\n"
                            "g = [ \"h\"\n];\n",
                            "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    cr_expect_eq(root->line, 1);
    cr_expect_eq(tree_find(root, "a")->line, 1);
    cr_expect_eq(tree_find(root, "a[0]")->line, 2);
    cr_expect_eq(tree_find(root, "a[1]")->line, 3);
    cr_expect_eq(tree_find(root, "a[2].e")->line, 6);
    cr_expect_eq(tree_find(root, "a[2].f")->line, 7);
    cr_expect_eq(tree_find(root, "g[0]")->line, 11);
    tree_free(root);
}

Test(libconfig, takes_an_empty_text_and_a_byte_order_mark)
{
    static const char *const empty[] = { "", "\n\n", "// nothing\n", "/* nothing */",
                                         "\xef\xbb\xbf" };
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct faults faults = { 0 };
        struct node *root = libconfig_read_text(empty[i], "a.cfg", &faults);
        cr_assert_not_null(root, "%s", said_first(&faults));
        cr_expect_eq(tree_count(root), 0);
        tree_free(root);
    }
}

Test(libconfig, refuses_with_line_and_reason)
{
    static const struct {
        const char *text;
        int line;
        const char *message;
    } bad[] = {
        { "\na = 3000000000;", 2, "integer 3000000000 does not fit 32 bits; write 3000000000L" },
        { "a = 4294967296;", 1, "write 4294967296L" },
        { "a = -2147483648;", 1, "write -2147483648L" },
        { "a = 99999999999999999999;", 1, "does not fit 64 bits" },
        { "a = 9223372036854775808L;", 1, "does not fit 64 bits" },
        { "a = 0xFFFFFFFF;", 1, "integer 0xFFFFFFFF does not fit 32 bits; write 0xFFFFFFFFL" },
        { "a = 0xFFFFFFFFFFFFFFFFL;", 1, "does not fit 64 bits" },
        { "a = 0777;", 1, "integer 0777 begins with 0; write 777" },
        { "a = 0b101;", 1, "found 0b101, expected a number" },
        { "a = 1.2.3;", 1, "found 1.2.3, expected a number" },
        { "a = 1_000;", 1, "found 1_000, expected a number" },
        { "a = .;", 1, "found ., expected a number" },
        { "a = 1e999;", 1, "number 1e999 is too large" },
        { "a = nan;", 1, "numbers are finite" },
        { "a = (1,\ninf);", 2, "numbers are finite" },
        { "a = nash;", 1, "a text has quotes: \"nash\"" },
        { "a = yes;", 1, "a text has quotes: \"yes\"" },
        { "a = 'x';", 1, "found the quotation mark ', expected the straight one" },
        { "a = \xe2\x80\x9cx y\xe2\x80\x9d;", 1, "expected the straight one" },
        { "a = Off;", 1, "found the word Off, expected true or false" },
        { "a = 1,0;", 1, "numbers have a decimal point, 1.0" },
        { "a = 0,05;", 1, "found 0,05, expected one number" },
        { "a = 5%;", 1, "found 5%: the percent sign is not part of a number; write 0.05" },
        { "a = ( 1, 2.5 % );", 1, "write 0.025" },
        { "a {\nb = 1; };", 1,
          "found \"{\" behind the name a, expected \"=\" between them: a = {" },
        { "a ( 1 );", 1, "expected \"=\" between them: a = (" },
        { "a.b = 1;", 1, "found a.b, expected a name; in a file write a = { b = ...; };" },
        { "a = { b.c-d.e = 1; };", 1, "write b = { c-d = { e = ...; }; };" },
        { "a = beta(5, 2);", 1, "is a group: { dist = \"beta\"; a = 5; b = 2; }" },
        { "a = normal(1);", 1, "{ dist = \"normal\"; mean = 1; sd = ...; }" },
        { "a = empirical(1, 2);", 1, "{ dist = \"empirical\"; values = ( ... ); }" },
        { "a = gauss(1, 2);", 1,
          "found gauss( ), expected a value; a distribution is a group like" },
        { "\na = \"x;\nb = \"y\";\nc = nash;", 2,
          "this text runs on to line 3; is its closing quote missing?" },
        { "a = ( \"x );\nb = \"y\";", 1, "this text runs on to line 2" },
        { "a = \"x\" \"y;\nb = \"\";\nc = \"z\";", 1, "this text runs on to line 2" },
        { "a = [0, 0.5, 1];", 1, "write a list ( ) instead" },
        { "a = [1, 2L];", 1, "write a list ( ) instead" },
        { "a = [(1)];", 1, "write a list ( ) instead" },
        { "a = [1,2,];", 1, "syntax error" },
        { "a = 1;\nb = 2;\na = 3;", 3, "duplicate setting name 'a'; it first stands on line 1" },
        { "g = {\na = 1;\nb = { a = 1; };\na = 2; };", 4, "it first stands on line 2" },
        { "a = 1;\n@include \"b.cfg\"\n", 2, "use extends" },
        { "a = \"x\n\n", 1, "this text has no end" },
        { "\na = 1; /* x", 2, "this comment has no end" },
        { "a = \"C:\\data\";", 1, "unknown escape" },
        { "a = \"\\x00\";", 1, "unknown escape" },
        { "a = \"\\xff\";", 1, "no UTF-8" },
        { "a = 1;\nb = \"\x01\";", 2, "0x01" },
        { "a = \"\xff\";", 1, "0xff" },
        { "a = {\nb = 1;", 1, "this '{' is never closed" },
        { "a = (\n1};", 2, "expected ')' for the '(' of line 1" },
        { "a = 1; }", 1, "this '}' closes nothing" },
        { "a = 1;\nb = = 2;\n", 2, "syntax error at or before: b = = 2;" },
        { "a = 1\nb 2;\n", 2, "found 2, expected \"=\" before it" },
        { "a = 1;\nb =\n\n", 2, "syntax error at or before: b =" },
        { "a = (1\n\"x\");\n", 2, "found \"x\", expected \",\" before it" },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct faults faults = { 0 };
        cr_expect_null(libconfig_read_text(bad[i].text, "a.cfg", &faults), "took %s", bad[i].text);
        cr_expect(said(&faults, "a.cfg", bad[i].line, bad[i].message), "%s: %s", bad[i].text,
                  said_first(&faults));
        faults_free(&faults);
    }
}

Test(libconfig, reports_all_at_once)
{
    struct faults faults = { 0 };
    cr_expect_null(
        libconfig_read_text("a = 3000000000;\na = 1;\nb = nash;\nc = [1, 2.0];", "a.cfg", &faults));
    cr_expect_eq(faults.count, 4);
    faults_free(&faults);
}

/* Each of these is told once, and what follows from it is not. */
Test(libconfig, reports_no_cascade)
{
    static const char *const texts[] = {
        "a = \"x;\nb = \"y\";\nc = \"z \\q\";\nd = 0777;\nb = 2;",
        "a = \"x\\n;\nb = \"002.txt\";\nc = \"\";",
        "a = 0,05;\nb = 1;",
        "a = 1,\nb = 5%;",
        "a = beta(0.5, x, (1), 2);",
        "a = \xe2\x80\x9ctwo words\xe2\x80\x9d;\nb = 1;",
        "a.b = 1;\na.c = 2;\n a = { };",
    };
    static const int told[] = { 1, 1, 1, 1, 1, 1, 2 };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct faults faults = { 0 };
        cr_expect_null(libconfig_read_text(texts[i], "a.cfg", &faults));
        cr_expect_eq(faults.count, told[i], "%s: %d, %s", texts[i], faults.count,
                     said_first(&faults));
        faults_free(&faults);
    }
}

Test(libconfig, takes_texts_over_several_lines)
{
    static const char *const texts[] = {
        "a = \"x\ny\"; b = 1;",  "a = \"x\ny\", b = 1;", "a = \"x\ny\" b = 1;",
        "a = ( \"x\ny\", 1 );",  "a = [ \"x\ny\" ];",    "a = { b = \"x\ny\" };",
        "a = \"x\ny\" \"z\nu\"", "a = \"x\ny\" // c\n;", "a = \"x\ny\" b: 1;",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct faults faults = { 0 };
        struct node *root = libconfig_read_text(texts[i], "a.cfg", &faults);
        cr_expect_not_null(root, "%s: %s", texts[i], said_first(&faults));
        tree_free(root);
        faults_free(&faults);
    }
}

static char *libconfig_repeated(const char *before, const char *part, int times, const char *after)
{
    size_t length = strlen(part), start = strlen(before);
    char *text = memory_new(start + length * (size_t)times + strlen(after) + 1, 1);
    memcpy(text, before, start);
    for (size_t i = 0; i < (size_t)times; i++)
        memcpy(text + start + i * length, part, length);
    memcpy(text + start + length * (size_t)times, after, strlen(after));
    return text;
}

Test(libconfig, withstands_size, .timeout = 30)
{
    static const struct {
        const char *before, *part;
        int times;
        const char *after, *message; /* NULL: it is good */
    } texts[] = {
        { "a = ", "(", 5000, "", "nested more than 64 deep" },
        { "", "a={", 5000, "", "nested more than 64 deep" },
        { "a = ", "(", 65, "", "nested more than 64 deep" },
        { "", "a=1;", 200000, "", "more than 1024 members" },
        { "a = 1", "0", 500000, ";", "does not fit 64 bits" },
        { "a = 0.", "1", 500000, ";", NULL },
        { "a = ( 1", ", 1", 50000, " );", NULL },
        { "", "a", 128, " = 1;", NULL },
        { "", "a", 129, " = 1;", "found a name of 129 bytes, expected at most 128" },
        { "a = \"", "\\n", 100000, "\";", NULL },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct faults faults = { 0 };
        char *text =
            libconfig_repeated(texts[i].before, texts[i].part, texts[i].times, texts[i].after);
        struct node *root = libconfig_read_text(text, "a.cfg", &faults);
        cr_expect((root != NULL) == (texts[i].message == NULL), "text %zu: %s", i,
                  said_first(&faults));
        cr_expect(texts[i].message == NULL || said(&faults, "a.cfg", 1, texts[i].message),
                  "text %zu: %s", i, said_first(&faults));
        tree_free(root);
        faults_free(&faults);
        free(text);
    }
}

Test(libconfig, nests_sixty_four_deep)
{
    struct faults faults = { 0 };
    char *open = libconfig_repeated("a = ", "(", 64, ""),
         *text = libconfig_repeated(open, ")", 64, ";");
    struct node *root = libconfig_read_text(text, "a.cfg", &faults);
    cr_expect_not_null(root, "%s", said_first(&faults));
    tree_free(root);
    free(open);
    free(text);
}

Test(libconfig, reads_exactly_one_value)
{
    static const char *const bad[] = {
        "",    "1; b = 2", "1 b = 2",   "1, b = 2", "1; value = 2",   "1 }", "} a = {", "1 2",
        "\"a", "( 1",      "two words", "= 1",      "@include \"a\"", "1 /*"
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct faults faults = { 0 };
        cr_expect_null(libconfig_read_value(bad[i], "x", &faults), "took %s", bad[i]);
        cr_expect_gt(faults.count, 0);
        faults_free(&faults);
    }
    struct faults faults = { 0 };
    struct node *value = libconfig_read_value("{ a = (1, \"b\"); };", "x", &faults);
    cr_assert_not_null(value, "%s", said_first(&faults));
    cr_expect(value->name == NULL && value->parent == NULL);
    cr_expect_str_eq(tree_find(value, "a[1]")->text, "b");
    tree_free(value);
}

static struct node *libconfig_read_bytes(const char *bytes, size_t size, struct faults *faults)
{
    char path[] = "/tmp/zopa_libconfig_XXXXXX";
    int descriptor = mkstemp(path);
    cr_assert_geq(descriptor, 0);
    FILE *file = fdopen(descriptor, "wb");
    fwrite(bytes, 1, size, file);
    fclose(file);
    const char *absent = "unset";
    struct node *root = libconfig_read_file(path, &absent, faults);
    cr_expect_null(absent);
    cr_expect(root == NULL || strcmp(root->file, path) == 0);
    unlink(path);
    return root;
}

Test(libconfig, tells_a_missing_file_from_a_bad_one)
{
    struct faults faults = { 0 };
    const char *absent = NULL;
    cr_expect_null(libconfig_read_file("/nowhere/at/all.cfg", &absent, &faults));
    cr_expect_str_eq(absent, "No such file or directory");
    cr_expect_null(libconfig_read_file("/tmp", &absent, &faults));
    cr_expect_str_eq(absent, "Is a directory");
    cr_expect_eq(faults.count, 0);
    cr_expect_null(libconfig_read_bytes("a = ;", 5, &faults));
    cr_expect_eq(faults.count, 1);
    cr_expect_null(libconfig_read_bytes("a = 1;\0b = 2;", 13, &faults));
    cr_expect_eq(faults.count, 2);
    faults_free(&faults);
}

/* Opening a pipe that nobody writes to would wait for ever, and /dev/zero has no end. */
Test(libconfig, reads_regular_files_alone, .timeout = 10)
{
    char folder[] = "/tmp/zopa_libconfig_XXXXXX";
    cr_assert_not_null(mkdtemp(folder));
    char *pipe = memory_format("%s/pipe.cfg", folder);
    cr_assert_eq(mkfifo(pipe, 0600), 0);
    const char *const paths[] = { pipe, "/dev/zero", "/dev/null" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct faults faults = { 0 };
        const char *absent = NULL;
        cr_expect_null(libconfig_read_file(paths[i], &absent, &faults));
        cr_expect_str_eq(absent, "Not a regular file", "%s", paths[i]);
        cr_expect_eq(faults.count, 0);
    }
    unlink(pipe);
    rmdir(folder);
    free(pipe);
}

Test(libconfig, reads_files_up_to_a_megabyte)
{
    struct faults faults = { 0 };
    char *text = libconfig_repeated("a = 1;", " ", LIBCONFIG_BYTES - 5, "");
    cr_expect_null(libconfig_read_bytes(text, LIBCONFIG_BYTES + 1, &faults));
    cr_expect_eq(faults.count, 1, "one byte too many");
    struct node *root = libconfig_read_bytes(text, LIBCONFIG_BYTES, &faults);
    cr_expect(root != NULL && tree_count(root) == 1);
    tree_free(root);
    free(text);
    faults_free(&faults);
}
