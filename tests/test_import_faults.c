#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/import.h"
#include "engine/scenario.h"
#include "tests/said.h"

static struct import_table table;
static struct faults faults;

static void leave(void)
{
    import_free(&table);
    faults_free(&faults);
}

TestSuite(import_faults, .fini = leave);

static bool read_text(const char *text)
{
    char *misuse = NULL;
    import_free(&table);
    faults_free(&faults);
    bool good = import_read(&table, text, strlen(text), "t.csv", &faults) &&
                import_scale(&table, NULL, &faults, &misuse) &&
                import_contend(&table, NULL, &faults, &misuse);
    cr_expect_null(misuse);
    return good;
}

static void expect_fault(const char *text, int line, const char *part)
{
    cr_expect_not(read_text(text), "%s", text);
    cr_expect(said(&faults, "t.csv", line, part), "%s: %s", text, said_first(&faults));
    cr_expect_eq(faults.count, 1, "%s: %d faults", text, faults.count);
}

Test(import_faults, of_headers)
{
    expect_fault("", 1, "found no table");
    expect_fault("A,1,2,3\nB,2,3,4\n", 1, "begins with 'A', expected a header");
    expect_fault("actor,power,position\nA,1,2\n", 1, "found no column 'salience'");
    expect_fault("actor,power,position,Saliance\nA,1,2,3\n", 1,
                 "column 'Saliance': found an unknown header, did you mean 'salience'?");
    expect_fault("actor,power,position,salience,clout\nA,1,2,3,4\n", 1,
                 "column 'clout': found a second column like 'power'");
    expect_fault("actor,power,a position,a salience,A Position\n", 1, "second column");
    expect_fault("actor,power,a position,a salience,P2 position,P2 salience,P3 position\n", 1,
                 "column 'P3 position': found no salience column for it, expected one headed 'P3 "
                 "salience'");
}

/* Every fault of the cells at once, by line and column. */
Test(import_faults, of_cells)
{
    static const struct {
        int line;
        const char *part;
    } expected[] = {
        { 2, "column 'Power': found 'ten', expected a number above 0" },
        { 3, "column 'Position': found nothing, expected a number" },
        { 4, "column 'Power': found 'NaN'" },
        { 5, "column 'Power': found '1e999'" },
        { 5, "column 'Salience': found '-0.8', expected a salience" },
        { 6, "column 'Actor': found 'a' again, expected it once: line 2 has it" },
        { 7, "column 'Actor': found nothing, expected the name" },
        { 8, "column 'Power': found '0'" },
        { 8, "column 'Salience': found '101'" },
        { 9, "found 5 cells, expected at most 4" },
        { 10, "column 'Position': found '1,5', expected a number up to 1e15 with a decimal point" },
    };
    cr_expect_not(read_text("Actor,Power,Position,Salience\nA,ten,4,0.8\nB,0.08,,0.4\nC,NaN,4,0.2\n"
                            "D,1e999,4,-0.8\na,0.16,10,0.6\n,0.16,10,0.6\nF,0,10,101\nG,1,1,1,1\n"
                            "H,1,\"1,5\",1\n"));
    int count = (int)(sizeof expected / sizeof *expected);
    for (int index = 0; index < count; index++)
        cr_expect(said(&faults, "t.csv", expected[index].line, expected[index].part), "%s",
                  expected[index].part);
    cr_expect_eq(faults.count, count);
}

Test(import_faults, of_long_tables)
{
    static const char head[] = "issue,actor,power,position,salience\nx,A,1,2,3\n";
    char text[256];
    static const struct {
        const char *row, *part;
    } cases[] = {
        { "X,a,1,2,3\n",
          "column 'issue': found 'x' of 'A' again, expected it once: line 2 has it" },
        { "y,A,2,2,3\n",
          "column 'power': found '2', expected the capability that 'A' has in line 2" },
        { ",B,1,2,3\n", "column 'issue': found nothing" },
        { "x,B,1,,\n", "column 'salience': found nothing" },
    };
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        snprintf(text, sizeof text, "%s%s", head, cases[index].row);
        cr_expect_not(read_text(text));
        cr_expect(said(&faults, "t.csv", 3, cases[index].part), "%s: %s", text,
                  said_first(&faults));
    }
}

