#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/page.h"

/* A page in memory, and what it came to. */
struct paper {
    char *bytes;
    size_t size;
    struct page page;
};

static void page_take(struct paper *paper, int width)
{
    paper->page =
        (struct page){ .out = open_memstream(&paper->bytes, &paper->size), .width = width };
}

static void page_expect(struct paper *paper, const char *expected)
{
    fclose(paper->page.out);
    cr_expect_str_eq(paper->bytes, expected);
    free(paper->bytes);
}

/* Eighths of a block: 1/2 of 4 columns are 2 blocks, 1/64 of 8 is an eighth of one. */
Test(page, bars)
{
    static const struct {
        double share;
        int width;
        bool utf8;
        const char *expected;
    } cases[] = {
        { 0.5, 4, true, "██" },  { 1.0 / 64, 8, true, "▏" }, { 1, 3, true, "███" },
        { 0.5, 4, false, "##" }, { 0, 9, true, "" },         { 0.01, 10, false, "" },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        char *bytes;
        size_t size;
        struct page page = { .out = open_memstream(&bytes, &size),
                             .terminal = { .utf8 = cases[k].utf8 } };
        page_bar(&page, cases[k].width, cases[k].share);
        fclose(page.out);
        cr_expect(strcmp(bytes, cases[k].expected) == 0, "%zu: %s", k, bytes);
        free(bytes);
    }
}

Test(page, counts_and_cells)
{
    char *bytes;
    size_t size;
    struct page page = { .out = open_memstream(&bytes, &size) };
    page_count(&page, 0, 1234567);
    page_count(&page, 6, 999);
    page_cell(&page, 5, "abcdefgh");
    page_cell(&page, 4, "\xc3\xa9");
    page_count(&page, 0, 0);
    fclose(page.out);
    cr_expect(strcmp(bytes, "1,234,567   999abc..?   0") == 0, "%s", bytes);
    free(bytes);
}

/* However little room there is for it, a figure has a blank before it. */
Test(page, columns_never_touch)
{
    struct paper paper;
    page_take(&paper, 0);
    page_share(&paper.page, 6, 1);
    page_interval(&paper.page, 12, (struct interval){ 1, 1 });
    page_number(&paper.page, 4, 3, -12.5);
    page_count(&paper.page, 3, 1000000);
    page_count(&paper.page, 0, 7);
    page_expect(&paper, " 100.0% 100.0-100.0% -12 1,000,0007");
}

Test(page, no_negative_zero)
{
    struct paper paper;
    page_take(&paper, 0);
    page_number(&paper.page, 7, 3, -0.0001);
    page_number(&paper.page, 7, 3, -0.0);
    page_number(&paper.page, 7, 3, -0.001);
    page_number(&paper.page, 7, 3, NAN);
    page_difference(&paper.page, 0, 2, -0.00001, (struct interval){ -0.00004, -0.0001 });
    page_difference(&paper.page, 0, 1, NAN, (struct interval){ NAN, NAN });
    page_expect(&paper, "  0.000  0.000 -0.001      -+0.00 [+0.00, -0.01]-");
}

Test(page, running_text_is_broken_between_words)
{
    struct paper paper;
    page_take(&paper, 20);
    page_flow(&paper.page, 0, "notes");
    page_flow(&paper.page, 4, "= a text\nwith a line feed\tand \x1b[m");
    page_flow_end(&paper.page);
    page_paragraph(&paper.page, 2, "antidisestablishmentarianism et al.");
    page_expect(&paper, "notes = a text with\n    a line feed and\n    \\x1b[m\n"
                        "  antidisestablishme\n  ntarianism et al.\n");
}

Test(page, items_hang_behind_their_terms)
{
    struct paper paper;
    page_take(&paper, 24);
    page_item(&paper.page, 8, "  -n", "how many trials to play");
    page_item(&paper.page, 8, "  --too-long", "a flag");
    paper.page.terminal.utf8 = true;
    page_item(&paper.page, 8, "  \xc3\xa9tat", "exact");
    page_expect(&paper, "  -n    how many trials\n        to play\n"
                        "  --too-long\n        a flag\n  \xc3\xa9tat  exact\n");
}

Test(page, is_80_columns_wide_where_there_is_no_terminal)
{
    struct paper paper;
    page_take(&paper, 0);
    cr_expect(page_plain(paper.page.out).width == 80);
    page_expect(&paper, "");
}

/* Letters of double width end a line of 10 columns after 5 of them. */
Test(page, words_wider_than_a_line_are_broken)
{
    struct paper paper;
    page_take(&paper, 10);
    paper.page.terminal.utf8 = true;
    page_flow(&paper.page, 0, "a");
    page_flow(&paper.page, 2, "bcdefghijklmno \xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a");
    page_flow_end(&paper.page);
    page_paragraph(&paper.page, 0,
                   "\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a");
    page_expect(&paper,
                "a bcdefghi\n  jklmno\n  \xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\n"
                "\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\xe4\xbc\x9a\n\xe4\xbc\x9a\n");
}

Test(page, wide_labels_have_lines_of_their_own)
{
    struct paper paper;
    page_take(&paper, 0);
    page_label(&paper.page, 2, 8, "exact.");
    page_count(&paper.page, 4, 1);
    page_end_line(&paper.page);
    page_label(&paper.page, 2, 8, "longer.");
    page_count(&paper.page, 4, 2);
    page_end_line(&paper.page);
    page_expect(&paper, "  exact.   1\n  longer.\n           2\n");
}

Test(page, headings_that_are_too_wide_are_broken)
{
    struct paper paper;
    page_take(&paper, 20);
    page_heading(&paper.page, "%-12s%8s", "fits", "as it is");
    page_heading(&paper.page, "%s", "this one is broken between words");
    page_expect(&paper, "\nfits        as it is\n\nthis one is broken\nbetween words\n");
}
