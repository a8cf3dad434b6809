#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/options.h"
#include "models/block.h"

enum { WORDS = 8 };

static bool options_read(struct options *options, const char *verb, const char *const *words)
{
    static char text[WORDS][64];
    static char *arguments[WORDS];
    int count = 0;
    for (; words[count] != NULL; count++)
        arguments[count] = strcpy(text[count], words[count]);
    return options_parse(options, verb, count, arguments);
}

Test(options, start_from_nothing_given)
{
    struct options options;
    cr_assert(options_read(&options, "run", (const char *const[]){ "a.cfg", "b.cfg", NULL }));
    cr_expect(options.arguments == 2 && strcmp(options.argument[1], "b.cfg") == 0);
    cr_expect(options.trials == -1 && options.seed == -1 && options.horizon == -1);
    cr_expect(options.threads == 0 && options.lanes == LANES && options.sets == 0);
    cr_expect(!options.json && !options.quiet && options.color == COLOR_AUTO);
    options_free(&options);
}

Test(options, read_every_form)
{
    struct options options;
    cr_assert(options_read(
        &options, "run",
        (const char *const[]){ "-qn5", "--seed", "0", "-j", "3", "--color=never", "x.cfg", NULL }));
    cr_expect(options.quiet && options.trials == 5 && options.seed == 0 && options.threads == 3);
    cr_expect(options.color == COLOR_NEVER && options.arguments == 1);
    options_free(&options);
    cr_assert(options_read(&options, "run",
                           (const char *const[]){ "-s", "a=1", "--set=b=2", "--seed",
                                                  "9223372036854775807", "--", "--json", NULL }));
    cr_expect_null(options.variant);
    cr_expect(options.sets == 2 && strcmp(options.set[1], "b=2") == 0 && !options.json);
    cr_expect(options.seed == 9223372036854775807 && strcmp(options.argument[0], "--json") == 0);
    options_free(&options);
}

Test(options, keep_the_last_of_a_text)
{
    struct options options;
    cr_assert(
        options_read(&options, "show",
                     (const char *const[]){ "--variant=a", "x.cfg", "--variant", "b c", NULL }));
    cr_expect_str_eq(options.variant, "b c");
    cr_expect(options.arguments == 1);
    options_free(&options);
    cr_expect(!options_read(&options, "show", (const char *const[]){ "x.cfg", "--variant", NULL }));
    options_free(&options);
}

Test(options, read_texts)
{
    struct options options;
    cr_assert(options_read(&options, "import", (const char *const[]){ "t.csv", NULL }));
    cr_expect(options.out == NULL && options.between == NULL && options.scale == NULL);
    options_free(&options);
    cr_assert(options_read(
        &options, "import",
        (const char *const[]){ "-o", "-", "--between=A,B", "--scale", "-1:1", "t.csv", NULL }));
    cr_expect_str_eq(options.out, "-");
    cr_expect_str_eq(options.between, "A,B");
    cr_expect_str_eq(options.scale, "-1:1");
    cr_expect(options.arguments == 1 && !options.quiet);
    options_free(&options);
}

Test(options, refuse_what_they_do_not_know)
{
    static const char *const cases[][WORDS] = {
        { "-n", "0" },
        { "-n", "-3" },
        { "-n", "1e6" },
        { "-n", "5x" },
        { "-n", "" },
        { "-n" },
        { "--seed", "-1" },
        { "--seed", "9223372036854775808" },
        { "-j", "0" },
        { "--block", "65" },
        { "--block", "0" },
        { "--horizon", "1201" },
        { "--trails", "5" },
        { "--json=1" },
        { "-x" },
        { "--color", "sometimes" },
        { "--origin" },
        { "--between", "a,b" },
        { "--names" },
        { "--tri", "5" },
    };
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        struct options options;
        cr_expect(!options_read(&options, "run", cases[index]), "%s", cases[index][0]);
        options_free(&options);
    }
}

/* Ranges are plain whole numbers, and every default is told. */
Test(options, help_tells_ranges_and_defaults)
{
    static const char *const words[] = {
        "histories to simulate: 1 to 1000000000000; the scenario's run.trials where absent",
        "0 to 9223372036854775807; the scenario's run.seed where absent",
        "1 to 64; 64 where absent",
        "auto where absent",
        "  -q, --quiet ",
        "      --json ",
    };
    char *text;
    size_t size;
    struct page page = { .out = open_memstream(&text, &size), .width = 1000 };
    options_help(&page, "run");
    fclose(page.out);
    for (size_t index = 0; index < sizeof words / sizeof words[0]; index++)
        cr_expect(strstr(text, words[index]) != NULL, "%s\n%s", words[index], text);
    cr_expect(strstr(text, "--origin") == NULL);
    free(text);
}

/* As a shell takes it: what has blanks or signs is quoted, flags stay bare. */
Test(options, line)
{
    struct options options;
    cr_assert(options_read(
        &options, "run", (const char *const[]){ "a b.cfg", "-n", "5", "--variant", "it's", NULL }));
    char *line = options_line(&options);
    cr_expect_str_eq(line, "zopa run 'a b.cfg' -n 5 --variant 'it'\\''s'");
    free(line);
    options_free(&options);
}
