#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/manual.h"
#include "models/catalogue.h"

struct writing {
    const char *text, *written;
};

static void manual_write(char *(*write)(const char *), const struct writing *writings, int count)
{
    for (int index = 0; index < count; index++) {
        char *written = write(writings[index].text);
        cr_expect_str_eq(written, writings[index].written, "%s: %s", writings[index].text, written);
        free(written);
    }
}

/* What GitHub's Markdown would take for its own signs is escaped (CommonMark 0.31, backslash
 * escapes; GitHub's tables end a cell at every bar, even within code). */
Test(manual, prose_is_shown_as_it_is)
{
    static const struct writing writings[] = {
        { "a b", "a b" },
        { "", "" },
        { "U_i(x) * 2 in [0, 1]", "U\\_i(x) \\* 2 in \\[0, 1\\]" },
        { "a | b < c > d # e ~ f", "a \\| b \\< c \\> d \\# e \\~ f" },
        { "by `values_of | *`, a_b", "by `values_of \\| *`, a\\_b" },
        { "back\\slash", "back\\\\slash" },
        { "docs/model.md, War", "[model.md](model.md), War" },
    };
    manual_write(manual_prose, writings, sizeof writings / sizeof *writings);
}

Test(manual, code_stands_between_backquotes)
{
    static const struct writing writings[] = {
        { "low | high", "`low \\| high`" },
        { "", "" },
        { "[0, 1]", "`[0, 1]`" },
    };
    manual_write(manual_code, writings, sizeof writings / sizeof *writings);
}

/* As github.com renders headings: letters, digits, '_' and '-' stay, blanks become '-'. */
Test(manual, anchors_are_those_of_headings)
{
    static const struct writing writings[] = {
        { "`actors.ACTOR.positions.ISSUE.red_line`", "actorsactorpositionsissuered_line" },
        { "correlations[N]", "correlationsn" },
        { "solver `agenda_setter`", "solver-agenda_setter" },
    };
    manual_write(manual_anchor, writings, sizeof writings / sizeof *writings);
}

/* groff_char(7): '-', '\'', '"', '^', '~' and '`' are other characters in running text, and a line
 * that begins with '.' or '\'' is a request. */
Test(manual, roff_takes_no_text_for_its_own)
{
    static const struct writing writings[] = {
        { "--set a\\b", "\\-\\-set a\\eb" },
        { ".TH", "\\&.TH" },
        { "the scenario's own", "the scenario's own" },
        { "'x'", "\\(aqx\\(aq" },
        { "the .cfg files.", "the \\&.cfg files." },
        { "say \"x^2 ~ `y`\"", "say \\(dqx\\(ha2 \\(ti \\(gay\\(ga\\(dq" },
    };
    manual_write(manual_roff, writings, sizeof writings / sizeof *writings);
}

/* A document; the caller frees it. */
static void manual_whole(void (*write)(FILE *), char **text)
{
    size_t size;
    FILE *out = open_memstream(text, &size);
    write(out);
    fclose(out);
}

Test(manual, every_setting_of_every_model_is_told)
{
    char *models, *scenarios;
    manual_whole(manual_models, &models);
    manual_whole(manual_scenarios, &scenarios);
    for (int index = 0; index < catalogue_count; index++) {
        const struct model *model = catalogue[index].model;
        char heading[96], row[96];
        snprintf(heading, sizeof heading, "\n### %s `%s`\n", catalogue[index].kind, model->name);
        const char *section = strstr(models, heading);
        cr_assert(section != NULL, "%s", heading);
        const char *end = strstr(section + 5, "\n### ");
        for (const struct parameter *entry = model->parameters;
             entry != NULL && entry->name != NULL; entry++) {
            snprintf(row, sizeof row, "\n| `%s` | ", entry->name);
            const char *told = strstr(section, row);
            cr_expect(told != NULL && (end == NULL || told < end), "%s%s", heading, row);
            cr_expect(strstr(scenarios, row) != NULL, "%s%s", heading, row);
        }
    }
    free(scenarios);
    free(models);
}

/* Every line of a table has the columns of its head. */
Test(manual, tables_are_whole)
{
    char *scenarios;
    int rows = 0;
    manual_whole(manual_scenarios, &scenarios);
    for (char *line = strtok(scenarios, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        int bars = 0;
        if (line[0] != '|')
            continue;
        for (const char *next = line; *next != '\0'; next++)
            bars += *next == '|' && (next == line || next[-1] != '\\');
        cr_expect(bars == 6 || bars == 4, "%s", line);
        rows++;
    }
    cr_expect(rows > 150);
    free(scenarios);
}
