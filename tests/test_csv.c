#include "engine/csv.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/said.h"

static struct faults faults;
static struct csv csv;

static void leave(void)
{
    csv_free(&csv);
    faults_free(&faults);
}

TestSuite(csv, .fini = leave);

static bool read_bytes(const char *text, size_t size)
{
    csv_free(&csv);
    faults_free(&faults);
    return csv_read(&csv, text, size, "t.csv", &faults);
}

/* The table as one text: cells between bars, rows between slashes. */
static void expect_table(const char *text, const char *expected)
{
    char found[256] = "";
    cr_expect(read_bytes(text, strlen(text)), "%s: %s", text, said_first(&faults));
    for (int row = 0; row < csv.rows; row++)
        for (int cell = 0; cell < csv.row[row].cells; cell++) {
            strcat(found, cell > 0 ? "|" : row > 0 ? "/" : "");
            strcat(found, csv.row[row].cell[cell]);
        }
    cr_expect_str_eq(found, expected, "%s: %s, not %s", text, found, expected);
}

static void expect_fault(const char *text, int line, const char *part)
{
    cr_expect_not(read_bytes(text, strlen(text)), "%s", text);
    cr_expect(said(&faults, "t.csv", line, part), "%s: %s", text, said_first(&faults));
    cr_expect_eq(faults.count, 1, "%s: %d faults", text, faults.count);
}

/* RFC 4180, section 2, its seven rules; the examples are its own. */
Test(csv, the_rules_of_rfc_4180)
{
    expect_table("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", "aaa|bbb|ccc/zzz|yyy|xxx");
    expect_table("aaa,bbb,ccc\r\nzzz,yyy,xxx", "aaa|bbb|ccc/zzz|yyy|xxx");
    expect_table("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa|bbb|ccc/zzz|yyy|xxx");
    expect_table("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa|b\nbb|ccc/zzz|yyy|xxx");
    expect_table("\"aaa\",\"b\"\"bb\",\"ccc\"", "aaa|b\"bb|ccc");
}

Test(csv, quotation_marks_hide_what_divides)
{
    expect_table("\"a,b\",c", "a,b|c");
    expect_table("\"a\nb\",c\nd,e", "a\nb|c/d|e");
    expect_table("\"\",b\n\"\"\"\",d", "|b/\"|d");
    expect_table("\" a \",b", " a |b");
    expect_table("a , \"b\" ,c", "a|b|c");
    expect_table("\"a;b\";\"c,d\"\n1;2", "a;b|c,d/1|2");
    expect_table("\"#a\",b", "#a|b");
}

Test(csv, lines_end_in_every_way)
{
    expect_table("a,b\nc,d\n", "a|b/c|d");
    expect_table("a,b\rc,d\r", "a|b/c|d");
    expect_table("a,b\r\n\r\n\r\nc,d", "a|b/c|d");
}

Test(csv, what_says_nothing_is_passed_over)
{
    expect_table("# by hand, 2024\na,b\n\n   \n,,\n#c,d\ne,f\n", "a|b/e|f");
    expect_table("\xef\xbb\xbf\"a\",b", "a|b");
    expect_table("", "");
    expect_table("\n\n", "");
}

Test(csv, cells_that_are_empty_stay)
{
    expect_table("a,,c,\n,b", "a||c|/|b");
    cr_expect_str_eq(csv_cell(&csv.row[0], 3), "");
    cr_expect_str_eq(csv_cell(&csv.row[0], 9), "");
}

/* Semicolons with decimal commas, as spreadsheets of much of Europe write them; a KTAB table whose
 * title holds a semicolon. */
Test(csv, what_separates_cells_is_seen)
{
    expect_table("a;b;c\n0,1;0,2;0,3", "a|b|c/0,1|0,2|0,3");
    expect_table("a\tb c\tc\n1\t2,5\t\n", "a|b c|c/1|2,5|");
    expect_table("scen; 2,x; y,3,2\na,b,c\n", "scen; 2|x; y|3|2/a|b|c");
    expect_table("# x;y;z\na,b\n", "a|b");
    expect_table("alone\nbeside", "alone/beside");
}

Test(csv, rows_know_their_line)
{
    expect_table("#\n\"a\nb\",c\n\nd,e", "a\nb|c/d|e");
    cr_expect_eq(csv.row[0].line, 2);
    cr_expect_eq(csv.row[1].line, 5);
}

Test(csv, quotation_marks_gone_wrong)
{
    expect_fault("a,b\nc,\"d\n\ne", 2, "without its end");
    expect_fault("a,b\n\"c\"d,e", 2, "behind the quotation mark");
    expect_fault("a,b\nc \"d\" e,f", 2, "inside a cell");
    expect_fault("a,\"", 1, "without its end");
    cr_expect_not(read_bytes("a,\"b\"c\nd\"e,f", 12));
    cr_expect(said(&faults, "t.csv", 1, "behind") && said(&faults, "t.csv", 2, "inside"));
}

Test(csv, what_is_no_text)
{
    expect_fault("a\nZ\xfcrich", 2, "0xfc");
    expect_fault("a,b\r\nc\x07", 2, "0x07");
    expect_fault("\x7f"
                 "ELF",
                 1, "0x7f");
    cr_expect_not(read_bytes("\xff\xfe"
                             "a\0",
                             4));
    cr_expect(said(&faults, "t.csv", 1, "UTF-16"));
    cr_expect_not(read_bytes("a\n\0b", 4));
    cr_expect(said(&faults, "t.csv", 2, "0x00"));
    cr_expect_eq(csv.rows, 0);
}

Test(csv, numbers)
{
    double value = 0;
    cr_expect(csv_number("0.8", false, &value) && value == 0.8);
    cr_expect(csv_number("-1e3", false, &value) && value == -1000);
    cr_expect(csv_number("0,8", true, &value) && value == 0.8);
    cr_expect(csv_number("0.8", true, &value) && value == 0.8);
    static const char *const wrong[] = { "", "x", "1 2", "nan", "1e999", "0x10", "80%", "inf" };
    for (size_t index = 0; index < sizeof wrong / sizeof *wrong; index++)
        cr_expect_not(csv_number(wrong[index], true, &value), "%s", wrong[index]);
    cr_expect_not(csv_number("0,8", false, &value));
    cr_expect_not(csv_number("1,234.5", true, &value));
    cr_expect_not(csv_number("1,234,5", true, &value));
}
