#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/bench_parse.h"

/* By hand: our solver takes 10 and 20 ns where the rivals take 100 and 50. */
#define ROW(by, start, rival, ns, gap, failures)                                                   \
    "{\"aim\":\"nash\",\"by\":\"" by "\",\"start\":\"" start                                       \
    "\",\"size\":\"n2k4\",\"rival\":" rival ",\"ns\":{\"least\":" ns ",\"median\":" ns             \
    "},\"iterations\":null,\"gap\":" gap ",\"failures\":" failures                                 \
    ",\"baseline\":null,\"ratio\":null}"
#define STORED(rows) "{\n\"schema\": \"zopa.bench/1\", \"solvers\": [" rows "], \"engine\": []\n}\n"
#define RIVALS                                                                                     \
    "," ROW("slow", "cold", "true", "100", "0", "0") "," ROW("good", "cold", "true", "50", "0", "0")
#define BOTH(ns, gap, failures)                                                                    \
    STORED(ROW("ours", "cold", "false", ns, gap, failures) "," ROW("ours", "warm", "false", "10",  \
                                                                   "1e-11", "0") RIVALS)

/* How many regressions `now` has against `then`; what is said of them goes to `said`. */
static int stored_verdict(const char *now, const char *then, char **said)
{
    struct node *tree[2];
    struct bench_rows rows[2] = { { 0 }, { 0 } };
    struct faults faults = { 0 };
    const struct names words = { 0 };
    size_t size;
    cr_assert(bench_stored_read(now, "now.json", &tree[0], &rows[0], &faults));
    cr_assert(bench_stored_read(then, "then.json", &tree[1], &rows[1], &faults));
    FILE *out = open_memstream(said, &size);
    int worse = bench_stored_check(&rows[0], &rows[1], &words, 1.5, out);
    fclose(out);
    for (int k = 0; k < 2; k++) {
        free(rows[k].row);
        tree_free(tree[k]);
    }
    return worse;
}

static void stored_expect(const char *now, const char *then, int worse, const char *word)
{
    char *said;
    int found = stored_verdict(now, then, &said);
    cr_expect(found == worse, "%d regressions, expected %d:\n%s", found, worse, said);
    cr_expect(strstr(said, word) != NULL, "found '%s', expected '%s'", said, word);
    free(said);
}

Test(bench_stored, holds_against_itself_and_better)
{
    const char *then = BOTH("20", "1e-11", "0");
    stored_expect(then, then, 0, "");
    stored_expect(BOTH("2", "1e-13", "0"), then, 0, "");
    stored_expect(BOTH("29", "1e-11", "0"), then, 0, "");
}

Test(bench_stored, tells_what_is_worse)
{
    const char *then = BOTH("20", "1e-11", "0");
    stored_expect(BOTH("31", "1e-11", "0"), then, 1, "1.61 times as fast as good, was 2.5 times");
    stored_expect(BOTH("20", "1e-11", "1"), then, 1, "1 failures, were 0");
    stored_expect(BOTH("20", "2e-9", "0"), then, 1, "a gap of 2e-09, was 1e-11");
    stored_expect(BOTH("20", "null", "0"), then, 1, "a gap of nan");
    stored_expect(BOTH("99", "1", "9"), then, 3, "");
    stored_expect(STORED(ROW("ours", "cold", "false", "20", "0", "0") RIVALS), then, 1,
                  "nash by ours, warm, n2k4: it is no longer there");
}

/* A machine that is ten times as slow in all, or has fewer rivals, is no regression. */
Test(bench_stored, compares_with_rivals_alone)
{
    const char *then = BOTH("20", "1e-11", "0");
    stored_expect(STORED(ROW("ours", "cold", "false", "200", "0",
                             "0") "," ROW("ours", "warm", "false", "100", "0",
                                          "0") "," ROW("good", "cold", "true", "500", "0", "0")),
                  then, 0, "");
    stored_expect(STORED(ROW("ours", "cold", "false", "20", "0",
                             "0") "," ROW("ours", "warm", "false", "10", "0",
                                          "0") "," ROW("slow", "cold", "true", "100", "0", "0")),
                  then, 0, "");
    stored_expect(STORED(ROW("ours", "cold", "false", "2000", "0",
                             "0") "," ROW("ours", "warm", "false", "1000", "0", "0")),
                  then, 0, "");
}

static void stored_fault(const char *text, int line, const char *word)
{
    struct node *tree = NULL;
    struct bench_rows rows = { 0 };
    struct faults faults = { 0 };
    cr_assert_not(bench_stored_read(text, "a.json", &tree, &rows, &faults), "%s", text);
    cr_assert(faults.count == 1);
    cr_expect(faults.fault[0].line == line && strstr(faults.fault[0].message, word) != NULL,
              "line %d: %s", faults.fault[0].line, faults.fault[0].message);
    faults_free(&faults);
    free(rows.row);
    tree_free(tree);
}

Test(bench_stored, refuses_what_is_none)
{
    stored_fault("", 1, "expected a value");
    stored_fault("[]", 1, "zopa.bench/1");
    stored_fault("{ \"schema\": \"zopa.summary/1\" }", 1, "found zopa.summary/1");
    stored_fault("{ \"schema\": \"zopa.bench/1\" }", 1, "expected `solvers`");
    stored_fault(STORED("3"), 2, "incomplete row");
    stored_fault(STORED(ROW("ours", "cold", "false", "-1", "0", "0")), 2, "incomplete row");
    stored_fault("{\n\"a\": 1,\n\"b\"\n}", 4, "expected ':'");
    stored_fault("{ \"a\": 1 } x", 1, "expected nothing more");
    stored_fault("{ \"a\": [1, null] }", 1, "other than null");
    stored_fault("{ \"a\": \"open", 1, "rest of a text");
    stored_fault("{ \"a\": [1, }", 1, "expected a value");
    stored_fault("[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", 1, "less depth");
    stored_fault("nul", 1, "expected a value");
    stored_fault("{ \"a\": 1, \"a\": 2 }", 1, "name of its own");
}

/* By hand, from RFC 8259. */
Test(bench_stored, reads_json)
{
    struct faults faults = { 0 };
    struct node *tree = bench_parse(
        " {\"a\": [1, -2.5e1, \"x\\\"\\\\y\"], \"b\": {}, \"c\": true, \"d\": null, \"e\": [] } ",
        "a.json", &faults);
    cr_assert_not_null(tree);
    cr_expect(tree_find(tree, "a.0")->real == 1 && tree_find(tree, "a.1")->real == -25);
    cr_expect_str_eq(tree_find(tree, "a.2")->text, "x\"\\y");
    cr_expect(tree_find(tree, "b")->kind == NODE_GROUP && tree_find(tree, "c")->flag);
    cr_expect_null(tree_find(tree, "d"));
    cr_expect(tree_count(tree_find(tree, "e")) == 0);
    tree_free(tree);
}
