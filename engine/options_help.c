#include <stdlib.h>

#include "engine/describe.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/options.h"
#include "engine/schema.h"
#include "engine/text.h"

enum { HELP_COLUMN = 33, HELP_WORD = 32 };

/* "  -n, --trials N" */
static char *help_term(const struct flag *flag)
{
    char letter[] = "    ";
    if (flag->letter != '\0') {
        letter[0] = '-';
        letter[1] = flag->letter;
        letter[2] = ',';
    }
    return memory_format("  %s--%s%s%s", letter, flag->takes.name,
                         flag->argument == NULL ? "" : " ",
                         flag->argument == NULL ? "" : flag->argument);
}

/* What a flag that takes something does without it; "" where there is nothing to tell. */
static char *help_absent(const struct flag *flag)
{
    char word[HELP_WORD];
    const struct parameter *takes = &flag->takes;
    if (flag->absent != NULL)
        return memory_text(flag->absent);
    if (takes->kind == PARAMETER_COUNT)
        return memory_text(schema_bound(takes, takes->initial, word));
    if (takes->kind == PARAMETER_WORD)
        return memory_text(names_word(takes->words, (int)takes->initial, word, sizeof word));
    return memory_text("");
}

char *options_meaning(const struct flag *flag)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE], *absent = help_absent(flag);
    struct text text = { 0 };
    text_add(&text, "%s", flag->takes.meaning);
    if (flag->takes.kind == PARAMETER_COUNT)
        text_add(&text, ": %s to %s", schema_bound(&flag->takes, flag->takes.low, low),
                 schema_bound(&flag->takes, flag->takes.high, high));
    if (absent[0] != '\0')
        text_add(&text, "; %s where absent", absent);
    free(absent);
    return text.bytes;
}

static void help_flag(struct page *page, const struct flag *flag)
{
    char *term = help_term(flag), *meaning = options_meaning(flag);
    page_item(page, HELP_COLUMN, term, meaning);
    free(meaning);
    free(term);
}

void options_help(struct page *page, const char *verb)
{
    for (int index = 0; index < option_flag_count; index++)
        if (options_apply(&option_flags[index], verb))
            help_flag(page, &option_flags[index]);
}

static void help_write_flag(struct json *json, const struct flag *flag)
{
    const char letter[] = { flag->letter, '\0' };
    json_row(json, NULL);
    json_text(json, "name", flag->takes.name);
    json_text(json, "letter", flag->letter == '\0' ? NULL : letter);
    json_text(json, "argument", flag->argument);
    if (flag->absent == NULL)
        describe_json_value(json, "default", &flag->takes, NULL);
    else
        json_text(json, "default", NULL);
    json_text(json, "absent", flag->absent);
    describe_json(json, &flag->takes);
    json_end(json);
}

void options_write(struct json *json, const char *verb)
{
    for (int index = 0; index < option_flag_count; index++)
        if (options_apply(&option_flags[index], verb))
            help_write_flag(json, &option_flags[index]);
}
