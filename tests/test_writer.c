#include "engine/writer.h"

#include <criterion/criterion.h>
#include <float.h>
#include <stdint.h>
#include <stdlib.h>

#include "engine/libconfig.h"
#include "engine/memory.h"
#include "tests/said.h"

static bool writer_same(const struct node *a, const struct node *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    bool name =
        a->name == NULL ? b->name == NULL : b->name != NULL && strcmp(a->name, b->name) == 0;
    bool text =
        a->text == NULL ? b->text == NULL : b->text != NULL && strcmp(a->text, b->text) == 0;
    return name && text && a->kind == b->kind && a->integer == b->integer && a->flag == b->flag &&
           memcmp(&a->real, &b->real, sizeof a->real) == 0 && writer_same(a->first, b->first) &&
           (a->parent == NULL || writer_same(a->next, b->next));
}

/* Write, read, equal; and written again, the same bytes. */
static void writer_expect_round_trip(const struct node *root)
{
    struct faults faults = { 0 };
    char *text = writer_text(root);
    struct node *again = libconfig_read_text(text, "again", &faults);
    cr_assert_not_null(again, "%s in\n%s", said_first(&faults), text);
    cr_expect(writer_same(root, again), "%s", text);
    char *twice = writer_text(again);
    cr_expect_str_eq(twice, text);
    free(twice);
    free(text);
    tree_free(again);
}

static struct node *writer_list(struct node *root, const char *name)
{
    struct node *list = tree_node(NODE_LIST, name, "a.cfg", 1);
    tree_append(root, list);
    return list;
}

static void writer_add_number(struct node *list, enum node_kind kind, long long integer,
                              double real)
{
    struct node *node = tree_node(kind, NULL, "a.cfg", 1);
    node->integer = integer;
    node->real = real;
    tree_append(list, node);
}

Test(writer, keeps_numbers_to_the_bit)
{
    static const double reals[] = { 0.0,       -0.0,        1.0,           -1.0,        0.1,
                                    1.0 / 3.0, 1e300,       5e-324,        1e-5,        1e15,
                                    1e16,      1e17,        1e22,          DBL_MAX,     -DBL_MAX,
                                    DBL_MIN,   DBL_EPSILON, 123456789.125, 2147483648.0 };
    static const long long integers[] = { 0,          -1,          2147483647, -2147483647,
                                          2147483648, -2147483648, INT64_MAX,  INT64_MIN };
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1);
    struct node *list = writer_list(root, "reals");
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++)
        writer_add_number(list, NODE_REAL, 0, reals[i]);
    list = writer_list(root, "integers");
    for (size_t i = 0; i < sizeof integers / sizeof *integers; i++)
        writer_add_number(list, NODE_INTEGER, integers[i], (double)integers[i]);
    writer_expect_round_trip(root);
    tree_free(root);
}

/* Knuth's MMIX generator gives the bits. */
Test(writer, keeps_any_bits)
{
    uint64_t bits = 7;
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1), *list = writer_list(root, "a");
    for (int i = 0; i < 5000; i++) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        double real;
        memcpy(&real, &bits, sizeof real);
        if (real - real == 0)
            writer_add_number(list, NODE_REAL, 0, real);
    }
    writer_expect_round_trip(root);
    tree_free(root);
}

Test(writer, keeps_any_text)
{
    static const char *const texts[] = { "",
                                         "plain",
                                         "\"",
                                         "\\",
                                         "\\n",
                                         "\n\r\t\f",
                                         "\a\b\v\x1b\x7f",
                                         "\001a",
                                         "// no comment",
                                         "/*",
                                         "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x95\x8a",
                                         "\xc2\x9b",
                                         "\xc2\xa0",
                                         "a\\\"b\\\\",
                                         "@include \"x\"",
                                         "3000000000" };
    struct node *root = tree_node(NODE_GROUP, NULL, "a.cfg", 1), *list = writer_list(root, "texts");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        tree_append(list, tree_node(NODE_TEXT, NULL, "a.cfg", 1));
        list->last->text = memory_text(texts[i]);
    }
    writer_expect_round_trip(root);
    tree_free(root);
}

Test(writer, keeps_shapes)
{
    static const char *const texts[] = {
        "",
        "a = { };",
        "a = ( );",
        "a = ( ( ), { }, ( ( 1 ) ), 2, ( { b = ( ); } ) );",
        "z = 1; a = 2; m = { z = 1; a = { y = true; b = FALSE; }; };",
        "a = { dist = \"beta\"; a = 120.0; b = 4; };",
        "a = { dist = \"discrete\"; values = (0, 0.5, 1.0); weights = [1, 2, 3]; };",
        "a = { dist = \"odd\"; inner = { dist = \"in\"; }; other = { x = 1; }; };",
        "*a-b_9 = ( \"x\", { name = \"y\"; } );",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct faults faults = { 0 };
        struct node *root = libconfig_read_text(texts[i], "a.cfg", &faults);
        cr_assert_not_null(root, "%s", said_first(&faults));
        writer_expect_round_trip(root);
        tree_free(root);
    }
}

static const char writer_sample[] = "name = \"x\"; run = { seed = 1; };\n"
                                    "cost = { dist = \"uniform\"; min = 0.0;\nmax = 1.0; };\n"
                                    "l = ( \"a\",\n{ rho = 0.5; } );";

static char *writer_written(const char *text, bool origin)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(text, "a\n.cfg", &faults);
    char *written = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&written, &size);
    writer_scenario(root, origin, out);
    fclose(out);
    tree_free(root);
    return written;
}

Test(writer, indents)
{
    char *written = writer_written(writer_sample, false);
    cr_expect_str_eq(written, "name = \"x\";\n"
                              "run = {\n"
                              "    seed = 1;\n"
                              "};\n"
                              "cost = { dist = \"uniform\"; min = 0.0; max = 1.0; };\n"
                              "l = (\n"
                              "    \"a\",\n"
                              "    {\n"
                              "        rho = 0.5;\n"
                              "    }\n"
                              ");\n");
    free(written);
}

Test(writer, names_origins)
{
    char *written = writer_written(writer_sample, true);
    cr_expect_str_eq(written, "name = \"x\";  // a\\x0a.cfg:1\n"
                              "run = {\n"
                              "    seed = 1;  // a\\x0a.cfg:1\n"
                              "};\n"
                              "cost = {\n"
                              "    dist = \"uniform\";  // a\\x0a.cfg:2\n"
                              "    min = 0.0;  // a\\x0a.cfg:2\n"
                              "    max = 1.0;  // a\\x0a.cfg:3\n"
                              "};\n"
                              "l = (\n"
                              "    \"a\",  // a\\x0a.cfg:4\n"
                              "    {\n"
                              "        rho = 0.5;  // a\\x0a.cfg:5\n"
                              "    }\n"
                              ");\n");
    char *plain = writer_written(writer_sample, false), *again = writer_written(written, false);
    cr_expect_str_eq(again, plain, "origins are comments");
    free(again);
    free(plain);
    free(written);
}
