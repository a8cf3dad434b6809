#include "engine/fault.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

static char *fault_printed(const struct faults *faults)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    faults_print(faults, out);
    fclose(out);
    return text;
}

Test(fault, prints_by_file_and_line_each_once)
{
    struct faults faults = { 0 };
    cr_expect(!faults_add(&faults, "b.cfg", 1, "third"));
    faults_add(&faults, "a.cfg", 10, "second, of %d", 3);
    faults_add(&faults, "a.cfg", 9, "first");
    faults_add(&faults, "b.cfg", 1, "third");
    faults_add(&faults, "a.cfg", 9, "first");
    char *text = fault_printed(&faults);
    cr_expect_str_eq(text, "a.cfg:9: error: first\n"
                           "a.cfg:10: error: second, of 3\n"
                           "b.cfg:1: error: third\n");
    free(text);
    faults_free(&faults);
    cr_expect_eq(faults.count, 0);
}

Test(fault, prints_nothing_for_nothing)
{
    struct faults faults = { 0 };
    char *text = fault_printed(&faults);
    cr_expect_str_eq(text, "");
    free(text);
    faults_free(&faults);
}

Test(fault, escapes_control_characters)
{
    struct faults faults = { 0 };
    faults_add(&faults, "a\n.cfg", 1, "%s", "\x1b[31mred");
    char *text = fault_printed(&faults);
    cr_expect_str_eq(text, "a\\x0a.cfg:1: error: \\x1b[31mred\n");
    free(text);
    faults_free(&faults);
}

Test(fault, holds_many_and_long)
{
    struct faults faults = { 0 };
    for (int i = 0; i < 1000; i++)
        faults_add(&faults, "a.cfg", i, "%1000d", i);
    cr_expect_eq(faults.count, 1000);
    cr_expect_eq(strlen(faults.fault[999].message), 1000);
    faults_free(&faults);
}

/* Distances by hand: a swap, an insertion, a deletion and a substitution are 1 each. */
Test(fault, suggests_the_nearest)
{
    static const char *const words[] = { "seed", "trials", "horizon", "salience", "round" };
    static const struct {
        const char *word, *nearest;
    } examples[] = {
        { "seeed", "seed" },
        { "sede", "seed" },
        { "salence", "salience" },
        { "horizno", "horizon" },
        { "trails", "trials" },
        { "roun", "round" },
        { "seed", "seed" },
        { "horizontally", NULL },
        { "xyz", NULL },
        { "", NULL },
        { "sailences", "salience" },
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const char *nearest = fault_nearest(examples[i].word, words, 5);
        if (examples[i].nearest == NULL)
            cr_expect_null(nearest, "%s: %s", examples[i].word, nearest);
        else
            cr_expect(nearest != NULL && strcmp(nearest, examples[i].nearest) == 0, "%s: %s",
                      examples[i].word, nearest == NULL ? "nothing" : nearest);
    }
}

Test(fault, suggests_the_first_of_equals_and_nothing_from_nothing)
{
    static const char *const words[] = { "bat", "cat" };
    cr_expect_str_eq(fault_nearest("hat", words, 2), "bat");
    cr_expect_null(fault_nearest("hat", words, 0));
}

Test(fault, joins_what_is_new_and_says_whose_it_is)
{
    struct faults faults = { 0 }, more = { 0 };
    faults_add(&faults, "a.cfg", 3, "old");
    faults_add(&faults, "a.cfg", 4, "not known");
    faults_add(&more, "a.cfg", 3, "old");
    faults_add(&more, "a.cfg", 4, "not known");
    faults_add(&more, "a.cfg", 3, "new");
    faults_add(&more, "b.cfg", 9, "new");
    faults_join(&faults, &more, 1, "x", "a.cfg", 4);
    cr_assert_eq(faults.count, 5);
    cr_expect_str_eq(faults.fault[2].message, "x: not known");
    cr_expect_str_eq(faults.fault[3].message, "x (a.cfg:4): new");
    cr_expect_str_eq(faults.fault[4].message, "x (a.cfg:4): new");
    cr_expect(strcmp(faults.fault[4].file, "b.cfg") == 0 && faults.fault[4].line == 9);
    faults_free(&more);
    faults_free(&faults);
}

Test(fault, writes_objects_in_the_order_of_the_text_each_once)
{
    struct faults faults = { 0 }, more = { 0 };
    char *bytes;
    size_t size;
    faults_add(&faults, "--set x=1", 1, "x: found 1");
    faults_rank(&faults, "--set x=1", 1);
    faults_add(&faults, "a.cfg", 4, "unknown key 'y'");
    faults_add(&faults, "a.cfg", 4, "unknown key 'y'");
    faults_add(&more, "a.cfg", 3, "a.b[0]: found 2");
    faults_add(&more, "b.cfg", 1, "found 3: expected 4");
    faults_join(&faults, &more, 0, "later", "a.cfg", 2);
    FILE *out = open_memstream(&bytes, &size);
    struct json json = json_start(out);
    faults_write(&faults, &json, NULL);
    fclose(out);
    cr_expect_str_eq(bytes, "[\n"
                            "  { \"file\": \"a.cfg\", \"line\": 3, \"path\": \"a.b[0]\", "
                            "\"message\": \"later: a.b[0]: found 2\" },\n"
                            "  { \"file\": \"a.cfg\", \"line\": 4, \"path\": null, "
                            "\"message\": \"unknown key 'y'\" },\n"
                            "  { \"file\": \"b.cfg\", \"line\": 1, \"path\": null, "
                            "\"message\": \"later (a.cfg:2): found 3: expected 4\" },\n"
                            "  { \"file\": \"--set x=1\", \"line\": null, \"path\": \"x\", "
                            "\"message\": \"x: found 1\" }\n"
                            "]\n");
    free(bytes);
    faults_free(&more);
    faults_free(&faults);
}