Test(import_faults, of_the_whole)
{
    expect_fault("actor,power,position,salience\n", 1, "found 0 actors, expected at least two");
    expect_fault("actor,power,position,salience\nA,1,2,3\n", 1, "found 1 actor, expected");
    expect_fault("actor,power,position,salience\nA,1,2,3\nB,1,2,4\n", 1,
                 "column 'position': found all who carry weight at one position");
    expect_fault("actor,power,position,salience\nA,1,2,3\nB,1,3,0\n", 3,
                 "found no salience above 0 for 'B'");
    expect_fault("actor,power,a pos,a sal,b pos,b sal\nA,1,2,3,1,0\nB,1,4,3,2,0\n", 1,
                 "found no salience above 0 on 'b'");
    expect_fault("actor,power,position,salience\nA,1,2,3\nB,\"1", 3, "without its end");
}

/* A scenario holds 64 actors, one of them the mediator, and 32 issues. */
Test(import_faults, of_size)
{
    struct text text = { 0 };
    text_add(&text, "actor,power,position,salience\n");
    for (int index = 1; index <= 63; index++)
        text_add(&text, "a%d,1,%d,1\n", index, index);
    cr_expect(read_text(text.bytes), "%s", said_first(&faults));
    text_add(&text, "a64,1,64,1\na65,1,65,1\n");
    expect_fault(text.bytes, 65, "found more than 63 actors");
    text.length = 0;
    text_add(&text, "issue,actor,power,position,salience\n");
    for (int index = 1; index <= 33; index++)
        text_add(&text, "i%d,A,1,1,1\ni%d,B,1,2,1\n", index, index);
    expect_fault(text.bytes, 1, "found more than 32 issues");
    text.length = 0;
    text_add(&text, "actor,power,position,salience\n");
    for (int index = 1; index <= 2018; index++)
        text_add(&text, ",1,1,1\n");
    expect_fault(text.bytes, 2019, "found more than 2016 rows");
    text.length = 0;
    text_add(&text, "actor,power,position,salience");
    for (int index = 4; index < 257; index++)
        text_add(&text, ",");
    expect_fault(text.bytes, 1, "found 257 cells, expected at most 256");
    char *large = calloc(IMPORT_BYTES + 2, 1);
    memset(large, 'a', IMPORT_BYTES + 1);
    expect_fault(large, 1, "found more than 1 MiB");
    free(large);
    free(text.bytes);
}

/* What is written is a scenario: with 63 actors and 32 issues, names that need escapes, and numbers
 * that read back as the same bits. */
Test(import_faults, none_in_what_is_written)
{
    struct text text = { 0 };
    char *written;
    size_t size;
    text_add(&text, "actor,power");
    for (int issue = 0; issue < 32; issue++)
        text_add(&text, ",i%d pos,i%d sal", issue, issue);
    for (int actor = 0; actor < 63; actor++) {
        text_add(&text, "\n\"\"\"a\\%d\"\"\n(x)\",%d.1", actor, actor + 1);
        for (int issue = 0; issue < 32; issue++)
            text_add(&text, ",%d.7,0.3", (actor * 7 + issue * 3) % 97);
    }
    cr_assert(read_text(text.bytes), "%s", said_first(&faults));
    FILE *out = open_memstream(&written, &size);
    import_write(&table, "large", "large.cfg", out);
    fclose(out);
    struct scenario *scenario = scenario_from_text(written, "written", &faults);
    cr_assert_not_null(scenario, "%s", said_first(&faults));
    cr_expect_str_eq(scenario->game.actor[1].title, "\"a\\1\" (x)");
    cr_expect_eq(scenario->game.actor[1].position[2].ideal.expected, 0.137);
    cr_expect_eq(scenario->game.actor[2].capability.expected, 3.1);
    scenario_free(scenario);
    free(written);
    free(text.bytes);
}
