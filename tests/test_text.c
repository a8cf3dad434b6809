#include "engine/text.h"

#include <criterion/criterion.h>
#include <stdlib.h>

Test(text, grows)
{
    struct text text = { 0 };
    for (int i = 0; i < 1000; i++)
        text_add(&text, "%03d,", i);
    cr_expect_eq(text.length, 4000);
    cr_expect_str_eq(text.bytes + 3992, "998,999,");
    free(text.bytes);
}

/* RFC 3629, sections 3, 4 and 10. */
Test(text, knows_utf8)
{
    cr_expect_eq(text_character("a"), 1);
    cr_expect_eq(text_character("\xc3\xa9"), 2);
    cr_expect_eq(text_character("\xe2\x82\xac"), 3);
    cr_expect_eq(text_character("\xf0\x9f\x95\x8a"), 4);
    cr_expect_eq(text_character("\xf4\x8f\xbf\xbf"), 4, "U+10FFFF is the last");
    static const char *const bad[] = { "\xff",
                                       "\x80",
                                       "\xc3",
                                       "\xc3(",
                                       "\xc0\x80",
                                       "\xe0\x80\xaf",
                                       "\xed\xa0\x80",
                                       "\xf4\x90\x80\x80",
                                       "\xf5\x80\x80\x80" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_eq(text_character(bad[i]), 0, "bad text %zu", i);
}

Test(text, shows_nothing_that_could_drive_a_terminal)
{
    char *shown = text_printable("a\x1b[2J\n\xc2\x9b\xff\xc3\xa9\xc2");
    cr_expect_str_eq(shown, "a\\x1b[2J\\x0a\\xc2\\x9b\\xff\xc3\xa9\\xc2");
    free(shown);
}

Test(text, cuts_between_characters)
{
    char long_text[101];
    for (int i = 0; i < 100; i += 2) {
        long_text[i + 1 - 1] = '\xc3';
        long_text[i + 1] = '\xa9';
    }
    long_text[100] = '\0';
    char *excerpt = text_excerpt(long_text + 1, 99);
    cr_expect_eq(text_character(excerpt + 1), 2);
    cr_expect_eq(strlen(excerpt), 71 + 3, "the 36th whole character would end at 73");
    free(excerpt);
    excerpt = text_excerpt("short, and more", 5);
    cr_expect_str_eq(excerpt, "short");
    free(excerpt);
}

/* Widths from Unicode's EastAsianWidth.txt (W, F: 2) and general categories (Mn: 0). */
Test(text, columns)
{
    static const struct {
        const char *text;
        int columns;
    } cases[] = {
        { "", 0 },
        { "plain", 5 },
        { "caf\xc3\xa9", 4 },
        { "e\xcc\x81tat", 4 },                     /* a combining acute accent */
        { "\xe4\xbc\x9a\xe8\xad\xb0", 4 },         /* two ideographs */
        { "\xed\x95\x9c", 2 },                     /* a Hangul syllable */
        { "\xef\xbc\xa1", 2 },                     /* a full-width A */
        { "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2", 4 }, /* Cyrillic */
        { "\xf0\x9f\x95\x8a", 2 },                 /* a pictograph */
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        cr_expect(text_columns(cases[k].text, strlen(cases[k].text)) == cases[k].columns, "%zu", k);
    cr_expect(text_columns("abc", 2) == 2);
}
