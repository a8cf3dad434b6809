/* Prints a dictionary for libFuzzer: the keys, words and models that scenarios are written with. */
#include <stdio.h>
#include <string.h>

#include "engine/names.h"
#include "engine/scenario.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"

static void words_print(const struct names *words)
{
    for (int i = 0; i < words->count; i++)
        printf("\"%s\"\n", words->name[i]);
}

static void words_table(struct names *words, const struct parameter *table)
{
    names_add_table(words, table);
    for (; table != NULL && table->name != NULL; table++) {
        if (table->kind == PARAMETER_WORD)
            names_add_words(words, table->words);
        if (table->kind == PARAMETER_GROUP || table->kind == PARAMETER_LIST)
            words_table(words, table->members);
    }
}

int main(void)
{
    static const char *const marks[] = {
        "\\x0a--set\\x0a",
        "\\x0a--extends\\x0a",
        "extends = \\\"base.cfg\\\";",
        "remove = true;",
        " = { dist = \\\"",
        "true",
        "false",
        "/*",
        "*/",
        "//",
        "@include",
        "L",
        "0x",
        "1e308",
        "1e-308",
        "2147483648",
        "[0]",
        "};",
        "( \\\"",
        "\\\" )",
    };
    struct names words = { 0 };
    words_table(&words, scenario_parameters);
    words_table(&words, uncertain_parameters);
    for (int i = 0; i < catalogue_count; i++) {
        names_add(&words, catalogue[i].model->name);
        words_table(&words, catalogue[i].model->parameters);
        words_table(&words, uncertain_lists(catalogue[i].kind, catalogue[i].model));
    }
    words_print(&words);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        printf("\"%s\"\n", marks[i]);
    names_free(&words);
    return 0;
}
